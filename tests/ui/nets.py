"""Small nets for tests of what shows nets."""

from __future__ import annotations

import numpy as np

from neuroviz.nn import Conv2d, Dense, Flatten, MaxPool, Net, ReLU, Trace


def mlp() -> Net:
    """The size of the shipped one."""
    layers = (Dense(300), ReLU(), Dense(100), ReLU(), Dense(10))
    return Net.create(layers, (784,), np.random.default_rng(1))


def cnn() -> Net:
    """The layers of the shipped one."""
    layers = (Conv2d(8, 5), ReLU(), MaxPool(2), Conv2d(16, 5), ReLU(), MaxPool(2), Flatten(), Dense(10))
    return Net.create(layers, (1, 28, 28), np.random.default_rng(2))


def traced(net: Net, seed: int = 0) -> Trace:
    """A trace of some input in 0..1 with many zeros."""
    rng = np.random.default_rng(seed)
    x = rng.random((1, *net.input_shape), dtype=np.float32)
    return net.trace(np.where(x > 0.7, x, np.float32(0)))
