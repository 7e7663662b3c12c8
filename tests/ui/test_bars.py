"""The bars of an answer."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from neuroviz.ui.bars import ProbabilityBars
from neuroviz.ui.numbers import percent
from neuroviz.ui.theme import theme

THREE = np.array([0.01, 0.0, 0.0, 0.9, 0.0, 0.0, 0.0, 0.0, 0.09, 0.0], np.float32)


@pytest.fixture
def bars(qtbot: QtBot) -> ProbabilityBars:
    widget = ProbabilityBars()
    qtbot.addWidget(widget)
    widget.resize(300, 300)
    widget.show()
    return widget


def count(image: QImage, colour: int) -> int:
    return sum(image.pixel(x, y) == colour for x in range(image.width()) for y in range(image.height()))


def test_the_winner_s_bar_has_its_colour_and_its_length(bars: ProbabilityBars) -> None:
    bars.set_probabilities(THREE)
    large = count(bars.grab().toImage(), theme().digit(3).rgb())
    bars.set_probabilities(np.where(THREE.max() == THREE, 0.45, THREE))
    small = count(bars.grab().toImage(), theme().digit(3).rgb())
    assert small == pytest.approx(large / 2, rel=0.1)


def test_no_answer_shows_flat_bars(bars: ProbabilityBars) -> None:
    bars.set_probabilities(THREE)
    bars.set_probabilities(None)
    image = bars.grab().toImage()
    assert all(count(image, theme().digit(i).rgb()) == 0 for i in range(10))
    assert bars.order() is None
    assert bars.accessibleDescription() == "No answer."


def test_a_screen_reader_hears_winner_and_runner_up(bars: ProbabilityBars) -> None:
    bars.set_probabilities(THREE)
    assert bars.order() == (3, 8)
    assert bars.accessibleDescription() == "3: 90 percent; next 8: 9 percent."


@pytest.mark.parametrize("size", [(300, 300), (600, 120)])
def test_a_click_picks_the_bar_under_it(bars: ProbabilityBars, qtbot: QtBot, size: tuple[int, int]) -> None:
    bars.resize(*size)
    standing = size[0] > size[1] * 2
    at = QPoint(size[0] * 7 // 20, 60) if standing else QPoint(100, size[1] * 7 // 20)
    with qtbot.waitSignal(bars.picked) as picked:
        QTest.mouseClick(bars, Qt.MouseButton.LeftButton, pos=at)
    assert picked.args == [3]


def test_nothing_moves_when_values_change(bars: ProbabilityBars) -> None:
    bars.set_probabilities(THREE)
    one = bars.grab().toImage()
    bars.set_probabilities(THREE[::-1])
    other = bars.grab().toImage()
    row = [one.pixel(150, y) == theme().window.rgb() for y in range(300)]
    assert row == [other.pixel(150, y) == theme().window.rgb() for y in range(300)]


@pytest.mark.parametrize(
    ("p", "text"),
    [
        (0.0, "0 %"),
        (1e-9, "<1 %"),
        (0.004, "<1 %"),
        (0.006, "1 %"),
        (0.97, "97 %"),
        (0.999, ">99 %"),
        (1.0, ">99 %"),
    ],
)
def test_percent_claims_no_certainty_that_is_not_there(p: float, text: str) -> None:
    assert percent(p).replace("\N{NARROW NO-BREAK SPACE}", " ") == text


def test_other_numbers_of_classes(bars: ProbabilityBars) -> None:
    with pytest.raises(ValueError, match="for 10 classes"):
        bars.set_probabilities([0.5, 0.5])
    bars.set_labels(("yes", "no"))
    bars.set_probabilities([0.2, 0.8])
    assert bars.accessibleDescription().startswith("no: 80")


def test_broken_values_count_as_nothing(bars: ProbabilityBars) -> None:
    bars.set_probabilities(np.full(10, np.nan))
    bars.grab()
    assert bars.property("painting_failed") is not True
