"""Two rooms side by side, rooms in windows of their own, and pictures alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from neuroviz.ui.errors import faults
from neuroviz.ui.room import Context
from neuroviz.ui.settings import Geometry, Settings, SettingsFile, Standing
from neuroviz.ui.shortcut_sheet import ShortcutSheet
from neuroviz.ui.window import MainWindow
from neuroviz.workspace import Workspace
from tests.ui.rooms import at, spec


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    paged = replace(spec("one", 3), pages=(spec("one.more", 3),))
    made = MainWindow([paged, spec("two", 4)], Context(Workspace()), Settings(theme="dark"))
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()
    faults.take()
    faults.forget()


def asked(window: MainWindow, name: str) -> None:
    window.menu.action(name).trigger()


def test_the_next_room_opens_beside_and_both_run(window: MainWindow, qtbot: QtBot) -> None:
    asked(window, "beside")
    beside = window.seats.beside
    assert beside is not None
    assert (window.seats.main.room, beside.room) == ("one", "two")
    assert window.rooms is beside, "what was asked for last is active"
    before = [at(rooms).life.count("tick") for rooms in window.seats.all()]
    qtbot.waitUntil(
        lambda: all(at(r).life.count("tick") > n + 2 for r, n in zip(window.seats.all(), before, strict=True))
    )


def test_a_room_of_pages_has_another_room_beside_it_and_a_house_of_one_room_a_page(qtbot: QtBot) -> None:
    paged = replace(spec("one", 3), pages=(spec("one.more", 3),))
    for house, found in (([paged, spec("two", 4)], "two"), ([paged], "one")):
        window = MainWindow(house, Context(Workspace()), Settings(theme="dark"))
        qtbot.addWidget(window)
        window.show_room("one.more")
        asked(window, "beside")
        assert window.seats.beside is not None
        assert window.seats.beside.room == found
        window.close()


def test_a_page_that_a_panel_asks_for_is_shown_where_its_room_is_open(window: MainWindow) -> None:
    asked(window, "beside")
    at(window.seats.main).page_asked.emit("two")
    assert [rooms.room for rooms in window.seats.all()] == ["one", "two"], "not the same room twice"
    assert window.rooms is window.seats.beside
    at(window.seats.main).page_asked.emit("one.more")
    assert [rooms.room for rooms in window.seats.all()] == ["one.more", "two"], "a tab turns at its place"
    asked(window, "beside")
    at(window.seats.main).page_asked.emit("two")
    assert window.seats.main.room == "two"


def test_the_place_with_the_focus_is_the_one_that_changes(window: MainWindow, qtbot: QtBot) -> None:
    asked(window, "beside")
    window.show_room("one.more")
    at(window.seats.main).setFocus()
    assert window.rooms is window.seats.main
    window.show_room("two")
    assert window.seats.main.room == "two"
    assert window.rail.button("two").isChecked()
    at(window.seats.beside).setFocus()
    assert window.rail.button("one").isChecked(), "the rail tells of the active place"
    assert window.menu.action("beside").isChecked()


def test_the_second_place_closes_and_its_memory_stays(window: MainWindow) -> None:
    asked(window, "beside")
    room = at(window.seats.beside)
    room.kept["a"] = 5
    asked(window, "beside")
    assert window.seats.beside is None
    assert room.life[-1] == "shut"
    assert window.present().knobs["two"] == {"a": 5}
    assert window.rooms is window.seats.main
    asked(window, "beside")
    assert at(window.seats.beside).kept == {"a": 5}


def test_what_a_room_in_a_window_of_its_own_remembers_stays_too(window: MainWindow) -> None:
    own = window.seats.open_window("two")
    own.show()
    at(own.rooms).kept["a"] = 5
    own.close()
    assert window.present().knobs["two"] == {"a": 5}
    window.show_room("two")
    assert at(window.seats.main).kept == {"a": 5}


def test_the_same_room_can_be_open_twice(window: MainWindow) -> None:
    asked(window, "beside")
    window.show_room("one")
    assert at(window.seats.main) is not at(window.seats.beside)


def test_two_rooms_are_found_again(window: MainWindow, qtbot: QtBot) -> None:
    asked(window, "beside")
    window.show_room("two")
    kept = window.present()
    assert (kept.room, kept.beside) == ("one", "two")
    again = MainWindow([spec("one", 3), spec("two", 4)], Context(Workspace()), kept)
    qtbot.addWidget(again)
    assert again.seats.beside is not None
    assert again.seats.beside.room == "two"
    gone = MainWindow([spec("one", 3)], Context(Workspace()), kept)
    qtbot.addWidget(gone)
    assert gone.seats.beside is None


def test_windows_of_their_own_are_found_again(window: MainWindow, qtbot: QtBot) -> None:
    asked(window, "window")
    window.show_room("two")
    asked(window, "window")
    asked(window, "window")
    assert [own.rooms.room for own in window.seats.windows] == ["one", "two"], "one of each is enough"
    kept = window.present()
    assert kept.windows == ("one", "two")
    again = MainWindow([spec("two", 4)], Context(Workspace()), kept)
    qtbot.addWidget(again)
    assert again.present().windows == kept.windows, "not yet shown, not yet forgotten"
    again.show()
    assert [own.rooms.room for own in again.seats.windows] == ["two"], "a room that is gone is passed over"
    again.close()


def test_a_window_of_its_own_runs_while_the_main_one_is_hidden(window: MainWindow, qtbot: QtBot) -> None:
    asked(window, "window")
    own = window.seats.windows[0]
    assert own.isVisible()
    assert own.rooms.room == "one"
    window.hide()
    assert at(window.seats.main).life[-1] == "leave"
    before = at(own.rooms).life.count("tick")
    qtbot.waitUntil(lambda: at(own.rooms).life.count("tick") > before + 2)
    window.show()
    assert at(window.seats.main).life[-1] in ("enter", "tick")


def test_what_is_done_in_a_window_of_its_own_is_told_there(window: MainWindow, qtbot: QtBot) -> None:
    asked(window, "window")
    own = window.seats.windows[0]
    qtbot.waitExposed(own)
    own.rooms.notice.emit("Saved it.")
    assert own.toast.isVisible()
    assert own.toast.sentence() == "Saved it."
    assert not window.toast.isVisible()
    own.rooms.notice_over.emit("Saved it.")
    assert not own.toast.isVisible()
    own.menu.asked.emit("diagnostics")
    assert "clipboard" in own.toast.sentence()
    assert not window.toast.isVisible()


def test_its_keys_are_its_own(window: MainWindow, qtbot: QtBot) -> None:
    asked(window, "window")
    own = window.seats.windows[0]
    own.activateWindow()
    qtbot.waitUntil(own.isActiveWindow)
    qtbot.keyClick(own, Qt.Key.Key_F7)
    assert own.rooms.bare
    assert at(own.rooms).bare
    assert not window.seats.bare
    qtbot.keyClick(own, Qt.Key.Key_F11)
    assert own.isFullScreen()
    qtbot.keyClick(own, Qt.Key.Key_Escape)
    assert not own.rooms.bare
    assert own.isFullScreen()
    qtbot.keyClick(own, Qt.Key.Key_Escape)
    assert not own.isFullScreen()
    room = at(own.rooms)
    qtbot.keyClick(own, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert room.life[-1] == "shut"
    assert window.seats.windows == []


def test_the_keys_of_the_window_work_in_a_window_of_its_own_and_there(
    window: MainWindow, qtbot: QtBot
) -> None:
    asked(window, "window")
    own = window.seats.windows[0]
    own.activateWindow()
    qtbot.waitUntil(own.isActiveWindow)
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    seen = []
    for key, modifiers in (
        (Qt.Key.Key_Tab, control), (Qt.Key.Key_Backtab, control | shift),
        (Qt.Key.Key_PageDown, control), (Qt.Key.Key_PageUp, control),
    ):  # fmt: skip
        qtbot.keyClick(own, key, modifiers)
        seen.append(own.rooms.room)
    assert seen == ["one.more", "one", "two", "one"]
    assert window.seats.main.room == "one", "the main window stays where it is"
    qtbot.keyClick(own, Qt.Key.Key_Plus, control)
    assert window.settings.text_scale == 1.15
    qtbot.keyClick(own, Qt.Key.Key_Minus, control)
    qtbot.keyClick(own, Qt.Key.Key_Plus, control)
    qtbot.keyClick(own, Qt.Key.Key_0, control)
    assert window.settings.text_scale == 1.0
    qtbot.keyClick(own, Qt.Key.Key_F9)
    assert window.seats.windows == [own]
    qtbot.keyClick(own, Qt.Key.Key_F8)
    assert window.seats.beside is not None
    qtbot.keyClick(own, Qt.Key.Key_F10)
    qtbot.waitUntil(own.menu.main.isVisible)
    assert own.menu.action("beside").isChecked()
    own.menu.main.close()
    own.activateWindow()
    qtbot.waitUntil(own.isActiveWindow)
    qtbot.keyClicks(own, "?")
    (sheet,) = own.findChildren(ShortcutSheet)
    sheet.close()
    own.activateWindow()
    qtbot.waitUntil(own.isActiveWindow)
    qtbot.keyClick(own, Qt.Key.Key_Q, control)
    assert not window.isVisible()
    assert not own.isVisible()


def test_everything_ends_with_the_main_window(window: MainWindow) -> None:
    asked(window, "beside")
    asked(window, "window")
    own = window.seats.windows[0]
    lives = [at(rooms) for rooms in (*window.seats.all(), own.rooms)]
    window.close()
    assert [room.life[-1] for room in lives] == ["shut"] * 3
    assert not own.isVisible()


def test_the_picture_alone_and_back(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F7)
    assert not window.rail.isVisible()
    assert at(window.rooms).bare
    asked(window, "beside")
    assert at(window.seats.beside).bare, "a room opened now is bare too"
    window.show_room("two")
    assert at(window.seats.beside).bare
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.rail.isVisible()
    assert not any(at(rooms).bare for rooms in window.seats.all())


@pytest.mark.parametrize("first", ["beside", "window", "bare", "fullscreen"])
@pytest.mark.parametrize("then", ["beside", "window", "bare", "fullscreen", "next", "next_page"])
def test_any_two_wishes_in_a_row_and_closing_at_once(
    window: MainWindow, first: str, then: str, qapp: QApplication
) -> None:
    wishes: list[Callable[[], None]] = [lambda: asked(window, first), lambda: asked(window, then)]
    for wish in (*wishes, *wishes):
        wish()
        qapp.processEvents()
    window.close()
    assert faults.take() == []


def test_a_window_of_its_own_comes_back_as_it_stood(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    asked(window, "window")
    own = window.seats.windows[0]
    own.setGeometry(120, 90, 430, 320)
    own.menu.action("bare").trigger()
    own.menu.action("fullscreen").trigger()
    asked(window, "bare")
    file = SettingsFile(tmp_path)
    assert file.save(window.present())
    kept = file.load()
    assert kept.bare
    (stood,) = kept.standing
    assert (stood.full, stood.bare) == (True, True)
    assert stood.geometry is not None
    assert (stood.geometry.width, stood.geometry.height) == (430, 320)
    again = MainWindow([spec("one", 3)], Context(Workspace()), kept)
    qtbot.addWidget(again)
    assert again.present().standing == kept.standing, "not yet shown, not yet forgotten"
    again.show()
    back = again.seats.windows[0]
    assert not back.isVisible(), "first the main window, or it would lie over this one"
    qtbot.waitUntil(back.isVisible)
    assert [back.isFullScreen(), back.rooms.bare, again.seats.bare] == [True] * 3
    assert back.standing().geometry == stood.geometry
    again.close()


def test_a_window_whose_screen_is_gone_is_placed_anew(window: MainWindow) -> None:
    asked(window, "window")
    own = window.seats.windows[0]
    own.stand(Standing(Geometry(50_000, 0, 400, 300), full=True, bare=True), window)
    assert own.rooms.bare
    assert not own.isFullScreen(), "it would cover the lecturer's own window"
    assert own.geometry().intersects(own.screen().availableGeometry())
