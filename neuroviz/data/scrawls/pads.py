"""Pads that hold too much or too little: blobs, hatching, specks, a short dash."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from neuroviz.data.ink import Drawing, Stroke
from neuroviz.data.strokes import spaced

Maker = Callable[[np.random.Generator], Drawing]


def filled(rng: np.random.Generator) -> Drawing:
    """A blob, the whole pad, half of it, or hatching."""
    return FILLED[str(rng.choice(list(FILLED)))](rng)


def nearly_empty(rng: np.random.Generator) -> Drawing:
    """A dot, two to five specks, or one short dash that does not stand upright as a 1 would."""
    return NEARLY_EMPTY[str(rng.choice(list(NEARLY_EMPTY)))](rng)


def _blob(rng: np.random.Generator) -> Drawing:
    """A patch with a wavy outline, coloured in from side to side."""
    tall, wide = rng.uniform(0.12, 0.4, 2)
    x, y = rng.uniform(0.42, 0.58, 2)
    phase, wave = rng.uniform(0.0, 2 * np.pi), rng.uniform(0.05, 0.25)
    rows = []
    for i, down in enumerate(np.linspace(-1.0, 1.0, max(4, round(2 * tall / 0.05)))):
        half = wide * np.sqrt(max(1.0 - down**2, 0.01)) * (1 + wave * np.sin(4 * down + phase))
        ends = [(x - half, y + down * tall), (x + half, y + down * tall)]
        rows += ends if i % 2 else ends[::-1]
    return _line(rows, 0.08)


def _whole(rng: np.random.Generator) -> Drawing:
    """The pad from edge to edge."""
    return _rows(0.0, 1.0, 0.0, 1.0, rng)


def _half(rng: np.random.Generator) -> Drawing:
    """One half or so of the pad: left, right, upper or lower."""
    side, part = int(rng.integers(4)), rng.uniform(0.35, 0.65)
    boxes = ((0.0, part, 0.0, 1.0), (part, 1.0, 0.0, 1.0), (0.0, 1.0, 0.0, part), (0.0, 1.0, part, 1.0))
    return _rows(*boxes[side], rng)


def _hatched(rng: np.random.Generator) -> Drawing:
    """Parallel lines over a part of the pad, now and then crossed."""
    lines: list[Stroke] = []
    width = float(rng.uniform(0.02, 0.05))
    angles = [rng.uniform(0.0, np.pi)]
    if rng.random() < 0.5:
        angles.append(angles[0] + rng.uniform(1.0, 2.0))
    side, gap = rng.uniform(0.25, 0.45), rng.uniform(0.08, 0.14)
    for a in angles:
        along, across = np.array([np.cos(a), np.sin(a)]), np.array([-np.sin(a), np.cos(a)])
        for t in np.arange(-side, side, gap):
            half = np.sqrt(max(side**2 - t**2, 0.002)) * rng.uniform(0.85, 1.1)
            ends = np.array([across * t - along * half, across * t + along * half])
            lines.append(Stroke.of(spaced(ends + 0.5 + rng.normal(0.0, 0.008, (2, 2))), width))
    return Drawing(tuple(lines))


def _dot(rng: np.random.Generator) -> Drawing:
    return Drawing((_speck(rng),))


def _specks(rng: np.random.Generator) -> Drawing:
    return Drawing(tuple(_speck(rng) for _ in range(int(rng.integers(2, 6)))))


def _dash(rng: np.random.Generator) -> Drawing:
    length, a = rng.uniform(0.08, 0.25), np.radians(rng.uniform(-35.0, 35.0))
    x, y = rng.uniform(0.2, 0.8, 2)
    half = 0.5 * length * np.array([np.cos(a), np.sin(a)])
    return _line([(x - half[0], y - half[1]), (x + half[0], y + half[1])], float(rng.uniform(0.04, 0.08)))


def _speck(rng: np.random.Generator) -> Stroke:
    return Stroke.of(rng.uniform(0.1, 0.9, (1, 2)), float(rng.uniform(0.03, 0.1)))


def _rows(x0: float, x1: float, y0: float, y1: float, rng: np.random.Generator) -> Drawing:
    """A box coloured in, with lines that leave no paper between them."""
    rows: list[tuple[float, float]] = []
    for i, y in enumerate(np.arange(y0 + 0.05, y1, 0.08)):
        ends = [(x0 + abs(rng.normal(0.0, 0.02)), y), (x1 - abs(rng.normal(0.0, 0.02)), y)]
        rows += ends if i % 2 else ends[::-1]
    return _line(rows, 0.12)


def _line(corners: list[tuple[float, float]], width: float) -> Drawing:
    return Drawing((Stroke.of(spaced(np.array(corners)), width),))


FILLED: dict[str, Maker] = {"blob": _blob, "whole": _whole, "half": _half, "hatched": _hatched}
NEARLY_EMPTY: dict[str, Maker] = {"dot": _dot, "specks": _specks, "dash": _dash}
