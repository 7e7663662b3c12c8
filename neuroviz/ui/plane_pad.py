"""PlanePad: a square of the plane with the points of a task, and one point of the visitor's own to move."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPen, QPolygonF

from neuroviz.data.plane import PlaneTask
from neuroviz.ui.errors import painted
from neuroviz.ui.square import SquareWidget
from neuroviz.ui.theme import Theme, theme, theme_changes

REACH = 1.25
"""The pad shows -REACH to REACH in both directions: a little more than the tasks' points fill."""

_STEP = 0.02
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1),
}  # fmt: skip


class PlanePad(SquareWidget):
    """Click or drag puts the point; arrow keys move it, with Shift ten times as far."""

    moved = Signal(float, float)
    """The visitor has put the point to (x, y)."""

    def __init__(self) -> None:
        super().__init__()
        self._task: PlaneTask | None = None
        self._point = (0.0, 0.0)
        self._map: QImage | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        theme_changes.changed.connect(self.update)
        self._name()

    def set_task(self, task: PlaneTask | None) -> None:
        """Show the points of a task; None for an empty plane."""
        self._task = task
        self.update()

    def set_map(self, image: QImage | None) -> None:
        """A picture of the whole pad under the points, such as what a net says everywhere."""
        self._map = image
        self.update()

    def point(self) -> tuple[float, float]:
        """Where the point is."""
        return self._point

    def put(self, x: float, y: float) -> None:
        """Move the point there, silently."""
        self._point = (float(np.clip(x, -REACH, REACH)), float(np.clip(y, -REACH, REACH)))
        self._name()
        self.update()

    def to_pixel(self, x: float, y: float) -> QPointF:
        """Where a place of the plane is in the widget."""
        area = self.square()
        across = area.width() / (2 * REACH)
        return QPointF(area.left() + (x + REACH) * across, area.bottom() - (y + REACH) * across)

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """The map, the axes, the points of the task, the visitor's point."""
        look, area = theme(), self.square()
        painter.fillRect(area, look.card)
        if self._map is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(area, self._map)
        painter.setPen(QPen(look.line, 1))
        painter.drawLine(self.to_pixel(-REACH, 0), self.to_pixel(REACH, 0))
        painter.drawLine(self.to_pixel(0, -REACH), self.to_pixel(0, REACH))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._task is not None:
            size = max(1.6, area.width() / 150)
            for (x, y), label in zip(self._task.points.tolist(), self._task.labels.tolist(), strict=True):
                paint_point(painter, self.to_pixel(x, y), label, size, look)
        self._paint_mark(painter, look)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.accent, look.stroke(2)))
            painter.drawRect(area.adjusted(-2, -2, 2, 2))

    def _paint_mark(self, painter: QPainter, look: Theme) -> None:
        at, radius = self.to_pixel(*self._point), look.space(1.75)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((look.window, 5.0), (look.accent, 2.5)):
            painter.setPen(QPen(colour, width))
            painter.drawEllipse(at, radius, radius)
            painter.drawLine(at - QPointF(radius * 1.7, 0), at - QPointF(radius * 0.5, 0))
            painter.drawLine(at + QPointF(radius * 0.5, 0), at + QPointF(radius * 1.7, 0))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The point goes there."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._to(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The point follows."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._to(event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the point."""
        if Qt.Key(event.key()) not in _ARROWS:
            super().keyPressEvent(event)
            return
        far = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        dx, dy = _ARROWS[Qt.Key(event.key())]
        self.put(self._point[0] + dx * far * _STEP, self._point[1] + dy * far * _STEP)
        self.moved.emit(*self._point)

    def event(self, event: QEvent) -> bool:
        """Arrow keys are ours while we have the keyboard."""
        wanted = isinstance(event, QKeyEvent) and Qt.Key(event.key()) in _ARROWS
        if wanted and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
        super().changeEvent(event)

    def _to(self, place: QPointF) -> None:
        area = self.square()
        across = area.width() / (2 * REACH)
        x, y = (place.x() - area.left()) / across - REACH, (area.bottom() - place.y()) / across - REACH
        self.put(x, y)
        self.moved.emit(*self._point)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Point on the plane"))
        text = self.tr("x = {x}, y = {y}. Arrow keys move it, with Shift farther.")
        self.setAccessibleDescription(text.format(x=f"{self._point[0]:.2f}", y=f"{self._point[1]:.2f}"))


def paint_point(painter: QPainter, at: QPointF, label: int, size: float, look: Theme) -> None:
    """A point of a class: its colour, and a shape that tells it without colour."""
    painter.setPen(QPen(look.window, 0.6))
    painter.setBrush(look.digit(label))
    if label == 0:
        painter.drawEllipse(at, size, size)
    elif label == 1:
        painter.drawRect(QRectF(at.x() - size * 0.9, at.y() - size * 0.9, 1.8 * size, 1.8 * size))
    else:
        up, side = QPointF(0, -1.25 * size), QPointF(1.1 * size, 0.75 * size)
        other = QPointF(-side.x(), side.y())
        painter.drawPolygon(QPolygonF([at + up, at + side, at + other]))
