"""StagesSim: a step taken apart is the same step, bit for bit, and its numbers are right."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from neuroviz import nn
from neuroviz.data.task import TaskSpec
from neuroviz.data.tasks import build
from neuroviz.runtime import Change, History, Run, record
from neuroviz.runtime.log import Entry
from neuroviz.scenes.recipe import Knobs, LayerPlan, Recipe
from neuroviz.sims.one_weight import Weight
from neuroviz.sims.training.course import Course
from neuroviz.sims.training.stages import Place, Round, StagesFrame, StagesSim
from neuroviz.sims.training.story import strongest, unit_story, weight_at, weight_story
from neuroviz.sims.training.update import Moved, moved

Layers = tuple[nn.Layer, ...]
SMALL: Layers = (nn.Dense(6), nn.Tanh(), nn.Dense(5), nn.ReLU(), nn.Dense(2))
DROPPING: Layers = (nn.Dense(8), nn.BatchNorm(), nn.ReLU(), nn.Dropout(0.3), nn.Dense(2))
MAPS = (nn.Conv2d(2, 3, padding=1), nn.ReLU(), nn.MaxPool(2), nn.Flatten(), nn.Dense(2))
PLANE = TaskSpec("spirals", n=120)


def recipe(layers: Layers = SMALL, **knobs: Any) -> Recipe:
    return Recipe(PLANE, tuple(map(LayerPlan, layers)), (2,), Knobs(**{"batch": 16, "rate": 0.1, **knobs}))


def sim(layers: Layers = SMALL, **knobs: Any) -> StagesSim:
    return StagesSim(recipe(layers, **knobs), build(PLANE))


def after(one: StagesSim, steps: int) -> StagesFrame:
    for _ in range(steps):
        one.advance()
    frame = one.snapshot()
    assert isinstance(frame, StagesFrame)
    return frame


def test_the_stages_of_a_round_come_in_order() -> None:
    whole = Round(3)
    legs = [whole.place(step) for step in range(whole.length + 2)]
    assert [one.leg for one in legs] == (
        ["start", "draw"] + ["forward"] * 3 + ["loss"] + ["back"] * 3 + ["update", "draw"]
    )  # fmt: skip
    assert [one.block for one in legs if one.leg == "back"] == [2, 1, 0]
    for number in (0, 4):
        for step in range(1, whole.length + 1):
            there = number * whole.length + step
            assert whole.step(whole.place(there), number) == there


@pytest.mark.parametrize("layers", [SMALL, DROPPING], ids=["small", "dropping"])
@pytest.mark.parametrize("optimiser", ["sgd", "adam"])
@pytest.mark.parametrize("looked", [False, True])
def test_n_rounds_are_n_steps_bit_for_bit(layers: Layers, optimiser: str, looked: bool) -> None:
    plan = recipe(layers, optimiser=optimiser, rate=0.01, noise=0.1, clip=0.5, schedule="cosine")
    course, one = Course(plan, build(PLANE)), StagesSim(plan, build(PLANE))
    for _ in range(9):
        course.advance()
        for _ in range(one.snapshot().whole.length):
            one.advance()
            if looked:
                one.snapshot()
    assert one.theta.tobytes() == course.trainer.theta.tobytes()


def test_it_goes_on_from_the_middle_of_a_run() -> None:
    plan = recipe(optimiser="adam", rate=0.01)
    course = Course(plan, build(PLANE))
    for _ in range(5):
        course.advance()
    one = StagesSim(plan, build(PLANE), course.state())
    assert one.snapshot().number == 6
    for _ in range(4):
        course.advance()
    after(one, 4 * one.snapshot().whole.length)
    assert one.theta.tobytes() == course.trainer.theta.tobytes()


def test_it_can_be_rewound_to_any_stage_with_knobs_turned_on_the_way() -> None:
    turns = [Entry(3, Change("batch", 7)), Entry(5, Change("optimiser", "adam")),
             Entry(13, Change("rate", 0.01)), Entry(18, Change("momentum", 0.1))]  # fmt: skip
    frames = record(sim(DROPPING, noise=0.1), 40, turns)
    again = sim(DROPPING, noise=0.1)
    states = []
    at = dict[int, list[Change]]()
    for entry in turns:
        at.setdefault(entry.step, []).append(entry.change)
    for step in range(41):
        states.append(again.state())
        for change in at.get(step, []):
            again.apply(change)
        again.advance()
    for step in (0, 1, 6, 7, 8, 20, 39):
        again.restore(states[step])
        seen, there = again.snapshot(), frames[step]
        assert isinstance(there, StagesFrame)
        assert seen.place == there.place
        assert seen.theta.tobytes() == there.theta.tobytes()
        assert (seen.done is None) == (there.done is None)
        if seen.found is not None and there.found is not None:
            assert seen.found.grad.tobytes() == there.found.grad.tobytes()
    again.restore(states[40])
    assert again.theta.tobytes() == frames[40].theta.tobytes()  # type: ignore[attr-defined]


def test_the_shown_gradient_is_the_trainers() -> None:
    plan = recipe(DROPPING)
    one, course = StagesSim(plan, build(PLANE)), Course(plan, build(PLANE))
    frame = after(one, 4)
    course.advance()
    assert frame.found is not None
    np.testing.assert_allclose(frame.found.grad, course.trainer.grad, rtol=1e-4, atol=1e-7)
    assert frame.found.loss == pytest.approx(course.loss, rel=1e-5)


@pytest.mark.parametrize("layers", [SMALL, DROPPING], ids=["small", "dropping"])
def test_the_gradient_is_the_numerical_one(layers: Layers) -> None:
    one = sim(layers)
    frame = after(one, 8)
    assert frame.found is not None
    for at in range(0, frame.found.plan.n_trainable, 5):
        weight = weight_at(frame.found, at)
        one.apply(Change("check", weight, "look"))
        check = one.snapshot().check
        assert check is not None
        if not check.kink:
            assert check.numeric == pytest.approx(float(frame.found.grad[at]), rel=2e-3, abs=2e-6)


def test_pictures_go_through_in_pieces() -> None:
    spec = TaskSpec("digits", n=200)
    layers = (*MAPS[:-1], nn.Dense(10))
    plan = Recipe(spec, tuple(map(LayerPlan, layers)), (1, 28, 28), Knobs(batch=50))
    course, one = Course(plan, build(spec)), StagesSim(plan, build(spec))
    frame = after(one, 7)
    course.advance()
    assert frame.place == Place("update")
    assert one.theta.tobytes() == course.trainer.theta.tobytes()
    assert frame.found is not None
    assert frame.found.n == 50
    np.testing.assert_allclose(frame.found.grad, course.trainer.grad, rtol=1e-3, atol=1e-6)


@pytest.mark.parametrize("layers", [SMALL, DROPPING], ids=["small", "dropping"])
def test_a_frame_may_be_prepared_layer_by_layer_across_stages(layers: Layers) -> None:
    one, other = sim(layers, momentum=0.9), sim(layers, momentum=0.9)
    pieces = []
    for step in range(3 * one.snapshot().whole.length):
        one.advance()
        other.advance()
        for _ in range(step % 3):
            other.prepare()
        if step % 5 == 4:  # the others are never looked at
            pieces.append(_pieces(other))
            assert _numbers(one.snapshot()) == _numbers(other.snapshot())
            assert not other.prepare()
    assert max(pieces) > len(layers), "a piece is one layer, one way"


def _pieces(one: StagesSim) -> int:
    count = 0
    while one.prepare():
        count += 1
    return count


def _numbers(frame: StagesFrame) -> list[bytes]:
    found, done = frame.found, frame.done
    arrays = [frame.theta]
    if found is not None:
        arrays += [found.outputs, found.grad, *found.ys, *(dy for dy in found.dys if dy is not None)]
    if done is not None:
        arrays += [done.outputs, done.update.change, np.array([done.moved, done.most])]
    return [one.tobytes() for one in arrays]


def test_the_strongest_weight_is_the_one_with_the_largest_gradient() -> None:
    found = after(sim(), 4).found
    assert found is not None
    best = strongest(found)
    assert best.name == "w"
    every = [np.abs(found.plan.views(found.grad, layer)["w"]).max() for layer in (0, 2, 4)]
    assert abs(weight_story(found, best).gradient) == pytest.approx(max(every))


def test_a_weights_gradient_is_the_mean_of_its_products() -> None:
    found = after(sim(), 4).found
    assert found is not None
    for layer, index in ((0, (1, 3)), (2, (2, 4)), (4, (0, 1))):
        weight = Weight(layer, "w", index)
        each = [weight_story(found, weight, e).gradient for e in range(found.n)]
        assert weight_story(found, weight).gradient == pytest.approx(np.mean(each), rel=1e-4, abs=1e-8)


def test_a_units_story_adds_up() -> None:
    frame = after(sim(), 4)
    assert frame.found is not None
    one = unit_story(frame.found, frame.blocks, (0, 2), 5)
    assert one.n_terms == 2
    assert sum(t.a * t.b for t in one.terms) + one.bias == pytest.approx(one.z, rel=1e-5)
    assert one.a == pytest.approx(np.tanh(one.z), rel=1e-5)
    w = frame.found.plan.views(frame.found.theta, 2)["w"][2]
    dz = frame.found.dys[2]
    assert dz is not None
    assert one.delta == pytest.approx(one.slope * float(w @ dz[5]), rel=1e-4)


@pytest.mark.parametrize("optimiser", ["sgd", "nesterov", "rmsprop", "adagrad", "adam", "adamw"])
def test_the_formula_of_the_update_gives_the_new_weight(optimiser: str) -> None:
    one = sim(optimiser=optimiser, rate=0.02, decay=0.01)
    frame = after(one, 5 * one.snapshot().whole.length)
    assert frame.found is not None
    assert frame.done is not None
    for at in (0, 7, 30):
        it = moved(frame.found.plan, frame.found.grad, frame.done.update, at)
        assert it.after == pytest.approx(it.before - by_hand(it), rel=1e-4, abs=1e-7)


def by_hand(it: Moved) -> float:
    """What is taken away, by the textbook."""
    if it.kind == "sgd":
        m = it.keep * it.m[0] + it.g
        assert it.m[1] == pytest.approx(m, rel=1e-4)
        return it.rate * (it.g + it.keep * m if it.nesterov else m)
    if it.kind in ("adam", "adamw"):
        m = it.keep * it.m[0] + (1 - it.keep) * it.g
        v = it.keep_square * it.v[0] + (1 - it.keep_square) * it.g**2
        shrunk = it.rate * it.decay * it.before if it.kind == "adamw" else 0.0
        hat = m / (1 - it.keep**it.t), v / (1 - it.keep_square**it.t)
        assert hat == pytest.approx((it.m_hat, it.v_hat), rel=1e-4)
        return shrunk + it.rate * hat[0] / (math.sqrt(hat[1]) + it.epsilon)
    share = 1.0 if it.kind == "adagrad" else 1 - it.keep_square
    v = it.keep_square * it.v[0] + share * it.g**2
    return it.rate * it.g / (math.sqrt(v) + it.epsilon)


def test_the_same_batch_is_asked_again_after_the_update() -> None:
    one = sim(rate=0.05, momentum=0.0)
    frame = after(one, one.snapshot().whole.length)
    assert frame.done is not None
    assert frame.found is not None
    assert frame.done.loss < frame.found.loss
    too_far = sim(rate=100.0, momentum=0.0)
    frame = after(too_far, too_far.snapshot().whole.length)
    assert frame.done is not None
    assert frame.found is not None
    assert frame.done.loss > frame.found.loss


def test_it_ends_where_there_are_no_numbers_any_more() -> None:
    plan = replace(recipe(), start=np.full(recipe().plan().n_values, np.inf, np.float32))
    one = StagesSim(plan, build(PLANE))
    assert [one.advance() for _ in range(9)] == [True] * 8 + [False]
    one.snapshot()


def test_a_knob_outside_its_limits_is_refused() -> None:
    one = sim()
    nowhere = Weight(0, "w", (9, 9))
    for name, value in (("rate", -1.0), ("batch", 0), ("nothing", 1), ("check", 3), ("check", nowhere)):
        with pytest.raises(ValueError, match=r"."):
            one.apply(Change(name, value))


def test_a_run_of_it_goes_back() -> None:
    run = Run(sim(), history=History(10**6, 16))
    run.start(paused=True)
    for _ in range(30):
        run.step()
    run.seek(11)
    while run.frames.empty or (frame := run.frames.take()) is None or frame.step != 11:
        assert run.alive
    assert isinstance(frame, StagesFrame)
    assert frame.place == Place("forward", 0)
    run.stop()
    assert run.join(5)
