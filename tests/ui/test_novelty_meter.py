"""The gauge from "like what it learnt" to "not a digit"."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from neuroviz.ui.novelty_meter import NoveltyMeter
from neuroviz.ui.numbers import share
from neuroviz.ui.theme import set_theme, theme

HILL = np.exp(-(((np.arange(48) - 15) / 6.0) ** 2))


@pytest.fixture
def meter(qtbot: QtBot) -> NoveltyMeter:
    widget = NoveltyMeter()
    qtbot.addWidget(widget)
    widget.resize(480, widget.sizeHint().height())
    widget.show()
    widget.set_scale(HILL, 0.6)
    return widget


def columns(image: QImage, colour: QColor) -> list[int]:
    """The columns in which a colour is seen."""
    rgb = colour.rgb()
    return [x for x in range(image.width()) if any(image.pixel(x, y) == rgb for y in range(image.height()))]


@pytest.mark.parametrize("at", [0.1, 0.5, 0.9])
def test_the_pointer_stands_where_the_reading_is(meter: NoveltyMeter, at: float) -> None:
    meter.set_reading(at, at, at > 0.6)
    colour = theme().warn if at > 0.6 else theme().accent
    seen = columns(meter.grab().toImage(), colour)
    assert np.mean(seen) == pytest.approx(at * meter.width(), abs=8)


def test_beyond_the_mark_is_told_in_words_too(meter: NoveltyMeter) -> None:
    meter.set_reading(0.3, 0.4, False)
    near = meter.accessibleDescription()
    meter.set_reading(0.8, 0.9983, True)
    far = meter.accessibleDescription()
    assert near == "like what it learnt: farther than 40\u202f% of real digits"
    assert far == "not a digit: farther than 99.8\u202f% of real digits"
    assert far in meter.toolTip()


def test_which_side_it_is_on_is_seen_without_colour(meter: NoveltyMeter) -> None:
    def right_end() -> QImage:
        whole = meter.grab().toImage()
        return whole.copy(whole.width() - 90, whole.height() - 14, 90, 14)

    meter.set_reading(0.59, 0.9, False)
    light = right_end()
    meter.set_reading(0.61, 0.96, True)
    assert right_end() != light, "the word is bold"


def test_without_a_reading_there_is_no_pointer_and_words_say_so(meter: NoveltyMeter) -> None:
    meter.set_reading(0.5, 0.5, False)
    meter.set_reading(None)
    image = meter.grab().toImage()
    assert columns(image, theme().accent) == columns(image, theme().warn) == []
    assert meter.accessibleDescription() == "Nothing to measure."


def test_without_a_scale_it_says_why(meter: NoveltyMeter) -> None:
    meter.set_reading(0.3, 0.4, False)
    meter.set_impossible()
    assert "no real digits" in meter.accessibleDescription()
    assert columns(meter.grab().toImage(), theme().accent) == []


@pytest.mark.parametrize("scale", [1.0, 1.6, 2.0])
@pytest.mark.parametrize("name", ["dark", "light"])
def test_it_paints_in_every_look_also_when_it_is_narrow(meter: NoveltyMeter, name: str, scale: float) -> None:
    set_theme(name, scale)
    for width in (60, 160, 480):
        meter.resize(width, meter.sizeHint().height())
        meter.set_reading(0.9, 0.99, True)
        assert not meter.grab().isNull()


@pytest.mark.parametrize(
    ("part", "text"),
    [(0, "0"), (0.001, "<1"), (0.06, "6"), (0.985, "98"), (0.9949, "99.4"), (0.9983, "99.8"), (1, "99.9")],
)
def test_a_share_has_the_digits_that_tell_it_from_all(part: float, text: str) -> None:
    assert share(part) == f"{text}\u202f%"
