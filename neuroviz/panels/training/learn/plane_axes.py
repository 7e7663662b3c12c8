"""The axes of a map over two columns of a table: their names, and their own numbers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from neuroviz.data.task import Task
from neuroviz.ui.curve_ticks import ticks
from neuroviz.ui.curve_values import Axis
from neuroviz.ui.theme import Theme

_ACROSS, _UP = 22.0, 11.0  # steps of space that a number of each axis takes
_EDGE = 4.0  # pixels

Words = list[tuple[float, str]]
"""A place as the net takes it, and what stands there."""


class PlaneAxes:
    """What stands beside the map of a task in an area: the words are made once."""

    def __init__(self, task: Task, room: QRectF, look: Theme) -> None:
        """room: all there is, for the map and for the words."""
        self._task, self._look = task, look
        self._metrics = QFontMetricsF(look.font(0.85, tabular=True))
        self._room = room
        line, gap = self._metrics.height(), look.space(1)
        high = max(1.0, room.height() - 3 * line - 3 * gap)
        self.up = _numbers(task, 1, high / look.space(_UP))
        wide = max((self._metrics.horizontalAdvance(text) for _, text in self.up), default=0.0)
        left = min(wide + gap, room.width() / 3)
        self.area = QRectF(
            room.left() + left + _EDGE, room.top() + line + gap,
            max(1.0, room.width() - left - 3 * _EDGE), high,
        )  # fmt: skip
        self.across = _numbers(task, 0, self.area.width() / look.space(_ACROSS))

    def paint(self, painter: QPainter, to_pixel: Callable[[float, float], QPointF]) -> None:
        """Hairlines through the map, numbers and names round it."""
        look, area, line = self._look, self.area, self._metrics.height()
        gap = look.space(1)
        painter.setFont(look.font(0.85, tabular=True))
        for at, text in self.across:
            x = to_pixel(at, 0.0).x()
            self._paint_line(painter, QPointF(x, area.top()), QPointF(x, area.bottom()))
            painter.drawText(QRectF(x - 500, area.bottom() + gap / 2, 1000, line), _MIDDLE, text)
        for at, text in self.up:
            y = to_pixel(0.0, at).y()
            self._paint_line(painter, QPointF(area.left(), y), QPointF(area.right(), y))
            painter.drawText(QRectF(area.left() - gap - 500, y - line / 2, 500, line), _RIGHT, text)
        names, room = self._task.input_names, self._room
        across = QRectF(room.left(), area.bottom() + line + gap, room.width(), line)
        up = QRectF(room.left(), room.top(), room.width(), line)
        painter.setPen(look.text)
        for box, name, flags in ((across, names[0], _MIDDLE), (up, names[1], _LEFT)):
            cut = self._metrics.elidedText(name, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, flags, cut)

    def _paint_line(self, painter: QPainter, start: QPointF, end: QPointF) -> None:
        colour = QColor(self._look.line)
        colour.setAlphaF(0.55)
        painter.setPen(QPen(colour, 1))
        painter.drawLine(start, end)
        painter.setPen(self._look.quiet)


def _numbers(task: Task, k: int, most: float) -> Words:
    """Round numbers of a column, and where they lie for the net."""
    low, high = task.window[k]
    first, last = (float(task.world_input(k, end)) for end in (low, high))
    if not last > first:
        return []
    scale = (high - low) / (last - first)
    return [(low + (value - first) * scale, text) for value, text in ticks(Axis(), first, last, most)]


_MIDDLE = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip)
