"""Nets of every sort, also those that have gone wrong, for the tests of one neuron."""

from __future__ import annotations

import numpy as np

from neuroviz import nn
from neuroviz.nn.arrays import Shape

MIXED: dict[str, tuple[Shape, tuple[nn.Layer, ...]]] = {
    "dense": ((5,), (nn.Dense(4), nn.ReLU(), nn.Dense(3), nn.Tanh(), nn.Dense(2))),
    "one layer": ((784,), (nn.Dense(10),)),
    "sigmoid at the end": ((2,), (nn.Dense(3), nn.Tanh(), nn.Dense(1), nn.Sigmoid())),
    "softmax at the end": ((6,), (nn.Dense(5), nn.GELU(), nn.Dense(4), nn.Softmax())),
    "batch norm": ((6,), (nn.Dense(5), nn.BatchNorm(), nn.LeakyReLU(0.2), nn.Dropout(0.3), nn.Dense(3))),
    "gate": ((6,), (nn.Dense(5), nn.ReLU(), nn.Gate(), nn.Dense(3))),
    "layer norm": ((6,), (nn.Dense(5), nn.LayerNorm(), nn.ReLU(), nn.Dense(3))),
    "only a bend": ((4,), (nn.Sigmoid(),)),
    "bends alone": ((4,), (nn.Tanh(), nn.ReLU(), nn.Flatten(), nn.GELU())),
    "convolution": ((1, 28, 28), (
        nn.Conv2d(3, 5), nn.ReLU(), nn.MaxPool(2), nn.Conv2d(4, 3, stride=2, padding=1), nn.Tanh(),
        nn.AvgPool(2), nn.Flatten(), nn.Dense(6), nn.ReLU(), nn.Dense(10))),
    "pictures with norms": ((2, 6, 7), (
        nn.Conv2d(3, 3, padding=2), nn.BatchNorm(), nn.ReLU(), nn.Dropout(0.4), nn.LayerNorm(),
        nn.AvgPool(2), nn.Flatten(), nn.Dense(3))),
    "maps at the end": ((1, 6, 6), (nn.Conv2d(2, 3), nn.ReLU())),
}  # fmt: skip


def mixed(name: str, seed: int = 0) -> nn.Net:
    """A net of the table with biases, norms and gates that are not at rest."""
    shape, layers = MIXED[name]
    rng = np.random.default_rng(seed)
    net = nn.Net.create(layers, shape, rng)
    theta = net.theta + rng.normal(0, 0.1, net.theta.shape).astype(np.float32)
    for i in range(len(layers)):
        views = net.plan.views(theta, i)
        if "variance" in views:
            views["variance"][...] = np.abs(views["variance"]) + 0.5
    return net.with_theta(theta)


def broken() -> dict[str, nn.Net]:
    """Nets in which something has gone wrong, or that are of an unusual size."""
    rng = np.random.default_rng(1)
    plain = nn.Net.create((nn.Dense(6), nn.ReLU(), nn.Dense(10)), (784,), rng)
    spoilt = {}
    for name, value in (("nan", np.nan), ("infinite", np.inf), ("huge", 1e38)):
        theta = plain.theta.copy()
        theta[::7] = value
        spoilt[name] = plain.with_theta(theta)
    theta = plain.theta.copy()
    theta[-3] = np.nan
    deep: list[nn.Layer] = []
    for _ in range(500):
        deep += [nn.Dense(1), nn.Tanh()]
    return spoilt | {
        "one bias nan": plain.with_theta(theta),
        "zeros": plain.with_theta(np.zeros_like(theta)),
        "1,000 layers of one unit": nn.Net.create(deep, (1,), rng),
        "a million": nn.Net.create(
            (nn.Dense(1000), nn.ReLU(), nn.Dense(200), nn.ReLU(), nn.Dense(10)), (784,), rng
        ),
        "wide": nn.Net.create((nn.Dense(3), nn.ReLU(), nn.Dense(20_000)), (5,), rng),
        "many inputs": nn.Net.create((nn.Dense(2),), (50_000,), rng),
        "plane without bends": nn.Net.create((nn.Dense(3), nn.Dense(2)), (2,), rng),
    }


def example(net: nn.Net, seed: int = 3) -> np.ndarray:
    """An input as a vector."""
    values = np.random.default_rng(seed).normal(size=int(np.prod(net.input_shape)))
    return np.abs(values).astype(np.float32) if values.size == 784 else values.astype(np.float32)
