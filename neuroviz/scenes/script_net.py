"""The part of a training script that is the net: its weights, forward and backward, layer by layer."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field

from neuroviz import nn
from neuroviz.nn.plan import Segment
from neuroviz.scenes.recipe import Recipe

KNOWN_STARTS = frozenset({"he", "he_normal", "he_uniform", "glorot", "glorot_normal", "glorot_uniform"})
"""Starts that a script makes by itself; others it reads."""

SMALL = 1_000_000  # multiplications; larger products are cut, see nn.gemm


@dataclass
class NetText:
    """Its lines; backward by layer."""

    weights: list[str] = field(default_factory=list)
    start: list[str] = field(default_factory=list)
    forward: list[str] = field(default_factory=list)
    backward: list[list[str]] = field(default_factory=list)
    low: int = 0  # the first layer that the gradient has to reach


@dataclass(frozen=True)
class _Layer:
    """One layer to be written down. down: the gradient of its input is wanted; turned: its flat input lies
    in memory as the pictures left it; examples: the most at once."""

    i: int
    layer: nn.Layer
    before: tuple[int, ...]
    down: bool
    turned: bool
    examples: int

    @property
    def x(self) -> str:
        """Its input."""
        return f"a[{self.i}]"

    @property
    def y(self) -> str:
        """Its output."""
        return f"a[{self.i + 1}]"


def net_text(recipe: Recipe, examples: int) -> NetText:
    """examples: the most that are learned from at once."""
    plan, text = recipe.plan(), NetText()
    trainable = [any(s.parameter.trainable for s in own.values()) for own in plan.segments]
    text.low = trainable.index(True)
    shapes = (plan.input_shape, *plan.shapes)
    for i, layer in enumerate(plan.layers):
        one = _Layer(i, layer, shapes[i], i > text.low, _comes_turned(plan, i), examples)
        forward, backward = _WRITERS[layer.kind](one)
        text.forward.append(f"{forward}{_remark(one, shapes[i + 1])}")
        text.backward.append(backward if i >= text.low else [])
        for segment in plan.segments[i].values():
            text.weights.append(_window("theta", "", i, segment))
            if segment.parameter.trainable:
                text.weights.append(_window("grad", "d", i, segment))
            text.start.extend(_started(i, segment, recipe.layers[i].init))
    return text


def _comes_turned(plan: nn.Plan, i: int) -> bool:
    """Whether the flat input of layer i lies in memory with the batch last, as a Flatten leaves it."""
    shapes = (plan.input_shape, *plan.shapes)
    for k in range(i - 1, -1, -1):
        kind = plan.layers[k].kind
        if kind == "dense":
            return False
        if kind == "flatten" and len(shapes[k]) > 1:
            return True
    return False


def _remark(one: _Layer, after: tuple[int, ...]) -> str:
    sizes = " × ".join(map(str, after))
    return f"  # {one.layer.kind.replace('_', ' ')}: {sizes}"


def _window(flat: str, mark: str, i: int, segment: Segment) -> str:
    p = segment.parameter
    shaped = f".reshape({', '.join(map(str, p.shape))})" if len(p.shape) > 1 else ""
    return f"{mark}{p.name}{i} = {flat}[{segment.start}:{segment.start + p.size}]{shaped}"


def _started(i: int, segment: Segment, init: str) -> list[str]:
    p = segment.parameter
    name = f"{p.name}{i}"
    if p.start == "ones":
        return [f"{name}[...] = 1"]
    if p.start == "zeros":
        return []
    fans = f"({p.fan_in} + {p.fan_out})" if init.startswith("glorot") else f"{p.fan_in}"
    sigma = f"math.sqrt(2 / {fans})"
    if init.endswith("uniform") or init == "glorot":
        edge = f"math.sqrt(3) * {sigma}"
        return [f"{name}[...] = rng.uniform(-({edge}), {edge}, {name}.shape)"]
    return [f"{name}[...] = rng.normal(0, {sigma}, {name}.shape)"]


# -- layer by layer: the line forward, the lines backward ----------------------------------------------

Lines = tuple[str, list[str]]


def _dense(one: _Layer) -> Lines:
    i, n_in, n_out = one.i, one.before[0], one.layer.parameters(one.before)[1].size
    if one.examples * n_in * n_out <= SMALL and not (one.turned and one.down):
        back = [f"dw{i}[...] = {one.x}.T @ d", f"db{i}[...] = np.dot(np.ones(len(d), np.float32), d)"]
        return f"{one.y} = {one.x} @ w{i} + b{i}", back + [f"d = d @ w{i}.T.copy()"] * one.down
    down = [f"d = dense_input_back(d, {one.x}, w{i})"] * one.down
    return (
        f"{one.y} = dense({one.x}, w{i}, b{i})",
        [f"dw{i}[...], db{i}[...] = dense_weights_back(d, {one.x})", *down],
    )


def _conv(one: _Layer) -> Lines:
    assert isinstance(one.layer, nn.Conv2d)
    i, how = one.i, f"{one.layer.stride}, {one.layer.padding}"
    down = [f"d = conv_input_back(d, {one.x}, w{i}, {how})"] * one.down
    return (
        f"{one.y} = conv({one.x}, w{i}, b{i}, {how})",
        [f"dw{i}[...], db{i}[...] = conv_weights_back(d, {one.x}, w{i}, {how})", *down],
    )


def _pool(one: _Layer) -> Lines:
    assert isinstance(one.layer, nn.MaxPool | nn.AvgPool)
    kind, size = one.layer.kind, one.layer.size
    return f"{one.y} = {kind}({one.x}, {size})", [f"d = {kind}_back(d, {one.x}, {size})"]


def _norm(one: _Layer) -> Lines:
    i, kind = one.i, one.layer.kind
    kept = f", mean{i}, variance{i}" if kind == "batch_norm" else ""
    return (
        f"{one.y} = {kind}({one.x}, gain{i}, shift{i}{kept})",
        [f"dgain{i}[...], dshift{i}[...], d = {kind}_back(d, {one.x}, gain{i})"],
    )


def _gate(one: _Layer) -> Lines:
    i = one.i
    return f"{one.y} = gate({one.x}, factor{i}, held{i})", [f"d = gate_back(d, factor{i})"]


def _flatten(one: _Layer) -> Lines:
    if len(one.before) == 1:
        return f"{one.y} = {one.x}", []
    shape = ", ".join(map(str, one.before))
    return f"{one.y} = {one.x}.reshape({math.prod(one.before)}, -1).T", [f"d = d.T.reshape({shape}, -1)"]


def _dropout(one: _Layer) -> Lines:
    assert isinstance(one.layer, nn.Dropout)
    i = one.i
    return (
        f"{one.y}, masks[{i}] = dropout({one.x}, {one.layer.rate!r}, dropping)",
        [f"d = masked(d, masks[{i}])"],
    )


def _linear(one: _Layer) -> Lines:
    return f"{one.y} = {one.x}", []


def _relu(one: _Layer) -> Lines:
    return f"{one.y} = np.maximum({one.x}, 0)", [f"d = np.where({one.y} > 0, d, np.float32(0))"]


def _leaky(one: _Layer) -> Lines:
    assert isinstance(one.layer, nn.LeakyReLU)
    slope = one.layer.slope
    back = f"d = d * np.where({one.x} > 0, np.float32(1), np.float32({slope!r}))"
    return f"{one.y} = np.maximum({one.x}, {one.x} * {slope!r})", [back]


def _tanh(one: _Layer) -> Lines:
    return f"{one.y} = np.tanh({one.x})", [f"d = d * (1 - {one.y} * {one.y})"]


def _sigmoid(one: _Layer) -> Lines:
    back = f"d = d * ((1 - {one.y}) * {one.y})"
    return f"{one.y} = (np.tanh({one.x} * 0.5) + 1) * 0.5", [back]


def _gelu(one: _Layer) -> Lines:
    return f"{one.y} = gelu({one.x})", [f"d = gelu_back(d, {one.x})"]


def _softmax(one: _Layer) -> Lines:
    return f"{one.y} = softmax({one.x})", [f"d = softmax_back(d, {one.y})"]


_WRITERS: dict[str, Callable[[_Layer], Lines]] = {
    "dense": _dense, "conv2d": _conv, "max_pool": _pool, "avg_pool": _pool, "batch_norm": _norm,
    "layer_norm": _norm, "gate": _gate, "flatten": _flatten, "dropout": _dropout, "linear": _linear,
    "relu": _relu, "leaky_relu": _leaky, "tanh": _tanh, "sigmoid": _sigmoid, "gelu": _gelu,
    "softmax": _softmax,
}  # fmt: skip
