"""Fitting: a recipe whose net suits another task, as much of it kept as can be."""

from __future__ import annotations

import math
from dataclasses import replace

from neuroviz import nn
from neuroviz.data.pool import Outline
from neuroviz.data.task import Task
from neuroviz.scenes.recipe import LayerPlan, Recipe

Like = Task | Outline


def fitted(recipe: Recipe, task: Like) -> Recipe:
    """`recipe` itself if its net suits the task; else with another input and last layer and the same hidden
    layers, if they are for examples of that kind (pictures, or a few numbers); else with the usual net.

    The spec of the task in the recipe is the caller's.
    """
    pictures = task.view == "images"
    if _suits(recipe, task):
        return recipe
    layers, shape = default_net(task)
    if (len(recipe.input_shape) == 3 or math.prod(recipe.input_shape) >= _MANY) == pictures:
        kept = _kept(recipe, task)
        if kept is not None:
            layers, shape = kept
    return replace(recipe, layers=layers, input_shape=shape, start=None)


def default_net(task: Like) -> tuple[tuple[LayerPlan, ...], tuple[int, ...]]:
    """What usually learns such a task, and the shape of its input."""
    if task.view == "images":
        stack: tuple[nn.Layer, ...] = (nn.Dense(128), nn.ReLU(), nn.Dense(64), nn.ReLU())
    elif task.view == "table":
        stack = (nn.Dense(32), nn.ReLU(), nn.Dense(32), nn.ReLU())
    else:
        stack = (nn.Dense(16), nn.Tanh(), nn.Dense(16), nn.Tanh())
    return tuple(map(LayerPlan, (*stack, nn.Dense(task.n_out)))), (task.n_in,)


_MANY = 64  # numbers from which on a flat example is taken for a picture


def _suits(recipe: Recipe, task: Like) -> bool:
    shape = recipe.input_shape
    right = shape in ((task.n_in,), task.shape)
    return right and recipe.plan().shapes[-1] == (task.n_out,)


def _kept(recipe: Recipe, task: Like) -> tuple[tuple[LayerPlan, ...], tuple[int, ...]] | None:
    """Its hidden layers with another end, and input; None if they cannot be joined."""
    dense = [i for i, one in enumerate(recipe.layers) if isinstance(one.layer, nn.Dense)]
    if not dense:
        return None
    last = replace(recipe.layers[dense[-1]], layer=nn.Dense(task.n_out))
    layers = (*recipe.layers[: dense[-1]], last)
    shape = task.shape if len(recipe.input_shape) == 3 else (task.n_in,)
    try:
        nn.Plan(tuple(one.layer for one in layers), shape)
    except ValueError:
        return None
    return layers, shape

