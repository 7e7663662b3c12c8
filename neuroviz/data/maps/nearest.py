"""The nearest other points of each point, and how well they tell its class: how far classes lie apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.maps.cloud import Cloud, Floats

Which = NDArray[np.int32]
VOTERS = 5

_WORK = 90e6  # multiplications in one unit of work: a few milliseconds
_MOST_ROWS = 60  # of one unit: sorting them takes as long as multiplying


@dataclass(frozen=True, eq=False)
class Near:
    """For each of n points its k nearest others, nearest first: at (n, k), and the squared distances."""

    at: Which
    squares: Floats


def nearest_of_each(cloud: Cloud, k: int) -> Iterator[float | Near]:
    """In pieces of a few milliseconds: parts done in 0..1, then the value. Of equally near ones any first.

    Squared distances are of the cloud's values. ValueError for k below 1 or not below the number of points.
    """
    z = cloud.values
    n, d = z.shape
    if not 1 <= k < n:
        raise ValueError(f"{k} nearest of {n - 1}")
    sizes = cloud.sizes
    at, squares = np.empty((n, k), np.int32), np.empty((n, k), np.float32)
    rows = max(1, min(_MOST_ROWS, int(_WORK / (n * d))))
    for start in range(0, n, rows):
        piece = slice(start, start + rows)
        at[piece], squares[piece] = _nearest(z, sizes, start, min(rows, n - start), k)
        yield start / n
    for array in (at, squares):
        array.flags.writeable = False
    yield Near(at, squares)


def _nearest(z: Floats, sizes: Floats, start: int, rows: int, k: int) -> tuple[Which, Floats]:
    """Those of `rows` points from `start` on: |a−b|² = |a|² + |b|² − 2ab, the last by one product."""
    own = np.arange(rows)
    apart = z[start : start + rows] @ z.T
    apart *= -2
    apart += sizes
    apart += sizes[start : start + rows, None]
    apart[own, start + own] = np.inf
    few = np.argpartition(apart, k - 1, axis=1)[:, :k]
    found = np.take_along_axis(apart, few, axis=1)
    order = np.argsort(found, axis=1, kind="stable")
    found = np.take_along_axis(found, order, axis=1)
    return np.take_along_axis(few, order, axis=1).astype(np.int32), np.maximum(found, 0)


def vote(labels: NDArray[np.integer]) -> NDArray[np.int64]:
    """What most of the nearest say, for labels (n, k), nearest first; of equal votes the nearer one's."""
    n, k = labels.shape
    same = labels[:, :, None] == labels[:, None, :]
    weight = same.sum(axis=2) * (k + 1) + np.arange(k, 0, -1)
    found: NDArray[np.int64] = labels[np.arange(n), weight.argmax(axis=1)].astype(np.int64)
    return found


def left_out(near: Near, labels: NDArray[np.integer], voters: int = VOTERS) -> NDArray[np.bool_]:
    """Which points their nearest others classify rightly, (n,): k nearest neighbours, leave-one-out."""
    found: NDArray[np.bool_] = vote(labels[near.at[:, :voters]]) == labels
    return found
