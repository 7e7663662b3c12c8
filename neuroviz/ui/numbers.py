"""Numbers as people read them: sensible digits, and never more certain than they are."""

from __future__ import annotations

_NARROW = "\N{NARROW NO-BREAK SPACE}"


def percent(p: float) -> str:
    """A probability in whole percent; what is not certain is not called 0 or 100."""
    whole = round(100 * p)
    if whole == 0 and p > 0:
        return f"<1{_NARROW}%"
    if whole == 100 and p < 1 - 1e-6:
        return f">99{_NARROW}%"
    return f"{whole}{_NARROW}%"
