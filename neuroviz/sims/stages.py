"""Stages: a net as a lecturer counts it: each weighted sum with the bend behind it is one."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from neuroviz.nn import BatchNorm, Conv2d, Dense, Dropout, Flatten, Gate, Layer, Linear, Net, Sigmoid, Softmax
from neuroviz.nn.arrays import Shape
from neuroviz.sims.bends import BENDS

Sort = Literal["sum", "bend", "other"]


@dataclass(frozen=True)
class Stage:
    """sort: a weighted sum, a bend that stands alone, or a layer that does something else.

    layer: its place in the net; f: the place of the bend that ends it, None for none; shape: of its output.
    """

    sort: Sort
    layer: int
    f: int | None
    shape: Shape

    @property
    def last(self) -> int:
        """The layer whose output is this stage's."""
        return self.layer if self.f is None else self.f

    @property
    def size(self) -> int:
        """How many units it has, or places of maps."""
        return math.prod(self.shape)


@dataclass(frozen=True)
class Place:
    """One neuron: the number of its stage, and its place in that stage's output, as in one row."""

    stage: int = 0
    unit: int = 0


def stages_of(net: Net) -> tuple[Stage, ...]:
    """All stages, in order; a net has at least one."""
    found: list[Stage] = []
    layers, i = net.layers, 0
    while i < len(layers):
        sort: Sort = "sum" if isinstance(layers[i], Dense | Conv2d) else _other(layers[i])
        f = i if sort == "bend" else None
        if sort == "sum" and i + 1 < len(layers) and isinstance(layers[i + 1], BENDS):
            f = i + 1
        found.append(Stage(sort, i, f, net.shapes[i]))
        i = i + 1 if f is None else f + 1
    return tuple(found)


def clamped(stages: tuple[Stage, ...], place: Place) -> Place:
    """The place, or the nearest that there is."""
    stage = min(max(place.stage, 0), len(stages) - 1)
    return Place(stage, min(max(place.unit, 0), stages[stage].size - 1))


def bend_of(net: Net, stage: Stage) -> Layer:
    """The function that ends a stage; the straight line where there is none."""
    return Linear() if stage.f is None else net.layers[stage.f]


def reads_out(net: Net) -> bool:
    """Whether the last layer only turns scores into probabilities."""
    return isinstance(net.layers[-1], Sigmoid | Softmax)


@dataclass(frozen=True)
class Source:
    """Where the inputs of a layer come from. shape: before they lay in a row; stage None: the net's input."""

    shape: Shape
    stage: int | None

    def where(self, index: int) -> tuple[int, ...]:
        """(c, row, column) of a picture, (unit,) of a row."""
        found = []
        for n in reversed(self.shape):
            index, place = divmod(index, n)
            found.append(place)
        return tuple(reversed(found))


def source_of(net: Net, stages: tuple[Stage, ...], number: int) -> Source:
    """Where stage `number` gets its inputs from, seen through layers that keep every value in its place."""
    shape = net.input_shape if stages[number].layer == 0 else net.shapes[stages[number].layer - 1]
    at = number - 1
    while at >= 0 and isinstance(net.layers[stages[at].layer], Flatten | Dropout | BatchNorm | Gate):
        before = net.input_shape if stages[at].layer == 0 else net.shapes[stages[at].layer - 1]
        shape, at = before, at - 1
    if at >= 0:
        return Source(shape, at)
    return Source((1, 28, 28) if shape == (784,) else shape, None)


def _other(layer: Layer) -> Sort:
    return "bend" if isinstance(layer, BENDS) else "other"
