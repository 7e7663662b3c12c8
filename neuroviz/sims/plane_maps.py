"""Plane maps: the value of every unit of a net of two inputs at each place of a square, in small pieces."""

from __future__ import annotations

import math
from collections.abc import Generator, Iterator
from dataclasses import dataclass

import numpy as np

from neuroviz.nn import GELU, Dense, Dropout, Flatten, LeakyReLU, Linear, Net, ReLU, Sigmoid, Softmax, Tanh
from neuroviz.nn.arrays import DIVERGING_IS_ALLOWED, Array, freeze
from neuroviz.nn.layers.gelu import CUBIC, SCALE

REACH = 1.25
"""Maps show -REACH to REACH in both directions."""

_PIECE, _WHOLE = 3e6, 1.2e9  # ns: what a piece and a whole map may take, as far as that can be foretold
_MOST_POINTS = 8192  # in a piece: more fall out of the cache
_PER_CALL, _PER_PRODUCT, _PER_VALUE = 6e3, 0.04, 2.0  # ns: of a layer, a product in it, a value of it
_LAYERS_AT_ONCE = 120  # of a deep net in a piece
_TRACED = 4.0  # so much slower is the net's own pass, whose batches are small

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


def cost_of(net: Net, layer: int) -> float:
    """What the layers up to this one take for one point, in nanoseconds, roughly."""
    shapes = (net.input_shape, *net.shapes[: layer + 1])
    sizes = [math.prod(shape) for shape in shapes]
    segments = (one for own in net.plan.segments[: layer + 1] for one in own.values())
    products = sum(segment.parameter.size for segment in segments)
    return (_PER_PRODUCT * products + _PER_VALUE * sum(sizes)) * (1 if is_direct(net, layer) else _TRACED)


def fine_side(net: Net, layer: int, most: int) -> int:
    """As many pixels along a side as a map of this layer can have within a second or so, `most` at most."""
    side = most
    points = _PIECE / cost_of(net, layer)
    calls = _PER_CALL * (layer + 1) / min(max(points, side), _MOST_POINTS)
    while side > 64 and side * side * (cost_of(net, layer) + calls) > _WHOLE:
        side //= 2
    return side


@dataclass(frozen=True)
class Wish:
    """Maps of `layers` with `side` pixels; unit: of a single layer only this one; most: of each the first.

    lead: of the last layer of the net, how far each value is above the largest of the others.
    """

    layers: tuple[int, ...]
    side: int
    unit: int | None = None
    lead: bool = False
    most: int | None = None


class MapWork:
    """Fills maps row by row: `advance` computes a piece, `maps` is there when it returns False.

    maps[k]: (units, side, side) float32 of layers[k], the top row first; a single map with `unit`.
    """

    def __init__(self, net: Net, wish: Wish) -> None:
        self.net, self.wish = net, wish
        sizes = [math.prod(net.shapes[i]) for i in wish.layers]
        units = [1] if wish.unit is not None else [min(n, wish.most or n) for n in sizes]
        self.maps = [np.empty((n, wish.side, wish.side), np.float32) for n in units]
        last = max(wish.layers)
        calls = _PER_CALL * (last + 1)
        room = max(_PIECE - calls, calls)  # of a very deep net the calls take longer than the points
        points = min(room / cost_of(net, last), _MOST_POINTS)
        self._rows = max(1, int(points // wish.side))
        self._turned: dict[int, Array] = {}
        self._pieces = self._all()

    @DIVERGING_IS_ALLOWED
    def advance(self) -> bool:
        """Some rows more, or of a deep net some layers of them; False when all are there."""
        return next(self._pieces, False)

    def _all(self) -> Iterator[bool]:
        side, x = self.wish.side, axis(self.wish.side)
        direct = is_direct(self.net, max(self.wish.layers))
        for row in range(0, side, self._rows):
            end = min(side, row + self._rows)
            points = np.empty((2, end - row, side), np.float32)
            points[0], points[1] = x, -x[row:end, None]  # the top row is the highest
            given = points.reshape(2, -1)
            found = (yield from self._columns(given)) if direct else self._traced(given)
            for target, values in zip(self.maps, self._led(found), strict=True):
                target[:, row:end] = values.reshape(len(target), end - row, side)
            if end < side:
                yield True
        for one in self.maps:
            freeze(one)

    def _led(self, found: list[Array]) -> list[Array]:
        """With the lead in place of the last layer's values, if that is wanted; and one unit, if one is."""
        wish = self.wish
        if wish.lead and wish.layers[-1] == len(self.net.layers) - 1:
            found = [*found[:-1], lead(found[-1])]
        if wish.most is not None:
            found = [values[: wish.most] for values in found]
        if wish.unit is not None and len(found[0]) > 1:
            found = [found[0][wish.unit : wish.unit + 1]]
        return found

    def _columns(self, a: Array) -> Generator[bool, None, list[Array]]:
        """Points in columns (units, N): few calls, each over long stretches of memory."""
        net, wish, found = self.net, self.wish, {}
        last = max(wish.layers)
        only = self._only(last)
        for i in range(last + 1):
            layer = net.layers[i]
            a = self._dense(i, a, one=i == only) if isinstance(layer, Dense) else _bent(layer, a, own=i > 0)
            if i in wish.layers:
                found[i] = a if wish.most is None or wish.lead else a[: wish.most]
                a = a if i == last else a.copy()
            if i % _LAYERS_AT_ONCE == _LAYERS_AT_ONCE - 1 and i < last:
                yield True
        return [found[i] for i in wish.layers]

    def _dense(self, i: int, a: Array, *, one: bool) -> Array:
        """w x + b, or the one unit of it that is wanted."""
        w, b, unit = self.net.views(i)["w"], self.net.views(i)["b"], self.wish.unit
        if one and unit is not None:
            w, b = w[:, unit : unit + 1], b[unit : unit + 1]
        if i not in self._turned:
            self._turned[i] = np.ascontiguousarray(w.T)
        y: Array = self._turned[i] @ a
        y += b[:, None]
        return y

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
    ahead: Array = values - np.where(values == top[1], top[0], top[1])
    return ahead


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
