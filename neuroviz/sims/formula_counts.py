"""How long a net's formula is: parameters, operations, and what is left when every name is replaced."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from itertools import pairwise

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from neuroviz.nn import (
    AvgPool,
    BatchNorm,
    Conv2d,
    Dense,
    Dropout,
    Flatten,
    Gate,
    Layer,
    LayerNorm,
    Linear,
    MaxPool,
    Net,
    Softmax,
)
from neuroviz.nn.arrays import DIVERGING_IS_ALLOWED, Shape

PER_PAGE = 3000
"""Characters on a page of print."""

_NUMBER, _NAME, _CALL = 7, 3, 7  # characters: " + 2.86", " x₂", " tanh()" with its dot
_SAME = (Flatten, Dropout, Linear)


@dataclass(frozen=True)
class Written:
    """What stands on the paper: parameters, names, functions; each as often as it is written."""

    numbers: float = 0.0
    names: float = 0.0
    calls: float = 0.0

    @property
    def pages(self) -> float:
        """Pages of print; infinite where even the count is beyond what a number can hold."""
        return (_NUMBER * self.numbers + _NAME * self.names + _CALL * self.calls) / PER_PAGE


@dataclass(frozen=True)
class LayerCount:
    """What one layer costs for one input.

    terms: summands of all its sums, biases included. multiplications: divisions included. functions: how
    often a function is called. shared: how often each weight is used, on average. full: parameters in the
    formula of one of its values (the longest) when every name is replaced.
    """

    kind: str
    shape: Shape
    parameters: int = 0
    terms: int = 0
    multiplications: int = 0
    additions: int = 0
    functions: int = 0
    shared: float = 1.0
    full: float = 0.0


@dataclass(frozen=True)
class Count:
    """Layer by layer; named: each value written once; nested: every name replaced by what it stands for."""

    layers: tuple[LayerCount, ...]
    named: Written
    nested: Written
    total: LayerCount = field(init=False)

    def __post_init__(self) -> None:
        def all_of(name: str) -> int:
            return sum(getattr(one, name) for one in self.layers)

        total = LayerCount(
            "", self.layers[-1].shape, all_of("parameters"), all_of("terms"), all_of("multiplications"),
            all_of("additions"), all_of("functions"),
        )  # fmt: skip
        object.__setattr__(self, "total", total)


def count(net: Net) -> Count:
    """The counts of a net; its weights do not matter."""
    shapes = (net.input_shape, *net.shapes)
    nested, longest = _nested(net)
    layers = []
    for i, (layer, (before, after)) in enumerate(zip(net.layers, pairwise(shapes), strict=True)):
        learned = sum(s.parameter.size for s in net.plan.segments[i].values() if s.parameter.trainable)
        layers.append(replace(_layer(layer, before, after, learned), full=longest[i]))
    return Count(tuple(layers), _named(net), nested)


def taps(conv: Conv2d, before: Shape, after: Shape) -> int:
    """How often a weight of one map meets a value: the zeros of the padding are left out."""
    rows, columns = (_inside(conv, n, out) for n, out in zip(before[1:], after[1:], strict=True))
    return before[0] * rows * columns


def _inside(conv: Conv2d, n: int, out: int) -> int:
    """Along one axis: pairs of a place of the window and a weight that meets the picture."""
    places = np.arange(out)[:, None] * conv.stride - conv.padding + np.arange(conv.kernel)
    return int(((places >= 0) & (places < n)).sum())


def _layer(layer: Layer, before: Shape, after: Shape, parameters: int) -> LayerCount:  # noqa: PLR0911 - a table
    n_in, n = math.prod(before), math.prod(after)
    kind = layer.kind
    if isinstance(layer, Dense):
        return LayerCount(kind, after, parameters, n_in * n + n, n_in * n, n_in * n)
    if isinstance(layer, Conv2d):
        met = taps(layer, before, after) * layer.channels
        weights = layer.channels * before[0] * layer.kernel**2
        return LayerCount(kind, after, parameters, met + n, met, met, shared=met / weights)
    if isinstance(layer, BatchNorm | Gate):
        return LayerCount(kind, after, parameters, 2 * n, n, n)
    if isinstance(layer, MaxPool):
        return LayerCount(kind, after, functions=n)
    if isinstance(layer, AvgPool):
        block = layer.size**2
        return LayerCount(kind, after, 0, n * block, n, n * (block - 1))
    if isinstance(layer, Softmax):
        return LayerCount(kind, after, 0, n, n, n - 1, n)
    if isinstance(layer, LayerNorm):
        # Mean: n - 1 and 1; differences: n; variance: n - 1, n + 1; epsilon; root; then n, and n each.
        return LayerCount(kind, after, parameters, 4 * n + 1, 3 * n + 2, 4 * n - 1, 1)
    return LayerCount(kind, after, functions=0 if isinstance(layer, _SAME) else n)


# -- on paper --------------------------------------------------------------------------------------

Amounts = NDArray[np.float64]
"""(3, *shape): parameters, names and functions in the formula of each value."""


def _named(net: Net) -> Written:
    """Each value is written once: what it is made of, by name."""
    total = np.zeros(3)
    given = _names(net.input_shape)
    for i, layer in enumerate(net.layers):
        after = _through(layer, given, net.shapes[i])
        if not isinstance(layer, _SAME):
            elementwise = _is_elementwise(layer)
            size = math.prod(net.shapes[i])
            total += (
                (0, 0, size) if elementwise else after.reshape(3, -1).sum(axis=1) + np.array((0.0, size, 0.0))
            )
        given = _names(net.shapes[i])
    return Written(*total.tolist())


@DIVERGING_IS_ALLOWED
def _nested(net: Net) -> tuple[Written, list[float]]:
    """Every name but those of the inputs is replaced; and the numbers of each layer's longest formula."""
    amounts, longest = _names(net.input_shape), []
    for i, layer in enumerate(net.layers):
        amounts = np.nan_to_num(_through(layer, amounts, net.shapes[i]), nan=np.inf, posinf=np.inf)
        longest.append(float(amounts[0].max()))
    return Written(*amounts.reshape(3, -1).sum(axis=1).tolist()), longest


def _names(shape: Shape) -> Amounts:
    given = np.zeros((3, *shape))
    given[1] = 1
    return given


def _is_elementwise(layer: Layer) -> bool:
    """A function of one number, which is written round the sum it stands on."""
    coupled = Dense | Conv2d | BatchNorm | Gate | MaxPool | AvgPool | Softmax | LayerNorm
    return not isinstance(layer, coupled) and not isinstance(layer, _SAME)


def _through(layer: Layer, given: Amounts, shape: Shape) -> Amounts:
    """What the formulas of a layer's values hold, if those of its inputs hold `given`."""
    if isinstance(layer, _SAME):
        return given.reshape(3, *shape)
    after = np.empty((3, *shape))
    if isinstance(layer, Dense):
        after[:] = given.sum(axis=1)[:, None]
        after[0] += given.shape[1] + 1
    elif isinstance(layer, Conv2d):
        ones = np.ones((1, *given.shape[1:]))
        sums = _windows(np.concatenate([given, ones]), layer)
        after[:] = sums[:3, None]
        after[0] += sums[3] + 1
    elif isinstance(layer, BatchNorm | Gate):
        after[:] = given
        after[0] += 2
    elif isinstance(layer, MaxPool | AvgPool):
        size, (c, rows, columns) = layer.size, shape
        blocks = given[:, :, : rows * size, : columns * size].reshape(3, c, rows, size, columns, size)
        after[:] = blocks.sum(axis=(3, 5))
        after[2] += 1
    elif isinstance(layer, Softmax | LayerNorm):
        after[:] = given.reshape(3, -1).sum(axis=1).reshape(3, *(1,) * len(shape))
        after[2] += 1
        after[0] += 2 if isinstance(layer, LayerNorm) else 0
    else:
        after[:] = given
        after[2] += 1
    return after


def _windows(x: Amounts, conv: Conv2d) -> Amounts:
    """(A, rows, columns): sums of x (A, C, H, W) over all maps within each place of the window."""
    p, k = conv.padding, conv.kernel
    padded = np.pad(x.sum(axis=1), ((0, 0), (p, p), (p, p)))
    found: Amounts = sliding_window_view(padded, (k, k), axis=(1, 2)).sum(axis=(3, 4))
    return found[:, :: conv.stride, :: conv.stride]
