"""The tabs of a room with several pages."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from neuroviz.ui.page_tabs import PageTabs
from neuroviz.ui.room import Context
from neuroviz.ui.rooms import Rooms
from neuroviz.workspace import Workspace
from tests.ui.rooms import at, spec


def test_a_click_asks_for_the_page_and_arrows_walk(qtbot: QtBot) -> None:
    tabs = PageTabs()
    qtbot.addWidget(tabs)
    tabs.set_pages([("a", "Draw"), ("a.b", "Errors"), ("a.c", "Game")], "a")
    tabs.show()
    asked: list[str] = []
    tabs.page_asked.connect(asked.append)
    qtbot.mouseClick(tabs.tab("a.b"), Qt.MouseButton.LeftButton)
    assert asked == ["a.b"]
    assert [tabs.tab(one).isChecked() for one in ("a", "a.b", "a.c")] == [True, False, False]
    tabs.tab("a.b").setFocus()
    qtbot.keyClick(tabs.tab("a.b"), Qt.Key.Key_Right)
    assert tabs.focusWidget() is tabs.tab("a.c")
    qtbot.keyClick(tabs.tab("a.c"), Qt.Key.Key_Return)
    assert asked[-1] == "a.c"


def test_a_room_of_one_page_has_no_tabs(qtbot: QtBot) -> None:
    tabs = PageTabs()
    qtbot.addWidget(tabs)
    tabs.show()
    tabs.set_pages([], "")
    assert not tabs.isVisible()


def test_a_page_is_opened_like_a_room_and_found_again(qtbot: QtBot) -> None:
    room = replace(spec("digits"), pages=(spec("digits.errors"), spec("digits.game")))
    rooms = Rooms([room, spec("other")], Context(Workspace()), {})
    qtbot.addWidget(rooms)
    rooms.show()
    rooms.show_room("digits")
    assert rooms.pages() == ("digits", "digits.errors", "digits.game")
    assert at(rooms).tabs == (list(rooms.pages()), "digits")
    at(rooms).page_asked.emit("digits.game")
    assert rooms.room == "digits.game"
    assert at(rooms, "digits").life[-1] == "leave"
    rooms.show_room("other")
    assert rooms.pages() == ("other",)
    assert rooms.last_page("digits") == "digits.game"
    assert rooms.last_page("other") == "other"


def test_every_word_is_whole_however_narrow_it_is(qtbot: QtBot) -> None:
    tabs = PageTabs()
    qtbot.addWidget(tabs)
    names = ["Draw", "Photo", "Disturb", "Morph", "Judges", "Errors", "My digits", "Game", "More"]
    tabs.set_pages([(name, name) for name in names], "Draw")
    shown = [tabs.tab(name) for name in names]
    for width in (900, 500, 420, 260, 120):
        tabs.resize(width, 28)
        tabs.resize(width, tabs.sizeHint().height())
        assert all(tab.width() > tab.words_width() for tab in shown)
        assert all(tabs.rect().contains(tab.geometry()) for tab in shown), width
        assert not any(a.geometry().intersects(b.geometry()) for a, b in pairwise(shown))
    tabs.resize(tabs.sizeHint())
    tabs.resize(tabs.sizeHint())
    assert len({tab.y() for tab in shown}) == 1


def test_a_tab_that_comes_back_has_forgotten_the_mouse(qtbot: QtBot) -> None:
    tabs = PageTabs()
    qtbot.addWidget(tabs)
    tabs.set_pages([("a", "Draw"), ("a.b", "Errors")], "a")
    tabs.resize(400, 40)
    tabs.show()
    tab = tabs.tab("a.b")
    usual = tab.grab().toImage()
    tab.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    assert tab.grab().toImage() != usual
    tabs.hide()
    tabs.show()
    assert tab.grab().toImage() == usual
