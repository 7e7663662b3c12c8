"""SquareWidget: what is as high as it is wide, wherever a layout puts it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from neuroviz.ui.focus import Ringed
from neuroviz.ui.theme import theme

_MARGIN = 4  # pixels round the square, for the ring


class SquareWidget(Ringed):
    """A widget whose picture is the largest square in its middle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def square(self) -> QRectF:
        """The square, in the widget's pixels."""
        side = max(1, min(self.width(), self.height()) - 2 * _MARGIN)
        return QRectF((self.width() - side) // 2, (self.height() - side) // 2, side, side)

    def device_side(self) -> int:
        """Device pixels along the square."""
        return max(1, round(self.square().width() * self.devicePixelRatioF()))

    def sizeHint(self) -> QSize:
        """A comfortable square."""
        side = theme().space(80)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """The smallest square that can be worked in."""
        return QSize(140, 140)

    def hasHeightForWidth(self) -> bool:
        """It would like to be square."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as wide."""
        return width
