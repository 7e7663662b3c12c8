"""Matrix products into fixed buffers, cut into pieces where that is faster.

OpenBLAS has fast kernels for products of up to a million multiplications, and packs its operands above that,
which costs more than it gains when the result has few rows. Such a product is handed to `matmul` as a stack
of smaller ones: strided views, no copies. The number of pieces follows from the shapes alone. Choosing it by
timing would sometimes win a little, but could choose differently the next time, and with it the rounding:
the same seed must give the same bits on the same machine.
"""

from __future__ import annotations

import numpy as np

from neuroviz.nn.arrays import Array

SMALL = 1_000_000  # multiplications; OpenBLAS's own limit for its small-matrix kernels


def pieces(length: int, rest: int) -> int:
    """The fewest equal pieces of `length` that are small when the other two sizes multiply to `rest`."""
    divisors = (n for n in range(1, length + 1) if length % n == 0)
    return next(n for n in divisors if length // n * rest <= SMALL or n == length)


class Product:
    """out (m, n) = a (m, k) @ b (k, n), always on the same arrays; b and out in `cuts` blocks of columns."""

    __slots__ = ("a", "b", "out")

    def __init__(self, a: Array, b: Array, out: Array, cuts: int = 1) -> None:
        self.a, self.b, self.out = a, b, out
        if cuts > 1:
            self.b, self.out = _stacked(b, cuts), _stacked(out, cuts)

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
