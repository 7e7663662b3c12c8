"""Nets that differ from another in one place: a layer exchanged, put in or left out, values replaced."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from neuroviz.nn.arrays import Array, freeze
from neuroviz.nn.layer import Layer
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


def _assembled(
    net: Net, layers: tuple[Layer, ...], sources: list[int | None], values: Mapping[str, Array]
) -> Net:
    """A net of `layers`, the k-th with the parameters of `net`'s layer sources[k]; None: with `values`."""
    plan = Plan(layers, net.input_shape)
    theta = np.empty(plan.n_values, np.float32)
    for k, source in enumerate(sources):
        given = values if source is None else net.views(source)
        for name, view in plan.views(theta, k).items():
            if name not in given or np.shape(given[name]) != view.shape:
                raise ValueError(f"layer {k} needs values {name!r} of shape {view.shape}")
            view[...] = given[name]
    return Net(layers, freeze(theta), net.input_shape)


def _check(net: Net, i: int, end: int) -> None:
    if not 0 <= i < end:
        raise ValueError(f"there is no place {i} among {len(net.layers)} layers")
