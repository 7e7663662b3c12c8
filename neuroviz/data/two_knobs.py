"""Models with two parameters, w and b, fitted to a few examples: their loss is a surface to be seen whole.

A line w x + b by its squared errors; logistic regression σ(w x + b) by its cross-entropy; one neuron
tanh(w x + b) by its squared errors, which has a valley, a plateau, and at times more minima than one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Literal, get_args

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.surface import Domain, Functions, Surface

Floats = NDArray[np.float64]
Kind = Literal["line", "logistic", "neuron"]
KINDS: tuple[Kind, ...] = get_args(Kind)
MOST = 400
"""Examples: each costs a pass over the whole picture."""

_DOMAINS: dict[Kind, Domain] = {
    "line": (-3.0, 3.0, -3.0, 3.0), "logistic": (-4.0, 12.0, -6.0, 6.0), "neuron": (-6.0, 6.0, -4.0, 4.0),
}  # fmt: skip
_STARTS = {"line": (-2.2, 2.2), "logistic": (-2.5, 4.0), "neuron": (-4.0, 2.5)}
_RATES = {"line": 0.1, "logistic": 1.0, "neuron": 0.3}


@dataclass(frozen=True, eq=False)
class Examples:
    """x, y: (n,), 1 to MOST of them; ValueError for others. y is 0 or 1 for logistic regression."""

    x: Floats
    y: Floats

    def __post_init__(self) -> None:
        if self.x.shape != self.y.shape or self.x.ndim != 1 or not 1 <= len(self.x) <= MOST:
            raise ValueError(f"{self.x.shape} inputs and {self.y.shape} answers")
        if not (np.isfinite(self.x).all() and np.isfinite(self.y).all()):
            raise ValueError("an example is no number")


def drawn(kind: Kind, n: int = 30, noise: float = 0.3, seed: int = 0) -> Examples:
    """Examples of a rule that the model can tell, and noise: of the answers, for logistic regression of the
    inputs.
    """
    rng = np.random.default_rng(seed)
    x = rng.uniform(-1.5, 1.5, n)
    if kind == "line":
        return Examples(x, 0.9 * x + 0.4 + noise * rng.standard_normal(n))
    if kind == "logistic":
        return Examples(x, (x + noise * rng.standard_normal(n) > 0.2).astype(np.float64))
    return Examples(x, np.tanh(2.5 * x - 1.0) + noise * rng.standard_normal(n))


@dataclass(frozen=True, eq=False)
class TwoKnobs:
    """A model on its examples."""

    kind: Kind
    examples: Examples

    def predict(self, w: float, b: float, x: Floats) -> Floats:
        """Its answers (m,) for inputs (m,)."""
        answers: Floats = _ANSWERS[self.kind](w * x + b)
        return answers

    def losses(self, w: float, b: float) -> Floats:
        """(n,) of each example; their mean is the height of the surface."""
        found: Floats = _loss(self.kind, w * self.examples.x + b, self.examples.y)[0]
        return found

    def of(self, rows: NDArray[np.intp]) -> TwoKnobs:
        """The same model on some of the examples."""
        return replace(self, examples=Examples(self.examples.x[rows], self.examples.y[rows]))

    def surface(self) -> Surface:
        """The mean loss over w (along x) and b (along y), with its exact derivatives."""
        x, y = self.examples.x, self.examples.y

        def value(w: Any, b: Any) -> Any:
            return self._mean(w, b, lambda t, yi: _loss(self.kind, t, yi)[0])

        def gradient(w: Any, b: Any) -> tuple[Any, Any]:
            gw = gb = 0.0
            for xi, yi in zip(x, y, strict=True):
                slope = _loss(self.kind, w * xi + b, yi)[1]
                gw, gb = gw + slope * xi, gb + slope
            return gw / len(x), gb / len(x)

        def hessian(w: Any, b: Any) -> tuple[Any, Any, Any]:
            ww = wb = bb = 0.0
            for xi, yi in zip(x, y, strict=True):
                bend = _loss(self.kind, w * xi + b, yi)[2]
                ww, wb, bb = ww + bend * xi * xi, wb + bend * xi, bb + bend
            return ww / len(x), wb / len(x), bb / len(x)

        return Surface(
            self.kind, Functions(value, gradient, hessian), _DOMAINS[self.kind], (_STARTS[self.kind],),
            _RATES[self.kind], self._minima(),
        )  # fmt: skip

    def _mean(self, w: Any, b: Any, part: Callable[[Any, Any], Any]) -> Any:
        total = 0.0
        for xi, yi in zip(self.examples.x, self.examples.y, strict=True):
            total = total + part(w * xi + b, yi)
        return total / len(self.examples.x)

    def _minima(self) -> tuple[tuple[float, float], ...]:
        """The least squares of a line; of the others none is known in closed form."""
        x, y = self.examples.x, self.examples.y
        spread = x - x.mean()
        if self.kind != "line" or not (spread @ spread) > 1e-12:
            return ()
        w = float(spread @ y / (spread @ spread))
        return ((w, float(y.mean() - w * x.mean())),)


def _sigmoid(t: Any) -> Any:
    return 0.5 * (1.0 + np.tanh(0.5 * t))


def _loss(kind: Kind, t: Any, y: Any) -> tuple[Any, Any, Any]:
    """Loss of one example and its first two derivatives by t = w x + b."""
    if kind == "line":
        return (t - y) ** 2, 2 * (t - y), 2.0 + 0.0 * t
    if kind == "logistic":
        p = _sigmoid(t)
        return np.logaddexp(0.0, t) - y * t, p - y, p * (1 - p)
    a = np.tanh(t)
    d = 1 - a * a
    return (a - y) ** 2, 2 * (a - y) * d, 2 * d * d - 4 * (a - y) * a * d


_ANSWERS: dict[Kind, Callable[[Any], Any]] = {"line": np.asarray, "logistic": _sigmoid, "neuron": np.tanh}
