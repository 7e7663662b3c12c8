"""Relief: values over a rectangle, their heights in a picture, and the levels at which lines are drawn."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from neuroviz.ui.curve_ticks import spacing
from neuroviz.ui.curve_values import Axis

Floats = NDArray[np.float64]
Singles = NDArray[np.float32]
Span = tuple[float, float]
Domain = tuple[float, float, float, float]
"""x from, x to, y from, y to."""

_DEPTH = 1e-4  # of the span of values: the lowest of a logarithmic axis lies so far above what it begins at
_LEAST = 1e-9  # of the highest value: what is above zero by less is as good as zero, such as a minimum is
_FLAT = 1e-12  # of the values: a span below that is rounding
_TINY = 1e-250  # a span below that leaves no room for steps
_MOST = 1e300  # what is farther from zero leaves no room for differences
_MANTISSAS = ((1.0, 2.0, 5.0), (1.0, 3.0), (1.0,))


@dataclass(frozen=True, eq=False)
class Relief:
    """z: (rows, columns), at least 2 x 2, row 0 at y[0]; NaN, ∞ and what is beyond 1e300 are holes. x, y:
    from where to where. log: heights grow with the logarithm of what lies above the lowest value, or of the
    values where all are above zero. ValueError for other shapes, and for a span that is empty or not finite.
    """

    z: Floats
    x: Span = (-1.0, 1.0)
    y: Span = (-1.0, 1.0)
    log: bool = False

    def __post_init__(self) -> None:
        z = np.array(self.z, np.float64)
        if z.ndim != 2 or min(z.shape) < 2:
            raise ValueError(f"a relief of {z.shape} values")
        if not all(math.isfinite(high - low) and high > low for low, high in (self.x, self.y)):
            raise ValueError(f"a relief over {self.x}, {self.y}")
        with np.errstate(invalid="ignore"):
            z[~(np.abs(z) <= _MOST)] = np.nan
        z.flags.writeable = False
        object.__setattr__(self, "z", z)

    @property
    def domain(self) -> Domain:
        """The rectangle."""
        return (*self.x, *self.y)

    @cached_property
    def known(self) -> bool:
        """Whether there is any value."""
        return not bool(np.isnan(self.z).all())

    @cached_property
    def whole(self) -> bool:
        """Whether there are no holes."""
        return not bool(np.isnan(self.z).any())

    @cached_property
    def ends(self) -> tuple[tuple[float, float, float], tuple[float, float, float]]:
        """The lowest and the highest value, each (x, y, value). ValueError where there is none."""
        if not self.known:
            raise ValueError("a relief without values")
        rows, columns = self.z.shape
        found = []
        for at in (np.nanargmin(self.z), np.nanargmax(self.z)):
            row, column = divmod(int(at), columns)
            x = self.x[0] + column / (columns - 1) * (self.x[1] - self.x[0])
            y = self.y[0] + row / (rows - 1) * (self.y[1] - self.y[0])
            found.append((x, y, float(self.z[row, column])))
        return found[0], found[1]

    @cached_property
    def span(self) -> Span:
        """The lowest and the highest value, made to differ where all are equal; (0, 1) without any."""
        if not self.known:
            return 0.0, 1.0
        low, high = (value for _, _, value in self.ends)
        least = max(_TINY, _FLAT * max(abs(low), abs(high)))
        if high - low > least:
            return low, high
        half = max(0.5, abs(low) / 2)
        return low - half, high + half

    @cached_property
    def _ground(self) -> float:
        """What is taken off a value before its logarithm."""
        low, high = self.span
        return 0.0 if low > _LEAST * high and low > 0 else low - _DEPTH * (high - low)

    @cached_property
    def heights(self) -> Singles:
        """Of every value, 0 for the lowest and 1 for the highest; NaN for holes."""
        found: Singles = np.clip(self.height_of(self.z), 0.0, 1.0).astype(np.float32)
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
        """At most `most` round values within the span, rising; logarithmic ones by about powers of ten."""
        low, high = self.span
        if not self.log:
            step = spacing(high - low, most)
            first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
            return [k * step for k in range(first, last + 1)][:most]
        powers = _powers(low - self._ground, high - self._ground)
        found: list[float] = []
        for mantissas in _MANTISSAS:
            steps = (m * 10.0**k for k in powers for m in mantissas)
            base = low if self._ground else 0.0  # counted from the lowest, and rounded where that is not 0
            found = sorted({round((base + step) / step) * step for step in steps})
            found = [value for value in found if low <= value <= high]
            if len(found) <= most:
                return found
        return found[:: math.ceil(len(found) / most)]

    def ticks(self, most: int) -> list[tuple[float, str]]:
        """Levels with their words."""
        levels = self.levels(most)
        if not self.log:
            step = min(np.diff(levels), default=1.0)
            return [(value, Axis().tick(value, step)) for value in levels]
        axis = Axis(log=True)
        steps = [10.0 ** math.floor(math.log10(abs(v)) + 1e-9) if v else 1.0 for v in levels]
        return [(value, axis.tick(value, step)) for value, step in zip(levels, steps, strict=True)]

    def at(self, x: ArrayLike, y: ArrayLike) -> Floats:
        """The values at places, between those of the grid; NaN outside."""
        rows, columns = self.z.shape
        across = (np.asarray(x, np.float64) - self.x[0]) / (self.x[1] - self.x[0]) * (columns - 1)
        up = (np.asarray(y, np.float64) - self.y[0]) / (self.y[1] - self.y[0]) * (rows - 1)
        return between(self.z, up, across)

    def height_at(self, x: ArrayLike, y: ArrayLike) -> Floats:
        """The heights of places as they are drawn: between those of the grid; NaN outside and in holes."""
        rows, columns = self.z.shape
        across = (np.asarray(x, np.float64) - self.x[0]) / (self.x[1] - self.x[0]) * (columns - 1)
        up = (np.asarray(y, np.float64) - self.y[0]) / (self.y[1] - self.y[0]) * (rows - 1)
        return between(self.heights.astype(np.float64), up, across)


def between(grid: Floats, row: Floats, column: Floats) -> Floats:
    """Bilinear values of a grid at places in units of its rows and columns; NaN outside."""
    rows, columns = grid.shape
    inside = (row >= -1e-9) & (row <= rows - 1 + 1e-9) & (column >= -1e-9) & (column <= columns - 1 + 1e-9)
    r = np.clip(np.where(inside, row, 0.0), 0, rows - 1)
    c = np.clip(np.where(inside, column, 0.0), 0, columns - 1)
    i = np.minimum(r.astype(np.intp), rows - 2)
    j = np.minimum(c.astype(np.intp), columns - 2)
    down, right = r - i, c - j
    upper = grid[i, j] * (1 - right) + grid[i, j + 1] * right
    lower = grid[i + 1, j] * (1 - right) + grid[i + 1, j + 1] * right
    return np.where(inside, upper * (1 - down) + lower * down, np.nan)


def _powers(low: float, high: float) -> range:
    return range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
