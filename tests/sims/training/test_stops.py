"""Stops: a run pauses when it must, at that step, and not before."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import pytest

from neuroviz import nn
from neuroviz.data.task import TaskSpec
from neuroviz.runtime import Change
from neuroviz.sims.training.course import Course
from neuroviz.sims.training.frames import Branch
from neuroviz.sims.training.sim import TrainingSim
from neuroviz.sims.training.stops import Reason, Stops, why
from tests.sims.training.ills import course, recipe, task

NONE = Stops(not_finite=False)


def first_reason(made: Course, stops: Stops, steps: int) -> tuple[int, tuple[Reason, float]] | None:
    """The first step at which there is one."""
    for _ in range(steps):
        made.advance()
        if (found := why(stops, made)) is not None:
            return made.step, found
    return None


def test_nothing_asked_nothing_stops() -> None:
    assert first_reason(course(recipe("spirals", rate=10.0)), NONE, 300) is None


def test_the_target() -> None:
    made = course(recipe("moons", (16,)))
    found = first_reason(made, replace(NONE, target=0.95), 2000)
    assert found is not None
    step, (reason, value) = found
    assert reason == "target"
    assert value == made.reports[-1].valid_score >= 0.95
    assert made.reports[-1].step == step
    assert all(one.valid_score < 0.95 for one in made.reports[1:-1])


def test_a_loss_that_is_no_number() -> None:
    made = course(recipe("sine", act=nn.ReLU, rate=100.0))
    found = first_reason(made, Stops(), 50)
    assert found is not None
    step, (reason, value) = found
    assert reason == "not_finite"
    assert not math.isfinite(value)
    assert all(math.isfinite(loss) for loss in made.book.curve().mean[: step - 1])


def test_a_gradient_above_its_bound() -> None:
    watched = course(recipe("spirals"))
    norms = []
    for _ in range(200):
        watched.advance()
        norms.append(watched.trainer.norm)
    bound = sorted(norms)[-3]
    found = first_reason(course(recipe("spirals")), replace(NONE, gradient=bound), 200)
    assert found is not None
    assert found[0] == next(i + 1 for i, norm in enumerate(norms) if norm > bound)
    assert found[1][0] == "gradient"
    assert first_reason(course(recipe("spirals")), replace(NONE, gradient=max(norms)), 200) is None


def test_a_plateau() -> None:
    made = course(recipe("spirals", init="zeros"))
    found = first_reason(made, replace(NONE, plateau=100), 400)
    assert found is not None
    assert found[1][0] == "plateau"
    assert 100 < found[0] <= 150
    assert first_reason(course(recipe("moons", (16,))), replace(NONE, plateau=400), 300) is None


def test_no_plateau_while_the_loss_falls() -> None:
    made = course(recipe("spirals"))
    found = first_reason(made, replace(NONE, plateau=300), 900)
    assert found is None
    losses = [one.train_loss for one in made.reports]
    assert losses[-1] < 0.1 * losses[0]


def test_overfitting() -> None:
    spec = TaskSpec("moons", n=120, noise=0.35)
    made = course(recipe(spec, (64, 64), nn.ReLU, optimiser="adam", rate=0.01))
    found = first_reason(made, replace(NONE, overfitting=True), 2000)
    assert found is not None
    assert found[1][0] == "overfitting"
    best = min(one.valid_loss for one in made.reports)
    assert all(one.valid_loss > 1.1 * best for one in made.reports[-3:])
    healthy = course(recipe("spirals"))
    assert first_reason(healthy, replace(NONE, overfitting=True), 1500) is None


@pytest.mark.parametrize(
    ("reason", "asked"),
    [
        ("target", {"target": 0.9}), ("plateau", {"plateau": 10}), ("overfitting", {"overfitting": True}),
        ("not_finite", {"not_finite": True}), ("gradient", {"gradient": 1.0}),
    ],
)  # fmt: skip
def test_which_reasons_are_asked_for_otherwise(reason: Reason, asked: dict[str, Any]) -> None:
    assert NONE.differ(replace(NONE, **asked)) == (reason,)
    assert NONE.differ(NONE) == ()


def stopped_at(sim: TrainingSim, steps: int) -> list[int]:
    """The steps at which a run stops when it is sent on each time."""
    return [sim.step for _ in range(steps) if not sim.advance()]


def test_who_goes_on_is_not_stopped_for_the_same_again() -> None:
    one = recipe("moons", (16,))
    sim = TrainingSim(one, task(one.task), replace(NONE, target=0.8))
    assert len(stopped_at(sim, 600)) == 1
    sim.apply(Change("branch", Branch(1, 0, "rate", 0.01), "branch"))
    assert not stopped_at(sim, 100), "nor is a line that came from one that had been there"
    sim.apply(Change("stops", replace(NONE, target=0.85), "branch"))
    assert stopped_at(sim, 200), "another target is another question"


def test_a_line_that_has_lost_its_numbers_does_not_hold_up_the_others() -> None:
    one = recipe("sine", act=nn.ReLU, rate=100.0)
    sim = TrainingSim(one, task(one.task))
    while sim.advance():
        pass
    assert sim.snapshot().stopped is not None
    assert not stopped_at(sim, 50)


def test_the_simulation_pauses_at_that_step_and_says_which_line_it_was() -> None:
    one = recipe("moons", (16,))
    sim = TrainingSim(one, task(one.task), replace(NONE, target=0.95))
    steps = 0
    while sim.advance():
        steps += 1
    stopped = sim.snapshot().stopped
    assert stopped is not None
    assert (stopped.course, stopped.step, stopped.reason) == (0, steps + 1, "target")
