"""The scale of a map of values: its colours, and what they stand for in the units of the table."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from neuroviz.data.task import Task
from neuroviz.sims.training.answers import STEPS
from neuroviz.ui.curve_ticks import ticks
from neuroviz.ui.curve_values import Axis
from neuroviz.ui.images import Raster
from neuroviz.ui.plane_colours import value_table
from neuroviz.ui.theme import Theme

_NUMBERS = (18.0, 12.0, 9.0, 6.0)  # steps of space that one takes; closer where there would be too few
_FEWEST = 3
_WIDEST = 0.45  # of the room, for the name


class ValueScale:
    """Two lines at the foot of an area: the name of what is told, colours, and round numbers below them."""

    def __init__(self, task: Task, room: QRectF, look: Theme) -> None:
        """room: all there is; what is left of it above is `rest`."""
        self._look = look
        self._metrics = metrics = QFontMetricsF(look.font(0.85, tabular=True))
        line, gap = metrics.height(), look.space(1)
        self.rest = room.adjusted(0, 0, 0, -2 * line - gap)
        most = room.width() * _WIDEST
        self._name = metrics.elidedText(task.answer_name, Qt.TextElideMode.ElideRight, most)
        left = room.left() + metrics.horizontalAdvance(self._name) + look.space(3)
        high = line * 0.6
        top = self.rest.bottom() + gap + (line - high) / 2
        self.bar = QRectF(left, top, max(1.0, room.right() - left - look.space(3)), high)
        self._label = QRectF(room.left(), self.rest.bottom() + gap, most, line)
        largest = float(np.abs(task.train.y).max(initial=1e-6))
        self.ends = (float(task.world_answer(-largest)), float(task.world_answer(largest)))
        self.numbers = self._numbers()
        self._raster = Raster(1, STEPS)
        self._raster.words[0] = value_table(STEPS, look)[:STEPS]

    def place(self, value: float) -> float:
        """Where a value stands, across."""
        low, high = self.ends
        return self.bar.left() + (value - low) / (high - low) * self.bar.width()

    def _numbers(self) -> list[tuple[float, str]]:
        """Round numbers that do not touch each other."""
        found: list[tuple[float, str]] = []
        for apart in _NUMBERS:
            closer = ticks(Axis(), *self.ends, self.bar.width() / self._look.space(apart))
            if len(found) >= _FEWEST or (found and not self._have_room(closer)):
                break
            found = closer
        return found

    def _have_room(self, numbers: list[tuple[float, str]]) -> bool:
        last = -np.inf
        for value, text in numbers:
            half = self._metrics.horizontalAdvance(text) / 2
            if self.place(value) - half < last:
                return False
            last = self.place(value) + half + self._look.space(2)
        return True

    def paint(self, painter: QPainter) -> None:
        """Name, colours, numbers."""
        look, bar = self._look, self.bar
        painter.setFont(look.font(0.85, tabular=True))
        painter.setPen(look.text)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        painter.drawText(self._label, int(flags), self._name)
        painter.drawImage(bar, self._raster.image)
        line = self._metrics.height()
        for value, text in self.numbers:
            x = self.place(value)
            painter.setPen(QPen(QColor(look.quiet), 1))
            painter.drawLine(round(x), round(bar.bottom()), round(x), round(bar.bottom() + look.space(1)))
            box = QRectF(x - 500, bar.bottom() + look.space(1), 1000, line)
            painter.drawText(box, int(_MIDDLE), text)


_MIDDLE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
