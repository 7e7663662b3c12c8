"""Maps as pictures: signed colours about the value that separates, and the line where it is reached."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QColor

from neuroviz.nn.arrays import Array
from neuroviz.ui.images import Raster, Words, toned, word_table
from neuroviz.ui.theme import Theme

_LOW = -1.0
_FINE = 256
_BEYOND = 0.94  # what is at the end of the scale is not quite the full colour, so that points stand out


def reach_of(values: Array, level: float) -> float:
    """The largest distance from the level: the end of the scale; 1 where there is none."""
    finite = np.abs(values[np.isfinite(values)] - level)
    largest = float(finite.max()) if finite.size else 0.0
    return largest if largest > 0 else 1.0


def table(look: Theme) -> Words:
    """The signed colours as words, for `raster`."""
    return word_table(lambda share: look.signed(np.asarray(share) * np.float32(_BEYOND)), _LOW)


def raster(values: Array, level: float, reach: float, words: Words, ink: QColor) -> Raster:
    """A map (H, W) as a picture with its contour at the level; what is no number stays transparent."""
    found = Raster(*values.shape)
    share = (values - np.float32(level)) * np.float32(1 / reach)
    found.words[:] = toned(np.nan_to_num(share, nan=np.nan, posinf=1.0, neginf=-1.0), words, _LOW)
    found.words[contour(values, level)] = 0xFF000000 | ink.rgb()
    return found


def contour(values: Array, level: float) -> Array:
    """(H, W) booleans: pixels with one to the right or below them on the other side of the level."""
    above = values > level
    edge = np.zeros(values.shape, bool)
    edge[:, :-1] |= above[:, :-1] != above[:, 1:]
    edge[:-1] |= above[:-1] != above[1:]
    if len(values) >= _FINE:  # it is seen smaller than it is: a line of one pixel would break up
        edge[1:] |= edge[:-1]
        edge[:, 1:] |= edge[:, :-1]
    edge[~np.isfinite(values)] = False
    return edge
