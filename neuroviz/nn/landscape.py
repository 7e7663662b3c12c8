"""The loss over weight space: at points of a plane or along a line, and at any list of parameter vectors.

All in units of a few milliseconds, on buffers bound once. Where a net begins with a dense layer its sums are
linear in the coordinates: X (W + a U + b V) = XW + a XU + b XV. The three products are done once for a chunk
of examples; from then on a point costs two sums there in place of the largest product of the net.
Batch norm works with its running statistics, dropout does nothing.
"""

from __future__ import annotations

import math
from collections.abc import Generator, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from neuroviz.nn.arrays import DIVERGING_IS_ALLOWED, Array
from neuroviz.nn.cost import layer_costs
from neuroviz.nn.inference import PICTURES_AT_ONCE
from neuroviz.nn.layers.dense import Dense
from neuroviz.nn.layers.linear import Linear
from neuroviz.nn.loss import Loss
from neuroviz.nn.marking import check_targets, marking
from neuroviz.nn.plan import Plan
from neuroviz.nn.plane import Plane

Floats = NDArray[np.float64]

VECTORS_AT_ONCE = 500
"""Examples of a chunk: so many that the calls cost little, so few that it stays in the cache."""

_UNIT = 1e8  # multiplications of a unit of work, some milliseconds
_VALUE = 20  # of them cost as much as a value on its way: functions, biases, the loss
_KEPT = 64 * 2**20  # bytes of first sums


@dataclass(frozen=True, eq=False)
class Scores:
    """At K places, of the first n examples: mean loss (K,), where it is no number ∞; share right (K,), NaN
    where the answers are values."""

    loss: Floats
    right: Floats
    n: int


class _Tally:
    """Sums over chunks."""

    def __init__(self, k: int) -> None:
        self.loss, self.right, self.n = np.zeros(k), np.zeros(k), 0

    def scores(self) -> Scores:
        loss = self.loss / max(1, self.n)
        return Scores(np.where(np.isnan(loss), np.inf, loss), self.right / max(1, self.n), self.n)


class _Bound:
    """A program for chunks of one size, with its marking; `theta` is read in place."""

    def __init__(self, plan: Plan, loss: Loss, theta: Array, size: int) -> None:
        self.program = plan.bind(theta, size)
        self.marking = marking(loss, self.program.y)
        self.work = np.empty_like(self.program.x)

    @DIVERGING_IS_ALLOWED
    def marks(self, targets: Array) -> tuple[float, float]:
        self.program.renew()
        self.program.forward()
        return self.marking.marks(targets)


class _Examples:
    """x, y in chunks, and how much of them makes a unit of work."""

    def __init__(self, plan: Plan, loss: Loss, x: Array, y: Array) -> None:
        check_targets(plan, loss, x, y)
        self.x, self.y = x, y.astype(np.intp) if y.ndim == 1 else y
        maps = any(len(shape) > 1 for shape in plan.shapes)  # an input that is laid flat at once makes none
        self.chunk = min(len(x), PICTURES_AT_ONCE if maps else VECTORS_AT_ONCE)

    def chunks(self, n: int | None) -> Iterator[slice]:
        """Of the first n examples, all without."""
        end = len(self.x) if n is None else min(max(1, n), len(self.x))
        return (slice(at, min(at + self.chunk, end)) for at in range(0, end, self.chunk))

    def at_once(self, plan: Plan) -> int:
        """Points that a chunk is asked for in one unit of work by nets of that plan."""
        return max(1, int(_UNIT / (_work(plan) * self.chunk)))


class NetLoss:
    """The loss at any parameter vectors of one plan, on examples x (N, *input_shape) with targets y.

    ValueError: examples that do not fit. One thread at a time.
    """

    def __init__(self, plan: Plan, loss: Loss, x: Array, y: Array) -> None:
        self._plan, self._loss = plan, loss
        self._examples = _Examples(plan, loss, x, y)
        self._theta = np.zeros(plan.n_values, np.float32)
        self._bound: dict[int, _Bound] = {}
        self._at_once = self._examples.at_once(plan)

    def at(self, thetas: Array, n: int | None = None) -> Generator[None, None, Scores]:
        """Of thetas (T, n_values), on the first n examples; between two units it can be left.

        Each net is done with all examples before the next.
        """
        tally, bound = _Tally(len(thetas)), self._bound
        for k, theta in enumerate(thetas):
            np.copyto(self._theta, theta)
            tally.n = 0
            for done, part in enumerate(self._examples.chunks(n), 1):
                size = part.stop - part.start
                one = bound.get(size) or bound.setdefault(
                    size, _Bound(self._plan, self._loss, self._theta, size))
                np.copyto(one.program.outer_x, self._examples.x[part])
                loss, right = one.marks(self._examples.y[part])
                tally.loss[k] += loss
                tally.right[k] += right
                tally.n += size
                if done % self._at_once == 0:
                    yield
            yield
        return tally.scores()


class PlaneLoss:
    """The loss at points of one plane (or line), on examples x (N, *input_shape) with targets y.

    ValueError: a plane or examples that do not fit the plan. One thread at a time.
    """

    def __init__(self, plan: Plan, loss: Loss, plane: Plane, x: Array, y: Array) -> None:
        if plane.origin.shape != (plan.n_values,):
            raise ValueError(f"a plane of {plane.origin.shape} for nets of {plan.n_values} parameters")
        self._loss = loss
        self._examples = examples = _Examples(plan, loss, x, y)
        self._head = head = _head(plan, examples, plane)
        self._plan = plan if head is None else head.rest
        self._walk = _Walk(plane, 0 if head is None else head.size)
        self._bound: dict[int, _Bound] = {}
        self._at_once = examples.at_once(self._plan)

    @property
    def work(self) -> int:
        """Multiplications that an example costs at a point, and what takes as long as these."""
        return _work(self._plan)

    def units(self, k: int, n: int | None = None) -> int:
        """Units of work that k points are."""
        return sum(1 for _ in self._examples.chunks(n)) * -(-k // self._at_once)

    def at(self, a: Floats, b: Floats, n: int | None = None) -> Generator[None, None, Scores]:
        """Of points a, b (K,), on the first n examples; between two units it can be left.

        Chunk after chunk: each goes to all points. Points of one b that follow each other are cheaper.
        """
        examples, tally = self._examples, _Tally(len(a))
        for part in examples.chunks(n):
            bound = self._program(part.stop - part.start)
            if self._head is None:
                np.copyto(bound.program.outer_x, examples.x[part])
            else:
                self._head.load(part)
            targets = examples.y[part]
            for start in range(0, len(a), self._at_once):
                yield
                self._some(bound, targets, tally, slice(start, start + self._at_once), (a, b))
            tally.n += part.stop - part.start
        return tally.scores()

    @DIVERGING_IS_ALLOWED
    def _some(self, bound: _Bound, targets: Array, tally: _Tally, part: slice,
              at: tuple[Floats, Floats]) -> None:
        a, b = (one[part].tolist() for one in at)
        head, walk = self._head, self._walk
        for i, (one, two) in enumerate(zip(a, b, strict=True), part.start):
            walk.go(one, two)
            if head is not None:
                head.fill(bound.program.x, one, two)
            loss, right = bound.marks(targets)
            tally.loss[i] += loss
            tally.right[i] += right

    def _program(self, size: int) -> _Bound:
        if size not in self._bound:
            self._bound[size] = _Bound(self._plan, self._loss, self._walk.theta, size)
        return self._bound[size]


class _Walk:
    """Parameters that follow a point of the plane: theta = origin + a u + b v, from number `start` on."""

    def __init__(self, plane: Plane, start: int) -> None:
        self.origin, self.u, self.v = (one[start:] for one in (plane.origin, plane.u, plane.v))
        self.theta, self.row = self.origin.copy(), self.origin.copy()
        self.b = 0.0

    def go(self, a: float, b: float) -> None:
        if b != self.b:
            np.multiply(self.v, np.float32(b), out=self.row)
            np.add(self.row, self.origin, out=self.row)
            self.b = b
        np.multiply(self.u, np.float32(a), out=self.theta)
        np.add(self.theta, self.row, out=self.theta)


class _Head:
    """The first dense layer, and what is before it and learns nothing, at all points of a plane at once."""

    def __init__(self, plan: Plan, at: int, examples: _Examples, plane: Plane) -> None:
        self.examples = examples
        self.before = Plan(plan.layers[:at], plan.input_shape) if at else None
        shape = plan.shapes[at]
        self.rest = Plan(plan.layers[at + 1 :] or (Linear(),), shape)
        w, b = plan.segments[at]["w"], plan.segments[at]["b"]
        assert (w.start, b.start) == (0, w.parameter.size)
        self.size = w.parameter.size + b.parameter.size  # what follows it in theta is that of the rest
        self.weights = [(w.view(one), b.view(one)) for one in (plane.origin, plane.u, plane.v)]
        self.keeps = 12 * len(examples.x) * shape[0] <= _KEPT
        self.kept: dict[tuple[int, int], tuple[Array, Array, Array, Array]] = {}
        self.b = math.nan

    def load(self, part: slice) -> None:
        """Take that chunk: its sums at the origin, along u and along v, and room for those of a row."""
        key = (part.start, part.stop)
        if key not in self.kept:
            if not self.keeps:
                self.kept.clear()
            x = self._inputs(part)
            o, u, v = (x @ w + b for w, b in self.weights)
            self.kept[key] = o, u, v, np.empty_like(o)
        self.o, self.u, self.v, self.row = self.kept[key]
        self.b = math.nan

    def fill(self, z: Array, a: float, b: float) -> None:
        """z = o + a u + b v."""
        if b != self.b:
            np.multiply(self.v, np.float32(b), out=self.row)
            np.add(self.row, self.o, out=self.row)
            self.b = b
        np.multiply(self.u, np.float32(a), out=z)
        np.add(z, self.row, out=z)

    def _inputs(self, part: slice) -> Array:
        x = self.examples.x[part]
        if self.before is None:
            return x
        program = self.before.bind(np.empty(0, np.float32), len(x))
        np.copyto(program.outer_x, x)
        program.forward()
        return program.outer_ys[-1]


def _head(plan: Plan, examples: _Examples, plane: Plane) -> _Head | None:
    """Where a dense layer is the first that has parameters."""
    at = next((i for i, own in enumerate(plan.segments) if own), None)
    if at is None or not isinstance(plan.layers[at], Dense):
        return None
    return _Head(plan, at, examples, plane)


def _work(plan: Plan) -> int:
    return sum(cost.answering + _VALUE * cost.values for cost in layer_costs(plan))


def grid(radius: float | tuple[float, float], side: int) -> tuple[Floats, Floats]:
    """Points (side²,) of a square grid about the origin, row after row from -radius to radius; b by row."""
    across, up = np.broadcast_to(radius, 2)
    b, a = np.meshgrid(np.linspace(-up, up, side), np.linspace(-across, across, side), indexing="ij")
    return a.reshape(-1), b.reshape(-1)
