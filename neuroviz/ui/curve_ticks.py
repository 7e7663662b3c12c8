"""How far an axis goes, and where it has its ticks."""

from __future__ import annotations

import math

import numpy as np

from neuroviz.ui.curve_values import Axis, Values

_CLOSE = 1e-9


def span(axis: Axis, values: Values) -> tuple[float, float]:
    """From the lowest to the highest that is to be seen; never empty."""
    values = values[np.isfinite(values)]
    if axis.log:
        values = values[values > 0]
    low = (
        axis.low if axis.low is not None else float(values.min()) if len(values) else 1.0 if axis.log else 0.0
    )
    high = axis.high if axis.high is not None else float(values.max()) if len(values) else low + 1.0
    if axis.log and axis.low is axis.high is None and high < 4 * low:  # of less no tick might be in sight
        middle = math.sqrt(low * high)
        return middle / 2, middle * 2
    if not high > low and axis.high is not None and axis.low is None and not axis.log:
        return high - 1.0, high  # nothing lies above such an end: the room is below
    if not high > low:
        return (low / 2, low * 2) if axis.log else (low - 0.5, low + 0.5)
    air = 0.0 if axis.log else 0.04 * (high - low)
    return low if axis.low is not None else low - air, high if axis.high is not None else high + air


def ticks(axis: Axis, low: float, high: float, most: float) -> list[tuple[float, str]]:
    """Values in `low`..`high` and their words, at most about `most` of them, both ends included where round.

    On a logarithmic axis `low` and `high` are values too, not logarithms.
    """
    if not high > low:
        return []
    if axis.log and len(powers := _powers(low, high, most)) > 1:
        return [(v, axis.tick(v, 10.0 ** math.floor(math.log10(v) + _CLOSE))) for v in powers]
    step = spacing(high - low, max(most, 2.0), axis.step)
    if axis.log:  # within less than a power of ten equal ratios are nearly equal differences
        step = _two(low, high, step)
    first, last = math.ceil(low / step - _CLOSE), math.floor(high / step + _CLOSE)
    return [(k * step, axis.tick(k * step, step)) for k in range(first, last + 1)]


def _two(low: float, high: float, step: float) -> float:
    """That step, or a finer one of which two lie in the span."""
    while math.floor(high / step + _CLOSE) - math.ceil(low / step - _CLOSE) < 1:
        step = spacing(step, 2.5)
    return step


def spacing(span: float, most: float, natural: float | None = None) -> float:
    """The distance of ticks: the natural one, if it gives neither too few nor too many, else 1, 2, 5, 10 …"""
    if natural is not None:
        for step in (natural, 2 * natural, 4 * natural):
            if 2 <= span / step <= most:
                return step
    power = 10.0 ** math.floor(math.log10(span / most))
    return next(m * power for m in (1, 2, 5, 10, 20) if m * power * (1 + _CLOSE) >= span / most)


def _powers(low: float, high: float, most: float) -> list[float]:
    """Powers of ten; where there are few, with twice and five times each; where there are many, some."""
    first, last = math.floor(math.log10(low) + _CLOSE), math.ceil(math.log10(high) - _CLOSE)
    every = max(1, math.ceil((last - first) / max(most, 1.0)))
    known = [(m, k) for k in range(first, last + 1) for m in (1, 2, 5)]
    seen = [(m, k) for m, k in known if low * (1 - _CLOSE) <= m * 10.0**k <= high * (1 + _CLOSE)]
    for chosen in (
        seen, [(m, k) for m, k in seen if m == 1], [(m, k) for m, k in seen if m == 1 and k % every == 0],
    ):  # fmt: skip
        if len(chosen) <= max(most, 2.0):
            break
    if len(chosen) < 2 <= len(seen):
        chosen = [seen[0], seen[-1]]  # one tick says nothing of the distances
    return [m * 10.0**k for m, k in chosen]
