"""Two handles by which a model's curve is held: where they are, and which curve goes through them."""

from __future__ import annotations

import math

import numpy as np

from neuroviz.data.surface import Domain, Point
from neuroviz.data.two_knobs import Kind, TwoKnobs

_MARGIN = 0.12  # of the width, at which handles are when nothing says better
_NEAR = 0.07  # of the width: they come no closer to each other
_LIMIT = 0.997  # how near to its bounds a curve can be pulled


def height(model: TwoKnobs, w: float, b: float, x: float) -> float:
    """The model's answer."""
    return float(model.predict(w, b, np.array([x]))[0])


def places(kind: Kind, w: float, b: float, window: Domain) -> tuple[float, float]:
    """The x of both handles: of a line near the ends of what is seen of it, of a curve where it bends."""
    x0, x1, y0, y1 = window
    wide = x1 - x0
    if kind == "line":
        ends = sorted((y - b) / w for y in (y0, y1)) if abs(w) > 1e-12 else [x0, x1]
        low, high = max(x0, ends[0]), min(x1, ends[1])
        if not low < high:
            low, high = x0, x1
        return _apart(low + _MARGIN * (high - low), high - _MARGIN * (high - low), window)
    ends = sorted((t - b) / w for t in (-1.0, 1.0)) if abs(w) > 1e-12 else [x0, x1]
    one, other = (min(max(end, x0 + _MARGIN * wide), x1 - _MARGIN * wide) for end in ends)
    return _apart(one, other, window)


def _apart(one: float, other: float, window: Domain) -> tuple[float, float]:
    x0, x1, _, _ = window
    least = _NEAR * (x1 - x0)
    if other - one >= least:
        return one, other
    middle = min(max((one + other) / 2, x0 + least / 2), x1 - least / 2)
    return middle - least / 2, middle + least / 2


def through(kind: Kind, hand: Point, held: Point, window: Domain) -> Point:
    """w and b of the curve through the hand's place (x, y); at held[0] it stays with w x + b = held[1]."""
    x0, x1, _, _ = window
    least = _NEAR * (x1 - x0)
    x = min(max(hand[0], x0), x1)
    if abs(x - held[0]) < least:
        x = held[0] + math.copysign(least, x - held[0] or 1.0)
    w = (_inverse(kind, hand[1]) - held[1]) / (x - held[0])
    return w, held[1] - w * held[0]


def _inverse(kind: Kind, y: float) -> float:
    """The w x + b for which the model answers y, or as near to it as can be pulled."""
    if kind == "line":
        return y
    if kind == "logistic":
        p = min(max(y, 1 - _LIMIT), _LIMIT)
        return math.log(p / (1 - p))
    return math.atanh(min(max(y, -_LIMIT), _LIMIT))
