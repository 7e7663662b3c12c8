"""Frames of real runs, small ones, for the views of Learn."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from neuroviz import nn
from neuroviz.data.task import Examples, Task, TaskSpec
from neuroviz.data.tasks import build, fresh
from neuroviz.runtime import Change
from neuroviz.scenes.recipe import Knobs, LayerPlan, Recipe
from neuroviz.sims.training.frames import Branch, CourseFrame, TrainingFrame
from neuroviz.sims.training.sim import TrainingSim


def plane(source: str = "spirals", **how: object) -> Task:
    """A small toy task."""
    return build(replace(fresh(source), n=120, **how))


def pictures(k: int = 4, n: int = 60) -> Task:
    """Pictures of 12 by 12, each class bright in another row."""
    rng = np.random.default_rng(3)
    y = np.arange(n) % k
    x = rng.integers(0, 60, (n, 1, 12, 12)).astype(np.uint8)
    for i, label in enumerate(y):
        x[i, 0, 2 * label % 12] = 255
    both = Examples(x.reshape(n, -1), y.astype(np.intp))
    names = tuple("abcdefghijklmnopqrstuvwxyz"[:k])
    return Task("rows", "classes", "images", (1, 12, 12), k, both.take(slice(0, n // 2)),
                both.take(slice(n // 2, n)), both.take(slice(0, 0)), names)  # fmt: skip


def recipe(
    task: Task, widths: tuple[int, ...] = (8,), act: nn.Layer | None = None, **knobs: object
) -> Recipe:
    """Dense layers with an activation after each but the last."""
    layers: list[nn.Layer] = []
    for width in widths:
        layers += [nn.Dense(width), act or nn.Tanh()]
    layers.append(nn.Dense(task.n_out))
    plans = tuple(LayerPlan(one) for one in layers)
    return Recipe(TaskSpec(), plans, (task.n_in,), Knobs(**knobs))  # type: ignore[arg-type]


def run(task: Task, steps: int = 40, branches: int = 0, **knobs: object) -> TrainingSim:
    """A run so far along; each branch at another step with another rate."""
    sim = TrainingSim(recipe(task, **knobs), task)  # type: ignore[arg-type]
    for step in range(1, steps + 1):
        sim.advance()
        if step <= 2 * branches and step % 2 == 0:
            sim.apply(Change("branch", Branch(step // 2, 0, "rate", 0.01 * step), "branch"))
    return sim


def frame(task: Task, steps: int = 40, branches: int = 0, **knobs: object) -> TrainingFrame:
    """What the screen knows of that."""
    return run(task, steps, branches, **knobs).snapshot()


def alike(one: CourseFrame, **changes: object) -> CourseFrame:
    """The same line, but for what is changed in its last report."""
    assert one.report is not None
    report = replace(one.report, **changes)  # type: ignore[arg-type]
    return replace(one, report=report, reports=(*one.reports[:-1], report))
