"""A run kept in a file and taken up again is the same run: past, present and future."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from neuroviz import nn
from neuroviz.data.painted import Painted
from neuroviz.data.task import Task, TaskSpec
from neuroviz.data.tasks import Source, build
from neuroviz.runtime import Change, History, Past, Run
from neuroviz.scenes.kept_run import KeptRun, Logged
from neuroviz.scenes.own_sources import source_of
from neuroviz.scenes.recipe import Recipe
from neuroviz.scenes.run_file import read_run, write_run
from neuroviz.sims.training.book import Book
from neuroviz.sims.training.frames import Branch, TrainingFrame
from neuroviz.sims.training.keeping import keep, revive
from neuroviz.sims.training.sim import TrainingSim
from neuroviz.sims.training.stops import Stops
from tests.scenes.runs import line, plane, recipe

WISHES: dict[int, list[Change]] = {
    3: [Change("knob", (0, "rate", 0.2))],
    10: [Change("branch", Branch(1, 0, "optimiser", "adam"), "branch"), Change("knob", (1, "batch", 5))],
    15: [Change("branch", Branch(2, 1, "layer_rate", (0, 0.0)), "branch")],
    20: [Change("stops", Stops(target=2.0)), Change("drop", 1)],
    25: [Change("knob", (2, "noise", 0.1)), Change("knob", (0, "shuffle", False))],
    28: [Change("drop", 0), Change("return", 0)],
}
STEPS = 40


def frame_at(run: Run, step: int) -> TrainingFrame:
    """The frame of that step, as soon as all wishes are done."""
    for _ in range(5000):
        frame = run.frames.take()
        if isinstance(frame, TrainingFrame) and frame.step == step:
            return frame
        assert run.outcome is None, run.outcome
        time.sleep(0.002)  # gives way to the worker
    raise AssertionError(f"step {step} never came")


def lived(made: Recipe, task: Task, at: int) -> tuple[Run, Past, TrainingFrame]:
    """A run of STEPS with branches and turned knobs, that has gone back to `at`."""
    run = Run(TrainingSim(made, task, Stops(not_finite=False)), history=History(most=8))
    run.start(paused=True)
    for step in range(STEPS):
        for wish in WISHES.get(step, ()):
            run.change(wish)
        run.step()
    frame_at(run, STEPS)
    run.seek(at)
    frame = frame_at(run, at)
    return run, run.past(), frame


def bits(frame: TrainingFrame) -> list[Any]:
    return [
        (one.id, one.born, one.branch, one.knobs, one.rates, one.epochs, one.net.theta.tobytes())
        for one in frame.courses
    ]


def ended(*runs: Run) -> None:
    for run in runs:
        run.stop()
        assert run.join(5)


@pytest.fixture(scope="module")
def whole() -> KeptRun:
    run, past, frame = lived(recipe(), plane(), 30)
    ended(run)
    return keep(recipe(), None, past, frame, Stops(not_finite=False))


@pytest.mark.parametrize("at", [40, 30, 17, 5, 0])
def test_a_run_from_a_file_is_the_same_run(at: int, tmp_path: Path) -> None:
    run, past, frame = lived(recipe(), plane(), at)
    write_run(keep(recipe(), None, past, frame, Stops(not_finite=False)), tmp_path / "a.nvrun")
    sim, found = revive(read_run(tmp_path / "a.nvrun"), plane())
    again = Run(sim, history=History(most=8), past=found)
    again.start(paused=True)
    same = frame_at(again, at)
    assert bits(same) == bits(frame)
    assert again.head == STEPS
    assert [(one.step, one.name, one.value) for one in same.turns] == [
        (one.step, one.name, one.value) for one in frame.turns]  # fmt: skip
    for one, two in zip(frame.courses, same.courses, strict=True):
        assert one.last == two.last
        assert np.array_equal(one.curve.step, two.curve.step)
        assert two.curve.mean == pytest.approx(one.curve.mean)
        assert np.array_equal(one.curve.most, two.curve.most)
        assert [r.step for r in one.reports] == [r.step for r in two.reports]
        assert [r.valid_loss for r in one.reports] == [r.valid_loss for r in two.reports]
        assert np.array_equal(one.reports[-1].hardest, two.reports[-1].hardest)
        assert np.array_equal(one.reports[-1].layers.update, two.reports[-1].layers.update, equal_nan=True)
    for trunk, other in zip(frame.trunks, same.trunks, strict=True):
        assert (trunk.id, trunk.branch) == (other.id, other.branch)
        assert np.array_equal(trunk.curve.step, other.curve.step)
        assert [r.step for r in trunk.reports] == [r.step for r in other.reports]
    for step in (STEPS, 12, 22, 0, STEPS):
        for one_run in (run, again):
            one_run.seek(step)
        assert bits(frame_at(run, step)) == bits(frame_at(again, step))
    for one_run in (run, again):
        one_run.step()
    assert bits(frame_at(run, STEPS + 1)) == bits(frame_at(again, STEPS + 1))
    ended(run, again)


def test_own_data_comes_along(tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    source: Source = Painted(tuple((float(x), float(y), int(x > y)) for x, y in rng.uniform(-1, 1, (60, 2))))
    made = replace(recipe(), task=TaskSpec("painted", n=60))
    run, past, frame = lived(made, build(made.task, source), 20)
    write_run(keep(made, source, past, frame, Stops()), tmp_path / "a.nvrun")
    found = read_run(tmp_path / "a.nvrun")
    assert found.own is not None
    sim, again = revive(found, build(found.recipe.task, source_of(found.own)))
    other = Run(sim, history=History(), past=again)
    other.start(paused=True)
    assert bits(frame_at(other, 20)) == bits(frame)
    ended(run, other)


def test_values_are_kept_too(tmp_path: Path) -> None:
    made = recipe(nn.Dense(4), nn.Tanh(), nn.Dense(2), shape=(1,))
    run, past, frame = lived(made, line(), 40)
    write_run(keep(made, None, past, frame, Stops()), tmp_path / "a.nvrun")
    sim, _ = revive(read_run(tmp_path / "a.nvrun"), line())
    known = sim.courses[0].reports[-1]
    assert np.array_equal(known.hardest_said, frame.courses[0].reports[-1].hardest_said)
    ended(run)


def test_what_the_test_said_where_it_is_learned_is_kept_too(tmp_path: Path) -> None:
    made = recipe()
    made = replace(made, task=replace(made.task, leak=True))
    run, past, frame = lived(made, plane(), 40)
    known = [one.test_score for one in frame.courses[0].reports]
    assert np.isfinite(known).all()
    write_run(keep(made, None, past, frame, Stops()), tmp_path / "a.nvrun")
    sim, _ = revive(read_run(tmp_path / "a.nvrun"), plane())
    assert [one.test_score for one in sim.courses[0].reports] == known
    ended(run)


@pytest.mark.parametrize("last", [1, 2, 3, 50, 4096, 4097, 9000, 40_001])
@pytest.mark.parametrize("first", [0, 7, 4100])
def test_a_book_takes_over_what_another_had(first: int, last: int) -> None:
    one, two = Book(), Book()
    one.begin_at(first)
    last += first
    for step in range(first + 1, last + 1):
        one.write(step, 1.0 / step)
    two.take_up(one.curve(), first, last)
    for step in range(last + 1, last + 6000):
        one.write(step, 0.5)
        two.write(step, 0.5)
    for name in ("step", "mean", "least", "most"):
        assert getattr(two.curve(), name) == pytest.approx(getattr(one.curve(), name))


def changed(index: int, **what: Any) -> Callable[[KeptRun], KeptRun]:
    def change(run: KeptRun) -> KeptRun:
        log = list(run.log)
        log[index] = replace(log[index], **what)
        return replace(run, log=tuple(log))

    return change


def cut(run: KeptRun, name: str) -> KeptRun:
    return replace(run, measured={**run.measured, name: run.measured[name][:, :1]})


BRANCH = {"id": 1, "parent": 0, "name": "optimiser", "value": "adam"}
GIVEN = {"course": 0, "step": 3, "reason": "target", "value": 0.9}
WRONG: dict[str, Callable[[KeptRun], KeptRun]] = {
    "unknown change": changed(0, name="magic"),
    "knob without a name": changed(0, value=[0, 0.2]),
    "knob is null": changed(0, value=None),
    "unknown knob": changed(0, value=[0, "magic", 1]),
    "knob beyond its limits": changed(0, value=[0, "rate", 1e9]),
    "knob of another type": changed(0, value=[0, "batch", "5"]),
    "knob is a list": changed(0, value=[0, "optimiser", ["sgd"]]),
    "name is a list": changed(0, value=[0, ["rate"], 1]),
    "line is text": changed(0, value=["0", "rate", 0.1]),
    "layer is not there": changed(3, value={**BRANCH, "id": 2, "name": "layer_rate", "value": [9, 0.5]}),
    "factor below zero": changed(3, value={**BRANCH, "id": 2, "name": "layer_rate", "value": [0, -1]}),
    "a branch twice": changed(3, value=BRANCH),
    "half a branch": changed(1, value={"id": 1}),
    "stops of text": changed(4, value={"target": "high"}),
    "unknown stops": changed(4, value={"magic": 1}),
    "moments of other lines": lambda run: replace(run, log=()),
    "a reason nobody gives": lambda run: replace(run, given=({**GIVEN, "reason": "boredom"},)),
    "a reason without a step": lambda run: replace(run, given=({"course": 0, "reason": "target"},)),
    "a reason of a number beyond all": lambda run: replace(run, given=({**GIVEN, "value": 10**400},)),
    "a reason of text": lambda run: replace(run, given=({**GIVEN, "value": "1"},)),
    "first stops": lambda run: replace(run, stops={"not_finite": 3}),
    "curves of another form": lambda run: cut(run, "curves"),
    "lines of another form": lambda run: cut(run, "lines"),
    "reports without layers": lambda run: cut(run, "report_layers"),
    "reports of other examples": lambda run: replace(
        run, measured={**run.measured, "report_hardest": run.measured["report_hardest"] + 10**6}),
    "texts": lambda run: replace(run, measured={"lines": np.array([["a"] * 4])}),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG)
def test_what_does_not_fit_is_refused(case: str, whole: KeptRun) -> None:
    revive(whole, plane())
    with pytest.raises(ValueError, match=r"."):
        revive(WRONG[case](whole), plane())


GONE: dict[str, Callable[[KeptRun], KeptRun]] = {
    "a knob of a line that has gone": changed(0, value=[7, "rate", 0.1]),
    "a branch of a line that has gone": lambda run: replace(
        run, log=(*run.log, Logged(30, "branch", {**BRANCH, "id": 9, "parent": 1}, "branch"))),
    "the last line dropped": lambda run: replace(
        run, log=(*run.log, *(Logged(30, "drop", k) for k in (0, 2, 0)))),
}  # fmt: skip


@pytest.mark.parametrize("case", GONE)
def test_what_can_not_happen_any_more_does_not(case: str, whole: KeptRun) -> None:
    moments = tuple(one for one in whole.moments if one.step < 30)
    sim, past = revive(replace(GONE[case](whole), moments=moments), plane())
    run = Run(sim, history=History(), past=replace(past, step=40))
    run.start(paused=True)
    assert {one.id for one in frame_at(run, 40).courses} <= {0, 2}
    ended(run)


def test_a_line_dropped_in_the_past_takes_its_future_along() -> None:
    run, _, _ = lived(recipe(), plane(), 18)
    run.change(Change("drop", 2, "branch"))
    run.seek(40)
    assert [one.id for one in frame_at(run, 40).courses] == [0]
    ended(run)


def test_another_task_is_refused(whole: KeptRun) -> None:
    for task in (line(), plane(classes=3)):
        with pytest.raises(ValueError, match="a net"):
            revive(whole, task)


def test_measured_numbers_of_any_kind_are_taken_or_refused(whole: KeptRun) -> None:
    for name, values in whole.measured.items():
        for other in (np.full(values.shape, np.nan), np.full(values.shape, -1.0), values[:0], values.ravel(),
                      np.full(values.shape, 1e300), np.zeros(()), values[::-1]):  # fmt: skip
            with suppress(ValueError):
                sim, _ = revive(replace(whole, measured={**whole.measured, name: other}), plane())
                sim.snapshot()
