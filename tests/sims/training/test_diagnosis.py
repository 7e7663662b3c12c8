"""What is found in a run is true of it, and what is usually done helps; a healthy run is left alone."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import partial

import numpy as np
import pytest

from neuroviz import nn
from neuroviz.data.task import Examples, Task, TaskSpec
from neuroviz.nn.gradients import backward
from neuroviz.scenes.recipe import OPTIMISERS, Recipe
from neuroviz.sims.training.course import Course
from neuroviz.sims.training.diagnosis import BROKEN, CALM, CARE, ILL, Finding, diagnose, edited
from tests.sims.training.ills import course, found_on_the_way, healthy, recipe, task

HEALTHY = healthy()


def worst(one: Course) -> Finding:
    """The finding that would be shown."""
    return diagnose(one)[0]


def anew(ill: Course, steps: int) -> Course:
    """A run as the worst finding's remedy would have had it from the start."""
    remedy = worst(ill).remedy
    assert remedy is not None
    assert remedy.edit is not None or remedy.at == 0
    return course((remedy.edit or partial(edited, remedy))(ill.recipe), steps)


def branch(ill: Course, steps: int) -> Course:
    """A branch with the knob turned that the worst finding names."""
    remedy = worst(ill).remedy
    assert remedy is not None
    assert remedy.edit is None
    other = ill.branched(ill.state(), ill.step)
    other.turn(remedy.name, remedy.value)
    for _ in range(steps):
        other.advance()
    return other


@pytest.mark.parametrize("name", HEALTHY)
def test_a_healthy_run_is_left_alone_all_the_way(name: str) -> None:
    one, steps = HEALTHY[name]
    alarms = {f.kind for findings in found_on_the_way(one, steps) for f in findings if f.severity > CARE}
    assert not alarms


def test_nothing_is_said_of_a_start() -> None:
    assert [f.kind for f in diagnose(course(recipe("spirals", rate=10.0)))] == ["start"]
    assert worst(course(recipe("spirals", init="zeros"), 5)).kind == "start"


def test_that_all_is_well_is_said_with_the_numbers() -> None:
    one = course(recipe("spirals"), 1200)
    found = worst(one)
    assert (found.kind, found.severity, found.remedy) == ("well", CALM, None)
    assert found.facts["train"] == one.reports[-1].train_score > 0.95
    assert worst(course(recipe("spirals"), 60)).kind == "learning"


# -- the steps -----------------------------------------------------------------------------------------


def test_a_rate_far_too_high() -> None:
    ill = course(recipe("spirals", rate=10.0), 300)
    found = worst(ill)
    assert (found.kind, found.severity) == ("far_up", BROKEN)
    assert found.facts["loss"] > 5 * found.facts["par"]
    assert found.facts["par"] == pytest.approx(math.log(2), rel=0.01)
    assert diagnose(anew(ill, 1200))[0].kind == "well"


def test_a_loss_that_rises_step_by_step() -> None:
    ill = course(recipe("slope", (), rate=1.03, momentum=0.0, batch=200), 40)
    found = worst(ill)
    assert found.kind == "rising"
    losses = ill.book.curve().mean
    n = int(found.facts["steps"])
    assert n >= 10
    assert (np.diff(losses[-n - 1 :]) > 0).all()
    assert (found.facts["before"], found.facts["loss"]) == (losses[-n - 1], losses[-1])
    healed = branch(ill, 60)
    assert worst(healed).kind == "well"
    assert healed.reports[-1].train_loss < 0.1 * ill.reports[-1].train_loss


def test_a_loss_that_is_no_number() -> None:
    ill = course(recipe("sine", act=nn.ReLU, rate=100.0), 10)
    (found,) = diagnose(ill)
    assert (found.kind, found.severity) == ("not_finite", BROKEN)
    at = int(found.facts["at"])
    assert np.isfinite(ill.book.curve().mean[:at]).all()
    assert not np.isfinite(ill.book.curve().mean[at:]).any()
    assert math.isfinite(found.facts["before"])
    assert worst(anew(ill, 600)).kind == "well"


@pytest.mark.parametrize("knobs", [{"rate": 1e-4, "momentum": 0.0}, {"rate": 1e-5}])
def test_a_rate_far_too_low(knobs: dict[str, float]) -> None:
    ill = course(recipe("spirals", **knobs), 300)
    found = worst(ill)
    assert found.kind == "slow"
    assert found.facts["update"] < 1e-4
    healed = branch(ill, 1000)
    for _ in range(1000):
        ill.advance()
    assert healed.reports[-1].train_loss < 0.8 * ill.reports[-1].train_loss


def test_a_schedule_that_has_ended_too_soon() -> None:
    ill = course(recipe("spirals", rate=0.01, momentum=0.0, schedule="cosine", horizon=10), 400)
    found = worst(ill)
    assert found.kind == "slow"
    assert found.remedy is not None
    assert (found.remedy.name, found.remedy.value) == ("schedule", "constant")
    assert branch(ill, 500).reports[-1].train_loss < 0.95 * ill.reports[-1].train_loss


def test_a_blow_up_from_which_the_net_recovers_is_no_longer_held_against_it() -> None:
    ill = course(recipe("slope", (), rate=1.2, momentum=0.0, batch=200), 40)
    assert worst(ill).severity == BROKEN
    ill.turn("rate", 0.1)
    for _ in range(60):
        ill.advance()
    assert worst(ill).severity == CALM


def test_a_net_of_which_nothing_may_learn() -> None:
    one = recipe("spirals")
    ill = course(replace(one, layers=tuple(replace(p, rate=0.0) for p in one.layers)), 30)
    assert worst(ill).kind == "frozen"
    assert worst(anew(ill, 1200)).kind == "well"


def test_a_schedule_that_has_come_to_its_end() -> None:
    one = recipe("spirals", schedule="cosine", horizon=800)
    made = course(one, 700)
    assert "ended" not in {f.kind for f in diagnose(made)}
    for _ in range(600):
        made.advance()
    found = worst(made)
    assert (found.kind, found.severity, found.facts["rate"]) == ("ended", CARE, 0.0)
    assert 790 < found.facts["at"] <= 900
    assert found.facts["train"] > 0.9, "it has learned well, only no more"
    assert "ended" not in {f.kind for f in diagnose(course(recipe("spirals", schedule="warmup"), 10))}


# -- the net -------------------------------------------------------------------------------------------


def test_a_symmetric_start() -> None:
    ill = course(recipe("spirals", init="zeros"), 200)
    found = worst(ill)
    assert (found.kind, found.layer, found.facts["units"]) == ("symmetric", 0, 16)
    w = ill.trainer.net.views(0)["w"]
    assert (w == w[:, :1]).all()
    assert worst(anew(ill, 1200)).kind == "well"


def test_a_start_with_all_weights_equal_stays_symmetric_although_it_learns_a_little() -> None:
    one = recipe("spirals")
    ill = course(replace(one, start=np.full_like(one.net().theta, 0.3)), 300)
    assert worst(ill).kind == "symmetric"
    w = ill.trainer.net.views(0)["w"]
    assert w.any()
    assert (w == w[:, :1]).all()


def test_equal_weights_in_one_layer_alone_are_no_symmetry() -> None:
    one = recipe("spirals")
    layers = (replace(one.layers[0], init="zeros"), *one.layers[1:])
    found = [f.kind for findings in found_on_the_way(replace(one, layers=layers), 300) for f in findings]
    assert "symmetric" not in found


def test_units_that_were_killed_by_a_high_rate() -> None:
    ill = course(recipe("spirals", act=nn.ReLU, rate=2.0), 300)
    found = worst(ill)
    assert (found.kind, found.severity, found.facts["share"]) == ("dead", BROKEN, 1.0)
    assert found.layer is not None
    hidden = ill.trainer.net.trace(ill.task.train.x).activations[found.layer]
    assert not hidden[: int(found.facts["probed"])].any()
    assert worst(anew(ill, 1200)).kind == "well"


def test_units_that_were_dead_from_the_start() -> None:
    one = recipe("spirals", act=nn.ReLU)
    theta = one.net().theta.copy()
    one.plan().views(theta, 2)["b"][...] = -10
    ill = course(replace(one, start=theta), 30)
    found = worst(ill)
    assert (found.kind, found.layer) == ("dead", 3)
    assert found.remedy is not None
    assert found.remedy.name == "activation"
    healed = anew(ill, 1200)
    assert worst(healed).kind == "well"
    assert "leaky_relu" in {plan.layer.kind for plan in healed.recipe.layers}


def test_units_in_the_flat_ends() -> None:
    found = {f.kind: f for f in diagnose(course(recipe("spirals", rate=1.0), 100))}
    assert found["saturated"].severity == ILL
    assert found["saturated"].facts["share"] > 0.5
    assert found["saturated"].layer in (1, 3)


def test_gradients_that_vanish() -> None:
    ill = course(recipe("spirals", (16,) * 10, nn.Sigmoid, rate=0.01), 256)
    found = worst(ill)
    assert (found.kind, found.layer) == ("vanishing", 0)
    assert found.facts["ratio"] > 1e4
    x, y = ill.task.train.inputs(slice(0, 64)), ill.task.train.y[:64]
    assert ill.reports[-1].step == ill.step
    first, last = _gradients(ill, x, y)
    assert last / first == pytest.approx(found.facts["ratio"], rel=0.01)
    assert worst(anew(ill, 1500)).kind == "well"


def _gradients(one: Course, x: np.ndarray, y: np.ndarray) -> tuple[float, float]:
    """Root mean squares of the gradients by the first and by the last answer."""

    def by_answer(out: np.ndarray) -> np.ndarray:
        return np.asarray((nn.softmax(out) - np.eye(2)[y]) / len(x), np.float32)

    found = backward(one.trainer.net, x, by_answer).dys
    first, last = (np.asarray(found[i], np.float64) for i in (1, -1))
    return float(np.sqrt((first**2).mean())), float(np.sqrt((last**2).mean()))


def test_gradients_that_explode() -> None:
    one = recipe("spirals", (16,) * 8, nn.ReLU, rate=1e-5, momentum=0.0)
    ill = course(replace(one, start=one.net().theta * np.float32(4)), 30)
    found = worst(ill)
    assert found.kind == "exploding"
    assert found.facts["times"] > 100
    healed = course(replace(anew(ill, 0).recipe, knobs=replace(one.knobs, rate=0.01, momentum=0.9)), 1000)
    assert worst(healed).kind == "well"


def test_too_small_a_net() -> None:
    ill = course(recipe("spirals", ()), 2000)
    found = worst(ill)
    assert (found.kind, found.facts["parameters"]) == ("small", 6)
    healed = anew(ill, 2000)
    assert healed.reports[-1].train_loss < 0.8 * ill.reports[-1].train_loss


# -- the data ------------------------------------------------------------------------------------------


def test_examples_that_come_class_by_class() -> None:
    ill = course(recipe(TaskSpec("blobs", n=2000, classes=5), (16,), batch=10, shuffle=False), 400)
    found = worst(ill)
    assert found.kind == "unshuffled"
    assert found.facts["begin"] > 10 * found.facts["end"]
    assert worst(branch(ill, 600)).kind == "well"


def test_a_test_that_is_learned() -> None:
    spec = TaskSpec("moons", n=120, noise=0.4, leak=True)
    ill = course(recipe(spec, (64, 64), nn.ReLU, optimiser="adam", rate=0.01), 2000)
    found = worst(ill)
    assert found.kind == "leak"
    exact = ill.trainer.net(ill.task.test.x).argmax(axis=1) == ill.task.test.y
    assert ill.reports[-1].step == ill.step or found.facts["test"] == pytest.approx(exact.mean(), abs=0.1)
    assert found.facts["test"] > found.facts["valid"] + 0.1
    assert "leak" not in {f.kind for f in diagnose(anew(ill, 300))}
    assert math.isnan(course(recipe("moons"), 10).reports[-1].test_score)


def hearted(wrong: float) -> Recipe:
    """A net that can know many examples by heart."""
    spec = TaskSpec("moons", n=500, noise=0.3, wrong_labels=wrong)
    return recipe(spec, (128, 128), nn.ReLU, optimiser="adam", rate=0.003, batch=50)


def test_labels_that_are_known_to_be_shuffled() -> None:
    early = course(hearted(1.0), 200)
    assert worst(early).kind == "no_rule"
    ill = course(hearted(1.0), 8000)
    found = worst(ill)
    assert found.kind == "by_heart"
    assert found.facts["train"] > 0.75
    assert found.facts["valid"] < 0.65
    assert worst(anew(ill, 300)).severity == CALM


def test_labels_of_which_nobody_has_said_that_they_are_shuffled() -> None:
    honest = hearted(0.0)
    found = diagnose(course(honest, 8000, task(hearted(1.0).task)))
    assert found[0].kind == "by_heart"
    assert found[0].remedy is None


def test_some_wrong_labels_known_by_heart() -> None:
    ill = course(hearted(0.5), 8000)
    found = {f.kind: f for f in diagnose(ill)}
    assert found["wrong_labels"].severity == CARE
    assert found["wrong_labels"].facts["honest"] == pytest.approx(0.75, abs=0.01)
    assert found["wrong_labels"].facts["train"] > 0.8


def test_a_rare_class_that_is_given_up() -> None:
    spec = TaskSpec("circles", n=630, noise=0.08, balance=0.05)
    ill = course(recipe(spec, (8,), rate=0.01), 1000)
    found = worst(ill)
    assert (found.kind, found.facts["label"]) == ("unbalanced", 1)
    assert found.facts["recall"] == 0
    assert found.facts["score"] > 0.9
    assert found.facts["rare"] == (ill.task.train.y == 1).sum()
    confusion = anew(ill, 3000).reports[-1].confusion
    assert confusion is not None
    assert confusion[1, 1] > 0.8 * confusion[1].sum()


def test_overfitting() -> None:
    spec = TaskSpec("moons", n=120, noise=0.35)
    ill = course(recipe(spec, (64, 64), nn.ReLU, optimiser="adam", rate=0.01), 2000)
    found = worst(ill)
    assert (found.kind, found.severity) == ("overfitting", CARE)
    assert found.facts["best"] == min(one.valid_loss for one in ill.reports)
    healed = branch(ill, 1000)
    assert healed.reports[-1].valid_loss < 0.5 * found.facts["valid"]


def test_inputs_that_are_not_scaled() -> None:
    moons = task(recipe("moons").task)
    worse = replace(moons, **{side: large(moons, side) for side in ("train", "valid", "test")})
    found = worst(course(recipe("moons", (16,), nn.ReLU), 60, worse))
    assert (found.kind, found.severity) == ("unscaled", BROKEN)
    assert found.facts["size"] == pytest.approx(np.sqrt((worse.train.x**2).mean(axis=0)).max(), rel=1e-5)


def large(moons: Task, side: str) -> Examples:
    """As if in other units."""
    examples = getattr(moons, side)
    return Examples(examples.x * np.float32(300) + np.float32(500), examples.y)


# -- time ----------------------------------------------------------------------------------------------


def test_in_the_past_the_past_is_judged() -> None:
    one = course(recipe("spirals", rate=10.0), 12)
    state = one.state()
    assert worst(one).kind == "start"
    for _ in range(100):
        one.advance()
    assert worst(one).kind == "far_up"
    one.restore(state)
    assert worst(one).kind == "start"


def test_worst_comes_first() -> None:
    for steps in (50, 300):
        severities = [f.severity for f in diagnose(course(recipe("spirals", rate=1.0), steps))]
        assert severities == sorted(severities, reverse=True)


def test_a_rate_of_nothing_learns_nothing_and_is_found_to_be_too_low() -> None:
    for optimiser in OPTIMISERS:
        made = course(recipe("spirals", rate=0.0, optimiser=optimiser), 700)
        assert np.array_equal(made.trainer.theta, made.start.theta)
        finding = worst(made)
        assert finding.kind == "slow"
        assert finding.remedy is not None
        assert finding.remedy.name == "rate"
        made.turn("rate", finding.remedy.value)
        for _ in range(100):
            made.advance()
        assert made.loss < 0.7


def test_a_loss_that_is_infinite_where_it_is_measured_is_no_beginning() -> None:
    made = course(recipe("spirals"), 13)
    made.trainer.theta[:] = 1e38
    made._measure(None)
    assert not math.isfinite(made.reports[-1].train_loss)
    assert worst(made).kind == "not_finite"
