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
    """First along the rows, whose neighbours are long stretches of memory, then along the columns.

    Of equal values only one gets the gradient: on the even background of a picture all values of a
    block are equal, and giving it to each would count it four times.
    """

    def __init__(self, pool: MaxPool, site: Site) -> None:
        size = pool.size
        c, rows, columns = pool.output_shape(site.x.shape[:3])
        n, dtype = site.x.shape[3], site.x.dtype
        self.y = np.empty((c, rows, columns, n), dtype)
        low = np.empty((c, rows, columns * size, n), dtype)
        self.dy = site.dy(self.y)
        whole = site.x[:, : rows * size, : columns * size]
        self.folds = (_Fold(whole, 1, size, low), _Fold(low, 2, size, self.y))
        if site.dx is not None and self.dy is not None:
            self.rims = rims(site.dx, size, self.y.shape)
            dlow = np.empty_like(low)
            self.folds[1].bind_backward(self.dy, dlow)
            self.folds[0].bind_backward(dlow, site.dx[:, : rows * size, : columns * size])

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
        bits = np.dtype(f"i{dy.itemsize}")
        self.behind = np.empty(dy.shape, dy.dtype)
        self.lost = self.behind.view(bits)
        self.rest = dy.view(bits)
        self.dxs = _slices(dx.view(bits), self.axis, len(self.xs))
        self.sign = 8 * dy.itemsize - 1

    def backward(self) -> None:
        """Hand the gradient to the first winner, in bits: x - y is 0 for a winner, else negative.

        The sign, spread over all bits, is a mask that keeps the gradient for the neighbours to come. Whole
        numbers of one width run in NumPy's vector code, a truth value times a float does not. All that is
        computed lies in one stretch: NumPy copies across gaps several times as fast as it computes there.
        """
        for i, (x, dx) in enumerate(zip(self.xs[:-1], self.dxs[:-1], strict=True)):
            np.copyto(self.behind, x)
            np.subtract(self.behind, self.y, out=self.behind)
            np.right_shift(self.lost, self.sign, out=self.lost)
            np.bitwise_and(self.rest, self.lost, out=self.lost)  # what those to come get
            np.bitwise_xor(self.rest, self.lost, out=self.rest)
            np.copyto(dx, self.rest)
            if i < len(self.xs) - 2:
                np.copyto(self.rest, self.lost)
        np.copyto(self.dxs[-1], self.lost)


def _slices(x: Array, axis: int, size: int) -> list[Array]:
    before = (slice(None),) * axis
    return [x[(*before, slice(i, None, size))] for i in range(size)]
