"""The way of a line is what its run went, through all branches, and nothing of it is copied."""

from __future__ import annotations

import time
from dataclasses import replace

import numpy as np
import pytest

from neuroviz.runtime import Change, History, Mailbox, Run
from neuroviz.scenes.run_path import RunPath
from neuroviz.sims.training.frames import Branch
from neuroviz.sims.training.path import path_of
from neuroviz.sims.training.sim import TrainingSim
from neuroviz.sims.training.stand import Stand
from neuroviz.sims.training.stops import Stops
from tests.scenes.runs import plane, recipe
from tests.sims.training.test_keeping import STEPS, ended, lived


def stand_of(run: Run, line: int) -> Stand:
    run.change(Change("focus", line, "look"))
    answer: Mailbox[Stand] = Mailbox()
    run.change(Change("stand", answer, "look"))
    for _ in range(5000):
        if (found := answer.take()) is not None:
            return found
        time.sleep(0.002)  # gives way to the worker
    raise AssertionError("no answer")


@pytest.mark.parametrize(("line", "branches"), [(0, {}), (2, {10: 0, 15: 1})])
def test_each_moment_is_that_of_the_line_or_of_what_it_came_from(line: int, branches: dict[int, int]) -> None:
    run, past, _ = lived(recipe(), plane(), 30)
    path = path_of(recipe(), past, stand_of(run, line))
    ended(run)
    assert path.steps[0] == 0
    assert path.step == 30
    assert path.steps[-1] > 30  # what has been beyond is known
    assert list(path.steps) == sorted(set(path.steps))
    checkpoints = {step: dict(state.courses) for step, state in past.checkpoints}  # type: ignore[attr-defined]
    for step, theta, knobs in zip(path.steps, path.thetas, path.knobs, strict=True):
        if step == 30:
            continue
        born = [at for at in branches if at >= step]
        wanted = branches[min(born)] if born and line not in checkpoints[step] else line
        while wanted not in checkpoints[step]:
            wanted = {2: 1, 1: 0}[wanted]
        assert theta is checkpoints[step][wanted].trainer.theta
        assert knobs is checkpoints[step][wanted].knobs
    assert np.isnan(path.losses[0])
    assert np.isfinite(path.losses[1:]).all()
    np.testing.assert_allclose(path.rates, [one.rate for one in path.knobs])


def test_a_long_way_is_thinned_and_keeps_its_ends_and_the_present() -> None:
    run, past, _ = lived(recipe(), plane(), 5)
    stand = stand_of(run, 0)
    ended(run)
    whole = path_of(recipe(), past, stand)
    few = path_of(recipe(), past, stand, most=3)
    assert set(few.steps) >= {0, 5, whole.steps[-1]}
    assert len(few.steps) <= 4
    assert few.step == 5


def test_a_schedule_is_in_the_rate() -> None:
    made = recipe(schedule="step", horizon=10)
    run = Run(TrainingSim(made, plane(), Stops(not_finite=False)), history=History())
    run.start(paused=True)
    for _ in range(STEPS):
        run.step()
    while run.head < STEPS:
        time.sleep(0.002)  # gives way to the worker
    path = path_of(made, run.past(), stand_of(run, 0))
    ended(run)
    schedule = made.knobs.made_schedule()
    assert path.rates[-1] < path.rates[0]
    np.testing.assert_allclose(path.rates, [made.knobs.rate * schedule(step) for step in path.steps])


def test_before_the_first_step_there_is_one_moment() -> None:
    run = Run(TrainingSim(recipe(), plane()), history=History())
    run.start(paused=True)
    stand = stand_of(run, 0)
    path = path_of(recipe(), run.past(), stand)
    ended(run)
    assert path.steps == (0,)
    np.testing.assert_array_equal(path.theta, recipe().net().theta)


def test_a_path_of_parts_that_do_not_fit_is_refused() -> None:
    made = recipe()
    theta = made.net().theta
    good = RunPath(made, (0, 3), (theta, theta), np.zeros(2), (made.knobs,) * 2, np.ones(2), 1)
    for wrong in ({"here": 2}, {"here": -1}, {"steps": (0,)}, {"losses": np.zeros(3)}, {"thetas": (theta,)},
                  {"thetas": (theta, theta[1:])}, {"thetas": (theta, theta.astype(float))}):  # fmt: skip
        with pytest.raises(ValueError, match=r"path|parameters"):
            replace(good, **wrong)  # type: ignore[arg-type]


def test_a_branch_of_a_branch_has_the_way_of_both() -> None:
    made = recipe()
    run = Run(TrainingSim(made, plane(), Stops(not_finite=False)), history=History())
    run.start(paused=True)
    for step in range(12):
        if step == 4:
            run.change(Change("branch", Branch(1, 0, "rate", 0.5), "branch"))
        if step == 8:
            run.change(Change("branch", Branch(2, 1, "rate", 0.9), "branch"))
        run.step()
    while run.head < 12:
        time.sleep(0.002)  # gives way to the worker
    path = path_of(made, run.past(), stand_of(run, 2))
    ended(run)
    assert path.steps == tuple(range(13))
    by_step = dict(zip(path.steps, path.rates.tolist(), strict=True))
    assert by_step[2] == pytest.approx(made.knobs.rate)
    assert by_step[6] == pytest.approx(0.5)
    assert by_step[12] == pytest.approx(0.9)
