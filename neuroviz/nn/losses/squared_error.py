"""SquaredError: the mean squared distance from the target."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from neuroviz.nn.arrays import Array, Shape, to_inner
from neuroviz.nn.loss import BoundLoss, Loss


@dataclass(frozen=True)
class SquaredError(Loss):
    """Mean over batch and outputs. Targets have the shape of the outputs."""

    kind = "squared_error"

    def target_shape(self, shape: Shape) -> Shape:
        return shape

    def bind(self, y: Array, dy: Array) -> BoundLoss:
        return _BoundSquaredError(y, dy)


class _BoundSquaredError(BoundLoss):
    def __init__(self, y: Array, dy: Array) -> None:
        self.y, self.dy = y, dy
        self.square = np.empty_like(y)
        self.per_example = y.size // (y.shape[0] if y.ndim == 2 else y.shape[-1])

    def __call__(self, targets: Array, share: float, fold: float) -> float:
        share /= self.per_example
        np.subtract(self.y, to_inner(targets), out=self.dy)
        np.multiply(self.dy, self.dy, out=self.square)
        np.multiply(self.dy, 2 * share * fold, out=self.dy)
        return float(self.square.sum()) * share
