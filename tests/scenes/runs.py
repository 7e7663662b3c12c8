"""Small training runs for the tests: a task, a recipe, and what is kept of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from neuroviz import nn
from neuroviz.data.task import Examples, Task, TaskSpec
from neuroviz.nn.arrays import DIVERGING_IS_ALLOWED
from neuroviz.scenes.kept_run import KeptCourse, KeptFeeder, KeptMoment, KeptRun, Logged, OwnData
from neuroviz.scenes.recipe import Knobs, LayerPlan, Recipe


def plane(n: int = 120, classes: int = 2) -> Task:
    """Points in the square, told apart by the angle they are seen under."""
    rng = np.random.default_rng(7)
    x = rng.uniform(-1, 1, (n, 2)).astype(np.float32)
    y = (np.arctan2(x[:, 1], x[:, 0]) % (2 * np.pi) * classes / (2 * np.pi)).astype(np.intp) % classes
    return _cut(Task("wedges", "classes", "plane", (2,), classes, *_all(x, y)))


def line(n: int = 90) -> Task:
    """A curve over one input, two values."""
    x = np.random.default_rng(8).uniform(-1, 1, (n, 1)).astype(np.float32)
    return _cut(Task("waves", "values", "line", (1,), 2, *_all(x, np.hstack((np.sin(3 * x), x * x)))))


def pictures(n: int = 150, side: int = 12) -> Task:
    """Bars on a grey ground, bytes: up, across, aslant."""
    rng = np.random.default_rng(9)
    x = rng.integers(0, 60, (n, 1, side, side)).astype(np.uint8)
    y = rng.integers(0, 3, n)
    for picture, label in zip(x, y, strict=True):
        at = rng.integers(2, side - 2)
        if label == 0:
            picture[0, :, at] = 250
        elif label == 1:
            picture[0, at] = 250
        else:
            np.fill_diagonal(picture[0], 250)
    return _cut(Task("bars", "classes", "images", (1, side, side), 3, *_all(x.reshape(n, -1), y)))


def _all(x: Any, y: Any) -> tuple[Examples, Examples, Examples]:
    return (Examples(x, y),) * 3


def _cut(task: Task) -> Task:
    """Three fifths to learn from."""
    fifth = len(task.train) // 5
    test, valid, train = slice(fifth), slice(fifth, 2 * fifth), slice(2 * fifth, None)
    take = task.train.take
    return replace(task, train=take(train), valid=take(valid), test=take(test))


def recipe(*layers: nn.Layer, shape: tuple[int, ...] = (2,), init: str = "he", **knobs: Any) -> Recipe:
    """Those layers; (2, 6 tanh, 2) if there are none."""
    layers = layers or (nn.Dense(6), nn.Tanh(), nn.Dense(2))
    plans = tuple(LayerPlan(one, init) for one in layers)
    return Recipe(TaskSpec("wedges"), plans, shape, Knobs(**knobs), seed=5)


@DIVERGING_IS_ALLOWED
def kept(made: Recipe | None = None, *, steps: tuple[int, ...] = (0, 10, 20), courses: int = 2) -> KeptRun:
    """A run with moments, a log, measured curves and data of its own."""
    made = made or recipe(optimiser="adam")
    rng = np.random.default_rng(3)
    moments = []
    for step in steps:
        lines = []
        for id in range(courses):
            knobs = replace(made.knobs, optimiser=("adam", "sgd", "rmsprop")[id % 3])
            trainer = nn.Trainer(made.net(), nn.CrossEntropy(), knobs.made_optimiser(), 32, rng)
            for _ in range(step):
                trainer.step(rng.random((4, *made.input_shape), np.float32), rng.integers(0, 2, 4))
            feeder = KeptFeeder(2, 7, True, *(np.random.default_rng(k).bit_generator.state for k in (1, 2)))
            lines.append(KeptCourse(id, trainer.state(), feeder, knobs, made.rates(), 0))
        moments.append(KeptMoment(step, tuple(lines), {"target": 0.9}))
    log = (
        Logged(3, "knob", [0, "rate", 0.1]),
        Logged(10, "branch", {"id": 1, "parent": 0, "name": "optimiser", "value": "sgd"}, "branch"),
        Logged(10, "knob", [1, "shuffle", False]),
    )
    measured = {"curves": rng.random((9, 4)), "hardest": rng.integers(0, 9, (3, 5))}
    own = OwnData({"x": rng.random((30, 2), np.float32), "y": rng.integers(0, 2, 30)}, {"name": "mine"})
    return KeptRun(made, log, 25, 12, tuple(moments), {"target": None}, measured, own, {"author": "someone"})
