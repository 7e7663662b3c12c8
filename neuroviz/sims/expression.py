"""Expressions: what a net computes, as sums, products and functions of single numbers."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

Place = tuple[int, int]
"""A value of a net: layer (-1: the input) and unit, counted through all maps and rows of a picture."""


@dataclass(frozen=True)
class Ref:
    """One parameter of a net: `index` into the flat array `name` of layer `layer`."""

    layer: int
    name: str
    index: int


@dataclass(frozen=True)
class Number:
    """A parameter with its value; ref None: computed from several, not to be changed by itself.

    column: numbers that stand below each other when like sums are written in rows; None: alone.
    """

    value: float
    ref: Ref | None = None
    column: tuple[int, int] | None = None


@dataclass(frozen=True)
class Var:
    """A value that is computed elsewhere, or given."""

    at: Place


@dataclass(frozen=True)
class Known:
    """A value that has been put in."""

    value: float
    at: Place


@dataclass(frozen=True)
class Term:
    """weight × factor; without a factor a number alone, without a weight the factor alone."""

    weight: Number | None
    factor: Node | None


@dataclass(frozen=True)
class Sum:
    """Terms added up: the value at `at`."""

    terms: tuple[Term, ...]
    at: Place


@dataclass(frozen=True)
class Call:
    """A function of one number or several: the value at `at`.

    kind: of the layer. index: which of the function's answers, where it has several (softmax, layer_norm).
    slope: of a leaky ReLU.
    """

    kind: str
    args: tuple[Node, ...]
    at: Place
    index: int | None = None
    slope: float = 0.0


Node: TypeAlias = Var | Known | Sum | Call


def children(node: Node) -> tuple[Node, ...]:
    """What a node is made of."""
    if isinstance(node, Sum):
        return tuple(term.factor for term in node.terms if term.factor is not None)
    return node.args if isinstance(node, Call) else ()


def inside_out(node: Node) -> Iterator[Sum | Call]:
    """Every sum and function within `node`, itself last: each after what it needs."""
    for child in children(node):
        yield from inside_out(child)
    if isinstance(node, Sum | Call):
        yield node


def variables(node: Node) -> Iterator[Var]:
    """Every variable, as often as it is written."""
    if isinstance(node, Var):
        yield node
    for child in children(node):
        yield from variables(child)


def numbers(node: Node) -> Iterator[Number]:
    """Every parameter, as often as it is written, from left to right."""
    if isinstance(node, Sum):
        for term in node.terms:
            if term.weight is not None:
                yield term.weight
            if term.factor is not None:
                yield from numbers(term.factor)
    else:
        for child in children(node):
            yield from numbers(child)


@dataclass(frozen=True)
class Digits:
    """A number as it is written: three digits that matter, and a power of ten where it is far from 1."""

    negative: bool
    body: str
    power: int | None = None


@lru_cache(8192)
def digits(value: float, count: int = 3) -> Digits:
    """`value` to `count` significant digits."""
    if math.isnan(value):
        return Digits(negative=False, body="NaN")
    if math.isinf(value):
        return Digits(value < 0, "∞")
    size, negative = abs(value), value < 0
    if size == 0:
        return Digits(negative=False, body="0")
    exponent = int(f"{size:.{count - 1}e}".partition("e")[2])
    if not -3 <= exponent < 5:
        return Digits(
            negative, f"{size / 10.0**exponent:.{count - 1}f}" if exponent > -300 else "0", exponent
        )
    return Digits(negative, f"{size:.{max(0, count - 1 - exponent)}f}")
