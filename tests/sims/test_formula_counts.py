"""Counts against counting: a net is evaluated with numbers that count what is done to them."""

from __future__ import annotations

import math
from collections import Counter

import numpy as np
import pytest

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
    Linear,
    MaxPool,
    Net,
    ReLU,
    Sigmoid,
    Softmax,
    Tanh,
)
from neuroviz.nn.arrays import Array, Shape
from neuroviz.sims.expression import Call, inside_out, numbers, variables
from neuroviz.sims.formula_counts import LayerCount, Written, count
from neuroviz.sims.program import program_of, put_in

Tally = Counter[str]
NETS: tuple[tuple[Shape, tuple[Layer, ...]], ...] = (
    ((2,), (Dense(3), Tanh(), Dense(1), Sigmoid())),
    ((2,), (Dense(4), ReLU(), Dense(2))),
    ((3,), (Dense(4), BatchNorm(), ReLU(), Dropout(0.1), Dense(3), Softmax())),
    ((4,), (LayerNorm(), Dense(3), Gate(), Linear(), Dense(2))),
    ((1, 6, 6), (Conv2d(2, 3), ReLU(), MaxPool(2), Flatten(), Dense(3))),
    ((2, 5, 4), (Conv2d(3, 3, padding=1), AvgPool(2), Conv2d(2, 2), Flatten(), Dense(2))),
    ((1, 7, 6), (Conv2d(2, 3, stride=2, padding=2), BatchNorm(), Tanh(), Flatten(), Dense(1))),
    ((1, 5, 5), (MaxPool(2), Flatten(), Dense(2), LayerNorm())),
)


def made(shape: Shape, layers: tuple[Layer, ...]) -> Net:
    return Net.create(layers, shape, np.random.default_rng(0))


def added(n: int, tally: Tally) -> None:
    """A sum of n summands."""
    tally["additions"] += n - 1
    tally["terms"] += n


def by_hand(layer: Layer, x: Array) -> tuple[Array, Tally]:  # noqa: PLR0911, PLR0912 - a table
    """The shape of what comes out, and every single operation, one by one."""
    tally: Tally = Counter()
    if isinstance(layer, Dense):
        for _ in range(layer.n_out):
            tally["multiplications"] += len(x)
            added(len(x) + 1, tally)
        return np.zeros(layer.n_out), tally
    if isinstance(layer, Conv2d):
        y = np.zeros(layer.output_shape(x.shape))
        for _, row, column in np.ndindex(*y.shape):
            met = 0
            for _, u, v in np.ndindex(x.shape[0], layer.kernel, layer.kernel):
                i, j = row * layer.stride + u - layer.padding, column * layer.stride + v - layer.padding
                met += 0 <= i < x.shape[1] and 0 <= j < x.shape[2]
            tally["multiplications"] += met
            added(met + 1, tally)
        return y, tally
    if isinstance(layer, BatchNorm | Gate):
        for _ in range(x.size):
            tally["multiplications"] += 1
            added(2, tally)
        return x, tally
    if isinstance(layer, MaxPool | AvgPool):
        y = np.zeros(layer.output_shape(x.shape))
        for _ in range(y.size):
            if isinstance(layer, MaxPool):
                tally["functions"] += 1
            else:
                added(layer.size**2, tally)
                tally["multiplications"] += 1
        return y, tally
    if isinstance(layer, Softmax):
        tally["functions"] += len(x)
        added(len(x), tally)
        tally["multiplications"] += len(x)
        return x, tally
    if isinstance(layer, LayerNorm):
        n = x.size
        for _ in range(2):  # the mean, and the mean of the squares
            added(n, tally)
            tally["multiplications"] += 1
        tally["additions"] += n  # what each is away from the mean
        tally["multiplications"] += n  # their squares
        tally["additions"] += 1  # epsilon
        tally["functions"] += 1  # the root
        tally["multiplications"] += 2 * n  # divided by it, times the gain
        tally["additions"] += n  # the shift
        return x, tally
    if isinstance(layer, Flatten):
        return x.reshape(-1), tally
    if not isinstance(layer, Dropout | Linear):
        tally["functions"] += x.size
    return x, tally


@pytest.mark.parametrize(("shape", "layers"), NETS)
def test_every_layer_counts_as_by_hand(shape: Shape, layers: tuple[Layer, ...]) -> None:
    net = made(shape, layers)
    counts = count(net)
    x: Array = np.zeros(shape)
    for i, (layer, row) in enumerate(zip(layers, counts.layers, strict=True)):
        x, tally = by_hand(layer, x)
        assert row.shape == x.shape == net.shapes[i]
        for name in ("multiplications", "additions", "functions"):
            assert getattr(row, name) == tally[name], (layer, name)
        if not isinstance(layer, LayerNorm):
            assert row.terms == tally["terms"], layer
    assert counts.total.parameters == net.n_params
    assert counts.layers[-1].full * math.prod(net.shapes[-1]) == pytest.approx(counts.nested.numbers)
    assert counts.total.multiplications == sum(row.multiplications for row in counts.layers)


@pytest.mark.parametrize(("shape", "layers"), NETS)
def test_what_is_written_is_what_stands_in_the_program(shape: Shape, layers: tuple[Layer, ...]) -> None:
    net = made(shape, layers)
    program, counts = program_of(net), count(net)
    assert program is not None
    whole = [put_in(one.expr, {}, program) for one in program.outputs]
    assert written(whole) == counts.nested
    named = written([one.expr for one in program.defs.values()])
    assert (named.numbers, named.calls) == (counts.named.numbers, counts.named.calls)


def written(nodes: list) -> Written:
    return Written(
        float(sum(1 for node in nodes for _ in numbers(node))),
        float(sum(1 for node in nodes for _ in variables(node))),
        float(sum(isinstance(part, Call) for node in nodes for part in inside_out(node))),
    )


def test_a_convolution_tells_how_often_it_uses_its_weights() -> None:
    row = count(made((1, 28, 28), (Conv2d(8, 5),))).layers[0]
    assert row == LayerCount("conv2d", (8, 24, 24), 208, 115_200 + 4608, 115_200, 115_200, 0, 576.0, 26.0)


def test_a_formula_that_no_number_can_count_is_infinitely_long() -> None:
    layers = tuple(layer for _ in range(1000) for layer in (Dense(4), ReLU()))
    counts = count(made((4,), layers))
    assert math.isinf(counts.nested.pages)
    assert counts.total.parameters == 1000 * 20


def test_a_thousand_layers_of_one_unit_are_short() -> None:
    counts = count(made((1,), tuple(Dense(1) for _ in range(1000))))
    assert counts.nested == Written(2000.0, 1.0, 0.0)
