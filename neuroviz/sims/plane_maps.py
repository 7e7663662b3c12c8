"""Plane maps: the value of every unit of a net of two inputs at each place of a square, in small pieces."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from neuroviz.nn import GELU, Dense, Dropout, Flatten, LeakyReLU, Linear, Net, ReLU, Sigmoid, Softmax, Tanh
from neuroviz.nn.arrays import DIVERGING_IS_ALLOWED, Array, freeze
from neuroviz.nn.layers.gelu import CUBIC, SCALE

REACH = 1.25
"""Maps show -REACH to REACH in both directions."""

_WORK = 60_000
"""Values computed in one piece: some milliseconds, and all of them stay in the cache."""

_DIRECT = (Dense, Dropout, Flatten, Linear, ReLU, LeakyReLU, Tanh, Sigmoid, GELU)


def axis(side: int) -> Array:
    """(side,): where the middles of the pixels are, from left to right; from bottom to top it is the same."""
    return ((np.arange(side, dtype=np.float32) + np.float32(0.5)) * np.float32(2 / side) - 1) * np.float32(
        REACH
    )


def level(net: Net, layer: int) -> float:
    """The value of a layer that separates: 0, and one half for what is a probability."""
    return 0.5 if isinstance(net.layers[layer], Sigmoid | Softmax) else 0.0


def is_direct(net: Net, layer: int) -> bool:
    """Whether the layers up to this one are computed with points in columns, not by the net's own pass."""
    return all(isinstance(one, _DIRECT) for one in net.layers[: layer + 1])


@dataclass(frozen=True)
class Wish:
    """Maps of `layers` with `side` pixels; unit: of a single layer only this one.

    lead: of the last layer of the net, how far each value is above the largest of the others.
    """

    layers: tuple[int, ...]
    side: int
    unit: int | None = None
    lead: bool = False


class MapWork:
    """Fills maps row by row: `advance` computes a piece, `maps` is there when it returns False.

    maps[k]: (units, side, side) float32 of layers[k], the top row first; a single map with `unit`.
    """

    def __init__(self, net: Net, wish: Wish) -> None:
        self.net, self.wish = net, wish
        self._sizes = [math.prod(net.shapes[i]) for i in wish.layers]
        units = [1] if wish.unit is not None else self._sizes
        self.maps = [np.empty((n, wish.side, wish.side), np.float32) for n in units]
        self._row = 0
        widest = max(2, *(math.prod(shape) for shape in net.shapes[: max(wish.layers) + 1]))
        deep = 1 + max(wish.layers)
        direct = is_direct(net, max(wish.layers))
        self._rows = max(1, _WORK // (wish.side * widest * max(1, deep // 4) * (1 if direct else 4)))
        self._piece: Callable[[Array], list[Array]] = self._columns if direct else self._traced
        self._x = axis(wish.side)

    @DIVERGING_IS_ALLOWED
    def advance(self) -> bool:
        """Some rows more; False when all are there."""
        side = self.wish.side
        end = min(side, self._row + self._rows)
        y = -self._x[self._row : end]  # the top row is the highest
        points = np.empty((2, len(y), side), np.float32)
        points[0], points[1] = self._x, y[:, None]
        for target, found in zip(self.maps, self._led(self._piece(points.reshape(2, -1))), strict=True):
            target[:, self._row : end] = found.reshape(len(target), end - self._row, side)
        self._row = end
        if end < side:
            return True
        for one in self.maps:
            freeze(one)
        return False

    def _led(self, found: list[Array]) -> list[Array]:
        """With the lead in place of the last layer's values, if that is wanted; and one unit, if one is."""
        wish = self.wish
        if wish.lead and wish.layers[-1] == len(self.net.layers) - 1:
            found = [*found[:-1], lead(found[-1])]
        if wish.unit is not None and len(found[0]) > 1:
            found = [found[0][wish.unit : wish.unit + 1]]
        return found

    def _columns(self, a: Array) -> list[Array]:
        """Points in columns (units, N): few calls, each over long stretches of memory."""
        net, wish, found = self.net, self.wish, {}
        last = max(wish.layers)
        only = self._only(last)
        for i in range(last + 1):
            layer = net.layers[i]
            if isinstance(layer, Dense):
                w, b = net.views(i)["w"], net.views(i)["b"]
                if i == only and wish.unit is not None:
                    w, b = w[:, wish.unit : wish.unit + 1], b[wish.unit : wish.unit + 1]
                a = np.ascontiguousarray(w.T) @ a
                a += b[:, None]
            else:
                a = _bent(layer, a, own=i > 0)
            if i in wish.layers:
                found[i] = a
                a = a if i == last else a.copy()
        return [found[i] for i in wish.layers]

    def _only(self, last: int) -> int | None:
        """The dense layer of which one unit is enough: only functions of single numbers follow it."""
        if self.wish.unit is None or self.wish.lead:
            return None
        dense = [i for i in range(last + 1) if isinstance(self.net.layers[i], Dense)]
        return dense[-1] if dense else None

    def _traced(self, points: Array) -> list[Array]:
        trace = self.net.trace(np.ascontiguousarray(points.T).reshape(-1, *self.net.input_shape))
        return [trace.activations[i].reshape(points.shape[1], -1).T for i in self.wish.layers]


def lead(values: Array) -> Array:
    """(K, N): each minus the largest of the others in its column; of a single row the values themselves."""
    if len(values) < 2:
        return values
    top = np.sort(values, axis=0)[-2:]
    return values - np.where(values == top[1], top[0], top[1])


def _bent(layer: object, a: Array, *, own: bool) -> Array:
    """A function of single numbers over an array, in place if it is ours."""
    out = a if own else np.empty_like(a)
    if isinstance(layer, ReLU):
        np.maximum(a, 0, out=out)
    elif isinstance(layer, LeakyReLU):
        np.maximum(a, a * np.float32(layer.slope), out=out)
    elif isinstance(layer, Tanh):
        np.tanh(a, out=out)
    elif isinstance(layer, Sigmoid):  # 1 / (1 + exp(-z)) without overflow
        np.multiply(a, np.float32(0.5), out=out)
        np.tanh(out, out=out)
        out += np.float32(1)
        out *= np.float32(0.5)
    elif isinstance(layer, GELU):
        t = a * a
        t *= np.float32(CUBIC * SCALE)
        t += np.float32(SCALE)
        t *= a
        np.tanh(t, out=t)
        t += np.float32(1)
        np.multiply(t, a, out=out)
        out *= np.float32(0.5)
    else:
        return a
    return out
