"""Numbers as people read them: sensible digits, and never more certain than they are."""

from __future__ import annotations


def percent(p: float) -> str:
    """A probability as a percentage. Only 0 and 1 themselves are called 0 % and 100 %."""
    if 0.0 < p < 0.01:
        return "<1 %"
    if 0.99 < p < 1.0:
        return ">99 %"
    return f"{100 * p:.0f} %"
