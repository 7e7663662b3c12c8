"""The page Net of Layers: what it says, its time, what is taken back, and nets of any kind."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from neuroviz.data import strokes
from neuroviz.data.ink import Drawing
from neuroviz.nn import Dense, Net, Tanh
from neuroviz.panels.layers.net.panel import NetPanel
from neuroviz.panels.layers.net.reading import faded, read
from neuroviz.sims.layers import LayersFrame
from neuroviz.ui import motion
from neuroviz.ui.netmap import flow
from neuroviz.ui.netview.facts import Spot
from neuroviz.ui.room import PanelSpec
from tests.panels.host import Host, lay_out, opened
from tests.ui.test_net_map import NETS, spoilt

SPEC = PanelSpec("layers", lambda: "Layers", chapter=3, order=2, widget=NetPanel)


@pytest.fixture
def host(qtbot: QtBot) -> Iterator[Host]:
    with opened(SPEC, qtbot) as one:
        one.panel.apply_preset(1)  # the MLP, a three, its answer followed
        settle(one)
        yield one


def page(host: Host) -> NetPanel:
    assert isinstance(host.panel, NetPanel)
    return host.panel


def settle(host: Host) -> None:
    """Until what lies before the net has been answered, and the words have found their place."""
    panel = page(host)

    def answered() -> bool:
        frame, now = panel.last, panel.subject()
        return (
            isinstance(frame, LayersFrame)
            and frame.subject.net is now.net
            and (frame.subject.given is now.given or np.array_equal(frame.subject.given, now.given))  # type: ignore[arg-type]
        )

    host.settle(answered)
    lay_out()


def said(host: Host) -> str:
    return host.panel.room.sentence.text()


def use(host: Host, name: str, net: Net) -> None:
    host.panel.context.workspace.put("net", name, net)
    page(host).choose_net(name)
    settle(host)


def test_the_path_of_the_answer_is_told_with_its_shares(host: Host) -> None:
    text = said(host)
    assert text.startswith("Answer “3” is ")
    path = page(host).view.path()
    assert path is not None
    assert f"{100 * path.shares[2].sum():.0f}\u202f%" in text
    assert f"{100 * path.shares[0].sum():.0f}\u202f%" in text
    page(host).view.follow(None)
    assert re.search(r"MLP: it says 3 \(.*\)\. The links drawn carry \d+", said(host))


def test_time_goes_from_layer_to_layer_and_says_what_happens(host: Host) -> None:
    panel, each = page(host), flow.PLACES
    panel.view.follow(None)
    panel.seek(0)
    assert said(host).startswith("The input: 784 numbers")
    panel.step_forward()
    assert panel.at() == each
    assert said(host).startswith("Layer 1 of 3 is computed")
    panel.seek(each + 3)
    trace, net = panel.last, panel.net()
    assert isinstance(trace, LayersFrame)
    assert trace.trace is not None
    terms = trace.trace.activations[1][0][:, None] * net.views(2)["w"]
    source, target = np.unravel_index(int(np.abs(terms).argmax()), terms.shape)
    assert f"from unit {source + 1} of layer 1 to unit {target + 1} of layer 2" in said(host)
    panel.step_back()
    assert panel.at() == each
    panel.step_back()
    assert panel.at() == 0
    for _ in range(3):
        panel.step_forward()
    assert panel.at() == panel.length()
    assert panel.view.moment() is None
    assert "it says 3" in said(host)


def test_played_the_links_grow_between_two_places(host: Host) -> None:
    panel = page(host)
    panel.set_speed(3.0)
    panel.rewind()
    shares = set()

    def seen() -> bool:
        moment = panel.view.moment()
        if moment is not None and moment.stage == 1:
            shares.add(moment.share)
        return len(shares) > 3

    host.settle(seen)
    assert any(share * flow.PLACES % 1 for share in shares)


def test_without_motion_it_goes_by_whole_layers(host: Host) -> None:
    motion.set_motion(False)
    try:
        panel = page(host)
        panel.set_speed(40.0)
        panel.rewind()
        moments = set()

        def over() -> bool:
            moment = panel.view.moment()
            moments.add(-1.0 if moment is None else moment.share)
            return not panel.playing

        host.settle(over)
        assert moments <= {0.0, -1.0}
        panel.apply_preset(2)
        assert panel.view.moment() is None
    finally:
        motion.set_motion(True)


def test_the_input_may_change_in_the_middle_of_the_flow(host: Host) -> None:
    panel = page(host)
    panel.seek(flow.PLACES + 4)
    panel.write(strokes.digit(8))
    settle(host)
    assert panel.at() == flow.PLACES + 4
    assert said(host).startswith("On the way to layer 2 of 3")
    panel.write(Drawing())
    settle(host)
    assert "at rest" in said(host)


def test_following_and_folding_can_be_taken_back(host: Host) -> None:
    panel = page(host)
    panel.view.follow(Spot(1, 5))
    panel.view.fold(2)
    assert panel.view.folded() == {2}
    panel.acts.undo()
    assert panel.view.folded() == frozenset()
    panel.acts.undo()
    assert panel.view.following() == Spot(3, 3)
    panel.acts.redo()
    assert panel.view.following() == Spot(1, 5)


def test_the_knob_draws_more_links(host: Host) -> None:
    panel = page(host)
    panel.view.follow(None)
    counts = []
    for links in (10, 2500):
        panel.knobs.row("links").turned.emit("links", links)
        model = panel.view.model()
        assert model is not None
        found = model.links_into(1)
        assert found is not None
        counts.append(len(found.value))
    assert counts == [10, 2500]


def test_the_keys_of_the_map_work_in_all_of_the_room(host: Host) -> None:
    panel = page(host)
    QTest.keyClick(panel, Qt.Key.Key_Plus)
    assert not panel.view.camera().whole
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert panel.view.following() is None
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert panel.view.camera().whole


def test_the_data_has_the_path(host: Host) -> None:
    data = page(host).data()
    assert data["path_2_cells"].shape == data["path_2_shares"].shape
    assert data["probabilities"].shape == (10,)
    assert {"input", "layer_1", "layer_5"} <= set(data)


@pytest.mark.parametrize("name", NETS)
def test_any_net_has_its_sentence(host: Host, name: str) -> None:
    use(host, name, NETS[name])
    panel = page(host)
    if panel.source.kind == "digit" and panel.subject().x is None:
        panel.write(strokes.digit(4))
        settle(host)
    for place in (panel.length(), 0, panel.length() // 2):
        panel.seek(place)
        assert re.search(r"\d", said(host))
        assert "{" not in said(host)
    panel.seek(panel.length())
    panel.tools.answer_asked.emit()
    assert len(said(host)) > 10
    QApplication.processEvents()
    assert panel.view.property("painting_failed") is not True
    assert not panel.room.problem.isVisible()
    if "not numbers" in name:
        assert "are no numbers" in said(host)


def test_a_broken_net_says_from_which_layer_on(host: Host) -> None:
    net = NETS["mlp"]
    theta = net.theta.copy()
    theta[784 * 300 + 300 : 784 * 300 + 310] = np.nan
    use(host, "broken", net.with_theta(theta))
    assert said(host).startswith("From layer 2 of 3 on, the values of broken are no numbers")
    assert "infinite" not in said(host)
    use(host, "spoilt", spoilt(net))
    assert said(host).startswith("From layer 1 of 3 on")


def test_a_deep_net_says_where_its_input_has_faded(host: Host) -> None:
    layers, n = (Dense(1), Tanh()), 100
    theta = np.tile(np.array([0.5, 0.0], np.float32), n)
    use(host, "fading", Net(layers * n, theta, (1,)))
    page(host).source.put_numbers(np.ones(1, np.float32))
    settle(host)
    model = page(host).view.model()
    assert model is not None
    assert model.trace is not None
    sizes = np.array([np.abs(stage.values(model.trace)).max() for stage in model.stages])
    first = faded(model, model.trace)
    assert first is not None
    assert (sizes[first:] <= 0.01 * sizes.max()).all()
    assert sizes[first - 1] > 0.01 * sizes.max()
    assert f"From layer {first} of 100 on" in said(host)
    assert read(model, None, None, lambda _stage, _cell, _n: "").faded == first


def test_another_net_begins_as_a_whole_and_at_the_end(host: Host) -> None:
    panel = page(host)
    panel.seek(5)
    panel.view.zoom(3.0)
    panel.choose_net("CNN")
    settle(host)
    assert panel.at() == panel.length() == 4 * flow.PLACES
    assert panel.view.camera().whole
    assert panel.view.following() is None


def test_the_flow_of_a_preset_begins_when_there_is_an_answer(qtbot: QtBot) -> None:
    with opened(SPEC, qtbot) as fresh:
        panel = page(fresh)
        panel.apply_preset(2)
        fresh.settle(lambda: panel.playing)
        assert panel.view.moment() is not None
        panel.apply_preset(0)
        assert not panel.playing


def test_what_is_followed_outlasts_an_answer_of_the_net_before(qtbot: QtBot) -> None:
    with opened(SPEC, qtbot) as fresh:
        panel = page(fresh)
        panel.apply_preset(0)
        settle(fresh)
        stale = panel.last
        assert stale is not None
        panel.apply_preset(1)
        panel.draw(stale)
        settle(fresh)
        assert panel.view.following() == Spot(3, 3)
        assert said(fresh).startswith("Answer “3”")
