"""Matching: the hidden units of one net put into the order of another's that do the same.

A net computes the same whatever the order of its hidden units; so two solutions that look far apart may be
neighbours (Ainsworth et al., Git Re-Basin, 2022).
"""

from __future__ import annotations

import itertools
from collections.abc import Generator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from neuroviz.nn.arrays import Array, freeze
from neuroviz.nn.assignment import assigning
from neuroviz.nn.layers.conv2d import Conv2d
from neuroviz.nn.layers.dense import Dense
from neuroviz.nn.plan import Plan

Whole = NDArray[np.intp]
_ROUNDS = 50


@dataclass(frozen=True)
class _Touched:
    """Along `axis` of the parameters at `place` (layer, name) lie the units of a group, each with `spread`
    neighbours that go with it: a map that was laid flat has as many as it has places."""

    place: tuple[int, str]
    axis: int
    spread: int


@dataclass(frozen=True)
class Group:
    """Hidden units whose order is free. made_by: the layer whose outputs they are."""

    made_by: int
    n_units: int
    touched: tuple[_Touched, ...]


def groups(plan: Plan) -> tuple[Group, ...]:
    """The outputs of each layer of weights but the last; none where one layer is all there is."""
    weights = [i for i, layer in enumerate(plan.layers) if isinstance(layer, Dense | Conv2d)]
    found = []
    for start, end in itertools.pairwise(weights):
        n, touched = plan.shapes[start][0], []
        for name in ("w", "b"):
            out = 1 if name == "w" and isinstance(plan.layers[start], Dense) else 0
            touched.append(_Touched((start, name), out, 1))
        for i in range(start + 1, end):
            touched += [
                _Touched((i, name), 0, segment.parameter.shape[0] // n)
                for name, segment in plan.segments[i].items()
            ]
        into, axis = plan.segments[end]["w"].parameter.shape, 0 if isinstance(plan.layers[end], Dense) else 1
        touched.append(_Touched((end, "w"), axis, into[axis] // n))
        found.append(Group(start, n, tuple(touched)))
    return tuple(found)


def permuted(plan: Plan, theta: Array, orders: tuple[Whole, ...]) -> Array:
    """theta (n_values,) with the units of each group in that order: it computes the same.

    orders[g] (n_units,): unit k becomes what orders[g][k] was. ValueError for what is no permutation.
    """
    free = groups(plan)
    if len(orders) != len(free) or any(
        not np.array_equal(np.sort(order), np.arange(group.n_units))
        for order, group in zip(orders, free, strict=True)
    ):
        raise ValueError("wanted is a permutation for each group of hidden units")
    found = theta.copy()
    for group, order in zip(free, orders, strict=True):
        for one in group.touched:
            view = _view(plan, found, one)
            view[...] = view[:, order]
    return freeze(found)


@dataclass(frozen=True, eq=False)
class Matched:
    """theta: the other net in the new order; orders: of each group (see `permuted`). moved: units, of all,
    that are elsewhere now. distance: before and after, of what is learned."""

    theta: Array
    orders: tuple[Whole, ...]
    moved: int
    units: int
    distance: tuple[float, float]


def matching(plan: Plan, theta: Array, other: Array,
             rng: np.random.Generator) -> Generator[None, None, Matched]:
    """Weight matching: `other` (n_values,) brought as near to `theta` as orders of its hidden units can.

    Group by group, in random order, until none gains: the best order of one, with the others as they are, is
    an assignment. Not the nearest of all there is, which nobody knows how to find fast. Between two units of
    work it can be left.
    """
    free = groups(plan)
    orders = [np.arange(group.n_units) for group in free]
    now = other.copy()
    for _ in range(_ROUNDS):
        better = False
        for g in rng.permutation(len(free)):
            gain = _likeness(plan, free[g], theta, now)
            order = yield from assigning(gain.max() - gain)
            here = np.arange(len(order))
            if gain[here, order].sum() <= gain.trace() + 1e-9 * np.abs(gain).max():
                continue
            better = True
            orders[g] = orders[g][order]
            for one in free[g].touched:
                view = _view(plan, now, one)
                view[...] = view[:, order]
            yield
        if not better:
            break
    moved = sum(int((order != np.arange(len(order))).sum()) for order in orders)
    n = plan.n_trainable
    before, after = (float(np.linalg.norm(one[:n] - theta[:n])) for one in (other, now))
    units = sum(group.n_units for group in free)
    return Matched(freeze(now), tuple(orders), moved, units, (before, after))


def _view(plan: Plan, flat: Array, one: _Touched) -> Array:
    """(before, units, after): the parameters, their units in the middle."""
    view = plan.segments[one.place[0]][one.place[1]].view(flat)
    before = int(np.prod(view.shape[: one.axis], dtype=int))
    units = view.shape[one.axis] // one.spread
    return view.reshape(before, units, -1)


def _likeness(plan: Plan, group: Group, theta: Array, other: Array) -> Array:
    """(units, units): what each unit of theta has in common with each of other, as a product of all that
    leads to it, is in it and leads away. What is not learned has no part in it."""
    total = np.zeros((group.n_units, group.n_units))
    for one in group.touched:
        layer, name = one.place
        if not plan.segments[layer][name].parameter.trainable:
            continue
        mine, its = (_view(plan, flat, one).transpose(1, 0, 2).reshape(group.n_units, -1)
                     for flat in (theta, other))
        total += mine @ its.T
    return total
