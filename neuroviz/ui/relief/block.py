"""A relief as the top of a solid block, seen from any side above it: all of it in NumPy, pixel by pixel.

The heights are read along lines that lead away from the eye. What is nearer hides what is lower behind it, so
a column of the picture is filled from its foot: each place on the line adds as many pixels as it rises above
all before it. (The floating horizon; T. J. Wright, "A two-space solution to the hidden line problem", 1973.)
A parallel projection: what is equally long is drawn equally long, near or far.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from neuroviz.ui.images import Words
from neuroviz.ui.relief.shape import Floats, between_fast

TALL = 0.8
"""How high 1 stands; the ground goes from -1 to 1."""

FOOT = -0.08
"""How deep the block goes below 0."""

LOWEST, STEEPEST = 8.0, 88.0
"""Degrees from which the eye looks down."""

Rgb = tuple[int, int, int]
Singles = NDArray[np.float32]

_REACH = math.sqrt(2.0)
_TINY = 1e-9
_PLACES = 2.5  # on a line over the ground, for each row of the grid
_WALLS = (0.62, 0.48)  # brightness of the sides, those along y and those along x
_STRATUM = 0.16  # of a side, where a level goes round it


@dataclass(frozen=True)
class Eye:
    """azimuth: degrees by which the block is turned; tilt: from which the eye looks down on it; zoom: 1 for
    all of it; shift: of the picture, in units of the ground.
    """

    azimuth: float = -30.0
    tilt: float = 35.0
    zoom: float = 1.0
    shift: tuple[float, float] = (0.0, 0.0)

    def within(self) -> Eye:
        """The nearest that can be drawn."""
        x, y = (min(max(one, -1.5), 1.5) for one in self.shift)
        tilt = min(max(self.tilt, LOWEST), STEEPEST)
        return Eye((self.azimuth + 180) % 360 - 180, tilt, min(max(self.zoom, 0.5), 8.0), (x, y))


@dataclass(frozen=True)
class Lens:
    """Where places lie in a picture of (width, height) pixels."""

    eye: Eye
    width: int
    height: int

    @property
    def scale(self) -> float:
        """Pixels of one unit of the ground: all of the block fits however it is turned."""
        tall = 2 * _REACH * math.sin(math.radians(self.eye.tilt))
        tall += (TALL - FOOT) * math.cos(math.radians(self.eye.tilt))
        return 0.94 * self.eye.zoom * min(self.width / (2 * _REACH), self.height / tall)

    @property
    def middle(self) -> tuple[float, float]:
        """The pixel of the middle of the ground, at height 0."""
        lift = (TALL + FOOT) / 2 * math.cos(math.radians(self.eye.tilt))
        dx, dy = self.eye.shift
        return self.width / 2 + dx * self.scale, self.height / 2 + (lift + dy) * self.scale

    def project(self, u: Floats, v: Floats, h: Floats) -> tuple[Floats, Floats, Floats]:
        """Pixels across and down, and the depth, of ground places u, v in -1..1 and heights h in 0..1."""
        turn, tilt = math.radians(self.eye.azimuth), math.radians(self.eye.tilt)
        across = u * math.cos(turn) + v * math.sin(turn)
        depth = -u * math.sin(turn) + v * math.cos(turn)
        up = TALL * h * math.cos(tilt) + depth * math.sin(tilt)
        x, y = self.middle
        return x + across * self.scale, y - up * self.scale, depth


@dataclass(frozen=True, eq=False)
class Picture:
    """words: (height, width) premultiplied, nothing beside the block; depth: (height, width) of what is seen
    there, from the eye, ∞ beside the block.
    """

    words: Words
    depth: NDArray[np.float32]


def drawn(relief_heights: Floats, ground: Words, lens: Lens, levels: Floats, side: Rgb) -> Picture:
    """The block. relief_heights: (rows, columns) in 0..1, NaN for holes; ground: (n, n) its colours, opaque;
    levels: heights whose lines go round its sides; side: the colour of these.
    """
    sight = _Sight.of(relief_heights, lens)
    k = sight.filled()
    words = np.zeros(lens.width * lens.height, np.uint32)
    depth = np.full(words.shape, np.inf, np.float32)
    top = np.flatnonzero((k >= _FIRST) & (k <= sight.n))
    words[top], depth[top] = sight.ground(top, k[top], ground)
    wall = np.flatnonzero(k == _WALL)
    words[wall], depth[wall] = sight.wall(wall, levels, side)
    sight.smooth(words, k)
    shape = lens.width, lens.height
    return Picture(*(np.ascontiguousarray(one.reshape(shape).T[::-1]) for one in (words, depth)))


_WALL, _FIRST = 1, 2


@dataclass(frozen=True, eq=False)
class _Sight:
    """For each column of the picture a line over the ground, away from the eye, with `n` places on it.

    near, far: (W, 2) where it enters and leaves the ground; begin, end: (W,) depths of these; rise: (W, n)
    the rows up to which each place reaches, from the foot of the picture; horizon: (W, n) the highest so far;
    foot: (W,) rows below the block; turned: (W,) whether it enters through a side along y.
    """

    lens: Lens
    near: Singles
    far: Singles
    begin: Singles
    end: Singles
    rise: Singles
    horizon: Singles
    foot: Floats
    turned: NDArray[np.bool_]

    @property
    def n(self) -> int:
        return int(self.rise.shape[1])

    @classmethod
    def of(cls, heights: Floats, lens: Lens) -> _Sight:
        turn, tilt = math.radians(lens.eye.azimuth), math.radians(lens.eye.tilt)
        cos, sin = math.cos(turn), math.sin(turn)
        x, y = lens.middle
        across = (np.arange(lens.width) + 0.5 - x) / lens.scale
        at = np.stack([across * cos, across * sin], axis=1)
        way = np.array([-sin if abs(sin) > _TINY else _TINY, cos if abs(cos) > _TINY else _TINY])
        low, high = np.sort(np.stack([(-1 - at) / way, (1 - at) / way]), axis=0)
        begin, end = low.max(axis=1), high.min(axis=1)
        end = np.maximum(begin, end)
        near, far = at + begin[:, None] * way, at + end[:, None] * way
        n = max(48, round(_PLACES * max(heights.shape)))
        share = np.linspace(0.0, 1.0, n)
        u, v = (near[:, i, None] + share * (far - near)[:, i, None] for i in (0, 1))
        rows, columns = heights.shape
        h = between_fast(heights, (v + 1) * ((rows - 1) / 2), (u + 1) * ((columns - 1) / 2))
        s = begin[:, None] + share * (end - begin)[:, None]
        up = (TALL * math.cos(tilt) * h + math.sin(tilt) * s) * lens.scale
        rise = np.where(np.isnan(up), -np.inf, lens.height - y + up)
        rise[end <= begin] = -np.inf
        foot = lens.height - y + (TALL * FOOT * math.cos(tilt) + math.sin(tilt) * begin) * lens.scale
        foot = np.where(end > begin, foot, lens.height + 1.0)
        turned = low[:, 0] > low[:, 1]
        rise = rise.astype(np.float32)
        near, far, begin, end = (one.astype(np.float32) for one in (near, far, begin, end))
        horizon = np.maximum.accumulate(rise, axis=1)
        return cls(lens, near, far, begin, end, rise, horizon, foot, turned)

    def filled(self) -> NDArray[np.integer[Any]]:
        """For each pixel, column by column from the foot up: 0 and n + 1 beside the block, 1 its side, k what
        lies between the places k - 2 and k - 1.
        """
        high = self.lens.height
        base = np.clip(np.floor(self.foot + 0.5), 0, high)
        edges = np.empty((len(base), self.n + 3))
        edges[:, 0], edges[:, 1], edges[:, -1] = 0.0, base, high
        np.clip(np.floor(self.horizon + 0.5), base[:, None], high, out=edges[:, 2:-1])
        counts = np.diff(edges, axis=1).astype(np.intp)
        kinds = np.tile(np.arange(self.n + 2, dtype=np.int32), len(base))
        return np.repeat(kinds, counts.ravel())

    def ground(self, at: NDArray[np.integer[Any]], k: NDArray[np.integer[Any]], ground: Words) -> tuple[Words, Singles]:
        """Colours and depths of pixels of the surface."""
        column, row = (one[at] for one in _pixels(self.lens.width, self.lens.height))
        place = column * self.n + (k - 1)
        rise = self.rise.ravel()
        here, before = rise[place], rise[place - 1]
        span = here - before
        seen = (before == self.horizon.ravel()[place - 1]) & (span > 0)
        np.copyto(span, 1.0, where=~seen)
        share = (row + np.float32(0.5) - before) / span
        np.clip(share, 0.0, 1.0, out=share)
        np.copyto(share, 1.0, where=~seen)
        t = (k - 2 + share) * np.float32(1 / (self.n - 1))
        n, half = len(ground), np.float32(len(ground) / 2)
        at_once = [
            np.clip(((self.near[:, i] + 1) * half)[column] + t * (self.far - self.near)[:, i][column] * half,
                    0, n - 1).astype(np.int32)
            for i in (1, 0)
        ]
        depth = self.begin[column] + t * (self.end - self.begin)[column]
        return ground.ravel()[at_once[0] * n + at_once[1]], depth

    def wall(self, at: NDArray[np.integer[Any]], levels: Floats, side: Rgb) -> tuple[Words, Singles]:
        """Colours and depths of pixels of the sides: strata show the height."""
        column, row = (one[at] for one in _pixels(self.lens.width, self.lens.height))
        tilt, scale = math.radians(self.lens.eye.tilt), self.lens.scale
        y = self.lens.middle[1]
        tall = TALL * math.cos(tilt)
        depth = self.begin[column]
        h = ((row + 0.5 - (self.lens.height - y)) / scale - math.sin(tilt) * depth) / tall
        bright = np.where(self.turned[column], *_WALLS)
        if len(levels):
            nearest = levels[np.clip(np.searchsorted(levels, h), 1, max(len(levels) - 1, 1)) - 1]
            above = levels[np.clip(np.searchsorted(levels, h), 0, len(levels) - 1)]
            gap = np.minimum(np.abs(h - nearest), np.abs(above - h)) * tall * scale
            bright = bright + _STRATUM * np.clip(1.2 - gap, 0.0, 1.0)
        rgb = np.clip(np.outer(bright, side), 0, 255).astype(np.uint32)
        return np.uint32(0xFF000000) | (rgb[:, 0] << 16) | (rgb[:, 1] << 8) | rgb[:, 2], depth

    def smooth(self, words: Words, k: NDArray[np.integer[Any]]) -> None:
        """What rises behind an edge shines through its uppermost pixel as far as that is not covered."""
        high = self.lens.height
        row = np.flatnonzero(np.diff(k, prepend=-1) != 0)  # the first pixel of each run
        row = row[(row % high != 0) & (k[row] >= _FIRST)]
        column, place = row // high, np.clip(k[row] - 2, 0, self.n - 1)
        edge = self.horizon.ravel()[column * self.n + place]
        seen = self.rise.ravel()[column * self.n + place] == edge
        hides = (k[row] == self.n + 1) | ~seen
        row, edge = row[hides], edge[hides]
        share = edge + 0.5 - np.floor(edge + 0.5)
        below, above = words[row - 1], words[row]
        words[row] = mixed(below, above, share)


@lru_cache(maxsize=4)
def _pixels(width: int, height: int) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Column and row of each, column by column."""
    column = np.repeat(np.arange(width, dtype=np.int32), height)
    return column, np.tile(np.arange(height, dtype=np.int32), width)


def mixed(one: Words, other: Words, share: NDArray[np.floating[Any]]) -> Words:
    """Premultiplied words, `share` of the one."""
    found = np.zeros(len(one), np.uint32)
    for shift in (0, 8, 16, 24):
        a, b = (((words >> np.uint32(shift)) & np.uint32(255)).astype(np.float64) for words in (one, other))
        found |= np.rint(a * share + b * (1 - share)).astype(np.uint32) << np.uint32(shift)
    return found
