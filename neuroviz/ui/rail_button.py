"""RailButton: a room's entry in the rail; the current one has a bar, a ground and bold type."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from neuroviz.ui.errors import painted
from neuroviz.ui.icons import has_icon, paint_icon
from neuroviz.ui.theme import theme, theme_changes


class RailButton(QAbstractButton):
    """Icon and title; the icon alone when folded. Arrows ask for the neighbour."""

    moved = Signal(int)
    """−1 or 1: the focus should go to the entry above or below."""

    def __init__(self, room: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.room = room
        self._icon = f"room_{room}" if has_icon(f"room_{room}") else "room"
        self._folded = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_changes.changed.connect(self.updateGeometry)

    def set_title(self, title: str, chapter: str) -> None:
        """What it says; the chapter is for screen readers and for the tooltip."""
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(chapter)
        self.setToolTip(f"{title}\n{chapter}")

    def set_folded(self, on: bool) -> None:
        """Show the icon alone."""
        self._folded = on
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """One row."""
        return QSize(theme().space(12 if self._folded else 44), theme().space(9))

    def minimumSizeHint(self) -> QSize:
        """The icon can always be seen."""
        return QSize(theme().space(10), theme().space(9))

    def nextCheckState(self) -> None:
        """A click asks for the room; what is current is said from outside."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down move, Enter and Space open."""
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _draw(self, painter: QPainter) -> None:
        look, current = theme(), self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        radius = look.space(1.5)
        painter.setPen(QPen(look.accent, look.stroke(2)) if self.hasFocus() else Qt.PenStyle.NoPen)
        if current or self.underMouse():
            painter.setBrush(look.raised)
        painter.drawRoundedRect(box, radius, radius)
        painter.setPen(Qt.PenStyle.NoPen)
        if current:
            painter.setBrush(look.accent)
            bar = QRectF(
                box.left(), box.top() + look.space(2), look.space(0.75), box.height() - look.space(4)
            )
            painter.drawRoundedRect(bar, 1.5, 1.5)
        side = look.space(5)
        left = (self.width() - side) / 2 if self._folded else look.space(3)
        colour = look.text if current or self.underMouse() else look.quiet
        paint_icon(painter, QRectF(left, (self.height() - side) / 2, side, side), self._icon, colour)
        if not self._folded:
            font = look.font(1.0, QFont.Weight.DemiBold if current else QFont.Weight.Normal)
            painter.setFont(font)
            painter.setPen(look.text)
            words = self.rect().adjusted(look.space(10), 0, -look.space(2), 0)
            text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, words.width())
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)

    paintEvent = painted(_draw)  # noqa: N815 - Qt's name
