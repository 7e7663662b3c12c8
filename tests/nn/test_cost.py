"""What a net asks for: parameters and products counted by hand, memory as it is really taken."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest

from neuroviz import nn
from neuroviz.nn.cost import cost, layer_costs

MLP = ((784,), (nn.Dense(128), nn.ReLU(), nn.Dense(64), nn.ReLU(), nn.Dense(10)))
CNN = (
    (1, 28, 28),
    (
        nn.Conv2d(8, 5), nn.ReLU(), nn.MaxPool(2), nn.Conv2d(16, 5), nn.ReLU(), nn.MaxPool(2), nn.Flatten(),
        nn.Dense(64), nn.ReLU(), nn.Dense(10),
    ),
)  # fmt: skip
ODD = (
    (2, 20, 20),
    (
        nn.Conv2d(8, 3, 1, 1), nn.BatchNorm(), nn.LeakyReLU(), nn.AvgPool(2), nn.Dropout(0.3), nn.Flatten(),
        nn.Dense(40), nn.LayerNorm(), nn.GELU(), nn.Dense(10),
    ),
)  # fmt: skip
DEEP = ((50,), (*(one for _ in range(12) for one in (nn.Dense(64), nn.Sigmoid())), nn.Dense(10)))


def test_parameters_and_products_are_those_counted_by_hand() -> None:
    found = cost(nn.Plan(MLP[1], MLP[0]), 32, nn.SGD(0.1))
    assert [one.parameters for one in found.layers] == [100_480, 0, 8_256, 0, 650]
    assert found.parameters == 109_386
    assert found.answering == 784 * 128 + 128 * 64 + 64 * 10
    # the first layer has no gradient of its input to work out
    assert found.step == 32 * (2 * 784 * 128 + 3 * (128 * 64 + 64 * 10))


def test_a_convolution_multiplies_its_window_at_every_place() -> None:
    first, *_ = layer_costs(nn.Plan(CNN[1], CNN[0]))
    assert first.parameters == 8 * 25 + 8
    assert first.answering == 8 * 24 * 24 * 25
    assert first.values == 8 * 24 * 24


@pytest.mark.parametrize(("shape", "layers"), [MLP, CNN, ODD, DEEP], ids=["mlp", "cnn", "odd", "deep"])
@pytest.mark.parametrize("batch", [16, 200])
@pytest.mark.parametrize("optimiser", [nn.SGD(0.1, 0.9), nn.Adam(0.1)], ids=["sgd", "adam"])
def test_memory_is_what_a_trainer_takes(
    shape: tuple[int, ...], layers: tuple[nn.Layer, ...], batch: int, optimiser: nn.Optimiser
) -> None:
    rng = np.random.default_rng(0)
    net = nn.Net.create(layers, shape, rng)
    x, y = rng.random((batch, *shape), np.float32), rng.integers(0, 10, batch)
    tracemalloc.start()
    try:
        trainer = nn.Trainer(net, nn.CrossEntropy(), optimiser, 1024)
        trainer.step(x, y)
        taken = tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()
    found = cost(net.plan, batch, optimiser)
    assert found.memory == pytest.approx(taken, rel=0.1)
    assert found.memory == found.weights + found.activations + found.optimiser


def test_asking_for_the_cost_changes_nothing_and_needs_no_weights() -> None:
    plan = nn.Plan(ODD[1], ODD[0])
    one, other = cost(plan, 8, nn.Adam(0.1)), cost(plan, 8, nn.Adam(0.1))
    assert one == other
    assert one.layers == layer_costs(plan)
    assert one.parameters == plan.n_trainable
