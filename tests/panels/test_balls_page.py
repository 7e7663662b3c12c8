"""Balls: ends are listed and picked, heaps dropped, methods compared; every control goes back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from neuroviz.panels.descent.balls import PAGE, showcase
from neuroviz.panels.descent.balls.config import BallsConfig, Dropping
from neuroviz.panels.descent.balls.panel import BallsPanel
from neuroviz.panels.descent.balls.showcase import Scene
from neuroviz.panels.descent.left_off import LeftOff
from neuroviz.runtime import Frame
from neuroviz.sims.descent.balls import LOST, WALKING, BallsFrame
from neuroviz.sims.descent.methods import Method
from neuroviz.ui import motion
from neuroviz.ui.room import Context
from tests.panels.host import Host, lay_out, opened, workspace


class Page:
    """The page in a window, with what tests ask of it."""

    def __init__(self, host: Host) -> None:
        self.host = host
        assert isinstance(host.panel, BallsPanel)
        self.panel: BallsPanel = host.panel

    def show(self, scene: Scene, step: int) -> BallsFrame:
        """A scene, at a step of it."""
        self.panel.show_scene(replace(scene, until=step))
        self.panel.show_end()
        return self.wait(step)

    def wait(self, step: int) -> BallsFrame:
        """Until that step is shown, or the end."""

        def there() -> bool:
            frame = self.panel.last
            return isinstance(frame, BallsFrame) and (frame.step == step or frame.done)

        self.host.settle(there)
        lay_out()
        assert isinstance(self.panel.last, BallsFrame)
        return self.panel.last

    @property
    def sentence(self) -> str:
        """What is said."""
        return str(self.panel.room.sentence.text())


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[Page]:
    motion.set_motion(False)
    with opened(PAGE, qtbot) as host:
        yield Page(host)
    motion.set_motion(True)


def test_the_list_has_the_deepest_first_and_counts_every_ball(page: Page) -> None:
    frame = page.show(showcase.HOLLOWS, 60)
    drop = frame.drops[0]
    rows = page.panel.view.ends.rows
    heights = [float(drop.values[row.end]) for row in rows if row.end >= 0]
    assert heights == sorted(heights)
    assert sum(row.part for row in rows) == pytest.approx(1.0)
    assert rows[-1].end == WALKING
    share = 100 * drop.counts[drop.lowest] / 1000
    assert f"got {share:.1f}" in page.sentence
    assert f"{drop.walking:,} still roll." in page.sentence


def test_a_click_on_an_end_lets_its_balls_stand_out_and_another_lets_go(page: Page) -> None:
    frame = page.show(showcase.BASINS, 56)
    ends = page.panel.view.ends
    at = QPoint(ends.width() // 2, int(1.5 * ends._high()))
    QTest.mouseClick(ends, Qt.MouseButton.LeftButton, pos=at)
    drop = frame.drops[0]
    end = ends.rows[0].end
    assert page.panel.view.end_of(drop) == end
    assert page.panel.state().end == pytest.approx(tuple(drop.ends[end]))
    *faint, chosen = page.panel.view.map.marks().clouds
    assert len(chosen.x) == drop.counts[end]
    assert all(cloud.colour.alpha() < chosen.colour.alpha() for cloud in faint)
    QTest.mouseClick(ends, Qt.MouseButton.LeftButton, pos=at)
    assert page.panel.state().end is None


def test_arrows_go_along_the_list_and_escape_lets_go(page: Page) -> None:
    page.show(showcase.EGGS, 32)
    ends = page.panel.view.ends
    ends.setFocus()
    QTest.keyClick(ends, Qt.Key.Key_Down)
    assert ends._end == ends.rows[0].end
    QTest.keyClick(ends, Qt.Key.Key_End)
    assert ends._end == ends.rows[-1].end
    assert ends._first + ends._fitting() == len(ends.rows)
    assert ends.rows[-1].tip in ends.accessibleDescription()
    QTest.keyClick(ends, Qt.Key.Key_Home)
    assert ends._first == 0
    QTest.keyClick(ends, Qt.Key.Key_Escape)
    assert page.panel.state().end is None


def test_where_they_began_shows_the_starts_in_the_colours_of_the_ends(page: Page) -> None:
    frame = page.show(showcase.BASINS, 56)
    seen = np.concatenate([np.stack([one.x, one.y], 1) for one in page.panel.view.map.marks().clouds])
    assert {tuple(xy) for xy in seen} == {tuple(xy) for xy in frame.starts}
    page.panel.view.shows_asked.emit("now")
    seen = np.concatenate([np.stack([one.x, one.y], 1) for one in page.panel.view.map.marks().clouds])
    assert {tuple(xy) for xy in seen} == {tuple(xy) for xy in frame.drops[0].xy}


def test_momentum_gets_over_the_ripples_and_the_rows_say_so(page: Page) -> None:
    frame = page.show(showcase.RIPPLES, 172)
    plain, fast = (int(one.counts[one.lowest]) for one in frame.drops)
    assert fast > 10 * plain
    assert f"{100 * fast / 1000:.1f}" in page.panel.methods.row("momentum")._value.text()
    assert f"{100 * fast / 1000:.1f}" in page.sentence


def test_a_click_on_the_map_drops_a_heap_there(page: Page) -> None:
    page.show(replace(showcase.BASINS, balls=BallsConfig(count=50, heap=0.02)), 8)
    field = page.panel.view.map
    at = field.pixel_of(3.0, 2.0)
    assert at is not None
    QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=at.toPoint())
    page.host.settle(lambda: page.panel.last is not None)
    frame = page.wait(8)
    assert np.abs(frame.starts - [3.0, 2.0]).max() < 0.15
    assert page.panel.state().falls == "heap"


def test_the_lost_are_listed_and_told_of(page: Page) -> None:
    scene = Scene(Dropping("bowl", shown=("gd",)), (Method("gd", 2.5),))
    frame = page.show(scene, 100)
    assert frame.drops[0].lost == 1000
    assert [row.end for row in page.panel.view.ends.rows] == [LOST]
    assert "1,000" in page.sentence


def test_a_ball_tells_its_story(page: Page) -> None:
    frame = page.show(showcase.BASINS, 56)
    x, y = frame.starts[0]
    assert "rests in place" in page.panel.view._told(float(x), float(y), 0.0)
    page.show(showcase.RIPPLES, 172)
    assert "height" in page.panel.view._told(3.9, -3.9, 1.5)


def goes_both_ways(page: Page, act: Any) -> None:
    panel = page.panel
    count, before = panel.history.count(), (panel.state(), panel.memory())
    act()
    panel.acts.settle()
    after = panel.state(), panel.memory()
    assert after != before
    assert panel.history.count() == count + 1
    panel.acts.undo()
    assert (panel.state(), panel.memory()) == before
    panel.acts.redo()
    assert (panel.state(), panel.memory()) == after


@pytest.mark.parametrize("act", [
    "surface", "formula", "shown", "picked", "shows", "chart", "falls", "middle", "end", "domain",
])
def test_every_control_goes_back(page: Page, act: str) -> None:
    page.show(replace(showcase.HOLLOWS, balls=BallsConfig(count=40)), 12)
    panel, view = page.panel, page.panel.view
    panel.acts.follow()
    acts = {
        "surface": lambda: panel.surfaces.chosen.emit("himmelblau"),
        "formula": lambda: panel.surfaces.typed.emit("x² + y²"),
        "shown": lambda: panel.methods.shown.emit("adam", True),
        "picked": lambda: panel.methods.picked.emit("momentum"),
        "shows": lambda: view.shows_asked.emit("start"),
        "chart": lambda: view.chart_asked.emit("height"),
        "falls": lambda: panel.falls.chosen.emit("heap"),
        "middle": lambda: view.middle_asked.emit(1.0, 1.0),
        "end": lambda: view.end_asked.emit(WALKING),
        "domain": lambda: view.domain_asked.emit((-1.0, 1.0, -1.0, 1.0)),
    }
    goes_both_ways(page, acts[act])


def test_what_comes_back_stands_where_it_was_left(page: Page) -> None:
    page.show(replace(showcase.HOLLOWS, balls=BallsConfig(count=40)), 23)
    page.panel.acts.follow()
    before = page.panel.data()
    page.panel.surfaces.chosen.emit("himmelblau")
    page.wait(23)
    page.panel.acts.undo()
    page.wait(23)
    for name, values in page.panel.data().items():
        np.testing.assert_array_equal(values, before[name], err_msg=name)


def test_where_runs_were_left_is_known_of_the_last_ones() -> None:
    left, frame = LeftOff(), Frame(7)
    left.note(frame)
    assert left.at(None) is None
    for key in range(40):
        left.begin(key)
        left.note(None)
        left.note(frame)
    assert left.at(39) == 7
    assert left.at(0) is None


def test_one_method_has_to_roll(page: Page) -> None:
    page.show(showcase.BASINS, 4)
    said: list[str] = []
    page.panel.notice.connect(said.append)
    page.panel.methods.shown.emit("gd", False)
    assert page.panel.state().shown == ("gd",)
    assert len(said) == 1


@pytest.mark.parametrize("memory", [
    {"surface": 7, "formula": 3, "shown": "gd", "picked": None, "shows": [], "chart": {}, "balls": "x"},
    {"surface": "noisy", "shown": [], "picked": "adam"},
    {"surface": "formula", "formula": "((((", "shown": ["gd", "sgd"]},
    {"balls": {"count": 1e9, "throw": "a", "heap": float("nan")}, "methods": [1, 2], "ground": None},
])
def test_a_strange_memory_does_no_harm(memory: dict[str, Any], qtbot: QtBot) -> None:
    panel = BallsPanel(Context(workspace(), memory))
    qtbot.addWidget(panel)
    assert panel.state() == Dropping()
    assert panel.memory()["balls"] == vars(BallsConfig())
    panel.shut()


@pytest.mark.parametrize("scene", showcase.SCENES, ids=range(1, 10))
def test_every_scene_shows_what_it_promises(page: Page, scene: Scene) -> None:
    frame = page.show(replace(scene, balls=replace(scene.balls, count=300)), scene.until)
    drops = {one.kind: one for one in frame.drops}
    if scene is showcase.HOLLOWS:
        most = int(drops["gd"].counts.argmax())
        assert most != drops["gd"].lowest, "the deepest does not get the most"
    elif scene is showcase.SADDLE:
        halfway = -0.5
        assert drops["momentum"].heights[-1] < halfway
        plain, fast = (int((drops[one].heights > halfway).sum()) for one in ("gd", "momentum"))
        assert fast < 0.5 * plain
    elif scene is showcase.PLATEAU:
        assert drops["momentum"].walking < 0.5 * drops["gd"].walking
    elif scene is showcase.BASINS:
        assert drops["gd"].counts.min() > 30
    elif scene is showcase.RIPPLES:
        assert drops["momentum"].counts.max() > 150
    elif scene is showcase.EGGS:
        assert len(drops["gd"].ends) > 80
    elif scene is showcase.NEWTON:
        assert (drops["newton"].kinds != 0).sum() > 5
    elif scene is showcase.AWAY:
        assert drops["gd"].lost > 100
        assert drops["adam"].lost == 0
    elif scene is showcase.TREMBLE:
        assert drops["rmsprop"].walking > 290
        assert drops["gd"].walking == 0
