"""One neuron's numbers: what it sums, term by term, and how the sum is bent; or what a layer does instead."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np

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
    MaxPool,
    Net,
    Softmax,
    Trace,
)
from neuroviz.nn.arrays import DIVERGING_IS_ALLOWED, Array, freeze
from neuroviz.sims.bends import PLACES, Curve, curve, span, value_and_slope
from neuroviz.sims.stages import Place, Source, Stage, bend_of, source_of

MOST = 64
"""So many of the largest terms are told apart; the others stay one sum."""

BEYOND = -1  # the index of an input that is padding


@dataclass(frozen=True, eq=False)
class Neuron:
    """A weighted sum: z = Σ x w + b, y = f(z). All arrays are read-only; n terms.

    x, w (n,): float32, what is multiplied; inputs (n,): where each x lies in the layer's input, −1 for
    padding; weights: where each w lies in the layer's parameter, as in one row; terms (n,): float64
    products; order: the largest first, up to 64; bias_at: the place of b in its parameter.
    z, y: as the engine gives them; slope: f′(z) by the engine's backward; curve: f around 0, z inside.
    """

    x: Array
    w: Array
    b: float
    inputs: Array
    weights: Array
    bias_at: int
    terms: Array
    order: Array
    z: float
    y: float
    slope: float
    f: Layer
    curve: Curve
    source: Source

    @property
    def n(self) -> int:
        """How many terms it has."""
        return len(self.terms)

    @property
    def total(self) -> float:
        """Σ x w, without b."""
        return float(self.terms.sum())


@dataclass(frozen=True, eq=False)
class Other:
    """A stage that sums nothing by weights. given: the values it looks at; y: what it makes of them.

    at: which of them is its own, or wins. numbers: what else is needed to say so, by name. curve: y as its
    own value goes, all others held; None where there is nothing to see.
    """

    layer: Layer
    given: Array
    at: int
    y: float
    slope: float = 1.0
    numbers: dict[str, float] = field(default_factory=dict)
    curve: Curve | None = None
    source: Source | None = None
    inputs: Array | None = None

    @property
    def x(self) -> float:
        """Its own value."""
        return float(self.given[self.at])


@DIVERGING_IS_ALLOWED
def part_of(net: Net, trace: Trace, stages: tuple[Stage, ...], place: Place) -> Neuron | Other:
    """The numbers of one unit for the first example of a trace."""
    stage = stages[place.stage]
    before = trace.input if stage.layer == 0 else trace.activations[stage.layer - 1]
    x, source = before[0], source_of(net, stages, place.stage)
    if stage.sort == "sum":
        return _neuron(net, trace, stage, place.unit, source)
    layer, y = net.layers[stage.layer], float(trace.activations[stage.layer][0].reshape(-1)[place.unit])
    if stage.sort == "bend":
        own = float(x.reshape(-1)[place.unit])
        others = np.delete(x.reshape(-1), place.unit) if isinstance(layer, Softmax) else None
        line, slope = _bent(layer, own, others)
        return Other(layer, np.array([own]), 0, y, slope, {}, line, source, np.array([place.unit]))
    return _other(net, stage, x, place.unit, y, source)


def _neuron(net: Net, trace: Trace, stage: Stage, unit: int, source: Source) -> Neuron:
    before = trace.input if stage.layer == 0 else trace.activations[stage.layer - 1]
    views, layer = net.views(stage.layer), net.layers[stage.layer]
    x_all = before[0]
    if isinstance(layer, Dense):
        x, inputs, at = x_all, np.arange(len(x_all)), unit
        w, weights = views["w"][:, unit], inputs * layer.n_out + unit
    else:
        assert isinstance(layer, Conv2d)
        at, row, column = (int(i) for i in np.unravel_index(unit, stage.shape))
        inputs = window_places(layer, x_all.shape, row, column)
        x = np.where(inputs == BEYOND, np.float32(0), x_all.reshape(-1)[inputs])
        w = views["w"][at].reshape(-1)
        weights = at * w.size + np.arange(w.size)
    terms = np.asarray(x, np.float64) * np.asarray(w, np.float64)
    z = float(trace.activations[stage.layer][0].reshape(-1)[unit])
    y = float(trace.activations[stage.last][0].reshape(-1)[unit])
    f = bend_of(net, stage)
    others = None
    if isinstance(f, Softmax):
        others = np.delete(trace.activations[stage.layer][0].reshape(-1), unit)
    line, slope = _bent(f, z, others)
    return Neuron(
        freeze(np.array(x)), freeze(np.array(w)), float(views["b"][at]), freeze(inputs), freeze(weights), at,
        freeze(terms), freeze(largest(terms)), z, y, slope, f, line, source,
    )  # fmt: skip


def window_places(layer: Conv2d, shape: tuple[int, ...], row: int, column: int) -> Array:
    """(C·k·k,) where the window for one place of a map lies in its input (C, H, W); −1: padding."""
    channels, high, wide = shape
    side = np.arange(layer.kernel) - layer.padding
    rows, columns = row * layer.stride + side, column * layer.stride + side
    inside = ((rows >= 0) & (rows < high))[:, None] & ((columns >= 0) & (columns < wide))
    flat = np.where(inside, rows[:, None] * wide + columns, BEYOND)
    each = np.arange(channels)[:, None, None] * (high * wide)
    found: Array = np.where(flat[None] == BEYOND, BEYOND, flat[None] + each).reshape(-1)
    return found


def largest(terms: Array) -> Array:
    """The places of the largest terms by size, up to 64, the largest first; NaN before all."""
    size = np.where(np.isnan(terms), np.inf, np.abs(terms))
    some = np.arange(len(size))
    if len(size) > MOST:
        some = np.sort(np.argpartition(-size, MOST - 1)[:MOST])
    order: Array = some[np.argsort(-size[some], kind="stable")]
    return order


def _bent(f: Layer, z: float, others: Array | None) -> tuple[Curve, float]:
    """The curve about z, and its slope there; without a number, about 0 and no slope."""
    reach = span(z)
    line = curve(f, np.linspace(-reach, reach, PLACES, dtype=np.float32), others)
    return line, value_and_slope(f, z, others)[1] if math.isfinite(z) else math.nan


# -- layers that sum nothing -------------------------------------------------------------------------


def _other(net: Net, stage: Stage, x: Array, unit: int, y: float, source: Source) -> Other:
    layer = net.layers[stage.layer]
    if isinstance(layer, MaxPool | AvgPool):
        return _pool(layer, stage, x, unit, y, source)
    if isinstance(layer, BatchNorm):
        return _batch_norm(net, stage, x, unit, y, source)
    if isinstance(layer, LayerNorm):
        return _layer_norm(net, stage, x, unit, y, source)
    numbers = {"rate": layer.rate} if isinstance(layer, Dropout) else {}
    if isinstance(layer, Gate):
        map_of_unit = unit // (stage.size // stage.shape[0])
        numbers = {name: float(view[map_of_unit]) for name, view in net.views(stage.layer).items()}
    if isinstance(layer, Flatten):
        source = Source(tuple(x.shape), source.stage)
    own = np.array([x.reshape(-1)[unit]], np.float32)
    return Other(layer, own, 0, y, 1.0, numbers, None, source, np.array([unit]))


def _pool(
    layer: MaxPool | AvgPool, stage: Stage, x: Array, unit: int, y: float, source: Source
) -> Other:
    channel, row, column = (int(i) for i in np.unravel_index(unit, stage.shape))
    size, (_, high, wide) = layer.size, x.shape
    rows, columns = row * size + np.arange(size), column * size + np.arange(size)
    inputs = (channel * high * wide + rows[:, None] * wide + columns).reshape(-1)
    block = x.reshape(-1)[inputs]
    best = int(block.argmax())
    slope = 1.0 if isinstance(layer, MaxPool) else 1 / size**2
    return Other(layer, freeze(np.array(block)), best, y, slope, {"size": size}, None, source, freeze(inputs))


def _batch_norm(net: Net, stage: Stage, x: Array, unit: int, y: float, source: Source) -> Other:
    layer, views = net.layers[stage.layer], net.views(stage.layer)
    channel = unit // (stage.size // stage.shape[0])
    numbers = {name: float(view[channel]) for name, view in views.items()}
    own = float(x.reshape(-1)[unit])
    theta = np.array([numbers[name] for name in ("gain", "shift", "mean", "variance")], np.float32)
    alone = Net((layer,), freeze(theta), (1,))
    reach = span(own)
    z = np.linspace(-reach, reach, PLACES, dtype=np.float32)
    values = alone(z[:, None])[:, 0]
    slope = numbers["gain"] / math.sqrt(max(numbers["variance"], 0.0) + 1e-5)
    line = Curve(z, values, np.full_like(z, slope))
    return Other(layer, np.array([own]), 0, y, slope, numbers, line, source, np.array([unit]))


def _layer_norm(net: Net, stage: Stage, x: Array, unit: int, y: float, source: Source) -> Other:
    views, flat = net.views(stage.layer), x.reshape(-1).astype(np.float64)
    numbers = {
        "gain": float(views["gain"].reshape(-1)[unit]), "shift": float(views["shift"].reshape(-1)[unit]),
        "mean": float(flat.mean()), "variance": float(flat.var()), "n": float(len(flat)),
    }  # fmt: skip
    own = np.array([flat[unit]])
    return Other(net.layers[stage.layer], own, 0, y, math.nan, numbers, None, source, np.array([unit]))
