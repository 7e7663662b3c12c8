"""Nets of every odd kind that a page about any net has to bear, by name."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from neuroviz import nn
from neuroviz.nn import Net


def net(layers: list[nn.Layer], shape: tuple[int, ...], seed: int = 0) -> Net:
    """A fresh one."""
    return Net.create(layers, shape, np.random.default_rng(seed))


def with_value(one: Net, value: float) -> Net:
    """The same with one weight of that value."""
    theta = one.theta.copy()
    theta[len(theta) // 2] = value
    return one.with_theta(theta)


def _deep() -> Net:
    return net([nn.Dense(1) for _ in range(1000)], (1,))


def _pictures(*more: nn.Layer) -> Net:
    return net([nn.Conv2d(3, 3), *more, nn.ReLU(), nn.Flatten(), nn.Dense(10)], (1, 28, 28))


ODD: dict[str, Callable[[], Net]] = {
    "one layer": lambda: net([nn.Dense(10)], (784,)),
    "only an activation": lambda: net([nn.ReLU()], (784,)),
    "a thousand layers of one unit": _deep,
    "a million weights": lambda: net([nn.Dense(1300), nn.ReLU(), nn.Dense(10)], (784,)),
    "two inputs, one output": lambda: net([nn.Dense(3), nn.Tanh(), nn.Dense(1), nn.Sigmoid()], (2,)),
    "five inputs": lambda: net([nn.Dense(4), nn.GELU(), nn.Dense(3), nn.Softmax()], (5,)),
    "one number in, one out": lambda: net([nn.Dense(1)], (1,)),
    "convolution and batch norm": lambda: _pictures(nn.BatchNorm()),
    "layer norm and dropout": lambda: net(
        [nn.Dense(8), nn.LayerNorm(), nn.Dropout(0.5), nn.LeakyReLU(), nn.Dense(10)], (784,)
    ),
    "not a number": lambda: with_value(net([nn.Dense(16), nn.ReLU(), nn.Dense(10)], (784,)), float("nan")),
    "all not a number": lambda: net([nn.Dense(6), nn.ReLU(), nn.Dense(10)], (784,)).with_theta(
        np.full(784 * 6 + 6 + 70, np.nan, np.float32)
    ),
    "infinite": lambda: with_value(net([nn.Dense(16), nn.Dense(10)], (784,)), float("inf")),
    "huge": lambda: net([nn.Dense(6), nn.Dense(10)], (784,)).with_theta(
        np.full(784 * 6 + 6 + 70, 1e30, np.float32)
    ),
    "all zero": lambda: net([nn.Dense(6), nn.ReLU(), nn.Dense(10)], (784,)).with_theta(
        np.zeros(784 * 6 + 6 + 70, np.float32)
    ),
}
