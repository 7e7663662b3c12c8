"""The layers of a net whose units can be looked at, and what one unit says of an example."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from neuroviz.nn import Net
from neuroviz.nn.arrays import Array, Shape, freeze
from neuroviz.nn.plan import Plan

WEIGHTED = ("dense", "conv2d")
FUNCTIONS = ("relu", "leaky_relu", "tanh", "sigmoid", "gelu", "softmax")
ELEMENTWISE = (*FUNCTIONS, "linear", "batch_norm", "layer_norm")
MOST_UNITS = 4096
"""Of a wider layer only the first so many units are looked at."""


@dataclass(frozen=True)
class UnitLayer:
    """A layer with weights and what follows it up to the next: the place where units have values.

    number: counted from 0; kind: of the layer `start`; drive: the activation before the first non-linearity;
    shown: the one that counts as the units' values; shape: of that, (U,) or (C, H, W); function: the last
    non-linearity, "" for none.
    """

    number: int
    kind: str
    start: int
    drive: int
    shown: int
    shape: Shape
    function: str = ""

    @property
    def is_maps(self) -> bool:
        """Whether a unit is a channel: one map of H × W values."""
        return len(self.shape) == 3

    @property
    def n_all(self) -> int:
        """How many units or channels there are."""
        return self.shape[0]

    @property
    def n_units(self) -> int:
        """How many of them are looked at."""
        return min(self.shape[0], MOST_UNITS)

    def values(self, activation: Array, *, centre: bool = False) -> Array:
        """What each unit says: (N, n_units) from the activation `shown` (N, *).

        A channel says the mean of its map, or its middle value.
        """
        y = activation.reshape(len(activation), *self.shape)[:, : self.n_units]
        if not self.is_maps:
            return y
        if centre:
            return y[:, :, self.shape[1] // 2, self.shape[2] // 2]
        found: Array = y.mean(axis=(2, 3))
        return found

    def pull(self, shape: Shape, unit: int, *, centre: bool = False) -> Array:
        """d(what a unit says)/d(activation) for one example of an activation of `shape`: (1, *shape)."""
        dy = np.zeros((1, *shape), np.float32)
        flat = dy.reshape(self.shape[0] if len(shape) == 1 else shape[0], -1)
        if flat.shape[1] == 1 or len(shape) == 1:
            dy.reshape(-1)[unit] = 1
        elif centre:
            dy[0, unit, shape[1] // 2, shape[2] // 2] = 1
        else:
            dy[0, unit] = 1 / flat.shape[1]
        return dy


def unit_layers(net: Net) -> tuple[UnitLayer, ...]:
    """All of them, at least one: a net without weights is one layer, that of its answer."""
    found: list[UnitLayer] = []
    for i, layer in enumerate(net.layers):
        if layer.kind in WEIGHTED:
            found.append(UnitLayer(len(found), layer.kind, i, i, i, _block(net.shapes[i])))
        elif found and layer.kind in ELEMENTWISE:
            found[-1] = _joined(found[-1], i, layer.kind, net.shapes[i])
    if not found:
        last = len(net.layers) - 1
        found.append(UnitLayer(0, net.layers[last].kind, 0, last, last, _block(net.shapes[last])))
    return tuple(found)


def first_layers(net: Net, n: int) -> Net:
    """The first n layers as a net. ValueError for none."""
    if n == len(net.layers):
        return net
    plan = Plan(net.layers[:n], net.input_shape)
    theta = np.empty(plan.n_values, np.float32)
    for k, own in enumerate(plan.segments):
        for name, values in net.views(k).items():
            own[name].view(theta)[...] = values
    return Net(plan.layers, freeze(theta), plan.input_shape)


def cost(net: Net, start: int = 0) -> int:
    """About how many multiplications one example takes from layer `start` on."""
    total = 0
    for i in range(start, len(net.layers)):
        shape = net.shapes[i]
        places = math.prod(shape[1:]) if len(shape) == 3 else 1
        total += sum(int(v.size) for v in net.views(i).values()) * places + 8 * math.prod(shape)
    return max(1, total)


def _joined(layer: UnitLayer, i: int, kind: str, shape: Shape) -> UnitLayer:
    """With one more elementwise layer, which may come after pooling or flattening."""
    own = layer.shape if math.prod(shape) == math.prod(layer.shape) and len(shape) == 1 else _block(shape)
    if own != layer.shape and len(own) != len(layer.shape):
        layer = replace(layer, drive=i)  # its units are others than those of the weights
    linear = kind not in FUNCTIONS and not layer.function
    drive = i if linear else layer.drive
    function = kind if kind in FUNCTIONS else layer.function
    return replace(layer, drive=drive, shown=i, shape=own, function=function)


def _block(shape: Shape) -> Shape:
    return tuple(shape) if len(shape) == 3 else (math.prod(shape),)
