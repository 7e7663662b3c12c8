"""Numbers of the page: three significant digits, a true minus, and never an endless row of zeros."""

from __future__ import annotations

import math

_MINUS = "\N{MINUS SIGN}"


def figure(value: float, *, plus: bool = False) -> str:
    """A number for reading; `plus`: with its sign even above zero."""
    if math.isnan(value):
        return "–"
    if math.isinf(value):
        text = "∞" if value > 0 else f"{_MINUS}∞"
        return f"+{text}" if plus and value > 0 else text
    size = abs(value)
    if size == 0:
        return "0"
    if size >= 1e5 or size < 5e-4:
        mantissa, exponent = f"{value:.1e}".split("e")
        text = f"{mantissa}·10{_raised(int(exponent))}"
    else:
        places = 0 if size >= 100 else 1 if size >= 10 else 2 if size >= 1 else 3
        text = f"{value:.{places}f}"
    text = text.replace("-", _MINUS)
    return f"+{text}" if plus and value > 0 else text


def correlation(rho: float) -> str:
    """A correlation, with its sign and two digits."""
    return f"{rho:+.2f}".replace("-", _MINUS)


def _raised(exponent: int) -> str:
    digits = "".join("⁰¹²³⁴⁵⁶⁷⁸⁹"[int(d)] for d in str(abs(exponent)))
    return f"⁻{digits}" if exponent < 0 else digits
