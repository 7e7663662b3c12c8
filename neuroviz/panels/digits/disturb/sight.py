"""Sight: the disturbed picture, large, with the patch that covers a part of it to be dragged about."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen

from neuroviz.data.disturb import SIDE, Disturbance
from neuroviz.panels.digits.pixel_sheet import PixelSheet
from neuroviz.ui.theme import theme

_STEP = 0.5  # pixels of the picture for one press of an arrow


class Sight(PixelSheet):
    """Dragging, or the arrows, put the middle of the patch somewhere else; plus and minus size it."""

    patched = Signal(float, float)
    """The patch is wanted there: its middle in pixels of the picture."""

    sized = Signal(float)
    """The patch is wanted larger by this, in pixels of the picture."""

    def __init__(self) -> None:
        super().__init__()
        self._amounts = Disturbance()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._name()

    def set_amounts(self, amounts: Disturbance) -> None:
        """Where the patch is wanted: its rim is there before the picture follows."""
        if amounts != self._amounts:
            self._amounts = amounts
            self._name()
            self.update()

    def minimumSizeHint(self) -> QSize:
        """Large enough to drag a patch over."""
        return QSize(140, 140)

    def place_of(self, x: float, y: float) -> QPointF:
        """Where a place of the picture lies in the widget."""
        sheet = self.square()
        return QPointF(sheet.x() + x / SIDE * sheet.width(), sheet.y() + y / SIDE * sheet.height())

    def paint_over(self, painter: QPainter) -> None:
        """The rim of the patch."""
        look, amounts = theme(), self._amounts
        if not amounts.patch:
            return
        half = amounts.patch / 2
        corner = self.place_of(amounts.patch_x - half, amounts.patch_y - half)
        rim = QRectF(corner, self.place_of(amounts.patch_x + half, amounts.patch_y + half))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.card, 3))
        painter.drawRect(rim)
        pen = QPen(look.accent, 1.5)
        pen.setDashPattern([4.0, 3.0])
        painter.setPen(pen)
        painter.drawRect(rim)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The patch comes here."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._move_to(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """And is dragged."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._move_to(event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the patch, plus and minus size it."""
        by = {
            Qt.Key.Key_Left: (-_STEP, 0.0), Qt.Key.Key_Right: (_STEP, 0.0),
            Qt.Key.Key_Up: (0.0, -_STEP), Qt.Key.Key_Down: (0.0, _STEP),
        }.get(Qt.Key(event.key()))  # fmt: skip
        size = {Qt.Key.Key_Plus: 1.0, Qt.Key.Key_Equal: 1.0, Qt.Key.Key_Minus: -1.0}.get(Qt.Key(event.key()))
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif by is not None:
            self.patched.emit(*_within(self._amounts.patch_x + by[0], self._amounts.patch_y + by[1]))
        elif size is not None:
            self.sized.emit(size)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
        super().changeEvent(event)

    def _move_to(self, place: QPointF) -> None:
        sheet = self.square()
        across, down = (place.x() - sheet.x()) / sheet.width(), (place.y() - sheet.y()) / sheet.height()
        self.patched.emit(*_within(across * SIDE, down * SIDE))

    def _name(self) -> None:
        self.setAccessibleName(self.tr("The disturbed picture"))
        tip = self.tr("Drag a patch over the picture, or move it by the arrow keys; plus and minus size it.")
        self.setToolTip(tip)
        text = self.tr("Patch of {size} px at {x}, {y}.")
        size, x, y = (f"{v:.1f}" for v in (self._amounts.patch, self._amounts.patch_x, self._amounts.patch_y))
        self.setAccessibleDescription(text.format(size=size, x=x, y=y) if self._amounts.patch else tip)


def _within(x: float, y: float) -> tuple[float, float]:
    """A place in the picture, in tenths of a pixel."""
    return round(min(max(x, 0.0), float(SIDE)), 1), round(min(max(y, 0.0), float(SIDE)), 1)
