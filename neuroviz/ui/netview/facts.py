"""What can be said about one value of a net: where it is, what it is, and the terms it is made of."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from neuroviz.nn import Conv2d, Net, Trace
from neuroviz.ui.netview.links import patch
from neuroviz.ui.netview.stages import Stage, Values, activation, as_block, as_picture

MOST_TERMS = 3


@dataclass(frozen=True)
class Spot:
    """A place in the picture of a net: a unit, or a pixel of a map. row and column are 0 for a unit."""

    stage: int
    cell: int
    row: int = 0
    column: int = 0


@dataclass(frozen=True)
class Term:
    """One term w·a; source: (unit,) or (map, row, column) of what it reads."""

    source: tuple[int, ...]
    w: float
    a: float


@dataclass(frozen=True)
class Fact:
    """The value at a spot, and how it came about: function(sum of n_terms terms + bias).

    z is that sum, None for what is not computed from weights; terms: the largest, by size.
    """

    value: float
    z: float | None = None
    bias: float = 0.0
    n_terms: int = 0
    terms: tuple[Term, ...] = ()
    pooled: float | None = None


def fact(net: Net, trace: Trace, stage: Stage, spot: Spot) -> Fact:
    """What is known about a spot of a stage."""
    place: tuple[int, ...] = (spot.cell, spot.row, spot.column) if stage.is_maps else (spot.cell,)
    value = float(stage.values(trace)[place])
    if stage.kind not in ("dense", "conv2d"):
        return Fact(value)
    views = net.views(stage.start)
    a, w = activation(trace, stage.start - 1), views["w"]
    layer = net.layers[stage.start]
    if isinstance(layer, Conv2d):
        place = _unpooled(activation(trace, stage.start), stage, place)
        seen, weights = patch(layer, a, place[1], place[2]), w[spot.cell]
        top, left = (at * layer.stride - layer.padding for at in place[1:])
        origin: tuple[int, ...] = (0, top, left)
    else:
        shape = source_shape(net, stage)
        seen, weights, origin = a.reshape(shape), w[:, spot.cell].reshape(shape), (0,) * len(shape)
    z = float(activation(trace, stage.start).reshape(as_block(net.shapes[stage.start]))[place])
    bias = float(views["b"][spot.cell])
    return Fact(value, z, bias, weights.size, _largest(weights, seen, origin), _pooled(stage, trace, spot))


def source_shape(net: Net, stage: Stage) -> tuple[int, ...]:
    """The shape of what a dense layer reads, as pictures where it came from pictures."""
    before = stage.start - 1
    while before >= 0 and net.layers[before].kind in ("flatten", "dropout"):
        before -= 1
    return net.shapes[before] if before >= 0 else as_picture(net.input_shape)


def weight_pictures(net: Net, stage: Stage, cell: int) -> Values | None:
    """The weights into one cell as pictures (n, H, W), where they form some."""
    if stage.kind not in ("dense", "conv2d"):
        return None
    w = net.views(stage.start)["w"]
    if stage.kind == "conv2d":
        return np.asarray(w[cell], np.float32)
    shape = source_shape(net, stage)
    return np.asarray(w[:, cell].reshape(shape), np.float32) if len(shape) == 3 else None


def field(net: Net, stage: Stage, before: Stage, spot: Spot) -> tuple[float, float, float, float] | None:
    """The square a unit of a convolution looks at, as a part (x0, y0, x1, y1) of each map before it."""
    layer = net.layers[stage.start] if stage.kind == "conv2d" else None
    if not isinstance(layer, Conv2d) or not before.is_maps:
        return None
    high, wide = (net.shapes[stage.start - 1] if stage.start else net.input_shape)[1:]
    top = spot.row * layer.stride - layer.padding
    left = spot.column * layer.stride - layer.padding
    right, bottom = min(left + layer.kernel, wide), min(top + layer.kernel, high)
    return max(left, 0) / wide, max(top, 0) / high, right / wide, bottom / high


def _largest(weights: Values, seen: Values, origin: tuple[int, ...]) -> tuple[Term, ...]:
    with np.errstate(invalid="ignore", over="ignore"):  # nets may hold anything
        products = np.abs(weights * seen).ravel()
    order = np.argsort(-np.nan_to_num(products), kind="stable")[:MOST_TERMS]
    found = []
    for i in order:
        place = np.unravel_index(int(i), weights.shape)
        if products[i] > 0:
            source = tuple(int(p) + o for p, o in zip(place, origin, strict=True))
            found.append(Term(source, float(weights[place]), float(seen[place])))
    return tuple(found)


def _unpooled(z: Values, stage: Stage, place: tuple[int, ...]) -> tuple[int, ...]:
    """The unit behind a place of what is shown: itself, or the strongest of those pooled into it."""
    if z.shape == stage.shape:
        return place
    cell, row, column = place
    high, wide = (max(1, z.shape[axis] // stage.shape[axis]) for axis in (1, 2))
    top, left = row * high, column * wide
    part = z[cell, top : top + high, left : left + wide]
    dy, dx = np.unravel_index(int(part.argmax()), part.shape)
    return cell, top + int(dy), left + int(dx)


def _pooled(stage: Stage, trace: Trace, spot: Spot) -> float | None:
    """The value after pooling, when what is shown is from before."""
    if stage.pool is None or stage.pool <= stage.shown:
        return None
    pooled = activation(trace, stage.pool)
    if pooled.ndim != 3:
        return None
    row = spot.row * pooled.shape[1] // stage.shape[1]
    column = spot.column * pooled.shape[2] // stage.shape[2]
    return float(pooled[spot.cell, row, column])
