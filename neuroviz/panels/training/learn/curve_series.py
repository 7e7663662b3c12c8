"""The curves of lines of learning: in whose strokes, how thick, and whether the rate is worth a chart."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from neuroviz.panels.training.learn.figures import line_mark
from neuroviz.panels.training.learn.thinning import Thin, stairs
from neuroviz.sims.training.frames import CourseFrame, TrainingFrame
from neuroviz.ui.curves import Series

_BAND = 0.22  # opacity of what the batches' losses spread over
_FAR = 8.0
_RATE_KNOBS = ("rate", "schedule", "horizon")


def last(frame: TrainingFrame) -> float:
    """The furthest step of any line."""
    return float(max(2, *(one.last for one in frame.courses)))


def reported(course: CourseFrame, what: str) -> tuple[np.ndarray, np.ndarray]:
    """The steps of a line's reports, and what they say."""
    step = np.array([one.step for one in course.reports], np.float64)
    return step, np.array([getattr(one, what) for one in course.reports], np.float64)


def series(
    name: str, step: np.ndarray, value: np.ndarray, course: CourseFrame, *, focused: bool, thick: bool
) -> Series:
    """A curve of a line in its strokes: focused: it is looked at; thick: of validation."""
    mark = line_mark(course.id)
    width = (3.0 if thick else 1.2) if focused else (1.8 if thick else 0.9)
    opacity = (1.0 if focused else 0.85) if thick else (0.7 if focused else 0.5)
    return Series.of(name, step, value, mark.colour, width=width, dash=mark.dash, opacity=opacity)


def spread(thin: Thin, raw: np.ndarray, colour: int) -> Series:
    """What the losses of the batches spread over; a line while each of them has a pixel of its own."""
    if len(raw) == len(thin.mean) and np.array_equal(thin.least, thin.most, equal_nan=True):
        return Series("", thin.step, raw, colour, width=1.0, opacity=1.6 * _BAND)
    with np.errstate(invalid="ignore"):
        error = np.stack([thin.mean - thin.least, thin.most - thin.mean])
    return Series("", thin.step, thin.mean, colour, kind="band", error=error, opacity=_BAND)


def rate_of(course: CourseFrame, frame: TrainingFrame) -> Iterator[Series]:
    """The learning rate of a line, as it was turned."""
    step, rate = reported(course, "rate")
    turns = [one.step for one in frame.turns if one.course == course.id and one.name in _RATE_KNOBS]
    focused = course.id == frame.focus
    name = f"{course.id + 1}" if len(frame.courses) > 1 else ""
    x, y = stairs(step, rate, np.array(turns, np.float64)) if len(step) else (step, rate)
    yield series(name, x, y, course, focused=focused, thick=True)


def changes_rate(frame: TrainingFrame) -> bool:
    """Whether there is more to see of the learning rate than one number."""
    return len(_rates(frame)) > 1


def falls_far(frame: TrainingFrame) -> bool:
    """Whether the learning rate is best seen on a logarithmic axis."""
    rates = _rates(frame)
    return bool(rates) and min(rates) > 0 and max(rates) > _FAR * min(rates)


def _rates(frame: TrainingFrame) -> set[float]:
    return {one.rate for course in frame.courses for one in course.reports}
