"""Sight: the disturbed picture, large, with the patch that covers a part of it to be dragged about."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen

from neuroviz.data.disturb import SIDE, Disturbance
from neuroviz.ui import pad_paper
from neuroviz.ui.errors import painted
from neuroviz.ui.images import Raster, fade, picture
from neuroviz.ui.square import SquareWidget
from neuroviz.ui.theme import theme, theme_changes

_STEP = 0.5  # pixels of the picture for one press of an arrow


class Sight(SquareWidget):
    """Dragging, or the arrows, put the middle of the patch somewhere else; plus and minus size it."""

    patched = Signal(float, float)
    """The patch is wanted there: its middle in pixels of the picture."""

    sized = Signal(float)
    """The patch is wanted larger by this, in pixels of the picture."""

    def __init__(self) -> None:
        super().__init__()
        self._seen: NDArray[np.float32] | None = None
        self._amounts = Disturbance()
        self._raster: Raster | None = None
        self._bare = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        theme_changes.changed.connect(self._restyle)
        self._name()

    def set_seen(self, seen: NDArray[np.float32] | None, amounts: Disturbance) -> None:
        """Show a picture (28, 28), None for none, and where its patch is."""
        self._seen, self._amounts = seen, amounts
        self._name()
        self._restyle()

    def set_bare(self, picture: NDArray[np.float32] | None) -> None:
        """Show a picture without a patch of its own; nothing can be dragged on it."""
        self._bare = True
        self._seen = picture
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.unsetCursor()
        self._name()
        self._restyle()

    def place_of(self, x: float, y: float) -> QPointF:
        """Where a place of the picture lies in the widget."""
        sheet = self.square()
        return QPointF(sheet.x() + x / SIDE * sheet.width(), sheet.y() + y / SIDE * sheet.height())

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """The picture pixel by pixel, and the rim of the patch."""
        sheet, look = self.square(), theme()
        pad_paper.sheet(painter, sheet, look, focused=self.hasFocus())
        if self._seen is None:
            return
        if self._raster is None:
            self._raster = picture(self._seen, fade(look.card, look.ink))
        painter.drawImage(sheet.adjusted(2, 2, -2, -2), self._raster.image)
        if self._amounts.patch > 0:
            self._paint_rim(painter)

    def _paint_rim(self, painter: QPainter) -> None:
        look, amounts = theme(), self._amounts
        half = amounts.patch / 2
        corner = self.place_of(amounts.patch_x - half, amounts.patch_y - half)
        rim = QRectF(corner, self.place_of(amounts.patch_x + half, amounts.patch_y + half))
        painter.setClipRect(self.square())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.card, 3))
        painter.drawRect(rim)
        pen = QPen(look.accent, 1.5)
        pen.setDashPattern([4.0, 3.0])
        painter.setPen(pen)
        painter.drawRect(rim)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The patch comes here."""
        if event.button() == Qt.MouseButton.LeftButton and not self._bare:
            self._move_to(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """And is dragged."""
        if event.buttons() & Qt.MouseButton.LeftButton and not self._bare:
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

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring appears."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """And goes."""
        super().focusOutEvent(event)
        self.update()

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
        if self._bare:
            self.setAccessibleName(self.tr("The picture that was prepared again"))
            self.setAccessibleDescription("")
            self.setToolTip("")
            return
        self.setAccessibleName(self.tr("The disturbed picture"))
        tip = self.tr("Drag a patch over the picture, or move it by the arrow keys; plus and minus size it.")
        self.setToolTip(tip)
        text = self.tr("Patch of {size} px at {x}, {y}.")
        size, x, y = (f"{v:.1f}" for v in (self._amounts.patch, self._amounts.patch_x, self._amounts.patch_y))
        self.setAccessibleDescription(text.format(size=size, x=x, y=y) if self._amounts.patch else tip)

    def _restyle(self) -> None:
        self._raster = None
        self.update()


def _within(x: float, y: float) -> tuple[float, float]:
    """A place in the picture, in tenths of a pixel."""
    return round(min(max(x, 0.0), float(SIDE)), 1), round(min(max(y, 0.0), float(SIDE)), 1)
