"""Flatten: a picture's values in one row, channel by channel."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from neuroviz.nn.arrays import Array, Shape
from neuroviz.nn.layer import Layer, Op, Site


@dataclass(frozen=True)
class Flatten(Layer):
    """(C, H, W), or any other shape, to (C H W,)."""

    kind = "flatten"

    def output_shape(self, shape: Shape) -> Shape:
        return (math.prod(shape),)

    def bind(self, site: Site) -> Op:
        return _FlattenOp(site)


class _FlattenOp(Op):
    """Only a view: (*shape, N) is (F, N) is the transpose of (N, F), and products take transposes.

    An input with gaps (a single picture's convolution) is moved together first.
    """

    def __init__(self, site: Site) -> None:
        self.x = site.x
        self.compact = site.x if site.x.flags.c_contiguous else np.empty(site.x.shape, site.x.dtype)
        self.y = _flat(self.compact)
        self.dy = None if site.dx is None else _flat(site.dx)

    def forward(self) -> None:
        if self.compact is not self.x:
            np.copyto(self.compact, self.x)


def _flat(x: Array) -> Array:
    return x if x.ndim == 2 else x.reshape(-1, x.shape[-1]).T
