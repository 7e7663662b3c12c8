"""The ground of a relief: every value's colour, lit from the north-west, with lines of equal value."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from neuroviz.ui.images import Words
from neuroviz.ui.relief.shape import Floats, Relief, between
from neuroviz.ui.theme import Theme

LEVELS = 14
"""Lines of equal value, at most."""

_SUN = np.array([-0.55, 0.45, 0.70])
_STEEP = 0.45  # how high 0..1 stands over a side of 1 when light falls on it
_SHADE, _LIGHT = 0.62, 0.55  # of the colour where no light falls, and what the light adds
_LINE = 0.75  # half a line, in pixels
_FAINT, _BOLD = 0.28, 0.55  # opacity of lines


def texture(relief: Relief, look: Theme, side: int = 384, *, relief_light: bool = True) -> Words:
    """(side, side) opaque words, row 0 at y[0]; holes are 0. relief_light: shade slopes."""
    places = np.linspace(0.0, 1.0, side)
    rows, columns = relief.z.shape
    row, column = np.meshgrid(places * (rows - 1), places * (columns - 1), indexing="ij")
    heights = between(relief.heights, row, column)
    rgb = look.magnitude(heights)[..., :3].astype(np.float32)
    if relief_light:
        rgb *= _light(heights)[..., None]
    _draw_levels(rgb, relief, heights, look.window)
    packed = np.clip(rgb, 0, 255).astype(np.uint32)
    words = np.uint32(0xFF000000) | (packed[..., 0] << 16) | (packed[..., 1] << 8) | packed[..., 2]
    words[np.isnan(heights)] = 0
    return words.astype(np.uint32)


def _light(heights: Floats) -> NDArray[np.float32]:
    """How bright each place is: Lambert's cosine law for a distant sun."""
    side = len(heights)
    up, right = (_STEEP * one * (side - 1) for one in np.gradient(np.nan_to_num(heights)))
    length = np.sqrt(1 + up * up + right * right)
    cosine = (-_SUN[0] * right - _SUN[1] * up + _SUN[2]) / (length * np.linalg.norm(_SUN))
    return np.asarray(_SHADE + _LIGHT * np.maximum(cosine, 0.0), np.float32)


def _draw_levels(rgb: NDArray[np.float32], relief: Relief, heights: Floats, ink: QColor) -> None:
    """Lines as wide everywhere, whatever the slope: how far a value is from its level, by how fast it goes."""
    levels = relief.height_of(np.array(relief.levels(LEVELS)))
    if len(levels) < 2:
        return
    along = np.interp(heights, levels, np.arange(len(levels), dtype=np.float64), np.nan, np.nan)
    low, high = levels[0], levels[-1]  # beyond the outer lines the distance to them counts on
    along = np.where(heights < low, (heights - low) / max(levels[1] - low, 1e-9), along)
    along = np.where(
        heights > high, len(levels) - 1 + (heights - high) / max(high - levels[-2], 1e-9), along
    )
    nearest = np.clip(np.rint(np.nan_to_num(along)), 0, len(levels) - 1)
    up, right = np.gradient(np.nan_to_num(along))
    speed = np.sqrt(up * up + right * right) + 1e-12
    cover = np.clip(_LINE + 0.5 - np.abs(along - nearest) / speed, 0.0, 1.0)
    cover *= np.where(nearest % 5 == 0, _BOLD, _FAINT)
    cover = np.nan_to_num(cover).astype(np.float32)[..., None]
    rgb *= 1 - cover
    rgb += cover * np.array([ink.red(), ink.green(), ink.blue()], np.float32)
