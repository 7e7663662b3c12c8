"""Showcase: drawings on which the judges agree, are split, fail in turn, or ought to say nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from math import cos, radians, sin
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from neuroviz.data import strokes
from neuroviz.data.ink import Drawing, Stroke
from neuroviz.panels.digits.drawings import four_nine, house
from neuroviz.ui.room import Preset

if TYPE_CHECKING:
    from neuroviz.panels.digits.judges.panel import JudgesPanel

_CLOSED = 0.4  # of the lid that would make a 9 of the 4
_TURN = 20.0  # degrees


def presets(panel: JudgesPanel) -> tuple[Preset, ...]:
    """In the order of the number keys."""
    makers = (write_three, write_between, write_turned, draw_house, show_differing)
    texts = zip(_titles(), _reasons(), makers, strict=True)
    return tuple(Preset(title, reason, partial(make, panel)) for title, reason, make in texts)


def _titles() -> tuple[str, ...]:
    return (
        QCoreApplication.translate("JudgesShowcase", "A clear 3: all agree"),
        QCoreApplication.translate("JudgesShowcase", "Between 4 and 9: split"),
        QCoreApplication.translate("JudgesShowcase", "A 6, turned by 20°"),
        QCoreApplication.translate("JudgesShowcase", "Not a digit: a house"),
        QCoreApplication.translate("JudgesShowcase", "A test image they differ on"),
    )


def _reasons() -> tuple[str, ...]:
    return (
        QCoreApplication.translate("JudgesShowcase", "On clear digits even the simplest judge is right"),
        QCoreApplication.translate(
            "JudgesShowcase", "The top is half closed: each judge draws its line between 4 and 9 elsewhere"
        ),
        QCoreApplication.translate(
            "JudgesShowcase",
            "Those that compare pixels with pixels fail first; the nets saw turned digits in training",
        ),
        QCoreApplication.translate(
            "JudgesShowcase",
            "All of them answer; but the nearest picture is far away, and that can be measured",
        ),
        QCoreApplication.translate("JudgesShowcase", "With whom would you side? Press again for the next"),
    )


def write_three(panel: JudgesPanel) -> None:
    """A 3 in the plainest hand."""
    panel.write(strokes.digit(3))


def write_between(panel: JudgesPanel) -> None:
    """A 4 whose top is closed in part."""
    panel.write(between())


def write_turned(panel: JudgesPanel) -> None:
    """A 6 that lies a little on its face."""
    panel.write(turned(strokes.digit(6), _TURN))


def draw_house(panel: JudgesPanel) -> None:
    """Walls, roof and a door."""
    panel.write(house())


def show_differing(panel: JudgesPanel) -> None:
    """The next test image on which the two compared judges differ."""
    panel.show_differing()


TRIES: dict[str, Callable[[JudgesPanel], None]] = {
    "between": write_between,
    "turned": write_turned,
    "differ": show_differing,
}


def between() -> Drawing:
    """A 4 with a part of the lid that would make it a 9."""
    return four_nine(_CLOSED)


def turned(drawing: Drawing, degrees: float) -> Drawing:
    """The drawing turned clockwise about the middle of the pad."""
    c, s = cos(radians(degrees)), sin(radians(degrees))
    return Drawing(
        tuple(
            Stroke(
                tuple(
                    (0.5 + (x - 0.5) * c - (y - 0.5) * s, 0.5 + (x - 0.5) * s + (y - 0.5) * c)
                    for x, y in one.points
                ),
                one.width,
                one.erase,
                one.pressure,
            )
            for one in drawing.strokes
        )
    )
