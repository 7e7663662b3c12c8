"""Matrix products into fixed buffers, cut into pieces where that is faster.

On processors with AVX-512, OpenBLAS has fast kernels for products of up to a million multiplications; larger
ones it packs first, which costs more than it gains when one side is short. Such a product is handed to
`matmul` as a stack of smaller ones: strided views, no copies. Measured: up to half the time there, and within
a few per cent of the whole product elsewhere. The number of pieces follows from the shapes alone. Choosing it
by timing could choose differently the next time, and with it the rounding: the same seed must give the same
bits on the same machine.
"""

from __future__ import annotations

import numpy as np

from neuroviz.nn.arrays import Array

SMALL = 1_000_000  # multiplications; OpenBLAS's own limit for its small-matrix kernels
FEWEST_COLUMNS, FEWEST_ROWS = 32, 96  # narrower pieces measured slower than the whole


def pieces(length: int, rest: int, fewest: int = 1) -> int:
    """The fewest equal pieces of `length` that make small products; 1 if they would be shorter than `fewest`.

    `rest` is the product of the other two sizes.
    """
    for n in range(1, length // fewest + 1):
        if length % n == 0 and length // n * rest <= SMALL:
            return n
    return 1


class Product:
    """out (m, n) = a (m, k) @ b (k, n), always on the same arrays; b and out in `cuts` blocks of columns."""

    __slots__ = ("a", "b", "out")

    def __init__(self, a: Array, b: Array, out: Array, cuts: int | None = None) -> None:
        if cuts is None:
            cuts = pieces(b.shape[1], a.size, FEWEST_COLUMNS)
        self.a, self.b, self.out = a, b, out
        if cuts > 1:
            self.b, self.out = _stacked(b, cuts), _stacked(out, cuts)

    def __call__(self) -> None:
        np.matmul(self.a, self.b, out=self.out)


class TallProduct:
    """out (m, n) = a (k, m)ᵀ @ b (k, n) for many m, in blocks of rows of the result."""

    __slots__ = ("a", "b", "out")

    def __init__(self, a: Array, b: Array, out: Array) -> None:
        cuts = pieces(a.shape[1], b.size, FEWEST_ROWS)
        self.a, self.b, self.out = a.T, b, out
        if cuts > 1:
            self.a, self.out = _stacked(a, cuts).transpose(0, 2, 1), out.reshape(cuts, -1, out.shape[1])

    def __call__(self) -> None:
        np.matmul(self.a, self.b, out=self.out)


class LongProduct:
    """out (m, n) = a (m, k) @ b (n, k)ᵀ for a long k, cut into `cuts` sums that are added up at the end."""

    __slots__ = ("a", "b", "out", "parts")

    def __init__(self, a: Array, b: Array, out: Array, cuts: int) -> None:
        self.a, self.b = _stacked(a, cuts), _stacked(b, cuts).transpose(0, 2, 1)
        self.out = out
        self.parts = np.empty((cuts, *out.shape), out.dtype)

    def __call__(self) -> None:
        np.matmul(self.a, self.b, out=self.parts)
        np.add.reduce(self.parts, axis=0, out=self.out)


def _stacked(x: Array, cuts: int) -> Array:
    """x (m, n) as a stack of column blocks (cuts, m, n / cuts), a view."""
    return x.reshape(len(x), cuts, -1).transpose(1, 0, 2)
