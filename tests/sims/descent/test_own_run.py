"""A net trained in the background learns as Learn would, keeps a bounded path, and goes on when asked to."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from neuroviz.data.task import TaskSpec
from neuroviz.runtime import Change
from neuroviz.sims.descent import own_run
from neuroviz.sims.descent.own_run import OwnFrame, OwnRunSim
from tests.sims.descent.paths import dense, lived


def run_out(sim: OwnRunSim) -> OwnFrame:
    for _ in range(100_000):
        if not sim.advance():
            return sim.snapshot()
    raise AssertionError("it does not end")


def test_it_learns_as_any_run_of_that_recipe() -> None:
    task, recipe = dense()
    frame = run_out(OwnRunSim(recipe, 20, task))
    path = frame.path
    assert frame.done
    assert path is not None
    assert (path.steps[0], path.step, frame.at) == (0, 20, 20)
    other = lived(task, recipe)
    known = dict(zip(path.steps, path.thetas, strict=True))
    for step, theta in zip(other.steps, other.thetas, strict=True):
        assert np.array_equal(known[step], theta)
    assert path.losses[-1] == other.losses[-1]
    assert (path.rates == recipe.knobs.rate).all()


def test_it_builds_its_task_first() -> None:
    _, recipe = dense()
    sim = OwnRunSim(replace(recipe, task=TaskSpec("spirals", n=60)), 3)
    first = sim.snapshot()
    assert (first.task, first.path, first.done) == (None, None, False)
    frame = run_out(sim)
    assert frame.task is not None
    assert frame.path is not None
    assert frame.path.step == 3


def test_a_task_that_is_not_to_be_had_is_a_fault() -> None:
    _, recipe = dense()
    frame = run_out(OwnRunSim(replace(recipe, task=TaskSpec("nowhere")), 3))
    assert frame.fault == "task-source"
    assert frame.done
    assert frame.path is None


def test_a_long_path_is_thinned_and_its_moments_stay_the_same_objects(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(own_run, "_MOMENTS", 8)
    task, recipe = dense()
    sim = OwnRunSim(recipe, 50, task)
    first = run_out(sim).path
    again = sim.snapshot().path
    assert first is not None
    assert again is not None
    assert len(first.steps) <= 9
    assert first.steps[0] == 0
    assert first.step == 50
    assert all(one is other for one, other in zip(first.thetas[:-1], again.thetas[:-1], strict=True))


def test_it_goes_on_when_more_is_asked_and_never_back() -> None:
    task, recipe = dense()
    sim = OwnRunSim(recipe, 5, task)
    run_out(sim)
    sim.apply(Change("until", 12))
    assert run_out(sim).at == 12
    sim.apply(Change("until", 3))
    assert not sim.advance()
    assert sim.snapshot().at == 12


@pytest.mark.parametrize(
    ("name", "value"), [("until", -1), ("until", 1.5), ("until", True), ("until", 10**9), ("rate", 1)]
)
def test_what_makes_no_sense_is_refused(name: str, value: Any) -> None:
    task, recipe = dense()
    with pytest.raises(ValueError, match=r"steps|unknown"):
        OwnRunSim(recipe, 5, task).apply(Change(name, value))


def test_no_steps_are_a_path_of_one_moment() -> None:
    task, recipe = dense()
    path = run_out(OwnRunSim(recipe, 0, task)).path
    assert path is not None
    assert path.steps == (0,)
