"""Bends: the functions a neuron may end in, as curves, computed by the engine's own layers and backward."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from neuroviz.nn import GELU, Layer, LeakyReLU, Linear, Net, ReLU, Sigmoid, Softmax, Tanh
from neuroviz.nn.arrays import Array, freeze
from neuroviz.nn.gradients import backward

FUNCTIONS: dict[str, Layer] = {
    "linear": Linear(), "relu": ReLU(), "leaky_relu": LeakyReLU(), "sigmoid": Sigmoid(), "tanh": Tanh(),
    "gelu": GELU(), "softmax": Softmax(),
}  # fmt: skip
"""Every activation of the engine by its kind, with its usual setting."""

BENDS = tuple(type(layer) for layer in FUNCTIONS.values())
PLACES = 241
_EMPTY = freeze(np.empty(0, np.float32))


class Curve:
    """y = f(z) and dy/dz at places z (n,) float32, read-only; a value, safe to share."""

    def __init__(self, z: Array, y: Array, dy: Array) -> None:
        self.z, self.y, self.dy = (freeze(np.array(one, np.float32)) for one in (z, y, dy))


def curve(layer: Layer, z: Array, others: Array | None = None) -> Curve:
    """`layer` as a function of one number, at each of z (n,).

    others (m,): the numbers beside it, which are held, for a softmax; the derivative is its own to itself.
    """
    z = np.asarray(z, np.float32)
    beside = np.empty(0, np.float32) if others is None else np.asarray(others, np.float32)
    x = np.empty((len(z), 1 + len(beside)), np.float32)
    x[:, 0], x[:, 1:] = z, beside
    own = np.zeros_like(x)
    own[:, 0] = 1
    found = backward(Net((layer,), _EMPTY, (x.shape[1],)), x, own)
    return Curve(z, found.trace.output[:, 0], found.dx[:, 0])


def value_and_slope(layer: Layer, z: float, others: Array | None = None) -> tuple[float, float]:
    """f(z) and f′(z)."""
    found = curve(layer, np.array([z]), others)
    return float(found.y[0]), float(found.dy[0])


def span(z: float) -> float:
    """How far to each side of 0 a curve is drawn so that z is well inside: 5, 10, 20, 50, 100, …"""
    wanted = abs(z) * 1.15 if np.isfinite(z) else 0.0
    size = 5.0
    for times in (2.0, 2.0, 2.5) * 12:
        if size >= wanted:
            break
        size *= times
    return size


@lru_cache(maxsize=32)
def gallery(reach: float, slope: float) -> dict[str, Curve]:
    """Every function from −reach to reach; the softmax beside two zeros, the leaky ReLU with `slope`."""
    z = np.linspace(-reach, reach, PLACES, dtype=np.float32)
    layers = FUNCTIONS | {"leaky_relu": LeakyReLU(slope)}
    return {kind: curve(layer, z, beside(layer)) for kind, layer in layers.items()}


def beside(layer: Layer) -> Array | None:
    """What stands beside a number in the gallery: a softmax needs something to share with."""
    return np.zeros(2, np.float32) if isinstance(layer, Softmax) else None
