"""Nets that differ from another in one place: a layer exchanged, put in or left out, values replaced."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from neuroviz.nn.arrays import Array, freeze
from neuroviz.nn.layer import Layer
from neuroviz.nn.layers.gate import Gate
from neuroviz.nn.net import Net
from neuroviz.nn.plan import Plan


def with_layer(net: Net, i: int, layer: Layer, values: Mapping[str, Array] | None = None) -> Net:
    """`net` with another layer in place i; its parameters are `values`, or those that were there.

    ValueError where it does not fit, or its parameters have no values.
    """
    _check(net, i, len(net.layers))
    layers = (*net.layers[:i], layer, *net.layers[i + 1 :])
    given = net.views(i) if values is None else values
    return _assembled(net, layers, [*range(i), None, *range(i + 1, len(net.layers))], given)


def inserted(net: Net, i: int, layer: Layer, values: Mapping[str, Array] | None = None) -> Net:
    """`net` with a layer put in before layer i (i = len(layers): at the end). ValueError as `with_layer`."""
    _check(net, i, len(net.layers) + 1)
    layers = (*net.layers[:i], layer, *net.layers[i:])
    return _assembled(net, layers, [*range(i), None, *range(i, len(net.layers))], values or {})


def without_layer(net: Net, i: int) -> Net:
    """`net` without layer i. ValueError where the others do not fit each other, or none is left."""
    _check(net, i, len(net.layers))
    kept: list[int | None] = [k for k in range(len(net.layers)) if k != i]
    return _assembled(net, tuple(net.layers[k] for k in kept if k is not None), kept, {})


def with_values(net: Net, i: int, values: Mapping[str, Array]) -> Net:
    """`net` with arrays of layer i's parameters replaced, by name. ValueError for a wrong name or shape."""
    _check(net, i, len(net.layers))
    theta = net.theta.copy()
    views = net.plan.views(theta, i)
    for name, array in values.items():
        if name not in views:
            raise ValueError(f"layer {i} has no parameter {name!r}")
        if np.shape(array) != views[name].shape:
            raise ValueError(f"{name} has the shape {views[name].shape}, not {np.shape(array)}")
        views[name][...] = array
    return net.with_theta(freeze(theta))


def part(net: Net, start: int, stop: int) -> Net:
    """Layers start..stop-1 of `net`, as a net that takes what comes before them. ValueError for none."""
    if not 0 <= start < stop <= len(net.layers):
        raise ValueError(f"there are no layers {start}..{stop - 1} among {len(net.layers)}")
    shape = net.input_shape if start == 0 else net.shapes[start - 1]
    plan = Plan(net.layers[start:stop], shape)
    theta = np.empty(plan.n_values, np.float32)
    for k in range(stop - start):
        for name, view in plan.views(theta, k).items():
            view[...] = net.views(start + k)[name]
    return Net(plan.layers, freeze(theta), shape)


def with_gates(net: Net, gates: Mapping[int, tuple[Array, Array]]) -> Net:
    """`net` with a Gate before each of these layers (len(layers): at the end), given as (factor, held).

    A gate that stands just there already takes the new one in: y = factor (f x + h) + held. ValueError for a
    place that is none, or values of another size than there are units.
    """
    layers: list[Layer] = []
    sources: list[int | None] = []
    values: dict[int, dict[str, Array]] = {}
    for i in range(len(net.layers) + 1):
        if i in gates:
            factor, held = gates[i]
            if i > 0 and net.layers[i - 1].kind == Gate.kind:
                own = net.views(i - 1)
                factor, held = factor * own["factor"], factor * own["held"] + held
            else:
                layers.append(Gate())
                sources.append(None)
            values[len(layers) - 1] = {"factor": factor, "held": held}
        if i < len(net.layers):
            layers.append(net.layers[i])
            sources.append(i)
    if not all(0 <= i <= len(net.layers) for i in gates):
        raise ValueError(f"there are only {len(net.layers)} layers")
    plan = Plan(tuple(layers), net.input_shape)
    theta = np.empty(plan.n_values, np.float32)
    for k, source in enumerate(sources):
        given: Mapping[str, Array] = {} if source is None else net.views(source)
        _fill(plan, theta, k, values.get(k, given))
    return Net(plan.layers, freeze(theta), net.input_shape)


def _assembled(
    net: Net, layers: tuple[Layer, ...], sources: list[int | None], values: Mapping[str, Array]
) -> Net:
    """A net of `layers`, the k-th with the parameters of `net`'s layer sources[k]; None: with `values`."""
    plan = Plan(layers, net.input_shape)
    theta = np.empty(plan.n_values, np.float32)
    for k, source in enumerate(sources):
        _fill(plan, theta, k, values if source is None else net.views(source))
    return Net(layers, freeze(theta), net.input_shape)


def _fill(plan: Plan, theta: Array, k: int, given: Mapping[str, Array]) -> None:
    for name, view in plan.views(theta, k).items():
        if name not in given or np.shape(given[name]) != view.shape:
            raise ValueError(f"layer {k} needs values {name!r} of shape {view.shape}")
        view[...] = given[name]


def _check(net: Net, i: int, end: int) -> None:
    if not 0 <= i < end:
        raise ValueError(f"there is no place {i} among {len(net.layers)} layers")
