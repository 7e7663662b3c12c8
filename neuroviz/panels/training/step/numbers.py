"""Numbers of a step as people read them."""

from __future__ import annotations

import math


def number(value: float) -> str:
    """Three digits that matter, with a real minus sign."""
    if math.isnan(value):
        return "–"
    if math.isinf(value):
        return "∞" if value > 0 else "\N{MINUS SIGN}∞"
    text = f"{value:.3g}" if 0.001 <= abs(value) < 1e5 or value == 0 else f"{value:.1e}"
    return text.replace("-", "\N{MINUS SIGN}")
