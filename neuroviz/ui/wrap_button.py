"""WrapButton: a button whose sentence wraps, for things to try."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from neuroviz.ui.errors import painted
from neuroviz.ui.icons import paint_icon
from neuroviz.ui.theme import theme, theme_changes

_FLAGS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap


class WrapButton(QAbstractButton):
    """As wide as it is given, as high as its text needs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme_changes.changed.connect(self.updateGeometry)

    def heightForWidth(self, width: int) -> int:
        """Height of the wrapped text and its margins, pixels."""
        look = theme()
        box = QRect(0, 0, max(1, width - self._beside()), 10_000)
        return self.fontMetrics().boundingRect(box, int(_FLAGS), self.text()).height() + look.space(4)

    def hasHeightForWidth(self) -> bool:
        """Its height follows from its width."""
        return True

    def sizeHint(self) -> QSize:
        """A comfortable column of text."""
        width = theme().space(60)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """May become narrow, never cut off."""
        return QSize(theme().space(30), self.fontMetrics().height() + theme().space(4))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus."""
        super().focusInEvent(event)
        self.update()

    def _beside(self) -> int:
        return theme().space(11)

    def _draw(self, painter: QPainter) -> None:
        look = theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.accent, look.stroke(2)) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(look.line if self.isDown() or self.underMouse() else look.raised)
        radius = look.space(1.5)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        side = look.space(4)
        arrow = QRectF(look.space(2), (self.height() - side) / 2, side, side)
        paint_icon(painter, arrow, "chevron_right", look.accent)
        painter.setPen(look.text)
        painter.setFont(self.font())
        room = self.rect().adjusted(look.space(8), 0, -look.space(3), 0)
        painter.drawText(room, int(_FLAGS), self.text())

    paintEvent = painted(_draw)  # noqa: N815 - Qt's name
