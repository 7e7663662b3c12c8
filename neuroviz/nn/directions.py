"""Directions in weight space worth a look: random ones, those of a path, those through three solutions."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from neuroviz.nn.arrays import Array
from neuroviz.nn.layers.dense import Dense
from neuroviz.nn.plan import Plan
from neuroviz.nn.plane import Plane

Floats = NDArray[np.float64]

_UNIT = 1e8  # multiplications of a unit of work
_WIDEST = 16_384  # numbers of each theta that are gathered at a time
_NO_PLANE = "a plane of a path needs three places that are not in one line"


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


def finding_path_plane(plan: Plan, thetas: Sequence[Array],
                       origin: Array | None = None) -> Generator[None, None, PathPlane]:
    """The plane in which a path of thetas, (n_values,) each, is widest, by principal components; u, v of
    length 1. Between two units of work it can be left.

    It goes through `origin`, by default the last of the path. What is not learned has no part in it. u points
    to where the path goes. ValueError for a path that does not leave one straight line, or one place, or is
    out of bounds.
    """
    n, length = plan.n_trainable, len(thetas)
    width = max(64, min(_WIDEST, int(_UNIT / max(1, length * length))))
    parts = [slice(at, min(at + width, n)) for at in range(0, n, width)]
    table = np.zeros((length, length))  # in place of (n, n): a path is short
    for part in parts:
        away = _away(thetas, part)
        table += away @ away.T
        yield
    if length < 3 or not np.isfinite(table).all():
        raise ValueError(_NO_PLANE)
    values, vectors = np.linalg.eigh(table)
    values = np.maximum(values[::-1], 0.0)
    total = float(values.sum())
    if not values[1] > 1e-10 * total:
        raise ValueError(_NO_PLANE)
    turns = vectors[:, ::-1][:, :2].T
    turns = turns * np.where(turns[:, -1] >= turns[:, 0], 1.0, -1.0)[:, None]
    both = np.zeros((2, plan.n_values), np.float32)
    for part in parts:
        both[:, part] = turns.astype(np.float32) @ _away(thetas, part)
        yield
    both /= np.linalg.norm(both.astype(np.float64), axis=1, keepdims=True)
    plane = Plane(thetas[-1] if origin is None else origin, both[0], both[1], n)
    return PathPlane(plane, values[:2] / total)


def path_plane(plan: Plan, thetas: Sequence[Array], origin: Array | None = None) -> PathPlane:
    """`finding_path_plane` in one go."""
    units = finding_path_plane(plan, thetas, origin)
    while True:
        try:
            next(units)
        except StopIteration as end:
            found: PathPlane = end.value
            return found


def _away(thetas: Sequence[Array], part: slice) -> Array:
    """(T, width): from the middle of the path."""
    rows = np.array([theta[part] for theta in thetas], np.float32)
    rows -= rows.mean(axis=0, dtype=np.float64).astype(np.float32)
    return rows


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
