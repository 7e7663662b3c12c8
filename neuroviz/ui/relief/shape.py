"""Relief: values over a rectangle, their heights in a picture, and the levels at which lines are drawn."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Span = tuple[float, float]

_DEPTH = 1e-4  # of the span of values: the lowest of a logarithmic axis lies so far above what it begins at
_STEPS = (1.0, 2.0, 5.0, 10.0)


@dataclass(frozen=True, eq=False)
class Relief:
    """z: (rows, columns), at least 2 x 2, row 0 at y[0]; NaN and ∞ are holes. x, y: from where to where.
    log: heights grow with the logarithm of what lies above the lowest value, or of the values where all are
    above zero. ValueError for other shapes, and for an empty span.
    """

    z: Floats
    x: Span = (-1.0, 1.0)
    y: Span = (-1.0, 1.0)
    log: bool = False

    def __post_init__(self) -> None:
        if self.z.ndim != 2 or min(self.z.shape) < 2:
            raise ValueError(f"a relief of {self.z.shape} values")
        if not (self.x[1] > self.x[0] and self.y[1] > self.y[0]):
            raise ValueError(f"a relief over {self.x}, {self.y}")

    @cached_property
    def span(self) -> Span:
        """The lowest and the highest value; (0, 1) where there is none."""
        known = self.z[np.isfinite(self.z)]
        if not known.size:
            return 0.0, 1.0
        low, high = float(known.min()), float(known.max())
        return (low, high) if high > low else (low - 0.5, high + 0.5)

    @cached_property
    def _ground(self) -> float:
        """What is taken off a value before its logarithm."""
        low, high = self.span
        return 0.0 if low > 0 else low - _DEPTH * (high - low)

    @cached_property
    def heights(self) -> Floats:
        """Of every value, 0 for the lowest and 1 for the highest; NaN for holes."""
        found: Floats = self.height_of(np.where(np.isfinite(self.z), self.z, np.nan))
        return found

    def height_of(self, value: Any) -> Any:
        """0..1 for values within the span, beyond it outside; NaN where a logarithm has none."""
        low, high = self.span
        if not self.log:
            return (value - low) / (high - low)
        ends = np.log([low - self._ground, high - self._ground])
        with np.errstate(divide="ignore", invalid="ignore"):
            return (np.log(value - self._ground) - ends[0]) / (ends[1] - ends[0])

    def value_at(self, height: float) -> float:
        """The value at a height."""
        low, high = self.span
        if not self.log:
            return low + height * (high - low)
        ends = math.log(low - self._ground), math.log(high - self._ground)
        return math.exp(ends[0] + height * (ends[1] - ends[0])) + self._ground

    def levels(self, most: int) -> list[float]:
        """At most `most` round values within the span, rising; on a logarithmic axis by powers of ten."""
        low, high = self.span
        if not self.log:
            return _round_steps(low, high, most)
        first, last = low - self._ground, high - self._ground
        powers = range(math.floor(math.log10(first)), math.ceil(math.log10(last)) + 1)
        for digits in ((1.0, 2.0, 5.0), (1.0,)):
            found = [d * 10.0**k for k in powers for d in digits if first <= d * 10.0**k <= last]
            if len(found) <= most:
                break
        every = max(1, math.ceil(len(found) / most))
        return [value + self._ground for value in found[::every]]

    def at(self, x: Any, y: Any) -> Any:
        """The values at places, between those of the grid; NaN outside."""
        rows, columns = self.z.shape
        across = (np.asarray(x, np.float64) - self.x[0]) / (self.x[1] - self.x[0]) * (columns - 1)
        up = (np.asarray(y, np.float64) - self.y[0]) / (self.y[1] - self.y[0]) * (rows - 1)
        return between(self.z, up, across)


def between(grid: Floats, row: Any, column: Any) -> Any:
    """Bilinear values of a grid at places in units of its rows and columns; NaN outside."""
    rows, columns = grid.shape
    row, column = np.asarray(row, np.float64), np.asarray(column, np.float64)
    inside = (row >= 0) & (row <= rows - 1) & (column >= 0) & (column <= columns - 1)
    r = np.clip(np.nan_to_num(row), 0, rows - 1)
    c = np.clip(np.nan_to_num(column), 0, columns - 1)
    i = np.minimum(r.astype(np.intp), rows - 2)
    j = np.minimum(c.astype(np.intp), columns - 2)
    down, right = r - i, c - j
    with np.errstate(invalid="ignore"):
        upper = grid[i, j] * (1 - right) + grid[i, j + 1] * right
        lower = grid[i + 1, j] * (1 - right) + grid[i + 1, j + 1] * right
        return np.where(inside, upper * (1 - down) + lower * down, np.nan)


def between_fast(grid: Floats, row: Floats, column: Floats) -> Floats:
    """The same of places that are known to lie within the grid, but for rounding."""
    rows, columns = grid.shape
    row, column = np.clip(row, 0, rows - 1), np.clip(column, 0, columns - 1)
    i = np.minimum(row.astype(np.intp), rows - 2)
    j = np.minimum(column.astype(np.intp), columns - 2)
    down, right = row - i, column - j
    flat, at = grid.ravel(), i * columns + j
    upper = flat[at] * (1 - right) + flat[at + 1] * right
    lower = flat[at + columns] * (1 - right) + flat[at + columns + 1] * right
    found: Floats = upper + (lower - upper) * down
    return found


def _round_steps(low: float, high: float, most: int) -> list[float]:
    power = 10.0 ** math.floor(math.log10((high - low) / most))
    step = next(s * power for s in _STEPS if (high - low) / (s * power) <= most)
    return [k * step for k in range(math.ceil(low / step), math.floor(high / step) + 1)]
