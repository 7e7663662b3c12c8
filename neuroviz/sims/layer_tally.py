"""Tally: what a layer does on many inputs, in memory that does not grow; dead and saturated units."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.histogram import Counts, Histogram
from neuroviz.nn import GELU, Layer, LeakyReLU, ReLU, Sigmoid, Tanh
from neuroviz.nn.arrays import Array

Rule = Literal["never above 0", "always the same"]
"""When a unit is dead: a rectifier that never lets anything through; any other that tells nothing."""

FLAT_SLOPE = 0.1
"""A sigmoid or tanh is saturated where its slope is below this part of its greatest."""

OFTEN = 0.95
"""A unit is saturated when it is so on this share of the inputs."""

_WEIGHTS_AT_ONCE = 100_000
_SAME = 1e-6  # of the largest number a unit gives: what differs by less differs by rounding


def rule_of(layer: Layer | None) -> Rule:
    """When a unit of this layer is dead; None stands for the input."""
    return "never above 0" if isinstance(layer, ReLU | LeakyReLU | GELU) else "always the same"


def can_saturate(layer: Layer | None) -> bool:
    """Whether its function has flat ends."""
    return isinstance(layer, Sigmoid | Tanh)


def saturated(layer: Layer | None, a: Array) -> NDArray[np.bool_]:
    """Where outputs `a` of a sigmoid or tanh lie on a flat end: the slope is a(1 − a), or 1 − a²."""
    if isinstance(layer, Sigmoid):
        flat: NDArray[np.bool_] = a * (1 - a) < FLAT_SLOPE / 4
    else:
        flat = 1 - np.square(a) < FLAT_SLOPE
    return flat


@dataclass(frozen=True, eq=False)
class Tallied:
    """A layer on `n` inputs. A unit is one number of a flat layer, or one map: all its places together.

    Of units (u,): dead, flat (saturated); active: share of its numbers above 0; ends: share on a flat end;
    means, spreads (standard deviations), tops: the largest number. mean, spread: over all numbers of the
    layer; norm: the mean length of an output. Outputs with NaN or infinity count in `counts` alone.
    """

    n: int
    counts: Counts
    rule: Rule
    ends_known: bool
    dead: NDArray[np.bool_]
    flat: NDArray[np.bool_]
    active: NDArray[np.float64]
    ends: NDArray[np.float64]
    means: NDArray[np.float64]
    spreads: NDArray[np.float64]
    tops: NDArray[np.float64]
    mean: float
    spread: float
    norm: float

    @property
    def n_units(self) -> int:
        """Numbers of a flat layer, or maps."""
        return len(self.dead)


class Tally:
    """Counts a layer's outputs as they come."""

    def __init__(self, layer: Layer | None, shape: tuple[int, ...]) -> None:
        """layer: None for the input; shape: of one output."""
        self._layer, self._maps = layer, len(shape) == 3
        u = shape[0] if self._maps or len(shape) == 1 else int(np.prod(shape))
        self._rule, self._ends_known = rule_of(layer), can_saturate(layer)
        self._histogram = Histogram()
        self._n = self._sound = self._per_unit = 0
        self._shift = np.zeros(u)
        self._sums, self._squares = np.zeros(u), np.zeros(u)
        self._low, self._high = np.full(u, np.inf), np.full(u, -np.inf)
        self._above, self._flat = np.zeros(u, np.int64), np.zeros(u, np.int64)
        self._norms = 0.0

    def add(self, a: Array) -> None:
        """Outputs (k, *shape)."""
        self._histogram.add(a)
        self._n += len(a)
        flat = a.reshape(len(a), -1)
        sound = np.isfinite(flat).all(axis=1)
        if not sound.all():
            a, flat = a[sound], flat[sound]
        if not len(a):
            return
        self._sound += len(a)
        self._norms += float(np.sqrt(np.einsum("ij,ij->i", flat, flat, dtype=np.float64)).sum())
        by_unit = a.reshape(len(a), len(self._sums), -1)
        if not self._per_unit:
            self._shift = by_unit.mean(axis=(0, 2), dtype=np.float64)
        self._per_unit += by_unit.shape[0] * by_unit.shape[2]
        np.minimum(self._low, by_unit.min(axis=(0, 2)), out=self._low)
        np.maximum(self._high, by_unit.max(axis=(0, 2)), out=self._high)
        self._above += np.count_nonzero(by_unit > 0, axis=(0, 2))
        if self._ends_known:
            self._flat += np.count_nonzero(saturated(self._layer, by_unit), axis=(0, 2))
        apart = by_unit - self._shift[:, None]  # about 0: squares of large numbers would lose what differs
        self._sums += apart.sum(axis=(0, 2))
        self._squares += np.square(apart, out=apart).sum(axis=(0, 2))

    def tallied(self) -> Tallied:
        """What there is by now."""
        n = max(1, self._per_unit)
        away = self._sums / n
        means, variances = self._shift + away, np.maximum(self._squares / n - np.square(away), 0)
        mean = float(means.mean())
        spread = float(np.sqrt(variances.mean() + np.square(means - mean).mean()))
        ends = self._flat / n
        return Tallied(
            self._n, self._histogram.counts(), self._rule, self._ends_known, _still(self._dead()),
            _still(ends >= OFTEN) if self._ends_known else _still(np.zeros(len(ends), bool)),
            _still(self._above / n), _still(ends), _still(means), _still(np.sqrt(variances)),
            _still(np.where(np.isfinite(self._high), self._high, 0.0)), mean, spread,
            self._norms / max(1, self._sound),
        )  # fmt: skip

    def _dead(self) -> NDArray[np.bool_]:
        if not self._sound:
            return np.zeros(len(self._sums), bool)
        if self._rule == "never above 0":
            return np.asarray(self._high <= 0)
        size = np.maximum(np.abs(self._low), np.abs(self._high))
        return np.asarray(self._high - self._low <= _SAME * size)


@dataclass(frozen=True, eq=False)
class Weighed:
    """The n weights of a layer: counts, mean, spread, and norm, the root of the summed squares.

    NaN and infinities are left out of all but the counts.
    """

    counts: Counts
    n: int
    mean: float
    spread: float
    norm: float


def weighed(values: Array) -> Iterator[Weighed | None]:
    """Of an array of weights, in pieces of a few milliseconds: None until the value."""
    histogram, flat = Histogram(), values.reshape(-1)
    n, total, squares = 0, 0.0, 0.0
    for at in range(0, flat.size, _WEIGHTS_AT_ONCE):
        piece = flat[at : at + _WEIGHTS_AT_ONCE]
        histogram.add(piece)
        sound = piece[np.isfinite(piece)].astype(np.float64)
        n, total = n + sound.size, total + float(sound.sum())
        squares += float(sound @ sound)
        yield None
    mean = total / n if n else float("nan")
    spread = float(np.sqrt(max(squares / n - mean * mean, 0.0))) if n else float("nan")
    norm = float(np.sqrt(squares)) if n else float("nan")
    yield Weighed(histogram.counts(), flat.size, mean, spread, norm)


def _still(array: NDArray) -> NDArray:  # type: ignore[type-arg]
    array.flags.writeable = False
    return array
