"""Tile: a small picture with words above and below it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from neuroviz.panels.digits.pixel_sheet import PixelSheet
from neuroviz.ui.controls import Words


class Tile(QWidget):
    """A heading, a picture (28, 28) in 0..1, and a line on it."""

    def __init__(self) -> None:
        super().__init__()
        self._heading, self._line = Words(scale=0.85, quiet=True), Words(scale=0.85)
        self._square = PixelSheet()
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
