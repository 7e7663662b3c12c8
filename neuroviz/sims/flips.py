"""Where an answer flips along a way: between two places that are answered differently, by halving."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.float64]
Answers = NDArray[np.int64]
Ask = Callable[[Places], Answers]

ROUNDS = 8  # each halves the distance: between two of sixty places, 1/15,000 of the way is left
_BETWEEN = 4  # answers that may lie between two neighbouring places before the rest is left as it is


@dataclass(frozen=True)
class Flip:
    """At a place the answer changes, in the direction of the way."""

    at: float
    before: int
    after: int


def changes(answers: Answers) -> NDArray[np.intp]:
    """The indices i at which the answer is another than at i + 1."""
    return np.flatnonzero(answers[1:] != answers[:-1])


def find_flips(ends: tuple[Places, Places], answers: tuple[Answers, Answers], ask: Ask) -> list[Flip]:
    """The flips between pairs of places, all pairs at once: ends ((n,), (n,)), answered differently.

    ask: answers (k,) for places (k,). Where a third answer lies between the two, both flips are found.
    """
    (low, high), (before, end) = ends, answers
    found: list[Flip] = []
    for _ in range(_BETWEEN):
        if not len(low):
            return sorted(found, key=_place)
        left, right, after = low.copy(), high.copy(), end.copy()
        for _ in range(ROUNDS):
            middle = (left + right) / 2
            said = ask(middle)
            same = said == before
            left, right = np.where(same, middle, left), np.where(same, right, middle)
            after = np.where(same, after, said)
        found += _flips((left + right) / 2, before, after)
        on = after != end
        low, high, before, end = right[on], high[on], after[on], end[on]
    found += _flips((low + high) / 2, before, end)
    return sorted(found, key=_place)


def _flips(at: Places, before: Answers, after: Answers) -> list[Flip]:
    return [Flip(float(x), int(a), int(b)) for x, a, b in zip(at, before, after, strict=True)]


def _place(flip: Flip) -> float:
    return flip.at


def stretch(flips: tuple[Flip, ...], at: float, ends: tuple[float, float]) -> tuple[float, float]:
    """How far the answer at a place reaches in both directions: to the nearest flips, or to the ends."""
    low = max((flip.at for flip in flips if flip.at <= at), default=ends[0])
    high = min((flip.at for flip in flips if flip.at > at), default=ends[1])
    return low, high
