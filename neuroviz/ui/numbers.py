"""Numbers as people read them: sensible digits, and never more certain than they are."""

from __future__ import annotations

_NARROW = "\N{NARROW NO-BREAK SPACE}"


def percent(p: float) -> str:
    """A probability of a softmax in whole percent. None is ever 1, only rounded to it: 100 % is not said."""
    whole = round(100 * p)
    if whole == 0 and p > 0:
        return f"<1{_NARROW}%"
    if whole == 100:
        return f">99{_NARROW}%"
    return f"{whole}{_NARROW}%"
