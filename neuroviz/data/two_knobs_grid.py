"""The mean loss of models with two parameters over whole grids of them, quickly.

A line's is known from a few sums. Of the others each example costs some passes over the grid, without a
single exponential: exp(w x + b) is a product of one factor for each w and one for each b.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_LOGISTIC = 80.0  # |w x + b| up to which the product of a chunk is a float64
_CHUNK = 8
_NEURON = 350.0  # |w x| and |b| whose exponentials are float64


@dataclass(frozen=True)
class Moments:
    """What the squared errors of lines depend on: the best line (w, b), its mean squared error, and mean and
    variance of the inputs. Everything is counted from the best line, so that nothing cancels.
    """

    w: float
    b: float
    least: float
    mean: float
    variance: float

    @classmethod
    def of(cls, x: Floats, y: Floats) -> Moments:
        """Of examples x, y (n,). Where all inputs are equal, one of the best lines: the level one."""
        mean, spread = float(x.mean()), x - x.mean()
        square = float(spread @ spread)
        w = float(spread @ y) / square if square > 1e-12 else 0.0
        b = float(y.mean()) - w * mean
        off = w * x + b - y
        return cls(w, b, float(off @ off) / len(x), mean, square / len(x))

    @property
    def definite(self) -> bool:
        """Whether one line is the best."""
        return self.variance > 1e-12

    def value(self, w: Any, b: Any) -> Any:
        """Mean squared error."""
        dw = w - self.w
        up = (b - self.b) + dw * self.mean  # of the line, at the mean of the inputs
        return self.least + self.variance * dw * dw + up * up

    def gradient(self, w: Any, b: Any) -> tuple[Any, Any]:
        """By w and by b."""
        dw = w - self.w
        up = (b - self.b) + dw * self.mean
        return 2 * (self.variance * dw + self.mean * up), 2 * up

    def hessian(self, w: Any, b: Any) -> tuple[Any, Any, Any]:
        """The same everywhere."""
        none = 0.0 * (w + b)
        return 2 * (self.variance + self.mean**2) + none, 2 * self.mean + none, 2.0 + none


def logistic_grid(w: Floats, b: Floats, x: Floats, y: Floats) -> Floats | None:
    """Mean cross-entropy for w (1, m) and b (k, 1): (k, m); None where numbers grow too large.

    The sum of ln(1 + e^t) is the logarithm of a product, of which some factors are taken at a time.
    """
    if float(np.abs(w).max() * np.abs(x).max() + np.abs(b).max()) > _LOGISTIC:
        return None
    total = -(w * float(x @ y) + b * float(y.sum()))
    high, factor, product = np.exp(b), np.empty_like(total), np.empty_like(total)
    for start in range(0, len(x), _CHUNK):
        product.fill(1.0)
        for xi in x[start : start + _CHUNK]:
            np.multiply(high, np.exp(w * xi), out=factor)
            factor += 1.0
            product *= factor
        total += np.log(product, out=product)
    return np.asarray(total / len(x))


def neuron_grid(w: Floats, b: Floats, x: Floats, y: Floats) -> Floats | None:
    """Mean squared error of tanh(w x + b), as above; tanh(t) is 1 - 2 / (1 + e^2t)."""
    if float(np.abs(w).max() * np.abs(x).max()) > _NEURON or float(np.abs(b).max()) > _NEURON:
        return None
    total = np.zeros((len(b), w.shape[1]))
    high, part = np.exp(2 * b), np.empty_like(total)
    for xi, yi in zip(x, y, strict=True):
        np.multiply(high, np.exp(2 * xi * w), out=part)
        part += 1.0
        np.divide(-2.0, part, out=part)
        part += 1.0 - yi
        part *= part
        total += part
    return total / len(x)
