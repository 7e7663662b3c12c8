"""Numbers as people read them: sensible digits, and never more certain than they are."""

from __future__ import annotations

from math import floor, isfinite, isnan, log10

_NARROW = "\N{NARROW NO-BREAK SPACE}"
_MINUS = "\N{MINUS SIGN}"
_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def measured(value: float, digits: int = 4) -> str:
    """A number of somebody's own data with so many digits that matter: 0.0123, 3,340, 314,000, 2.5 × 10¹²."""
    if not isfinite(value):
        return "–" if isnan(value) else "∞" if value > 0 else f"{_MINUS}∞"
    rounded = float(f"{value:.{digits}g}")
    if rounded == 0:
        return "0"
    power = floor(log10(abs(rounded)) + 1e-12)
    if -5 < power < 12:
        text = f"{rounded:,.{max(0, digits - 1 - power)}f}"
        return (text.rstrip("0").rstrip(".") if "." in text else text).replace("-", _MINUS)
    head = f"{rounded / 10.0**power:.{digits - 1}f}".rstrip("0").rstrip(".").replace("-", _MINUS)
    return f"{head} × 10{str(power).translate(_RAISED)}"


def percent(p: float) -> str:
    """A probability of a softmax in whole percent. None is ever 1, only rounded to it: 100 % is not said."""
    if isnan(p):
        return f"–{_NARROW}%"
    whole = round(100 * p)
    if whole == 0 and p > 0:
        return f"<1{_NARROW}%"
    if whole == 100:
        return f">99{_NARROW}%"
    return f"{whole}{_NARROW}%"


def share(part: float) -> str:
    """A part of what was counted, 0..1, in percent, with a digit more near 1, which is never said."""
    if isnan(part):
        return f"–{_NARROW}%"
    if part >= 0.99:
        return f"{min(floor(1000 * part), 999) / 10:.1f}{_NARROW}%"
    if 0 < part < 0.005:
        return f"<1{_NARROW}%"
    return f"{min(round(100 * part), 99)}{_NARROW}%"


def counted_share(hits: int, n: int) -> str:
    """A share that was counted, in percent: more digits the more there were, and 100 % only for all."""
    if n == 0:
        return f"–{_NARROW}%"
    digits = 0 if n < 300 else 1 if n < 3000 else 2
    text, least = f"{100 * hits / n:.{digits}f}", 10.0**-digits
    if hits in (0, n):
        text = "100" if hits else "0"
    elif float(text) == 100:
        text = f"{100 - least:.{digits}f}"
    elif float(text) == 0:
        text = f"{least:.{digits}f}"
    return f"{text}{_NARROW}%"


def fine_percent(p: float) -> str:
    """A probability in percent, with as many digits near 0 and 1 as tell it from them: 98, 99.7, 99.98 %."""
    if isnan(p):
        return f"–{_NARROW}%"
    far = min(p, 1 - p)
    if far < 5e-6:
        return f">99.999{_NARROW}%" if p > 0.5 else f"<0.001{_NARROW}%"
    digits = 0 if far >= 0.0095 else 1 if far >= 0.00095 else 2 if far >= 0.000095 else 3
    return f"{100 * p:.{digits}f}{_NARROW}%"


def memory(n_bytes: int) -> str:
    """So many bytes in the unit that suits them: 512 B, 67.1 MB, 3.22 GB."""
    if n_bytes < 1000:
        return f"{n_bytes}{_NARROW}B"
    value = float(n_bytes)
    for unit in ("kB", "MB", "GB"):
        value /= 1000
        if value < 999.5 or unit == "GB":
            digits = 2 if value < 9.995 else 1 if value < 99.95 else 0
            return f"{value:,.{digits}f}{_NARROW}{unit}"
    raise AssertionError  # the loop ends with GB
