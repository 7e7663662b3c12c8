"""The axes of a block: values at a corner of its outline, x and y along the front edges of its foot."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from neuroviz.ui.curve_ticks import ticks
from neuroviz.ui.curve_values import Axis
from neuroviz.ui.relief.lens import FOOT, Lens
from neuroviz.ui.relief.shape import Relief
from neuroviz.ui.relief.words import Names
from neuroviz.ui.theme import Theme

_CORNERS = ((-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0))  # anticlockwise from above
_TICK = 5.0  # pixels
_APART = 2.2  # lines of type from one number to the next, at least
_WIDE = 5.0  # the same, where they stand side by side


def rim(relief: Relief, look: Theme) -> tuple[float, float]:
    """Pixels that the words beside and below the block take."""
    metrics = QFontMetricsF(look.font(0.85, tabular=True))
    wide = max((metrics.horizontalAdvance(text) for _, text in relief.ticks(6)), default=0.0)
    return wide + look.space(3), 1.4 * metrics.height()


class BlockAxes:
    """Paints them; no two words lie on each other, and none is cut off."""

    def __init__(self, painter: QPainter, relief: Relief, lens: Lens, look: Theme) -> None:
        self._painter, self._relief, self._lens, self._look = painter, relief, lens, look
        self._font = look.font(0.85, tabular=True)
        self._metrics = QFontMetricsF(self._font)
        self._taken: list[QRectF] = []
        down = [float(lens.project(u, v, 0.0)[1]) for u, v in _CORNERS]
        nearest = int(np.argmax(down))
        self._front = _CORNERS[nearest]
        ends = [_CORNERS[(nearest + step) % 4] for step in (-1, 1)]
        self._left, self._right = sorted(ends, key=lambda end: float(lens.project(end[0], end[1], 0.0)[0]))

    def paint(self, names: Names) -> list[QRectF]:
        """All three. Gives where words stand."""
        painter = self._painter
        painter.setFont(self._font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_values(names.value)
        for end in (self._left, self._right):
            self._paint_side(end, names)
        return self._taken

    def _paint_values(self, name: str) -> None:
        """At the left corner, upwards."""
        look, line = self._look, self._metrics.height()
        foot, low, high = (self._at(self._left, h) for h in (FOOT, 0.0, 1.0))
        most = max(2, min(8, int((low.y() - high.y()) / (_APART * line))))
        self._painter.setPen(QPen(look.quiet, look.stroke(1)))
        self._painter.drawLine(foot, high)
        if low.y() - high.y() < line:
            return  # from above they would all be at one place
        if name:
            self._write(name, QPointF(high.x(), high.y() - line), QPointF(0, 0), strong=True)
        for value, text in self._relief.ticks(most):
            at = self._at(self._left, float(self._relief.height_of(value)))
            out = QPointF(at.x() - _TICK, at.y())
            self._tick(at, out)
            wide = self._metrics.horizontalAdvance(text)
            self._write(text, QPointF(out.x() - look.space(1) - wide / 2, at.y()), QPointF(0, 0))

    def _paint_side(self, end: tuple[float, float], names: Names) -> None:
        """Along the foot from the front corner to another one."""
        front, look, line = self._front, self._look, self._metrics.height()
        i = 0 if front[0] != end[0] else 1
        low, high = (self._relief.x, self._relief.y)[i]
        start, stop = self._at(front, FOOT), self._at(end, FOOT)
        along = stop - start
        length = max(1e-6, (along.x() ** 2 + along.y() ** 2) ** 0.5)
        away = QPointF(-along.y(), along.x()) / length  # out of the block, which is above
        away = away if away.y() > 0 or (away.y() == 0 and away.x() * along.x() < 0) else -away
        name = (names.x, names.y)[i]
        steep = abs(along.y()) / length
        apart = line * (_APART * steep + _WIDE * (1 - steep))
        numbers = ticks(Axis(), low, high, max(2.0, length / apart)) if length > 2 * line else []
        widest = max((self._metrics.horizontalAdvance(text) for _, text in numbers), default=0.0)
        for value, text in numbers:
            share = (value - low) / (high - low)
            place = [front[0], front[1]]
            place[i] = 2 * share - 1
            at = self._at((place[0], place[1]), FOOT)
            out = at + away * _TICK
            self._tick(at, out)
            self._write(text, out, away)
        if name:
            beyond = _TICK + look.space(1) + abs(away.x()) * widest + abs(away.y()) * line
            self._write(name, start + along * 0.5 + away * beyond, away, strong=True)

    def _at(self, corner: tuple[float, float], height: float) -> QPointF:
        across, down, _ = self._lens.project(*corner, height)
        return QPointF(float(across), float(down))

    def _tick(self, at: QPointF, out: QPointF) -> None:
        self._painter.setPen(QPen(self._look.quiet, self._look.stroke(1)))
        self._painter.drawLine(at, out)

    def _write(self, text: str, at: QPointF, away: QPointF, *, strong: bool = False) -> None:
        """Words beyond a place, as far as they just do not touch it, or about it; not where others stand."""
        wide, line = self._metrics.horizontalAdvance(text), self._metrics.height()
        middle = at + QPointF(away.x() * (wide / 2 + self._look.space(1)), away.y() * line / 2)
        box = QRectF(middle.x() - wide / 2, middle.y() - line / 2, wide, line)
        room = QRectF(0, 0, self._lens.width, self._lens.height)
        spaced = box.adjusted(-self._look.space(0.5), 0, self._look.space(0.5), 0)
        if not room.contains(box) or any(spaced.intersects(other) for other in self._taken):
            return
        self._taken.append(box)
        self._painter.setPen(self._look.text if strong else self._look.quiet)
        flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip)
        self._painter.drawText(box, flags, text)
