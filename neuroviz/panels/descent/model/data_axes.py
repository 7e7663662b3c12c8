"""The plane in which examples lie: which part of it is seen, where places are in a widget, and its axes."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from neuroviz.data.surface import Domain
from neuroviz.data.two_knobs import Kind, TwoKnobs
from neuroviz.ui.curve_ticks import ticks
from neuroviz.ui.curve_values import Axis
from neuroviz.ui.theme import Theme

_USUAL: dict[Kind, Domain] = {
    "line": (-1.8, 1.8, -1.8, 2.6), "logistic": (-1.8, 1.8, -0.15, 1.15), "neuron": (-1.8, 1.8, -1.5, 1.5),
}  # fmt: skip
_MARGIN = 0.08  # of the span of the examples
_TICK = 4.0  # pixels
_UP, _ACROSS = 2.4, 5.0  # lines of type from one number to the next
_MIDDLE = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip)


def window_of(model: TwoKnobs) -> Domain:
    """The part of the plane in which all examples are, and what is usual around them."""
    x, y = model.examples.x, model.examples.y
    x0, x1, y0, y1 = _USUAL[model.kind]
    across = _MARGIN * (float(x.max() - x.min()) or 1.0)
    low, high = float(x.min()) - across, float(x.max()) + across
    if model.examples.reach == 1.0:
        low, high = min(low, x0), max(high, x1)
    if model.kind == "logistic":
        return low, high, y0, y1
    up = _MARGIN * float(y.max() - y.min())
    return low, high, min(y0, float(y.min()) - up), max(y1, float(y.max()) + up)


@dataclass(frozen=True)
class DataAxes:
    """`window` is seen in `area`, pixels of a widget."""

    area: QRectF
    window: Domain

    @classmethod
    def within(cls, room: QRectF, window: Domain, look: Theme) -> DataAxes:
        """Laid out so that there is room for numbers and names."""
        metrics, gap = QFontMetricsF(look.font(0.85, tabular=True)), look.space(1)
        line = metrics.height()
        top, bottom = line + 2 * gap, 2 * line + 2 * gap + _TICK
        high = max(1.0, room.height() - top - bottom)
        numbers = ticks(Axis(), window[2], window[3], max(2.0, high / (_UP * line)))
        widest = max((metrics.horizontalAdvance(text) for _, text in numbers), default=0.0)
        left = ceil(widest) + _TICK + 2 * gap
        wide = max(1.0, room.width() - left - 2 * gap)
        return cls(QRectF(room.left() + left, room.top() + top, wide, high), window)

    def pixel(self, x: float, y: float) -> QPointF:
        """Where a place is; far outside no farther than a painter can go."""
        x0, x1, y0, y1 = self.window
        right = min(max((x - x0) / (x1 - x0), -20.0), 21.0)
        up = min(max((y - y0) / (y1 - y0), -20.0), 21.0)
        area = self.area
        return QPointF(area.left() + right * area.width(), area.bottom() - up * area.height())

    def place(self, at: QPointF) -> tuple[float, float]:
        """The place at a pixel, or the nearest within the window."""
        x0, x1, y0, y1 = self.window
        right = (at.x() - self.area.left()) / self.area.width()
        up = (self.area.bottom() - at.y()) / self.area.height()
        x, y = x0 + right * (x1 - x0), y0 + up * (y1 - y0)
        return min(max(x, x0), x1), min(max(y, y0), y1)

    def paint(self, painter: QPainter, look: Theme) -> None:
        """The ground, the frame, numbers and names."""
        area, gap = self.area, look.space(1)
        font = look.font(0.85, tabular=True)
        line = QFontMetricsF(font).height()
        painter.setFont(font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.fillRect(area, look.card)
        x0, x1, y0, y1 = self.window
        faint = QColor(look.line)
        faint.setAlphaF(0.6)
        hair, pen = QPen(faint, 1), QPen(look.quiet, look.stroke(1))
        for value, text in ticks(Axis(), x0, x1, max(2.0, area.width() / (_ACROSS * line))):
            at = self.pixel(value, y0)
            painter.setPen(hair if value else pen)
            painter.drawLine(at, QPointF(at.x(), area.top()))
            painter.setPen(pen)
            painter.drawLine(at, at + QPointF(0, _TICK))
            painter.drawText(QRectF(at.x() - 200, at.y() + _TICK + gap / 2, 400, line), _MIDDLE, text)
        for value, text in ticks(Axis(), y0, y1, max(2.0, area.height() / (_UP * line))):
            at = self.pixel(x0, value)
            painter.setPen(hair if value else pen)
            painter.drawLine(at, QPointF(area.right(), at.y()))
            painter.setPen(pen)
            painter.drawLine(at - QPointF(_TICK, 0), at)
            painter.drawText(QRectF(at.x() - _TICK - gap - 400, at.y() - line / 2, 400, line), _RIGHT, text)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area)
        painter.setPen(look.text)
        below = QRectF(area.left(), area.bottom() + _TICK + gap + line, area.width(), line)
        painter.drawText(below, _MIDDLE, "x")
        above = QRectF(area.left() - _TICK - gap, area.top() - line - gap, area.width() / 2, line)
        painter.drawText(above, _LEFT, "y")
