"""Attributions: what each input counts for a score, by four definitions; each in units of work, coarse first.

Gradient: K. Simonyan et al., "Deep inside convolutional networks", 2013. Integrated gradients:
M. Sundararajan et al., "Axiomatic attribution for deep networks", 2017. Occlusion: M. Zeiler, R. Fergus,
"Visualizing and understanding convolutional networks", 2014.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from neuroviz.sims.scores import Floats, Scorer

GRADIENT, TIMES_INPUT, INTEGRATED, OCCLUSION = "gradient", "times", "integrated", "occlusion"
METHODS = (GRADIENT, TIMES_INPUT, INTEGRATED, OCCLUSION)


@dataclass(frozen=True, eq=False)
class Asked:
    """One question at one input. x, baseline (n_in,): the input, and what counts as nothing.

    row (n_scores,): f = row · scores; side: the picture is side x side, 0 if it is none.
    """

    scorer: Scorer
    x: Floats
    baseline: Floats
    row: Floats
    side: int = 0

    def f(self, x: Floats) -> Floats:
        """f (N,) of flat inputs (N, n_in), N at most the scorer's chunk."""
        return self.scorer.scores(x) @ self.row


class Work(Protocol):
    """Something that is found unit by unit. done: 0..1."""

    done: float

    def advance(self) -> None:
        """One unit of work, about 10 ms at most; at the first there is something coarse to show."""
        ...


def gradient(asked: Asked) -> tuple[float, Floats]:
    """f(x), and ∂f/∂x (n_in,)."""
    z, dx = asked.scorer.slopes(asked.x[None], asked.row)
    return float(z[0] @ asked.row), dx[0]


class PathIntegral:
    """Integrated gradients: (x − x₀) · the mean of ∂f/∂x at the middles of `steps` equal pieces of the way.

    They add up to f(x) − f(x₀), but for what the sum misses of the integral. The places are taken in an
    order in which any beginning is spread over the whole way.
    """

    def __init__(self, asked: Asked, steps: int) -> None:
        self._asked = asked
        self._places = (_spread(steps) + 0.5) / steps
        self._sum = np.zeros(asked.scorer.n_in)
        self._taken = 0
        self.done = 0.0

    @property
    def values(self) -> Floats:
        """As far as it has come: (n_in,)."""
        asked = self._asked
        return ((asked.x - asked.baseline) * (self._sum / max(self._taken, 1))).astype(np.float32)

    def advance(self) -> None:
        """The slopes at the next places."""
        asked, until = self._asked, self._taken + self._asked.scorer.chunk
        at = self._places[self._taken : until].astype(np.float32)[:, None]
        _, dx = asked.scorer.slopes(asked.baseline + at * (asked.x - asked.baseline), asked.row)
        self._sum += dx.sum(axis=0, dtype=np.float64)
        self._taken += len(at)
        self.done = self._taken / len(self._places)


class Occlusion:
    """How much f falls when a patch is covered by the baseline, averaged over the patches that cover a pixel.

    Patches (patch x patch; of a vector: patch in a row) lie wholly inside; first side by side, then at every
    place.
    """

    def __init__(self, asked: Asked, patch: int) -> None:
        self._asked = asked
        self._full: float | None = None
        self._masks = windows(asked.side, asked.scorer.n_in, patch)
        self._order = _coarse_first(asked.side, asked.scorer.n_in, patch)
        self._sum, self._count = np.zeros(asked.scorer.n_in), np.zeros(asked.scorer.n_in)
        self._taken = 0
        self.done = 0.0

    @property
    def values(self) -> Floats:
        """As far as it has come: (n_in,); NaN where no patch has lain yet."""
        with np.errstate(invalid="ignore", divide="ignore"):
            return (self._sum / self._count).astype(np.float32)

    @property
    def counts(self) -> Floats:
        """How many patches have covered each: (n_in,)."""
        return self._count.astype(np.float32)

    def advance(self) -> None:
        """Cover the next places."""
        asked = self._asked
        if self._full is None:
            self._full = float(asked.f(asked.x[None])[0])
        some = self._order[self._taken : self._taken + asked.scorer.chunk]
        masks = self._masks[some]
        falls = self._full - asked.f(np.where(masks, asked.baseline, asked.x)).astype(np.float64)
        covered = masks.astype(np.float64)
        self._sum += falls @ covered
        self._count += covered.sum(axis=0)
        self._taken += len(some)
        self.done = self._taken / len(self._order)


class Deletion:
    """Take inputs away (to the baseline) in an order, those that count most first, and watch a probability.

    Only inputs that differ from the baseline are taken. `shares` (k,): how much of them is gone;
    curves: (k,) for each order asked, and for the mean over random orders, with its spread.
    """

    def __init__(self, asked: Asked, chosen: int, maps: dict[str, Floats], rng: np.random.Generator) -> None:
        self._asked, self._chosen = asked, chosen
        there = np.flatnonzero(asked.x != asked.baseline)
        stages = min(len(there), _STAGES)
        self.counts = np.rint(np.linspace(0, len(there), stages + 1)).astype(np.intp)
        self._orders = {name: there[_descending(name, map_[there])] for name, map_ in maps.items()}
        self._random = [rng.permutation(there) for _ in range(_RANDOM)]
        rows = [self._removed(order) for order in (*self._orders.values(), *self._random)]
        self._pictures = np.concatenate(rows)
        self._answers = np.full(len(self._pictures), np.nan, np.float32)
        self._taken = 0
        self.done = 0.0

    def advance(self) -> None:
        """Ask about the next pictures."""
        some = self._pictures[self._taken : self._taken + self._asked.scorer.chunk]
        p = self._asked.scorer.probabilities(some)[:, self._chosen]
        self._answers[self._taken : self._taken + len(some)] = p
        self._taken += len(some)
        self.done = self._taken / len(self._pictures)

    @property
    def curves(self) -> dict[str, Floats]:
        """By method, those that are complete: the probability after each of `counts` has been taken."""
        table = self._answers.reshape(-1, len(self.counts))
        found = {
            name: table[i].copy() for i, name in enumerate(self._orders) if not np.isnan(table[i]).any()
        }
        if self.done >= 1:
            found["random"] = table[len(self._orders) :].mean(axis=0)
        return found

    def _removed(self, order: NDArray[np.intp]) -> Floats:
        rank = np.full(self._asked.scorer.n_in, np.iinfo(np.intp).max)
        rank[order] = np.arange(len(order))
        gone = rank[None] < self.counts[:, None]
        return np.where(gone, self._asked.baseline, self._asked.x)


_STAGES = 24
_RANDOM = 8


def _descending(name: str, values: Floats) -> NDArray[np.intp]:
    """What counts most first; a gradient has no direction of taking away, so that its size counts."""
    safe = np.nan_to_num(np.abs(values) if name == GRADIENT else values, nan=-np.inf)
    return np.argsort(-safe, kind="stable")


@lru_cache(maxsize=8)
def windows(side: int, n: int, patch: int) -> NDArray[np.bool_]:
    """Each place of a patch as a mask (places, n): of a picture row by row, of a vector in a row."""
    if side:
        across = _spans(side, _starts(side, patch), min(patch, side))
        return (across[:, None, :, None] & across[None, :, None, :]).reshape(len(across) ** 2, n)
    patch = _long_enough(n, patch)
    return _spans(n, _starts(n, patch), patch)


_MOST_PLACES = 512  # along a vector; with more inputs patches grow, or the masks would fill the memory


def _long_enough(n: int, patch: int) -> int:
    return min(max(patch, -(-n // _MOST_PLACES)), n)


def _starts(n: int, patch: int) -> NDArray[np.intp]:
    last = max(n - patch, 0)
    return np.unique(np.rint(np.linspace(0, last, min(last + 1, 2 * _MOST_PLACES))).astype(np.intp))


def _spans(n: int, starts: NDArray[np.intp], patch: int) -> NDArray[np.bool_]:
    place = np.arange(n)[None]
    return (place >= starts[:, None]) & (place < starts[:, None] + patch)


@lru_cache(maxsize=8)
def _coarse_first(side: int, n: int, patch: int) -> NDArray[np.intp]:
    """The windows in an order whose beginning covers everything once, side by side."""
    length = side or n
    patch = min(patch, side) if side else _long_enough(n, patch)
    starts = _starts(length, patch)
    beside = np.unique(np.minimum(np.arange(0, length, patch), length - patch))
    early = np.zeros(len(starts), np.bool_)
    early[np.minimum(np.searchsorted(starts, beside), len(starts) - 1)] = True
    if side:
        early = (early[:, None] & early[None]).ravel()
    later = np.flatnonzero(~early)
    return np.concatenate([np.flatnonzero(early), later[_spread(len(later))]])


def _spread(n: int) -> NDArray[np.intp]:
    """0..n−1 in the order of the golden ratio: any beginning lies evenly over the whole."""
    return np.argsort(np.modf(np.arange(n) * 0.6180339887498949)[0], kind="stable").argsort(kind="stable")


def rank_correlation(one: Floats, other: Floats) -> float | None:
    """Spearman's, −1..1: whether two maps put inputs in the same order. None when one has no order."""
    keep = np.isfinite(one) & np.isfinite(other)
    ranks = [_ranks(values[keep]) for values in (one, other)]
    spread = [float(r.std()) if r.size else 0.0 for r in ranks]
    if min(spread) == 0:
        return None
    return float(((ranks[0] - ranks[0].mean()) * (ranks[1] - ranks[1].mean())).mean() / spread[0] / spread[1])


def _ranks(values: Floats) -> NDArray[np.float64]:
    """Places in order; equals share the mean of theirs."""
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    ends = np.cumsum(counts)
    return ((ends - counts + ends - 1) / 2)[inverse]
