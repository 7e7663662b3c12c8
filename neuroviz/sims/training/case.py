"""Case: what is known of a course up to its present step, made ready for asking what goes wrong."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from neuroviz.nn import Conv2d, Dense
from neuroviz.sims.training.course import Course
from neuroviz.sims.training.par import Par
from neuroviz.sims.training.report import Report
from neuroviz.sims.training.turned import Turned

Floats = NDArray[np.float64]

LEARNED = 0.5
"""A training loss below this part of par shows that the net learns; above it an illness is looked for."""

GUESSING = 0.9
"""A training loss above this part of par is no better than that of a net that looks at nothing."""

_LATE = 5  # reports; one alone may be a chance


@dataclass(frozen=True, eq=False)
class Case:
    """reports: all up to `step`. losses: means of buckets of `stride` steps up to it. begun: the
    step at which the line began. weights: the layers that have any, first to last. turns: of the line and
    those it came from.
    """

    course: Course
    step: int
    reports: tuple[Report, ...]
    losses: Floats
    stride: int
    begun: int
    weights: tuple[int, ...]
    turns: tuple[Turned, ...] = ()

    @classmethod
    def of(cls, course: Course, turns: tuple[Turned, ...] = (), now: Report | None = None) -> Case:
        """Up to the present step: what lies ahead of it in a rewound course is not known yet. now: what was
        measured at it for those who look, beside what was written down."""
        step = course.step
        reports = tuple(one for one in course.reports if one.step <= step)
        reports = reports if now is None else (*reports, now)
        curve = course.book.curve()
        seen = int(np.searchsorted(curve.step, step, side="right"))
        begun = course.reports[0].step if course.reports else 0
        plan = course.start.plan
        weights = tuple(i for i, one in enumerate(plan.layers) if isinstance(one, (Dense, Conv2d)))
        return cls(course, step, reports, curve.mean[:seen], course.book.stride, begun, weights, turns)

    @property
    def par(self) -> Par:
        """The mark any net has to beat."""
        return self.course.par

    @property
    def last(self) -> Report:
        """The newest report."""
        return self.reports[-1]

    @cached_property
    def late(self) -> tuple[Report, ...]:
        """The newest reports; enough not to take a chance for a rule."""
        return self.reports[-_LATE:]

    @cached_property
    def loss(self) -> float:
        """The median training loss of the newest reports."""
        return float(np.median([one.train_loss for one in self.late]))

    @cached_property
    def learns(self) -> bool:
        """Whether the net is well on its way, or there."""
        return self.loss < LEARNED * self.par.loss

    @cached_property
    def guesses(self) -> bool:
        """Whether the net is hardly better than one that looks at nothing."""
        return self.loss > GUESSING * self.par.loss

    @cached_property
    def fell(self) -> float:
        """The part of its loss it has lost since the first half of its reports; below 0 if it has risen."""
        half = max(1, len(self.reports) // 2)
        before = min(one.train_loss for one in self.reports[:half])
        since = min(one.train_loss for one in self.reports[half:] or self.reports)
        return 1.0 - since / before if before > 0 and np.isfinite(before) else 0.0

    @cached_property
    def update(self) -> float:
        """Of the last reports, the median of how large a step was beside the weights, in the layer where it
        was largest; NaN where none is known."""
        weights = list(self.weights)
        sizes = np.array([one.layers.update[weights] for one in self.late])
        known = sizes[np.isfinite(sizes).any(axis=1)]
        return float(np.median(np.nanmax(known, axis=1))) if len(known) else float("nan")

    @cached_property
    def steps_of_epoch(self) -> int:
        """Batches in which all examples come once."""
        return self.course.feeder.batches(self.course.knobs)

    @cached_property
    def n_judged(self) -> int:
        """Validation examples that a report's score is of."""
        return min(self.course.probe.n, len(self.course.task.valid))

    @cached_property
    def luck(self) -> float:
        """By how much chance alone moves a validation score at par: one standard deviation."""
        p = self.par.score
        return float(np.sqrt(max(p * (1 - p), 0.01) / self.n_judged))

    def answer(self, k: int) -> int:
        """The layer that answers for the weights number k, from 0: the activation behind them, if there is
        one before the next."""
        layers, start = self.course.start.layers, self.weights[k]
        later = [i for i in self.weights if i > start]
        stop = later[0] if later else len(layers)
        functions = [i for i in range(start + 1, stop) if layers[i].elementwise]
        return functions[-1] if functions else start

    def place(self, layer: int) -> int:
        """The number, from 1, of the weights that a layer belongs to: an activation to those before it."""
        return max(1, sum(i <= layer for i in self.weights))
