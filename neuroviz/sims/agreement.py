"""How well two judges agree: shares with their uncertainty, a curve against a level, a summary of a game."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.scores import wilson

UNREAD = -1
"""What stands for "can't tell" in an array of answers."""

_PRIOR = 5.0  # standard deviation of both coefficients for levels in −1..1: weak, but keeps them finite
_ROUNDS, _TINY = 60, 1e-10
_ENOUGH = 10  # answers, and
_BOTH = 3  # of each outcome, before a curve is drawn through them

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]


@dataclass(frozen=True)
class Rate:
    """`k` of `n`, and the interval (low, high) in which the true share lies with 95 % certainty."""

    k: int
    n: int
    low: float
    high: float

    @property
    def share(self) -> float:
        """k / n; NaN for nothing."""
        return self.k / self.n if self.n else math.nan


def rate(hits: NDArray[np.bool_]) -> Rate:
    """The share of True in (n,), with its interval."""
    k, n = int(np.count_nonzero(hits)), len(hits)
    return Rate(k, n, *wilson(k, n))


@dataclass(frozen=True)
class Psychometric:
    """The chance of a hit at a level x: 1 / (1 + exp(−(a + b·t))) with t = (x − middle) / half the range.

    low, high: the levels between which it was fitted; `a`, `b`: at the middle, and from there to the end.
    """

    a: float
    b: float
    low: float
    high: float

    def __call__(self, x: Floats) -> Floats:
        """The chance at each of (n,) levels."""
        return np.asarray(_logistic(self.a + self.b * _scaled(x, self.low, self.high)))

    @property
    def half_way(self) -> float | None:
        """The level at which the chance falls through one half; None when it does so nowhere in between."""
        if self.b >= 0:
            return None
        t = -self.a / self.b
        if not -1 <= t <= 1:
            return None
        return (self.low + self.high) / 2 + t * (self.high - self.low) / 2


def fit(levels: Floats, hits: NDArray[np.bool_], low: float, high: float) -> Psychometric | None:
    """The most likely curve through (n,) answers; None when there are too few, or nearly all are the same.

    Newton's method on the log-likelihood with a weak normal prior (as in Gelman et al., Ann. Appl. Stat. 2,
    1360, 2008), because answers that a level separates perfectly have no finite maximum.
    """
    k, n = int(np.count_nonzero(hits)), len(hits)
    if n < _ENOUGH or min(k, n - k) < _BOTH or not high > low:
        return None
    design = np.stack([np.ones(n), _scaled(levels, low, high)], axis=1)
    target = hits.astype(np.float64)
    weights = np.zeros(2)
    best = log_posterior(weights, design, target)
    for _ in range(_ROUNDS):
        p = _logistic(design @ weights)
        slope = design.T @ (target - p) - weights / _PRIOR**2
        bend = (design * (p * (1 - p))[:, None]).T @ design + np.eye(2) / _PRIOR**2
        step = np.linalg.solve(bend, slope)
        while (reached := log_posterior(weights + step, design, target)) < best and np.abs(
            step
        ).max() > _TINY:
            step /= 2
        weights, best = weights + step, max(best, reached)
        if np.abs(step).max() < _TINY:
            break
    return Psychometric(float(weights[0]), float(weights[1]), low, high)


def log_posterior(weights: Floats, design: Floats, target: Floats) -> float:
    """What `fit` makes as large as possible. weights: (2,), design: (n, 2), target: (n,) of 0 and 1."""
    z = design @ weights
    likelihood = float(target @ z - np.logaddexp(0.0, z).sum())
    return likelihood - float(weights @ weights) / (2 * _PRIOR**2)


def kappa(one: Whole, other: Whole) -> float:
    """Agreement beyond chance: J. Cohen, Educ. Psychol. Meas. 20, 37 (1960). Both (n,), of numbers.

    1: always; 0: as often as two who do not look. NaN for nothing, or when both only ever say the same one.
    """
    if len(one) == 0:
        return math.nan
    seen = float(np.mean(one == other))
    said = np.union1d(one, other)
    chance = float(sum(np.mean(one == c) * np.mean(other == c) for c in said))
    return (seen - chance) / (1 - chance) if chance < 1 else math.nan


@dataclass(frozen=True, eq=False)
class Answers:
    """Of n pictures: level, label, what the person said (UNREAD: can't tell), the net's answer and certainty.

    All (n,). Raises ValueError for different lengths.
    """

    levels: Floats
    labels: Whole
    said: Whole
    net: Whole
    certainty: Floats

    def __post_init__(self) -> None:
        if len({len(part) for part in vars(self).values()}) != 1:
            raise ValueError("one level, label and answer for each picture")

    def __len__(self) -> int:
        return len(self.levels)

    def hits(self) -> tuple[NDArray[np.bool_], ...]:
        """Person and label, net and label, person and net: where they agree, (n,) each."""
        return self.said == self.labels, self.net == self.labels, self.said == self.net


def joined(parts: list[Answers]) -> Answers:
    """Several games as one. ValueError for none."""
    names = ("levels", "labels", "said", "net", "certainty")
    return Answers(*(np.concatenate([getattr(part, name) for part in parts]) for name in names))


@dataclass(frozen=True)
class Line:
    """One agreement against the level: the rate in each of the bins, the rate over all, and the curve."""

    bins: tuple[Rate, ...]
    whole: Rate
    curve: Psychometric | None


@dataclass(frozen=True)
class Summary:
    """What came of a game (or of many).

    you, net, pair: person and label, net and label, person and net. clear: the level up to which both got
    every picture right, None if not even the easiest. unread: pictures that the person could not read; of
    those the net named `unread_right` rightly, `unread_certainty` sure on average (NaN if there are none).
    same_slip: pictures that both took for the same wrong digit.
    """

    low: float
    high: float
    you: Line
    net: Line
    pair: Line
    kappa: float
    clear: float | None
    unread: int
    unread_right: int
    unread_certainty: float
    same_slip: int

    @property
    def n(self) -> int:
        """Pictures."""
        return self.you.whole.n


def summary(answers: Answers, low: float, high: float, n_bins: int = 5) -> Summary:
    """Agreement over levels `low`..`high`, whose bins are equally wide."""
    you, net, pair = answers.hits()
    unread = answers.said == UNREAD
    certainty = float(answers.certainty[unread].mean()) if unread.any() else math.nan
    a, b, c = (line(answers.levels, hits, low, high, n_bins) for hits in (you, net, pair))
    return Summary(
        low, high, a, b, c,
        kappa(answers.said, answers.net),
        _clear(answers.levels, you & net),
        int(unread.sum()), int((unread & net).sum()), certainty,
        int((pair & ~you).sum()),
    )  # fmt: skip


def line(levels: Floats, hits: NDArray[np.bool_], low: float, high: float, n_bins: int = 5) -> Line:
    """Rates by bin and the curve through all."""
    place = np.clip(((levels - low) / (high - low) * n_bins).astype(np.int64), 0, n_bins - 1)
    bins = tuple(rate(hits[place == i]) for i in range(n_bins))
    return Line(bins, rate(hits), fit(levels, hits, low, high))


def _clear(levels: Floats, both: NDArray[np.bool_]) -> float | None:
    order = np.argsort(levels, kind="stable")
    good = np.cumprod(both[order])
    n = int(good.sum())
    return float(levels[order[n - 1]]) if n else None


def _scaled(x: Floats, low: float, high: float) -> Floats:
    return np.asarray((x - (low + high) / 2) / ((high - low) / 2))


def _logistic(z: Floats) -> Floats:
    return np.asarray(0.5 * (1.0 + np.tanh(0.5 * z)))
