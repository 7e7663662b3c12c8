"""The strip that shows how an answer changed."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from neuroviz.ui.images import words
from neuroviz.ui.mind import MindStrip, areas, leaders
from neuroviz.ui.theme import theme

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
COLOURS = np.array([[200, 0, 0, 255], [0, 200, 0, 255], [0, 0, 200, 255], [9, 9, 9, 255]], np.uint8)


@pytest.fixture
def strip(qtbot: QtBot) -> MindStrip:
    widget = MindStrip()
    qtbot.addWidget(widget)
    widget.resize(412, 88)
    widget.show()
    return widget


def halves(n: int = 100) -> np.ndarray:
    """Class 2 is sure for half of the time, then class 7."""
    curve = np.zeros((n, 10), np.float32)
    curve[: n // 2, 2] = curve[n // 2 :, 7] = 1
    return curve


def test_areas_are_as_high_as_the_probabilities() -> None:
    picture = areas(np.array([[0.5, 0.25, 0.25]] * 4, np.float32), COLOURS, 80, 50)
    own = words(COLOURS)
    for label, share in enumerate((0.5, 0.25, 0.25)):
        assert (picture == own[label]).mean() == pytest.approx(share, abs=0.03)
    assert (picture[-1] == own[0]).all()
    assert (picture[0] == own[2]).all()


def test_where_there_is_no_answer_the_ground_is_seen() -> None:
    curve = np.zeros((100, 3), np.float32)
    curve[50:, 1] = 1
    picture = areas(curve, COLOURS, 40, 100)
    own = words(COLOURS)
    assert (picture[:, :45] == own[3]).all()
    assert (picture[:, 55:] == own[1]).all()


def test_a_border_between_two_pixels_is_mixed() -> None:
    picture = areas(np.array([[0.505, 0.495, 0.0]] * 2, np.float32), COLOURS, 100, 3)
    own = words(COLOURS)
    mixed = picture[49]  # the border is half way through this row
    assert not np.isin(mixed, own).any()
    np.testing.assert_array_equal((mixed >> 16) & 255, 100)


def test_leaders_are_the_stretches_of_one_class() -> None:
    curve = halves(10)
    curve[4] = 0
    assert leaders(curve) == [(2, 0, 4), (7, 5, 10)]


def test_the_classes_are_seen_in_their_colours(strip: MindStrip) -> None:
    strip.set_curve(halves())
    image = strip.grab().toImage()
    assert image.pixelColor(60, 20) == theme().digit(2)
    assert image.pixelColor(360, 20) == theme().digit(7)
    strip.set_curve(None)
    assert strip.grab().toImage().pixelColor(60, 20) == theme().raised


def test_the_marker_stands_at_the_position(strip: MindStrip) -> None:
    strip.set_curve(halves())
    strip.set_position(25)
    strip.clearFocus()
    image = strip.grab().toImage()
    marks = [x for x in range(412) if image.pixelColor(x, 60).lightnessF() > 0.7]
    assert marks
    assert np.mean(marks) == pytest.approx(6 + 100, abs=2)


def test_click_and_drag_seek(strip: MindStrip, qtbot: QtBot) -> None:
    strip.set_curve(halves())
    with qtbot.waitSignal(strip.sought) as sought:
        QTest.mousePress(strip, LEFT, pos=QPoint(6 + 200, 50))
    assert sought.args == [50]
    with qtbot.waitSignal(strip.sought) as sought:
        place = QPointF(2000, 50)
        modifiers = Qt.KeyboardModifier.NoModifier
        move = QMouseEvent(QEvent.Type.MouseMove, place, strip.mapToGlobal(place), NONE, LEFT, modifiers)
        QApplication.sendEvent(strip, move)
    assert sought.args == [100]
    assert strip.position() == 100


def test_an_empty_strip_seeks_nothing(strip: MindStrip, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(strip.sought):
        QTest.mousePress(strip, LEFT, pos=QPoint(200, 50))
    strip.set_curve(np.zeros((0, 10)))
    strip.grab()
    with pytest.raises(ValueError, match="shape"):
        strip.set_curve(np.zeros(10))


@pytest.mark.parametrize("n", [1, 2, 600])
def test_any_length_is_painted(strip: MindStrip, n: int) -> None:
    curve = np.random.default_rng(0).dirichlet(np.ones(10), n)
    curve[0] = np.nan
    strip.set_curve(curve)
    strip.grab()
    assert strip.property("painting_failed") is not True
