"""Runs of the page's own: what is trained in the background where Training has no run, and for presets."""

from __future__ import annotations

from dataclasses import dataclass

from neuroviz import nn
from neuroviz.data.task import TaskSpec
from neuroviz.scenes.recipe import LARGEST_BATCH, Knobs, LayerPlan, Recipe


@dataclass(frozen=True, eq=False)
class OwnRun:
    """A recipe, and how many steps of it."""

    recipe: Recipe
    until: int


def _tanh(*widths: int) -> tuple[LayerPlan, ...]:
    *hidden, last = widths
    layers = [layer for n in hidden for layer in (nn.Dense(n), nn.Tanh())]
    return tuple(map(LayerPlan, (*layers, nn.Dense(last))))


def _relu(*widths: int) -> tuple[LayerPlan, ...]:
    *hidden, last = widths
    layers = [layer for n in hidden for layer in (nn.Dense(n), nn.ReLU())]
    return tuple(map(LayerPlan, (*layers, nn.Dense(last))))


_SPIRALS = TaskSpec("spirals", n=500)
_DIGITS = TaskSpec("digits", n=4000, valid=0.1, test=0.15)
DEFAULT = "spirals"
"""What is trained where there is nothing else to look at."""

OWN: dict[str, OwnRun] = {
    "spirals": OwnRun(
        Recipe(_SPIRALS, _tanh(16, 16, 2), (2,), Knobs(rate=0.05, momentum=0.9, batch=20)), 600),
    "digits": OwnRun(
        Recipe(_DIGITS, _relu(32, 10), (784,), Knobs(rate=0.05, momentum=0.9, batch=32)), 400),
    "wide": OwnRun(
        Recipe(_DIGITS, _relu(128, 10), (784,), Knobs(rate=0.05, momentum=0.9, batch=32)), 400),
    "edge": OwnRun(
        Recipe(_SPIRALS, _tanh(16, 16, 2), (2,), Knobs(rate=0.2, momentum=0.0, batch=LARGEST_BATCH)), 600),
    "over": OwnRun(
        Recipe(_SPIRALS, _tanh(16, 16, 2), (2,), Knobs(rate=0.5, momentum=0.0, batch=LARGEST_BATCH)), 600),
    "one": OwnRun(
        Recipe(_SPIRALS, _tanh(16, 16, 2), (2,), Knobs(rate=0.05, momentum=0.0, batch=1)), 3000),
    "many": OwnRun(
        Recipe(_SPIRALS, _tanh(16, 16, 2), (2,), Knobs(rate=0.05, momentum=0.0, batch=64)), 3000),
}  # fmt: skip
