"""Small runs that have an illness, and many that have none."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from neuroviz import nn
from neuroviz.data.task import Task, TaskSpec
from neuroviz.data.tasks import build, fresh
from neuroviz.scenes.recipe import Knobs, LayerPlan, Recipe
from neuroviz.sims.training.course import Course
from neuroviz.sims.training.diagnosis import Finding, diagnose

task = cache(build)
"""Each is built once."""

USUAL: dict[str, Any] = {"rate": 0.05, "momentum": 0.9, "batch": 20}


def recipe(
    spec: TaskSpec | str, widths: tuple[int, ...] = (16, 16), act: type[nn.Layer] = nn.Tanh,
    init: str = "he", **knobs: Any,
) -> Recipe:  # fmt: skip
    """A net of those widths for the task; knobs beside the usual ones."""
    found = fresh(spec) if isinstance(spec, str) else spec
    built = task(found)
    layers: list[LayerPlan] = []
    for width in widths:
        layers += [LayerPlan(nn.Dense(width), init), LayerPlan(act())]
    layers.append(LayerPlan(nn.Dense(built.n_out), init))
    return Recipe(found, tuple(layers), (built.n_in,), Knobs(**{**USUAL, **knobs}))


def course(one: Recipe, steps: int = 0, data: Task | None = None) -> Course:
    """Its course after so many steps."""
    made = Course(one, data or task(one.task))
    for _ in range(steps):
        made.advance()
    return made


def found_on_the_way(one: Recipe, steps: int, data: Task | None = None) -> Iterator[tuple[Finding, ...]]:
    """What is found at each report of a run."""
    made = Course(one, data or task(one.task))
    for _ in range(steps):
        made.advance()
        if made.reports[-1].step == made.step:
            yield diagnose(made)


def healthy() -> dict[str, tuple[Recipe, int]]:
    """Recipes by name with nothing wrong in them, and how many steps show that."""
    adam = {"optimiser": "adam", "rate": 0.01}
    return {
        "spirals": (recipe("spirals"), 1500),
        "spirals, relu": (recipe("spirals", act=nn.ReLU), 1500),
        "spirals, adam": (recipe("spirals", **adam), 1000),
        "spirals, wide": (recipe("spirals", (64, 64), nn.LeakyReLU), 800),
        "spirals, six layers": (
            recipe("spirals", (16,) * 6, nn.ReLU, optimiser="adam", rate=0.003), 1000),
        "spirals, five layers": (recipe("spirals", (16,) * 5, init="glorot"), 1000),
        "spirals, cosine": (recipe("spirals", schedule="cosine", horizon=1000), 1500),
        "spirals, decay": (recipe("spirals", decay=0.001), 1500),
        "spirals, clip and noise": (recipe("spirals", clip=1.0, noise=0.05), 1000),
        "spirals, one by one": (recipe("spirals", rate=0.02, momentum=0.0, batch=1), 1500),
        "spirals, all at once": (recipe("spirals", rate=0.3, batch=300), 500),
        "spirals, rmsprop": (recipe("spirals", optimiser="rmsprop", rate=0.003), 1000),
        "spirals, adagrad": (recipe("spirals", optimiser="adagrad", rate=0.1), 1000),
        "xor": (recipe("xor", (8,)), 1000),
        "xor, slowly": (recipe("xor", (8,), rate=0.01, momentum=0.5, batch=10), 2000),
        "xor, noisy": (recipe(TaskSpec("xor", n=600, noise=0.7)), 2000),
        "rings, sigmoid": (recipe("circles", (16,), nn.Sigmoid, rate=0.3), 1000),
        "rings, half as many": (recipe(TaskSpec("circles", n=600, balance=0.5), (16,)), 1000),
        "moons": (recipe("moons", (16,)), 1000),
        "moons, noisy": (recipe(TaskSpec("moons", n=400, noise=0.2), (16,)), 2000),
        "blobs": (recipe("blobs", (16,)), 1000),
        "blobs, no hidden layer": (recipe("blobs", ()), 1000),
        "ten blobs": (recipe(TaskSpec("blobs", n=1000, classes=10), (32,), nn.ReLU), 1000),
        "blobs, some labels wrong": (
            recipe(TaskSpec("blobs", n=600, classes=5, wrong_labels=0.1), (16,)), 1000),
        "three": (recipe("three", act=nn.ReLU), 1000),
        "three, few": (recipe(TaskSpec("three", n=20, classes=3), (8,), batch=4), 500),
        "sine": (recipe("sine"), 1000),
        "bumps": (recipe("bumps", (32, 32), **adam), 1000),
        "parabola": (recipe("parabola", (16,)), 1000),
        "slope, no hidden layer": (recipe("slope", ()), 500),
        "hills": (recipe("hills", (32, 32), nn.ReLU), 1000),
        "regions": (recipe("regions", (32, 32), **adam), 1000),
        "steps, gelu": (recipe("step", (32, 32), nn.GELU, optimiser="adam", rate=0.005), 1000),
    }  # fmt: skip
