"""Drawings that pages of Digits show: not from a hand, but as a steady hand would leave them."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from neuroviz.data.ink import Drawing, Stroke

_WIDTH = 0.08
_ARCH = 17  # corners of a curve
_SPACING = 0.02  # pads between two pen positions


def four_nine(closed: float = 1.0) -> Drawing:
    """Cup, stem, and of the lid so large a part: a 4 while it is open, a 9 once it is closed."""
    cup = _line(*_arch(0.49, 0.25, 0.155, 0.2))
    stem = _line((0.645, 0.22), (0.63, 0.5), (0.6, 0.82))
    lid = _line(*_arch(0.49, 0.25, 0.155, -0.1))
    return Drawing((cup, stem, lid.until(int(closed * len(lid.points)))))


def house() -> Drawing:
    """Walls, roof and a door."""
    walls = _line((0.25, 0.45), (0.25, 0.82), (0.75, 0.82), (0.75, 0.45))
    roof = _line((0.18, 0.5), (0.5, 0.17), (0.82, 0.5))
    door = _line((0.45, 0.82), (0.45, 0.62), (0.57, 0.62), (0.57, 0.82))
    return Drawing((walls, roof, door))


def _line(*corners: tuple[float, float]) -> Stroke:
    """A stroke along straight pieces, with pen positions at equal distances."""
    path: list[tuple[float, float]] = [corners[0]]
    for (ax, ay), (bx, by) in pairwise(corners):
        n = max(1, round(float(np.hypot(bx - ax, by - ay)) / _SPACING))
        path += [(ax + (bx - ax) * i / n, ay + (by - ay) * i / n) for i in range(1, n + 1)]
    return Stroke(tuple(path), _WIDTH)


def _arch(x: float, y: float, half: float, depth: float) -> list[tuple[float, float]]:
    """Half an ellipse from left to right about (x, y), 2 x `half` wide; a negative depth arches upwards."""
    angles = np.linspace(0.0, np.pi, _ARCH)
    return list(zip((x - half * np.cos(angles)).tolist(), (y + depth * np.sin(angles)).tolist(), strict=True))
