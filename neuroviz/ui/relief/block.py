"""A relief as the top of a solid block, seen from any side above it: all of it in NumPy, pixel by pixel.

The heights are read along lines that lead away from the eye. What is nearer hides what is lower behind it, so
a column of the picture is filled from its foot: each place on the line adds as many pixels as it rises above
all before it. (The floating horizon; T. J. Wright, "A two-space solution to the hidden line problem", 1973.)
Columns do not know of each other: a picture may be made in parts.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from neuroviz.ui.images import Words
from neuroviz.ui.relief.lens import FOOT, Lens
from neuroviz.ui.relief.shape import Floats, Singles

Rgb = tuple[int, int, int]
Whole = NDArray[np.int32]

_TINY = 1e-9
_LEVEL = 1e-3  # rows; what rises by less lies level
_PLACES = 2.5  # on a line over the ground, for each row of the grid
_FEWEST, _MOST = 120, 400
_SHADES = (0.62, 0.48)  # brightness of the sides: of those along y, of those along x
_INSIDE = 0.34  # of the sides of holes
_STRATUM = 0.16  # of a side, added where a level goes round it
_LIGHTER = 0.8  # pixels from a level in which it is
_OPAQUE = np.uint32(0xFF000000)


@dataclass(frozen=True, eq=False)
class Sides:
    """The colour of the sides of the block, and the heights whose lines go round them."""

    colour: Rgb
    levels: Floats

    def word(self, bright: float) -> np.uint32:
        """The colour, darker."""
        red, green, blue = (min(255, round(bright * one)) for one in self.colour)
        return np.uint32(0xFF000000 | red << 16 | green << 8 | blue)


@dataclass(frozen=True, eq=False)
class Picture:
    """words: (height, width) premultiplied, nothing beside the block and in holes."""

    words: Words
    _sight: _Sight
    _along: Singles
    _seen: NDArray[np.bool_]

    @cached_property
    def depth(self) -> Singles:
        """(height, width): of the surface or side seen there, away from the eye; ∞ where there is none."""
        sight = self._sight
        depth = sight.begin[:, None] + self._along * (sight.end - sight.begin)[:, None]
        depth[~self._seen] = np.inf
        return depth.T[::-1]


def drawn(
    heights: Singles, ground: Words, lens: Lens, sides: Sides, columns: tuple[int, int] | None = None
) -> Picture:
    """The block. heights: (rows, columns) in 0..1, NaN for holes; ground: (n, n) its colours, opaque, 0 in
    holes; columns: of the picture, from where to where, without which it is all of it.
    """
    sight = _Sight.of(heights, lens, columns or (0, lens.width))
    words, along = sight.surface(ground)
    seen = sight.add_sides(words, along, sides, holes=bool(np.isnan(heights).any()))
    sight.smooth(words)
    return Picture(words.T[::-1], sight, along, seen)


@dataclass(frozen=True, eq=False)
class _Sight:
    """For each column of the picture a line over the ground, away from the eye, with n places on it.

    near, far: (2, W) ground places u and v where it enters and leaves; begin, end: (W,) depths of these;
    rise: (W, n) the rows, from the foot of the picture, that each place reaches up to; horizon: (W, n) the
    highest so far; edges: (W, n + 3) the rows where the runs of pixels begin that show the same: nothing, the
    side, what lies between two places, and nothing; foot: (W,) the row where the block ends below; missing:
    (W, n) what lies in holes; turned: (W,) whether the line enters through a side along y.
    """

    lens: Lens
    near: Singles
    far: Singles
    begin: Singles
    end: Singles
    rise: Singles
    horizon: Singles
    edges: Whole
    foot: Singles
    missing: NDArray[np.bool_]
    turned: NDArray[np.bool_]

    @classmethod
    def of(cls, heights: Singles, lens: Lens, columns: tuple[int, int]) -> _Sight:
        cos, sin = lens.turn
        across = (np.arange(*columns) + 0.5 - lens.middle[0]) / lens.scale
        at = np.stack([across * cos, across * sin])
        way = np.array([[-sin if abs(sin) > _TINY else _TINY], [cos if abs(cos) > _TINY else _TINY]])
        low, high = np.sort(np.stack([(-1 - at) / way, (1 - at) / way]), axis=0)
        begin, end = low.max(axis=0), high.min(axis=0)
        meets = end > begin
        begin, end = np.where(meets, begin, 0.0), np.where(meets, end, 0.0)
        near, far = ((at + depth * way).astype(np.float32) for depth in (begin, end))
        n = min(max(_FEWEST, round(_PLACES * max(heights.shape))), _MOST)
        share = np.linspace(0.0, 1.0, n, dtype=np.float32)
        rise = _heights_along(heights, near, far, share)
        missing = np.isnan(rise)
        np.copyto(rise, np.float32(FOOT), where=missing)
        rise *= np.float32(lens.tall)
        base = lens.height - lens.middle[1]
        rise += (base + lens.deep * begin).astype(np.float32)[:, None]
        rise += share * (lens.deep * (end - begin)).astype(np.float32)[:, None]
        foot = (base + lens.tall * FOOT + lens.deep * begin).astype(np.float32)
        rise[~meets], foot[~meets] = -1.0, -1.0
        horizon = np.maximum.accumulate(rise, axis=1)
        edges = np.empty((len(begin), n + 3), np.int32)
        edges[:, 0], edges[:, -1] = 0, lens.height
        np.clip(np.rint(foot), 0, lens.height, out=edges[:, 1], casting="unsafe")
        np.clip(np.rint(horizon), 0, lens.height, out=edges[:, 2:-1], casting="unsafe")
        np.maximum(edges[:, 2:-1], edges[:, 1:2], out=edges[:, 2:-1])
        turned = low[0] > low[1]
        begin, end = begin.astype(np.float32), end.astype(np.float32)
        return cls(lens, near, far, begin, end, rise, horizon, edges, foot, missing, turned)

    def surface(self, ground: Words) -> tuple[Words, Singles]:
        """(W, height) colours as if all were surface, and how far along its line each pixel lies, 0..1."""
        width, n = self.rise.shape
        step = np.float32(1 / (n - 1))
        before, after = self.rise[:, :-1], self.rise[:, 1:]
        slope = np.zeros((width, n + 2), np.float32)  # of the distance along the line, for each row
        start = np.zeros((width, n + 2), np.float32)
        rising = after > before + np.float32(_LEVEL)
        np.divide(step, after - before, out=slope[:, 2:-1], where=rising)
        np.copyto(start[:, 2:-1], np.arange(n - 1, dtype=np.float32) * step)
        start[:, 2:-1] -= before * slope[:, 2:-1]
        start[:, -1] = 1.0
        counts = np.diff(self.edges, axis=1).ravel()
        run = np.repeat(np.arange(counts.size, dtype=np.int32), counts)
        along: Singles = slope.ravel().take(run).reshape(width, -1)
        along *= np.arange(self.lens.height, dtype=np.float32) + np.float32(0.5)
        along += start.ravel().take(run).reshape(width, -1)
        np.clip(along, 0.0, 1.0, out=along)
        side = len(ground)
        begin = (self.near + 1) * np.float32((side - 1) / 2) + np.float32(0.5)
        way = (self.far - self.near) * np.float32((side - 1) / 2)
        place = (along * way[1][:, None] + begin[1][:, None]).astype(np.int32)
        place *= np.int32(side)
        place += (along * way[0][:, None] + begin[0][:, None]).astype(np.int32)
        words: Words = ground.ravel().take(place, mode="clip")
        return words, along

    def add_sides(self, words: Words, along: Singles, sides: Sides, *, holes: bool) -> NDArray[np.bool_]:
        """Put the sides of the block and of its holes over the surface, and clear what is beside it.

        Gives (W, height) whether anything is seen there; along is 0 where a side is.
        """
        row = np.arange(self.lens.height, dtype=np.int32)
        seen = row >= self.edges[:, 1:2]
        np.logical_and(seen, row < self.edges[:, -2:-1], out=seen)
        wall = row < self.edges[:, 2:3]
        np.logical_and(wall, seen, out=wall)
        if holes:
            self._add_holes(words, seen, sides)
        shades = np.where(self.turned, *(sides.word(bright) for bright in _SHADES))
        np.copyto(words, shades[:, None], where=wall)
        along[wall] = 0.0
        words[~seen] = 0
        self._add_strata(words, sides)
        return seen

    def _add_holes(self, words: Words, seen: NDArray[np.bool_], sides: Sides) -> None:
        """Their floor is not there; the side that leads down from what lies behind them is dark."""
        kind = np.zeros((len(self.rise), self.rise.shape[1] + 2), np.uint8)
        kind[:, 2:-1] = self.missing[:, :-1]
        kind[:, 2:-1] += self.missing[:, :-1] & self.missing[:, 1:]
        at = np.repeat(kind.ravel(), np.diff(self.edges, axis=1).ravel()).reshape(words.shape)
        words[(at == 1) | ((words == 0) & (at == 0))] = sides.word(_INSIDE)
        np.logical_and(seen, at != 2, out=seen)

    def _add_strata(self, words: Words, sides: Sides) -> None:
        """Lines round the sides, wherever a level is."""
        lens = self.lens
        base = lens.height - lens.middle[1] + lens.deep * self.begin
        at = (base + lens.tall * np.asarray(sides.levels, np.float32)[:, None]).astype(np.float32)
        row = np.floor(at - _LIGHTER).astype(np.int32) + np.arange(3, dtype=np.int32)[:, None, None]
        cover = _LIGHTER + np.float32(0.5) - np.abs(row + np.float32(0.5) - at)
        on = (cover > 0) & (row >= self.edges[:, 1]) & (row < self.edges[:, 2])
        column = np.nonzero(on)[2]
        row, cover = row[on], np.minimum(cover[on], 1.0)
        line = np.where(self.turned[column], *(sides.word(bright + _STRATUM) for bright in _SHADES))
        words[column, row] = mixed(line, words[column, row], cover)

    def smooth(self, words: Words) -> None:
        """Where something ends within a pixel, what is behind it shines through for the rest of that."""
        begins = self.edges[:, 1:-1]
        last = np.concatenate([self.foot[:, None], self.horizon], axis=1)
        ends = np.ones(begins.shape, bool)  # what is before it does not go on in it
        ends[:, 2:-1] = self.rise[:, 1:-1] < self.horizon[:, 1:-1]
        ends &= (np.diff(self.edges[:, 1:], axis=1) > 0) & (begins > 0)
        at = np.flatnonzero(ends)
        column, row, edge = at // begins.shape[1], begins.ravel()[at], last.ravel()[at]
        pixel = np.floor(edge).astype(np.int32)
        inside = (pixel >= 0) & (pixel < self.lens.height)
        column, row, edge, pixel = (one[inside] for one in (column, row, edge, pixel))
        words[column, pixel] = mixed(words[column, row - 1], words[column, row], edge - pixel)


def mixed(one: Words, other: Words, share: NDArray[np.floating[Any]]) -> Words:
    """Premultiplied words (n,), `share` of the one."""
    found = np.zeros(len(one), np.uint32)
    for shift in (0, 8, 16, 24):
        a, b = (((words >> np.uint32(shift)) & np.uint32(255)).astype(np.float32) for words in (one, other))
        found |= np.rint(a * share + b * (1 - share)).astype(np.uint32) << np.uint32(shift)
    return found


def _heights_along(heights: Singles, near: Singles, far: Singles, share: Singles) -> Singles:
    """(W, n): bilinear values of a grid at `share` of the ways from `near` to `far`, both (2, W) in -1..1."""
    rows, columns = heights.shape
    flat = heights.ravel()
    places = []
    for i, last in ((1, rows - 1), (0, columns - 1)):
        half = np.float32(last / 2)
        place = ((far[i] - near[i]) * half)[:, None] * share
        place += ((near[i] + 1) * half)[:, None]
        np.clip(place, 0, last, out=place)
        whole = np.minimum(place.astype(np.int32), np.int32(last - 1))
        place -= whole
        places.append((whole, place))
    (row, down), (column, right) = places
    at = row * np.int32(columns) + column
    upper: Singles
    upper, lower = flat.take(at), flat.take(at + np.int32(columns))
    upper += (flat.take(at + np.int32(1)) - upper) * right
    lower += (flat.take(at + np.int32(columns + 1)) - lower) * right
    lower -= upper
    lower *= down
    upper += lower
    return upper
