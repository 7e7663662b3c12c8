"""Showcase: drawings and images that show something; two of them fail, and say why."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from neuroviz.data import strokes
from neuroviz.data.ink import Drawing, Stroke
from neuroviz.data.prepare import WHOLE, Recipe
from neuroviz.panels.digits.drawings import four_nine, house
from neuroviz.ui.room import Preset

if TYPE_CHECKING:
    from neuroviz.panels.digits.panel import DigitsPanel


def presets(panel: DigitsPanel) -> tuple[Preset, ...]:
    """In the order of the number keys."""
    makers = (write_three, write_small_seven, write_four_nine, draw_house, show_wrong, write_unprepared)
    texts = zip(_titles(), _reasons(), makers, strict=True)
    return tuple(Preset(title, reason, partial(make, panel)) for title, reason, make in texts)


def _titles() -> tuple[str, ...]:
    return (
        QCoreApplication.translate("DigitsShowcase", "A 3, as it is written"),
        QCoreApplication.translate("DigitsShowcase", "A small 7 in a corner"),
        QCoreApplication.translate("DigitsShowcase", "A 4 that becomes a 9"),
        QCoreApplication.translate("DigitsShowcase", "Not a digit: a house"),
        QCoreApplication.translate("DigitsShowcase", "One it gets wrong"),
        QCoreApplication.translate("DigitsShowcase", "The small 7, unprepared"),
    )


def _reasons() -> tuple[str, ...]:
    return (
        QCoreApplication.translate("DigitsShowcase", "When does the net make up its mind?"),
        QCoreApplication.translate(
            "DigitsShowcase", "Cropping, scaling and centring bring it to where the net expects a digit"
        ),
        QCoreApplication.translate(
            "DigitsShowcase", "A gap at the top that closes: where does the answer tip over?"
        ),
        QCoreApplication.translate(
            "DigitsShowcase",
            "The net names a digit all the same; the meter below the bars says it learnt nothing like it",
        ),
        QCoreApplication.translate("DigitsShowcase", "Would you have known? Press again for the next"),
        QCoreApplication.translate(
            "DigitsShowcase", "Neither scaled nor centred: the same net no longer knows it"
        ),
    )


def write_three(panel: DigitsPanel) -> None:
    """A 3 in the plainest hand."""
    panel.take_steps(WHOLE)
    panel.write(strokes.digit(3))


def write_small_seven(panel: DigitsPanel) -> None:
    """A 7 at a third of its size, near the upper right corner."""
    panel.take_steps(WHOLE)
    _write_seven(panel)


def write_unprepared(panel: DigitsPanel) -> None:
    """The same 7, given to the net as large as it is and where it is."""
    panel.take_steps(Recipe(crop=False, scale=False, centre=False))
    _write_seven(panel)


def _write_seven(panel: DigitsPanel) -> None:
    seven = strokes.digit(7)
    panel.write(Drawing(tuple(_moved(one, 0.36, 0.55, 0.0) for one in seven.strokes)))


def write_four_nine(panel: DigitsPanel) -> None:
    """A shape that is a 4 while its top is open and a 9 once it is closed."""
    panel.take_steps(WHOLE)
    panel.write(four_nine())


def draw_house(panel: DigitsPanel) -> None:
    """Walls, roof and a door."""
    panel.take_steps(WHOLE)
    panel.write(house())


def show_wrong(panel: DigitsPanel) -> None:
    """The next test image the current net gets wrong."""
    panel.show_wrong()


TRIES: dict[str, Callable[[DigitsPanel], None]] = {
    "three": write_three,
    "house": draw_house,
    "wrong": show_wrong,
}


def _moved(stroke: Stroke, scale: float, dx: float, dy: float) -> Stroke:
    """The stroke at `scale`, its corner moved by (dx, dy) pads; the pen keeps its width."""
    return Stroke(
        tuple((x * scale + dx, y * scale + dy) for x, y in stroke.points), stroke.width, stroke.erase
    )
