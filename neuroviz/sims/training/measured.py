"""What was measured of a run as arrays for a file: curves and reports of all lines, one behind the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from neuroviz.nn.arrays import DIVERGING_IS_ALLOWED
from neuroviz.sims.training.book import Curve
from neuroviz.sims.training.course import Course
from neuroviz.sims.training.frames import CourseFrame, TrainingFrame, Trunk
from neuroviz.sims.training.report import HARDEST, LayerSizes, Report

Arrays = Mapping[str, NDArray[Any]]

_SIZES = tuple(one.name for one in fields(LayerSizes))
_NUMBERS = (
    "step", "epochs", "train_loss", "train_score", "valid_loss", "valid_score", "norm", "rate",
)  # fmt: skip
_CURVE = ("step", "mean", "least", "most")
_REPORTS = 1024  # of a line
_BUCKETS = 8192
_FURTHEST = 2**40  # steps; their buckets still are numbers


def measured_of(frame: TrainingFrame) -> dict[str, NDArray[Any]]:
    """Arrays by name, of the lines that there are at the moment, and of those they came from.

    lines (L, 4): id, born, last, loss; curves (B, 5): line, and a row of a Curve; reports (R, 9): line, and
    a Report's numbers; report_…: what else they hold, row by row.
    """
    courses: tuple[CourseFrame | Trunk, ...] = (*frame.courses, *frame.trunks)
    found: dict[str, NDArray[Any]] = {
        "lines": np.array([(one.id, one.born, one.last, one.loss) for one in courses], np.float64),
        "curves": np.concatenate([_curve(one) for one in courses]),
    }
    reports = [(one.id, report) for one in courses for report in one.reports]
    if not reports:
        return found
    found["reports"] = np.array(
        [(id, *(getattr(one, name) for name in _NUMBERS)) for id, one in reports], np.float64
    )
    every = [one for _, one in reports]
    found["report_layers"] = np.array([[getattr(one.layers, name) for name in _SIZES] for one in every])
    found["report_hardest"] = np.array([one.hardest for one in every])
    found["report_hardest_loss"] = np.array([one.hardest_loss for one in every])
    found["report_hardest_said"] = np.array([one.hardest_said for one in every])
    if every[0].confusion is not None:
        found["report_confusion"] = np.array([one.confusion for one in every])
    if all(one.said is not None for one in every):
        found["report_said"] = np.array([one.said for one in every])
    if all(one.losses is not None for one in every):
        found["report_losses"] = np.array([one.losses for one in every])
    if all(np.isfinite(one.test_score) for one in every):
        found["report_test"] = np.array([one.test_score for one in every])
    return found


def take_up(arrays: Arrays, courses: Mapping[int, Course]) -> None:
    """Give the courses what `measured_of` took from others. What does not fit is passed over line by line:
    it can be measured again. ValueError for arrays that are none of its."""
    lines = _table(arrays, "lines", 4)
    curves = _table(arrays, "curves", 5)
    reports = _table(arrays, "reports", 9)
    for id, born, last, loss in lines.tolist():
        course = courses.get(int(id)) if np.isfinite((id, born, last)).all() else None
        if course is None or not 0 <= born <= last <= _FURTHEST:
            continue
        mine = curves[curves[:, 0] == id, 1:][:_BUCKETS]
        inside = (mine[:, 0] > born) & (mine[:, 0] <= last)
        mine = mine[inside]
        course.book.take_up(Curve(mine[:, 0].astype(np.int64), *mine[:, 1:].T), int(born), int(last))
        course.loss = loss
        rows = np.flatnonzero(reports[:, 0] == id)[:_REPORTS]
        found = [_report(arrays, int(row), course) for row in rows]
        if found and all(one.step < next.step for one, next in pairwise(found)):
            course.reports[:] = found
            course.measured = found[-1].step


def _curve(one: CourseFrame | Trunk) -> NDArray[np.float64]:
    columns = [getattr(one.curve, name) for name in _CURVE]
    return np.column_stack([np.full(len(one.curve.step), one.id), *columns]).astype(np.float64)


def _table(arrays: Arrays, name: str, columns: int) -> NDArray[np.float64]:
    """Rows of so many numbers; none where there is no such array."""
    found = arrays.get(name, np.empty((0, columns)))
    if found.dtype.kind not in "fiu" or found.ndim != 2 or found.shape[1] != columns:
        raise ValueError(f"{name} is {found.dtype} {found.shape}")
    return found.astype(np.float64)


@DIVERGING_IS_ALLOWED
def _report(arrays: Arrays, row: int, course: Course) -> Report:
    """One row. ValueError where the arrays have another shape than a report of this task has."""
    task, n_layers = course.task, len(course.recipe.layers)
    numbers = _table(arrays, "reports", 9)[row, 1:].tolist()
    n = min(HARDEST, len(task.valid), course.probe.n)
    sizes = _part(arrays, "report_layers", row, (len(_SIZES), n_layers))
    hardest = _counts(_part(arrays, "report_hardest", row, (n,)), len(task.valid))
    if not 0 <= numbers[0] <= _FURTHEST:
        raise ValueError(f"a report of step {numbers[0]}")
    confusion = None
    if "report_confusion" in arrays:
        shape = (task.n_out, task.n_out)
        confusion = _counts(_part(arrays, "report_confusion", row, shape), len(task.valid) + 1)
    said, losses, asked = None, None, min(course.probe.n, len(task.valid))
    if "report_losses" in arrays:
        losses = _part(arrays, "report_losses", row, (asked,)).astype(np.float16)
    if "report_said" in arrays:
        said = _counts(_part(arrays, "report_said", row, (asked,)), task.n_out).astype(np.uint8)
    test = float(_part(arrays, "report_test", row, ())) if "report_test" in arrays else np.nan
    told = dict(zip(_NUMBERS, numbers, strict=True))
    return Report(
        **{**told, "step": int(numbers[0])}, layers=LayerSizes(*sizes.astype(np.float64)),
        confusion=confusion, hardest=hardest,
        hardest_loss=_part(arrays, "report_hardest_loss", row, (n,)).astype(np.float64),
        hardest_said=_part(arrays, "report_hardest_said", row, (n, task.n_out)).astype(np.float32),
        said=said, losses=losses, test_score=test,
    )  # fmt: skip


def _part(arrays: Arrays, name: str, row: int, shape: tuple[int, ...]) -> NDArray[Any]:
    found = arrays.get(name)
    if found is None or found.dtype.kind not in "fiu" or found.shape[1:] != shape or row >= len(found):
        raise ValueError(f"{name} is not there for report {row}, or has another shape than {shape}")
    part: NDArray[Any] = found[row]
    return part


def _counts(values: NDArray[Any], end: int) -> NDArray[np.intp]:
    """Whole numbers from 0 on, below `end`."""
    if not ((values >= 0) & (values < end)).all():
        raise ValueError(f"numbers {values.min()} to {values.max()}, not below {end}")
    return values.astype(np.intp)
