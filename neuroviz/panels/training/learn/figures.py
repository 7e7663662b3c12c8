"""Numbers of Learn as they are read; each line of learning has a colour, a dash and a name of its own."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from neuroviz.sims.training.frames import CourseFrame
from neuroviz.sims.training.report import MOST_CLASSES
from neuroviz.ui.curve_values import Dash
from neuroviz.ui.numbers import share
from neuroviz.ui.theme import Theme

_COLOURS = (2, 1, 3, 7, 4, 8, 6, 5)  # classes whose colours are the furthest apart come first
_DASHES: tuple[Dash, ...] = ((), (5.0, 2.5), (1.0, 2.0), (7.0, 2.0, 1.0, 2.0), (3.0, 1.5))
_TIMES = "\N{MULTIPLICATION SIGN}"
_RAISED = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")


@dataclass(frozen=True)
class LineMark:
    """How a line of learning is drawn wherever it is: colour: that of a class; dash: () for none."""

    colour: int
    dash: Dash


def line_mark(line: int) -> LineMark:
    """Forty lines differ in colour, in dash, or in both."""
    return LineMark(_COLOURS[line % len(_COLOURS)], _DASHES[line % len(_DASHES)])


def line_name(line: int) -> str:
    """What it is called; people count from 1."""
    return QCoreApplication.translate("TrainingLines", "Line {n}").format(n=line + 1)


def paint_line(painter: QPainter, box: QRectF, line: int, look: Theme, width: float = 2.0) -> None:
    """A sample of its stroke across the middle of a box, of whole strokes."""
    mark = line_mark(line)
    pen = QPen(look.digit(mark.colour), look.stroke(width), Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    left, long = box.left(), box.width()
    if mark.dash:
        pen.setDashPattern(list(mark.dash))
        once, gap = (part * pen.widthF() for part in (sum(mark.dash), mark.dash[-1]))
        long = min(long, max(1, math.floor((box.width() + gap) / once)) * once - gap)
        left += (box.width() - long) / 2
    painter.setPen(pen)
    y = box.center().y()
    painter.drawLine(QPointF(left, y), QPointF(left + long, y))


def number(value: float) -> str:
    """Three digits that matter, with a real minus sign; powers of ten where there would be many noughts."""
    if math.isnan(value):
        return "–"
    if math.isinf(value):
        return "∞" if value > 0 else "\N{MINUS SIGN}∞"
    if value == 0 or 0.001 <= abs(value) < 1e5:
        text = f"{value:.3g}" if abs(value) < 1000 else f"{value:,.0f}"
        return text.replace("-", "\N{MINUS SIGN}")
    mantissa, power = f"{value:.2g}".split("e") if "e" in f"{value:.2g}" else f"{value:.1e}".split("e")
    head = mantissa.replace("-", "\N{MINUS SIGN}").removesuffix(".0")
    return f"{head} {_TIMES} 10{raised(int(power))}"


def part(value: float) -> str:
    """A share that was counted, or measured beside something else."""
    if not math.isfinite(value):
        return number(value)
    if value >= 1.0:
        return f"{100 * value:.0f}\N{NARROW NO-BREAK SPACE}%"
    if value < 0.0:
        return f"\N{MINUS SIGN}{-100 * value:.0f}\N{NARROW NO-BREAK SPACE}%"
    if 0.0 < value < 0.01:
        return f"{number(100 * value)}\N{NARROW NO-BREAK SPACE}%"
    return share(value)


def raised(exponent: int) -> str:
    """An exponent, written high."""
    return str(exponent).translate(_RAISED)


def answers_values(course: CourseFrame) -> bool:
    """Whether the line learns values; else it learns classes."""
    report = course.reports[0] if course.reports else course.report
    if report is None:
        return False
    return report.confusion is None and course.net.shapes[-1][-1] <= MOST_CLASSES
