"""Scatter: the points of a task on the plane, which may also be painted there by hand."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QToolTip

from neuroviz.panels.training.task import words
from neuroviz.panels.training.task.points import Points, nearest
from neuroviz.ui import device
from neuroviz.ui.class_marks import Sprites, paint_mark, paint_value
from neuroviz.ui.errors import painted
from neuroviz.ui.square import SquareWidget
from neuroviz.ui.theme import Theme, theme, theme_changes

REACH, FARTHEST = 1.15, 2.5
"""The plane reaches so far; farther where points are, up to a limit."""

_STEP = 0.04
_LEVELS = 24  # colours of values on each side of 0
_APART = 0.05  # a brush that is drawn along leaves a point at most every so far
RUBBER = 0.12
"""Radius of what the rubber takes away."""

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1),
}  # fmt: skip
_DOES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_BRUSHES = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Scatter(SquareWidget):
    """Filled points are learned from, hollow ones are only asked. Hovering tells the nearest.

    While it can be painted, a drag puts points of the brush's class, the right button takes them away; Enter
    and Delete do so at the mark that the arrows move.
    """

    put = Signal(float, float)
    """A point of the brush's class is wanted there."""

    wiped = Signal(float, float)
    """Points near there are to go."""

    done = Signal()
    """The hand was lifted: the act is complete."""

    brush_moved = Signal(int)
    """The next brush or the one before is wanted: +1 or -1."""

    def __init__(self) -> None:
        super().__init__()
        self._points: Points | None = None
        self._names: tuple[str, ...] = ()
        self._reach = REACH
        self._brush: int | None = None  # a class; -1 is the rubber; None: not to be painted
        self._mark = (0.0, 0.0)
        self._last: tuple[float, float] | None = None
        self._drag: Qt.MouseButton | None = None
        self._layer: QPixmap | None = None
        self._layer_key: object = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme_changes.changed.connect(self.update)
        self._say()

    def show_points(self, points: Points | None, names: tuple[str, ...] = ()) -> None:
        """Show these; None for an empty plane."""
        self._points, self._names, self._layer = points, names, None
        far = 0.0 if points is None or not points.n else float(np.abs(points.x).max())
        self._reach = min(max(REACH, 1.04 * far), FARTHEST)
        self._say()
        self.update()

    def set_brush(self, brush: int | None) -> None:
        """A class to paint, -1 to take away; None: nothing is painted here."""
        self._brush = brush
        self.setCursor(Qt.CursorShape.ArrowCursor if brush is None else Qt.CursorShape.CrossCursor)
        self._say()
        self.update()

    @property
    def painting(self) -> bool:
        """Whether a drag is under way."""
        return self._drag is not None

    def told(self, x: float, y: float) -> str:
        """The point at a place, in words; empty if there is none."""
        points = self._points
        if points is None:
            return ""
        i, away = nearest(points, np.array([x, y]))
        return words.point(points, i, self._names) if away < 0.05 else ""

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """Axes, points, and the mark of the keyboard."""
        look, area, far = theme(), self.square(), self._reach
        painter.fillRect(area, look.card)
        painter.setPen(QPen(look.line, 1))
        for a, b in (((-far, 0), (far, 0)), ((0, -far), (0, far))):
            painter.drawLine(self._pixel(*a), self._pixel(*b))
        painter.setPen(QPen(look.line, 1, Qt.PenStyle.DotLine))
        painter.drawRect(QRectF(self._pixel(-1, 1), self._pixel(1, -1)))
        if self._points is not None:
            painter.setClipRect(area)
            self._paint_points(painter, look)
            painter.setClipping(False)
        self._paint_axes(painter, look)
        if self._brush is not None:
            self._paint_mark(painter, look)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.accent, look.stroke(2)))
            painter.drawRect(area.adjusted(-2, -2, 2, 2))

    # -- paint -------------------------------------------------------------------------------------

    def _paint_points(self, painter: QPainter, look: Theme) -> None:
        points, size = self._points, max(look.space(0.6), self.square().width() / 130)
        assert points is not None
        if device.is_vector(painter):
            self._paint_each(painter, points, size, look)
            return
        ratio = device.ratio(painter)
        key = (points, self.square().width(), ratio, look)
        if self._layer is None or self._layer_key != key:
            self._layer_key = key
            self._layer = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
            self._layer.setDevicePixelRatio(ratio)
            self._layer.fill(Qt.GlobalColor.transparent)
            with QPainter(self._layer) as inner:
                inner.setRenderHint(QPainter.RenderHint.Antialiasing)
                self._paint_sprites(inner, points, Sprites(size, look, ratio), look)
        painter.drawPixmap(QPointF(0, 0), self._layer)

    def _paint_sprites(self, painter: QPainter, points: Points, sprites: Sprites, look: Theme) -> None:
        rows = zip(self._pixels(points), points.y.tolist(), points.part.tolist(), strict=True)
        if not points.values:
            for at, label, part in rows:
                sprites.paint(painter, at, label, hollow=part != 0)
            return
        levels = np.rint(points.y.astype(np.float32) / points.largest * _LEVELS).clip(-_LEVELS, _LEVELS)
        steps = look.signed(np.arange(-_LEVELS, _LEVELS + 1, dtype=np.float32) / _LEVELS)
        colours = [QColor(*rgba) for rgba in steps.tolist()]
        for (at, _, part), level in zip(rows, levels.astype(int).tolist(), strict=True):
            sprites.paint_value(painter, at, colours[level + _LEVELS], hollow=part != 0)

    def _paint_each(self, painter: QPainter, points: Points, size: float, look: Theme) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = look.signed(points.y.astype(np.float32) / points.largest) if points.values else None
        rows = zip(self._pixels(points), points.y.tolist(), points.part.tolist(), strict=True)
        for i, (at, label, part) in enumerate(rows):
            if colours is None:
                paint_mark(painter, at, label, size, look, hollow=part != 0)
            else:
                paint_value(painter, at, QColor(*colours[i].tolist()), size, look, hollow=part != 0)

    def _paint_axes(self, painter: QPainter, look: Theme) -> None:
        painter.setFont(look.font(0.85, tabular=True))
        painter.setPen(look.quiet)
        height = painter.fontMetrics().height()
        for value in (-1, 1):
            text = str(value).replace("-", "−")
            wide = painter.fontMetrics().horizontalAdvance(text)
            painter.drawText(self._pixel(value, 0) + QPointF(-wide - 3, height), text)
            painter.drawText(self._pixel(0, value) + QPointF(4, height * (0.3 if value < 0 else 0.9)), text)

    def _paint_mark(self, painter: QPainter, look: Theme) -> None:
        if not self.hasFocus():
            return
        at, radius = self._pixel(*self._mark), look.space(2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((look.window, 4.0), (look.accent, 2.0)):
            painter.setPen(QPen(colour, width))
            painter.drawEllipse(at, radius, radius)

    # -- the hand ----------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to paint, or to take away."""
        if self._brush is None or event.button() not in (
            Qt.MouseButton.LeftButton,
            Qt.MouseButton.RightButton,
        ):
            super().mousePressEvent(event)
            return
        self._drag, self._last = event.button(), None
        self._along(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Paint on; or tell what lies under the mouse."""
        if self._drag is not None and event.buttons() & self._drag:
            self._along(event.position())
            return
        x, y = self._place(event.position())
        QToolTip.showText(event.globalPosition().toPoint(), self.told(x, y), self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The act is complete."""
        if self._drag is not None:
            self._drag = None
            self.done.emit()
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the mark, Enter paints there, Delete takes away, Page Up and Down change the brush."""
        key = Qt.Key(event.key())
        if self._brush is None or key not in (*_ARROWS, *_DOES, *_BRUSHES):
            super().keyPressEvent(event)
        elif key in _BRUSHES:
            self.brush_moved.emit(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key in _ARROWS:
            far = 4 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            self._mark = tuple(  # type: ignore[assignment]
                min(max(v + d * far * _STEP, -1.0), 1.0)
                for v, d in zip(self._mark, _ARROWS[key], strict=True)
            )
            self._say()
            self.update()
        else:
            wipes = key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) or self._brush < 0
            (self.wiped if wipes else self.put).emit(*self._mark)
            self.done.emit()

    def event(self, event: QEvent) -> bool:
        """These keys are ours while we have the keyboard and there is something to paint."""
        asked = event.type() == QEvent.Type.ShortcutOverride and self._brush is not None
        if asked and isinstance(event, QKeyEvent) and Qt.Key(event.key()) in (*_ARROWS, *_DOES, *_BRUSHES):
            event.accept()
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _along(self, at: QPointF) -> None:
        x, y = (min(max(v, -1.0), 1.0) for v in self._place(at))
        if self._drag == Qt.MouseButton.RightButton or (self._brush is not None and self._brush < 0):
            self.wiped.emit(x, y)
        elif self._last is None or np.hypot(x - self._last[0], y - self._last[1]) >= _APART:
            self._last = (x, y)
            self.put.emit(x, y)

    def _pixel(self, x: float, y: float) -> QPointF:
        area = self.square()
        across = area.width() / (2 * self._reach)
        return QPointF(area.left() + (x + self._reach) * across, area.bottom() - (y + self._reach) * across)

    def _pixels(self, points: Points) -> list[QPointF]:
        """Where all of them are in the widget."""
        area = self.square()
        across = area.width() / (2 * self._reach)
        places = (points.x + self._reach) * across
        return [QPointF(area.left() + x, area.bottom() - y) for x, y in places.tolist()]

    def _place(self, at: QPointF) -> tuple[float, float]:
        area = self.square()
        across = area.width() / (2 * self._reach)
        return (at.x() - area.left()) / across - self._reach, (area.bottom() - at.y()) / across - self._reach

    def _say(self) -> None:
        n = 0 if self._points is None else self._points.n
        self.setAccessibleName(self.tr("Points of the task"))
        text = self.tr("{n} points.").format(n=f"{n:,}")
        if self._brush is not None:
            brush = self.tr("the rubber") if self._brush < 0 else words.class_name(self._brush, self._names)
            more = self.tr(
                "Brush: {brush}. At x = {x}, y = {y}: arrows move, Enter paints, Delete takes away, "
                "Page Down changes the brush."
            )
            x, y = (f"{v:.2f}" for v in self._mark)
            text = f"{text} {more.format(brush=brush, x=x, y=y)}"
        self.setAccessibleDescription(text)
