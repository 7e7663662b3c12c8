"""A knob turned on the way: what it has done to the run is said, and no knob is accused that did no harm."""

from __future__ import annotations

from typing import Any

import pytest

from neuroviz import nn
from neuroviz.data.task import TaskSpec
from neuroviz.runtime import Change
from neuroviz.scenes.recipe import Recipe
from neuroviz.sims.training.diagnosis import CALM, CARE, Remedy
from neuroviz.sims.training.frames import Branch
from neuroviz.sims.training.sim import TrainingSim
from tests.sims.training.ills import recipe, task


def turned_run(name: str, value: Any, *, at: int, more: int, one: Recipe | None = None) -> TrainingSim:
    """A run with one knob turned on the way."""
    one = one or recipe("spirals")
    sim = TrainingSim(one, task(one.task))
    for _ in range(at):
        sim.advance()
    sim.apply(Change("knob", (0, name, value), "branch"))
    for _ in range(more):
        sim.advance()
    return sim


@pytest.mark.parametrize(("name", "value"), [("decay", 0.03), ("rate", 0.6)])
def test_a_knob_after_which_all_is_worse(name: str, value: float) -> None:
    sim = turned_run(name, value, at=1200, more=600)
    found = sim.snapshot().focused.findings[0]
    assert (found.kind, found.knob, found.facts["at"]) == ("worse", name, 1200)
    assert found.severity >= CARE
    assert found.facts["loss"] > 5 * found.facts["before"]
    remedy = found.remedy
    assert remedy is not None
    assert (remedy.name, remedy.at) == (name, 1200)
    assert remedy.value == getattr(sim.recipe.knobs, name), "as it was before"


def test_of_two_knobs_turned_together_the_rate_is_named() -> None:
    one = recipe("spirals")
    sim = TrainingSim(one, task(one.task))
    for _ in range(400):
        sim.advance()
    sim.apply(Change("knob", (0, "rate", 0.6), "branch"))
    sim.apply(Change("knob", (0, "noise", 0.01), "branch"))
    for _ in range(600):
        sim.advance()
    found = next(f for f in sim.snapshot().focused.findings if f.kind == "worse")
    assert (found.knob, found.remedy) == ("rate", Remedy("branch", "rate", 0.05, at=400))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("decay", 0.0005), ("rate", 0.02), ("batch", 60), ("noise", 0.02), ("optimiser", "nesterov"),
        ("clip", 1.0),
    ],
)  # fmt: skip
def test_a_knob_that_does_no_harm_is_not_accused(name: str, value: Any) -> None:
    sim = turned_run(name, value, at=800, more=0)
    for _ in range(20):
        for _ in range(40):
            sim.advance()
        findings = sim.snapshot().focused.findings
        assert not [f.kind for f in findings if f.severity > CALM]


def test_decay_that_helps_against_learning_by_heart_is_not_accused() -> None:
    spec = TaskSpec("moons", n=120, noise=0.35)
    one = recipe(spec, (64, 64), nn.ReLU, optimiser="adam", rate=0.01)
    sim = turned_run("decay", 0.01, at=2000, more=1000, one=one)
    assert "worse" not in {f.kind for f in sim.snapshot().focused.findings}


def test_after_a_turn_that_blew_it_up_a_run_goes_back_to_that_turn() -> None:
    sim = turned_run("rate", 100.0, at=300, more=20, one=recipe("sine", act=nn.ReLU))
    found = sim.snapshot().focused.findings[0]
    assert found.kind == "not_finite"
    assert found.remedy == Remedy("branch", "rate", 0.05, at=300)


@pytest.mark.parametrize("rate", [10.0, 0.05])
def test_of_a_line_that_begins_amid_trouble_nothing_is_said_at_once(rate: float) -> None:
    one = recipe("spirals", rate=10.0)
    sim = TrainingSim(one, task(one.task))
    for _ in range(320):
        sim.advance()
    sim.apply(Change("branch", Branch(1, 0, "rate", rate), "branch"))
    sim.apply(Change("focus", 1, "look"))
    assert sim.snapshot().focused.findings[0].kind == "start"


def test_a_line_that_has_just_begun_is_not_said_to_stand_still() -> None:
    one = recipe("spirals")
    sim = TrainingSim(one, task(one.task))
    for _ in range(150):
        sim.advance()
    sim.apply(Change("branch", Branch(1, 0, "rate", 0.01), "branch"))
    sim.apply(Change("focus", 1, "look"))
    said = []
    for _ in range(300):
        said.append(sim.snapshot().focused.findings[0].kind)
        sim.advance()
    assert "still" not in said
    assert said[0] == "start"
    assert {"learning", "well"} & set(said)


def test_a_loss_that_has_just_leapt_is_not_called_well() -> None:
    sim = turned_run("rate", 3.0, at=1200, more=0)
    assert sim.snapshot().focused.findings[0].kind == "well"
    said = []
    for _ in range(40):
        sim.advance()
        course = sim.snapshot().focused
        assert course.report is not None
        if course.report.train_score < 0.9:
            said.append(course.findings[0].kind)
            assert course.findings[0].severity >= CARE
    assert said[0] == "leapt"


def test_a_leap_that_is_over_is_well_again() -> None:
    sim = turned_run("rate", 3.0, at=1200, more=0)
    while sim.snapshot().focused.findings[0].kind != "leapt":
        sim.advance()
    sim.apply(Change("knob", (0, "rate", 0.05), "branch"))
    for _ in range(1000):
        sim.advance()
    assert sim.snapshot().focused.findings[0].severity == CALM
