"""Which plane of weight space to look at, and how much of it."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from neuroviz.nn.arrays import Array
from neuroviz.nn.curvature import HessianProduct, Lanczos, sharpest
from neuroviz.nn.directions import finding_path_plane, random_plane, spanned, three_plane
from neuroviz.nn.plan import Plan
from neuroviz.nn.plane import Plane
from neuroviz.scenes.run_path import RunPath
from neuroviz.sims.descent.asked import Asked

Floats = NDArray[np.float64]

KINDS = ("random", "pca", "three", "gradient", "curvature")
"""Two random directions; where the path is widest; through three solutions; the gradient and the sharpest
direction; the two sharpest."""

Window = tuple[tuple[float, float], tuple[float, float]]
"""How far to look across and up, and the middle of it."""

_FEW = 500  # examples from which gradient and sharpness are told
_AIR = 1.3
_FLATTEST = 0.25  # of the longer side
_LARGEST = 1e8  # parameters; the squares of those that are larger soon overflow


@dataclass(frozen=True, eq=False)
class Chosen:
    """kind: of the plane there is. fault: why it is another than asked: "short" for a path without a plane,
    "others" where solutions are missing, or are in one line, "flat" without gradient or curvature; "lost" for
    a net that is out of bounds. shares: of a path; sharpness: the top eigenvalue, where it was sought.
    radius: how far is usual for that kind; None: as far as what lies in it.
    """

    plane: Plane
    kind: str
    fault: str | None = None
    shares: Floats | None = None
    sharpness: float = np.nan
    radius: float | None = 1.0
    corners: Floats | None = None


def choosing(kind: str, path: RunPath, others: tuple[Array, ...], asked: Asked,
             seed: int) -> Generator[None, None, Chosen]:
    """A plane through the present net of the path; random where there is none of that kind."""
    plan = path.recipe.plan()
    rng = np.random.default_rng((seed, 5))
    if not _sound(path.theta):
        return Chosen(random_plane(plan, _finite(path), rng), "random", "lost")
    fault = None
    try:
        if kind == "pca":
            fault = "short"
            whole = [one for one in path.thetas if _sound(one)]
            found = yield from finding_path_plane(plan, whole, path.theta)
            return Chosen(found.plane, kind, shares=found.shares, radius=None)
        if kind == "three":
            fault = "others"
            return _through_three(plan, path.theta, others)
        if kind in ("gradient", "curvature"):
            fault = "flat"
            return (yield from _bent(kind, plan, path.theta, asked, rng))
    except ValueError:
        pass
    yield
    return Chosen(random_plane(plan, path.theta, rng), "random", fault)


def window(chosen: Chosen, shadows: Floats, span: float) -> Window:
    """How far to look from the middle, across and up, and where that is. shadows (T, 2): of the path."""
    if chosen.radius is not None:
        return (chosen.radius * span,) * 2, (0.0, 0.0)
    places = shadows if chosen.corners is None else chosen.corners
    places = places[np.isfinite(places).all(axis=1)]
    low, high = np.minimum(places.min(axis=0), 0.0), np.maximum(places.max(axis=0), 0.0)
    half = _AIR * span * np.maximum(high - low, 1e-12) / 2
    across, up = np.maximum(half, _FLATTEST * half.max()).tolist()
    middle = ((low + high) / 2).tolist()
    return (across, up), (middle[0], middle[1])


def _through_three(plan: Plan, theta: Array, others: tuple[Array, ...]) -> Chosen:
    if len(others) != 2 or not all(map(_sound, others)):
        raise ValueError("two other solutions are needed")
    plane = three_plane(plan, theta, *others)
    shadow = plane.shadow(np.array([theta, *others]))
    return Chosen(plane, "three", radius=None, corners=np.stack([shadow.a, shadow.b], axis=1))


def _bent(kind: str, plan: Plan, theta: Array, asked: Asked,
          rng: np.random.Generator) -> Generator[None, None, Chosen]:
    """Along the gradient, downhill, and the sharpest direction; or along the two sharpest."""
    product = HessianProduct(plan, asked.loss, theta, asked.x[:_FEW], asked.y[:_FEW])
    start = rng.standard_normal(plan.n_trainable, np.float32)
    wanted = 2 if kind == "curvature" else 1
    found = yield from sharpest(product, Lanczos(start, wanted=wanted, tolerance=0.05))
    sharpness = float(found.values[0])
    if not sharpness > 0 or (kind == "curvature" and not np.isfinite(found.values[1])):
        raise ValueError("there is no curvature to look along")
    one = found.vectors[0]
    if kind == "gradient":
        downhill = -(yield from product.gradient())
        plane = spanned(plan, theta, downhill, one)
    else:
        plane = spanned(plan, theta, one, found.vectors[1])
    # So far that a bowl of that sharpness has risen by 2 at the edge; a wider view shows only walls.
    radius = min(np.sqrt(4 / sharpness), 0.5 * float(np.linalg.norm(theta)))
    return Chosen(plane, kind, sharpness=sharpness, radius=float(radius))


def _sound(theta: Array) -> bool:
    """Whether lengths can be told of them: not of what is about to leave all bounds."""
    return bool(np.isfinite(theta).all()) and float(np.abs(theta).max(initial=0.0)) < _LARGEST


def _finite(path: RunPath) -> Array:
    """The last parameters before it was lost, or zeros."""
    for theta in reversed(path.thetas[: path.here]):
        if _sound(theta):
            return theta
    return np.zeros_like(path.theta)
