"""One weight of a net, the slopes of a loss on both sides of it, and what its formulas are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from neuroviz.nn import Layer, Net, Plan
from neuroviz.nn.arrays import Array
from neuroviz.nn.gradients import input_gradient

WIGGLE = 1e-6
"""Half the width of the numerical difference, in double precision: wide enough for its digits, and so narrow
that a ReLU or the winner of a pooling rarely changes within it."""

MOST_TERMS = 3


@dataclass(frozen=True)
class Weight:
    """One parameter: `index` into the array `name` ("w" or "b") of layer `layer`."""

    layer: int
    name: str
    index: tuple[int, ...]


class Sides:
    """below, above: (L(w) - L(w - h)) / h and (L(w + h) - L(w)) / h; fields of whoever inherits this."""

    below: float
    above: float

    @property
    def numeric(self) -> float:
        """(L(w + h) - L(w - h)) / 2h."""
        return (self.below + self.above) / 2

    @property
    def kink(self) -> bool:
        """Whether the slope is another on each side, as at the corner of a ReLU: no answer is right alone."""
        return abs(self.above - self.below) > 1e-3 * (abs(self.above) + abs(self.below)) + 1e-6


def place_of(plan: Plan, weight: Weight) -> int:
    """Its place in the flat vector. ValueError if there is no such weight."""
    own = plan.segments[weight.layer] if 0 <= weight.layer < len(plan.segments) else {}
    segment = own.get(weight.name)
    shape = () if segment is None else segment.parameter.shape
    fits = len(weight.index) == len(shape)
    if segment is None or not fits or not all(0 <= i < n for i, n in zip(weight.index, shape, strict=True)):
        raise ValueError(f"there is no weight {weight}")
    return segment.start + int(np.ravel_multi_index(weight.index, shape)) if shape else segment.start


def slope_at(layer: Layer, z: float) -> float:
    """Of a layer that is a function of one number, by the engine's own backward pass."""
    one = Net((layer,), np.zeros(0, np.float32), (1,))
    return float(input_gradient(one, np.full((1, 1), z, np.float32), np.ones((1, 1), np.float32))[0, 0])


def largest(products: Array) -> NDArray[Any]:
    """The places of those that count most, at most MOST_TERMS."""
    return np.argsort(-np.abs(np.nan_to_num(products)), kind="stable")[:MOST_TERMS]
