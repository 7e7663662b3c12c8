"""What the norm layers share: values brought to mean 0 and variance 1 over some axes, and the way back."""

from __future__ import annotations

import math

import numpy as np

from neuroviz.nn.arrays import Array


class Normaliser:
    """y = (x - mean) / sqrt(variance + epsilon), mean and (biased) variance over the axes `over`."""

    def __init__(self, x: Array, over: tuple[int, ...], epsilon: float) -> None:
        self.x, self.over, self.epsilon = x, over, epsilon
        self.count = math.prod(x.shape[i] for i in over)
        shape = tuple(1 if i in over else n for i, n in enumerate(x.shape))
        self.y = np.empty_like(x)
        self.work = np.empty_like(x)
        self.mean, self.variance, self.scale, self.m1, self.m2 = (np.empty(shape, x.dtype) for _ in range(5))

    def forward(self) -> None:
        np.mean(self.x, axis=self.over, keepdims=True, out=self.mean)
        np.subtract(self.x, self.mean, out=self.y)
        np.multiply(self.y, self.y, out=self.work)
        np.mean(self.work, axis=self.over, keepdims=True, out=self.variance)
        np.add(self.variance, self.epsilon, out=self.scale)
        np.sqrt(self.scale, out=self.scale)
        np.reciprocal(self.scale, out=self.scale)
        np.multiply(self.y, self.scale, out=self.y)

    def backward(self, dy: Array, dx: Array) -> None:
        """dx = scale (dy - mean(dy) - y mean(dy y)); the mean and the variance depend on x too."""
        np.mean(dy, axis=self.over, keepdims=True, out=self.m1)
        np.multiply(dy, self.y, out=self.work)
        np.mean(self.work, axis=self.over, keepdims=True, out=self.m2)
        np.multiply(self.y, self.m2, out=self.work)
        np.subtract(dy, self.m1, out=dx)
        np.subtract(dx, self.work, out=dx)
        np.multiply(dx, self.scale, out=dx)
