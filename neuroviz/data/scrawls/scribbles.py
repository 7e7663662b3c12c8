"""Scribbles: a hand that moves without a plan, in several characters."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.ink import Drawing, Stroke
from neuroviz.data.strokes import smooth, spaced

Plane = NDArray[np.float64]
Wander = Callable[[np.random.Generator], list[Plane]]
_SCRATCH = ((-0.5, 0.0), (0.0, 0.0), (0.5, 0.0))


def scribble(rng: np.random.Generator, character: str | None = None) -> Drawing:
    """A scribble somewhere on the pad, of any of `CHARACTERS` unless one is named. KeyError for another."""
    name = character or str(rng.choice(list(CHARACTERS)))
    curves = [smooth(points) for points in CHARACTERS[name](rng)]
    every = np.concatenate(curves)
    low, size = every.min(axis=0), float(np.ptp(every, axis=0).max())
    side = rng.uniform(0.4, 0.85)
    width = float(rng.uniform(0.03, 0.1))
    room = np.maximum(1.0 - width - side * np.ptp(every, axis=0) / size, 0.0)
    at = 0.5 * width + rng.uniform(0.0, 1.0, 2) * room
    return Drawing(tuple(Stroke.of(spaced((c - low) * (side / size) + at), width) for c in curves))


def _walk(rng: np.random.Generator) -> list[Plane]:
    """A path that keeps some of its direction and turns back at the edge."""
    n, place, heading = int(rng.integers(8, 26)), np.zeros(2), rng.uniform(0.0, 2 * np.pi)
    points = [place]
    for _ in range(n):
        heading += rng.normal(0.0, 1.0)
        step = rng.uniform(0.15, 0.5) * np.array([np.cos(heading), np.sin(heading)])
        if np.abs(place + step).max() > 1.0:
            heading += np.pi
            step = -step
        place = place + step
        points.append(place)
    return [np.array(points)]


def _tangle(rng: np.random.Generator) -> list[Plane]:
    """Places at random, joined by one line."""
    return [rng.normal(0.0, 1.0, (int(rng.integers(10, 30)), 2))]


def _coils(rng: np.random.Generator) -> list[Plane]:
    """Loops that wander to one side."""
    turns = rng.uniform(2.5, 7.0)
    t = np.arange(0.0, turns, 0.125)
    radius = rng.uniform(0.25, 0.6) * (1 + rng.normal(0.0, 0.12, len(t)))
    angle = 2 * np.pi * t
    x = t * rng.uniform(0.1, 0.5) + radius * np.cos(angle)
    return [_turned(np.stack([x, rng.uniform(0.6, 1.6) * radius * np.sin(angle)], axis=1), rng)]


def _to_and_fro(rng: np.random.Generator) -> list[Plane]:
    """A zigzag, as a hand crosses something out."""
    n = int(rng.integers(7, 18))
    x = np.linspace(-1.0, 1.0, n) * rng.uniform(0.3, 1.0) + rng.normal(0.0, 0.06, n)
    y = np.where(np.arange(n) % 2, 1.0, -1.0) * rng.uniform(0.5, 1.0, n)
    return [_turned(np.stack([x, y], axis=1), rng)]


def _scratches(rng: np.random.Generator) -> list[Plane]:
    """Short strokes in all directions."""
    return [
        _turned(rng.normal(_SCRATCH, 0.25), rng) + rng.uniform(-0.8, 0.8, 2)
        for _ in range(int(rng.integers(4, 10)))
    ]


def _turned(points: Plane, rng: np.random.Generator) -> Plane:
    a = rng.uniform(0.0, 2 * np.pi)
    turned: Plane = points @ np.array([[np.cos(a), np.sin(a)], [-np.sin(a), np.cos(a)]])
    return turned


CHARACTERS: dict[str, Wander] = {
    "walk": _walk,
    "tangle": _tangle,
    "coils": _coils,
    "to and fro": _to_and_fro,
    "scratches": _scratches,
}
"""How a scribble moves, by name: pieces of path, (n, 2) each."""
