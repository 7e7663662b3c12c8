"""Net: whose landscape is seen, that it follows Training, and what is picked, taken, asked and taken back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from neuroviz import nn
from neuroviz.data.task import TaskSpec
from neuroviz.nn import Net
from neuroviz.panels.descent.net import PAGE, showcase
from neuroviz.panels.descent.net.config import TRAINING, Looking, SightConfig
from neuroviz.panels.descent.net.panel import NetLandscapePanel
from neuroviz.panels.descent.net.recipes import OWN, OwnRun
from neuroviz.panels.training.learn.panel import LearnPanel
from neuroviz.scenes.recipe import LayerPlan
from neuroviz.sims.descent.net_plane import PlaneFrame
from neuroviz.sims.training.frames import TrainingFrame
from tests.panels.host import Host, opened, spec_of, workspace


@contextmanager
def net_page(qtbot: QtBot) -> Iterator[tuple[Host, NetLandscapePanel]]:
    with opened(PAGE, qtbot) as host:
        assert isinstance(host.panel, NetLandscapePanel)
        yield host, host.panel


def frame_of(panel: NetLandscapePanel) -> PlaneFrame:
    assert isinstance(panel.last, PlaneFrame)
    return panel.last


def shown(panel: NetLandscapePanel, kind: str) -> bool:
    return isinstance(panel.last, PlaneFrame) and panel.last.kind == kind and len(panel.last.a) >= 17


def test_without_training_a_net_of_its_own_has_a_landscape(qtbot: QtBot) -> None:
    with net_page(qtbot) as (host, panel):
        assert panel.state().source == TRAINING
        host.settle(panel.posed)
        assert panel._source.shown == "spirals"
        assert "has taken no step" in panel.whose.note.text()
        frame = frame_of(panel)
        assert frame.track is not None
        assert frame.track.steps[-1] == OWN["spirals"].until
        assert "step 600" in panel.sentence()
        names = panel.view.map._names
        assert "%" in names.x
        assert names.value == "loss"
        trail = panel.view.map.marks().trails[0]
        assert trail.dots
        assert len(trail.x) == len(frame.track.steps)
        data = panel.data()
        assert data["loss"].shape == (len(data["b"]), len(data["a"]))


def test_the_picture_follows_training_beside_it(qtbot: QtBot) -> None:
    space = workspace()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tests.panels.host.workspace", lambda: space)
        with opened(spec_of("training"), qtbot) as learn, net_page(qtbot) as (host, panel):
            assert isinstance(learn.panel, LearnPanel)
            learn.settle(lambda: isinstance(learn.panel.last, TrainingFrame))
            for step in (60, 137, 20):
                learn.panel.seek(step)
                learn.settle(partial(_shows_step, learn.panel, step))
                host.settle(partial(_stands_at, panel, step))
                assert isinstance(learn.panel.last, TrainingFrame)
                path = panel._source.path
                assert path is not None
                assert np.array_equal(path.theta, learn.panel.last.focused.net.theta)
            assert panel._source.shown == TRAINING
            assert "Training" in panel.whose.note.text()
            learn.panel.shut()  # its run is over: the page goes on with a net of its own
            host.settle(lambda: panel._source.shown == "spirals")


def _shows_step(panel: LearnPanel, step: int) -> bool:
    return panel.last is not None and panel.last.step == step


def _stands_at(panel: NetLandscapePanel, step: int) -> bool:
    frame = panel.last
    return (
        panel._source.shown == TRAINING and isinstance(frame, PlaneFrame) and frame.track is not None
        and int(frame.track.steps[frame.track.here]) == step
    )  # fmt: skip


def test_kinds_values_and_heights_are_acts(qtbot: QtBot) -> None:
    with net_page(qtbot) as (host, panel):
        host.settle(panel.posed)
        panel.view.kinds.chosen.emit("random")
        host.settle(lambda: shown(panel, "random"))
        panel.view.values.chosen.emit("right")
        relief = panel.view.map.relief()
        assert relief is not None
        assert 0 <= relief.span[0] <= relief.span[1] <= 1
        panel.view.log.click()
        for _ in range(3):
            panel.acts.undo()
        assert panel.state() == Looking()
        host.settle(lambda: shown(panel, "pca"))
        panel.acts.redo()
        host.settle(lambda: shown(panel, "random"))


def test_chance_chooses_two_other_directions(qtbot: QtBot) -> None:
    with net_page(qtbot) as (host, panel):
        panel.show_scene(showcase.BOWL)
        host.settle(lambda: panel.posed() and shown(panel, "random"))
        number, before = frame_of(panel).number, frame_of(panel).loss
        panel.view.another.click()
        host.settle(lambda: frame_of(panel).number > number and panel.posed())
        assert not np.array_equal(frame_of(panel).loss, before)
        panel.acts.undo()
        assert panel.form.config() == SightConfig()
        host.settle(lambda: frame_of(panel).number > number + 1 and panel.posed())
        np.testing.assert_array_equal(frame_of(panel).loss, before)


def test_a_picked_place_tells_its_loss_and_its_net_can_be_taken(qtbot: QtBot) -> None:
    with net_page(qtbot) as (host, panel):
        host.settle(panel.posed)
        frame = frame_of(panel)
        assert not panel.view.take.isEnabled()
        i, j = 10, 40
        place = float(frame.a[j]), float(frame.b[i])
        panel.view.map.picked.emit(*place)
        assert panel.view.block.cursor_at() == place
        assert panel.view.take.isEnabled()
        assert f"{frame.loss[i, j]:.2g}"[:3] in panel.view.place.text()
        before = set(panel.context.workspace.names("net"))
        panel.view.take.click()
        (name,) = set(panel.context.workspace.names("net")) - before
        net = panel.context.workspace.get("net", name)
        assert isinstance(net, Net)
        assert frame.plane is not None
        assert np.array_equal(net.theta, frame.plane.at(*place))
        assert name in panel._alike()
        panel.acts.undo()
        assert name not in panel.context.workspace.names("net")
        panel.acts.undo()
        assert panel.state().place is None


def test_a_part_is_looked_at_and_left_with_the_plane(qtbot: QtBot) -> None:
    with net_page(qtbot) as (host, panel):
        host.settle(panel.posed)
        panel.view.map.domain_wanted.emit(-1.0, 1.0, -0.5, 0.5)
        host.settle(lambda: frame_of(panel).a[0] == pytest.approx(-1) and panel.posed())
        panel.acts.settle()
        panel.acts.undo()
        host.settle(lambda: frame_of(panel).a[0] < -2)
        panel.acts.redo()
        host.settle(lambda: frame_of(panel).a[0] == pytest.approx(-1))
        panel.view.kinds.chosen.emit("gradient")
        host.settle(lambda: shown(panel, "gradient"))
        assert panel.state().view is None


def test_between_two_starts_is_a_wall_that_matching_lowers(qtbot: QtBot) -> None:
    with net_page(qtbot) as (host, panel):
        host.settle(panel.posed)
        panel.view.shows.chosen.emit("line")
        host.settle(lambda: panel._beside.line is not None and panel._beside.line.done)
        line = panel._beside.line
        assert line is not None
        assert line.straight is not None
        assert line.matched is not None
        assert line.matched.barrier < line.straight.barrier / 2
        assert "of 32 hidden units" in panel.view.tip.text()
        assert {"straight_loss", "matched_loss"} <= panel.data().keys()


def test_a_line_may_end_at_a_net_of_ones_own(qtbot: QtBot) -> None:
    with net_page(qtbot) as (host, panel):
        host.settle(panel.posed)
        panel.view.map.picked.emit(-3.0, 0.5)
        panel.take_net()
        (name,) = panel._alike()
        panel.view.shows.chosen.emit("line")
        panel.view.other_asked.emit(name)
        host.settle(lambda: panel._beside.line is not None and panel._beside.line.done)
        assert panel._beside._nets is not None
        assert panel._beside._nets[1] is panel.context.workspace.get("net", name)
        assert panel.view.other.currentData() == name


def test_three_nets_of_three_starts_lie_in_their_plane(qtbot: QtBot) -> None:
    with net_page(qtbot) as (host, panel):
        host.settle(panel.posed)
        panel.view.kinds.chosen.emit("three")
        host.settle(lambda: shown(panel, "three"))
        places = panel._places(frame_of(panel))
        assert places.shape == (2, 2)
        assert places[0] == pytest.approx((places[0, 0], 0), abs=1e-3)
        assert sum(spot.kind == "minimum" for spot in panel.view.map.marks().spots) == 2


def test_whole_batches_sharpen_up_to_the_edge(qtbot: QtBot) -> None:
    with net_page(qtbot) as (host, panel):
        panel.show_scene(showcase.EDGE)
        host.settle(lambda: _sharp_known(panel))
        sharp = panel._beside.sharpness
        assert sharp is not None
        assert sharp.edge[-1] == pytest.approx(10)
        assert sharp.sharpness[0] < 3
        assert 9 < sharp.sharpness[-1] < 11
        assert "at the edge of stability" in panel.view.tip.text()


def _sharp_known(panel: NetLandscapePanel) -> bool:
    sharp = panel._beside.sharpness
    return sharp is not None and panel.posed() and bool(
        len(sharp.steps) and sharp.steps[-1] == 600 and np.isfinite(sharp.sharpness).all())


@pytest.mark.parametrize(
    "memory",
    [
        {}, {"source": "nowhere"}, {"kind": 3}, {"kind": ["pca"]}, {"value": None}, {"log": "yes"},
        {"shows": {}}, {"knobs": 5}, {"knobs": {"span": "wide", "seed": -4}}, {"source": []},
    ],
)  # fmt: skip
def test_hostile_memories_are_usual(memory: Any) -> None:
    assert Looking.remembered(memory) == Looking()


def test_what_is_kept_is_remembered() -> None:
    now = Looking("edge", "curvature", "right", log=False, shows="sharpness", place=(1.0, 2.0))
    back = Looking.remembered(now.kept())
    assert (back.source, back.kind, back.value, back.log, back.shows) == (
        "edge", "curvature", "right", False, "sharpness")  # fmt: skip
    assert back.place is None


def test_a_lost_net_and_values_without_right_or_wrong_are_said_as_what_they_are(qtbot: QtBot) -> None:
    spirals = OWN["spirals"].recipe
    lost = OwnRun(replace(spirals, knobs=replace(spirals.knobs, rate=100.0, decay=0.1)), 300)
    values = OwnRun(
        replace(spirals, task=TaskSpec("sine", n=60), layers=(*spirals.layers[:-1], LayerPlan(nn.Dense(1))),
                input_shape=(1,)), 100)  # fmt: skip
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(OWN, "edge", lost)
        patch.setitem(OWN, "over", values)
        with net_page(qtbot) as (host, panel):
            panel.show_scene(Looking("over", value="right"))
            host.settle(panel.posed)
            assert "right" not in panel.sentence()
            relief = panel.view.map.relief()
            assert relief is not None
            assert relief.known
            assert panel.view.map._names.value == "loss"
            panel.show_scene(Looking("edge", "random", shows="sharpness"))
            host.settle(lambda: panel._source.shown == "edge" and panel.posed())
            host.settle(lambda: panel._beside.sharpness is not None)
            assert re.search(r"\d", panel.sentence())
            assert panel.view.tip.text()
