"""LayerNorm: each example brought to mean 0 and variance 1, then scaled and shifted (Ba 2016)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from neuroviz.nn.arrays import Array, Shape
from neuroviz.nn.layer import Layer, Op, Parameter, Site
from neuroviz.nn.layers.normalise import Normaliser

EPSILON = 1e-5


@dataclass(frozen=True)
class LayerNorm(Layer):
    """Any shape, kept; statistics over all values of one example. Parameters: gain, shift of that shape."""

    kind = "layer_norm"

    def parameters(self, shape: Shape) -> tuple[Parameter, ...]:
        return Parameter("gain", shape, "ones"), Parameter("shift", shape)

    def bind(self, site: Site) -> Op:
        return _LayerNormOp(site)


class _LayerNormOp(Op):
    def __init__(self, site: Site) -> None:
        x = site.x
        flat = x.ndim == 2
        self.batch_axis = 0 if flat else x.ndim - 1
        over = (1,) if flat else tuple(range(x.ndim - 1))
        self.normaliser = Normaliser(x, over, EPSILON)
        self.gain, self.shift = (_beside(site.params[name], flat) for name in ("gain", "shift"))
        self.y = np.empty_like(x)
        self.dy, self.dx, self.grads = site.dy(self.y), site.dx, site.grads

    def forward(self) -> None:  # y = gain (x - mean) / sqrt(variance + epsilon) + shift
        self.normaliser.forward()
        np.multiply(self.normaliser.y, self.gain, out=self.y)
        np.add(self.y, self.shift, out=self.y)

    def backward(self, dy: Array) -> None:
        if self.grads:
            np.multiply(dy, self.normaliser.y, out=self.y)  # y has been read by now: room for a product
            np.sum(self.y, axis=self.batch_axis, out=self.grads["gain"])
            np.sum(dy, axis=self.batch_axis, out=self.grads["shift"])
        if self.dx is not None:
            np.multiply(dy, self.gain, out=dy)
            self.normaliser.backward(dy, self.dx)


def _beside(parameter: Array, flat: bool) -> Array:
    """The parameter shaped to meet a batch: (F,) or (*shape, 1)."""
    return parameter if flat else parameter[..., None]
