"""What rooms share: values by name, which is current, and who hears of it."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from neuroviz.runtime import frozen
from neuroviz.workspace import KINDS, Kind, Workspace


class Room:
    """Listens with a bound method, and writes down what it hears."""

    def __init__(self, name: str = "", heard: list[Any] | None = None) -> None:
        self.name = name
        self.heard: list[Any] = [] if heard is None else heard

    def hear(self, kind: Kind, name: str) -> None:
        """Write it down."""
        self.heard.append((self.name, kind, name) if self.name else (kind, name))


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_empty_at_first(kind: Kind) -> None:
    workspace = Workspace()
    assert workspace.names(kind) == ()
    assert workspace.current(kind) is None
    with pytest.raises(KeyError):
        workspace.get(kind, "a")


@pytest.mark.parametrize("kind", KINDS)
def test_a_value_is_found_under_its_kind_and_name_only(kind: Kind) -> None:
    workspace, value = Workspace(), object()
    workspace.put(kind, "a", value)
    assert workspace.get(kind, "a") is value
    for other in KINDS:
        assert workspace.names(other) == (("a",) if other == kind else ())
        assert workspace.current(other) == ("a" if other == kind else None)


def test_names_are_in_the_order_they_came_and_a_new_value_keeps_its_place() -> None:
    workspace = Workspace()
    for name, value in (("b", 1), ("a", 2), ("b", 3)):
        workspace.put("net", name, value)
    assert workspace.names("net") == ("b", "a")
    assert workspace.get("net", "b") == 3


def test_a_new_value_leaves_the_old_one_as_it_was() -> None:
    workspace = Workspace()
    first = frozen(np.zeros(3))
    workspace.put("net", "a", first)
    workspace.put("net", "a", frozen(np.ones(3)))
    assert not first.any()
    assert workspace.get("net", "a").all()


def test_what_it_hands_out_cannot_be_used_to_alter_it() -> None:
    workspace = Workspace()
    workspace.put("net", "a", 1)
    assert isinstance(workspace.names("net"), tuple)


def test_the_first_becomes_current_and_later_ones_do_not() -> None:
    workspace = Workspace()
    workspace.put("net", "a", 1)
    workspace.put("net", "b", 2)
    assert workspace.current("net") == "a"
    workspace.choose("net", "b")
    assert workspace.current("net") == "b"


def test_an_unknown_name_cannot_be_chosen_and_nothing_changes() -> None:
    workspace, room = Workspace(), Room()
    workspace.put("net", "a", 1)
    workspace.put("text", "b", 1)
    workspace.subscribe(room.hear)
    with pytest.raises(KeyError):
        workspace.choose("net", "b")
    assert workspace.current("net") == "a"
    assert room.heard == []


@pytest.mark.parametrize("act", [lambda w: w.put("nets", "a", 1), lambda w: w.choose("nets", "a")])
def test_an_unknown_kind_is_an_error(act: Callable[[Workspace], None]) -> None:
    with pytest.raises(KeyError):
        act(Workspace())


def test_listeners_hear_of_puts_and_choices_after_they_took_effect() -> None:
    workspace = Workspace()
    heard: list[tuple[Kind, str, str | None]] = []
    workspace.subscribe(lambda kind, name: heard.append((kind, name, workspace.current(kind))))
    workspace.put("net", "a", 1)
    workspace.put("net", "b", 2)
    workspace.choose("net", "b")
    workspace.choose("net", "b")  # nothing new
    workspace.put("net", "b", 3)
    assert heard == [("net", "a", "a"), ("net", "b", "a"), ("net", "b", "b"), ("net", "b", "b")]


def test_listeners_hear_in_the_order_they_came() -> None:
    workspace, heard = Workspace(), list[Any]()
    rooms = [Room(name, heard) for name in "cab"]
    for room in rooms:
        workspace.subscribe(room.hear)
    workspace.put("net", "x", 1)
    assert [name for name, _, _ in heard] == ["c", "a", "b"]


def test_after_unsubscribing_nothing_is_heard_and_twice_is_harmless() -> None:
    workspace, room, other = Workspace(), Room(), Room()
    leave = workspace.subscribe(room.hear)
    workspace.subscribe(other.hear)
    leave()
    leave()
    workspace.put("net", "a", 1)
    assert (room.heard, other.heard) == ([], [("net", "a")])


def test_leaving_twice_ends_one_of_two_subscriptions() -> None:
    workspace, room = Workspace(), Room()
    leave = workspace.subscribe(room.hear)
    workspace.subscribe(room.hear)
    leave()
    leave()
    workspace.put("net", "a", 1)
    assert room.heard == [("net", "a")]


def test_a_room_is_not_kept_alive_by_listening() -> None:
    workspace, room = Workspace(), Room()
    gone = weakref.ref(room)
    heard = room.heard
    workspace.subscribe(room.hear)
    del room
    gc.collect()
    assert gone() is None
    workspace.put("net", "a", 1)
    workspace.put("net", "b", 1)
    assert heard == []


def test_a_function_is_kept_until_it_unsubscribes() -> None:
    workspace, heard = Workspace(), list[str]()

    def listen() -> Callable[[], None]:
        return workspace.subscribe(lambda _kind, name: heard.append(name))

    leave = listen()
    gc.collect()
    workspace.put("net", "a", 1)
    leave()
    workspace.put("net", "b", 1)
    assert heard == ["a"]


def test_who_leaves_while_others_hear_hears_no_more() -> None:
    workspace, room = Workspace(), Room()
    workspace.subscribe(lambda _kind, _name: leave())
    leave = workspace.subscribe(room.hear)
    workspace.put("net", "a", 1)
    assert room.heard == []


def test_a_listener_may_put_while_a_room_is_gone() -> None:
    workspace, room, gone = Workspace(), Room(), Room()

    def answer(kind: Kind, _name: str) -> None:
        if kind == "net":
            workspace.put("text", "seen", 1)

    workspace.subscribe(answer)
    workspace.subscribe(gone.hear)
    workspace.subscribe(room.hear)
    del gone
    gc.collect()
    workspace.put("net", "a", 1)
    assert sorted(room.heard) == [("net", "a"), ("text", "seen")]


def test_who_comes_while_others_hear_hears_the_next_one() -> None:
    workspace, room = Workspace(), Room()

    def make_room(_kind: Kind, _name: str) -> None:
        leave()
        workspace.subscribe(room.hear)

    leave = workspace.subscribe(make_room)
    workspace.put("net", "a", 1)
    assert room.heard == []
    workspace.put("net", "b", 1)
    assert room.heard == [("net", "b")]


def test_recent_names_come_first() -> None:
    workspace = Workspace()
    for name in "abcd":
        workspace.put("net", name, name)
    assert workspace.recent("net") == ("a", "b", "c", "d")
    workspace.choose("net", "c")
    workspace.choose("net", "b")
    workspace.choose("net", "c")
    assert workspace.recent("net") == ("c", "b", "a", "d")
    assert workspace.recent("text") == ()


def test_what_is_dropped_is_gone_and_the_one_before_it_is_current_again() -> None:
    workspace, told = Workspace(), []
    for name in "abc":
        workspace.put("net", name, name)
    workspace.choose("net", "b")
    workspace.choose("net", "c")
    workspace.subscribe(lambda kind, name: told.append((kind, name)))
    workspace.drop("net", "c")
    assert told == [("net", "c")]
    assert workspace.names("net") == ("a", "b")
    assert workspace.current("net") == "b"
    workspace.drop("net", "a")
    workspace.drop("net", "b")
    assert workspace.current("net") is None
    assert workspace.recent("net") == ()
    with pytest.raises(KeyError):
        workspace.drop("net", "b")


def test_own_is_what_came_after_the_start_and_did_not_ship() -> None:
    workspace = Workspace()
    workspace.put("net", "a", 1)
    workspace.seal()
    workspace.put("net", "b", 2)
    workspace.put("net", "c", 3, shipped=True)
    assert [workspace.is_own("net", name) for name in "abcd"] == [False, True, False, False]
