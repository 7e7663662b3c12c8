"""Learn: a run that is played, turned, taken back, branched, stopped, and shared with the other rooms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from neuroviz.panels.training.learn import showcase
from neuroviz.panels.training.learn.figures import number, part
from neuroviz.panels.training.learn.panel import LIVE, LearnPanel
from neuroviz.sims.training.finding import Finding, Kind
from neuroviz.sims.training.frames import TrainingFrame
from tests.panels.host import Host, opened, spec_of


@pytest.fixture
def host(qtbot: QtBot) -> Iterator[Host]:
    with opened(spec_of("training"), qtbot) as host:
        host.settle(lambda: isinstance(host.panel.last, TrainingFrame))
        yield host


def _panel(host: Host) -> LearnPanel:
    assert isinstance(host.panel, LearnPanel)
    return host.panel


def _frame(host: Host) -> TrainingFrame:
    frame = host.panel.last
    assert isinstance(frame, TrainingFrame)
    return frame


def _measured(host: Host) -> set[int]:
    """The steps that what is told of the lines is of."""
    return {one.report.step for one in _frame(host).courses if one.report is not None}


def _learn(host: Host, steps: int) -> None:
    """Play until so many steps have been taken, and rest."""
    panel = _panel(host)
    assert panel.run is not None
    panel.play(True)
    panel.set_speed(float("inf"))
    host.settle(lambda: panel.run is not None and panel.run.head >= steps)
    panel.play(False)
    head = panel.run.head
    host.settle(lambda: _frame(host).step == panel.run.head if panel.run is not None else head == 0)


def _seek(host: Host, step: int) -> None:
    _panel(host).seek(step)
    host.settle(lambda: _frame(host).step == step)


def test_it_waits_for_play(host: Host) -> None:
    for _ in range(5):
        host.panel.tick()
    assert _frame(host).step == 0
    assert not host.panel.playing


def test_any_moment_is_shown_again_to_the_bit(host: Host) -> None:
    _learn(host, 300)
    last, theta = _frame(host).step, _frame(host).focused.net.theta
    _seek(host, 100)
    middle = _frame(host).focused.net.theta
    _seek(host, 0)
    _seek(host, last)
    assert np.array_equal(_frame(host).focused.net.theta, theta)
    _seek(host, 100)
    assert np.array_equal(_frame(host).focused.net.theta, middle)


def test_a_knob_turned_at_the_head_is_marked_and_kept_in_its_line(host: Host) -> None:
    _learn(host, 100)
    step = _frame(host).step
    _panel(host).form.row("rate")._on_turned(0.01)
    host.settle(lambda: bool(_frame(host).turns))
    turn = _frame(host).turns[0]
    assert (turn.step, turn.course, turn.name, turn.value, turn.branch) == (step, 0, "rate", 0.01, False)
    assert len(_frame(host).courses) == 1


def test_a_knob_turned_in_the_past_begins_a_line_and_loses_nothing(host: Host) -> None:
    _learn(host, 300)
    last, theta = _frame(host).step, _frame(host).focused.net.theta
    _seek(host, 100)
    _panel(host).form.row("rate")._on_turned(1.0)
    host.settle(lambda: _frame(host).focus == 1)  # a frame may come between the branch and the look at it
    frame = _frame(host)
    assert len(frame.courses) == 2
    assert frame.focused.knobs.rate == 1.0
    assert frame.courses[0].last == last
    _seek(host, last)
    assert np.array_equal(_frame(host).courses[0].net.theta, theta)
    assert _frame(host).courses[1].distance


def test_at_rest_headline_lists_and_table_tell_the_same_numbers_of_that_very_step(host: Host) -> None:
    _learn(host, 100)
    panel = _panel(host)
    panel.view.turn(right="lines")
    panel.hand.split()
    host.settle(lambda: len(_frame(host).courses) == 2)
    seen = set()
    for _ in range(3):
        panel.step_forward()
        step = _frame(host).step + 1
        host.settle(lambda step=step: _frame(host).step == step)  # type: ignore[misc]
        host.settle(lambda step=step: _measured(host) == {step})  # type: ignore[misc]
        report = _frame(host).focused.report
        assert report is not None
        loss, share = number(report.valid_loss), part(report.valid_score)
        assert f"and {loss}." in panel.sentence()
        assert f"Step {step:,}" in panel.sentence()
        assert share in panel.sentence()
        host.settle(lambda loss=loss: loss in panel.view.lines.table.told(1))  # type: ignore[misc]
        assert f"loss {loss}, {share}" in panel.lines._rows[1]._words.text()
        seen.add(report.valid_loss)
    assert len(seen) == 3
    _seek(host, 53)
    host.settle(lambda: _measured(host) == {53})


def test_a_line_can_be_looked_at_and_ended(host: Host) -> None:
    _learn(host, 100)
    panel = _panel(host)
    panel.hand.split()
    host.settle(lambda: len(_frame(host).courses) == 2 and _frame(host).focus == 1)
    panel.lines.focus_asked.emit(0)
    host.settle(lambda: _frame(host).focus == 0)
    panel.lines.drop_asked.emit(1)
    host.settle(lambda: len(_frame(host).courses) == 1)


def test_a_stop_pauses_at_its_step_and_play_goes_beyond_it(host: Host) -> None:
    panel = _panel(host)
    panel.stops.row("target")._on_turned(60)
    panel.play(True)
    host.settle(lambda: _frame(host).stopped is not None and not panel.playing)
    stopped = _frame(host).stopped
    assert stopped is not None
    assert stopped.reason == "target"
    assert stopped.step == _frame(host).step
    assert str(stopped.step) in panel.sentence()
    panel.play(True)
    host.settle(lambda: _frame(host).step > stopped.step + 500)
    assert panel.playing, "one press goes on for good"
    assert panel.stops.config().target == 60, "what was asked for stays asked for"


def test_a_stop_that_is_passed_on_the_way_again_holds_nobody_up(host: Host) -> None:
    panel = _panel(host)
    panel.stops.row("target")._on_turned(60)
    panel.play(True)
    host.settle(lambda: _frame(host).stopped is not None and not panel.playing)
    step = _frame(host).step
    panel.step_forward()
    host.settle(lambda: _frame(host).step == step + 1)
    _seek(host, step)
    assert str(step) in panel.sentence(), "why it paused there can be read again"
    panel.play(True)
    panel.view.turned.emit()  # the same moment comes once more
    host.settle(lambda: _frame(host).step > step + 100)
    assert panel.playing


def test_the_net_of_the_moment_is_there_for_other_rooms(host: Host) -> None:
    _learn(host, 50)
    host.settle(lambda: LIVE in host.panel.context.workspace.names("net"))
    net = host.panel.context.workspace.get("net", LIVE)
    assert np.array_equal(net.theta, _frame(host).focused.net.theta)
    assert not host.panel.context.workspace.is_own("net", LIVE)


def test_keeping_puts_the_net_among_the_visitors_own(host: Host) -> None:
    _learn(host, 50)
    _panel(host).brief.keep_asked.emit()
    space = host.panel.context.workspace
    assert len([name for name in space.names("net") if space.is_own("net", name)]) == 1


def test_the_test_examples_are_asked_at_rest(host: Host) -> None:
    _learn(host, 200)
    panel = _panel(host)
    host.settle(lambda: panel.rest.found is not None)
    task, found = panel.task(), panel.rest.found
    assert task is not None
    assert found is not None
    assert found.n == len(task.test)
    said = _frame(host).focused.net(task.test.inputs()).argmax(axis=1)
    assert found.score == pytest.approx((said == task.test.y).mean())


def test_another_recipe_is_another_run_and_can_be_taken_back(host: Host) -> None:
    _learn(host, 50)
    panel, before = _panel(host), _panel(host).recipe()
    panel.apply_preset(3)
    host.settle(lambda: isinstance(panel.last, TrainingFrame) and _frame(host).step == 0)
    assert panel.recipe().knobs.rate == 10.0
    panel.acts.undo()
    assert panel.recipe() is before


def test_taking_a_preset_back_brings_the_run_back_as_it_stood(host: Host) -> None:
    start = _frame(host).focused.net.theta
    _learn(host, 200)
    panel = _panel(host)
    panel.hand.split()
    host.settle(lambda: len(_frame(host).courses) == 2)
    step, theta = _frame(host).step, _frame(host).focused.net.theta
    panel.acts.follow()
    panel.apply_preset(3)
    host.settle(lambda: isinstance(panel.last, TrainingFrame) and _frame(host).step == 0)
    panel.acts.undo()
    host.settle(lambda: isinstance(panel.last, TrainingFrame) and _frame(host).step == step)
    assert np.array_equal(_frame(host).focused.net.theta, theta)
    assert len(_frame(host).courses) == 2
    turns = _frame(host).turns
    panel.acts.redo()
    host.settle(lambda: isinstance(panel.last, TrainingFrame) and _frame(host).step == 0)
    panel.acts.undo()
    host.settle(lambda: isinstance(panel.last, TrainingFrame) and _frame(host).step == step)
    assert _frame(host).turns == turns, "what the knobs go through on the way is not done to the run"
    _seek(host, 0)
    assert np.array_equal(_frame(host).focused.net.theta, start)
    panel.rewind()
    host.settle(lambda: isinstance(panel.last, TrainingFrame) and _frame(host).step == 0)


def test_a_preset_asks_before_it_is_played(host: Host) -> None:
    panel = _panel(host)
    panel.apply_preset(0)
    host.settle(lambda: isinstance(panel.last, TrainingFrame) and _frame(host).step == 0)
    assert panel.sentence() == showcase.question(0)
    _learn(host, 20)
    assert panel.sentence() != showcase.question(0)


@pytest.mark.parametrize("kept", [None, 5, {}, {"task": {}}, {"layers": [{"layer": 3}]}])
def test_a_broken_memory_begins_with_the_first_recipe(kept: object) -> None:
    from neuroviz.panels.training.page import kept_recipe

    assert kept_recipe(kept) is None


def test_memory_cannot_ask_for_endless_nets() -> None:
    from neuroviz.panels.training.page import first_recipe, kept_recipe

    plain = first_recipe().to_dict()
    plain["layers"][0]["layer"]["n_out"] = 10**9
    assert kept_recipe(plain) is None
    assert kept_recipe(replace(first_recipe(), seed=7).to_dict()) is not None


def test_the_evidence_of_a_layer_is_shown_in_the_view_of_the_layers_at_that_layer(host: Host) -> None:
    panel = _panel(host)
    _learn(host, 5)
    view, layers = panel.view, _frame(host).focused.net.layers
    last = len(layers) - 1
    columns: tuple[tuple[Kind, int], ...] = (
        ("dead", 4), ("vanishing", 1), ("exploding", 2), ("symmetric", -1),
    )  # fmt: skip
    for kind, column in columns:
        view.turn("map", "curves")
        view.verdict.evidence_asked.emit(Finding(kind, 2, 5, "layers", {}, last))
        assert view.right == "layers"
        rows = view.layers.rows()
        assert rows is not None
        assert view.layers.pointed_out() == (len(rows.stages) - 1, column)
    view.verdict.evidence_asked.emit(Finding("slow", 2, 5, "layers"))
    assert view.layers.pointed_out() is None
