"""Nets of every kind that may lie in the workspace, telling and hostile ones among them."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from neuroviz import nn
from neuroviz.nn import Net
from neuroviz.nn.arrays import Shape

PICTURE = (1, 28, 28)


def _net(layers: list[nn.Layer], shape: Shape, seed: int = 0) -> Net:
    return Net.create(layers, shape, np.random.default_rng(seed))


def _spoilt(value: float) -> Net:
    net = _net([nn.Dense(16), nn.ReLU(), nn.Dense(10)], (784,))
    theta = net.theta.copy()
    theta[5] = value
    return net.with_theta(theta)


def _deep() -> Net:
    layers = [layer for _ in range(500) for layer in (nn.Dense(1), nn.Tanh())]
    return _net(layers, (2,))


def _all_kinds() -> list[nn.Layer]:
    return [
        nn.Conv2d(3, 3, padding=1), nn.BatchNorm(), nn.GELU(), nn.MaxPool(2), nn.Conv2d(4, 3), nn.LeakyReLU(),
        nn.AvgPool(2), nn.Flatten(), nn.LayerNorm(), nn.Dropout(0.5), nn.Dense(10), nn.Softmax(),
    ]  # fmt: skip


NETS: dict[str, Callable[[], Net]] = {
    "one layer": lambda: _net([nn.Dense(10)], (784,)),
    "softmax alone": lambda: _net([nn.Softmax()], (784,)),
    "relu alone": lambda: _net([nn.ReLU()], (5,)),
    "all kinds of layers": lambda: _net(_all_kinds(), PICTURE),
    "a million parameters": lambda: _net([nn.Dense(1200), nn.ReLU(), nn.Dense(10)], (784,)),
    "1,000 layers of one unit": _deep,
    "NaN": lambda: _spoilt(np.nan),
    "infinite": lambda: _spoilt(np.inf),
    "huge": lambda: _spoilt(3e38),
    "all zero": lambda: _net([nn.Dense(8), nn.ReLU(), nn.Dense(10)], (784,)).with_theta(
        np.zeros(784 * 8 + 8 + 90, np.float32)
    ),
    "plane, one sigmoid": lambda: _net([nn.Dense(3), nn.Tanh(), nn.Dense(1), nn.Sigmoid()], (2,)),
    "plane, one number": lambda: _net([nn.Dense(3), nn.Tanh(), nn.Dense(1)], (2,)),
    "plane, three classes": lambda: _net([nn.Dense(8), nn.ReLU(), nn.Dense(3)], (2,)),
    "five numbers": lambda: _net([nn.Dense(8), nn.ReLU(), nn.Dense(2)], (5,)),
    "one number": lambda: _net([nn.Dense(1), nn.Sigmoid()], (1,)),
    "a thousand answers": lambda: _net([nn.Dense(1000)], (40,)),
    "a coloured picture": lambda: _net([nn.Conv2d(4, 3), nn.Flatten(), nn.Dense(10)], (3, 16, 16)),
    "pictures as answers": lambda: _net([nn.Conv2d(2, 3)], (1, 8, 8)),
}
