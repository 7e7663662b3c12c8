"""Sight: which part of a map is looked at: places of points to pixels and back, zoomed and shifted."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.float64]
LEAST, MOST = 1.0, 40.0


@dataclass(frozen=True)
class Sight:
    """zoom 1 shows all; (x, y) in −1..1 is what stands in the middle of the widget."""

    zoom: float = 1.0
    x: float = 0.0
    y: float = 0.0

    def zoomed(self, by: float, at: tuple[float, float] = (0.0, 0.0)) -> Sight:
        """So many times as near; `at`, given as for `shifted`, stays where it is."""
        zoom = min(max(self.zoom * by, LEAST), MOST)
        move = 1 / self.zoom - 1 / zoom
        return replace(self, zoom=zoom, x=self.x + at[0] * move, y=self.y + at[1] * move).within()

    def shifted(self, dx: float, dy: float) -> Sight:
        """Moved by parts of the half side that is seen: (1, 0) brings the right edge to the middle."""
        return replace(self, x=self.x + dx / self.zoom, y=self.y + dy / self.zoom).within()

    def within(self) -> Sight:
        """Not beyond the edge of the map."""
        most = 1 - 1 / self.zoom
        return replace(self, x=min(max(self.x, -most), most), y=min(max(self.y, -most), most))


@dataclass(frozen=True)
class Look:
    """What the visitor has chosen to see: a layer, a part of its map, PCA or t-SNE, and a step of that."""

    layer: int
    sight: Sight
    tsne: bool
    step: int = field(compare=False)


@dataclass(frozen=True)
class Frame:
    """Where a map lies in a widget: its own middle, pixels for one unit at zoom 1, and the box of
    pixels it is seen in (middle, half sides) through a sight."""

    middle: tuple[float, float]
    scale: float
    centre: tuple[float, float]
    half: tuple[float, float]
    sight: Sight

    def pixels(self, places: NDArray[np.floating]) -> Places:
        """(n, 2) places of the map as pixels; y goes up on a map and down on a screen."""
        apart = (np.asarray(places, np.float64) - self.middle) * self.scale
        zoom, found = self.sight.zoom, np.empty_like(apart)
        found[:, 0] = self.centre[0] + (apart[:, 0] - self.sight.x * self.half[0]) * zoom
        found[:, 1] = self.centre[1] - (apart[:, 1] - self.sight.y * self.half[1]) * zoom
        return found

    def part(self, x: float, y: float) -> tuple[float, float]:
        """A pixel as parts of the half sides that are seen, as `Sight.zoomed` takes it."""
        return (x - self.centre[0]) / self.half[0], (self.centre[1] - y) / self.half[1]


def framed(
    places: NDArray[np.floating], centre: tuple[float, float], half: tuple[float, float], sight: Sight
) -> Frame:
    """All places (n, 2) as large as the box allows, both directions alike."""
    if not len(places):
        return Frame((0.0, 0.0), 1.0, centre, half, sight)
    low, high = places.min(axis=0).astype(np.float64), places.max(axis=0).astype(np.float64)
    fits = [2 * room / wide for room, wide in zip(half, high - low, strict=True) if wide > 0]
    x, y = (low + high) / 2
    return Frame((float(x), float(y)), float(min(fits, default=1.0)), centre, half, sight)
