"""Where an answer flips along a way: between two places that are answered differently, by halving."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.float64]
Answers = NDArray[np.int64]
Ask = Callable[[Places], Answers]

ROUNDS = 8  # each halves the distance: between two of sixty places, 1/15,000 of the way is left
_PAIRS_AT_ONCE = 4
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


class FlipSearch:
    """Finds the flips along places (n,) with known answers (n,), a few pairs of neighbours at a time."""

    def __init__(self, places: Places, answers: Answers) -> None:
        self._open = [
            (float(places[i]), float(places[i + 1]), int(answers[i]), int(answers[i + 1]), _BETWEEN)
            for i in changes(answers)
        ]

    @property
    def done(self) -> bool:
        """Whether all are found."""
        return not self._open

    def advance(self, ask: Ask) -> list[Flip]:
        """Halve the next pairs down, all at once; where a third answer lies between, the rest is for later.

        ask: answers (k,) for places (k,).
        """
        piece, self._open = self._open[:_PAIRS_AT_ONCE], self._open[_PAIRS_AT_ONCE:]
        left, right = (np.array([one[side] for one in piece]) for side in (0, 1))
        before, end = (np.array([one[side] for one in piece], np.int64) for side in (2, 3))
        after = end.copy()
        for _ in range(ROUNDS):
            middle = (left + right) / 2
            said = ask(middle)
            same = said == before
            left, right = np.where(same, middle, left), np.where(same, right, middle)
            after = np.where(same, after, said)
        found = _flips((left + right) / 2, before, after)
        for i, (_, high, _, last, tries) in enumerate(piece):
            if after[i] == last:
                continue
            if tries > 1:
                self._open.append((float(right[i]), high, int(after[i]), last, tries - 1))
            else:
                found.append(Flip((float(right[i]) + high) / 2, int(after[i]), last))
        return found


def joined(flips: Iterable[Flip]) -> tuple[Flip, ...]:
    """In the order of the way."""
    return tuple(sorted(flips, key=_place))


def _flips(at: Places, before: Answers, after: Answers) -> list[Flip]:
    return [Flip(float(x), int(a), int(b)) for x, a, b in zip(at, before, after, strict=True)]


def _place(flip: Flip) -> float:
    return flip.at


def stretch(flips: tuple[Flip, ...], at: float, ends: tuple[float, float]) -> tuple[float, float]:
    """How far the answer at a place reaches in both directions: to the nearest flips, or to the ends."""
    low = max((flip.at for flip in flips if flip.at <= at), default=ends[0])
    high = min((flip.at for flip in flips if flip.at > at), default=ends[1])
    return low, high
