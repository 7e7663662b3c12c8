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
        return _plain(value, 3)
    return _powered(f"{value:.1e}")


def short(value: float, digits: int = 2) -> str:
    """One or two digits, for places where there is room for no more."""
    if not math.isfinite(value):
        return number(value)
    if value == 0 or 0.01 <= abs(value) < 1000:
        return _plain(value, digits)
    return _powered(f"{value:.0e}")


def briefer(value: float) -> tuple[str, ...]:
    """From two decimals (three, if they say more) to none, for the narrowest places; nought has no sign."""
    if not math.isfinite(value):
        return (number(value),)
    if abs(value) >= 100:
        return number(value), short(value)
    most = 3 if abs(value) < 0.005 else 2
    texts = [f"{value:.{most}f}", f"{value:.{most}f}", f"{value:.1f}", f"{value:.0f}"]
    if abs(value) < 0.995:
        texts[1] = texts[1].replace("0.", ".", 1)
    found = [text.replace("-", "\N{MINUS SIGN}") if float(text) else "0" for text in texts]
    return tuple(dict.fromkeys(found))


def power(n: int) -> str:
    """An exponent."""
    return str(n).translate(_RAISED)


def _plain(value: float, digits: int) -> str:
    """So many digits that matter, all of those before the point, without a power."""
    text = f"{value:.0f}" if abs(value) >= 10**digits else f"{value:.{digits}g}"
    return text.replace("-", "\N{MINUS SIGN}")


def _powered(text: str) -> str:
    """2.0e-09 as people write it."""
    digits, _, exponent = text.partition("e")
    return f"{digits}·10{power(int(exponent))}".replace("-", "\N{MINUS SIGN}")
