"""Scrawls: what people draw that is no digit, as pen strokes with the variation of a living hand.

Every kind is a function of a generator: the same seed draws the same. They are what a net that knows digits
alone is tried with; none of them is learnt from.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from neuroviz.data.ink import Drawing
from neuroviz.data.scrawls.pads import filled, nearly_empty
from neuroviz.data.scrawls.scribbles import scribble
from neuroviz.data.scrawls.shapes import AMBIGUOUS, LETTERS, SYMBOLS
from neuroviz.data.strokes import written

__all__ = ["AMBIGUOUS", "KINDS", "LETTERS", "SYMBOLS", "letter", "scribble", "symbol"]


def letter(rng: np.random.Generator, name: str | None = None) -> Drawing:
    """A letter, of any kind if no name is given. KeyError for one that is not known."""
    known = LETTERS if name is None or name in LETTERS else AMBIGUOUS
    return written(known[name or str(rng.choice(list(known)))], rng)


def digit_like_letter(rng: np.random.Generator) -> Drawing:
    """A letter that could be read as a digit: O, l, S, Z, B, g, q, …"""
    return letter(rng, str(rng.choice(list(AMBIGUOUS))))


def symbol(rng: np.random.Generator, name: str | None = None) -> Drawing:
    """Another symbol, any if no name is given. KeyError for one that is not known."""
    return written(SYMBOLS[name or str(rng.choice(list(SYMBOLS)))], rng)


KINDS: dict[str, Callable[[np.random.Generator], Drawing]] = {
    "letters": letter,
    "digit-like letters": digit_like_letter,
    "symbols": symbol,
    "scribbles": scribble,
    "filled pads": filled,
    "nearly empty pads": nearly_empty,
}
"""What is drawn by name; a generator makes one of the kind."""
