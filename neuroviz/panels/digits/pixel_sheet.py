"""PixelSheet: a picture of 28 × 28 values as a sheet of paper, pixel by pixel."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPainterPath

from neuroviz.ui import device, pad_paper
from neuroviz.ui.errors import painted
from neuroviz.ui.images import Raster, fade, picture
from neuroviz.ui.square import SquareWidget
from neuroviz.ui.theme import theme, theme_changes

_SMALLEST = 64  # two of the screen's pixels for each of the picture's


class PixelSheet(SquareWidget):
    """Values (28, 28) in 0..1, 1 is ink; None: an empty sheet."""

    def __init__(self) -> None:
        super().__init__()
        self._values: NDArray[np.float32] | None = None
        self._raster: Raster | None = None
        theme_changes.changed.connect(self._recolour)

    def show_picture(self, values: NDArray[np.float32] | None) -> None:
        """Paint this from now on."""
        if values is not self._values:
            self._values = values
            self._recolour()

    def minimumSizeHint(self) -> QSize:
        """Small, but every pixel can be seen."""
        return QSize(_SMALLEST, _SMALLEST)

    def paint_over(self, painter: QPainter) -> None:
        """What a subclass draws on top, within the sheet."""

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """The sheet, the picture within its round corners, and what lies on it."""
        sheet, look = self.square(), theme()
        pad_paper.sheet(painter, sheet, look, focused=self.hasFocus())
        if self._values is None:
            return
        if self._raster is None:
            self._raster = picture(self._values, fade(look.card, look.ink))
        radius = pad_paper.CORNER * look.text_scale - 1
        inside = QPainterPath()
        inside.addRoundedRect(sheet.adjusted(1, 1, -1, -1), radius, radius)
        painter.setClipPath(inside)
        device.draw_pixels(painter, sheet, self._raster.image)
        self.paint_over(painter)

    def _recolour(self) -> None:
        self._raster = None
        self.update()
