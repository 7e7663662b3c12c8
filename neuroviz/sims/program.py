"""Program: a small net as definitions of single numbers, one after the other, or put into each other."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from neuroviz.nn import (
    AvgPool,
    BatchNorm,
    Conv2d,
    Dense,
    Dropout,
    Flatten,
    Gate,
    Layer,
    LayerNorm,
    LeakyReLU,
    Linear,
    MaxPool,
    Net,
    Softmax,
)
from neuroviz.nn.arrays import Array, Shape
from neuroviz.nn.layers.batch_norm import EPSILON
from neuroviz.sims.expression import (
    Call,
    Known,
    Node,
    Number,
    Place,
    Ref,
    Sum,
    Term,
    Var,
    inside_out,
    variables,
)
from neuroviz.sims.formula_counts import Count, count

MOST_NUMBERS = 1200
"""Parameters written out, with names or put into each other; more cannot be read, and are not laid out."""

MOST_UNITS = 400
MOST_DEEP = 40  # brackets in brackets: deeper ones neither people nor Python read
_SAME = (Flatten, Dropout, Linear)


@dataclass(frozen=True)
class Def:
    """One value and how it comes about. letter, index: its name, such as h and (2, 1)."""

    at: Place
    expr: Node
    letter: str
    index: tuple[int, ...]


@dataclass(frozen=True)
class Program:
    """tiers: definitions layer by layer, the last one the answer; inputs: the names of what is given."""

    tiers: tuple[tuple[Def, ...], ...]
    n_inputs: int

    @cached_property
    def defs(self) -> Mapping[Place, Def]:
        """Each definition by its place, in order."""
        return {one.at: one for tier in self.tiers for one in tier}

    @property
    def outputs(self) -> tuple[Def, ...]:
        """The answer."""
        return self.tiers[-1]

    def name(self, at: Place) -> tuple[str, tuple[int, ...]]:
        """Letter and index of a value."""
        if at[0] < 0:
            return "x", (at[1] + 1,)
        return self.defs[at].letter, self.defs[at].index

    def needed(self, at: Place) -> tuple[Def, ...]:
        """All definitions that the value there rests on, itself last, in order."""
        wanted, queue = {at}, [at]
        while queue:
            for var in variables(self.defs[queue.pop()].expr):
                if var.at[0] >= 0 and var.at not in wanted:
                    wanted.add(var.at)
                    queue.append(var.at)
        return tuple(one for place, one in self.defs.items() if place in wanted)

    def near(self, at: Place) -> Place:
        """A place for which there is a definition: `at` itself, or the first value of the answer."""
        return at if at in self.defs else self.outputs[0].at


def program_of(net: Net, counts: Count | None = None) -> Program | None:
    """The net number by number; None for one with too many. counts: of this net, if they are known."""
    totals = counts or count(net)
    n_units = sum(math.prod(shape) for shape in net.shapes)
    if (
        totals.named.numbers > MOST_NUMBERS
        or n_units > 4 * MOST_UNITS
        or math.prod(net.input_shape) > MOST_UNITS
    ):
        return None
    return _Builder(net).program()


def fits_in_one(program: Program, at: Place) -> bool:
    """Whether the value at `at` can be written as one formula of the inputs alone."""
    if len(program.tiers) > MOST_DEEP:
        return False
    return nested_numbers(program, at) <= MOST_NUMBERS


def nested_numbers(program: Program, at: Place) -> int:
    """How many parameters the formula of `at` has when every name is replaced by what it stands for."""
    found: dict[Place, int] = {}
    for one in program.needed(at):
        own = _own_numbers(one.expr)
        found[one.at] = own + sum(found.get(var.at, 0) for var in variables(one.expr))
    return found[at]


def _own_numbers(node: Node) -> int:
    return sum(
        term.weight is not None for part in inside_out(node) if isinstance(part, Sum) for term in part.terms
    )


class _Builder:
    """Goes through the layers; `cells` are the expressions of the present values, shaped as the layer's."""

    def __init__(self, net: Net) -> None:
        self.net = net
        self.tiers: list[list[tuple[Place, Node]]] = []
        self.cells = self._vars(-1, net.input_shape)
        self.plain = True  # every cell is a variable

    def program(self) -> Program:
        for i, layer in enumerate(self.net.layers):
            self._take(i, layer, self.net.shapes[i])
        if not self.plain or not self.tiers:
            self._close(len(self.net.layers) - 1)
        return Program(
            tuple(self._named(k, tier) for k, tier in enumerate(self.tiers)), _size(self.net.input_shape)
        )

    def _named(self, k: int, tier: list[tuple[Place, Node]]) -> tuple[Def, ...]:
        last, single = k == len(self.tiers) - 1, len(tier) == 1
        hidden = len(self.tiers) - 1
        found = []
        for unit, (at, expr) in enumerate(tier):
            if last:
                found.append(Def(at, expr, "y", () if single else (unit,)))
            else:
                found.append(Def(at, expr, "h", (unit + 1,) if hidden == 1 else (k + 1, unit + 1)))
        return tuple(found)

    def _take(self, i: int, layer: Layer, shape: Shape) -> None:
        p = self.net.views(i)
        if isinstance(layer, _SAME):
            self.cells = self.cells.reshape(shape)
        elif isinstance(layer, Dense):
            self._close(i - 1)
            self._dense(i, p["w"], p["b"])
        elif isinstance(layer, Conv2d):
            self._close(i - 1)
            self._conv(i, layer, shape)
        elif isinstance(layer, BatchNorm):
            factor = p["gain"] / np.sqrt(p["variance"] + np.float32(EPSILON))
            self._scale(i, factor, p["shift"] - p["mean"] * factor, None)
        elif isinstance(layer, Gate):
            self._scale(i, p["factor"], p["held"], ("factor", "held"))
        elif isinstance(layer, MaxPool | AvgPool):
            self._close(i - 1)
            self._pool(i, layer, shape)
        elif isinstance(layer, Softmax | LayerNorm):
            self._close(i - 1)
            self._all(i, layer, shape)
        else:
            slope = layer.slope if isinstance(layer, LeakyReLU) else 0.0
            self._fill(shape, [Call(layer.kind, (cell,), (i, k), slope=slope) for k, cell in self._flat()])

    # -- each kind of layer ------------------------------------------------------------------------

    def _dense(self, i: int, w: Array, b: Array) -> None:
        n_in, n_out = w.shape
        sums: list[Node] = []
        for k in range(n_out):
            terms = [
                Term(Number(float(w[j, k]), Ref(i, "w", j * n_out + k), (i, j)), cell)
                for j, cell in self._flat()
            ]
            bias = Term(Number(float(b[k]), Ref(i, "b", k), (i, n_in)), None)
            sums.append(Sum((*terms, bias), (i, k)))
        self._fill((n_out,), sums)

    def _conv(self, i: int, conv: Conv2d, shape: Shape) -> None:
        w, b = self.net.views(i)["w"], self.net.views(i)["b"]
        sums: list[Node] = []
        for k, (c, row, column) in enumerate(np.ndindex(*shape)):
            terms = []
            for d, u, v in np.ndindex(*w.shape[1:]):
                y, x = row * conv.stride + u - conv.padding, column * conv.stride + v - conv.padding
                if 0 <= y < self.cells.shape[1] and 0 <= x < self.cells.shape[2]:
                    at = int(np.ravel_multi_index((c, d, u, v), w.shape))
                    number = Number(float(w[c, d, u, v]), Ref(i, "w", at), (i, at % w[0].size))
                    terms.append(Term(number, self.cells[d, y, x]))
            bias = Term(Number(float(b[c]), Ref(i, "b", c), (i, w[0].size)), None)
            sums.append(Sum((*terms, bias), (i, k)))
        self._fill(shape, sums)

    def _scale(self, i: int, factor: Array, term: Array, names: tuple[str, str] | None) -> None:
        """y = factor x + term, one of each for a unit or a map."""
        shape = self.cells.shape
        per = _size(shape) // len(factor)
        sums: list[Node] = []
        for k, cell in self._flat():
            c = k // per
            refs = (None, None) if names is None else (Ref(i, names[0], c), Ref(i, names[1], c))
            first = Number(float(factor[c]), refs[0], (i, 0))
            second = Number(float(term[c]), refs[1], (i, 1))
            sums.append(Sum((Term(first, cell), Term(second, None)), (i, k)))
        self._fill(shape, sums)

    def _pool(self, i: int, pool: MaxPool | AvgPool, shape: Shape) -> None:
        size = pool.size
        calls: list[Node] = []
        for k, (c, row, column) in enumerate(np.ndindex(*shape)):
            block = self.cells[c, row * size : (row + 1) * size, column * size : (column + 1) * size]
            calls.append(Call(pool.kind, tuple(block.reshape(-1)), (i, k)))
        self._fill(shape, calls)

    def _all(self, i: int, layer: Layer, shape: Shape) -> None:
        """Functions of all values at once."""
        everything = tuple(cell for _, cell in self._flat())
        calls: list[Node] = [Call(layer.kind, everything, (i, k), index=k) for k in range(len(everything))]
        if isinstance(layer, LayerNorm):
            p = self.net.views(i)
            gain, shift = p["gain"].reshape(-1), p["shift"].reshape(-1)
            calls = [
                Sum((Term(Number(float(gain[k]), Ref(i, "gain", k), (i, 0)), call),
                     Term(Number(float(shift[k]), Ref(i, "shift", k), (i, 1)), None)), (i, k))
                for k, call in enumerate(calls)
            ]  # fmt: skip
        self._fill(shape, calls)

    # -- cells -------------------------------------------------------------------------------------

    def _flat(self) -> Iterator[tuple[int, Node]]:
        return enumerate(self.cells.reshape(-1))

    def _fill(self, shape: Shape, nodes: list[Node]) -> None:
        cells = np.empty(len(nodes), object)
        cells[:] = nodes
        self.cells, self.plain = cells.reshape(shape), False

    def _close(self, i: int) -> None:
        """Give the present values names, unless they have some."""
        if self.plain and not (i == len(self.net.layers) - 1 and not self.tiers):
            return
        real = i
        while real > 0 and isinstance(self.net.layers[real], _SAME):
            real -= 1
        i = (
            i if isinstance(self.net.layers[real], _SAME) else real
        )  # values are known by the layer that made them
        self.tiers.append([((i, k), cell) for k, cell in self._flat()])
        self.cells, self.plain = self._vars(i, self.cells.shape), True

    @staticmethod
    def _vars(i: int, shape: Shape) -> Array:
        cells = np.empty(_size(shape), object)
        cells[:] = [Var((i, k)) for k in range(len(cells))]
        return cells.reshape(shape)


def _size(shape: Shape) -> int:
    return math.prod(shape)


def put_in(node: Node, known: Mapping[Place, float], program: Program | None = None) -> Node:
    """`node` with what is known put in; with a program other names but the inputs' give way to formulas."""
    if isinstance(node, Known):
        return node
    if node.at in known:
        return Known(known[node.at], node.at)
    if isinstance(node, Var):
        if program is not None and node.at[0] >= 0:
            return put_in(program.defs[node.at].expr, known, program)
        return node
    if isinstance(node, Sum):
        terms = tuple(
            Term(term.weight, None if term.factor is None else put_in(term.factor, known, program))
            for term in node.terms
        )
        return Sum(terms, node.at)
    return Call(
        node.kind, tuple(put_in(one, known, program) for one in node.args), node.at, node.index, node.slope
    )
