"""Book: the loss of every step, in bounded memory: buckets of steps that grow as the run does."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

BUCKETS = 4096
_COUNT, _SUM, _LEAST, _MOST = range(4)


@dataclass(frozen=True, eq=False)
class Curve:
    """One row per bucket: step (M,) its last one, mean, least, most (M,) of the losses in it."""

    step: NDArray[np.int64]
    mean: NDArray[np.float64]
    least: NDArray[np.float64]
    most: NDArray[np.float64]


class Book:
    """Losses by step, from step 1 on. At 4,096 buckets every two become one, so it stays at 128 kB."""

    def __init__(self) -> None:
        self.stride = 1
        self.last = 0
        self._rows = np.zeros((BUCKETS, 4))

    def write(self, step: int, loss: float) -> None:
        """The loss of `step`. One that is known already is the same again, and passed over."""
        if step <= self.last:
            return
        while step > BUCKETS * self.stride:
            self._halve()
        row = self._rows[(step - 1) // self.stride]
        fresh = row[_COUNT] == 0
        row[_COUNT] += 1
        row[_SUM] += loss
        row[_LEAST] = loss if fresh else min(row[_LEAST], loss)
        row[_MOST] = loss if fresh else max(row[_MOST], loss)
        self.last = step

    def begin_at(self, step: int) -> None:
        """The run branches off at `step`: there is nothing before it."""
        self.last = max(self.last, step)

    def forget_after(self, step: int) -> None:
        """What lay after `step` will not happen. A bucket that goes beyond it is forgotten too."""
        if step < self.last:
            keep = step // self.stride
            self._rows[keep:] = 0
            self.last = step

    def take_up(self, curve: Curve, first: int, last: int) -> None:
        """Take over what another book had, all of it after `first` and up to `last`."""
        self.stride = 1
        while last > BUCKETS * self.stride or _nearest(curve.step) > self.stride:
            self.stride *= 2
        self._rows[:] = 0
        self.last = last
        buckets = (curve.step - 1) // self.stride
        begin, end = buckets * self.stride, np.minimum((buckets + 1) * self.stride, last)
        rows = np.zeros((len(buckets), 4))
        rows[:, _COUNT] = end - np.maximum(begin, first)
        rows[:, _SUM] = rows[:, _COUNT] * curve.mean
        rows[:, _LEAST], rows[:, _MOST] = curve.least, curve.most
        self._rows[buckets] = rows

    def curve(self) -> Curve:
        """All of it, copied."""
        rows = self._rows[: -(-self.last // self.stride)]
        full = np.flatnonzero(rows[:, _COUNT])
        rows = rows[full]
        step = np.minimum((full + 1) * self.stride, self.last)
        return Curve(step, rows[:, _SUM] / rows[:, _COUNT], rows[:, _LEAST].copy(), rows[:, _MOST].copy())

    def latest(self, n: int) -> NDArray[np.float64]:
        """The mean losses of the last n buckets, oldest first."""
        return self.curve().mean[-n:]

    def _halve(self) -> None:
        first, second = self._rows[0::2], self._rows[1::2]
        both = np.empty_like(first)
        both[:, :2] = first[:, :2] + second[:, :2]
        none = first[:, _COUNT] == 0, second[:, _COUNT] == 0
        for column, pick in ((_LEAST, np.minimum), (_MOST, np.maximum)):
            a, b = first[:, column], second[:, column]
            both[:, column] = np.where(none[0], b, np.where(none[1], a, pick(a, b)))
        self._rows[: BUCKETS // 2], self._rows[BUCKETS // 2 :] = both, 0
        self.stride *= 2


def _nearest(steps: NDArray[np.int64]) -> int:
    """How far two buckets of a curve lie apart; the last may be cut short."""
    return int(np.diff(steps[:-1]).min()) if len(steps) > 2 else 1
