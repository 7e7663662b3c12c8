"""What the units of a net of the plane say everywhere on it: small maps of all, a large one of the chosen."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from neuroviz.nn import Net
from neuroviz.nn.arrays import DIVERGING_IS_ALLOWED, freeze
from neuroviz.sims.unit_layers import UnitLayer, cost, first_layers

REACH = 1.25
"""The maps show -REACH to REACH in both directions, as the pad does."""

SMALL, LARGE = 32, 160
_COSTLY, _COARSE = 200_000, 80  # multiplications a point, from which on the large map is a coarser one
_MOST = 256  # small maps
_WORK = 20_000_000  # multiplications in one unit of work
Floats = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class PlaneMaps:
    """small (U, 32, 32), of the first units; large (side, side), of `unit`. Row 0 is the upper rim."""

    unit: int
    small: Floats
    large: Floats


class PlaneMapping:
    """Computes the maps, some points at a time; the small ones are taken from `before`, of the same layer."""

    def __init__(self, net: Net, layer: UnitLayer, unit: int, before: PlaneMaps | None = None) -> None:
        self._part, self._layer, self.unit = first_layers(net, layer.shown + 1), layer, unit
        self._piece = max(1, _WORK // cost(self._part))
        self._small = None if before is None else before.small
        n_small = min(layer.n_units, _MOST)
        side = LARGE if cost(self._part) < _COSTLY else _COARSE
        self._large_side = side
        self._todo = [] if before is not None else _pieces(SMALL, self._piece)
        self._todo += _pieces(side, self._piece)
        self._begun = np.zeros((n_small, SMALL * SMALL), np.float32)
        self._large = np.zeros(side * side, np.float32)
        self._n, self._all = 0, len(self._todo)

    @property
    def part(self) -> float:
        """How much of it is done, 0..1."""
        return self._n / self._all

    @DIVERGING_IS_ALLOWED
    def advance(self) -> bool:
        """The next points; False after the last."""
        side, rows = self._todo[self._n]
        x = _points(side)[rows].reshape(-1, *self._part.input_shape)
        values = self._layer.values(self._part(x))
        if side == SMALL:
            self._begun[:, rows] = values[:, : len(self._begun)].T
        else:
            self._large[rows] = values[:, self.unit]
        self._n += 1
        return self._n < self._all

    def maps(self) -> PlaneMaps:
        """All of them, once they are done."""
        small = self._begun.reshape(-1, SMALL, SMALL) if self._small is None else self._small
        side = self._large_side
        return PlaneMaps(self.unit, freeze(small), freeze(self._large.reshape(side, side)))


def _pieces(side: int, piece: int) -> list[tuple[int, slice]]:
    return [(side, slice(start, start + piece)) for start in range(0, side * side, piece)]


def _points(side: int) -> Floats:
    at = (np.arange(side, dtype=np.float32) + 0.5) / side * 2 * REACH - REACH
    x, y = np.meshgrid(at, -at)
    return np.stack([x.ravel(), y.ravel()], axis=1).astype(np.float32)
