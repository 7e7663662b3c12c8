"""Many: nets are picked and kept, knobs begin anew or not, what does not fit is said, presets lead there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from neuroviz import nn
from neuroviz.data.tasks import fresh
from neuroviz.panels.training.many import PAGE, showcase, words
from neuroviz.panels.training.many.config import ManyConfig
from neuroviz.panels.training.many.panel import Look, ManyPanel
from neuroviz.panels.training.many.showcase import Scene
from neuroviz.scenes.recipe import LayerPlan, Recipe
from neuroviz.sims.training.many import ManyFrame
from neuroviz.ui.room import Context
from tests.panels.host import Host, lay_out, opened, workspace

FEW_NETS = ManyConfig(count=9)


class Page:
    """The page in a window, with what tests ask of it."""

    def __init__(self, host: Host) -> None:
        self.host = host
        assert isinstance(host.panel, ManyPanel)
        self.panel: ManyPanel = host.panel

    def show(self, scene: Scene, step: int) -> ManyFrame:
        """A scene, at a step of it, at rest and drawn finely."""
        self.panel.show_scene(replace(scene, until=step))
        self.panel.show_end()
        return self.wait(step)

    def wait(self, step: int) -> ManyFrame:
        """Until that step of the present run is shown finely."""

        def there() -> bool:
            frame = self.panel.last
            return isinstance(frame, ManyFrame) and frame.step == step and self.panel._drawn is not None

        self.host.settle(there)
        lay_out()
        return self.frame

    @property
    def frame(self) -> ManyFrame:
        """What is shown."""
        assert isinstance(self.panel.last, ManyFrame)
        return self.panel.last


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[Page]:
    with opened(PAGE, qtbot) as host:
        yield Page(host)


XOR = replace(showcase.XOR, config=FEW_NETS)


def test_a_click_picks_a_net_and_that_can_be_undone(page: Page) -> None:
    page.show(XOR, 30)
    page.panel.acts.follow()
    sheet = page.panel.view.sheet
    QTest.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=sheet.place(4).center().toPoint())
    page.host.settle(lambda: page.frame.picked == 4)
    assert "Net 5" in page.panel.view.one.text()
    assert page.panel.own_state() == Look(4, "common")
    page.panel.acts.undo()
    page.host.settle(lambda: page.frame.picked == 0)


def test_arrows_go_from_net_to_net_and_stay_within(page: Page) -> None:
    page.show(XOR, 10)
    sheet = page.panel.view.sheet
    for key, net in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_Down, 4), (Qt.Key.Key_Left, 3), (Qt.Key.Key_Left, 3),
                     (Qt.Key.Key_End, 8), (Qt.Key.Key_Down, 8), (Qt.Key.Key_Up, 5), (Qt.Key.Key_Home, 0)):
        QTest.keyClick(sheet, key)
        page.host.settle(lambda net=net: page.frame.picked == net)
    assert "Net 1" in sheet.accessibleDescription()


def test_the_picked_net_is_kept_and_given_back(page: Page) -> None:
    frame = page.show(XOR, 30)
    page.panel._on_picked(2)
    page.host.settle(lambda: page.frame.picked == 2)
    page.panel.acts.follow()
    space = page.panel.context.workspace
    page.panel.view.keep.click()
    net = space.get("net", "xor 3")
    np.testing.assert_array_equal(net.theta, frame.theta[2])
    page.panel.acts.undo()
    assert "xor 3" not in space.names("net")
    page.panel.acts.redo()
    assert "xor 3" in space.names("net")
    page.panel.view.keep.click()
    assert "xor 3 2" in space.names("net")


def test_rate_and_batch_go_on_the_others_begin_anew(page: Page) -> None:
    page.show(XOR, 20)
    run = page.panel.run
    page.panel.form.row("rate").turned.emit("rate", 0.5)
    page.host.settle(lambda: page.frame.knobs.rate == 0.5)
    assert page.panel.run is run
    assert run is not None
    assert [entry.step for entry in run.log] == [20]
    page.panel.form.row("count").turned.emit("count", 16)
    page.wait(0)
    assert page.panel.run is not run
    assert page.frame.setup.count == 16
    assert page.frame.knobs.rate == 0.5
    page.panel.form.row("examples").turned.emit("examples", 8)
    page.host.settle(lambda: len(page.frame.task.train) == 8)


def test_going_back_shows_the_rate_of_that_moment(page: Page) -> None:
    page.show(XOR, 20)
    page.panel.form.row("rate").turned.emit("rate", 0.5)
    page.panel.seek(10)
    page.wait(10)
    page.host.settle(lambda: page.panel.run is not None and page.panel.run.head == 20)
    page.panel.seek(30)
    page.wait(30)
    page.panel.seek(5)
    page.wait(5)
    page.panel._turned.invalidate()
    page.panel.draw(page.frame)
    assert page.frame.knobs.rate == XOR.knobs.rate


def test_what_cannot_be_learned_here_is_said_and_there_is_a_way_out(page: Page) -> None:
    layers = tuple(map(LayerPlan, (nn.Dense(6), nn.Dropout(0.2), nn.Dense(2))))
    page.panel.set_recipe(Recipe(fresh("xor"), layers, (2,)))
    page.host.settle(lambda: page.panel.task() is not None)
    lay_out()
    assert page.panel.run is None
    why = page.panel.sentence()
    assert "dense layers and activations" in why
    assert why not in [label.text() for label in page.panel.view.findChildren(QLabel)], "it is said once"
    assert page.panel.view.way_out.isVisible()
    page.panel.view.way_out.click()
    page.host.settle(lambda: isinstance(page.panel.last, ManyFrame) and page.panel.last.step > 0)
    assert not page.panel.view.way_out.isVisible()


@pytest.mark.parametrize("scene", showcase.SCENES[:8], ids=lambda scene: scene.source)
def test_every_scene_shows_all_three_sides_of_itself(page: Page, scene: Scene) -> None:
    page.show(replace(scene, config=replace(scene.config, count=9)), 40)
    beside = page.panel.view.beside
    for shows in ("one", "common", "averages"):
        beside.switch.set_value(shows)
        beside.chosen.emit(shows)
        lay_out()
        assert page.panel.own_state().shows == beside.shows == shows
        assert beside.second.isVisible() == (shows == "averages")
    assert "Averaged weights" in beside.second.caption.text()


def test_places_and_nets_tell_their_numbers(page: Page) -> None:
    page.show(XOR, 100)
    beside, view = page.panel.view.beside, page.panel.view
    told = beside.first.plane._told
    assert told is not None
    assert "of 9 nets give the most frequent answer" in told(0.5, -0.5)
    beside.show_shows("averages")
    answers, weights = beside.first.plane._told, beside.second.plane._told
    assert answers is not None
    assert weights is not None
    assert "%" in answers(1.9, -1.9)
    assert "%" in weights(-2.0, 2.0)
    assert "Net 9: loss" in view.sheet._told(8)
    assert view.sheet._told(8).endswith(" right")
    assert " right on the " in view.one.text()
    assert "median" in view.swarm.told(50)
    assert view.swarm.told(10_000) == ""
    assert "median" in view.swarm.accessibleDescription()
    area = view.sheet.square()
    QTest.mouseMove(view.sheet, QPoint(int(area.x()) + 3, int(area.y()) + 3))
    QTest.mouseMove(view.swarm, QPoint(view.swarm.width() // 2, view.swarm.height() // 2))


def test_nets_that_fly_apart_are_told_of(page: Page) -> None:
    scene = replace(showcase.FLYING, config=ManyConfig(count=36))
    frame = page.show(scene, 300)
    lost = int(np.flatnonzero(~frame.figures.good)[0])
    assert f"{frame.figures.lost} have flown apart" in page.panel.sentence()
    assert "has flown apart" in page.panel.view.sheet._told(lost)
    assert np.isfinite(page.panel.data()["agreement"]).all()


def test_a_preset_is_taken_back_with_its_recipe_and_its_knobs(page: Page) -> None:
    page.show(XOR, 10)
    page.panel.acts.follow()
    before = page.panel.recipe(), page.panel.form.config()
    page.panel.apply_preset(1)
    page.host.settle(lambda: isinstance(page.panel.last, ManyFrame) and len(page.frame.task.train) == 12)
    assert page.panel.form.config().examples == 12
    page.panel.acts.undo()
    assert page.panel.recipe() is before[0]
    assert page.panel.form.config() == before[1]


def test_taking_a_preset_back_brings_the_run_back_as_it_stood(page: Page) -> None:
    page.show(XOR, 0)
    start = page.frame.theta
    page.panel.seek(40)
    before = page.wait(40)
    page.panel._on_picked(5)
    page.panel.form.row("rate").turned.emit("rate", 0.4)
    page.host.settle(lambda: page.frame.picked == 5 and page.frame.knobs.rate == 0.4)
    page.panel.acts.follow()
    config = page.panel.form.config()
    page.panel.apply_preset(4)
    page.host.settle(lambda: page.panel.last is not None and page.frame.setup.count == 36)
    page.panel.acts.undo()
    frame = page.wait(40)
    assert frame.theta.tobytes() == before.theta.tobytes()
    assert (frame.picked, frame.knobs.rate, page.panel.form.config()) == (5, 0.4, config)
    assert page.panel.run is not None
    assert [entry.step for entry in page.panel.run.log] == [40]
    assert not page.panel.playing
    page.panel.seek(0)
    assert page.wait(0).theta.tobytes() == start.tobytes()


def test_it_remembers_its_knobs_and_is_not_fooled(page: Page) -> None:
    page.panel._on_shows("averages")
    memory = page.panel.memory()
    assert memory["shows"] == "averages"
    again = ManyPanel(Context(workspace(), memory))
    assert again.own_state() == Look(0, "averages")
    again.shut()
    strange = {"count": 10, "rate": "x", "examples": 1e9}
    for bad in ({"shows": 3, "knobs": None}, {"shows": [], "knobs": strange}):
        spoilt = ManyPanel(Context(workspace(), bad))
        assert spoilt.own_state() == Look()
        assert spoilt.form.config().count == 64
        spoilt.shut()
        spoilt.deleteLater()
    again.deleteLater()


def test_a_batch_larger_than_all_there_is_says_so(page: Page) -> None:
    page.show(XOR, 5)
    form = page.panel.form
    assert not form.row("batch")._note.text()
    form.row("examples").turned.emit("examples", 8)
    page.host.settle(lambda: page.frame.knobs.batch == 20 and len(page.frame.task.train) == 8)
    assert form.row("batch")._note.text() == "all 8"
    assert not words.batch_held(page.frame), "it sees them all"
    page.panel.draw(replace(page.frame, batch=7))
    assert not form.row("batch")._note.text()
    assert words.batch_held(replace(page.frame, batch=7))
