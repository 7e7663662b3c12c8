"""The parts of a run as plain values, and back: recipe, log, moments; each checked before it is made."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from typing import Any

import numpy as np

from neuroviz import nn
from neuroviz.io.nets import largest
from neuroviz.nn.arrays import Array, freeze
from neuroviz.runtime.knob import check
from neuroviz.scenes.kept_run import KeptCourse, KeptFeeder, KeptMoment, Logged
from neuroviz.scenes.plain import (
    FURTHEST,
    count,
    generator_from,
    listed,
    mapping,
    odd,
    plain_generator,
    real,
    text,
    truth,
)  # fmt: skip
from neuroviz.scenes.recipe import Knobs, Recipe, plain_like

ENTRIES = 100_000  # of a log
_LAYERS, _AXES = 1000, 4
_MOMENTS, _COURSES = 4096, 64
_PARAMETERS = 16_000_000
_ANSWER = 10_000_000  # numbers held at once for a single example
_EXAMPLES, _CLASSES = 1_000_000, 1000
_SEEDS = 2**63
_LARGEST = 1e300  # loss of a step
_DEEP = 16  # levels of a logged value

Take = Callable[[int], Array]


@dataclass(frozen=True)
class Draft:
    """A recipe but for the parameters it starts from."""

    plain: Mapping[str, Any]
    n_values: int
    has_start: bool

    def recipe(self, start: Array | None) -> Recipe:
        """With `start`, if it has one."""
        return Recipe.from_dict(self.plain, start)


def recipe_from(plain: dict[str, Any]) -> Draft:
    """What `plain_recipe` wrote. ValueError for one that makes no sense or would need too much memory."""
    has_start = truth(plain, "start")
    listed(plain, "layers", _LAYERS)
    for side in listed(plain, "input_shape", _AXES):
        count({"side": side}, "side", 1, _ANSWER)
    count(plain, "seed", 0, _SEEDS)
    _check_task(mapping(plain.get("task"), "task"))
    recipe = Recipe.from_dict(plain)
    plan = recipe.plan()
    size = largest(plan)
    if plan.n_values > _PARAMETERS or size > _ANSWER:
        raise ValueError(f"a net of {plan.n_values} parameters with answers of {size} numbers")
    if not plan.n_trainable:
        raise ValueError("a net with nothing to learn")
    return Draft(plain, plan.n_values, has_start)


def plain_recipe(recipe: Recipe) -> dict[str, Any]:
    """JSON values."""
    return {**recipe.to_dict(), "start": recipe.start is not None}


def _check_task(task: dict[str, Any]) -> None:
    text(task, "source", 200)
    count(task, "n", 1, _EXAMPLES)
    count(task, "classes", 1, _CLASSES)
    count(task, "seed", 0, _SEEDS)
    real(task, "noise", 0.0, 1e6)
    for share in ("balance", "wrong_labels", "valid", "test"):
        real(task, share, 0.0, 1.0)


# -- the log -----------------------------------------------------------------------------------------


def plain_log(log: Sequence[Logged]) -> list[list[Any]]:
    """JSON values: a short list for each, as there may be many."""
    return [[one.step, one.name, one.value, one.kind] for one in log]


def log_from(plain: object, head: int) -> tuple[Logged, ...]:
    """What `plain_log` wrote; steps may not go back, nor beyond `head`."""
    rows = listed({"log": plain}, "log", ENTRIES)
    log = tuple(_logged(row, head) for row in rows)
    if any(one.step > next.step for one, next in pairwise(log)):
        raise ValueError("the steps of the log go back")
    return log


def _logged(row: object, head: int) -> Logged:
    if not isinstance(row, list) or len(row) != 4:
        raise odd("log", row)
    whole = dict(zip(("step", "name", "value", "kind"), row, strict=True))
    kind = whole["kind"]
    if kind not in ("act", "branch"):
        raise odd("kind", kind)
    _check_depth(whole["value"], _DEEP)
    return Logged(count(whole, "step", 0, head), text(whole, "name", 100), whole["value"], kind)


def _check_depth(value: object, left: int) -> None:
    """Finite numbers, and nothing endlessly nested."""
    if isinstance(value, list | dict):
        if not left:
            raise odd("value", "too deep")
        for part in value.values() if isinstance(value, dict) else value:
            _check_depth(part, left - 1)
    elif isinstance(value, float) and not math.isfinite(value):
        raise odd("value", value)


# -- moments -----------------------------------------------------------------------------------------


def plain_moments(moments: Sequence[KeptMoment]) -> list[dict[str, Any]]:
    """JSON values; the numbers go into a row of their own, see `numbers_of`."""
    return [_plain_moment(one) for one in moments]


def numbers_of(moments: Sequence[KeptMoment]) -> Iterator[Array]:
    """The parameters and the moments of each course of each moment, in the order they are read."""
    for moment in moments:
        for course in moment.courses:
            yield course.trainer.theta
            yield from course.trainer.moments


def moments_from(plain: object, recipe: Recipe, head: int, take: Take) -> tuple[KeptMoment, ...]:
    """What `plain_moments` wrote; `take(n)` gives the next n of the row of numbers."""
    rows = [mapping(row, "moment") for row in listed({"moments": plain}, "moments", _MOMENTS)]
    steps = [count(row, "step", 0, head) for row in rows]
    if any(one >= next for one, next in pairwise(steps)):
        raise ValueError("the steps of the moments go back")
    found = []
    for step, row in zip(steps, rows, strict=True):
        courses = tuple(_course(one, recipe, step, take) for one in listed(row, "courses", _COURSES))
        if not courses or len({one.id for one in courses}) != len(courses):
            raise odd("courses", [one.id for one in courses])
        found.append(KeptMoment(step, courses, mapping(row.get("stops"), "stops")))
    return tuple(found)


def _plain_moment(moment: KeptMoment) -> dict[str, Any]:
    courses = [_plain_course(one, moment.step) for one in moment.courses]
    return {"step": moment.step, "stops": dict(moment.stops), "courses": courses}


def _plain_course(course: KeptCourse, step: int) -> dict[str, Any]:
    trainer, feeder = course.trainer, course.feeder
    if trainer.optimiser != course.knobs.made_optimiser():
        raise ValueError("the trainer's optimiser is not the one the knobs describe")
    if trainer.step != step:
        raise ValueError(f"a trainer at step {trainer.step} in a moment of step {step}")
    loss = {} if course.loss is None else {"loss": course.loss if math.isfinite(course.loss) else None}
    return {
        **loss,
        "id": course.id, "knobs": asdict(course.knobs), "rates": list(course.rates), "since": course.since,
        "memory": dict(trainer.memory), "dropout": plain_generator(trainer.rng),
        "feeder": {
            "epoch": feeder.epoch, "at": feeder.at, "shuffle": feeder.shuffle,
            "order": plain_generator(feeder.order), "noise": plain_generator(feeder.noise),
        },
    }  # fmt: skip


def _course(plain: object, recipe: Recipe, step: int, take: Take) -> KeptCourse:
    whole = mapping(plain, "course")
    knobs = plain_like(Knobs(), mapping(whole.get("knobs"), "knobs"))
    check(knobs)
    rates = listed(whole, "rates", _LAYERS)
    if len(rates) != len(recipe.layers):
        raise odd("rates", rates)
    factors = tuple(real({"rate": one}, "rate", 0.0, 1e6) for one in rates)
    id, since = count(whole, "id", 0, FURTHEST), count(whole, "since", 0, step)
    trainer = _trainer(whole, recipe, knobs, step, take)
    loss = None
    if "loss" in whole:
        loss = math.nan if whole["loss"] is None else real(whole, "loss", -_LARGEST, _LARGEST)
    feeder = _feeder(mapping(whole.get("feeder"), "feeder"))
    return KeptCourse(id, trainer, feeder, knobs, factors, since, loss)


def _trainer(whole: dict[str, Any], recipe: Recipe, knobs: Knobs, step: int, take: Take) -> nn.TrainerState:
    plan, optimiser = recipe.plan(), knobs.made_optimiser()
    like = optimiser.bind(np.zeros(1, np.float32), np.zeros(1, np.float32))
    memory = mapping(whole.get("memory"), "memory")
    if set(memory) != set(like.memory):
        raise odd("memory", sorted(memory))
    # A rate of 0 could not be divided by; Adam's count of steps may be lower than all steps, not higher.
    low, high = (0.0, float(step)) if "t" in memory else (1e-300, 1e300)
    remembered = {key: real(memory, key, low, high) for key in memory}
    theta = freeze(take(plan.n_values).copy())
    moments = tuple(freeze(take(plan.n_trainable).copy()) for _ in like.moments)
    return nn.TrainerState(theta, moments, remembered, optimiser, step, generator_from(whole.get("dropout")))


def _feeder(whole: dict[str, Any]) -> KeptFeeder:
    return KeptFeeder(
        count(whole, "epoch", 0, FURTHEST), count(whole, "at", 0, _EXAMPLES), truth(whole, "shuffle"),
        generator_from(whole.get("order")), generator_from(whole.get("noise")),
    )  # fmt: skip
