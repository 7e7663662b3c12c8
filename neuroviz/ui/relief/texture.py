"""The ground of a relief: every value's colour, lit from the north-west, with lines of equal value."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from neuroviz.ui.images import Words
from neuroviz.ui.relief.lens import TALL
from neuroviz.ui.relief.shape import Floats, Relief, Singles
from neuroviz.ui.theme import Theme

LEVELS = 14
"""Lines of equal value, at most."""

_SUN = np.array([-0.55, 0.45, 0.70])
_STEEP = 0.45  # how high 0..1 stands over a side of 1 when light falls on it
_SHADE, _LIGHT = 0.62, 0.55  # of the colour where no light falls, and what the light adds
_SOFT = 0.35  # of these differences, for a map
_LINE = 0.75  # half a line, in pixels
_FAINT, _BOLD = 0.34, 0.62  # opacity of lines
_LEVEL = 2e-3  # levels passed in a pixel: where it is less, a plain lies at a level, and no line ends
_TONES = 1024
_FINE = 8192  # steps of a table that stands for uneven levels
_DARK, _LIGHTER = 60.0, 0.7  # of 255: lines are light, and fainter, on what is darker
_LUMA = (0.299, 0.587, 0.114)


def texture(
    relief: Relief,
    look: Theme,
    shape: tuple[int, int],
    rows: tuple[int, int] | None = None,
    *,
    flat: bool = False,
    weight: float = 1.0,
) -> Words:
    """(rows, columns) opaque words of a picture of that shape, row 0 at y[0]; holes are 0. rows: from which
    to which of them, without which it is all. flat: for a map, where slopes are shaded less. weight: of the
    lines.
    """
    first, last = rows or (0, shape[0])
    below, above = max(first - 1, 0), min(last + 1, shape[0])  # how fast values change is seen by neighbours
    n_rows, n_columns = relief.z.shape
    across = _Places.of(n_columns, shape[1], (0, shape[1]))
    heights = _between(relief.heights, _Places.of(n_rows, shape[0], (below, above)), across)
    own = slice(first - below, first - below + last - first)
    tone = np.nan_to_num(heights[own] * np.float32(_TONES - 1) + np.float32(0.5)).astype(np.int32)
    channels = [table.take(tone, mode="clip") for table in _tones(look)]
    inner = _Places.of(n_rows, shape[0], (first, last))
    bright, steep = (_between(one, inner, across) for one in _slopes(relief, soft=flat))
    channels = [channel * bright for channel in channels]
    _draw_levels(channels, *_levels(relief, heights, own, weight * (_LINE if flat else _LINE / steep)))
    packed = [np.clip(channel, 0, 255).astype(np.uint32) for channel in channels]
    words: Words = np.uint32(0xFF000000) | packed[0] << 16 | packed[1] << 8 | packed[2]
    if not relief.whole:
        words[np.isnan(heights[own])] = 0
    return words


class _Places:
    """Where pixels lie between the n lines of a grid along one side."""

    def __init__(self, whole: NDArray[np.intp], share: Singles) -> None:
        self.whole, self.share = whole, share

    @classmethod
    def of(cls, n: int, pixels: int, part: tuple[int, int]) -> _Places:
        """Those of a part of so many pixels, the first and the last of which lie on the ends."""
        place = np.linspace(0.0, n - 1, max(2, pixels))[part[0] : part[1]]
        whole = np.minimum(place.astype(np.intp), n - 2)
        return cls(whole, (place - whole).astype(np.float32))


def _between(grid: Singles, up: _Places, across: _Places) -> Singles:
    """Bilinear values, first along rows, then between them."""
    begin, end = int(up.whole[0]), int(up.whole[-1]) + 2
    part = grid[begin:end]
    left = part[:, across.whole]
    left += (part[:, across.whole + 1] - left) * across.share
    found: Singles = left[up.whole - begin]
    found += (left[up.whole - begin + 1] - found) * up.share[:, None]
    return found


@lru_cache(maxsize=4)
def _tones(look: Theme) -> tuple[Singles, Singles, Singles]:
    rgb = look.magnitude(np.linspace(0.0, 1.0, _TONES)).astype(np.float32)
    red, green, blue = (np.ascontiguousarray(rgb[:, k]) for k in range(3))
    return red, green, blue


def _slopes(relief: Relief, *, soft: bool) -> tuple[Singles, Singles]:
    """How bright each place of the grid is, by Lambert's cosine law for a distant sun; and how many times
    longer the way down the block's slope is than on the ground.
    """
    shape = relief.heights.shape
    slopes = (np.nan_to_num(one) * (n - 1) for one, n in zip(np.gradient(relief.heights), shape, strict=True))
    up, right = slopes
    tall = TALL / 2
    steep = np.sqrt(1 + tall * tall * (up * up + right * right))
    up, right = _STEEP * up, _STEEP * right
    length = np.sqrt(1 + up * up + right * right)
    cosine = (-_SUN[0] * right - _SUN[1] * up + _SUN[2]) / (length * np.linalg.norm(_SUN))
    bright = _SHADE + _LIGHT * np.maximum(cosine, 0.0)
    if soft:
        bright = 1 + _SOFT * (bright - 1)
    return bright.astype(np.float32), steep.astype(np.float32)


def _levels(
    relief: Relief, heights: Singles, own: slice, half: Singles | float
) -> tuple[Singles, Singles]:
    """How much of each pixel a line covers, 0..1, and how strong that line is. half: its width, in pixels.

    Lines are as wide everywhere, whatever the slope: how far a value is from its level, by how fast it goes.
    """
    levels = relief.levels(LEVELS)
    if len(levels) < 2:
        return np.zeros(heights[own].shape, np.float32), np.zeros(heights[own].shape, np.float32)
    along = _along(np.asarray(relief.height_of(np.array(levels))), heights)
    right = np.empty_like(along[own])
    right[:, 1:-1] = (along[own, 2:] - along[own, :-2]) / 2
    right[:, 0], right[:, -1] = along[own, 1] - along[own, 0], along[own, -1] - along[own, -2]
    rows = np.arange(len(along))[own]
    before, after = np.maximum(rows - 1, 0), np.minimum(rows + 1, len(along) - 1)
    up = (along[after] - along[before]) / np.maximum(after - before, 1)[:, None].astype(np.float32)
    speed = np.sqrt(up * up + right * right) + np.float32(1e-9)
    nearest = np.rint(along[own])
    np.clip(nearest, 0, len(levels) - 1, out=nearest)
    cover = half + np.float32(0.5) - np.abs(along[own] - nearest) / speed
    np.clip(cover, 0.0, 1.0, out=cover)
    cover *= np.minimum(np.float32(1.0), speed * np.float32(1 / _LEVEL))
    strengths = np.where(strong(levels, log=relief.log), _BOLD, _FAINT).astype(np.float32)
    return np.nan_to_num(cover), strengths.take(np.nan_to_num(nearest).astype(np.int32))


def strong(levels: list[float], *, log: bool) -> NDArray[np.bool_]:
    """Which of some levels have strong lines: every fifth, or powers of ten."""
    if log:
        return np.array([value != 0 and f"{abs(value):.3e}".startswith("1.000") for value in levels])
    step = float(np.diff(levels).min())
    return np.array([round(value / step) % 5 == 0 for value in levels])


def _along(levels: Floats, heights: Singles) -> Singles:
    """Heights in numbers of levels; beyond the outer ones it is counted on."""
    ends = [levels[0] - (levels[1] - levels[0]), *levels, 2 * levels[-1] - levels[-2]]
    low, high = -1.0, float(len(levels))
    gaps = np.diff(levels)
    if np.ptp(gaps) <= 1e-6 * gaps[0]:
        even: Singles = (heights - np.float32(levels[0])) * np.float32(1 / gaps[0])
        return even
    table = np.interp(np.linspace(0.0, 1.0, _FINE), ends, np.arange(low, high + 1)).astype(np.float32)
    place = heights * np.float32(_FINE - 1)
    whole = np.nan_to_num(place).astype(np.int32)
    place -= whole
    found: Singles = table.take(whole, mode="clip")
    place *= table.take(whole + 1, mode="clip") - found
    found += place
    return found


def _draw_levels(channels: list[Singles], cover: Singles, strength: Singles) -> None:
    """Dark lines on what is light, light ones on what is dark."""
    at = np.flatnonzero(cover)
    opacity = cover.ravel()[at] * strength.ravel()[at]
    colours = [channel.ravel()[at] for channel in channels]
    luma = sum(share * colour for share, colour in zip(_LUMA, colours, strict=True))
    dark = luma < _DARK
    target = np.where(dark, np.float32(235.0), np.float32(15.0))
    opacity *= np.where(dark, np.float32(_LIGHTER), np.float32(1.0))
    for channel, colour in zip(channels, colours, strict=True):
        channel.ravel()[at] = colour + (target - colour) * opacity
