"""Points: the examples of a task as they are drawn: where, what, and in which part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.painted import Painted
from neuroviz.data.task import Task

Part = Literal["train", "valid", "test"]
PARTS: tuple[Part, ...] = ("train", "valid", "test")
MOST = 2000
"""Points of one picture; more only cover each other."""


@dataclass(frozen=True, eq=False)
class Points:
    """x (N, 1 or 2), y (N,) classes or values, part (N,) of PARTS; largest: the values' size, for colours."""

    x: NDArray[np.float32]
    y: NDArray[np.generic]
    part: NDArray[np.intp]
    values: bool
    largest: float = 1.0

    @property
    def n(self) -> int:
        """How many."""
        return len(self.x)


def of_task(task: Task) -> Points:
    """Those of all parts, in proportion; the training points last, so that they lie on top."""
    total = sum(len(getattr(task, part)) for part in PARTS)
    xs, ys, parts = [], [], []
    for k in (2, 1, 0):
        side = getattr(task, PARTS[k])
        n = len(side) if total <= MOST else max(1, len(side) * MOST // total)
        xs.append(side.inputs(slice(0, n)))
        ys.append(side.y[:n] if side.y.ndim == 1 else side.y[:n, 0])
        parts.append(np.full(n, k, np.intp))
    y = np.concatenate(ys)
    values = task.kind == "values"
    largest = float(np.abs(y).max(initial=1e-6)) if values else 1.0
    return Points(np.concatenate(xs), y, np.concatenate(parts), values, largest)


def of_painted(painted: Painted) -> Points:
    """What has been painted, before it is cut into parts."""
    return Points(painted.places, painted.labels, np.zeros(len(painted), np.intp), values=False)


def nearest(points: Points, x: NDArray[np.float64]) -> tuple[int, float]:
    """The point nearest to x, and how far away it is; (-1, inf) if there is none."""
    if not points.n:
        return -1, float("inf")
    away = (
        np.hypot(*(points.x.astype(np.float64) - x).T)
        if points.x.shape[1] == 2
        else np.abs(points.x[:, 0] - x[0])
    )
    i = int(away.argmin())
    return i, float(away[i])
