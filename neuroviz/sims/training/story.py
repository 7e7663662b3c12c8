"""What one weight and one unit did in a pass: the numbers of their formulas, and a check by differences."""

from __future__ import annotations

import math
from collections.abc import Generator
from dataclasses import dataclass

import numpy as np

from neuroviz.data.task import Task
from neuroviz.nn import Dense, Layer
from neuroviz.nn.arrays import DIVERGING_IS_ALLOWED, Array
from neuroviz.sims.one_weight import WIGGLE, Sides, Weight, largest, place_of, slope_at
from neuroviz.sims.training.report import marked
from neuroviz.sims.training.taken_apart import Block, Pass, asked_again


@dataclass(frozen=True)
class Check(Sides):
    """The slopes of the mean loss below and above one weight, by going a little there in double precision."""

    weight: Weight
    below: float
    above: float


@dataclass(frozen=True)
class Term:
    """A product a·b; source: which example, unit or input it is of."""

    source: int
    a: float
    b: float


@dataclass(frozen=True)
class WeightStory:
    """A weight in a pass. terms: a·delta of the examples that count most (of the one that is looked at), of
    n in all; gradient: their mean; none for weights that are used at many places.
    """

    weight: Weight
    value: float
    terms: tuple[Term, ...]
    n: int
    gradient: float


@dataclass(frozen=True)
class UnitStory:
    """A unit of a block for one example, or the mean of the batch (example None, then only a and delta).

    a: what it hands on; delta: the gradient of the example's loss by its sum z. terms: w·a of its sum, the
    largest of n_terms; after: the layers between z and a; back: w·delta of the units it feeds; slope: of
    its function at z.
    """

    block: int
    unit: int
    example: int | None
    a: float
    delta: float
    z: float = math.nan
    bias: float = math.nan
    after: tuple[Layer, ...] = ()
    terms: tuple[Term, ...] = ()
    n_terms: int = 0
    slope: float = math.nan
    back: tuple[Term, ...] = ()
    n_back: int = 0


def weight_at(found: Pass, at: int) -> Weight:
    """The weight at a place of the flat vector. ValueError beyond its end."""
    for i, own in enumerate(found.plan.segments):
        for name, segment in own.items():
            if 0 <= at - segment.start < segment.parameter.size:
                index = np.unravel_index(at - segment.start, segment.parameter.shape)
                return Weight(i, name, tuple(map(int, index)))
    raise ValueError(f"there is no parameter {at}")


def strongest(found: Pass, values: Array | None = None) -> Weight:
    """The weight with the largest gradient, or the largest of `values` (n_params,)."""
    size = np.abs(np.nan_to_num(found.grad if values is None else values[: len(found.grad)]))
    best, most = 0, -1.0
    for own in found.plan.segments:
        if "w" in own:
            start, n = own["w"].start, own["w"].parameter.size
            at = start + int(size[start : start + n].argmax())
            if size[at] > most:
                best, most = at, float(size[at])
    return weight_at(found, best)


@DIVERGING_IS_ALLOWED
def weight_story(found: Pass, weight: Weight, example: int | None = None) -> WeightStory:
    """Raises ValueError for a weight that is not there."""
    at = place_of(found.plan, weight)
    value, gradient = float(found.theta[at]), float(found.grad[at])
    dy = found.dys[weight.layer]
    if not isinstance(found.plan.layers[weight.layer], Dense) or dy is None:
        return WeightStory(weight, value, (), found.n, gradient)
    delta = dy[:, weight.index[-1]]
    a = np.ones_like(delta) if weight.name == "b" else found.seen(weight.layer)[:, weight.index[0]]
    if example is not None and example < found.kept:
        one = Term(example, float(a[example]), float(delta[example]))
        return WeightStory(weight, value, (one,), 1, one.a * one.b)
    return WeightStory(weight, value, _largest(a, delta), found.n, gradient)


@DIVERGING_IS_ALLOWED
def unit_story(
    found: Pass, blocks: tuple[Block, ...], place: tuple[int, int], example: int | None
) -> UnitStory:
    """place: block and unit in the row of its outputs; block -1: the input. ValueError for none."""
    b, unit = place
    size = int(np.prod(found.plan.input_shape)) if b < 0 else blocks[b].size
    if not -1 <= b < len(blocks) or not 0 <= unit < size:
        raise ValueError(f"there is no unit {unit} of block {b}")
    shown = found.x if b < 0 else found.ys[blocks[b].shown]
    values = shown.reshape(found.kept, -1)[:, unit]
    e = example if example is not None and example < found.kept else None
    if b < 0:
        a = float(values.mean() if e is None else values[e])
        return UnitStory(b, unit, e, a, math.nan)
    block = blocks[b]
    dy = found.dys[block.start]
    deltas = None if dy is None else dy.reshape(found.kept, -1)
    flat = deltas is not None and unit < deltas.shape[1] and isinstance(found.plan.layers[block.start], Dense)
    if not flat or deltas is None:
        return UnitStory(b, unit, e, float(values.mean() if e is None else values[e]), math.nan)
    if e is None:
        return UnitStory(b, unit, None, float(values.mean()), float(deltas[:, unit].mean()))
    views = found.plan.views(found.theta, block.start)
    w, x = views["w"][:, unit], found.seen(block.start)[e]
    z = float(found.ys[block.start][e, unit])
    after = found.plan.layers[block.start + 1 : block.shown + 1]
    back, n_back = _back(found, blocks, b, unit, e)
    return UnitStory(
        b, unit, e, float(values[e]), float(deltas[e, unit]), z, float(views["b"][unit]), after,
        _largest(w, x), len(w), _slope(found, block, z), back, n_back,
    )  # fmt: skip


def checked(task: Task, found: Pass, x: Array, weight: Weight) -> Generator[None, None, Check]:
    """The gradient of the batch's mean loss by one weight, by going a little to both sides, layer by layer.
    x: the batch.
    """
    at = place_of(found.plan, weight)
    theta = found.theta.astype(np.float64)
    value, losses = theta[at], []
    for side in (-1, 0, 1):
        theta[at] = value + side * WIGGLE
        outputs = yield from asked_again(found, theta, x, np.float64)
        losses.append(marked(task, outputs, found.y).loss)
    return Check(weight, (losses[1] - losses[0]) / WIGGLE, (losses[2] - losses[1]) / WIGGLE)


def _largest(a: Array, b: Array) -> tuple[Term, ...]:
    return tuple(Term(int(i), float(a[i]), float(b[i])) for i in largest(a * b))


def _slope(found: Pass, block: Block, z: float) -> float:
    """The slope of the block's function at z, by the engine itself; NaN where it is not of z alone."""
    if block.bend != block.start + 1:
        return 1.0 if block.bend is None else math.nan
    layer = found.plan.layers[block.bend]
    if layer.kind == "softmax":
        return math.nan
    return slope_at(layer, z)


def _back(found: Pass, blocks: tuple[Block, ...], b: int, unit: int, e: int) -> tuple[tuple[Term, ...], int]:
    if b + 1 >= len(blocks) or blocks[b].last != (blocks[b].bend or blocks[b].start):
        return (), 0
    after = blocks[b + 1]
    dy = found.dys[after.start]
    if dy is None or not isinstance(found.plan.layers[after.start], Dense):
        return (), 0
    w = found.plan.views(found.theta, after.start)["w"][unit]
    return _largest(w, dy[e]), len(w)
