"""Traits: what a run has to do with, and so what its script has to say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from neuroviz.data.task import Task
from neuroviz.nn.inference import PICTURES_AT_ONCE
from neuroviz.runtime.knob import check
from neuroviz.scenes.recipe import Recipe
from neuroviz.scenes.script_net import KNOWN_STARTS

LAYER_RATE = "layer_rate"
_WAYS = {"nesterov": "sgd"}  # what is another optimiser's way of working
_ALWAYS = ("optimiser", "rate", "batch")
_OFF: dict[str, Any] = {
    "momentum": 0.0, "decay": 0.0, "augment": 0.0, "noise": 0.0, "clip": 0.0, "shuffle": True,
}  # fmt: skip


@dataclass(frozen=True)
class Turn:
    """`name` (a knob, or "layer_rate" with (layer, factor)) was set to `value` after `step` steps."""

    step: int
    name: str
    value: Any


class Traits:
    """ValueError for a turn that cannot be made."""

    def __init__(self, recipe: Recipe, task: Task, turns: Sequence[Turn]) -> None:
        self.plan = recipe.plan()
        knobs = [recipe.knobs]
        self.slowed = any(rate != 1.0 for rate in recipe.rates())
        for turn in turns:
            if turn.name == LAYER_RATE:
                layer, factor = turn.value
                self.slowed = True
                if not 0 <= layer < len(recipe.layers) or not factor >= 0:
                    raise ValueError(f"there is no factor {factor!r} for layer {layer!r}")
            elif turn.name in vars(recipe.knobs):
                knobs.append(replace(knobs[-1], **{turn.name: turn.value}))
                check(knobs[-1])
            else:
                raise ValueError(f"there is no knob {turn.name!r}")
        self.ever = {name: [getattr(one, name) for one in knobs] for name in vars(recipe.knobs)}
        self.optimisers = sorted({_WAYS.get(one, one) for one in self.ever["optimiser"]})
        self.in_pieces = self.plan.has_pictures and not self.plan.couples_batch
        self.pairs = self.plan.least_batch > 1
        most = max(self.ever["batch"]) + self.pairs  # one that would be left alone joins the last batch
        batch = min(most, len(task.train))
        self.at_once = min(batch, PICTURES_AT_ONCE) if self.in_pieces else batch
        self.augments = task.view == "images" and any(self.ever["augment"])
        self.varies = self.augments or any(self.ever["noise"])
        self.drops = any(layer.kind == "dropout" for layer in self.plan.layers)
        self.reads_start = reads_start(recipe)

    @property
    def folds(self) -> bool:
        """Whether the gradient comes multiplied by the rate at some time."""
        return "sgd" in self.optimisers

    @property
    def scheduled(self) -> bool:
        """Whether the rate ever follows a schedule."""
        return set(self.ever["schedule"]) != {"constant"}

    @property
    def words(self) -> set[str]:
        """Of the lines that functions have for some runs only."""
        found = {name for name in ("decay", "momentum") if any(self.ever[name])}
        nesterov = "momentum" in found and "nesterov" in self.ever["optimiser"]
        return found | ({"nesterov"} if nesterov else set())

    @property
    def knobs(self) -> list[str]:
        """The names of those that matter."""
        names = [name for name, off in _OFF.items() if any(value != off for value in self.ever[name])]
        if not self.folds:
            names = [name for name in names if name != "momentum"]
        if not self.augments:
            names = [name for name in names if name != "augment"]
        found = {*_ALWAYS, *names, *(("schedule", "horizon") if self.scheduled else ())}
        return [name for name in self.ever if name in found]


def reads_start(recipe: Recipe) -> bool:
    """Whether a script reads the parameters it starts from, in place of drawing them."""
    return recipe.start is not None or any(one.init not in KNOWN_STARTS for one in recipe.layers)


def way(optimiser: str) -> str:
    """The function that does it."""
    return _WAYS.get(optimiser, optimiser)
