"""GamePictures: one picture as large as its place allows, or a few side by side."""

from __future__ import annotations

from math import ceil

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from neuroviz.ui import device
from neuroviz.ui.errors import painted
from neuroviz.ui.fit import fitting
from neuroviz.ui.images import Raster, fade, picture
from neuroviz.ui.theme import theme, theme_changes

_SIDE = 28
_UNDER = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextDontClip

Bytes = NDArray[np.uint8]


def raster_of(grey: Bytes) -> Raster:
    """A picture in the theme's paper and ink."""
    look = theme()
    return picture(grey.astype(np.float32) / np.float32(255), fade(look.card, look.ink))


class GamePictures(QWidget):
    """Pictures (n, 28, 28) with a word under each, in the arrangement that makes them largest."""

    def __init__(self) -> None:
        super().__init__()
        self._greys: Bytes = np.zeros((0, _SIDE, _SIDE), np.uint8)
        self._words: tuple[str, ...] = ()
        self._rasters: list[Raster] | None = None
        self._smooth = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme_changes.changed.connect(self._restyle)

    def set_pictures(self, greys: Bytes, words: tuple[str, ...] = ()) -> None:
        """Show these; no words or one for each."""
        if greys.shape == self._greys.shape and words == self._words and np.array_equal(greys, self._greys):
            return
        self._greys, self._words = greys, words
        self._restyle()

    def set_smooth(self, on: bool) -> None:
        """Blend pixels into each other, or show them as squares."""
        self._smooth = on
        self.update()

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """All of them, with a hairline round each."""
        look = theme()
        if self._rasters is None:
            self._rasters = [raster_of(grey) for grey in self._greys]
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._smooth)
        places = self.places()
        wide = places[0].width() + look.space(4) - look.space(1) if places else 0.0
        font = fitting(look.font(0.85), self._words, wide)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        for i, (raster, place) in enumerate(zip(self._rasters, places, strict=True)):
            painter.fillRect(place.adjusted(-1, -1, 1, 1), look.line)
            if self._smooth:
                painter.drawImage(place, raster.image)
            else:
                device.draw_pixels(painter, place, raster.image)
            if self._words:
                painter.setPen(look.quiet)
                left, top = place.center().x() - wide / 2, place.bottom() + look.space(1)
                under = QRectF(left, top, wide, self._line())
                word = metrics.elidedText(self._words[i], Qt.TextElideMode.ElideRight, wide)
                painter.drawText(under, int(_UNDER), word)

    def places(self) -> list[QRectF]:
        """The square of each picture."""
        n = len(self._greys)
        if n == 0:
            return []
        gap, line = theme().space(4), self._line() + theme().space(1) if self._words else 0.0
        columns, side = max(
            (self._side(n, c, gap, line) for c in range(1, n + 1)), key=lambda found: found[1]
        )
        rows = ceil(n / columns)
        left = (self.width() - columns * side - (columns - 1) * gap) / 2
        top = (self.height() - rows * (side + line) - (rows - 1) * gap) / 2
        return [
            QRectF(
                round(left + i % columns * (side + gap)),
                round(top + i // columns * (side + line + gap)),
                side,
                side,
            )
            for i in range(n)
        ]

    def _side(self, n: int, columns: int, gap: float, line: float) -> tuple[int, float]:
        rows = ceil(n / columns)
        across = (self.width() - 2 - (columns - 1) * gap) / columns
        down = (self.height() - 2 - rows * line - (rows - 1) * gap) / rows
        side = max(min(across, down), 8.0)
        ratio = self.devicePixelRatioF()
        whole = (
            side * ratio // _SIDE * _SIDE / ratio
        )  # a whole number of screen pixels for each of the picture's
        return columns, whole if whole >= _SIDE else side

    def _line(self) -> float:
        return QFontMetricsF(theme().font(0.85)).height()

    def sizeHint(self) -> QSize:
        """Large."""
        return QSize(theme().space(80), theme().space(80))

    def minimumSizeHint(self) -> QSize:
        """Still to be read."""
        return QSize(theme().space(30), theme().space(16))

    def _restyle(self) -> None:
        self._rasters = None
        self.update()
