"""Stops: when a run is to pause by itself, and why it did."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np

from neuroviz.sims.training.course import Course
from neuroviz.sims.training.report import Report

Reason = Literal["target", "plateau", "overfitting", "not_finite", "gradient"]
_FLAT = 0.01  # a loss that has fallen by less than this share has not fallen
_RISEN = 1.1  # times its best, the validation loss is said to have risen
_STEADY = 3  # reports in a row that have to say so
_EARLIEST = 100  # steps: before, both losses jump about
LASTING: tuple[Reason, ...] = ("target", "not_finite", "gradient")
"""What a line that branches off later has from the one it came from."""

_PAST = 0.75  # of the run: a best that is younger may be beaten yet


@dataclass(frozen=True)
class Stops:
    """None: do not stop for it.

    target: validation score to reach; plateau: steps without the training loss falling by one per cent;
    overfitting: the validation loss stands a tenth above its best while the training loss goes on falling;
    not_finite: the loss is no number; gradient: the norm a gradient may have.
    """

    target: float | None = None
    plateau: int | None = None
    overfitting: bool = False
    not_finite: bool = True
    gradient: float | None = None

    def differ(self, other: Stops) -> tuple[Reason, ...]:
        """The reasons that are asked for otherwise there."""
        return tuple(one for one in get_args(Reason) if getattr(self, one) != getattr(other, one))


@dataclass(frozen=True)
class Stopped:
    """course `course` gave `reason` at `step`; value is what was measured then."""

    course: int
    step: int
    reason: Reason
    value: float


def why(stops: Stops, course: Course) -> tuple[Reason, float] | None:
    """The reason to pause now, and what was measured; None to go on. To be asked after each step."""
    if stops.not_finite and not math.isfinite(course.loss) and course.step:
        return "not_finite", course.loss
    if stops.gradient is not None and course.step and (norm := course.trainer.norm) > stops.gradient:
        return "gradient", norm
    fresh = bool(course.reports) and course.reports[-1].step == course.step
    return _by_report(stops, course, course.reports[-1]) if fresh else None


def _by_report(stops: Stops, course: Course, last: Report) -> tuple[Reason, float] | None:
    if stops.target is not None and last.valid_score >= stops.target:
        return "target", last.valid_score
    if stops.overfitting and _overfits(course):
        return "overfitting", last.valid_loss
    if stops.plateau is not None and _is_flat(course, stops.plateau):
        return "plateau", last.train_loss
    return None


def _overfits(course: Course) -> bool:
    """The last reports all stand above the best validation loss, while the training loss has gone on down."""
    reports = course.reports
    best = min(range(len(reports)), key=lambda i: reports[i].valid_loss)
    late, step = reports[-_STEADY:], reports[-1].step
    if step < _EARLIEST or reports[best].step > _PAST * step:
        return False
    return len(reports) - best > _STEADY and all(
        one.valid_loss > _RISEN * reports[best].valid_loss and one.train_loss < reports[best].train_loss
        for one in late
    )


def _is_flat(course: Course, steps: int) -> bool:
    """Nothing since `steps` ago was better than the best before by more than one per cent."""
    if course.step <= steps:
        return False
    then = course.step - steps
    before = [one.train_loss for one in course.reports if one.step <= then]
    since = [one.train_loss for one in course.reports if one.step > then]
    return bool(before and since) and float(np.min(since)) > (1.0 - _FLAT) * float(np.min(before))
