"""Toys: tasks of one or two numbers, small enough to see all that a net does with them; without noise yet."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.plane import REGIONS
from neuroviz.data.pool import Outline, Pool
from neuroviz.data.task import TaskSpec

Floats = NDArray[np.float64]
Labels = NDArray[np.intp]

_TURNS = 1.25
_GOLDEN = np.pi * (3.0 - 5.0**0.5)  # an angle that no number of blobs repeats (Vogel, 1979)
_BLOB = 0.11


# -- classes on the plane: k classes of n points, class by class in turn -------------------------------


def _turn(n: int, k: int) -> Labels:
    return np.arange(n, dtype=np.intp) % k


def _circles(n: int, k: int, rng: np.random.Generator) -> tuple[Floats, Labels]:
    """Rings around each other, with a gap between them."""
    labels = _turn(n, k)
    inner, outer = (labels + 0.12 * (labels > 0)) / k, (labels + 0.88) / k
    radius = 0.98 * np.sqrt(rng.uniform(inner**2, outer**2))
    angle = rng.uniform(0.0, 2 * np.pi, n)
    return np.stack((radius * np.cos(angle), radius * np.sin(angle)), axis=1), labels


def _xor(n: int, _k: int, rng: np.random.Generator) -> tuple[Floats, Labels]:
    """Opposite quarters belong together (Minsky and Papert, "Perceptrons", 1969)."""
    points = rng.uniform(0.05, 1.0, (n, 2)) * rng.choice((-1.0, 1.0), (n, 2))
    return points, np.asarray((points[:, 0] > 0) ^ (points[:, 1] > 0), np.intp)


def _spirals(n: int, k: int, rng: np.random.Generator) -> tuple[Floats, Labels]:
    """Arms wound around each other (Lang and Witbrock, "Learning to tell two spirals apart", 1988)."""
    labels = _turn(n, k)
    t = np.sqrt(rng.uniform(0.03, 1.0, n))
    angle = 2 * np.pi * (_TURNS * t * 2 / k + labels / k)
    return 0.97 * np.stack((t * np.cos(angle), t * np.sin(angle)), axis=1), labels


def _moons(n: int, _k: int, rng: np.random.Generator) -> tuple[Floats, Labels]:
    """Two half circles that reach into each other."""
    labels = _turn(n, 2)
    angle = rng.uniform(0.0, np.pi, n)
    upper = np.stack((0.6 * np.cos(angle) - 0.3, 0.6 * np.sin(angle) - 0.15), axis=1)
    return np.where(labels[:, None] == 0, upper, -upper), labels


def _blobs(n: int, k: int, rng: np.random.Generator) -> tuple[Floats, Labels]:
    """Clouds whose middles lie apart."""
    labels = _turn(n, k)
    place = np.arange(k)
    radius = 0.72 * np.sqrt((place + 0.5) / k) if k > 4 else np.full(k, 0.6)
    angle = _GOLDEN * place if k > 4 else 2 * np.pi * (place + 0.5) / k
    middles = np.stack((radius * np.cos(angle), radius * np.sin(angle)), axis=1)
    return middles[labels] + rng.normal(0.0, _BLOB, (n, 2)), labels


def _three(n: int, _k: int, rng: np.random.Generator) -> tuple[Floats, Labels]:
    """Which of three points is nearest (Wolfram, "What Is ChatGPT Doing", 2023)."""
    points = rng.uniform(-1.0, 1.0, (n, 2))
    return points, _nearest(points)


def _nearest(points: Floats) -> Labels:
    away = ((points[:, None, :] - np.array(REGIONS)) ** 2).sum(axis=2)
    return np.asarray(away.argmin(axis=1), np.intp)


# -- a value at each place of a line or of the plane ---------------------------------------------------


def _sine(x: Floats) -> Floats:
    return 0.8 * np.sin(1.5 * np.pi * x[:, 0])


def _step(x: Floats) -> Floats:
    """Three levels."""
    return np.select([x[:, 0] < -0.35, x[:, 0] < 0.3], [-0.6, 0.8], 0.1)


def _bumps(x: Floats) -> Floats:
    """The sum of three bumps."""
    height, middle = np.array([0.9, -0.8, 0.7]), np.array([-0.6, 0.05, 0.6])
    width = np.array([0.18, 0.22, 0.12])
    return np.asarray((height * np.exp(-(((x - middle) / width) ** 2))).sum(axis=1))


def _parabola(x: Floats) -> Floats:
    return 1.6 * x[:, 0] ** 2 - 0.8


def _slope(x: Floats) -> Floats:
    return 0.6 * x[:, 0] + 0.3 * x[:, 1]


def _hills(x: Floats) -> Floats:
    """A hill, a lower one, and a hollow."""
    height, width = np.array([0.95, 0.6, -0.9]), np.array([0.35, 0.25, 0.4])
    middle = np.array([(-0.45, 0.4), (0.55, 0.55), (0.25, -0.45)])
    away = ((x[:, None, :] - middle) ** 2).sum(axis=2)
    return np.asarray((height * np.exp(-away / width**2)).sum(axis=1))


def _regions(x: Floats) -> Floats:
    """-1, 0 or 1 by the nearest of three points: the function that Wolfram's book lets nets of many sizes
    learn."""
    return np.array([-1.0, 0.0, 1.0])[_nearest(x)]


_CLASSES: dict[str, Callable[[int, int, np.random.Generator], tuple[Floats, Labels]]] = {
    "circles": _circles, "xor": _xor, "spirals": _spirals, "moons": _moons, "blobs": _blobs, "three": _three,
}  # fmt: skip
_ON_A_LINE: dict[str, Callable[[Floats], Floats]] = {
    "sine": _sine, "step": _step, "bumps": _bumps, "parabola": _parabola,
}  # fmt: skip
_ON_THE_PLANE: dict[str, Callable[[Floats], Floats]] = {"slope": _slope, "hills": _hills, "regions": _regions}

CLASSES, LINES, HEIGHTS = tuple(_CLASSES), tuple(_ON_A_LINE), tuple(_ON_THE_PLANE)
TOYS = (*CLASSES, *LINES, *HEIGHTS)
N_CLASSES = {
    "circles": (2, 5), "spirals": (2, 5), "blobs": (2, 10), "xor": (2, 2), "moons": (2, 2), "three": (3, 3),
}  # fmt: skip
"""How many classes each may have, at least and at most."""


def outline(spec: TaskSpec) -> Outline:
    """What the task will be like. KeyError for an unknown one."""
    if spec.source in _CLASSES:
        return Outline("classes", "plane", (2,), int(np.clip(spec.classes, *N_CLASSES[spec.source])))
    if spec.source in _ON_A_LINE:
        return Outline("values", "line", (1,), 1)
    if spec.source in _ON_THE_PLANE:
        return Outline("values", "plane", (2,), 1)
    raise KeyError(spec.source)


def toy(spec: TaskSpec) -> Pool:
    """Enough points for `spec`, in about -1..1, the same each time. KeyError for an unknown task."""
    name, rng = spec.source, np.random.default_rng((spec.seed, 11))
    if name in _CLASSES:
        k = int(np.clip(spec.classes, *N_CLASSES[name]))
        points, labels = _CLASSES[name](_wanted(spec, k), k, rng)
        return Pool(name, "classes", "plane", (2,), k, _single(points), labels, input_names=("x", "y"))
    if name in _ON_A_LINE:
        x = rng.uniform(-1.0, 1.0, (spec.n, 1))
        y = _ON_A_LINE[name](x)
        return Pool(name, "values", "line", (1,), 1, _single(x), _single(y[:, None]), input_names=("x",))
    x = rng.uniform(-1.0, 1.0, (spec.n, 2))
    y = _ON_THE_PLANE[name](x)
    return Pool(name, "values", "plane", (2,), 1, _single(x), _single(y[:, None]), input_names=("x", "y"))


def truth(name: str, x: NDArray[Any]) -> NDArray[np.float32] | None:
    """The value a task of values has at x (N, n_in), without noise: (N, 1); None for any other task."""
    curve = _ON_A_LINE.get(name) or _ON_THE_PLANE.get(name)
    return None if curve is None else _single(curve(np.asarray(x, np.float64))[:, None])


def _single(values: Floats) -> NDArray[np.float32]:
    return values.astype(np.float32)


def _wanted(spec: TaskSpec, k: int) -> int:
    """Points of which `n` are left when all classes but the first have been thinned."""
    share = sum(spec.balance**i for i in range(k)) / k
    return int(np.ceil(spec.n / share)) + (k if share < 1.0 else 0)
