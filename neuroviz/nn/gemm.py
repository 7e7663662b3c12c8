"""Matrix products into fixed buffers."""

from __future__ import annotations

import numpy as np

from neuroviz.nn.arrays import Array


class Product:
    """out = a @ b, always on the same three arrays."""

    __slots__ = ("a", "b", "out")

    def __init__(self, a: Array, b: Array, out: Array) -> None:
        self.a, self.b, self.out = a, b, out

    def __call__(self) -> None:
        np.matmul(self.a, self.b, out=self.out)
