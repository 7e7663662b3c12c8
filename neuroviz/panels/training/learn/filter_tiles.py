"""The weights of a net as pictures: of the first layer where the input is one, else each layer's table."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.task import Task
from neuroviz.nn import Net

Floats = NDArray[np.float32]
Subject = Literal["unit", "kernel", "matrix"]


@dataclass(frozen=True, eq=False)
class Tile:
    """A picture (h, w) of weights of a layer: of the unit or kernel `i`, or of the whole matrix, which is the
    i-th of the net.
    """

    subject: Subject
    layer: int
    i: int
    weights: Floats
    bias: float = math.nan


def tiles(net: Net, task: Task, most: int = 10_000) -> list[Tile]:
    """The first `most` pictures; channels of one kernel stand beside each other."""
    with_weights = [i for i in range(len(net.layers)) if "w" in net.views(i)]
    if not with_weights:
        return []
    if task.view == "images":
        found = _filters(net, with_weights[0], task, most)
        if found:
            return found
    made = []
    for k, i in enumerate(with_weights[:most]):
        w = net.views(i)["w"]
        if w.ndim in (2, 4):
            made.append(Tile("matrix", i, k, np.ascontiguousarray(w.reshape(len(w), -1))))
    return made


def count(net: Net, task: Task) -> int:
    """How many pictures there are in all."""
    first = next((i for i in range(len(net.layers)) if "w" in net.views(i)), None)
    found = tiles(net, task, 1)
    if first is None or not found or found[0].subject == "matrix":
        return len(tiles(net, task))
    w = net.views(first)["w"]
    return int(w.shape[0] if w.ndim == 4 else w.shape[1])


def _filters(net: Net, layer: int, task: Task, most: int) -> list[Tile]:
    views = net.views(layer)
    w, bias = views["w"], views.get("b")
    subject: Subject = "kernel" if w.ndim == 4 else "unit"
    if w.ndim == 4:  # (n_out, n_in, k, k)
        channelled = w[:most]
    else:
        channels, high, wide = task.shape if len(task.shape) == 3 else (1, *task.shape[-2:])
        if w.ndim != 2 or len(w) != channels * high * wide:
            return []
        channelled = w.T[:most].reshape(-1, channels, high, wide)
    n, channels, high, wide = channelled.shape
    pictures = np.ascontiguousarray(channelled.transpose(0, 2, 1, 3)).reshape(n, high, channels * wide)
    biases = [math.nan] * n if bias is None else bias[:n].tolist()
    return [Tile(subject, layer, i, *pair) for i, pair in enumerate(zip(pictures, biases, strict=True))]


def difference(a: Sequence[Tile], b: Sequence[Tile]) -> list[Tile]:
    """B − A of the same pictures."""
    with np.errstate(invalid="ignore", over="ignore"):
        return [
            Tile(y.subject, y.layer, y.i, y.weights - x.weights, y.bias - x.bias)
            for x, y in zip(a, b, strict=False)
            if x.weights.shape == y.weights.shape
        ]


def largest(found: Sequence[Tile]) -> float:
    """The weight that is the furthest from 0, for one scale of all."""
    sizes = np.abs(np.concatenate([np.zeros(1, np.float32), *(one.weights.ravel() for one in found)]))
    return max(float(sizes.max(initial=0.0, where=np.isfinite(sizes))), 1e-9)


def mosaic(found: Sequence[Tile], columns: int) -> Floats:
    """Pictures of one size side by side in rows, a gap of NaN between them."""
    high, wide = found[0].weights.shape
    gap = max(1, max(high, wide) // 14)
    rows = math.ceil(len(found) / columns)
    whole = np.full((rows * (high + gap) - gap, columns * (wide + gap) - gap), np.nan, np.float32)
    for k, one in enumerate(found):
        top, left = k // columns * (high + gap), k % columns * (wide + gap)
        whole[top : top + high, left : left + wide] = one.weights
    return whole


def arranged(n: int, width: float, height: float, ratio: float) -> int:
    """Columns in which n pictures, `ratio` times as wide as high, are the largest."""
    def side(columns: int) -> float:
        return min(width / columns / ratio, height / math.ceil(n / columns))

    return max(range(1, max(n, 1) + 1), key=side)
