"""Where there is little room the knobs fold away behind a button; the picture keeps its place."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from neuroviz.ui.room_frame import RoomFrame
from neuroviz.ui.theme import set_theme


@pytest.fixture
def frame(qtbot: QtBot) -> Iterator[RoomFrame]:
    window = QWidget()  # with no layout: a window's own smallest size is lower than a room's wish
    qtbot.addWidget(window)
    made = RoomFrame()
    made.setParent(window)
    made.knob = QLabel("knob")  # type: ignore[attr-defined]
    made.side.addWidget(made.knob)  # type: ignore[attr-defined]
    made.resize(1200, 600)
    window.resize(1200, 720)
    window.show()
    yield made
    window.hide()


def test_a_narrow_room_folds_its_knobs_away_and_shows_them_when_asked(frame: RoomFrame) -> None:
    knob = frame.knob  # type: ignore[attr-defined]
    assert knob.isVisible()
    assert not frame.knobs_button.isVisible()
    frame.resize(560, 500)
    QApplication.processEvents()
    assert not knob.isVisible()
    frame.knobs_button.click()
    assert knob.isVisible()
    frame.knobs_button.click()
    frame.explain(True)
    assert frame.explanation.isVisible()
    frame.explain(False)
    assert not knob.isVisible()
    frame.resize(1200, 600)
    QApplication.processEvents()
    assert knob.isVisible()


def test_large_type_counts_as_narrow(frame: RoomFrame) -> None:
    set_theme("dark", 2.0)
    frame.resize(1160, 720)
    QApplication.processEvents()
    assert frame.knobs_button.isVisible()
    assert frame.centre.width() > 1000


def test_a_picture_that_needs_its_height_scrolls_and_any_other_takes_what_there_is(frame: RoomFrame) -> None:
    frame.resize(1200, 300)
    QApplication.processEvents()
    area = frame.centre.parentWidget().parentWidget()
    assert frame.centre.height() <= area.height()
    frame.set_least(150)
    QApplication.processEvents()
    assert frame.centre.height() == 600
    set_theme("dark", 1.5)
    QApplication.processEvents()
    assert frame.centre.height() == 900, "larger type needs more"
    set_theme("dark", 1.0)
    frame.resize(1200, 900)
    QApplication.processEvents()
    assert frame.centre.height() > 600


def test_the_column_of_knobs_grows_with_its_words(frame: RoomFrame) -> None:
    button = QPushButton("short")
    frame.side.addWidget(button)
    frame.resize(1200, 700)
    QApplication.processEvents()
    before = frame._column.width()
    button.setText("a wish that is put in many more words than the one before it was " * 2)
    for _ in range(3):
        QApplication.processEvents()
    assert frame._column.width() > before
    assert frame._groups.width() <= frame._scroll.viewport().width()


def test_a_picture_that_scrolls_anyway_is_as_high_as_is_comfortable(frame: RoomFrame) -> None:
    frame.set_least(100, scrolled=130)
    for high, comfortable in ((300, True), (1000, False), (300, True)):
        frame.resize(1200, high)
        QApplication.processEvents()
        assert (frame.centre.height() == 520) == comfortable


def test_tabs_that_do_not_fit_beside_the_title_have_a_row_of_their_own(frame: RoomFrame) -> None:
    frame.tabs.set_pages([(name, name) for name in ("Draw", "Photo", "Disturb", "Morph", "Judges")], "Draw")
    frame.resize(1200, 600)
    QApplication.processEvents()
    assert frame.tabs.parentWidget() is frame.title.parentWidget()
    beside = frame.tabs.parentWidget()
    frame.resize(480, 600)
    QApplication.processEvents()
    assert frame.tabs.parentWidget() is not beside
    assert frame.tabs.isVisible()
    assert frame.tabs.width() >= frame.tabs.least_width()
    frame.set_bare(True)
    assert not frame.tabs.isVisible()
    frame.set_bare(False)
    assert frame.tabs.isVisible()
    frame.resize(1200, 600)
    QApplication.processEvents()
    assert frame.tabs.parentWidget() is beside
