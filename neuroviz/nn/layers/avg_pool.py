"""AvgPool: of every size × size block, the mean."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from neuroviz.nn.arrays import Array, Shape
from neuroviz.nn.layer import Layer, Op, Site
from neuroviz.nn.layers.pooling import check_size, pooled_shape, rims


@dataclass(frozen=True)
class AvgPool(Layer):
    """(C, H, W) to (C, H // size, W // size); rows and columns that fill no block are left out."""

    kind = "avg_pool"
    size: int = 2

    def __post_init__(self) -> None:
        check_size(self.size)

    def output_shape(self, shape: Shape) -> Shape:
        return pooled_shape(self, shape, self.size)

    def bind(self, site: Site) -> Op:
        return _AvgPoolOp(self, site)


class _AvgPoolOp(Op):
    def __init__(self, pool: AvgPool, site: Site) -> None:
        shape = pool.output_shape(site.x.shape[:3])
        self.share = 1 / pool.size**2
        self.y = np.empty((*shape, site.x.shape[3]), site.x.dtype)
        self.xs = _blocks(site.x, pool.size, shape)
        self.dy = site.dy(self.y)
        self.dxs = [] if site.dx is None else _blocks(site.dx, pool.size, shape)
        self.rims = [] if site.dx is None else rims(site.dx, pool.size, shape)

    def forward(self) -> None:
        np.add(self.xs[0], self.xs[1], out=self.y)
        for x in self.xs[2:]:
            np.add(self.y, x, out=self.y)
        np.multiply(self.y, self.share, out=self.y)

    def backward(self, dy: Array) -> None:
        for rim in self.rims:
            rim.fill(0)
        for dx in self.dxs:
            np.multiply(dy, self.share, out=dx)


def _blocks(x: Array, size: int, shape: Shape) -> list[Array]:
    """The size² views that hold one value of each block."""
    end = (shape[1] * size, shape[2] * size)
    return [x[:, i : end[0] : size, j : end[1] : size] for i in range(size) for j in range(size)]
