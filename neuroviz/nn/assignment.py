"""The linear assignment problem: who does what, so that the sum of the costs is least."""

from __future__ import annotations

from collections.abc import Generator

import numpy as np
from numpy.typing import NDArray

from neuroviz.nn.arrays import Array

Whole = NDArray[np.intp]


def assigning(cost: Array) -> Generator[None, None, Whole]:
    """`assignment`, row by row: between two it can be left."""
    c = np.asarray(cost, np.float64)
    n = len(c)
    if c.shape != (n, n) or not np.isfinite(c).all():
        raise ValueError(f"wanted is a square of finite costs, not {c.shape}")
    u, v = np.zeros(n), np.zeros(n)  # prices: c - u - v is nowhere below 0, and 0 where a pair is made
    row_of, column_of = np.full(n, -1), np.full(n, -1)
    for row in range(n):
        _add(c, (u, v), (row_of, column_of), row)
        yield
    return column_of.astype(np.intp)


def assignment(cost: Array) -> Whole:
    """(n,): the column of each row, a permutation, for which the sum of cost (n, n) is least.

    Shortest augmenting paths (Jonker & Volgenant 1987; after Crouse, On Implementing 2D Rectangular
    Assignment Algorithms, 2016), O(n³). ValueError for what is no square, or not finite.
    """
    rows = assigning(cost)
    while True:
        try:
            next(rows)
        except StopIteration as end:
            found: Whole = end.value
            return found


def _add(c: Array, prices: tuple[Array, Array], pairs: tuple[Array, Array], row: int) -> None:
    """Give one row more a column: along the cheapest way to a free one, on which all others make room."""
    (u, v), (row_of, column_of) = prices, pairs
    n = len(c)
    reach, came = np.full(n, np.inf), np.full(n, -1)
    seen = np.zeros(n, bool)
    i, least, ends, visited = row, 0.0, -1, []
    while ends < 0:
        visited.append(i)
        way = c[i] - v
        way += least - u[i]
        nearer = ~seen & (way < reach)
        reach[nearer], came[nearer] = way[nearer], i
        j = int(np.where(seen, np.inf, reach).argmin())
        least = float(reach[j])
        seen[j] = True
        if row_of[j] < 0:
            ends = j
        else:
            i = int(row_of[j])
    u[row] += least
    others = visited[1:]
    u[others] += least - reach[column_of[others]]
    v[seen] -= least - reach[seen]
    while True:  # back along the way
        i = int(came[ends])
        row_of[ends] = i
        column_of[i], ends = ends, int(column_of[i])
        if i == row:
            return
