"""Curves of many steps made as fine as the screen is, and smoothed without a look at the future."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from neuroviz.sims.training.book import Curve

Floats = NDArray[np.float64]

_LOSES_DIGITS = 1e12  # sums over values that differ by more forget the small ones


@dataclass(frozen=True, eq=False)
class Thin:
    """One row for each column of pixels: step (M,), mean, least and most of what lies in it."""

    step: Floats
    mean: Floats
    least: Floats
    most: Floats


def thinned(curve: Curve, mean: Floats, seen: tuple[float, float], columns: int, *, log: bool) -> Thin:
    """The part of a curve in `seen`, and one row beyond at either end; `mean` (M,) takes its means' place."""
    step = curve.step.astype(np.float64)
    first = max(0, int(np.searchsorted(step, seen[0])) - 1)
    last = int(np.searchsorted(step, seen[1], side="right")) + 1
    step, mean = step[first:last], mean[first:last]
    least, most = curve.least[first:last], curve.most[first:last]
    if len(step) <= columns:
        return Thin(step, mean, least, most)
    along = np.log(np.maximum(step, 1.0)) if log else step
    ends = np.log(np.maximum(seen, 1.0)) if log else np.asarray(seen)
    place = np.floor((along - ends[0]) / max(float(ends[1] - ends[0]), 1e-12) * columns)
    starts = np.flatnonzero(np.diff(place, prepend=-np.inf))
    counts = np.diff(starts, append=len(step))
    with np.errstate(invalid="ignore", over="ignore"):
        return Thin(
            step[starts + counts - 1], np.add.reduceat(mean, starts) / counts,
            np.minimum.reduceat(least, starts), np.maximum.reduceat(most, starts),
        )  # fmt: skip


def smoothed(curve: Curve, share: float) -> Floats:
    """Each mean (M,) over the last `share` of the steps up to it; what is no number stays none."""
    mean, n = curve.mean, len(curve.mean)
    good = np.isfinite(mean)
    size = np.abs(mean[good])
    if not share or not size.size or size.max() > _LOSES_DIGITS * max(float(size.min()), 1e-300):
        return mean
    sums = np.concatenate([[0.0], np.cumsum(np.where(good, mean, 0.0))])
    counts = np.concatenate([[0], np.cumsum(good)])
    here = np.arange(n)
    start = np.minimum(np.searchsorted(curve.step, curve.step * (1.0 - share), side="right"), here)
    many = np.maximum(counts[here + 1] - counts[start], 1)
    return np.where(good, (sums[here + 1] - sums[start]) / many, mean)


def stairs(step: Floats, value: Floats, turns: Floats) -> tuple[Floats, Floats]:
    """A value known at some steps, as a path: where it was turned between two it jumps, else it glides."""
    xs, ys = [step[:1]], [value[:1]]
    for i in range(1, len(step)):
        between = turns[(turns >= step[i - 1]) & (turns < step[i])]
        if len(between) and value[i] != value[i - 1]:
            xs.append(np.full(2, between[-1]))
            ys.append(value[i - 1 : i + 1])
        xs.append(step[i : i + 1])
        ys.append(value[i : i + 1])
    return np.concatenate(xs), np.concatenate(ys)
