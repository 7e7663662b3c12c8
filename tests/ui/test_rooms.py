"""Rooms: made when first seen, running only while seen, and none brings another down."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from neuroviz.ui.errors import faults
from neuroviz.ui.problem_card import ProblemCard
from neuroviz.ui.room import Context
from neuroviz.ui.rooms import SHARED, Rooms, gathered
from neuroviz.workspace import Workspace
from tests.ui.rooms import Room, at, spec


@pytest.fixture(autouse=True)
def clean() -> Iterator[None]:
    faults.forget()
    yield
    faults.take()
    faults.forget()


def make(qtbot: QtBot, *rooms: str, **memories: dict[str, object]) -> Rooms:
    made = Rooms([spec(room) for room in rooms], Context(Workspace()), memories)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_room_is_made_when_it_is_first_seen(qtbot: QtBot) -> None:
    rooms = make(qtbot, "one", "two")
    rooms.show_room("one")
    assert rooms.panel("two") is None
    rooms.show_room("two")
    first = at(rooms, "one")
    rooms.show_room("one")
    assert at(rooms, "one") is first


def test_only_the_room_that_is_seen_runs(qtbot: QtBot) -> None:
    rooms = make(qtbot, "one", "two")
    rooms.show_room("one")
    rooms.tick()
    rooms.show_room("two")
    rooms.tick()
    rooms.show_room("two")
    assert at(rooms, "one").life == ["enter", "tick", "leave"]
    assert at(rooms, "two").life == ["enter", "tick"]
    rooms.leave()
    rooms.tick()
    rooms.enter()
    rooms.shut()
    assert at(rooms, "two").life == ["enter", "tick", "leave", "enter", "leave", "shut"]
    assert at(rooms, "one").life[-1] == "shut"


def test_memories_reach_their_room_and_come_back_even_if_it_was_not_opened(qtbot: QtBot) -> None:
    rooms = make(qtbot, "one", "two", one={"a": 1}, two={"b": 2}, gone={"c": 3})
    rooms.show_room("one")
    assert at(rooms, "one").kept == {"a": 1}
    at(rooms, "one").kept["a"] = 9
    assert rooms.memories() == {"one": {"a": 9}, "two": {"b": 2}, "gone": {"c": 3}}


def test_a_room_that_cannot_be_made_is_a_card_and_can_be_tried_again(qtbot: QtBot) -> None:
    made: list[Context] = []

    def second_time(context: Context) -> Room:
        made.append(context)
        if len(made) == 1:
            raise ValueError("not yet")
        return Room(context)

    rooms = Rooms([spec("bad", kind=second_time), spec("good")], Context(Workspace()), {})
    qtbot.addWidget(rooms)
    rooms.show()
    rooms.show_room("bad")
    card = rooms.currentWidget().findChild(ProblemCard)
    assert card.isVisible()
    assert faults.take() == [], "it is on its card already"
    rooms.show_room("good")
    rooms.show_room("bad")
    assert len(made) == 1
    again = next(b for b in rooms.currentWidget().findChildren(QPushButton) if b.text() == "Try again")
    qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    assert at(rooms).life == ["enter"]


@pytest.mark.parametrize("moment", ["enter", "tick", "leave"])
def test_a_room_that_breaks_is_shut_and_the_others_go_on(qtbot: QtBot, moment: str) -> None:
    rooms = make(qtbot, "one", "two")
    rooms.show_room("two")
    rooms.show_room("one")
    room = at(rooms, "one")
    rooms.leave()
    room.fails_in = moment
    rooms.enter()
    rooms.tick()
    rooms.leave()
    assert rooms.panel("one") is None
    assert room.life[-1] == "shut"
    rooms.show_room("two")
    rooms.tick()
    assert at(rooms, "two").life[-2:] == ["enter", "tick"]
    assert rooms.currentWidget() is at(rooms, "two")


def test_one_that_fails_to_close_or_to_remember_does_not_keep_the_others(qtbot: QtBot) -> None:
    rooms = make(qtbot, "one", "two", one={"a": 1})
    rooms.show_room("one")
    rooms.show_room("two")
    at(rooms, "one").fails_in = "shut"
    at(rooms, "one").memory = None  # type: ignore[assignment,method-assign]
    assert rooms.memories()["one"] == {"a": 1}
    rooms.shut()
    assert at(rooms, "two").life[-1] == "shut"


def test_the_room_has_the_keys_at_once(qtbot: QtBot) -> None:
    rooms = make(qtbot, "one", "two")
    for room in ("one", "two"):
        rooms.show_room(room)
        assert rooms.window().focusWidget() is at(rooms)


def test_what_pages_have_in_common_is_kept_once_and_reaches_all_of_them(qtbot: QtBot) -> None:
    before = {"one": {"a": 1, SHARED: "old"}, "one.page": {"b": 2}, "two": {"c": 3}}
    assert gathered(before, {"two": {"c": 4}}) == {**before, "two": {"c": 4}}
    found = gathered(before, {"one.page": {"b": 3, SHARED: "new"}})
    assert found == {"one": {"a": 1, SHARED: "new"}, "one.page": {"b": 3}, "two": {"c": 3}}
    both = {"one.page": {SHARED: "of the page"}, "one": {"a": 5, SHARED: "of the room"}}
    assert gathered(found, both) == {
        "one": {"a": 5, SHARED: "of the room"}, "one.page": {}, "two": {"c": 3},
    }  # fmt: skip
    assert gathered({}, {"new.page": {SHARED: 1}}) == {"new": {SHARED: 1}, "new.page": {}}
