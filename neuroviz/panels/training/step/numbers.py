"""Numbers of a step as people read them."""

from __future__ import annotations

import math

_RAISED = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")


def number(value: float) -> str:
    """Three digits that matter, with a real minus sign."""
    if math.isnan(value):
        return "–"
    if math.isinf(value):
        return "∞" if value > 0 else "\N{MINUS SIGN}∞"
    if value == 0 or 0.001 <= abs(value) < 1e5:
        return f"{value:.3g}".replace("-", "\N{MINUS SIGN}")
    return _powered(f"{value:.1e}")


def short(value: float) -> str:
    """One or two digits, for places where there is room for no more."""
    if not math.isfinite(value):
        return number(value)
    if value == 0 or 0.01 <= abs(value) < 1000:
        return f"{value:.2g}".replace("-", "\N{MINUS SIGN}")
    return _powered(f"{value:.0e}")


def power(n: int) -> str:
    """An exponent."""
    return str(n).translate(_RAISED)


def _powered(text: str) -> str:
    """2.0e-09 as people write it."""
    digits, _, exponent = text.partition("e")
    return f"{digits}·10{power(int(exponent))}".replace("-", "\N{MINUS SIGN}")
