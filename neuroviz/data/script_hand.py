"""A hand drawn by script: one way to write each digit, one slant, one pen, and small differences."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from neuroviz.data import strokes
from neuroviz.data.handwriting import Entry, Handwriting
from neuroviz.data.ink import Drawing, Stroke
from neuroviz.data.sheet import Sheet

_BENDS = 3  # waves along a stroke: a hand wanders slowly, it does not shiver


@dataclass(frozen=True)
class Hand:
    """What stays the same: styles by digit (of `strokes.styles`, the first without one), slant (parts of the
    height by which the top leans right), aspect (width to height), pen (parts of the pad); unrest: how far
    a line wanders, parts of the pad.
    """

    styles: dict[int, str] = field(default_factory=dict)
    slant: float = 0.0
    aspect: float = 1.0
    pen: float = 0.075
    unrest: float = 0.012

    def writes(self, label: int, rng: np.random.Generator) -> Drawing:
        """One digit. KeyError for a label or style that is not known."""
        plain = strokes.digit(label, style=self.styles.get(label))
        size = rng.uniform(0.85, 1.1)
        slant = self.slant + rng.normal(0.0, 0.03)
        matrix = size * np.array([[self.aspect, -slant], [0.0, 1.0]])
        return Drawing(tuple(self._stroke(one, matrix, rng) for one in plain.strokes))

    def _stroke(self, stroke: Stroke, matrix: np.ndarray, rng: np.random.Generator) -> Stroke:
        points = (np.asarray(stroke.points) - 0.5) @ matrix.T + 0.5
        along = np.linspace(0.0, np.pi, len(points))
        for k in range(1, _BENDS + 1):
            points += np.outer(np.cos(k * along), rng.normal(0.0, self.unrest / k, 2))
        return Stroke.of(points, self.pen)


NEAT = Hand()
LEANING = Hand({1: "flag", 2: "looped", 4: "closed", 7: "serif", 9: "slanted"}, slant=0.62, pen=0.06)
WIDE = Hand(aspect=2.2)


def written_by(hand: Hand, times: int, rng: np.random.Generator) -> Handwriting:
    """Every digit so many times, 0 to 9 and again."""
    labels = [label for _ in range(times) for label in range(10)]
    return Handwriting(tuple(Entry(Sheet(hand.writes(label, rng)), label) for label in labels))
