"""Marking: how wrong the outputs in a buffer are, and how many are right, without any gradient."""

from __future__ import annotations

from abc import ABC, abstractmethod

import numpy as np

from neuroviz.nn.arrays import Array
from neuroviz.nn.layers.softmax import Softmax
from neuroviz.nn.loss import Loss
from neuroviz.nn.losses import CrossEntropy
from neuroviz.nn.plan import Plan


class Marking(ABC):
    """Bound to outputs y in the inner layout. `marks(targets)`: the sum of the losses, how many are right
    (NaN where that has no meaning)."""

    @abstractmethod
    def marks(self, targets: Array) -> tuple[float, float]:
        """Of all examples in the buffer."""


def marking(loss: Loss, y: Array) -> Marking:
    """The loss at work on outputs y."""
    return _Classes(y) if isinstance(loss, CrossEntropy) else _Values(loss, y)


def check_targets(plan: Plan, loss: Loss, x: Array, y: Array) -> None:
    """Raise ValueError unless there is an example, and all fit the plan and the loss: see `Trainer`."""
    target = loss.target_shape(plan.shapes[-1])
    if isinstance(loss, CrossEntropy) and isinstance(plan.layers[-1], Softmax):
        raise ValueError("cross_entropy takes logits: leave out the softmax at the end of the net")
    if not len(x) or x.shape[1:] != plan.input_shape or y.shape != (len(x), *target):
        raise ValueError(f"examples {x.shape} with targets {y.shape} do not fit {plan.input_shape}, {target}")
    if isinstance(loss, CrossEntropy) and not 0 <= int(y.min()) <= int(y.max()) < plan.shapes[-1][0]:
        raise ValueError(f"labels must lie between 0 and {plan.shapes[-1][0] - 1}")


class _Classes(Marking):
    """See nn.losses.CrossEntropy: the same sums, but nothing of the way back."""

    def __init__(self, y: Array) -> None:
        n, k = y.shape
        self.logits = y.T
        self.p = np.empty((k, n), y.dtype)
        self.row, self.truth = np.empty(n, y.dtype), np.empty(n, y.dtype)
        self.examples = np.arange(n)

    def marks(self, targets: Array) -> tuple[float, float]:
        p, row, truth = self.p, self.row, self.truth
        np.copyto(p, self.logits)
        np.maximum.reduce(p, axis=0, out=row)
        np.subtract(p, row, out=p)
        p.take(targets * len(row) + self.examples, None, truth, "clip")
        right = len(row) - np.count_nonzero(truth)
        if p.size - np.count_nonzero(p) > len(row):  # equal logits: the first of them is the answer
            right = np.count_nonzero((self.logits.argmax(axis=0) == targets) & np.isfinite(truth))
        np.exp(p, out=p)
        np.add.reduce(p, axis=0, out=row)
        np.log(row, out=row)
        np.subtract(row, truth, out=row)
        return float(np.add.reduce(row)), float(right)


class _Values(Marking):
    def __init__(self, loss: Loss, y: Array) -> None:
        self.n = y.shape[0] if y.ndim == 2 else y.shape[-1]
        self.bound = loss.bind(y, np.empty_like(y))

    def marks(self, targets: Array) -> tuple[float, float]:
        return self.bound(targets, 1.0, 1.0), np.nan
