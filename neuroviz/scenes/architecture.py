"""Architecture: a recipe's net changed by hand: every edit leads to a net that fits, or to none at all."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from neuroviz import nn
from neuroviz.nn.arrays import freeze
from neuroviz.nn.initialisers import INITIALISERS, fill
from neuroviz.scenes.blocks import (
    BENDING,
    FIELDS,
    KINDS,
    Block,
    answer,
    blocks,
    function_of,
    is_function,
    usual_function,
    usual_init,
)
from neuroviz.scenes.fits import Edited, Like, NoSuchNet, Part, Repair, suited
from neuroviz.scenes.recipe import LayerPlan, Recipe

_MANY = 64  # inputs from which on a new layer is wide
_FEW_UNITS, _MANY_UNITS = 16, 64
_CHANNELS, _KERNEL = 8, 3
_DROPPED = 0.2
FASTEST = 1000.0
"""The largest factor on a layer's learning rate."""


def can_stand(recipe: Recipe, like: Like, gap: int) -> tuple[str, ...]:
    """The kinds of blocks that can be put before block `gap`; every one that fits."""
    found = []
    for kind in KINDS:
        try:
            add(recipe, like, gap, kind)
        except NoSuchNet:
            continue
        found.append(kind)
    return tuple(found)


def add(recipe: Recipe, like: Like, gap: int, kind: str) -> Edited:
    """A new block before block `gap`, like its neighbours in size, function and start.

    NoSuchNet: it cannot stand there. KeyError for an unknown kind, IndexError for no such place.
    """
    stack = blocks(recipe.layers)
    at = stack[gap].start
    layer = _fresh(kind, stack, gap, recipe)
    new = [Part(LayerPlan(layer, usual_init(stack)), None)]
    if kind in ("dense", "conv2d"):
        bend = function_of(usual_function(stack))
        assert bend is not None
        new.append(Part(LayerPlan(bend), None))
    parts = _parts(recipe)
    found = suited(recipe, like, [*parts[:at], *new, *parts[at:]])
    if kind == "flatten" and _same(found.recipe, recipe):
        raise NoSuchNet("flat-already")
    return _at_layer(found, layer)


def remove(recipe: Recipe, like: Like, block: int) -> Edited:
    """Without that block. NoSuchNet: the net needs it."""
    stack = blocks(recipe.layers)
    one = stack[block]
    if block == answer(stack):
        raise NoSuchNet("answer-stays", n=like.n_out)
    parts = _parts(recipe)
    found = suited(recipe, like, [*parts[: one.start], *parts[one.stop :]])
    if one.kind == "flatten" and _same(found.recipe, recipe):
        raise NoSuchNet("flatten-needed")
    return replace(found, block=min(block, len(blocks(found.recipe.layers)) - 1))


def move(recipe: Recipe, like: Like, block: int, to: int) -> Edited:
    """That block as number `to`, the others closing up. NoSuchNet: it would not fit there."""
    before = blocks(recipe.layers)
    stack = list(before)
    if not 0 <= to < len(stack):
        raise NoSuchNet("edge")
    one = stack.pop(block)
    stack.insert(to, one)
    if answer(before) == len(before) - 1 and stack[-1] is not before[-1]:
        raise NoSuchNet("answer-last", n=like.n_out)
    parts = _parts(recipe)
    found = suited(recipe, like, [part for b in stack for part in parts[b.start : b.stop]])
    if one.kind == "flatten" and _same(found.recipe, recipe):
        raise NoSuchNet("flatten-needed")
    return _at_layer(found, one.layer)


def set_number(recipe: Recipe, like: Like, block: int, name: str, value: float) -> Edited:
    """A number of that block's layer: its width, window, share, … NoSuchNet: it cannot be that."""
    stack = blocks(recipe.layers)
    one = stack[block]
    limits = FIELDS[one.kind][name]
    if not limits.low <= value <= limits.high or (limits.whole and value != int(value)):
        raise NoSuchNet("limits", low=limits.low, high=limits.high)
    layer = _with_number(one.layer, name, int(value) if limits.whole else float(value))
    if block == answer(stack) and name in ("n_out", "channels") and layer != one.layer:
        raise NoSuchNet("answer-width", n=like.n_out)
    return replace(_with_layer(recipe, like, one.start, layer), block=block)


def set_kind(recipe: Recipe, like: Like, block: int, kind: str) -> Edited:
    """The other sort of pooling. NoSuchNet for what is no pooling."""
    one = blocks(recipe.layers)[block]
    pools = {"max_pool": nn.MaxPool, "avg_pool": nn.AvgPool}
    if kind not in pools or not isinstance(one.layer, nn.MaxPool | nn.AvgPool):
        raise NoSuchNet("other-kind")
    return replace(_with_layer(recipe, like, one.start, pools[kind](one.layer.size)), block=block)


def set_function(recipe: Recipe, like: Like, block: int, name: str) -> Edited:
    """The function behind that block, or none. NoSuchNet where there can be none."""
    one = blocks(recipe.layers)[block]
    function, parts = function_of(name), _parts(recipe)
    alone = is_function(one.layer)
    if one.kind not in BENDING and one.function is None and not alone:
        raise NoSuchNet("no-function")
    new = [] if function is None else [Part(LayerPlan(function), None)]
    kept = [] if alone else [parts[one.start]]
    found = suited(recipe, like, [*parts[: one.start], *kept, *new, *parts[one.stop :]])
    return replace(found, block=min(block, len(blocks(found.recipe.layers)) - 1))


def set_init(recipe: Recipe, block: int, init: str) -> Edited:
    """How the weights of that block start; weights that were brought along are drawn anew.

    NoSuchNet for a block without weights. ValueError for an unknown initialiser.
    """
    one = blocks(recipe.layers)[block]
    if not one.weighs:
        raise NoSuchNet("no-weights")
    if init not in INITIALISERS:
        raise ValueError(f"there is no initialiser {init!r}")
    layers = _with_plan(recipe, one.start, replace(one.plan, init=init))
    start = recipe.start
    if start is not None:
        plan, theta = recipe.plan(), start.copy()
        rng = np.random.default_rng((recipe.seed, one.start))
        for segment in plan.segments[one.start].values():
            fill(segment.view(theta), segment.parameter, rng, init)
        start = freeze(theta)
    return Edited(replace(recipe, layers=layers, start=start), (), block)


def set_rate(recipe: Recipe, block: int, factor: float) -> Edited:
    """The factor on that block's learning rate; 0 freezes it. NoSuchNet where nothing is learned."""
    one = blocks(recipe.layers)[block]
    if not one.learns:
        raise NoSuchNet("no-weights")
    if not 0.0 <= factor <= FASTEST:
        raise NoSuchNet("limits", low=0.0, high=FASTEST)
    layers = _with_plan(recipe, one.start, replace(one.plan, rate=float(factor)))
    return Edited(replace(recipe, layers=layers), (), block)


def reseeded(recipe: Recipe) -> Recipe:
    """The same with other weights to start from, all of them fresh."""
    return replace(recipe, seed=recipe.seed + 1, start=None)


def further(recipe: Recipe, like: Like, net: nn.Net, *, frozen: bool) -> Edited:
    """Learn `net` further, with all it knows; where its answers are others, the last layer begins afresh.

    frozen: only the last layer with weights learns. NoSuchNet: it takes another input, or cannot be joined.
    """
    layers = list(net.layers)
    repairs = []
    if isinstance(layers[-1], nn.Softmax):
        layers.pop()
        repairs.append(Repair("softmax-dropped"))
    if net.input_shape not in ((like.n_in,), like.shape):
        raise NoSuchNet("input", n=math.prod(net.input_shape), wanted=like.n_in)
    parts = [Part(LayerPlan(layer), i) for i, layer in enumerate(layers)]
    stack = blocks([part.plan for part in parts])
    last = answer(stack)
    if last < 0:
        raise NoSuchNet("nothing-learns")
    if nn.Plan(tuple(layers), net.input_shape).shapes[-1] != (like.n_out,):
        if stack[last].kind != "dense":
            raise NoSuchNet("answer-last", n=like.n_out)
        at = stack[last].start
        parts = [*parts[:at], Part(LayerPlan(nn.Dense(like.n_out)), None)]
        repairs.append(Repair("answer-fresh", {"n": like.n_out}))
    if frozen:
        at = stack[last].start
        still = [i for i, one in enumerate(parts) if one.plan.layer.kind in BENDING and i < at]
        parts = [
            replace(one, plan=replace(one.plan, rate=0.0)) if i in still else one
            for i, one in enumerate(parts)
        ]
    before = replace(
        recipe, layers=tuple(LayerPlan(layer) for layer in net.layers), input_shape=net.input_shape,
        start=net.theta,
    )  # fmt: skip
    found = suited(before, like, parts)
    return replace(found, repairs=(*repairs, *found.repairs), block=last)


# -- inside ----------------------------------------------------------------------------------------------


def _same(one: Recipe, other: Recipe) -> bool:
    """Whether both have the same layers."""
    return [plan.layer for plan in one.layers] == [plan.layer for plan in other.layers]


def _with_number(layer: nn.Layer, name: str, value: float) -> nn.Layer:
    """A convolution whose padding keeps the size of maps goes on keeping it with another window."""
    changes = {name: value}
    if isinstance(layer, nn.Conv2d) and name == "kernel" and layer.padding == layer.kernel // 2:
        changes["padding"] = value // 2
    return replace(layer, **changes)  # type: ignore[type-var]


def _parts(recipe: Recipe) -> list[Part]:
    return [Part(one, i) for i, one in enumerate(recipe.layers)]


def _with_layer(recipe: Recipe, like: Like, at: int, layer: nn.Layer) -> Edited:
    parts = _parts(recipe)
    parts[at] = Part(replace(parts[at].plan, layer=layer), at)
    return suited(recipe, like, parts)


def _with_plan(recipe: Recipe, at: int, plan: LayerPlan) -> tuple[LayerPlan, ...]:
    return (*recipe.layers[:at], plan, *recipe.layers[at + 1 :])


def _at_layer(found: Edited, layer: nn.Layer) -> Edited:
    """The edit, with the number of the block whose layer is that very object."""
    for i, one in enumerate(blocks(found.recipe.layers)):
        if one.layer is layer:
            return replace(found, block=i)
    return found


def _fresh(kind: str, stack: Sequence[Block], gap: int, recipe: Recipe) -> nn.Layer:
    """A new layer of that kind, of a size that suits its neighbours."""
    made: Mapping[str, Callable[[], nn.Layer]] = {
        "dense": lambda: nn.Dense(_width(stack, gap, recipe)),
        "conv2d": lambda: nn.Conv2d(_channels(stack, gap), _KERNEL, 1, _KERNEL // 2),
        "max_pool": nn.MaxPool,
        "avg_pool": nn.AvgPool,
        "dropout": lambda: nn.Dropout(_DROPPED),
        "batch_norm": nn.BatchNorm,
        "layer_norm": nn.LayerNorm,
        "flatten": nn.Flatten,
    }
    return made[kind]()


def _width(stack: Sequence[Block], gap: int, recipe: Recipe) -> int:
    """As wide as the nearest hidden layer, the one before first."""
    hidden = [i for i, one in enumerate(stack[:-1]) if isinstance(one.layer, nn.Dense)]
    hidden = [i for i in hidden if i != answer(stack)]
    if hidden:
        near = min(hidden, key=lambda i: (gap - 0.5 - i) ** 2 + (i >= gap) * 0.1)
        layer = stack[near].layer
        assert isinstance(layer, nn.Dense)
        return layer.n_out
    return _MANY_UNITS if math.prod(recipe.input_shape) >= _MANY else _FEW_UNITS


def _channels(stack: Sequence[Block], gap: int) -> int:
    """As many as the convolution before, or behind."""
    found = [one.layer.channels for one in stack[:gap] if isinstance(one.layer, nn.Conv2d)]
    found = found[-1:] or [one.layer.channels for one in stack if isinstance(one.layer, nn.Conv2d)][:1]
    return found[0] if found else _CHANNELS
