"""Tasks on the plane: labelled points in the square from -1 to 1, small enough to see all that a net does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

N = 400
REGIONS = ((-0.55, 0.45), (0.6, 0.4), (0.0, -0.6))
"""The three points of the task "three": a place belongs to the nearest of them."""

Points = NDArray[np.float32]
Labels = NDArray[np.uint8]


@dataclass(frozen=True, eq=False)
class PlaneTask:
    """points (N, 2) in -1..1 and labels (N,), 0 up to n_classes - 1; both read-only."""

    id: str
    points: Points
    labels: Labels
    n_classes: int


def _circle(points: Points, _rng: np.random.Generator) -> Labels:
    """Inside a circle, or not."""
    return np.asarray(np.hypot(points[:, 0], points[:, 1]) < 0.6, np.uint8)


def _xor(points: Points, _rng: np.random.Generator) -> Labels:
    """Opposite quarters belong together (Minsky and Papert, "Perceptrons", 1969)."""
    found: Labels = ((points[:, 0] > 0) ^ (points[:, 1] > 0)).astype(np.uint8)
    return found


def _three(points: Points, _rng: np.random.Generator) -> Labels:
    """Which of three points is nearest."""
    d = ((points[:, None, :] - np.array(REGIONS, np.float32)) ** 2).sum(axis=2)
    return np.asarray(d.argmin(axis=1), np.uint8)


def _spirals(points: Points, rng: np.random.Generator) -> Labels:
    """Two arms wound around each other (Lang and Witbrock, 1988); the points are moved onto them."""
    labels = (np.arange(len(points)) % 2).astype(np.uint8)
    t = np.sqrt(rng.uniform(0.03, 1.0, len(points)))
    angle = 1.5 * 2 * np.pi * t + np.pi * labels
    points[:, 0], points[:, 1] = 0.95 * t * np.cos(angle), 0.95 * t * np.sin(angle)
    points += rng.normal(0, 0.012, points.shape).astype(np.float32)
    return labels


_MAKERS: dict[str, tuple[int, Callable[[Points, np.random.Generator], Labels]]] = {
    "circle": (2, _circle), "xor": (2, _xor), "three": (3, _three), "spirals": (2, _spirals),
}  # fmt: skip
TASKS = tuple(_MAKERS)
NET_TASKS = {"2-3-1": "circle", "2-4-2": "xor", "2-8-8-3": "three", "2-16-16-2": "spirals"}
"""The task that each shipped small net has learned, by the net's name in the workspace."""


@lru_cache
def task(name: str) -> PlaneTask:
    """The task of that id, the same each time. Raises KeyError for an unknown one."""
    n_classes, label = _MAKERS[name]
    rng = np.random.default_rng(list(name.encode()))
    points = rng.uniform(-1, 1, (N, 2)).astype(np.float32)
    labels = label(points, rng)
    for array in (points, labels):
        array.flags.writeable = False
    return PlaneTask(name, points, labels, n_classes)


def task_of(net_name: str) -> PlaneTask | None:
    """What a shipped small net, or one made from it and called after it, has learned; else None."""
    first = net_name.split(" ", maxsplit=1)[0]
    return task(NET_TASKS[first]) if first in NET_TASKS else None
