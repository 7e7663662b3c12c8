"""Flatten: a picture's values in one row, channel by channel."""

from __future__ import annotations

import math
from dataclasses import dataclass

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
    """Only a view: (*shape, N) is (F, N) is the transpose of (N, F), and products take transposes."""

    def __init__(self, site: Site) -> None:
        self.y = _flat(site.x)
        self.dy = None if site.dx is None else _flat(site.dx)


def _flat(x: Array) -> Array:
    return x if x.ndim == 2 else x.reshape(-1, x.shape[-1]).T
