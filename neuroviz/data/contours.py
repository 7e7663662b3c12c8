"""Lines of equal value of a function on a grid, as polylines (marching squares)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_PAIRS: tuple[tuple[tuple[int, int], ...], ...] = (
    (), ((3, 0),), ((0, 1),), ((3, 1),), ((1, 2),), ((3, 2), (0, 1)), ((0, 2),), ((3, 2),),
    ((2, 3),), ((2, 0),), ((0, 3), (2, 1)), ((2, 1),), ((1, 3),), ((1, 0),), ((0, 3),), (),
)  # fmt: skip
"""Which sides of a cell (0: low row, 1: high column, 2: high row, 3: low column) a line joins, by which of
its corners (1: low row and column, then round by the sides: 2, 4, 8) lie above the level."""


def contour(z: Floats, x: Floats, y: Floats, level: float) -> tuple[Floats, Floats]:
    """Where z (rows, columns) over x (columns,) and y (rows,) is `level`: x and y (n,) of lines, NaN between
    them. Cells with a corner that is no number have none.
    """
    with np.errstate(invalid="ignore"):
        above = z > level
    corners = (above[:-1, :-1] * 1 + above[:-1, 1:] * 2 + above[1:, 1:] * 4 + above[1:, :-1] * 8).astype(int)
    known = np.isfinite(z)
    whole = known[:-1, :-1] & known[:-1, 1:] & known[1:, 1:] & known[1:, :-1]
    next_to: dict[int, list[int]] = {}
    for i, j in np.argwhere(whole & (corners > 0) & (corners < 15)).tolist():
        for one, other in _PAIRS[corners[i, j]]:
            a, b = (_side(k, i, j, z.shape[1]) for k in (one, other))
            next_to.setdefault(a, []).append(b)
            next_to.setdefault(b, []).append(a)
    lines = _joined(next_to)
    if not lines:
        return np.zeros(0), np.zeros(0)
    parts = [_places(np.array(line), z, (x, y), level) for line in lines]
    gap = np.full((2, 1), np.nan)
    whole_lines = np.concatenate([piece for part in parts for piece in (part, gap)][:-1], axis=1)
    return whole_lines[0], whole_lines[1]


def _side(k: int, i: int, j: int, columns: int) -> int:
    """A number for a side of a cell: twice its lower node, and one more for sides that go up a row."""
    if k in (0, 2):
        return 2 * ((i + (k == 2)) * columns + j)
    return 2 * (i * columns + j + (k == 1)) + 1


def _joined(next_to: dict[int, list[int]]) -> list[list[int]]:
    """Sides in the order of the lines that cross them: first those with ends, then those that are closed."""
    lines, left = [], dict(next_to)
    for start in [side for side, near in next_to.items() if len(near) == 1] + list(next_to):
        if start not in left:
            continue
        line, here = [start], start
        while True:
            near = left.pop(here, [])
            ahead = next((side for side in near if side in left), None)
            if ahead is None:
                break
            line.append(ahead)
            here = ahead
        if len(line) > 2 and len(next_to[start]) == 2:
            line.append(start)
        lines.append(line)
    return lines


def _places(sides: NDArray[np.intp], z: Floats, axes: tuple[Floats, Floats], level: float) -> Floats:
    """(2, n) where the level is crossed on each side."""
    x, y = axes
    node, up = np.divmod(sides, 2)
    i, j = np.divmod(node, z.shape[1])
    k, m = i + up, j + 1 - up
    share = (level - z[i, j]) / (z[k, m] - z[i, j])
    return np.stack([x[j] + share * (x[m] - x[j]), y[i] + share * (y[k] - y[i])])
