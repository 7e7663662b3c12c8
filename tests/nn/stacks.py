"""Nets of many kinds for tests of weight space, with examples they fit."""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeVar

import numpy as np

from neuroviz import nn
from neuroviz.nn.arrays import Array, Shape

T = TypeVar("T")

NETS: dict[str, tuple[Shape, tuple[nn.Layer, ...]]] = {
    "one dense": ((5,), (nn.Dense(3),)),
    "mlp": ((6,), (nn.Dense(7), nn.ReLU(), nn.Dense(5), nn.Tanh(), nn.Dense(3))),
    "behind flatten": ((1, 4, 4), (nn.Flatten(), nn.Dense(7), nn.GELU(), nn.Dense(3))),
    "behind functions": ((6,), (nn.Tanh(), nn.Dropout(), nn.Dense(7), nn.Sigmoid(), nn.Dense(3))),
    "norms": ((6,), (nn.Dense(7), nn.BatchNorm(), nn.ReLU(), nn.LayerNorm(), nn.Dense(3))),
    "norm first": ((6,), (nn.BatchNorm(), nn.Dense(7), nn.LeakyReLU(0.1), nn.Gate(), nn.Dense(3))),
    "conv": ((2, 8, 8), (
        nn.Conv2d(4, 3, padding=1), nn.BatchNorm(), nn.ReLU(), nn.MaxPool(), nn.Conv2d(5, 2), nn.Tanh(),
        nn.AvgPool(), nn.Flatten(), nn.Dense(6), nn.ReLU(), nn.Dense(3))),
}  # fmt: skip


def net(name: str, seed: int = 0) -> nn.Net:
    """One of them, with statistics and biases as if it had learned."""
    shape, layers = NETS[name]
    rng = np.random.default_rng(seed)
    made = nn.Net.create(layers, shape, rng)
    theta = made.theta.copy()
    for i in range(len(layers)):
        for key, view in made.plan.views(theta, i).items():
            if key != "w":
                np.add(view, rng.uniform(0.05, 0.3, view.shape), out=view, casting="same_kind")
    return made.with_theta(theta)


def examples(one: nn.Net, n: int, seed: int = 1, *, values: bool = False) -> tuple[Array, Array]:
    """x and class numbers, or values, of n examples."""
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(n, *one.input_shape)).astype(np.float32)
    k = one.shapes[-1][0]
    return x, rng.normal(size=(n, k)).astype(np.float32) if values else rng.integers(0, k, n)


def done(units: Generator[object, None, T]) -> T:
    """All units, and what comes of them."""
    while True:
        try:
            next(units)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]
