"""BallsSim: a thousand balls dropped on a surface; where they end, and how often."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from neuroviz.runtime import Change, Frame
from neuroviz.sims.descent.methods import Method
from neuroviz.sims.descent.walkers import Floats, Ground, lost, walkers

_SLOPE = 1e-4  # of the steepest at the starts: who rests on less has come to an end
_NEAR = 0.02  # of the side of the field: ends nearer to each other than that are one
_UNIT = 8  # steps of all balls in one unit of work
MOST_ENDS = 64
"""Ends that are told apart; the rarest beyond are one."""

WALKING, LOST, OTHER = -1, -2, MOST_ENDS


@dataclass(frozen=True)
class Drop:
    """n balls over field (x0, x1, y0, y1), drawn evenly from the seed; at most `most` steps of the method."""

    method: Method
    field: tuple[float, float, float, float]
    n: int = 1_000
    most: int = 3_000
    seed: int = 0

    def starts(self) -> Floats:
        """(n, 2)."""
        low, high = np.array(self.field).reshape(2, 2).T
        return np.random.default_rng(self.seed).uniform(low, high, (self.n, 2))


@dataclass(frozen=True, eq=False)
class BallsFrame(Frame):
    """starts, xy: (n, 2); end: (n,) the number of each ball's end, WALKING, LOST, or OTHER; ends: (m, 2)
    places, the most frequent first, with their counts (m,) and values (m,); done: nobody walks.
    """

    starts: Floats
    xy: Floats
    end: NDArray[np.int64]
    ends: Floats
    counts: NDArray[np.int64]
    values: Floats
    walking: int
    lost: int
    done: bool


class BallsSim:
    """`advance` is some steps of all balls; False when all have come to an end or `most` steps are taken."""

    def __init__(self, drop: Drop, ground: Ground) -> None:
        self.drop, self.ground = drop, ground
        self._starts = drop.starts()
        self._balls = walkers(drop.method, ground, self._starts)
        with np.errstate(all="ignore"):
            slope = np.hypot(*ground.gradient(*self._starts.T))
        known = slope[np.isfinite(slope)]
        self._still = _SLOPE * float(known.max(initial=0.0)) or 1e-12
        self._steps = 0

    def advance(self) -> bool:
        """See the class."""
        for _ in range(min(_UNIT, self.drop.most - self._steps)):
            self._balls.step()
            self._steps += 1
        return self._steps < self.drop.most and bool(self._walking().any())

    def apply(self, change: Change) -> None:
        """Nothing can be turned while they roll: ValueError."""
        raise ValueError(f"unknown change {change.name!r}")

    def snapshot(self) -> BallsFrame:
        """The balls as they are, and the ends so far."""
        xy = self._balls.xy
        gone, walking = lost(xy), self._walking()
        rest = ~gone & ~walking
        places, of, counts = gathered(xy[rest], self._reach())
        end = np.where(gone, LOST, WALKING)
        end[rest] = of
        with np.errstate(all="ignore"):
            values = np.asarray(self.ground.value(*places.T), np.float64).reshape(-1)
        done = not walking.any() or self._steps >= self.drop.most
        return BallsFrame(
            self._steps, self._starts, xy, end, places, counts, values, int(walking.sum()), int(gone.sum()),
            done,
        )  # fmt: skip

    def _walking(self) -> NDArray[np.bool_]:
        made = self._balls.made
        if not self._steps:
            return np.ones(len(self._starts), bool)
        with np.errstate(invalid="ignore"):
            fast = np.hypot(*made.step.T) > 1e-3 * self._reach()
            steep = np.hypot(*made.gradient.T) > self._still
        return np.asarray((fast | steep) & ~lost(self._balls.xy))

    def _reach(self) -> float:
        x0, x1, y0, y1 = self.drop.field
        return _NEAR * max(x1 - x0, y1 - y0)


def gathered(xy: Floats, reach: float) -> tuple[Floats, NDArray[np.int64], NDArray[np.int64]]:
    """Places (m, 2) where xy (n, 2) lie together, the most frequent first; of which each is (n,); how many.

    Cells of side `reach` that touch belong together. At most MOST_ENDS; the rest are OTHER.
    """
    if not len(xy):
        return np.zeros((0, 2)), np.zeros(0, np.int64), np.zeros(0, np.int64)
    cells, cell_of = np.unique(np.floor(xy / reach).astype(np.int64), axis=0, return_inverse=True)
    group = _joined(cells)[cell_of.reshape(-1)]
    names, group, counts = np.unique(group, return_inverse=True, return_counts=True)
    group = group.reshape(-1)
    sums = np.stack([np.bincount(group, xy[:, i], len(names)) for i in (0, 1)], axis=1)
    order = np.lexsort((*(sums / counts[:, None]).T[::-1], -counts))
    place = np.empty(len(order), np.int64)
    place[order] = np.arange(len(order))
    of = np.minimum(place[group], OTHER)
    kept = order[:MOST_ENDS]
    return sums[kept] / counts[kept, None], of, counts[kept].astype(np.int64)


def _joined(cells: NDArray[np.int64]) -> NDArray[np.int64]:
    """(m,) the group of each of the cells (m, 2): cells that touch, if only at a corner, are of one."""
    number = {tuple(cell): i for i, cell in enumerate(cells.tolist())}
    group = np.full(len(cells), -1, np.int64)
    for first in range(len(cells)):
        if group[first] >= 0:
            continue
        group[first], waiting = first, [first]
        while waiting:
            x, y = cells[waiting.pop()].tolist()
            for near in ((x + i, y + j) for i in (-1, 0, 1) for j in (-1, 0, 1)):
                k = number.get(near)
                if k is not None and group[k] < 0:
                    group[k] = first
                    waiting.append(k)
    return group
