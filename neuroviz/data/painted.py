"""Painted: points on the plane that the visitor has put there, each of a class."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.pool import Outline, Pool, Unfit

MOST_CLASSES = 10
MOST_POINTS = 5000
Point = tuple[float, float, int]


@dataclass(frozen=True)
class Painted:
    """points: x and y in -1..1 and a class below MOST_CLASSES. Values, so that two of the same are equal.

    ValueError for anything else, and for more than MOST_POINTS.
    """

    points: tuple[Point, ...] = ()
    name: str = "painted"

    def __post_init__(self) -> None:
        if len(self.points) > MOST_POINTS:
            raise ValueError(f"{len(self.points)} points are more than {MOST_POINTS}")
        for x, y, k in self.points:
            if not (-1.0 <= x <= 1.0 and -1.0 <= y <= 1.0 and 0 <= k < MOST_CLASSES):
                raise ValueError(f"no point: {x}, {y} of class {k}")

    def __len__(self) -> int:
        return len(self.points)

    @cached_property
    def places(self) -> NDArray[np.float32]:
        """(N, 2), read-only."""
        found = np.array([one[:2] for one in self.points], np.float32).reshape(-1, 2)
        found.flags.writeable = False
        return found

    @cached_property
    def labels(self) -> NDArray[np.intp]:
        """(N,), read-only."""
        found = np.array([one[2] for one in self.points], np.intp)
        found.flags.writeable = False
        return found

    def counts(self) -> tuple[int, ...]:
        """Points of each class up to the last that has some."""
        return tuple(np.bincount(self.labels).tolist())

    def with_points(self, more: tuple[Point, ...]) -> Painted:
        """Those too; beyond MOST_POINTS there is no room."""
        return Painted((*self.points, *more)[:MOST_POINTS], self.name)

    def without(self, x: float, y: float, radius: float) -> Painted:
        """All but those within `radius` of (x, y)."""
        kept = tuple(p for p in self.points if (p[0] - x) ** 2 + (p[1] - y) ** 2 > radius * radius)
        return self if len(kept) == len(self.points) else Painted(kept, self.name)

    def outline(self) -> Outline:
        """What the task will be like."""
        return Outline("classes", "plane", (2,), max(2, len(self.counts())))

    def pool(self) -> Pool:
        """Raises Unfit when there is no point, or one class alone."""
        if len(self.counts()) - self.counts().count(0) < 2:
            raise Unfit("painted-classes", n=len(self.points))
        return Pool(
            self.name, "classes", "plane", (2,), self.outline().n_out, self.places, self.labels,
            input_names=("x", "y"),
        )  # fmt: skip
