"""What is being done, how far it is, and the button that stops it or goes on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from neuroviz.ui.long_work import Groove, LongWork, UntilDone
from neuroviz.ui.theme import theme


@pytest.fixture(params=[False, True], ids=["wide", "narrow"])
def work(qtbot: QtBot, request: pytest.FixtureRequest) -> LongWork:
    widget = LongWork(narrow=request.param)
    qtbot.addWidget(widget)
    widget.resize(240, 160)
    widget.show()
    return widget


def test_the_button_stops_and_then_goes_on(work: LongWork, qtbot: QtBot) -> None:
    work.show_work("Counting: 1 of 4", 0.25, "working")
    with qtbot.waitSignal(work.stop_asked, timeout=1000):
        QTest.mouseClick(work.button, Qt.MouseButton.LeftButton)
    work.show_work("Stopped after 1 of 4", 0.25, "stopped")
    assert work.button.text() == "Go on"
    with qtbot.waitSignal(work.start_asked, timeout=1000):
        QTest.mouseClick(work.button, Qt.MouseButton.LeftButton)


def test_what_is_done_can_not_be_stopped(work: LongWork) -> None:
    work.show_work("Counting: 1 of 4", 0.25, "working")
    assert work.button.isVisible()
    work.show_work("All 4 are counted.", 1.0, "over")
    assert not work.button.isVisible()
    assert work.text() == "All 4 are counted."


def test_the_groove_fills_as_far_as_the_work_is(work: LongWork) -> None:
    work.show_work("Counting: 1 of 4", 0.25, "working")
    groove = work.findChild(Groove)
    assert groove is not None
    image = groove.grab().toImage()
    filled = sum(image.pixel(x, 0) == theme().accent.rgb() for x in range(image.width()))
    assert filled == pytest.approx(image.width() / 4, abs=2)


def test_a_screen_reader_is_told_what_the_button_stops(work: LongWork) -> None:
    work.show_work("Counting: 1 of 4", 0.25, "working")
    assert work.button.accessibleDescription() == work.accessibleName() == "Counting: 1 of 4"


def test_the_result_takes_the_place_of_the_work_and_nothing_jumps(qtbot: QtBot) -> None:
    work, result, whole = LongWork(), QLabel("found"), QWidget()
    qtbot.addWidget(whole)
    windows = len(QApplication.topLevelWidgets())
    place = UntilDone(work, result)
    assert not [one for one in QApplication.topLevelWidgets() if one.isVisible()], "none flashes up"
    column = QVBoxLayout(whole)
    column.addLayout(place)
    whole.show()
    assert len(QApplication.topLevelWidgets()) < windows, "both stand in the whole"
    assert result.isVisible()
    assert not work.isVisible()
    high = whole.sizeHint().height()
    place.show_work()
    assert work.isVisible()
    assert not result.isVisible()
    assert whole.sizeHint().height() == high


def test_the_focus_of_a_button_that_goes_is_not_the_next_button_s(qtbot: QtBot) -> None:
    work, whole = LongWork(), QWidget()
    qtbot.addWidget(whole)
    whole.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    column = QVBoxLayout(whole)
    column.addWidget(work)
    whole.show()
    qtbot.waitActive(whole)
    work.show_work("Counting: 1 of 4", 0.25, "working")
    work.button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(work.button.hasFocus)
    work.show_work("All 4 are counted.", 1.0, "over")
    assert whole.hasFocus()
