"""Fits: a stack of layers made to suit a task, by the repairs that are obvious, or refused with a reason."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

import numpy as np

from neuroviz import nn
from neuroviz.data.pool import Outline
from neuroviz.data.task import Task
from neuroviz.nn.arrays import Array, Shape, freeze
from neuroviz.nn.cost import cost, layer_costs
from neuroviz.scenes.recipe import LayerPlan, Recipe

Like = Task | Outline
"""What a net has to know of a task."""

MOST_LAYERS = 64
MOST_PARAMETERS = 5_000_000
MOST_WORK = 30_000_000
"""Multiply-adds for one example: a step of 32 would take seconds."""
MOST_MEMORY = 10**9
"""Bytes."""


class NoSuchNet(ValueError):
    """The edit leads to no net. `id` says why, `facts` with which numbers; the window has the words."""

    def __init__(self, id: str, **facts: float) -> None:
        super().__init__(f"{id} {facts}")
        self.id, self.facts = id, facts


@dataclass(frozen=True)
class Repair:
    """Something that was changed besides, so that the net fits; `id` says what."""

    id: str
    facts: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, eq=False)
class Edited:
    """What an edit led to, what was changed besides, and which block it was about, as it is numbered now."""

    recipe: Recipe
    repairs: tuple[Repair, ...] = ()
    block: int = 0


@dataclass(frozen=True)
class Part:
    """A layer of a new stack, and which layer of the old one it was; None: it is new."""

    plan: LayerPlan
    origin: int | None


def suited(recipe: Recipe, like: Like, parts: Sequence[Part]) -> Edited:
    """`recipe` with those layers instead. Weights that were brought along stay where their layer fits them.

    Repairs: "input-pictures" (the input is taken as a picture), "flatten-added", "flatten-removed".
    NoSuchNet: "nothing-learns", "layers", "no-pictures", "window" (size, high, wide), "answer-last" (n),
    "softmax-end", "parameters", "work", "memory" (n each).
    """
    repairs: list[Repair] = []
    made = _flattened(list(parts), recipe.input_shape, repairs)
    shape = recipe.input_shape
    if made is None and len(like.shape) == 3 and len(shape) == 1:
        repairs = [Repair("input-pictures")]
        shape = like.shape
        made = _flattened(list(parts), shape, repairs)
    if made is None:
        raise NoSuchNet("no-pictures")
    _check_stack(made, shape, like, recipe)
    layers = tuple(one.plan for one in made)
    fresh = replace(recipe, layers=layers, input_shape=shape, start=None)
    if recipe.start is not None:
        fresh = replace(fresh, start=_carried(recipe, made, fresh))
    return Edited(fresh, tuple(repairs))


def _flattened(parts: list[Part], shape: Shape, repairs: list[Repair]) -> list[Part] | None:
    """The stack with a Flatten wherever a layer wants numbers in a row and gets pictures, and without those
    that have nothing to do; None where a layer wants pictures and there are none left.
    """
    found: list[Part] = []
    for one in parts:
        layer = one.plan.layer
        if isinstance(layer, nn.Flatten) and len(shape) == 1:
            repairs.append(Repair("flatten-removed"))
            continue
        if isinstance(layer, nn.Dense | nn.Softmax) and len(shape) > 1:
            found.append(Part(LayerPlan(nn.Flatten()), None))
            shape = (math.prod(shape),)
            repairs.append(Repair("flatten-added"))
        if isinstance(layer, nn.Conv2d | nn.MaxPool | nn.AvgPool) and len(shape) != 3:
            return None
        try:
            shape = layer.output_shape(shape)
        except ValueError:
            size = layer.kernel if isinstance(layer, nn.Conv2d) else getattr(layer, "size", 0)
            raise NoSuchNet("window", size=size, high=shape[1], wide=shape[2]) from None
        found.append(one)
    if len(shape) > 1:
        found.append(Part(LayerPlan(nn.Flatten()), None))
        repairs.append(Repair("flatten-added"))
    return found


def _check_stack(parts: Sequence[Part], shape: Shape, like: Like, recipe: Recipe) -> None:
    """Raise NoSuchNet for what could not be learned, or only by a larger machine."""
    if len(parts) > MOST_LAYERS:
        raise NoSuchNet("layers", n=MOST_LAYERS)
    if not parts:
        raise NoSuchNet("nothing-learns")
    plan = nn.Plan(tuple(one.plan.layer for one in parts), shape)
    if plan.shapes[-1] != (like.n_out,):
        raise NoSuchNet("answer-last", n=like.n_out)
    if not any(isinstance(one.plan.layer, nn.Dense | nn.Conv2d) for one in parts):
        raise NoSuchNet("nothing-learns")
    if like.kind == "classes" and isinstance(parts[-1].plan.layer, nn.Softmax):
        raise NoSuchNet("softmax-end")
    _check_size(plan, recipe)


def _check_size(plan: nn.Plan, recipe: Recipe) -> None:
    """Too large is what is above a limit, and above what there was: such a net can be made smaller."""
    before = recipe.plan()
    if MOST_PARAMETERS < plan.n_trainable > before.n_trainable:
        raise NoSuchNet("parameters", n=MOST_PARAMETERS)
    if MOST_WORK < _work(plan) > _work(before):
        raise NoSuchNet("work", n=MOST_WORK)
    if MOST_MEMORY < _memory(plan, recipe) > _memory(before, recipe):
        raise NoSuchNet("memory", n=MOST_MEMORY)


def _work(plan: nn.Plan) -> int:
    return sum(one.answering for one in layer_costs(plan))


def _memory(plan: nn.Plan, recipe: Recipe) -> int:
    """Bytes; of a net that is far from the limit no more than it could be, which is known at once."""
    values = sum(one.values for one in layer_costs(plan))
    bound = 4 * (10 * plan.n_trainable + 2 * recipe.knobs.batch * (2 * _work(plan) + 10 * values))
    if bound < MOST_MEMORY:
        return bound
    return cost(plan, recipe.knobs.batch, recipe.knobs.made_optimiser()).memory


def _carried(before: Recipe, parts: Sequence[Part], after: Recipe) -> Array:
    """The values `before` starts from for all layers that kept their shape, fresh ones for the others."""
    start = before.start
    assert start is not None
    theta = after.net().theta.copy()
    old, new = before.plan(), after.plan()
    for i, one in enumerate(parts):
        if one.origin is None:
            continue
        was, now = old.segments[one.origin], new.segments[i]
        if all(name in was and was[name].parameter.shape == now[name].parameter.shape for name in now):
            for name, segment in now.items():
                np.copyto(segment.view(theta), was[name].view(start))
    return freeze(theta)
