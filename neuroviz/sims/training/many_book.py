"""ManyBook: the losses of many nets at every step, in bounded memory, and the picture of all their curves."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

BUCKETS = 400
"""Columns of the picture, and stretches of steps that are kept."""

ROWS = 200
"""Of the picture."""

LEVELS = 255
"""Of how many curves go through a place, from none to all."""

QUANTILES = (0.1, 0.5, 0.9)
_FLOOR, _CEILING = 1e-6, 1e3  # losses outside are drawn at the edge
_QUARTER = 4.0  # the axis grows by quarters of a power of ten


@dataclass(frozen=True, eq=False)
class Swarm:
    """All curves up to `last`: bucket b holds the steps up to steps[b] (B,).

    lines (3 + P, B): the quantiles, then the nets that were asked for. picture (ROWS, B) uint8: level of how
    many curves go through, top row first, from `high` down to `low`, powers of ten.
    """

    last: int
    steps: NDArray[np.int64]
    lines: Floats
    picture: NDArray[np.uint8]
    low: float
    high: float


class ManyBook:
    """Mean losses by stretches of steps, (BUCKETS, K). When they are full every two become one."""

    def __init__(self, k: int) -> None:
        self.k = k
        self.stride, self.last = 1, 0
        self._count = np.zeros(BUCKETS, np.int64)
        self._sum = np.zeros((BUCKETS, k), np.float32)
        self._mean = np.zeros((BUCKETS, k), np.float32)
        self._quantiles = np.zeros((BUCKETS, len(QUANTILES)), np.float32)
        self._pixels = np.zeros((BUCKETS, k), np.int32)
        self._picture = np.zeros((BUCKETS, ROWS), np.uint8)
        self._stale = 0  # from this bucket on nothing has been worked out
        self._ends: tuple[float, float] | None = None

    def write(self, step: int, losses: Floats) -> None:
        """The losses (K,) of `step`, counted from 1. A step that is known is the same again: passed over."""
        if step <= self.last:
            return
        while step > BUCKETS * self.stride:
            self._halve()
        at = (step - 1) // self.stride
        self._count[at] += 1
        self._sum[at] += losses
        self._stale = min(self._stale, at)
        self.last = step

    def forget_after(self, step: int) -> None:
        """What lay after `step` will not happen. A stretch that goes beyond it is forgotten too."""
        if step < self.last:
            keep = step // self.stride
            self._count[keep:], self._sum[keep:] = 0, 0
            self._stale = min(self._stale, keep)
            self.last = keep * self.stride

    def swarm(self, nets: tuple[int, ...]) -> Swarm:
        """The curves of all, and of these nets by themselves."""
        full = self._full()
        self._work_out(full)
        low, high = self._ends or (-1.0, 0.0)
        lines = np.concatenate([self._quantiles[:full].T, self._mean[:full].T[list(nets)]])
        steps = np.minimum((np.arange(full) + 1) * self.stride, self.last)
        return Swarm(self.last, steps, lines, self._picture[:full].T.copy(), low, high)

    def extremes(self) -> tuple[int, int]:
        """The nets whose curves end lowest and highest."""
        full = self._full()
        if not full:
            return 0, 0
        self._work_out(full)
        last = np.where(np.isfinite(self._mean[full - 1]), self._mean[full - 1], np.inf)
        return int(last.argmin()), int(last.argmax())

    def means(self) -> tuple[NDArray[np.int64], Floats]:
        """The last step of each stretch (B,), and the mean losses in it (B, K)."""
        full = self._full()
        self._work_out(full)
        return np.minimum((np.arange(full) + 1) * self.stride, self.last), self._mean[:full].copy()

    def _full(self) -> int:
        return -(-self.last // self.stride)

    def _halve(self) -> None:
        half = BUCKETS // 2
        for rows in (self._count, self._sum):
            rows[:half] = rows[0::2] + rows[1::2]
            rows[half:] = 0
        self.stride *= 2
        self._stale = 0

    def _work_out(self, full: int) -> None:
        """What has changed since: means, quantiles, the picture's columns."""
        start = self._stale
        if start >= full:
            return
        fresh = slice(start, full)
        with np.errstate(all="ignore"):
            np.divide(self._sum[fresh], self._count[fresh, None], out=self._mean[fresh])
            known = np.where(np.isfinite(self._mean[fresh]), self._mean[fresh], np.inf)
            self._quantiles[fresh] = np.quantile(known, QUANTILES, axis=1, method="nearest").T
            logs = np.log10(np.clip(known, _FLOOR, _CEILING))
        ends = self._widened(known)
        if ends != self._ends:
            self._ends = ends
            known = np.where(np.isfinite(self._mean[:full]), self._mean[:full], np.inf)
            logs, start = np.log10(np.clip(known, _FLOOR, _CEILING)), 0
        low, high = ends
        place = (high - logs) * np.float32((ROWS - 1) / (high - low)) + np.float32(0.5)
        self._pixels[start:full] = np.clip(place, 0, ROWS - 1).astype(np.int32)
        self._paint(max(0, start - 1), full)
        self._stale = full

    def _widened(self, known: Floats) -> tuple[float, float]:
        """Ends of the axis that hold these losses too."""
        sound = known[np.isfinite(known)]
        found = (1.0, 1.0) if not sound.size else (float(sound.min()), float(sound.max()))
        inside = np.log10(np.clip(found, _FLOOR, _CEILING))
        low, high = (np.floor(inside[0] * _QUARTER) / _QUARTER, np.ceil(inside[1] * _QUARTER) / _QUARTER)
        if self._ends is not None and self._stale:
            low, high = min(low, self._ends[0]), max(high, self._ends[1])
        return float(low), float(max(high, low + 0.5))

    def _paint(self, start: int, full: int) -> None:
        """Columns start..full: a curve covers a column from its own height to that of the next column."""
        here = self._pixels[start:full]
        after = np.concatenate([here[1:], here[-1:]])
        columns = full - start
        base = np.arange(columns)[:, None] * (ROWS + 1)
        size = columns * (ROWS + 1)
        begin = np.bincount((np.minimum(here, after) + base).ravel(), minlength=size)
        end = np.bincount((np.maximum(here, after) + base + 1).ravel(), minlength=size)
        through = (begin - end).reshape(columns, ROWS + 1).cumsum(axis=1)[:, :ROWS]
        share = np.log1p(through) / np.log1p(self.k)  # one curve among a thousand is still seen
        self._picture[start:full] = np.ceil(share * LEVELS)
