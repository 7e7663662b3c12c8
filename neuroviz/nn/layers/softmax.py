"""Softmax: scores turned into probabilities."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from neuroviz.nn.arrays import Array, Shape
from neuroviz.nn.layer import Layer, Op, Site, want_rank


@dataclass(frozen=True)
class Softmax(Layer):
    """Flat (n,) to (n,): y = exp(x) / sum of exp(x). Not for the end of a net trained with CrossEntropy."""

    kind = "softmax"

    def output_shape(self, shape: Shape) -> Shape:
        want_rank(self, shape, 1)
        return shape

    def bind(self, site: Site) -> Op:
        return _SoftmaxOp(site)


class _SoftmaxOp(Op):
    def __init__(self, site: Site) -> None:
        self.x = site.x
        self.y = np.empty_like(site.x)
        self.work = np.empty_like(site.x)
        self.one = np.empty((len(site.x), 1), site.x.dtype)
        self.dy = site.dx

    def forward(self) -> None:
        np.max(self.x, axis=1, keepdims=True, out=self.one)
        np.subtract(self.x, self.one, out=self.y)
        np.exp(self.y, out=self.y)
        np.sum(self.y, axis=1, keepdims=True, out=self.one)
        np.divide(self.y, self.one, out=self.y)

    def backward(self, dy: Array) -> None:  # dx = y (dy - sum of dy y)
        np.multiply(dy, self.y, out=self.work)
        np.sum(self.work, axis=1, keepdims=True, out=self.one)
        np.subtract(dy, self.one, out=dy)
        np.multiply(dy, self.y, out=dy)
