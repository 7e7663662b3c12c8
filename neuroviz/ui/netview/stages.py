"""Which layers of a net are shown together: one stage for each layer with weights and all that follows it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import isqrt

import numpy as np
from numpy.typing import NDArray

from neuroviz.nn import Net, Trace

INPUT = -1  # the place of the input among the activations
FUNCTIONS = ("relu", "leaky_relu", "tanh", "sigmoid", "gelu", "softmax", "linear")
POOLS = ("max_pool", "avg_pool")
WEIGHTED = ("dense", "conv2d")
_KEPT = ("batch_norm", "layer_norm", "gate")  # what leaves units units
_SMALLEST_PICTURE = 64  # a flat input of fewer numbers is shown as units

Values = NDArray[np.float32]


@dataclass(frozen=True)
class Stage:
    """What is shown as one block.

    kind: "input", "dense", "conv2d", or the kind of a layer with nothing before it; start: the layer whose
    weights make it (INPUT for the input); shown: the activation on show, after the non-linearity;
    last: the one that the next stage reads; shape: of what is shown, (C, H, W) or (n,).
    """

    kind: str
    start: int
    shown: int
    last: int
    shape: tuple[int, ...]
    function: str = ""
    pool: int | None = None

    @property
    def is_maps(self) -> bool:
        """Whether it is shown as pictures."""
        return len(self.shape) == 3

    @property
    def n_cells(self) -> int:
        """How many maps or units there are."""
        return self.shape[0]

    @property
    def is_picture(self) -> bool:
        """Whether it is a single picture, in which each pixel is a source of its own."""
        return self.is_maps and self.shape[0] == 1

    def values(self, trace: Trace) -> Values:
        """What is shown, of the first example: `shape`."""
        found: Values = activation(trace, self.shown).reshape(self.shape)
        return found


def activation(trace: Trace, i: int) -> Values:
    """The first example's activation of layer i, or its input."""
    found: Values = (trace.input if i == INPUT else trace.activations[i])[0]
    return found


def stages(net: Net) -> tuple[Stage, ...]:
    """The stages of a net, the input first."""
    found = [Stage("input", INPUT, INPUT, INPUT, as_picture(net.input_shape))]
    for i, layer in enumerate(net.layers):
        if layer.kind in WEIGHTED:
            found.append(Stage(layer.kind, i, i, i, as_block(net.shapes[i])))
        else:
            found[-1] = _joined(found[-1], i, layer.kind, net.shapes[i])
    return tuple(found)


def as_picture(shape: tuple[int, ...]) -> tuple[int, ...]:
    """A flat input of a square number of values is a picture."""
    if len(shape) == 1 and shape[0] >= _SMALLEST_PICTURE and isqrt(shape[0]) ** 2 == shape[0]:
        side = isqrt(shape[0])
        return (1, side, side)
    return as_block(shape)


def as_block(shape: tuple[int, ...]) -> tuple[int, ...]:
    """Maps stay maps; anything else is a row of units."""
    return shape if len(shape) == 3 else (int(np.prod(shape)),)


def _joined(stage: Stage, i: int, kind: str, shape: tuple[int, ...]) -> Stage:
    """`stage` with one more layer; a non-linearity is shown at once, pooling alone is not."""
    if kind in FUNCTIONS or kind in _KEPT:
        same = int(np.prod(shape)) == int(np.prod(stage.shape))
        shown = replace(stage, shown=i, shape=stage.shape if same else as_block(shape))
        return replace(shown, last=i, function=kind if kind in FUNCTIONS else stage.function)
    if kind in POOLS:
        return replace(stage, last=i, pool=i)
    return replace(stage, last=i)
