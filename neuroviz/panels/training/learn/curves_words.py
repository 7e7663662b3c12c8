"""What the curves of Learn tell of a step: each value with what it is made of."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from neuroviz.panels.training.learn.figures import answers_values, line_name, number, part
from neuroviz.sims.training.frames import CourseFrame, TrainingFrame
from neuroviz.sims.training.report import Report
from neuroviz.ui.curve_values import PlotMark
from neuroviz.ui.numbers import counted_share

translate = QCoreApplication.translate

_OTHERS = 4  # lines beside the one that is looked at


def loss_name(course: CourseFrame) -> str:
    """The loss of the y axis."""
    if answers_values(course):
        return QCoreApplication.translate("CurvesWords", "loss: mean of (answer − value)²")
    return QCoreApplication.translate("CurvesWords", "loss: mean of −ln p(true class)")


def score_name(course: CourseFrame) -> str:
    """The score of the y axis."""
    if answers_values(course):
        return QCoreApplication.translate("CurvesWords", "variance explained, R²")
    return QCoreApplication.translate("CurvesWords", "right answers")


def rate_name() -> str:
    """The learning rate of the y axis."""
    return QCoreApplication.translate("CurvesWords", "learning rate")


def report_at(course: CourseFrame, step: float) -> Report | None:
    """The last report at or before a step."""
    found = [one for one in course.reports if one.step <= step]
    return found[-1] if found else None


def told_loss(frame: TrainingFrame, step: float, window: float) -> str:
    """The losses at a step; `window` is the share of the steps that a smoothed value is the mean of."""
    course = frame.focused
    lines = [_at(step)]
    i = int(np.searchsorted(course.curve.step, round(step)))
    if i < len(course.curve.step) and course.curve.step[i] >= 1:
        curve = course.curve
        first = int(curve.step[i - 1]) + 1 if i else max(1, course.born + 1)
        last = int(curve.step[i])
        if first == last:
            text = translate("CurvesWords", "training loss of this batch: {mean}")
        else:
            text = translate(
                "CurvesWords", "training loss, mean of steps {first} to {last}: {mean} ({least} to {most})"
            )
        lines.append(text.format(
            first=f"{first:,}", last=f"{last:,}", mean=number(float(curve.mean[i])),
            least=number(float(curve.least[i])), most=number(float(curve.most[i])),
        ))  # fmt: skip
        if window:
            text = translate("CurvesWords", "drawn is the mean of the last {share} of the steps")
            lines.append(text.format(share=f"{100 * window:.0f}\N{NARROW NO-BREAK SPACE}%"))
    report = report_at(course, step)
    if report is not None:
        text = translate("CurvesWords", "validation loss: {value}{of}, measured at step {step}")
        lines.append(
            text.format(value=number(report.valid_loss), of=_of(report), step=f"{report.step:,}")
        )
    return "\n".join(lines + _others(frame, step, "valid_loss"))


def told_score(frame: TrainingFrame, step: float) -> str:
    """The scores at a step."""
    course = frame.focused
    lines, report = [_at(step)], report_at(course, step)
    if report is None:
        return lines[0]
    if answers_values(course):
        text = translate("CurvesWords", "R² = 1 − loss / variance: {train} training, {valid} validation")
        lines.append(text.format(train=number(report.train_score), valid=number(report.valid_score)))
    else:
        text = translate("CurvesWords", "training: {share} right")
        lines.append(text.format(share=part(report.train_score)))
        lines.append(_counted(report))
    text = translate("CurvesWords", "measured at step {step}").format(step=f"{report.step:,}")
    return "\n".join([*lines, text, *_others(frame, step, "valid_score")])


def told_rate(frame: TrainingFrame, step: float) -> str:
    """The learning rate at a step."""
    report = report_at(frame.focused, step)
    if report is None:
        return _at(step)
    text = QCoreApplication.translate("CurvesWords", "learning rate {rate}: w ← w − rate · optimiser’s step")
    return f"{_at(step)}\n{text.format(rate=number(report.rate))}"


def told_mark(mark: PlotMark) -> str:
    """What was done, and when."""
    text = translate("CurvesWords", "{turn} at step {step}")
    return text.format(turn=mark.text, step=f"{round(mark.x):,}")


def _at(step: float) -> str:
    return QCoreApplication.translate("CurvesWords", "Step {step}").format(step=f"{round(step):,}")


def _of(report: Report) -> str:
    """Over how many examples, where that is known."""
    if report.confusion is None:
        return ""
    text = QCoreApplication.translate("CurvesWords", ", mean of {n} examples")
    return text.format(n=f"{int(report.confusion.sum()):,}")


def _counted(report: Report) -> str:
    if report.confusion is None:
        text = QCoreApplication.translate("CurvesWords", "validation: {share} right")
        return text.format(share=part(report.valid_score))
    n, right = int(report.confusion.sum()), round(report.valid_score * int(report.confusion.sum()))
    text = QCoreApplication.translate("CurvesWords", "validation: {right} of {n} right, {share}")
    return text.format(right=f"{right:,}", n=f"{n:,}", share=counted_share(right, n))


def _others(frame: TrainingFrame, step: float, what: str) -> list[str]:
    """The other lines' values in validation."""
    found = []
    for course in frame.courses:
        report = None if course.id == frame.focus else report_at(course, step)
        if report is not None:
            found.append(f"{line_name(course.id)}: {number(getattr(report, what))}")
    return found[:_OTHERS]
