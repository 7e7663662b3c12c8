"""Models with two parameters, w and b, fitted to a few examples: their loss is a surface to be seen whole.

A line w x + b by its squared errors; logistic regression σ(w x + b) by its cross-entropy; one neuron
tanh(w x + b) by its squared errors, which has a valley, a plateau, and at times more minima than one.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Literal, get_args

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.surface import Domain, Functions, Point, Surface
from neuroviz.data.two_knobs_grid import Moments, logistic_grid, neuron_grid

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
_REACH = 1.5  # how far from 0 inputs are for which the domains are meant
_SQUARE = 1.75  # mean of x² + 1 of such inputs: curvature grows with it
_AT_ONCE = 1 << 15  # places times examples for which one array is quicker than a loop


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

    @property
    def reach(self) -> float:
        """How far from 0 the inputs are: the power of ten next to it, in units of those that are drawn here;
        w is worth looking at within the usual limits divided by it.
        """
        farthest = float(np.abs(self.x).max()) / _REACH
        return 10.0 ** round(math.log10(max(1.0, farthest)))


def drawn(kind: Kind, n: int = 30, noise: float = 0.3, seed: int = 0) -> Examples:
    """Examples of a rule that the model can tell, and noise: of the answers, for logistic regression of the
    inputs.
    """
    rng = np.random.default_rng(seed)
    x = rng.uniform(-_REACH, _REACH, n)
    if kind == "line":
        return Examples(x, 0.9 * x + 0.4 + noise * rng.standard_normal(n))
    if kind == "logistic":
        return Examples(x, (x + noise * rng.standard_normal(n) > 0.2).astype(np.float64))
    return Examples(x, np.tanh(2.5 * x - 1.0) + noise * rng.standard_normal(n))


@dataclass(frozen=True)
class Scaling:
    """Inputs are given to a model as (x - mean) / spread; the same curve then has other w and b."""

    mean: float = 0.0
    spread: float = 1.0

    @classmethod
    def of(cls, x: Floats) -> Scaling:
        """That gives inputs (n,) the mean 0 and the standard deviation 1; equal ones are only shifted."""
        spread = float(x.std())
        return cls(float(x.mean()), spread if spread > 1e-9 * (1 + abs(float(x.mean()))) else 1.0)

    def fed(self, x: Floats) -> Floats:
        """What the model is given for inputs."""
        return (x - self.mean) / self.spread

    def scaled(self, w: float, b: float) -> Point:
        """The parameters over scaled inputs of the curve with w and b over plain ones."""
        return w * self.spread, b + w * self.mean

    def plain(self, w: float, b: float) -> Point:
        """And the other way round."""
        return w / self.spread, b - w * self.mean / self.spread


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

    def shape(self, w: float, b: float) -> tuple[float, Floats, Floats]:
        """The surface at one place: its height, slope (2,) and Hessian (2, 2)."""
        x, one = self.examples.x, 1.0 / len(self.examples.x)
        loss, slope, bend = _loss(self.kind, w * x + b, self.examples.y)
        across = float(bend @ x) * one
        bends = np.array([[float(bend @ (x * x)) * one, across], [across, float(bend.sum()) * one]])
        return float(loss.mean()), np.array([float(slope @ x) * one, float(slope.mean())]), bends

    def of(self, rows: NDArray[np.intp]) -> TwoKnobs:
        """The same model on some of the examples."""
        return replace(self, examples=Examples(self.examples.x[rows], self.examples.y[rows]))

    @property
    def domain(self) -> Domain:
        """The w and b that are worth looking at: as far as inputs lie out, so near to 0 the weights."""
        w0, w1, b0, b1 = _DOMAINS[self.kind]
        reach = self.examples.reach
        return w0 / reach, w1 / reach, b0, b1

    @property
    def start(self) -> Point:
        """A telling place to begin at."""
        w, b = _STARTS[self.kind]
        return w / self.examples.reach, b

    @property
    def rate(self) -> float:
        """A round learning rate at which plain descent gets on: the lower, the farther out the inputs are."""
        x = self.examples.x
        rate = _RATES[self.kind] / max(1.0, (float(x @ x) / len(x) + 1.0) / _SQUARE)
        return float(f"{rate:.0e}")

    def surface(self) -> Surface:
        """The mean loss over w (along x) and b (along y), with its exact derivatives."""
        functions = Functions(self._value, self._gradient, self._hessian)
        if self.kind == "line":
            m = self._moments
            functions = Functions(m.value, m.gradient, m.hessian)
        return Surface(self.kind, functions, self.domain, (self.start,), self.rate, self._minima())

    @cached_property
    def _moments(self) -> Moments:
        return Moments.of(self.examples.x, self.examples.y)

    def _minima(self) -> tuple[Point, ...]:
        """The least squares of a line; of the others none is known in closed form."""
        if self.kind != "line" or not self._moments.definite:
            return ()
        return ((self._moments.w, self._moments.b),)

    def _value(self, w: Any, b: Any) -> Any:
        x, y = self.examples.x, self.examples.y
        if np.ndim(w) == np.ndim(b) == 2 and w.shape[0] == b.shape[1] == 1:
            grid = (logistic_grid if self.kind == "logistic" else neuron_grid)(w, b, x, y)
            if grid is not None:
                return grid
        return self._mean(w, b, 0, lambda loss, _x: (loss,))[0]

    def _gradient(self, w: Any, b: Any) -> tuple[Any, Any]:
        gw, gb = self._mean(w, b, 1, lambda slope, x: (slope * x, slope))
        return gw, gb

    def _hessian(self, w: Any, b: Any) -> tuple[Any, Any, Any]:
        ww, wb, bb = self._mean(w, b, 2, lambda bend, x: (bend * x * x, bend * x, bend))
        return ww, wb, bb

    def _mean(self, w: Any, b: Any, order: int, parts: Callable[[Any, Any], tuple[Any, ...]]) -> list[Any]:
        """The means over the examples of what `parts` makes of a derivative of the loss and an input."""
        x, y = self.examples.x, self.examples.y
        if np.broadcast(w, b).size * len(x) <= _AT_ONCE:
            t = np.asarray(w)[..., None] * x + np.asarray(b)[..., None]
            return [part.mean(axis=-1) for part in parts(_loss(self.kind, t, y)[order], x)]
        totals: list[Any] = []
        for xi, yi in zip(x, y, strict=True):
            found = parts(_loss(self.kind, w * xi + b, yi)[order], xi)
            totals = [a + c for a, c in zip(totals, found, strict=True)] if totals else list(found)
        return [total / len(x) for total in totals]


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
