"""Surfaces that are easily checked by hand."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


class Bowl:
    """a x² + b y², over 2."""

    def __init__(self, a: float = 1.0, b: float = 10.0) -> None:
        self.a, self.b = a, b

    def value(self, x: Floats, y: Floats) -> Floats:
        return (self.a * x * x + self.b * y * y) / 2

    def gradient(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        return self.a * x, self.b * y

    def hessian(self, x: Floats, y: Floats) -> tuple[Floats, Floats, Floats]:
        return np.full_like(x, self.a), np.zeros_like(y), np.full_like(x, self.b)


class Banana:
    """Rosenbrock's."""

    def value(self, x: Floats, y: Floats) -> Floats:
        return (1 - x) ** 2 + 100 * (y - x * x) ** 2

    def gradient(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        return -2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)

    def hessian(self, x: Floats, y: Floats) -> tuple[Floats, Floats, Floats]:
        return 2 - 400 * (y - 3 * x * x), -400 * x, np.full_like(x, 200.0)
