"""How many answers stay right while a unit is switched off: all units of a layer, example by example.

What a unit gives to the next dense layer is one term of a sum: taking it away is a change of rank one, and
only what follows that layer has to be computed again.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from neuroviz.nn import Net
from neuroviz.nn.arrays import DIVERGING_IS_ALLOWED, Array, freeze
from neuroviz.nn.plan import Program
from neuroviz.sims.examples import Examples, by_labels, said
from neuroviz.sims.unit_layers import UnitLayer, cost, first_layers

_PIECE = 32  # examples at once
_WORK = 3_000_000  # multiplications in one unit of work: a few milliseconds
_HELD = 65_536  # numbers before the next dense layer at once: they stay in the cache
_POOLS = ("max_pool", "avg_pool", "flatten", "dropout")
Wholes = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Losses:
    """What switching off each of U units costs, over n of `total` examples in random order.

    right: answers that are right with all units; without (U,): with that unit at 0; by_class (U, K) and
    class_right, class_counts (K,): the same for each class. labelled: False when "right" only means that an
    answer is what it was with all units.
    """

    n: int
    total: int
    right: int
    without: Wholes
    by_class: Wholes
    class_right: Wholes
    class_counts: Wholes
    labelled: bool

    @property
    def complete(self) -> bool:
        """Whether every example has been counted."""
        return self.n >= self.total

    def falls(self) -> NDArray[np.float64]:
        """By how much the share of right answers falls without each unit, −1..1: (U,)."""
        found: NDArray[np.float64] = (self.right - self.without) / max(1, self.n)
        return found

    def class_falls(self, unit: int) -> NDArray[np.float64]:
        """The same for one unit and each class: (K,), NaN for a class that has not come."""
        with np.errstate(all="ignore"):
            counts = np.where(self.class_counts > 0, self.class_counts, np.nan)
            found: NDArray[np.float64] = (self.class_right - self.by_class[unit]) / counts
        return found


class KnockOut:
    """Goes through the examples in an order of its own: what it has found is always an honest sample.

    Raises nothing for weights that are not numbers: such answers are never right.
    """

    def __init__(self, net: Net, layer: UnitLayer, examples: Examples, rng: np.random.Generator) -> None:
        self._net, self._layer, self._examples = net, layer, examples
        self._order = rng.permutation(len(examples))
        self._labelled = by_labels(net, examples)
        n_classes = examples.n_classes
        self._right, self._n = 0, 0
        self._without = np.zeros((layer.n_units, n_classes), np.int64)
        self._class_right, self._class_counts = np.zeros(n_classes, np.int64), np.zeros(n_classes, np.int64)
        self._tail = _tail(net, layer)
        self._piece = int(min(_PIECE, max(1, 4 * _WORK // cost(net))))
        self._open: _Piece | None = None

    @property
    def n(self) -> int:
        """How many examples are through."""
        return self._n

    @property
    def part(self) -> float:
        """How much of the work is done, 0..1."""
        piece = self._open
        begun = 0.0 if piece is None else piece.unit / self._layer.n_units * len(piece.truth)
        return (self._n + begun) / len(self._order)

    def advance(self) -> bool:
        """Some units for the examples at hand, or the next examples; False after the last."""
        if self._open is None:
            self._open = self._next()
        piece = self._open
        end = piece.unit + self._tail.at_once(len(piece.truth))
        units = slice(piece.unit, min(end, self._layer.n_units))
        piece.answers[units] = self._tail.answers(piece.held, piece.output, units)
        piece.unit = units.stop
        if piece.unit == self._layer.n_units:
            self._close(piece)
        return self._n < len(self._order)

    def losses(self) -> Losses:
        """What has been found for the examples that are through."""
        return Losses(
            self._n, len(self._order), self._right, freeze(self._without.sum(axis=1)),
            freeze(self._without.copy()), freeze(self._class_right.copy()),
            freeze(self._class_counts.copy()), self._labelled,
        )  # fmt: skip

    def _next(self) -> _Piece:
        rows = self._order[self._n : self._n + self._piece]
        trace = self._net.trace(self._examples.inputs(rows, self._net.input_shape))
        now = said(self._net, trace.output)
        labels = now if self._examples.labels is None else self._examples.labels[rows].astype(np.int64)
        held = self._tail.held(trace.activations)
        truth = labels if self._labelled else now
        kinds = np.clip(labels, 0, self._examples.n_classes - 1)
        answers = np.empty((self._layer.n_units, len(rows)), np.int64)
        return _Piece(truth, kinds, now, trace.output, held, answers)

    def _close(self, piece: _Piece) -> None:
        known = piece.truth >= 0
        right = (piece.now == piece.truth) & known
        still = (piece.answers == piece.truth) & known
        self._right += int(right.sum())
        self._n += len(piece.truth)
        for c in np.unique(piece.kinds):
            chosen = piece.kinds == c
            self._class_counts[c] += int(chosen.sum())
            self._class_right[c] += int(right[chosen].sum())
            self._without[:, c] += still[:, chosen].sum(axis=1)
        self._open = None


@dataclass(eq=False)
class _Piece:
    """Some examples under way: answers (U, n) up to `unit`."""

    truth: Wholes
    kinds: Wholes
    now: Wholes
    output: Array
    held: tuple[Array, ...]
    answers: Wholes
    unit: int = 0


class _Last:
    """The units are the answer: without one, the next best is given."""

    def __init__(self, net: Net, layer: UnitLayer) -> None:
        self._net, self._layer = net, layer

    def at_once(self, _n: int) -> int:
        return 4096

    def held(self, _activations: tuple[Array, ...]) -> tuple[Array, ...]:
        return ()

    def answers(self, _held: tuple[Array, ...], output: Array, units: slice) -> Wholes:
        flat = output.reshape(len(output), -1)
        if flat.shape[1] == 1:
            found = said(self._net, np.zeros_like(flat))
            found[np.isnan(flat[:, 0])] = -1
            return found[None]
        places = flat.shape[1] // self._layer.n_all  # of one channel
        best = said(self._net, output)
        second = np.full(len(flat), -1, np.int64)
        rows = np.flatnonzero(best >= 0)
        if places < flat.shape[1]:
            others = flat[rows].reshape(len(rows), self._layer.n_all, places)
            others[np.arange(len(rows)), best[rows] // places] = -np.inf
            second[rows] = others.reshape(len(rows), flat.shape[1]).argmax(axis=1)
        number = np.arange(units.start, units.stop)[:, None]
        return np.where((best // places == number) & (best >= 0), second, best)


class _Dense:
    """The next layer with weights is dense: each unit's share of its sums is taken away."""

    def __init__(self, net: Net, at: int, layer: UnitLayer) -> None:
        """at: the dense layer."""
        self._net, self._at = net, at
        self._w = np.ascontiguousarray(net.views(at)["w"]).reshape(layer.n_all, -1, net.shapes[at][0])
        self._rest = net.rest(at + 1) if at + 1 < len(net.layers) else None
        self._cost = 3 * net.shapes[at][0] * self._w.shape[1] + (cost(self._rest) if self._rest else 0)
        self._programs: dict[int, Program] = {}

    def at_once(self, n: int) -> int:
        wide = self._w.shape[2]
        return max(1, min(_WORK // (n * self._cost), _HELD // (n * wide)))

    def held(self, activations: tuple[Array, ...]) -> tuple[Array, ...]:
        a = activations[self._at - 1]
        return a.reshape(len(a), len(self._w), -1).transpose(1, 0, 2), activations[self._at]

    @DIVERGING_IS_ALLOWED
    def answers(self, held: tuple[Array, ...], _output: Array, units: slice) -> Wholes:
        a, z = held
        n_units, n = units.stop - units.start, len(z)
        if self._rest is None:
            output = (z - self._shares(a, units)).reshape(n_units * n, -1)
            return said(self._net, output).reshape(n_units, n)
        if n_units * n not in self._programs:
            if len(self._programs) > 3:
                self._programs.clear()
            self._programs[n_units * n] = self._rest.plan.bind(self._rest.theta, n_units * n)
        program = self._programs[n_units * n]
        x = program.outer_x.reshape(n_units, n, -1)
        np.subtract(z, self._shares(a, units), out=x)
        program.forward()
        return said(self._net, program.outer_ys[-1]).reshape(n_units, n)

    def _shares(self, a: Array, units: slice) -> Array:
        """What each unit adds to the sums: (units, n, H)."""
        part, w = a[units], self._w[units]
        found: Array = part * w if w.shape[1] == 1 else part @ w
        return found


class _Through:
    """Anything else follows: a channel is set to 0, and the rest of the net answers."""

    def __init__(self, net: Net, after: int, layer: UnitLayer) -> None:
        """after: the activation that is held."""
        self._net, self._after, self._layer = net, after, layer
        self._rest = net.rest(after + 1)
        self._cost = cost(self._rest)
        self._programs: dict[int, Program] = {}

    def at_once(self, n: int) -> int:
        return max(1, _WORK // (n * self._cost))

    def held(self, activations: tuple[Array, ...]) -> tuple[Array, ...]:
        return (activations[self._after],)

    @DIVERGING_IS_ALLOWED
    def answers(self, held: tuple[Array, ...], _output: Array, units: slice) -> Wholes:
        (a,) = held
        n = len(a)
        if n not in self._programs:
            self._programs[n] = self._rest.plan.bind(self._rest.theta, n)
        program = self._programs[n]
        found = np.empty((units.stop - units.start, n), np.int64)
        for i, unit in enumerate(range(units.start, units.stop)):
            np.copyto(program.outer_x, a)
            if self._layer.is_maps and program.outer_x.ndim == 4:
                program.outer_x[:, unit] = 0
            else:
                program.outer_x.reshape(n, self._layer.n_all, -1)[:, unit] = 0
            program.forward()
            found[i] = said(self._net, program.outer_ys[-1])
        return found


def _tail(net: Net, layer: UnitLayer) -> _Last | _Dense | _Through:
    after = layer.shown
    while after + 1 < len(net.layers) and net.layers[after + 1].kind in _POOLS:
        after += 1  # these keep channels apart, and make 0 of 0
    if after + 1 == len(net.layers):
        return _Last(net, layer)
    if net.layers[after + 1].kind == "dense":
        return _Dense(net, after + 1, layer)
    return _Through(net, after, layer)


def brute_force(net: Net, layer: UnitLayer, unit: int, x: Array) -> Wholes:
    """The classes (N,) that `net` names for x with a unit at 0, computed the long way; not for answers."""
    y = first_layers(net, layer.shown + 1)(x).copy()
    y.reshape(len(y), layer.n_all, -1)[:, unit] = 0
    return said(net, net.rest(layer.shown + 1)(y))
