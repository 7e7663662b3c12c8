"""GELU: the input times the chance that a normal variable lies below it, in the tanh form of GPT-2."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from neuroviz.nn.arrays import Array
from neuroviz.nn.layer import Layer, Op, Site

SCALE = math.sqrt(2 / math.pi)
CUBIC = 0.044715


@dataclass(frozen=True)
class GELU(Layer):
    """Any shape, kept: y = x (1 + tanh(u)) / 2, u = sqrt(2/π) (x + 0.044715 x³) (Hendrycks & Gimpel 2016)."""

    kind = "gelu"
    elementwise = True

    def bind(self, site: Site) -> Op:
        return _GELUOp(site)


class _GELUOp(Op):
    def __init__(self, site: Site) -> None:
        self.x = site.x
        self.y = site.y()
        self.square, self.t, self.slope = (np.empty_like(site.x) for _ in range(3))
        self.dy = site.dx

    def forward(self) -> None:
        x, square, t = self.x, self.square, self.t
        np.multiply(x, x, out=square)
        np.multiply(square, CUBIC * SCALE, out=t)
        np.add(t, SCALE, out=t)
        np.multiply(t, x, out=t)
        np.tanh(t, out=t)
        np.add(t, 1, out=self.y)
        np.multiply(self.y, x, out=self.y)
        np.multiply(self.y, 0.5, out=self.y)

    def backward(self, dy: Array) -> None:
        """dy/dx = ((1 + t) + x (1 - t²) u') / 2 with t = tanh(u), u' = sqrt(2/π) (1 + 3·0.044715 x²)."""
        square, t, slope = self.square, self.t, self.slope
        np.multiply(square, 3 * CUBIC * SCALE, out=square)
        np.add(square, SCALE, out=square)
        np.multiply(square, self.x, out=square)
        np.multiply(t, t, out=slope)
        np.subtract(1, slope, out=slope)
        np.multiply(slope, square, out=slope)
        np.add(slope, t, out=slope)
        np.add(slope, 1, out=slope)
        np.multiply(slope, 0.5, out=slope)
        np.multiply(dy, slope, out=dy)
