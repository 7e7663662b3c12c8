"""CrossEntropy: the surprise at the true class, -log softmax(logits)[label]."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from neuroviz.nn.arrays import Array, Shape
from neuroviz.nn.loss import BoundLoss, Loss


@dataclass(frozen=True)
class CrossEntropy(Loss):
    """Mean over the batch, in nats. Outputs are logits (N, K), targets whole numbers 0 … K-1, shape (N,)."""

    kind = "cross_entropy"

    def target_shape(self, shape: Shape) -> Shape:
        if len(shape) != 1:
            raise ValueError(f"cross_entropy takes flat logits, not outputs of shape {shape}")
        return ()

    def bind(self, y: Array, dy: Array) -> BoundLoss:
        return _BoundCrossEntropy(y, dy)


class _BoundCrossEntropy(BoundLoss):
    """Works on (K, N), where the reductions over the classes run along whole rows."""

    def __init__(self, y: Array, dy: Array) -> None:
        n, k = y.shape
        self.logits, self.dlogits = y.T, dy.T
        self.p = np.empty((k, n), y.dtype)
        self.row, self.truth, self.loss = (np.empty(n, y.dtype) for _ in range(3))
        self.examples = np.arange(n)
        self.at = np.empty(n, np.intp)
        self.at_unsigned = self.at.view(np.uintp)  # -1 is huge here: one check for both ends

    def __call__(self, targets: Array, share: float, fold: float) -> float:
        p, row, at, truth = self.p, self.row, self.at, self.truth
        k, n = p.shape
        np.copyto(at, targets, casting="unsafe")
        if np.maximum.reduce(self.at_unsigned) >= k:
            raise ValueError(f"labels must lie between 0 and {k - 1}")
        np.multiply(at, n, out=at)
        np.add(at, self.examples, out=at)  # where each example's true class lies in (K, N)
        np.copyto(p, self.logits)
        np.maximum.reduce(p, axis=0, out=row)
        np.subtract(p, row, out=p)  # exp of at most 0 cannot overflow
        p.take(at, None, truth, "clip")
        np.exp(p, out=p)
        np.add.reduce(p, axis=0, out=row)
        np.log(row, out=self.loss)
        np.subtract(self.loss, truth, out=self.loss)
        total = float(np.add.reduce(self.loss))
        # dlogits = (softmax - [class is the true one]) share fold
        np.divide(share * fold, row, out=row)
        np.multiply(p, row, out=p)
        p.take(at, None, truth, "clip")
        np.subtract(truth, share * fold, out=truth)
        p.put(at, truth)
        np.copyto(self.dlogits, p)
        return total * share
