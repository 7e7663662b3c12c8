"""ReLU: what is negative becomes zero."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from neuroviz.nn.arrays import Array
from neuroviz.nn.layer import Layer, Op, Site


@dataclass(frozen=True)
class ReLU(Layer):
    """Any shape, kept: y = max(x, 0)."""

    kind = "relu"

    def bind(self, site: Site) -> Op:
        return _ReLUOp(site)


class _ReLUOp(Op):
    """Works in place in training. That is safe whatever is below: where x is lost, its gradient is zero."""

    def __init__(self, site: Site) -> None:
        self.x = site.x
        self.y = site.x if site.overwrite else np.empty_like(site.x)
        self.dy = site.dx
        self.alive = np.empty(site.x.shape, bool)

    def forward(self) -> None:
        np.maximum(self.x, 0, out=self.y)

    def backward(self, dy: Array) -> None:
        np.greater(self.y, 0, out=self.alive)
        np.multiply(dy, self.alive, out=dy)
