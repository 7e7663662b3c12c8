"""Sigmoid: squashed to 0..1."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from neuroviz.nn.arrays import Array
from neuroviz.nn.layer import Layer, Op, Site


@dataclass(frozen=True)
class Sigmoid(Layer):
    """Any shape, kept: y = 1 / (1 + exp(-x)), dy/dx = y (1 - y)."""

    kind = "sigmoid"
    elementwise = True

    def bind(self, site: Site) -> Op:
        return _SigmoidOp(site)


class _SigmoidOp(Op):
    def __init__(self, site: Site) -> None:
        self.x = site.x
        self.y = site.y()
        self.slope = np.empty_like(site.x)
        # Half the call of a Python number, which counts in tiny nets.
        self.one, self.half = np.ones((), site.x.dtype), np.full((), 0.5, site.x.dtype)
        self.dy = site.dx

    def forward(self) -> None:  # (1 + tanh(x / 2)) / 2 is the same and cannot overflow
        np.multiply(self.x, self.half, out=self.y)
        np.tanh(self.y, out=self.y)
        np.add(self.y, self.one, out=self.y)
        np.multiply(self.y, self.half, out=self.y)

    def backward(self, dy: Array) -> None:
        np.subtract(self.one, self.y, out=self.slope)
        np.multiply(self.slope, self.y, out=self.slope)
        np.multiply(dy, self.slope, out=dy)
