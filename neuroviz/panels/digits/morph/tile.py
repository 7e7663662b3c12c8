"""Tile: a small picture with words above and below it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from neuroviz.ui import pad_paper
from neuroviz.ui.controls import Words
from neuroviz.ui.errors import painted
from neuroviz.ui.images import Raster, fade, picture
from neuroviz.ui.square import SquareWidget
from neuroviz.ui.theme import theme, theme_changes


class Tile(QWidget):
    """A heading, a picture (28, 28) in 0..1, and a line on it."""

    def __init__(self) -> None:
        super().__init__()
        self._heading, self._line = Words(scale=0.85, quiet=True), Words(scale=0.85)
        self._square = _Square()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for one in (self._heading, self._line):
            one.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            one.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            one.setWordWrap(True)
        column.addWidget(self._heading)
        column.addWidget(self._square, 1)
        column.addWidget(self._line)

    def set_heading(self, text: str) -> None:
        """What it is."""
        self._heading.setText(text)

    def show_picture(self, values: NDArray[np.float32] | None, line: str) -> None:
        """A picture, None for none, and what the net reads in it."""
        self._square.show_picture(values)
        self._line.setText(line)


class _Square(SquareWidget):
    def __init__(self) -> None:
        super().__init__()
        self._values: NDArray[np.float32] | None = None
        self._raster: Raster | None = None
        theme_changes.changed.connect(self._restyle)

    def show_picture(self, values: NDArray[np.float32] | None) -> None:
        """Paint this from now on."""
        self._values = values
        self._restyle()

    def minimumSizeHint(self) -> QSize:
        """Two pixels for each of the picture's."""
        return QSize(64, 64)

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """The sheet and the picture."""
        sheet, look = self.square(), theme()
        pad_paper.sheet(painter, sheet, look, focused=False)
        if self._values is not None:
            if self._raster is None:
                self._raster = picture(self._values, fade(look.card, look.ink))
            painter.drawImage(sheet.adjusted(2, 2, -2, -2), self._raster.image)

    def _restyle(self) -> None:
        self._raster = None
        self.update()
