"""PathPanel: the transport moves along a path, comes to its end, and begins anew from there."""

from __future__ import annotations

import math

import pytest
from pytestqt.qtbot import QtBot

from neuroviz.ui.path_panel import PathPanel
from neuroviz.ui.room import Context
from neuroviz.workspace import Workspace


class Ruler(PathPanel):
    """A path of so many places; the run has nothing to do."""

    def __init__(self, places: int) -> None:
        self.places, self.place = places, 0
        self.seen: list[int] = []
        super().__init__(Context(Workspace()), 5.0)

    def length(self) -> int:
        return self.places

    def at(self) -> int:
        return self.place

    def go_to(self, place: int) -> None:
        self.place = min(max(place, 0), self.places)
        self.seen.append(self.place)


@pytest.fixture
def ruler(qtbot: QtBot) -> Ruler:
    panel = Ruler(4)
    qtbot.addWidget(panel)
    return panel


def test_it_goes_along_in_order_and_rests_at_the_end(ruler: Ruler, qtbot: QtBot) -> None:
    ruler.set_speed(200.0)
    ruler.rewind()
    assert ruler.playing
    qtbot.waitUntil(lambda: (ruler.tick(), not ruler.playing)[1], timeout=5000)
    assert ruler.seen == sorted(ruler.seen)
    assert (ruler.seen[0], ruler.place) == (0, 4)
    ruler.tick()
    assert ruler.place == 4


def test_played_at_its_end_it_begins_again(ruler: Ruler) -> None:
    ruler.seek(4)
    ruler.play(True)
    assert (ruler.place, ruler.playing) == (0, True)


def test_at_full_speed_one_tick_comes_to_the_end(ruler: Ruler, qtbot: QtBot) -> None:
    ruler.set_speed(math.inf)
    ruler.play(True)
    qtbot.wait(5)
    ruler.tick()
    assert (ruler.place, ruler.playing) == (4, False)


def test_where_there_is_no_way_nothing_plays(qtbot: QtBot) -> None:
    panel = Ruler(0)
    qtbot.addWidget(panel)
    panel.play(True)
    assert not panel.playing


def test_a_step_a_wish_and_being_hidden_stop_it(ruler: Ruler) -> None:
    for stop, place in (
        (ruler.step_forward, 1),
        (ruler.step_back, 0),
        (lambda: ruler.seek(3), 3),
        (ruler.leave, 3),
    ):
        ruler.play(True)
        stop()
        assert (ruler.playing, ruler.place) == (False, place)
