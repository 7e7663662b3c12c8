"""Pen drawings as values, and the surface that turns them into antialiased ink."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import repeat
from math import ceil, floor
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

Point = tuple[float, float]
Box = tuple[int, int, int, int]
Ink = NDArray[np.float32]

NOWHERE: Box = (0, 0, 0, 0)
_FAR = 100.0  # pads; beyond this a coordinate is a mistake, and its square may overflow


@dataclass(frozen=True)
class Stroke:
    """One movement of the pen, from touching the pad to leaving it. One point alone is a dot.

    points: (x, y) in pads, 0..1 inside the pad, x to the right, y down; width: a fraction of the pad;
    erase: takes ink away; pressure: one factor of the width per point, or () for full width everywhere.
    Raises ValueError for no points, coordinates that are not finite, a width that is not positive.
    """

    points: tuple[Point, ...]
    width: float = 0.08
    erase: bool = False
    pressure: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        points = _plane(self.points)
        object.__setattr__(self, "points", tuple(map(tuple, points.tolist())))
        if not 0.0 < self.width <= 1.0:
            raise ValueError(f"width {self.width} is not a fraction of the pad")
        object.__setattr__(self, "pressure", tuple(self.pressure))
        if self.pressure:
            if len(self.pressure) != len(points):
                raise ValueError(f"{len(self.pressure)} pressures for {len(points)} points")
            if not all(0.0 <= p <= 1.0 for p in self.pressure):
                raise ValueError("a pressure lies outside 0..1")

    @classmethod
    def of(cls, points: ArrayLike, width: float = 0.08, *, erase: bool = False) -> Stroke:
        """A stroke through the rows of an array of points: (n, 2)."""
        return cls(tuple(map(tuple, _plane(points).tolist())), width, erase)

    @classmethod
    def growing(
        cls, points: Sequence[Point], width: float, erase: bool, pressure: Sequence[float] = ()
    ) -> Stroke:
        """A stroke under way, made anew with each movement: its points are known to be good.

        Converting some thousand points each time would make a long line slower with every step.
        """
        made = object.__new__(cls)
        for name, value in (("points", tuple(points)), ("width", width), ("erase", erase)):
            object.__setattr__(made, name, value)
        object.__setattr__(made, "pressure", tuple(pressure))
        return made

    def until(self, n: int) -> Stroke:
        """The first n of its points, n at least 1."""
        return Stroke.growing(self.points[: max(n, 1)], self.width, self.erase, self.pressure[: max(n, 1)])


@dataclass(frozen=True)
class Drawing:
    """Strokes in the order in which they were drawn."""

    strokes: tuple[Stroke, ...] = ()

    @cached_property
    def n_points(self) -> int:
        """How many pen positions there are in all strokes together."""
        return sum(len(stroke.points) for stroke in self.strokes)

    @property
    def empty(self) -> bool:
        """Whether the pen never touched the pad."""
        return not self.strokes

    def until(self, k: int) -> Drawing:
        """What had been drawn after the first k pen positions."""
        kept: list[Stroke] = []
        for stroke in self.strokes:
            if k <= 0:
                break
            kept.append(stroke if k >= len(stroke.points) else stroke.until(k))
            k -= len(stroke.points)
        return Drawing(tuple(kept))

    def plus(self, stroke: Stroke) -> Drawing:
        """This drawing with one more stroke on top."""
        return Drawing((*self.strokes, stroke))


class InkSurface:
    """A square of ink that strokes are drawn on piece by piece, touching only the pixels near each piece.

    Ink is joined by its maximum and erased by its minimum, segment after segment in the order drawn. So
    a surface drawn on as the pen moves is bit for bit `raster` of the finished drawing.
    `base`: ink (size, size) that is there from the start, and that the eraser reaches too.
    """

    def __init__(self, size: int = 280, base: Ink | None = None) -> None:
        if size < 1:
            raise ValueError(f"a surface of {size} pixels")
        if base is not None and base.shape != (size, size):
            raise ValueError(f"a base of shape {base.shape} for a surface of {size} pixels")
        self.size = size
        self._base: Ink = np.zeros((size, size), np.float32) if base is None else base.astype(np.float32)
        self._ink: Ink = self._base.copy()
        self._centres: Ink = np.arange(size, dtype=np.float32) + np.float32(0.5)
        self._width, self._erase = 0.0, False
        self._last: tuple[float, float, float] | None = None
        self.image: Ink = self._ink.view()
        self.image.flags.writeable = False

    def begin(self, width: float, *, erase: bool = False) -> None:
        """The pen comes down: the points that follow belong to a new stroke of this width (in pads)."""
        self._width, self._erase, self._last = width, erase, None

    def add(self, points: Iterable[Point], pressure: Iterable[float] | None = None) -> Box:
        """The pen moves on through these points; gives the touched pixels as (x0, y0, x1, y1).

        pressure: one factor of the width for each point.
        """
        touched = NOWHERE
        for (x, y), factor in zip(points, repeat(1.0) if pressure is None else pressure, strict=False):
            # A line thinner than a pixel would fade away, so half a pixel is the smallest radius.
            radius = max(0.5, 0.5 * self._width * factor * self.size)
            here = (x * self.size, y * self.size, radius)
            touched = united(touched, self._capsule(self._last or here, here))
            self._last = here
        return touched

    def draw(self, stroke: Stroke) -> Box:
        """A whole stroke at once; gives the touched pixels."""
        self.begin(stroke.width, erase=stroke.erase)
        return self.add(stroke.points, stroke.pressure or None)

    def show(self, drawing: Drawing) -> None:
        """Wipe the surface and draw all of this on it."""
        self.clear()
        for stroke in drawing.strokes:
            self.draw(stroke)

    def clear(self) -> None:
        """Back to the base, pen up."""
        np.copyto(self._ink, self._base)
        self._last = None

    def _capsule(self, a: tuple[float, float, float], b: tuple[float, float, float]) -> Box:
        """Blend in all pixels near the segment from a to b, each an (x, y, radius) in pixels."""
        (ax, ay, ra), (bx, by, rb) = a, b
        x0, x1 = self._span(min(ax - ra, bx - rb), max(ax + ra, bx + rb))
        y0, y1 = self._span(min(ay - ra, by - rb), max(ay + ra, by + rb))
        if x0 >= x1 or y0 >= y1:
            return NOWHERE
        cover = _coverage(self._centres[None, x0:x1], self._centres[y0:y1, None], a, b)
        patch = self._ink[y0:y1, x0:x1]
        if self._erase:
            np.subtract(np.float32(1.0), cover, out=cover)
            np.minimum(patch, cover, out=patch)
        else:
            np.maximum(patch, cover, out=patch)
        return x0, y0, x1, y1

    def _span(self, low: float, high: float) -> tuple[int, int]:
        """The pixels from low to high and one more on each side, for the soft edge."""
        return max(0, floor(low) - 1), min(self.size, ceil(high) + 1)


def raster(drawing: Drawing, size: int = 280) -> Ink:
    """The ink of a drawing: (size, size), 0 is paper and 1 is ink."""
    surface = InkSurface(size)
    surface.show(drawing)
    return surface.image


def united(a: Box, b: Box) -> Box:
    """The smallest box round two; NOWHERE adds nothing."""
    if NOWHERE in (a, b):
        return b if a == NOWHERE else a
    return min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])


def _coverage(
    x: Ink, y: Ink, a: tuple[float, float, float], b: tuple[float, float, float]
) -> NDArray[np.float32]:
    """How much of each pixel lies under a round-capped segment: (1, w), (h, 1) -> (h, w), 0..1.

    Distance to the nearest point of the segment against the radius there, with an edge one pixel soft.
    """
    (ax, ay, ra), (bx, by, rb) = a, b
    px, py = x - np.float32(ax), y - np.float32(ay)
    dx, dy = bx - ax, by - ay
    length2 = dx * dx + dy * dy
    if length2 < 1e-6:
        return _soft(np.sqrt(px * px + py * py), np.float32(max(ra, rb) + 0.5))
    along = px * np.float32(dx / length2) + py * np.float32(dy / length2)  # 0 at a, 1 at b
    np.minimum(np.maximum(along, np.float32(0.0), out=along), np.float32(1.0), out=along)
    ex = px - along * np.float32(dx)
    ey = py - along * np.float32(dy)
    ex *= ex
    ey *= ey
    ex += ey
    reach: Any = np.float32(ra + 0.5)
    if ra != rb:
        along *= np.float32(rb - ra)
        along += reach
        reach = along
    return _soft(np.sqrt(ex, out=ex), reach)


def _soft(distance: Ink, reach: Any) -> Ink:
    """`reach - distance`, kept within 0..1, in place."""
    np.subtract(reach, distance, out=distance)
    return np.minimum(np.maximum(distance, np.float32(0.0), out=distance), np.float32(1.0), out=distance)


def _plane(points: ArrayLike) -> NDArray[np.float64]:
    """Points as an (n, 2) array, or ValueError."""
    array = np.asarray(points, np.float64)
    if array.ndim != 2 or array.shape[1] != 2 or len(array) == 0:
        raise ValueError(f"points of shape {array.shape}, not (n, 2)")
    if not (np.abs(array) <= _FAR).all():  # also catches NaN
        raise ValueError("a point that is not finite, or far off the pad")
    return array
