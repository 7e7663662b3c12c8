"""What stands round a map of a relief: axes with numbers, and a bar that says which colour is which value."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from neuroviz.ui import device
from neuroviz.ui.curve_ticks import ticks
from neuroviz.ui.curve_values import Axis
from neuroviz.ui.images import Raster, words
from neuroviz.ui.relief.shape import Domain, Floats, Relief
from neuroviz.ui.relief.words import Names
from neuroviz.ui.theme import Theme

_BAR = 3.0  # steps of space: how wide the bar is
_TICK = 4.0  # pixels
_UP, _ACROSS = 2.4, 5.0  # lines of type from one number to the next
_USUAL = "\N{MINUS SIGN}0.00"  # there is room for this at least, or the map would jump as numbers change
_MIDDLE = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip)


@dataclass(frozen=True)
class MapGround:
    """Where places lie in a map: `seen` fills `area`, pixels of the widget."""

    area: QRectF
    seen: Domain

    @property
    def bent(self) -> bool:
        """Straight lines stay straight."""
        return False

    def shares(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        """Parts of the sides of what is seen, 0..1 within it."""
        x0, x1, y0, y1 = self.seen
        return (x - x0) / (x1 - x0), (y - y0) / (y1 - y0)

    def places(self, x: Floats, y: Floats) -> tuple[Floats, Floats, NDArray[np.bool_]]:
        """Pixels, no farther away than a painter can go; all of them are seen."""
        with np.errstate(invalid="ignore", over="ignore"):
            right, up = (np.clip(one, -20.0, 21.0) for one in self.shares(x, y))
        area = self.area
        across, down = area.left() + right * area.width(), area.bottom() - up * area.height()
        return across, down, np.ones(across.shape, bool)

    def place(self, across: float, down: float) -> tuple[float, float]:
        """The place at a pixel, also beside the area."""
        x0, x1, y0, y1 = self.seen
        right = (across - self.area.left()) / self.area.width()
        up = (self.area.bottom() - down) / self.area.height()
        return x0 + right * (x1 - x0), y0 + up * (y1 - y0)

    def rect(self, domain: Domain) -> QRectF:
        """Where another domain lies."""
        x, y = (np.array(one) for one in (domain[:2], domain[2:]))
        right, up = self.shares(x, y)
        (across, wide), (along, high) = (right[0], np.diff(right)[0]), (up[1], np.diff(up)[0])
        area, width, height = self.area, self.area.width(), self.area.height()
        left, top = area.left() + across * width, area.bottom() - along * height
        return QRectF(left, top, wide * width, high * height)


class MapFrame:
    """Laid out for a widget of some size; `area` is what is left for the map."""

    def __init__(self, room: QRectF, relief: Relief, seen: Domain, names: Names, look: Theme) -> None:
        self._relief, self._seen, self._names, self._look = relief, seen, names, look
        self._font = look.font(0.85, tabular=True)
        self._metrics = metrics = QFontMetricsF(self._font)
        self._line = line = metrics.height()
        gap = look.space(1)
        top, bottom = line + 2 * gap, 2 * line + 2 * gap + _TICK
        high = max(1.0, room.height() - top - bottom)
        most = max(2, int(high / (_UP * line)))
        self._values = relief.ticks(min(most, 10))
        self._up = ticks(Axis(), seen[2], seen[3], most)
        left = ceil(max(self._widest(self._up), metrics.horizontalAdvance(_USUAL))) + _TICK + 2 * gap
        self._beside = gap * 3 + look.space(_BAR)
        words = max(self._widest(self._values), metrics.horizontalAdvance(_USUAL))
        right = self._beside + _TICK + gap + ceil(words) + gap
        wide = max(1.0, room.width() - left - right)
        self.area = QRectF(room.left() + left, room.top() + top, wide, high)

    def with_equal_units(self) -> None:
        """Make the area smaller, so that x and y have the same scale."""
        x0, x1, y0, y1 = self._seen
        scale = min(self.area.width() / (x1 - x0), self.area.height() / (y1 - y0))
        wide, high = max(1.0, scale * (x1 - x0)), max(1.0, scale * (y1 - y0))
        left = self.area.left() + (self.area.width() - wide) / 2
        top = self.area.top() + (self.area.height() - high) / 2
        self.area = QRectF(left, top, wide, high)

    def paint(self, painter: QPainter) -> None:
        """Axes, names and the bar."""
        area, look, line, gap = self.area, self._look, self._line, self._look.space(1)
        painter.setFont(self._font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        ground = MapGround(area, self._seen)
        most = max(2.0, area.width() / (_ACROSS * line))
        self._pen(painter)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area)
        for value, text in ticks(Axis(), self._seen[0], self._seen[1], most):
            x = float(ground.places(np.array([value]), np.array([self._seen[2]]))[0][0])
            self._tick(painter, QPointF(x, area.bottom()), QPointF(x, area.bottom() + _TICK))
            painter.drawText(QRectF(x - 200, area.bottom() + _TICK + gap / 2, 400, line), _MIDDLE, text)
        for value, text in self._up:
            y = float(ground.places(np.array([self._seen[0]]), np.array([value]))[1][0])
            self._tick(painter, QPointF(area.left() - _TICK, y), QPointF(area.left(), y))
            painter.drawText(QRectF(area.left() - _TICK - gap - 400, y - line / 2, 400, line), _RIGHT, text)
        self._paint_bar(painter)
        painter.setPen(look.text)
        below = QRectF(area.left(), area.bottom() + _TICK + gap + line, area.width(), line)
        painter.drawText(below, _MIDDLE, self._names.x)
        above = area.top() - line - gap
        start = QRectF(area.left() - _TICK - gap, above, area.width() / 2, line)
        painter.drawText(start, _LEFT, self._names.y)
        painter.drawText(QRectF(0, above, self._end(), line), _RIGHT, self._names.value)

    def _paint_bar(self, painter: QPainter) -> None:
        area, look, line = self.area, self._look, self._line
        bar = QRectF(area.right() + 3 * look.space(1), area.top(), look.space(_BAR), area.height())
        tones = Raster(256, 1)
        tones.words[:, 0] = words(look.magnitude(np.linspace(1.0, 0.0, 256)))
        device.draw_stretched(painter, bar, tones.image)
        self._pen(painter)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(bar)
        for value, text in self._values:
            y = bar.bottom() - float(self._relief.height_of(value)) * bar.height()
            self._tick(painter, QPointF(bar.right(), y), QPointF(bar.right() + _TICK, y))
            box = QRectF(bar.right() + _TICK + look.space(1), y - line / 2, 400, line)
            painter.drawText(box, _LEFT, text)

    def _end(self) -> float:
        """How far to the right words go."""
        beside = self._beside + _TICK + self._look.space(1) + self._widest(self._values)
        return self.area.right() + beside

    def _tick(self, painter: QPainter, one: QPointF, other: QPointF) -> None:
        self._pen(painter)
        painter.drawLine(one, other)
        painter.setPen(self._look.quiet)

    def _pen(self, painter: QPainter) -> None:
        painter.setPen(QPen(self._look.quiet, self._look.stroke(1)))

    def _widest(self, numbers: list[tuple[float, str]]) -> float:
        return max((self._metrics.horizontalAdvance(text) for _, text in numbers), default=0.0)
