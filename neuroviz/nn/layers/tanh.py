"""Tanh: squashed to -1..1."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from neuroviz.nn.arrays import Array
from neuroviz.nn.layer import Layer, Op, Site


@dataclass(frozen=True)
class Tanh(Layer):
    """Any shape, kept: y = tanh(x), dy/dx = 1 - y²."""

    kind = "tanh"
    elementwise = True

    def bind(self, site: Site) -> Op:
        return _TanhOp(site)


class _TanhOp(Op):
    def __init__(self, site: Site) -> None:
        self.x = site.x
        self.y = site.y()
        self.slope = np.empty_like(site.x)
        self.one = np.ones((), site.x.dtype)  # half the call of a Python number
        self.dy = site.dx

    def forward(self) -> None:
        np.tanh(self.x, self.y)

    def backward(self, dy: Array) -> None:
        np.multiply(self.y, self.y, self.slope)
        np.subtract(self.one, self.slope, self.slope)
        np.multiply(dy, self.slope, dy)
