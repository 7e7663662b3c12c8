"""MaxPool: of every size × size block, the largest value."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from neuroviz.nn.arrays import Array, Shape
from neuroviz.nn.layer import Layer, Op, Site
from neuroviz.nn.layers.pooling import check_size, pooled_shape, rims


@dataclass(frozen=True)
class MaxPool(Layer):
    """(C, H, W) to (C, H // size, W // size); rows and columns that fill no block are left out."""

    kind = "max_pool"
    size: int = 2

    def __post_init__(self) -> None:
        check_size(self.size)

    def output_shape(self, shape: Shape) -> Shape:
        return pooled_shape(self, shape, self.size)

    def bind(self, site: Site) -> Op:
        return _MaxPoolOp(self, site)


class _MaxPoolOp(Op):
    """First along the columns, then along the rows; the gradient goes back the same way.

    Of equal values the first one wins, as in PyTorch: on the even background of a picture all
    values of a block are equal, and giving each the whole gradient would count it four times.
    """

    def __init__(self, pool: MaxPool, site: Site) -> None:
        size = pool.size
        c, rows, columns = pool.output_shape(site.x.shape[:3])
        n, dtype = site.x.shape[3], site.x.dtype
        self.y = np.empty((c, rows, columns, n), dtype)
        narrow = np.empty((c, rows * size, columns, n), dtype)
        self.dy = site.dy(self.y)
        across = site.x[:, : rows * size, : columns * size]
        self.folds = (_Fold(across, 2, size, narrow), _Fold(narrow, 1, size, self.y))
        if site.dx is not None and self.dy is not None:
            self.rims = rims(site.dx, size, self.y.shape)
            dnarrow = np.empty_like(narrow)
            self.folds[1].bind_backward(self.dy, dnarrow)
            self.folds[0].bind_backward(dnarrow, site.dx[:, : rows * size, : columns * size])

    def forward(self) -> None:
        for fold in self.folds:
            fold.forward()

    def backward(self, dy: Array) -> None:  # noqa: ARG002  (the folds are bound to it)
        for rim in self.rims:
            rim.fill(0)
        for fold in reversed(self.folds):
            fold.backward()


class _Fold:
    """The maximum of every `size` neighbours along one axis."""

    def __init__(self, x: Array, axis: int, size: int, y: Array) -> None:
        self.axis = axis
        self.xs = _slices(x, axis, size)
        self.y = y

    def forward(self) -> None:
        np.maximum(self.xs[0], self.xs[1], out=self.y)
        for x in self.xs[2:]:
            np.maximum(self.y, x, out=self.y)

    def bind_backward(self, dy: Array, dx: Array) -> None:
        self.dxs = _slices(dx, self.axis, len(self.xs))
        self.dy = dy
        self.won = np.empty(dy.shape, bool)

    def backward(self) -> None:
        # dy is used up: what a winner takes is taken away from the ones behind it.
        for x, dx in zip(self.xs[:-1], self.dxs[:-1], strict=True):
            np.equal(x, self.y, out=self.won)
            np.multiply(self.dy, self.won, out=dx)
            np.subtract(self.dy, dx, out=self.dy)
        np.copyto(self.dxs[-1], self.dy)


def _slices(x: Array, axis: int, size: int) -> list[Array]:
    before = (slice(None),) * axis
    return [x[(*before, slice(i, None, size))] for i in range(size)]
