"""Small training runs and the way they have come, for tests of landscapes."""

from __future__ import annotations

import numpy as np

from neuroviz import nn
from neuroviz.data.task import Task
from neuroviz.nn.arrays import Array
from neuroviz.scenes.recipe import Recipe
from neuroviz.scenes.run_path import RunPath
from neuroviz.sims.training.course import Course
from tests.scenes.runs import line, pictures, plane, recipe


def dense() -> tuple[Task, Recipe]:
    return plane(), recipe(nn.Dense(8), nn.Tanh(), nn.Dense(6), nn.ReLU(), nn.Dense(2), rate=0.1)


def values() -> tuple[Task, Recipe]:
    return line(), recipe(nn.Dense(8), nn.Tanh(), nn.Dense(2), shape=(1,), rate=0.1)


def conv() -> tuple[Task, Recipe]:
    layers = (nn.Conv2d(3, 3), nn.BatchNorm(), nn.ReLU(), nn.MaxPool(), nn.Flatten(), nn.Dense(3))
    return pictures(), recipe(*layers, shape=(1, 12, 12), rate=0.05)


def lived(task: Task, made: Recipe, steps: int = 20, every: int = 4) -> RunPath:
    """So many steps of it, noted every few."""
    course = Course(made, task)
    at, thetas, losses = [0], [frozen(course)], [np.nan]
    for step in range(1, steps + 1):
        course.advance()
        if step % every == 0:
            at.append(step)
            thetas.append(frozen(course))
            losses.append(course.loss)
    n = len(at)
    rates = np.full(n, made.knobs.rate)
    return RunPath(made, tuple(at), tuple(thetas), np.array(losses), (made.knobs,) * n, rates, n - 1)


def frozen(course: Course) -> Array:
    return course.trainer.state().theta
