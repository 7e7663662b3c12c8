"""Switching units off: what is computed by taking shares away is what the long way gives."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz import nn
from neuroviz.data.plane import task
from neuroviz.sims.examples import Examples, by_labels, examples_for, said
from neuroviz.sims.knockout import KnockOut, Losses, brute_force
from neuroviz.sims.unit_layers import unit_layers

RNG = np.random.default_rng(1)


def made(layers: tuple[nn.Layer, ...], shape: tuple[int, ...]) -> nn.Net:
    net = nn.Net.create(layers, shape, np.random.default_rng(5))
    moved = np.random.default_rng(6).normal(0, 0.05, len(net.theta)).astype(np.float32)
    return net.with_theta(net.theta + moved)


NETS = {
    "mlp": made((nn.Dense(12), nn.ReLU(), nn.Dense(9), nn.GELU(), nn.Dense(4)), (6,)),
    "normed": made((nn.Dense(7), nn.BatchNorm(), nn.Tanh(), nn.Dropout(0.5), nn.Dense(5), nn.LayerNorm(),
                    nn.LeakyReLU(), nn.Dense(4), nn.Softmax()), (6,)),
    "cnn": made((nn.Conv2d(3, 3), nn.ReLU(), nn.MaxPool(2), nn.Conv2d(4, 2), nn.Tanh(), nn.Flatten(),
                 nn.Dense(6), nn.ReLU(), nn.Dense(4)), (1, 8, 8)),
    "pooled late": made((nn.Conv2d(3, 3), nn.MaxPool(2), nn.ReLU(), nn.Flatten(), nn.Sigmoid(), nn.Dense(4)),
                        (1, 8, 8)),
    "one number": made((nn.Dense(3), nn.Tanh(), nn.Dense(1), nn.Sigmoid()), (2,)),
    "maps": made((nn.Conv2d(3, 3), nn.ReLU(), nn.Conv2d(4, 3)), (1, 6, 6)),
    "no weights": made((nn.Flatten(), nn.ReLU()), (5,)),
}  # fmt: skip


def examples(net: nn.Net, n: int = 150) -> Examples:
    x = RNG.normal(size=(n, int(np.prod(net.input_shape)))).astype(np.float32)
    return Examples("test", x, RNG.integers(0, 4, n).astype(np.uint8), 4)


def run(net: nn.Net, number: int, given: Examples) -> Losses:
    knock = KnockOut(net, unit_layers(net)[number], given, np.random.default_rng(0))
    while knock.advance():
        pass
    return knock.losses()


@pytest.mark.parametrize("name", NETS)
def test_each_unit_of_each_layer_as_by_brute_force(name: str) -> None:
    net = NETS[name]
    given = examples(net)
    x = given.inputs(slice(None), net.input_shape)
    now = said(net, net(x))
    truth = given.labels if by_labels(net, given) else now
    assert truth is not None
    layers = unit_layers(net)
    for layer in layers:
        losses = run(net, layer.number, given)
        assert losses.complete
        assert losses.right == (now == truth).sum()
        if layer.shown == len(net.layers) - 1:
            continue
        for unit in range(layer.n_units):
            answers = brute_force(net, layer, unit, x)
            assert losses.without[unit] == (answers == truth).sum(), (layer, unit)
            assert given.labels is not None
            by_class = [int(((answers == truth) & (given.labels == c)).sum()) for c in range(4)]
            assert losses.by_class[unit].tolist() == by_class
            fallen = np.nansum(losses.class_falls(unit) * losses.class_counts) / losses.n
            np.testing.assert_allclose(fallen, losses.falls()[unit], atol=1e-12)


def test_without_an_answer_the_next_best_is_given() -> None:
    net = NETS["mlp"]
    given = examples(net)
    output = net(given.inputs(slice(None), net.input_shape))
    losses = run(net, 2, given)
    for unit in range(4):
        cut = output.copy()
        cut[:, unit] = -np.inf
        assert losses.without[unit] == (cut.argmax(axis=1) == given.labels).sum()


def test_what_has_been_counted_by_now_is_a_random_sample_and_says_how_large() -> None:
    net = nn.Net.create((nn.Dense(3), nn.Tanh(), nn.Dense(1), nn.Sigmoid()), (2,), RNG)
    knock = KnockOut(net, unit_layers(net)[0], examples_for(net, task("circle")), np.random.default_rng(0))
    knock.advance()
    first = knock.losses()
    assert 0 < first.n < first.total == 400
    assert first.class_counts.sum() == first.n
    assert not first.complete


def test_answers_that_are_no_numbers_are_never_right() -> None:
    net = NETS["mlp"]
    broken = net.with_theta(np.full_like(net.theta, np.nan))
    losses = run(broken, 0, examples(net))
    assert losses.right == 0
    assert losses.without.sum() == 0


def test_random_examples_count_answers_that_stay() -> None:
    net = made((nn.Dense(4), nn.ReLU(), nn.Dense(3)), (5,))
    given = examples_for(net, None)
    losses = run(net, 0, given)
    assert not losses.labelled
    assert losses.right == losses.n == len(given)
    assert (losses.falls() >= 0).all()
