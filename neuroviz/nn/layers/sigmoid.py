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

    def bind(self, site: Site) -> Op:
        return _SigmoidOp(site)


class _SigmoidOp(Op):
    def __init__(self, site: Site) -> None:
        self.x = site.x
        self.y = np.empty_like(site.x)
        self.slope = np.empty_like(site.x)
        self.dy = site.dx

    def forward(self) -> None:  # (1 + tanh(x / 2)) / 2 is the same and cannot overflow
        np.multiply(self.x, 0.5, out=self.y)
        np.tanh(self.y, out=self.y)
        np.add(self.y, 1, out=self.y)
        np.multiply(self.y, 0.5, out=self.y)

    def backward(self, dy: Array) -> None:
        np.subtract(1, self.y, out=self.slope)
        np.multiply(self.slope, self.y, out=self.slope)
        np.multiply(dy, self.slope, out=dy)
