"""NumPy arrays as Qt images whose memory stays valid for as long as they are used."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import numpy as np
from numpy.typing import ArrayLike, NDArray
from PySide6.QtGui import QColor, QImage

Bytes = NDArray[np.uint8]
Words = NDArray[np.uint32]
Rgba = tuple[int, int, int, int]
ColourMap = Callable[[ArrayLike], Bytes]


class Raster:
    """A picture that is written as an array and drawn as an image; both share one block of memory.

    words: (height, width) uint32, premultiplied ARGB; image: the same pixels for QPainter.drawImage.
    """

    def __init__(self, height: int, width: int) -> None:
        if height < 1 or width < 1:
            raise ValueError(f"a raster of {height} x {width} pixels")
        self.words: Words = np.zeros((height, width), np.uint32)
        self.image = QImage(
            self.words.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied
        )


def words(rgba: Bytes) -> Words:
    """RGBA (..., 4), not premultiplied, as premultiplied ARGB words (...)."""
    wide = rgba.astype(np.uint32)
    alpha = wide[..., 3]
    red, green, blue = ((wide[..., i] * alpha + 127) // 255 for i in range(3))
    return ((alpha << 24) | (red << 16) | (green << 8) | blue).astype(np.uint32)


def word_table(colours: ColourMap, low: float, n: int = 512) -> Words:
    """A colour map as `n` words over `low`..1, for `toned`."""
    return words(colours(np.linspace(low, 1.0, n, dtype=np.float32)))


def toned(values: NDArray[np.float32], table: Words, low: float) -> Words:
    """The words of `values` in `low`..1; outside is clipped, NaN is transparent."""
    place = (values - np.float32(low)) * np.float32((len(table) - 1) / (1.0 - low)) + np.float32(0.5)
    sound = np.fmin(np.fmax(place, 0), len(table) - 1)  # unlike minimum and maximum these leave no NaN
    found: Words = table[sound.astype(np.intp)]
    missing = np.isnan(values)
    if missing.any():
        found[missing] = 0
    return found


def fade(paper: QColor, ink: QColor, n: int = 256) -> Words:
    """Opaque words from `paper` to `ink` in `n` equal steps of the encoded colour; read-only."""
    return _fade(_rgba(paper), _rgba(ink), n)


@lru_cache(maxsize=64)
def _fade(paper: Rgba, ink: Rgba, n: int) -> Words:
    ends = np.array([paper, ink], np.float32)
    share = np.linspace(0.0, 1.0, n, dtype=np.float32)[:, None]
    table = words(np.rint(ends[0] * (1 - share) + ends[1] * share).astype(np.uint8))
    table.flags.writeable = False
    return table


def glaze(ink: QColor, n: int = 256) -> Words:
    """Words of one colour from nothing to opaque in `n` equal steps."""
    rgba = np.empty((n, 4), np.uint8)
    rgba[:] = _rgba(ink)
    rgba[:, 3] = np.rint(np.linspace(0.0, 255.0, n))
    return words(rgba)


def picture(values: NDArray[np.float32], table: Words, low: float = 0.0) -> Raster:
    """An array (H, W) of values in `low`..1 as a raster of its own."""
    raster = Raster(*values.shape)
    raster.words[:] = toned(values, table, low)
    return raster


def _rgba(colour: QColor) -> Rgba:
    return colour.red(), colour.green(), colour.blue(), colour.alpha()
