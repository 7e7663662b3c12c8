"""Checks of the numbers in a specification; every failure is a ValueError that names field and value."""

from __future__ import annotations

import math
from numbers import Integral


def whole(name: str, value: object, low: int) -> None:
    """Raise ValueError unless `value` is a whole number of at least `low`."""
    if isinstance(value, bool) or not isinstance(value, Integral) or value < low:
        raise ValueError(f"{name} must be a whole number of at least {low}, not {value!r}")


def real(name: str, value: object, low: float, high: float = math.inf, *, open_high: bool = False) -> None:
    """Raise ValueError unless low <= value <= high (< high when `open_high`) and value is finite."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise ValueError(f"{name} must be a finite number, not {value!r}")
    if value < low or value > high or (open_high and value == high):
        raise ValueError(f"{name} must lie between {low} and {high}, not {value!r}")


def truth(name: str, value: object) -> None:
    """Raise ValueError unless `value` is True or False."""
    if not isinstance(value, bool):
        raise ValueError(f"{name} must be true or false, not {value!r}")
