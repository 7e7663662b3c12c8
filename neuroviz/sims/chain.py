"""The gradient of one weight as a chain of factors, and the same by wiggling the weight."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from neuroviz.nn import Conv2d, Net
from neuroviz.nn.arrays import Array
from neuroviz.nn.gradients import Gradients
from neuroviz.sims.loss_of import LossOf
from neuroviz.sims.one_weight import WIGGLE, Sides, Weight, largest, place_of, slope_at

_FUNCTIONS = ("relu", "leaky_relu", "tanh", "sigmoid", "gelu", "linear")


@dataclass(frozen=True)
class Term:
    """One way by which the error comes back: through weight `w` to unit `target`, whose error is `error`."""

    target: int
    w: float
    error: float


@dataclass(frozen=True)
class Chain(Sides):
    """d(loss)/d(weight) and what it is made of.

    a: what the weight multiplies (1 for a bias); dz: d(loss)/dz of the unit it feeds, itself slope × da where
    a function `function` follows, with da = d(loss)/d(f(z)); n_places: at how many places of a picture the
    weight is used (then a and dz are those of the place that adds most, and `gradient` is the sum of all).
    terms: the largest w × error that da is the sum of (n_terms in all), where a dense layer comes next.
    below, above: (loss(w) - loss(w - h)) / h and (loss(w + h) - loss(w)) / h in double precision; they differ
    where the loss has a kink, as at the corner of a ReLU. after: the weight after one step.
    """

    weight: Weight
    value: float
    a: float
    dz: float
    function: str
    slope: float | None
    da: float | None
    n_places: int
    terms: tuple[Term, ...]
    n_terms: int
    gradient: float
    below: float
    above: float
    after: float


def chain(net: Net, found: Gradients, weight: Weight, loss: LossOf, rate: float) -> Chain:
    """All of it, for one example. Raises ValueError for a weight that is not there."""
    in_theta = place_of(net.plan, weight)
    value, gradient = float(net.theta[in_theta]), float(found.dtheta[in_theta])
    at, a, n_places = _place(net, found, weight)
    dz = float(_dy(found, weight.layer)[at])
    function, slope, da = _function_after(net, found, weight.layer, at)
    terms, n_terms = _terms(net, found, weight.layer + (1 if function else 0), at)
    return Chain(
        weight, value, a, dz, function, slope, da, n_places, terms, n_terms, gradient,
        *slopes(net, found.trace.input, weight, loss), value - rate * gradient,
    )  # fmt: skip


def slopes(net: Net, x: Array, weight: Weight, loss: LossOf) -> tuple[float, float]:
    """The slopes of the loss below and above one weight, by going a little there, in double precision."""
    theta = net.theta.astype(np.float64)
    place, losses = place_of(net.plan, weight), []
    value = theta[place]
    for side in (-1, 0, 1):
        theta[place] = value + side * WIGGLE
        program = net.plan.bind(theta, 1)
        np.copyto(program.outer_x, x)
        program.forward()
        losses.append(loss.value(program.outer_ys[-1]))
    return (losses[1] - losses[0]) / WIGGLE, (losses[2] - losses[1]) / WIGGLE


def strongest(net: Net, found: Gradients, layer: int, unit: int | None = None) -> Weight | None:
    """The weight of `layer` (into `unit`, or any) with the largest gradient; None where there are none."""
    views = net.plan.views(found.dtheta, layer, trainable_only=True)
    if "w" not in views:
        return None
    size = np.abs(np.nan_to_num(views["w"]))
    axis = 0 if net.layers[layer].kind == "conv2d" else 1
    if unit is not None and 0 <= unit < size.shape[axis]:
        part = size.take(unit, axis)
        rest = list(map(int, np.unravel_index(int(part.argmax()), part.shape)))
        rest.insert(axis, unit)
        return Weight(layer, "w", tuple(rest))
    return Weight(layer, "w", tuple(map(int, np.unravel_index(int(size.argmax()), size.shape))))


def _dy(found: Gradients, layer: int) -> Array:
    dy = found.dys[layer]
    assert dy is not None
    return np.asarray(dy[0])


def _input(found: Gradients, layer: int) -> Array:
    return np.asarray((found.trace.input if layer == 0 else found.trace.activations[layer - 1])[0])


def _place(net: Net, found: Gradients, weight: Weight) -> tuple[tuple[int, ...], float, int]:
    """The output the weight feeds (the place where it matters most), what it multiplies there, how many."""
    dy, x = _dy(found, weight.layer), _input(found, weight.layer)
    conv = net.layers[weight.layer]
    if isinstance(conv, Conv2d):
        return _place_in_maps(conv, dy, x, weight)
    if net.layers[weight.layer].kind != "dense":
        at = int(np.ravel_multi_index(weight.index, net.views(weight.layer)[weight.name].shape))
        flat = tuple(map(int, np.unravel_index(min(at, dy.size - 1), dy.shape)))
        return flat, float("nan"), 1
    a = 1.0 if weight.name == "b" else float(x[weight.index[0]])
    return (weight.index[-1],), a, 1


def _place_in_maps(conv: Conv2d, dy: Array, x: Array, weight: Weight) -> tuple[tuple[int, ...], float, int]:
    errors = dy[weight.index[0]]
    if weight.name == "b":
        seen = np.ones_like(errors)
    else:
        stride, padded = conv.stride, np.pad(x[weight.index[1]], conv.padding)
        top, left = weight.index[2:]
        rows, columns = errors.shape
        seen = padded[top : top + stride * rows : stride, left : left + stride * columns : stride]
        seen = seen[:rows, :columns]
    best = int(np.abs(np.nan_to_num(seen * errors)).argmax())
    row, column = map(int, np.unravel_index(best, errors.shape))
    return (weight.index[0], row, column), float(seen[row, column]), int(errors.size)


def _function_after(
    net: Net, found: Gradients, layer: int, at: tuple[int, ...]
) -> tuple[str, float | None, float | None]:
    """The function that follows, its slope at z by the engine's own backward pass, the error behind it."""
    after = layer + 1
    if after >= len(net.layers) or net.layers[after].kind not in _FUNCTIONS:
        return "", None, None
    slope = slope_at(net.layers[after], float(found.trace.activations[layer][0][at]))
    return net.layers[after].kind, slope, float(_dy(found, after)[at])


def _terms(net: Net, found: Gradients, last: int, at: tuple[int, ...]) -> tuple[tuple[Term, ...], int]:
    """What the error of a unit is the sum of, where a dense layer reads it directly."""
    after = last + 1
    if after >= len(net.layers) or net.layers[after].kind != "dense" or len(at) != 1:
        return (), 0
    w, errors = net.views(after)["w"][at[0]], _dy(found, after)
    return tuple(Term(int(k), float(w[k]), float(errors[k])) for k in largest(w * errors)), len(w)
