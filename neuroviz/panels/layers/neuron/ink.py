"""How a function is drawn here: the curve, its derivative, axes through 0, in any rectangle."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from neuroviz.nn.arrays import Array
from neuroviz.ui.theme import Theme


@dataclass(frozen=True)
class Frame:
    """A rectangle with the limits of both axes; z runs from −reach to reach."""

    place: QRectF
    reach: float
    low: float
    high: float

    def x(self, z: float) -> float:
        """Pixels across."""
        share = min(max((z / self.reach + 1) / 2, -0.5), 1.5) if math.isfinite(z) else 0.5
        return self.place.left() + share * self.place.width()

    def y(self, value: float) -> float:
        """Pixels down."""
        share = (value - self.low) / (self.high - self.low) if math.isfinite(value) else 0.0
        return self.place.bottom() - min(max(share, -0.5), 1.5) * self.place.height()

    def z(self, x: float) -> float:
        """What lies at a pixel."""
        share = (x - self.place.left()) / max(1.0, self.place.width())
        return (2 * share - 1) * self.reach

    def point(self, z: float, value: float) -> QPointF:
        """Both."""
        return QPointF(self.x(z), self.y(value))


def framed(place: QRectF, reach: float, *values: Array) -> Frame:
    """A frame in which all these values, and 0, are inside."""
    ends = [0.0]
    for one in values:
        sound = one[np.isfinite(one)]
        if len(sound):
            ends += [float(sound.min()), float(sound.max())]
    low, high = min(ends), max(ends)
    room = (high - low) * 0.08 or 1.0
    return Frame(place, reach, low - room, high + room)


def draw_axes(painter: QPainter, frame: Frame, look: Theme) -> None:
    """Lines through 0."""
    painter.setPen(QPen(look.line, look.stroke(1)))
    zero = frame.point(0.0, 0.0)
    painter.drawLine(QPointF(frame.place.left(), zero.y()), QPointF(frame.place.right(), zero.y()))
    painter.drawLine(QPointF(zero.x(), frame.place.top()), QPointF(zero.x(), frame.place.bottom()))


def draw_curve(
    painter: QPainter, frame: Frame, z: Array, values: Array, pen: QPen
) -> None:
    """A line through the values."""
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    sound = np.nan_to_num(values, nan=0.0, posinf=1e30, neginf=-1e30).astype(np.float64)
    across = frame.place.left() + (z / frame.reach + 1) / 2 * frame.place.width()
    up = np.clip((sound - frame.low) / (frame.high - frame.low), -0.5, 1.5) * frame.place.height()
    places = map(QPointF, across.tolist(), (frame.place.bottom() - up).tolist())
    painter.drawPolyline(QPolygonF(list(places)))


def solid(look: Theme, width: float = 2.0, colour: QColor | None = None) -> QPen:
    """For f itself."""
    return QPen(look.text if colour is None else colour, look.stroke(width))


def dashed(look: Theme, width: float = 1.5) -> QPen:
    """For its derivative."""
    pen = QPen(look.quiet, look.stroke(width))
    pen.setDashPattern([3.0, 2.5])
    return pen


def dot(painter: QPainter, at: QPointF, radius: float, look: Theme, *, filled: bool = True) -> None:
    """The point."""
    painter.setPen(QPen(look.card if filled else look.accent, 1.5))
    painter.setBrush(look.accent if filled else look.card)
    painter.drawEllipse(at, radius, radius)
