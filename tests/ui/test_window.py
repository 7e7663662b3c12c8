"""The window: one clock, live switches, shortcuts, what it remembers, and how it ends."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from neuroviz.ui import i18n, motion, places
from neuroviz.ui.dialogs import AboutSheet, LogSheet, Sheet
from neuroviz.ui.errors import faults
from neuroviz.ui.keeper import Keeper
from neuroviz.ui.room import Context
from neuroviz.ui.settings import Geometry, Settings, SettingsFile
from neuroviz.ui.shortcut_sheet import ShortcutSheet
from neuroviz.ui.theme import theme, theme_changes
from neuroviz.ui.window import MainWindow
from neuroviz.workspace import Workspace
from tests.ui.rooms import at, spec

Make = Callable[..., MainWindow]


@pytest.fixture
def make(qtbot: QtBot) -> Iterator[Make]:
    def window(settings: Settings | None = None, file: SettingsFile | None = None) -> MainWindow:
        specs = [spec("one", 3), spec("two", 4), spec("three", 5)]
        workspace = Workspace()
        keeper = None if file is None else Keeper(file, workspace)
        made = MainWindow(specs, Context(workspace), settings or Settings(theme="dark"), keeper)
        qtbot.addWidget(made)
        made.show()
        return made

    yield window
    faults.take()
    faults.forget()


def sheets(window: MainWindow) -> list[Sheet]:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return window.findChildren(Sheet)


def test_the_clock_ticks_the_open_room_alone(make: Make, qtbot: QtBot) -> None:
    window = make()
    window.show_room("two")
    qtbot.waitUntil(lambda: at(window.rooms).life.count("tick") >= 3)
    before = at(window.rooms, "one").life.count("tick")
    qtbot.waitUntil(lambda: at(window.rooms, "two").life.count("tick") >= 6)
    assert at(window.rooms, "one").life.count("tick") == before


def test_nothing_runs_while_the_window_cannot_be_seen(make: Make) -> None:
    window = make()
    window.showMinimized()
    assert at(window.rooms).life[-1] == "leave"
    window.showNormal()
    assert at(window.rooms).life[-1] == "enter"
    window.hide()
    assert at(window.rooms).life[-1] == "leave"


def test_a_finer_screen_leaves_a_window_its_least_size(make: Make, qtbot: QtBot) -> None:
    window = make()
    window.windowHandle().resize(280, 200)  # as a desktop does that keeps its pixels
    qtbot.waitUntil(lambda: window.width() < window.minimumWidth())
    QCoreApplication.postEvent(window, QEvent(QEvent.Type.DevicePixelRatioChange))
    qtbot.waitUntil(lambda: window.size() == window.minimumSize())


@pytest.mark.parametrize(("key", "room"), [(Qt.Key.Key_PageDown, "two"), (Qt.Key.Key_PageUp, "three")])
def test_rooms_by_keyboard(make: Make, qtbot: QtBot, key: Qt.Key, room: str) -> None:
    window = make()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    assert window.rooms.room == room
    assert window.rail.button(room).isChecked()
    assert room.capitalize() in window.windowTitle()


def test_full_screen_is_kept(make: Make) -> None:
    window = make()
    assert not window.present().full
    window.set_full_screen(True)
    kept = window.present()
    window.close()
    assert kept.full
    again = make(kept)
    assert again.isFullScreen()
    again.set_full_screen(False)
    assert not again.present().full
    again.close()


def test_explanation_full_screen_and_text_size_by_keyboard(make: Make, qtbot: QtBot) -> None:
    window = make()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert "explain" in at(window.rooms).life
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isFullScreen()
    for _ in range(9):
        qtbot.keyClick(window, Qt.Key.Key_Plus, control)
    assert theme().text_scale == window.settings.text_scale == 2.0
    with qtbot.assertNotEmitted(theme_changes.changed):  # to dress all widgets anew takes a while
        qtbot.keyClick(window, Qt.Key.Key_Plus, control)
    qtbot.keyClick(window, Qt.Key.Key_Minus, control)
    assert theme().text_scale == 1.6
    qtbot.keyClick(window, Qt.Key.Key_0, control)
    assert theme().text_scale == 1.0


def test_theme_and_language_are_switched_live(make: Make, qapp: QApplication) -> None:
    window = make()
    window.set_theme("light")
    assert qapp.palette().window().color() == theme().window
    assert not theme().dark
    window.set_language("zh_CN")
    qapp.processEvents()
    assert i18n.language() == "zh_CN"
    assert window.menu.action("about").text() == "关于 NeuroViz"
    assert (window.settings.theme, window.settings.language) == ("light", "zh_CN")


def test_the_menu_shows_what_is_in_force(make: Make) -> None:
    window = make()
    window.set_theme("light")
    window.set_text_scale(1.6)
    for menu, wanted in (
        (window.menu.theme, "light"),
        (window.menu.language, "en"),
        (window.menu.text, "1.6"),
    ):
        assert [a.data() for a in menu.actions() if a.isChecked()] == [wanted]


def test_the_high_contrast_theme_and_reduced_motion_are_in_the_menu_and_kept(
    make: Make, tmp_path: Path
) -> None:
    window = make(Settings(theme="dark"), SettingsFile(tmp_path))
    next(one for one in window.menu.theme.actions() if one.data() == "contrast").trigger()
    assert theme().name == "contrast"
    still = next(one for one in window.menu._view.actions() if one.text() == "Reduce motion")
    assert not still.isChecked()
    try:
        still.trigger()
        assert not motion.on()
        assert still.isChecked()
        places.remember(tmp_path)
        window.close()
    finally:
        motion.set_motion(True)
        places.remember("")
    found = SettingsFile(tmp_path).load()
    assert (found.theme, found.motion, found.folder) == ("contrast", False, str(tmp_path))


def test_settings_are_kept_and_found_again(make: Make, tmp_path: Path) -> None:
    window = make(Settings(theme="dark", knobs={"gone": {"a": 1}}), SettingsFile(tmp_path))
    window.setGeometry(40, 50, 700, 560)
    window.set_text_scale(1.3)
    window.show_room("three")
    at(window.rooms).kept["net"] = "CNN"
    window.close()
    found = SettingsFile(tmp_path).load()
    assert found.room == "three"
    assert found.text_scale == 1.3
    assert found.knobs == {"gone": {"a": 1}, "one": {}, "three": {"net": "CNN"}}
    assert found.geometry == Geometry(40, 50, 700, 560)
    again = make(found, SettingsFile(tmp_path))
    assert again.rooms.room == "three"
    assert at(again.rooms).kept == {"net": "CNN"}
    assert again.geometry() == window.geometry()


def test_a_place_off_every_screen_and_a_room_that_is_gone_are_ignored(make: Make) -> None:
    window = make(Settings(theme="dark", room="gone", geometry=Geometry(9000, 9000, 800, 600)))
    assert window.screen().geometry().intersects(window.geometry())
    assert window.rooms.room == "one"


def test_closing_shuts_every_room_and_every_sheet(make: Make) -> None:
    window = make()
    window.show_room("two")
    window.menu.action("log").trigger()
    window.menu.action("about").trigger()
    assert len(sheets(window)) == 2
    window.close()
    assert sheets(window) == []
    assert at(window.rooms, "one").life[-1] == at(window.rooms, "two").life[-1] == "shut"


@pytest.mark.parametrize(
    ("name", "kind"), [("log", LogSheet), ("shortcuts", ShortcutSheet), ("about", AboutSheet)]
)
def test_sheets_are_deleted_when_closed_and_follow_the_language(
    make: Make, qapp: QApplication, name: str, kind: type[Sheet]
) -> None:
    window = make()
    for _ in range(3):
        window.menu.action(name).trigger()
    (sheet,) = sheets(window)
    assert isinstance(sheet, kind)
    window.set_language("zh_CN")
    qapp.processEvents()
    assert sheet.close_button.text() == "关闭"
    sheet.close()
    assert sheets(window) == []


def test_an_error_anywhere_is_said_once_and_the_clock_goes_on(make: Make, qtbot: QtBot) -> None:
    window = make()
    faults.add(ValueError("somewhere"), "somewhere")
    qtbot.waitUntil(window.toast.isVisible)
    assert "somewhere" not in window.toast.sentence()
    ticks = at(window.rooms).life.count("tick")
    qtbot.waitUntil(lambda: at(window.rooms).life.count("tick") > ticks + 2)


def test_what_a_room_has_to_say_is_said_in_the_window(make: Make) -> None:
    window = make()
    at(window.rooms).notice.emit("Saved.")
    assert window.toast.isVisible()
    assert window.toast.sentence() == "Saved."


def test_a_bad_settings_file_is_said_in_the_window(make: Make, tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_bytes(b"{")
    file = SettingsFile(tmp_path)
    window = make(file.load(), file)
    assert window.toast.isVisible()
    assert ".bad" in window.toast.sentence()


def test_a_narrow_window_folds_the_rail_and_a_wide_one_unfolds_it(make: Make, qapp: QApplication) -> None:
    window = make()
    window.resize(1280, 720)
    assert not window.rail.folded
    window.resize(1000, 700)
    assert window.rail.folded
    window.resize(1280, 720)
    assert not window.rail.folded
    window.set_text_scale(1.6)
    assert window.rail.folded
    assert window.settings.rail


@pytest.mark.parametrize(("size", "scale"), [(QSize(1280, 720), 1.6), (QSize(1024, 700), 1.0)])
def test_it_fits_small_screens(make: Make, size: QSize, scale: float) -> None:
    window = make()
    window.set_text_scale(scale)
    window.resize(size)
    QApplication.processEvents()
    assert window.size() == size


def test_a_closed_window_is_gone(make: Make) -> None:
    specs = [spec("one", 3)]
    window = MainWindow(specs, Context(Workspace()), Settings(theme="dark"))
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.show()
    room = weakref.ref(at(window.rooms))
    gone = weakref.ref(window)
    window.close()
    del window
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert gone() is None
    assert room() is None


def test_what_no_longer_holds_is_taken_off_the_screen(make: Make) -> None:
    window = make()
    at(window.rooms).notice.emit("No numbers yet.")
    assert window.toast.isVisible()
    at(window.rooms).notice_over.emit("No numbers yet.")
    assert not window.toast.isVisible()
