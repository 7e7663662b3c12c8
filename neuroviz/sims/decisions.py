"""What a net of two inputs answers all over the plane: coarse at once, then fine."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from neuroviz.nn import Net
from neuroviz.sims.scores import Floats, Scorer

SIDES = (24, 96, 192)


@dataclass(frozen=True, eq=False)
class Regions:
    """answers, sure (S, S): the class and its probability at the middles of S x S cells, row 0 on top.

    A probability that is no number is NaN.
    """

    answers: NDArray[np.int16]
    sure: Floats


class Decisions:
    """Asks at the middles of S x S cells of the square from low to high, for each S of `SIDES` in turn."""

    def __init__(self, scorer: Scorer, limits: tuple[float, float]) -> None:
        self.net: Net = scorer.net
        self._scorer, self._limits = scorer, limits
        self._stage, self._taken = 0, 0
        self._found: list[Floats] = []
        self.regions: Regions | None = None
        self.done = 0.0

    def advance(self) -> None:
        """Ask at the next places."""
        side = SIDES[self._stage]
        points = places(side, self._limits)[self._taken : self._taken + self._scorer.chunk]
        self._found.append(self._scorer.probabilities(points))
        self._taken += len(points)
        if self._taken == side * side:
            p = np.concatenate(self._found).reshape(side, side, -1)
            safe = np.nan_to_num(p, nan=-1.0)
            sure = np.where(np.isnan(p).any(axis=-1), np.nan, p.max(axis=-1))
            self.regions = Regions(safe.argmax(axis=-1).astype(np.int16), sure)
            self._stage, self._taken, self._found = self._stage + 1, 0, []
        self.done = self._stage / len(SIDES)


def places(side: int, limits: tuple[float, float], up: tuple[float, float] | None = None) -> Floats:
    """(side², 2): x to the right, y upwards, row by row from the top. up: limits of y, if others."""
    x, y = np.meshgrid(_along(side, limits), _along(side, up or limits)[::-1])
    return np.stack([x.ravel(), y.ravel()], axis=1)


def _along(side: int, limits: tuple[float, float]) -> Floats:
    low, high = limits
    return (low + (np.arange(side) + 0.5) * ((high - low) / side)).astype(np.float32)
