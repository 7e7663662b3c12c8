"""Histogram: counts of numbers that come piece by piece, over a range that grows with them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

BINS = 64
_NARROWEST = 1e-6  # of the first number's size: a range has some width


@dataclass(frozen=True, eq=False)
class Counts:
    """How many numbers fell into each of BINS equal parts of low..high; zeros: exact zeros, in no part.

    odd: NaN and infinities, in no part either.
    """

    counts: NDArray[np.int64]
    low: float
    high: float
    zeros: int
    odd: int

    @property
    def n(self) -> int:
        """All numbers that were counted, of whatever kind."""
        return int(self.counts.sum()) + self.zeros + self.odd

    @property
    def edges(self) -> NDArray[np.float64]:
        """The BINS + 1 borders."""
        return np.linspace(self.low, self.high, len(self.counts) + 1)


class Histogram:
    """Memory does not depend on how many numbers come: the range doubles, and parts are put together by twos.

    Zeros are counted apart: a rectifier gives so many that nothing else could be seen.
    """

    def __init__(self) -> None:
        self._counts = np.zeros(BINS, np.int64)
        self._low = self._high = 0.0
        self._zeros = self._odd = 0

    def add(self, values: NDArray[Any]) -> None:
        """Count all numbers of an array of any shape."""
        flat = values.reshape(-1)
        if not flat.size:
            return
        low, high = float(flat.min()), float(flat.max())
        if not (np.isfinite(low) and np.isfinite(high)):  # NaN is the least and the greatest of anything
            sound = flat[np.isfinite(flat)]
            self._odd += flat.size - sound.size
            self.add(sound)
            return
        zeros = flat.size - int(np.count_nonzero(flat))
        self._zeros += zeros
        if zeros == flat.size:
            return
        self._reach(low, high)
        scale = BINS / (self._high - self._low)
        place = np.multiply(flat, scale, dtype=np.float64)
        place -= self._low * scale
        found = np.bincount(np.clip(place, 0, BINS - 1).astype(np.intp), minlength=BINS)
        if zeros:
            found[int(np.clip(-self._low * scale, 0, BINS - 1))] -= zeros
        self._counts += found

    def counts(self) -> Counts:
        """What there is by now."""
        counts = self._counts.copy()
        counts.flags.writeable = False
        return Counts(counts, self._low, self._high, self._zeros, self._odd)

    def _reach(self, low: float, high: float) -> None:
        """Let the range hold low..high."""
        if self._low == self._high:
            edge = max((high - low) * 0.02, max(abs(low), abs(high)) * _NARROWEST)
            self._low = low - edge if low < 0 else max(low - edge, 0.0)
            self._high = high + edge if high > 0 else min(high + edge, 0.0)
            return
        while low < self._low:
            self._low -= self._high - self._low
            self._counts[BINS // 2 :] = self._counts.reshape(-1, 2).sum(axis=1)
            self._counts[: BINS // 2] = 0
        while high > self._high:
            self._high += self._high - self._low
            self._counts[: BINS // 2] = self._counts.reshape(-1, 2).sum(axis=1)
            self._counts[BINS // 2 :] = 0
