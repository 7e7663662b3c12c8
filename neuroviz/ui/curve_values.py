"""What a chart shows, as values: its axes, its series, and the places marked on it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray
from PySide6.QtGui import QColor

from neuroviz.ui.knob_scale import shown
from neuroviz.ui.numbers import percent
from neuroviz.ui.theme import Theme

Values = NDArray[np.float64]
Colour = int | str
"""A class, for its colour; or the name of a colour of the theme, such as "accent"."""

Kind = Literal["line", "points", "bars", "band"]
Dash = tuple[float, ...]
"""Strokes and gaps in turn, in widths of the line."""

_LARGE, _SMALL = 1e7, 0.9e-4
_RAISED = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
_NARROW = "\N{NARROW NO-BREAK SPACE}"


@dataclass(frozen=True)
class Axis:
    """One axis: its words, its unit, and its limits; None: as far as the data go.

    log: equal ratios are equally long; share: the values are parts of one, told in percent; step: the
    distance of the ticks while all is seen, where another than 1, 2, 5, 10 … is natural (such as 45°);
    silent: no numbers at the ticks, because a chart below has the same.
    Raises ValueError for a logarithmic axis that begins at 0 or below.
    """

    label: str = ""
    unit: str = ""
    low: float | None = None
    high: float | None = None
    log: bool = False
    share: bool = False
    step: float | None = None
    silent: bool = False

    def __post_init__(self) -> None:
        if self.log and self.low is not None and self.low <= 0:
            raise ValueError("a logarithmic axis starts above zero")

    @property
    def heading(self) -> str:
        """The label with its unit."""
        return f"{self.label} ({self.unit})" if self.label and self.unit else self.label or self.unit

    def tell(self, value: float) -> str:
        """A value with its unit, for reading."""
        if self.share:
            return percent(value) if 0 <= value <= 1 else f"{100 * value:.0f}{_NARROW}%"
        text = shown(round(value, 9))
        return f"{text}°" if self.unit == "°" else f"{text}{_NARROW}{self.unit}" if self.unit else text

    def tick(self, value: float, spacing: float) -> str:
        """A value at a tick; all ticks of an axis have as many decimals. Far from one: powers of ten."""
        if value and not self.share and (abs(value) >= _LARGE or (self.log and abs(value) < _SMALL)):
            mantissa, power = f"{value:.1e}".split("e")
            head = mantissa.removesuffix(".0").replace("-", "\N{MINUS SIGN}")
            raised = f"10{str(int(power)).translate(_RAISED)}"
            return raised if head == "1" else f"{head}·{raised}"
        places = max(0, math.ceil(-math.log10(max(spacing * (100 if self.share else 1), 1e-12)) - 1e-9))
        text = f"{value * (100 if self.share else 1):,.{places}f}".replace("-", "\N{MINUS SIGN}")
        return f"{text}{_NARROW}%" if self.share else text


@dataclass(frozen=True, eq=False)
class Series:
    """Numbers that belong together, with the name that stands beside them.

    x, y (n,); a y of NaN is a gap. error: (n,) either way, or (2, n) down and up; a band is filled between
    their ends. dash: a broken line, for telling lines apart without colour. width: of a bar, in the unit of
    x; of a line, in pixels. opacity: of its ink, 0..1. Raises ValueError for shapes that do not fit.
    """

    name: str
    x: Values
    y: Values
    colour: Colour = "accent"
    kind: Kind = "line"
    error: Values | None = None
    dash: bool | Dash = False
    width: float | None = None
    opacity: float = 1.0

    def __post_init__(self) -> None:
        x, y = _still(self.x), _still(self.y)
        if x.ndim != 1 or x.shape != y.shape:
            raise ValueError(f"a series of x {x.shape} and y {y.shape}")
        object.__setattr__(self, "x", x)
        object.__setattr__(self, "y", y)
        if self.error is not None:
            error = _still(self.error)
            if error.shape not in (x.shape, (2, *x.shape)):
                raise ValueError(f"errors of shape {error.shape} for {x.shape} values")
            object.__setattr__(self, "error", error)

    @classmethod
    def of(cls, name: str, x: ArrayLike, y: ArrayLike, colour: Colour = "accent", **how: Any) -> Series:
        """From anything array-like; `how` takes the other fields."""
        return cls(name, np.asarray(x, np.float64), np.asarray(y, np.float64), colour, **how)

    def at(self, x: float) -> float:
        """The value at a place: between two points of a line, else of the nearest; NaN beyond the ends."""
        if not len(self.x):
            return math.nan
        if self.kind == "line" and len(self.x) > 1 and (np.diff(self.x) >= 0).all():
            return float(np.interp(x, self.x, self.y, left=math.nan, right=math.nan))
        return float(self.y[np.abs(self.x - x).argmin()])

    @property
    def low(self) -> Values:
        """The lower ends of the errors."""
        if self.error is None:
            return self.y
        with np.errstate(invalid="ignore"):  # what has gone beyond all numbers has no ends
            return self.y - (self.error[0] if self.error.ndim == 2 else self.error)

    @property
    def high(self) -> Values:
        """The upper ends."""
        if self.error is None:
            return self.y
        with np.errstate(invalid="ignore"):
            return self.y + (self.error[1] if self.error.ndim == 2 else self.error)


@dataclass(frozen=True)
class PlotMark:
    """A place on the x axis where something happens, and a word or two on it."""

    x: float
    text: str = ""


def colour_of(colour: Colour, look: Theme) -> QColor:
    """The colour in a theme. Raises AttributeError for a name the theme does not have."""
    if isinstance(colour, int):
        return look.digit(colour)
    found: QColor = getattr(look, colour)
    return found


def _still(values: Values) -> Values:
    """A float64 copy that nobody can write to."""
    copy = np.array(values, np.float64)
    copy.flags.writeable = False
    return copy
