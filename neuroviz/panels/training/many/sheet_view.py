"""SheetView: what every net answers, side by side; one of them can be picked."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QToolTip

from neuroviz.panels.training.many.ink import Ink
from neuroviz.sims.training.many_maps import Sheet
from neuroviz.ui.errors import painted
from neuroviz.ui.focus import plain
from neuroviz.ui.images import Raster
from neuroviz.ui.square import SquareWidget
from neuroviz.ui.theme import theme, theme_changes

_MARGIN = 4  # pixels above it, for the ring
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}  # fmt: skip


class SheetView(SquareWidget):
    """A click or the arrows pick a net; hovering tells how good it is."""

    picked = Signal(int)
    """The net that is wanted."""

    def __init__(self) -> None:
        super().__init__()
        self._sheet: Sheet | None = None
        self._ink: Ink | None = None
        self._raster: Raster | None = None
        self._pick = 0
        self._told: Callable[[int], str] = str
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme_changes.changed.connect(self._recolour)
        self._say()

    def show_sheet(self, sheet: Sheet | None, ink: Ink | None, pick: int, told: Callable[[int], str]) -> None:
        """Show these; `told` says of each what is to be said of it."""
        self._sheet, self._ink, self._pick, self._told = sheet, ink, pick, told
        self._recolour()
        self._say()

    def square(self) -> QRectF:
        """At the top, below the words that belong to it."""
        area = super().square()
        area.moveTop(_MARGIN)
        return area

    def place(self, net: int) -> QRectF:
        """Where a net is, in the widget's pixels."""
        area = self.square()
        columns = 1 if self._sheet is None else self._sheet.columns
        side = area.width() / columns
        return QRectF(area.x() + net % columns * side, area.y() + net // columns * side, side, side)

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """All nets, lines between them, the picked one in a frame."""
        look, area = theme(), self.square()
        painter.fillRect(area, look.card)
        if self._raster is None or self._sheet is None:
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(area, self._raster.image)
        columns = self._sheet.columns
        side = area.width() / columns
        painter.setPen(QPen(look.window, 1.0 if side < 24 else 2.0))
        for i in range(1, columns):
            at = i * side
            painter.drawLine(QPointF(area.x() + at, area.y()), QPointF(area.x() + at, area.bottom()))
            painter.drawLine(QPointF(area.x(), area.y() + at), QPointF(area.right(), area.y() + at))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        mark = self.place(self._pick)
        painter.setPen(QPen(look.window, look.stroke(5)))
        painter.drawRect(mark)
        painter.setPen(QPen(look.accent, look.stroke(4 if self.hasFocus() else 2.5)))
        painter.drawRect(mark)

    # -- the hand ----------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick."""
        net = self._under(event.position())
        if event.button() == Qt.MouseButton.LeftButton and net is not None:
            self.picked.emit(net)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell."""
        net = self._under(event.position())
        QToolTip.showText(event.globalPosition().toPoint(), "" if net is None else self._told(net), self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from net to net; Home and End to the first and the last."""
        sheet, key = self._sheet, Qt.Key(event.key())
        if sheet is None or not plain(event):
            super().keyPressEvent(event)
            return
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: sheet.k - 1}
        if key in ends:
            self.picked.emit(ends[key])
        elif key in _ARROWS:
            across, down = _ARROWS[key]
            column, row = self._pick % sheet.columns + across, self._pick // sheet.columns + down
            net = row * sheet.columns + column
            if 0 <= column < sheet.columns and 0 <= net < sheet.k:
                self.picked.emit(net)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    # -- inside ------------------------------------------------------------------------------------

    def _under(self, at: QPointF) -> int | None:
        area, sheet = self.square(), self._sheet
        if sheet is None or not area.contains(at):
            return None
        column = int((at.x() - area.x()) / area.width() * sheet.columns)
        row = int((at.y() - area.y()) / area.height() * sheet.columns)
        net = row * sheet.columns + column
        return net if net < sheet.k else None

    def _recolour(self) -> None:
        if self._sheet is None or self._ink is None:
            self._raster = None
        else:
            codes = self._sheet.codes
            if self._raster is None or self._raster.words.shape != codes.shape:
                self._raster = Raster(*codes.shape)
            np.take(self._ink.sheet_table(), codes, out=self._raster.words, mode="clip")
        self.update()

    def _say(self) -> None:
        self.setAccessibleName(self.tr("All nets, side by side"))
        told = "" if self._sheet is None else self._told(self._pick)
        self.setAccessibleDescription(told)
