"""OneLine: words that get smaller where there is no room for them, rather than be cut off."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy

from neuroviz.ui.controls import Words
from neuroviz.ui.errors import painted
from neuroviz.ui.fit import fitting

_FLAGS = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class OneLine(Words):
    """A name or a row of numbers over a picture that may be narrow."""

    def __init__(self, *, scale: float = 1.0, quiet: bool = False, bold: bool = False) -> None:
        super().__init__(scale=scale, quiet=quiet, bold=bold)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setProperty("elides", True)

    def minimumSizeHint(self) -> QSize:
        """As narrow as need be."""
        return QSize(0, self.sizeHint().height())

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """In a font in which they fit."""
        painter.setFont(fitting(self.font(), (self.text(),), self.width()))
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), _FLAGS, self.text())
