"""Connected parts of a black and white picture, by runs and union-find, whole arrays at a time."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]
Whole = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Components:
    """n parts whose pixels touch, also at corners. labels: (H, W) int32, 0 is outside, part k has k + 1.

    boxes: (n, 4) x0, y0, x1, y1; areas: (n,) pixels. Parts are in the order of their first pixel.
    """

    labels: NDArray[np.int32]
    boxes: Whole
    areas: Whole

    def __len__(self) -> int:
        return len(self.areas)


def components(mask: Mask) -> Components:
    """The connected parts of a mask (H, W).

    Rosenfeld and Pfaltz, "Sequential operations in digital picture processing", 1966, on runs of pixels
    instead of single ones, with all unions of a round done at once.
    """
    rows, starts, stops = _runs(mask)
    if len(rows) == 0:
        none = np.zeros(0, np.intp)
        return Components(np.zeros(mask.shape, np.int32), none.reshape(0, 4), none)
    part = _numbered(_joined(len(rows), *_touching(rows, starts, stops, mask.shape[1])))
    n = int(part.max()) + 1
    boxes = np.empty((n, 4), np.intp)
    for column, values, extreme, start in (
        (0, starts, np.minimum, mask.shape[1]), (1, rows, np.minimum, mask.shape[0]),
        (2, stops, np.maximum, 0), (3, rows + 1, np.maximum, 0),
    ):  # fmt: skip
        boxes[:, column] = start
        extreme.at(boxes[:, column], part, values)
    areas = np.bincount(part, weights=stops - starts, minlength=n).astype(np.intp)
    labels = np.zeros(mask.shape, np.int32)
    labels[mask] = np.repeat(part + 1, stops - starts)  # runs are in the order of their pixels
    return Components(labels, boxes, areas)


def _runs(mask: Mask) -> tuple[Whole, Whole, Whole]:
    """Rows, first columns and last columns + 1 of all runs, in reading order."""
    h, w = mask.shape
    framed = np.zeros((h, w + 2), np.int8)
    framed[:, 1:-1] = mask
    change = np.diff(framed, axis=1).ravel()
    begin, end = np.flatnonzero(change == 1), np.flatnonzero(change == -1)
    rows, starts = np.divmod(begin, w + 1)
    return rows, starts, end - rows * (w + 1)


def _touching(rows: Whole, starts: Whole, stops: Whole, width: int) -> tuple[Whole, Whole]:
    """Pairs of runs in neighbouring rows that touch, also at a corner."""
    stride = width + 2
    first, last = rows * stride + starts, rows * stride + stops
    below = (rows + 1) * stride
    low = np.searchsorted(last, below + starts, "left")  # the first run below that reaches so far
    high = np.searchsorted(first, below + stops, "right")
    count = np.maximum(high - low, 0)
    one = np.repeat(np.arange(len(rows)), count)
    other = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count) + np.repeat(low, count)
    return one, other


def _joined(n: int, one: Whole, other: Whole) -> Whole:
    """For each of n runs the smallest number of any that it hangs together with."""
    parent = np.arange(n)
    while True:
        a, b = parent[one], parent[other]
        apart = a != b
        if not apart.any():
            return parent
        one, other, a, b = one[apart], other[apart], a[apart], b[apart]
        np.minimum.at(parent, np.maximum(a, b), np.minimum(a, b))
        while True:  # everybody points at a root
            up = parent[parent]
            if np.array_equal(up, parent):
                break
            parent = up


def _numbered(roots: Whole) -> Whole:
    """Roots, which are the smallest of their own, as 0, 1, 2, … in their order."""
    own = roots == np.arange(len(roots))
    return (np.cumsum(own) - 1)[roots]
