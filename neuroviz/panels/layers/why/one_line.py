"""OneLine: words that get smaller where there is no room for them, rather than be cut off."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from neuroviz.ui.errors import painted
from neuroviz.ui.fit import fitting
from neuroviz.ui.theme import theme, theme_changes

_FLAGS = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class OneLine(QWidget):
    """A name, or a row of numbers, over a picture that may be narrow.

    Its height does not follow the words: numbers that change sixty times a second lay nothing out anew.
    """

    def __init__(self, *, scale: float = 1.0, bold: bool = False) -> None:
        super().__init__()
        self._scale, self._bold = scale, bold
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme_changes.changed.connect(self.updateGeometry)

    def text(self) -> str:
        """What stands there."""
        return self._text

    def setText(self, text: str) -> None:
        """Write this."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(0, QFontMetrics(self._font()).height())

    def minimumSizeHint(self) -> QSize:
        """As narrow as need be."""
        return self.sizeHint()

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """In a font in which they fit."""
        painter.setFont(fitting(self._font(), (self._text,), self.width()))
        painter.setPen(theme().text)
        painter.drawText(self.rect(), _FLAGS, self._text)

    def _font(self) -> QFont:
        weight = QFont.Weight.DemiBold if self._bold else QFont.Weight.Normal
        return theme().font(self._scale, weight, tabular=True)
