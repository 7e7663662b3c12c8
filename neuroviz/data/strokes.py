"""Digits as a hand writes them: pen strokes for 0–9, each in several styles, with natural variation."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from math import cos, radians, sin
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.ink import Drawing, Stroke

Plane = NDArray[np.float64]

# A path is a row of pen positions "x,y" in hundredths of the digit's height, x to the right, y down.
# The pen runs smoothly through them; "/" after a position is a sharp corner, "|" lifts the pen.
PATHS: dict[int, dict[str, str]] = {
    0: {
        "oval": "52,3 22,18 12,50 24,85 52,97 80,82 88,48 76,16 50,3",
        "tail": "62,6 34,6 14,30 14,66 36,95 66,94 88,66 86,30 66,6 44,10",
        "narrow": "46,4 68,16 74,50 66,84 46,97 28,82 24,48 30,18 50,3",
        "round": "50,6 16,20 2,50 16,82 50,95 84,82 98,50 84,20 50,6",
    },
    1: {
        "bar": "50,3 50,97",
        "slanted": "66,3 36,97",
        "flag": "28,24 54,3 / 54,97",
        "foot": "30,22 52,3 / 52,97 | 26,97 80,97",
        "hook": "34,26 46,14 56,2 / 50,97",
    },
    2: {
        "plain": "18,26 30,7 54,3 78,16 78,38 56,64 14,95 / 88,95",
        "looped": "16,24 36,4 66,6 78,28 64,58 36,86 18,92 14,80 28,76 52,86 90,94",
        "swan": "14,30 24,9 50,2 76,14 74,40 44,72 12,96 / 36,88 64,94 90,88",
        "low": "10,22 34,5 66,8 74,30 48,62 8,92 / 52,90 94,95",
    },
    3: {
        "round": "18,14 44,3 74,14 72,36 44,47 / 76,58 84,78 58,97 16,86",
        "flat": "18,5 80,5 / 44,42 / 76,54 82,80 54,97 16,86",
        "flowing": "20,18 42,4 70,12 70,34 46,46 52,48 80,62 76,88 44,97 16,84",
        "looped": "22,12 50,3 74,16 64,38 42,46 38,52 50,48 78,60 76,86 46,97 18,90",
    },
    4: {
        "open": "24,5 16,54 / 88,52 | 70,4 66,97",
        "closed": "64,3 10,64 / 92,64 | 64,3 64,97",
        "curved": "22,6 18,36 30,54 56,56 80,46 | 82,4 78,50 72,97",
        "small": "30,8 22,46 / 76,46 | 68,20 62,97",
    },
    5: {
        "hat": "30,6 24,44 / 52,38 82,54 80,84 48,97 16,86 | 30,6 82,6",
        "one": "82,5 32,5 / 26,42 / 56,38 84,60 74,90 40,97 14,84",
        "flowing": "78,8 44,6 28,20 34,42 64,50 82,70 66,93 34,97 14,86",
        "belly": "36,8 30,40 / 60,42 76,62 66,88 40,96 20,90 | 36,8 60,10 92,4",
    },
    6: {
        "round": "70,4 36,24 16,60 24,90 52,97 80,82 76,58 50,50 22,66",
        "straight": "58,2 28,44 16,74 34,96 64,94 78,74 62,56 36,60 20,78",
        "curled": "76,14 54,3 28,22 14,58 26,92 58,96 82,76 68,54 38,56 18,76",
        "narrow": "50,2 32,34 24,70 36,96 58,92 64,72 48,62 28,76",
    },
    7: {
        "plain": "14,6 86,6 / 42,97",
        "barred": "14,6 86,6 / 42,97 | 34,52 82,50",
        "serif": "14,22 16,6 / 86,6 / 62,40 44,97",
        "curved": "12,12 46,7 84,8 / 64,40 54,70 52,97",
    },
    8: {
        "one": "74,16 50,3 26,16 32,38 60,52 80,76 56,97 24,84 26,64 52,46 74,28 72,12",
        "rings": "50,48 26,34 28,10 50,3 74,12 74,34 50,48 / 20,66 22,90 50,97 78,90 80,64 50,48",
        "top": "50,3 24,14 30,38 70,58 78,82 50,97 22,84 30,60 70,36 76,14 50,3",
        "open": "80,10 50,4 28,18 40,40 66,58 70,82 48,97 26,84 34,62 62,38 78,18",
    },
    9: {
        "straight": "76,20 54,3 24,14 22,38 48,48 76,28 78,16 / 72,97",
        "curled": "80,20 56,3 26,14 22,38 46,50 76,34 82,14 / 80,60 62,92 26,92",
        "round": "76,28 60,4 30,8 20,32 42,50 70,38 78,16 78,50 60,97",
        "slanted": "84,14 60,4 34,16 28,40 50,48 76,30 86,10 / 66,56 44,97",
    },
}

_SPACING = 0.02  # pads between pen positions: about what a mouse gives in a calm hand


def styles(label: int) -> tuple[str, ...]:
    """The names of the handwritings known for a digit; the first is the plainest."""
    return tuple(PATHS[label])


def digit(label: int, rng: np.random.Generator | None = None, style: str | None = None) -> Drawing:
    """The pen strokes of a digit, in the middle of the pad; rng adds the variation of a living hand.

    style: one of `styles(label)`; without it the first, or any if there is an rng.
    Raises KeyError for a digit or style that is not known.
    """
    known = styles(label)
    if rng is None:
        return written(PATHS[label][style or known[0]])
    return written(PATHS[label][style or str(rng.choice(known))], rng)


def written(text: str, rng: np.random.Generator | None = None) -> Drawing:
    """What a text in the notation of `PATHS` describes; rng adds the variation of a living hand."""
    paths = _paths(text)
    if rng is None:
        return _strokes(paths, _placing(), width=0.08)
    loose = tuple(Path(p.points + rng.normal(0.0, 0.022, p.points.shape), p.corners) for p in paths)
    place = _placing(
        slant=rng.normal(0.08, 0.14),
        turn=radians(rng.normal(0.0, 6.0)),
        aspect=rng.uniform(0.75, 1.1),
        height=rng.uniform(0.42, 0.8),
    )
    drawing = _strokes(loose, place, width=float(rng.uniform(0.04, 0.11)))
    return moved(drawing, rng)


class Path(NamedTuple):
    """Pen positions (n, 2) about the middle of a digit of height 1, and which of them are corners."""

    points: Plane
    corners: tuple[int, ...]


@lru_cache(maxsize=256)
def _paths(text: str) -> tuple[Path, ...]:
    """The paths of a text, one for each time the pen comes down."""
    return tuple(_parsed(part) for part in text.split("|"))


def _parsed(text: str) -> Path:
    rows: list[list[float]] = []
    corners: list[int] = []
    for word in text.split():
        if word == "/":
            corners.append(len(rows) - 1)
        else:
            rows.append([float(number) / 100.0 - 0.5 for number in word.split(",")])
    return Path(np.array(rows), tuple(corners))


def _placing(slant: float = 0.0, turn: float = 0.0, aspect: float = 1.0, height: float = 0.62) -> Plane:
    """The matrix (2, 2) that slants, stretches, turns (radians) and sizes (in pads) a digit's plane."""
    stretch = np.array([[aspect, -slant], [0.0, 1.0]])
    rotation = np.array([[cos(turn), -sin(turn)], [sin(turn), cos(turn)]])
    matrix: Plane = height * rotation @ stretch
    return matrix


def _strokes(paths: tuple[Path, ...], place: Plane, width: float) -> Drawing:
    """The paths as strokes about the middle of the pad."""
    return Drawing(tuple(Stroke.of(spaced(_smooth(p) @ place.T) + 0.5, width) for p in paths))


def moved(drawing: Drawing, rng: np.random.Generator) -> Drawing:
    """The drawing anywhere on the pad where all of it fits."""
    every = np.concatenate([stroke.points for stroke in drawing.strokes])
    margin = 0.5 * drawing.strokes[0].width
    low, high = margin - every.min(axis=0), 1.0 - margin - every.max(axis=0)
    shift = rng.uniform(np.minimum(low, high), np.maximum(low, high))
    return Drawing(tuple(Stroke.of(np.add(s.points, shift), s.width) for s in drawing.strokes))


def _smooth(path: Path) -> Plane:
    """A curve through all positions, sharp at the corners alone."""
    ends = (0, *path.corners, len(path.points) - 1)
    pieces = [smooth(path.points[a : b + 1]) for a, b in pairwise(ends)]
    return np.concatenate([pieces[0], *(piece[1:] for piece in pieces[1:])])


def smooth(points: Plane, per_span: int = 12) -> Plane:
    """The Catmull-Rom spline through (n, 2) points: tangents are half the way between the neighbours."""
    p = np.concatenate((points[:1], points, points[-1:]))
    t = (np.arange(per_span) / per_span)[:, None]
    before, start, end, after = (p[i : len(p) - 3 + i, None] for i in range(4))
    curve = start + 0.5 * t * (
        (end - before)
        + t * (2.0 * before - 5.0 * start + 4.0 * end - after + t * (3.0 * (start - end) + after - before))
    )
    return np.concatenate((curve.reshape(-1, 2), points[-1:]))


def spaced(curve: Plane) -> Plane:
    """The same curve with its positions at equal distances along it."""
    lengths = np.hypot(*np.diff(curve, axis=0).T)
    way = np.concatenate(([0.0], np.cumsum(lengths)))
    at = np.linspace(0.0, way[-1], max(2, round(way[-1] / _SPACING) + 1))
    return np.stack([np.interp(at, way, curve[:, k]) for k in (0, 1)], axis=1)
