"""LeakyReLU: what is negative shrinks by a factor."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from neuroviz.nn.arrays import Array
from neuroviz.nn.checks import real
from neuroviz.nn.layer import Layer, Op, Site


@dataclass(frozen=True)
class LeakyReLU(Layer):
    """Any shape, kept: y = x for x > 0, else slope x, with 0 <= slope <= 1."""

    kind = "leaky_relu"
    elementwise = True
    slope: float = 0.01

    def __post_init__(self) -> None:
        real("slope", self.slope, 0, 1)

    def bind(self, site: Site) -> Op:
        return _LeakyReLUOp(self.slope, site)


class _LeakyReLUOp(Op):
    def __init__(self, slope: float, site: Site) -> None:
        self.slope, self.x = slope, site.x
        self.y = site.y()
        self.factor = np.empty_like(site.x)
        self.dy = site.dx

    def forward(self) -> None:
        np.multiply(self.x, self.slope, out=self.y)
        np.maximum(self.x, self.y, out=self.y)

    def backward(self, dy: Array) -> None:
        np.greater(self.x, 0, out=self.factor)
        np.maximum(self.factor, self.slope, out=self.factor)
        np.multiply(dy, self.factor, out=dy)
