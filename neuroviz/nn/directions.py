"""Directions in weight space worth a look: random ones, those of a path, those through three solutions."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from neuroviz.nn.arrays import Array
from neuroviz.nn.layers.dense import Dense
from neuroviz.nn.plan import Plan
from neuroviz.nn.plane import Plane

Floats = NDArray[np.float64]


def random_direction(plan: Plan, theta: Array, rng: np.random.Generator) -> Array:
    """A random direction (n_values,) float32, filter by filter as long as the weights of `theta` there.

    A filter is all that leads to one unit or one map. Biases, norms and what is not learned stay as they are:
    0. So directions of two nets can be compared, though one may hold larger weights that mean the same (Li et
    al., Visualizing the Loss Landscape of Neural Nets, 2018).
    """
    found = np.zeros(plan.n_values, np.float32)
    for layer, own in zip(plan.layers, plan.segments, strict=True):
        for segment in own.values():
            if segment.parameter.start != "weight":
                continue
            w, d = segment.view(theta), segment.view(found)
            d[...] = rng.standard_normal(d.shape, np.float32)
            over = (0,) if isinstance(layer, Dense) else tuple(range(1, w.ndim))
            d *= _lengths(w, over) / np.maximum(_lengths(d, over), np.float32(1e-12))
    return found


def random_plane(plan: Plan, theta: Array, rng: np.random.Generator) -> Plane:
    """Through theta, along two of them. ValueError for a net without weights."""
    u, v = random_direction(plan, theta, rng), random_direction(plan, theta, rng)
    return Plane(theta, u, v, plan.n_trainable)


@dataclass(frozen=True, eq=False)
class PathPlane:
    """shares: (2,) of the variance of the path, along u and along v."""

    plane: Plane
    shares: Floats


def path_plane(plan: Plan, thetas: Array, origin: Array | None = None) -> PathPlane:
    """The plane in which a path thetas (T, n_values) is widest, by principal components; u, v of length 1.

    It goes through `origin`, by default the last of the path. What is not learned has no part in it. u points
    to where the path goes. ValueError for a path that does not leave one straight line, or one place.
    """
    n = plan.n_trainable
    mean = thetas[:, :n].mean(axis=0, dtype=np.float64)
    away = thetas[:, :n] - mean.astype(np.float32)
    table = np.asarray(away @ away.T, np.float64)  # (T, T) in place of (P, P): a path is short
    values, vectors = np.linalg.eigh(table)
    values = np.maximum(values[::-1], 0.0)
    total = float(values.sum())
    if len(thetas) < 3 or not values[1] > 1e-10 * total:
        raise ValueError("a plane of a path needs three places that are not in one line")
    directions = []
    for k in (0, 1):
        weights = vectors[:, -1 - k]
        sign = 1.0 if weights[-1] >= weights[0] else -1.0
        direction = sign * (weights.astype(np.float32) @ away)
        directions.append(_padded(direction / np.linalg.norm(direction), plan))
    plane = Plane(thetas[-1] if origin is None else origin, directions[0], directions[1], n)
    return PathPlane(plane, values[:2] / total)


def three_plane(plan: Plan, first: Array, second: Array, third: Array) -> Plane:
    """Through three solutions (n_values,): from `first`, u towards `second`, v at right angles towards
    `third`, both of length 1, so that places are distances (Garipov et al., 2018). ValueError if in one line.
    """
    n = plan.n_trainable
    return spanned(plan, first, second[:n] - first[:n], third[:n] - first[:n])


def spanned(plan: Plan, origin: Array, one: Array, two: Array) -> Plane:
    """Through origin (n_values,), along `one` and `two` (n_trainable,), made orthonormal by Gram and Schmidt.

    ValueError if they are one direction, or none.
    """
    u, v = one.astype(np.float64), two.astype(np.float64)
    length, whole = float(np.linalg.norm(u)), float(np.linalg.norm(v))
    if not length > 0 or not whole > 0:
        raise ValueError("a plane needs two directions")
    u /= length
    for _ in range(2):  # once more, for what rounding has left
        v -= (u @ v) * u
    rest = float(np.linalg.norm(v))
    if not rest > 1e-4 * whole:
        raise ValueError("two directions of a plane must not be one")
    return Plane(origin, _padded(u, plan), _padded(v / rest, plan), plan.n_trainable)


def line(plan: Plan, first: Array, second: Array) -> Plane:
    """The line that is at `first` for a = 0 and at `second` for a = 1, running statistics and all.

    ValueError if they are one place.
    """
    return Plane(first, second - first, np.zeros_like(first), plan.n_trainable)


def _lengths(x: Array, over: tuple[int, ...]) -> Array:
    lengths: Array = np.sqrt(np.square(x).sum(axis=over, keepdims=True))
    return lengths


def _padded(learned: Array, plan: Plan) -> Array:
    """(n_trainable,) to (n_values,) float32: no running statistic moves."""
    whole = np.zeros(plan.n_values, np.float32)
    whole[: plan.n_trainable] = learned
    return whole
