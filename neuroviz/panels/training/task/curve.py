"""Curve: a task of one number: its examples, and the line they were taken from."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip

from neuroviz.panels.training.task import words
from neuroviz.panels.training.task.points import Points
from neuroviz.ui import device
from neuroviz.ui.class_marks import Sprites, paint_value
from neuroviz.ui.errors import painted
from neuroviz.ui.focus import Ringed
from neuroviz.ui.theme import theme, theme_changes

_REACH = 1.1
_NEAR = 12.0  # pixels


class Curve(Ringed):
    """Filled points are learned from, hollow ones are only asked; the dashed line is the truth behind."""

    def __init__(self) -> None:
        super().__init__()
        self._points: Points | None = None
        self._truth: NDArray[np.float32] | None = None
        self._low, self._high = -1.0, 1.0
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme_changes.changed.connect(self.update)
        self._say()

    def show_points(self, points: Points | None, truth: NDArray[np.float32] | None) -> None:
        """truth (M, 2): places and values of the line, None where nobody knows it."""
        self._points, self._truth = points, truth
        if points is not None and points.n:
            y = points.y.astype(np.float64)
            low, high = float(y.min()), float(y.max())
            edge = 0.08 * (high - low or 1.0)
            self._low, self._high = low - edge, high + edge
        self._say()
        self.update()

    def told(self, at: QPointF) -> str:
        """The point under the mouse, in words."""
        points = self._points
        if points is None or not points.n:
            return ""
        x, y = points.x[:, 0].astype(np.float64), points.y.astype(np.float64)
        zero, one = self._pixel(0.0, 0.0), self._pixel(1.0, 1.0)
        across = (one.x() - zero.x()) * x + zero.x() - at.x()
        away = np.hypot(across, (one.y() - zero.y()) * y + zero.y() - at.y())
        i = int(away.argmin())
        return words.point(points, i, ()) if away[i] < _NEAR else ""

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """Axes, truth, points."""
        look, area = theme(), self._area()
        painter.fillRect(QRectF(self.rect()), look.card)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_axes(painter, area)
        if self._truth is not None:
            line = QPolygonF([self._pixel(float(x), float(y)) for x, y in self._truth])
            painter.setPen(QPen(look.quiet, look.stroke(1.5), Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(line)
        points = self._points
        if points is not None:
            size = max(look.space(0.65), area.width() / 140)
            sprites = None if device.is_vector(painter) else Sprites(size, look, device.ratio(painter))
            zero, one = self._pixel(0.0, 0.0), self._pixel(1.0, 1.0)
            across = zero.x() + points.x[:, 0].astype(np.float64) * (one.x() - zero.x())
            up = zero.y() + points.y.astype(np.float64) * (one.y() - zero.y())
            for x, y, part in zip(across.tolist(), up.tolist(), points.part.tolist(), strict=True):
                at, hollow = QPointF(x, y), part != 0
                if sprites is None:
                    paint_value(painter, at, look.positive, size, look, hollow=hollow)
                else:
                    sprites.paint_value(painter, at, look.positive, hollow=hollow)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.accent, look.stroke(2)))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the point under the mouse."""
        QToolTip.showText(event.globalPosition().toPoint(), self.told(event.position()), self)

    def sizeHint(self) -> QSize:
        """Comfortable."""
        return QSize(theme().space(100), theme().space(70))

    def minimumSizeHint(self) -> QSize:
        """Still to be read."""
        return QSize(theme().space(40), theme().space(30))

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _paint_axes(self, painter: QPainter, area: QRectF) -> None:
        look = theme()
        painter.setFont(look.font(0.85, tabular=True))
        height = painter.fontMetrics().height()
        for x in (-1.0, -0.5, 0.0, 0.5, 1.0):
            at = self._pixel(x, self._low)
            painter.setPen(QPen(look.line, 1))
            painter.drawLine(QPointF(at.x(), area.top()), QPointF(at.x(), area.bottom()))
            painter.setPen(look.quiet)
            box = QRectF(at.x() - 40, area.bottom() + 2, 80, height)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words.number(x))
        for y in _ticks(self._low, self._high):
            at = self._pixel(0.0, y)
            painter.setPen(QPen(look.line, 1))
            painter.drawLine(QPointF(area.left(), at.y()), QPointF(area.right(), at.y()))
            painter.setPen(look.quiet)
            box = QRectF(0, at.y() - height / 2, area.left() - 5, height)
            painter.drawText(
                box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words.number(y)
            )

    def _area(self) -> QRectF:
        look = theme()
        return QRectF(self.rect()).adjusted(look.space(12), look.space(3), -look.space(3), -look.space(7))

    def _pixel(self, x: float, y: float) -> QPointF:
        area = self._area()
        across, up = (x + _REACH) / (2 * _REACH), (y - self._low) / (self._high - self._low)
        return QPointF(area.left() + across * area.width(), area.bottom() - up * area.height())

    def _say(self) -> None:
        n = 0 if self._points is None else self._points.n
        self.setAccessibleName(self.tr("Examples along a line"))
        text = self.tr("{n} points; values from {low} to {high}.")
        low, high = words.number(self._low), words.number(self._high)
        self.setAccessibleDescription(text.format(n=f"{n:,}", low=low, high=high))


def _ticks(low: float, high: float) -> list[float]:
    """Some round numbers in between."""
    step = 10.0 ** np.floor(np.log10((high - low) / 2))
    if (high - low) / step > 8:
        step *= 2.5 if (high - low) / step < 16 else 5
    first = np.ceil(low / step)
    return [float(step * (first + i)) for i in range(int((high - first * step) / step) + 1)]
