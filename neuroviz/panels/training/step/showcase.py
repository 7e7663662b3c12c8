"""Presets and tries of One step: steps that tell something, failures among them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from neuroviz import nn
from neuroviz.data.task import TaskSpec
from neuroviz.scenes.recipe import Knobs, LayerPlan, Recipe
from neuroviz.sims.training.stages import Place
from neuroviz.ui.room import Preset

if TYPE_CHECKING:
    from neuroviz.panels.training.step.panel import StepPanel

_FAR = 10.0


def small() -> Recipe:
    """Small enough to check every number by hand."""
    layers = (nn.Dense(4), nn.Tanh(), nn.Dense(3), nn.Tanh(), nn.Dense(2))
    return _plane("circles", layers, Knobs(batch=8, rate=0.1, momentum=0.0))


def digits() -> Recipe:
    """784-128-64-10 on handwritten digits."""
    layers = (nn.Dense(128), nn.ReLU(), nn.Dense(64), nn.ReLU(), nn.Dense(10))
    knobs = Knobs(batch=32, rate=0.05, momentum=0.9)
    return Recipe(TaskSpec("digits", n=4000, classes=10), tuple(map(LayerPlan, layers)), (784,), knobs)


def deep() -> Recipe:
    """Ten layers of sigmoids."""
    layers = [part for _ in range(10) for part in (nn.Dense(6), nn.Sigmoid())]
    plans = tuple(LayerPlan(layer, "glorot") for layer in (*layers, nn.Dense(2)))
    return Recipe(TaskSpec("circles"), plans, (2,), Knobs(batch=32, rate=0.1, momentum=0.0))


def zero() -> Recipe:
    """All weights are zero."""
    layers = (nn.Dense(5), nn.Sigmoid(), nn.Dense(2))
    recipe = _plane("circles", layers, Knobs(batch=32, rate=1.0, momentum=0.0))
    return replace(recipe, start=np.zeros(recipe.plan().n_values, np.float32))


def adam() -> Recipe:
    """The first step of Adam."""
    layers = (nn.Dense(6), nn.Tanh(), nn.Dense(6), nn.Tanh(), nn.Dense(2))
    return _plane("spirals", layers, Knobs(optimiser="adam", batch=32, rate=0.01))


def alone() -> Recipe:
    """One example at a time."""
    return replace(small(), knobs=Knobs(batch=1, rate=0.5, momentum=0.0))


def _plane(source: str, layers: tuple[nn.Layer, ...], knobs: Knobs) -> Recipe:
    return Recipe(TaskSpec(source), tuple(map(LayerPlan, layers)), (2,), knobs)


def presets(panel: StepPanel) -> tuple[Preset, ...]:
    """In the order of the number keys."""
    translate = QCoreApplication.translate
    back = Place("back", 0)
    return (
        Preset(
            translate("StepWords", "Four and three units"),
            translate("StepWords", "Small enough to check every number by hand"),
            partial(panel.show_step, small(), Place("update")),
        ),
        Preset(
            translate("StepWords", "Digits"),
            translate("StepWords", "784 inputs, 109,386 parameters: the same five stages"),
            partial(panel.show_step, digits(), back),
        ),
        Preset(
            translate("StepWords", "Rate 10"),
            translate(
                "StepWords", "The gradient is right, the step overshoots: the loss of the same batch rises"
            ),
            partial(panel.show_step, _far(), Place("update")),
        ),
        Preset(
            translate("StepWords", "Ten layers of sigmoids"),
            translate(
                "StepWords", "The gradient fades on its way back: each layer passes on a quarter at most"
            ),
            partial(panel.show_step, deep(), back),
        ),
        Preset(
            translate("StepWords", "All weights zero"),
            translate(
                "StepWords", "Every hidden unit gets the same gradient: they can never become different"
            ),
            partial(panel.show_step, zero(), Place("update"), 3),
        ),
        Preset(
            translate("StepWords", "Adam’s first step"),
            translate("StepWords", "Every weight moves by about the rate, however small its gradient is"),
            partial(panel.show_step, adam(), Place("update")),
        ),
        Preset(
            translate("StepWords", "A batch of one"),
            translate(
                "StepWords", "One example pulls all weights its own way: its loss falls, others may rise"
            ),
            partial(panel.show_step, alone(), Place("update")),
        ),
    )


def _far() -> Recipe:
    recipe = small()
    return replace(recipe, knobs=replace(recipe.knobs, rate=_FAR, batch=32))


def try_play(panel: StepPanel) -> None:
    """A step, slowly."""
    panel.show_step(small(), Place("start"))
    panel.play_slowly()


def try_check(panel: StepPanel) -> None:
    """The gradient of the weight that is told of, by differences."""
    panel.check_here()


def try_far(panel: StepPanel) -> None:
    """The same step, too far."""
    panel.show_step(_far(), Place("update"))


TRIES = {"play": try_play, "check": try_check, "far": try_far}
