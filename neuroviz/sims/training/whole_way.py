"""The whole way of lines whose past lies in a line that has been ended: as if it had been their own."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from neuroviz.sims.training.book import Curve
from neuroviz.sims.training.frames import CourseFrame, TrainingFrame, Trunk
from neuroviz.sims.training.report import Report


def whole(frame: TrainingFrame) -> TrainingFrame:
    """The frame with the curves and reports of its trunks in the lines that came from them."""
    if not frame.trunks:
        return frame
    trunks = {one.id: one for one in frame.trunks}
    return replace(frame, courses=tuple(_whole(one, trunks) for one in frame.courses))


def _whole(course: CourseFrame, trunks: dict[int, Trunk]) -> CourseFrame:
    curves, reports = [course.curve], course.reports
    branch, until = course.branch, course.born
    while branch is not None and (trunk := trunks.get(branch.parent)) is not None:
        curves.insert(0, _up_to(trunk.curve, until))
        reports = (*(one for one in trunk.reports if one.step <= until), *reports)
        branch, until = trunk.branch, min(until, trunk.born)
    return replace(course, curve=_joined(curves), reports=_rising(reports))


def _up_to(curve: Curve, step: int) -> Curve:
    n = int(np.searchsorted(curve.step, step, side="right"))
    return Curve(curve.step[:n], curve.mean[:n], curve.least[:n], curve.most[:n])


def _joined(curves: list[Curve]) -> Curve:
    parts = zip(*((one.step, one.mean, one.least, one.most) for one in curves), strict=True)
    return Curve(*(np.concatenate(part) for part in parts))


def _rising(reports: tuple[Report, ...]) -> tuple[Report, ...]:
    """One for each step: a line is measured anew where it branches off."""
    return tuple({one.step: one for one in reports}.values())
