"""How far off one answer is, for any net: the loss against the class taken as right, and its gradient."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from neuroviz.nn import Net, Softmax, softmax
from neuroviz.nn.arrays import Array

LossKind = Literal["logits", "probabilities", "square"]


def loss_kind(net: Net) -> LossKind:
    """Surprise for logits and for the probabilities of a softmax; half the square for everything else."""
    if len(net.shapes[-1]) == 1 and net.shapes[-1][0] > 1:
        if isinstance(net.layers[-1], Softmax):
            return "probabilities"
        if net.layers[-1].kind in ("dense", "linear", "gate"):
            return "logits"
    return "square"


def n_classes(net: Net) -> int:
    """How many answers can be right: one number stands for two."""
    size = int(np.prod(net.shapes[-1]))
    return max(size, 2)


@dataclass(frozen=True)
class LossOf:
    """The loss of outputs (1, *shape) of `net` against class `target`, 0 up to n_classes - 1.

    logits: -log softmax(y)[t]; probabilities: -log y[t]; square: half the sum of (y - wanted)², wanted being
    1 at the target and 0 elsewhere, or for a single number the target itself.
    """

    kind: LossKind
    target: int

    def value(self, y: Array) -> float:
        """The loss, in nats or as half a square; works in the type of `y`."""
        if self.kind == "logits":
            flat = y.reshape(-1)
            top = flat.max()
            return float(np.log(np.exp(flat - top).sum()) + top - flat[self.target])
        if self.kind == "probabilities":
            with np.errstate(divide="ignore"):
                return float(-np.log(y.reshape(-1)[self.target]))
        return float(0.5 * ((y - self._wanted(y)) ** 2).sum())

    def gradient(self, y: Array) -> Array:
        """d(loss)/dy, shaped as y."""
        if self.kind == "logits":
            flat: Array = softmax(y.reshape(-1)).copy()
            flat[self.target] -= 1
            return flat.reshape(y.shape)
        if self.kind == "probabilities":
            found: Array = np.zeros_like(y)
            with np.errstate(divide="ignore"):
                found.reshape(-1)[self.target] = -1 / y.reshape(-1)[self.target]
            return found
        return np.asarray(y - self._wanted(y))

    def _wanted(self, y: Array) -> Array:
        wanted: Array = np.zeros_like(y)
        if y.size == 1:
            wanted.reshape(-1)[0] = self.target
        else:
            wanted.reshape(-1)[self.target] = 1
        return wanted
