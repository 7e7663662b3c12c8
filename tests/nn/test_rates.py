"""Rates by layer and clipping: against the same written out in plain NumPy."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from neuroviz import nn

LAYERS = (nn.Dense(7), nn.Tanh(), nn.Dense(5), nn.ReLU(), nn.Dense(3))
N = 24


def data() -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(3)
    return rng.normal(size=(N, 4)).astype(np.float32), rng.integers(0, 3, N)


def net() -> nn.Net:
    return nn.Net.create(LAYERS, (4,), np.random.default_rng(1))


def gradients(theta: list[np.ndarray], x: np.ndarray, y: np.ndarray) -> list[np.ndarray]:
    """Of the mean cross entropy, by w and b of each layer, in plain NumPy."""
    w1, b1, w2, b2, w3, b3 = theta
    a1 = np.tanh(x @ w1 + b1)
    a2 = np.maximum(a1 @ w2 + b2, 0)
    z = a2 @ w3 + b3
    p = np.exp(z - z.max(axis=1, keepdims=True))
    d3 = (p / p.sum(axis=1, keepdims=True) - np.eye(3)[y]) / len(x)
    d2 = (d3 @ w3.T) * (a2 > 0)
    d1 = (d2 @ w2.T) * (1 - a1**2)
    return [x.T @ d1, d1.sum(0), a1.T @ d2, d2.sum(0), a2.T @ d3, d3.sum(0)]


def unpacked(one: nn.Net) -> list[np.ndarray]:
    return [one.views(i)[k].astype(np.float64) for i in (0, 2, 4) for k in ("w", "b")]


def by_hand(factors: tuple[float, ...], steps: int, clip: float, momentum: float) -> list[np.ndarray]:
    """SGD with momentum; the gradient shortened to `clip`, each layer's update times its factor."""
    x, y = data()
    theta = unpacked(net())
    moments = [np.zeros_like(part) for part in theta]
    for _ in range(steps):
        grads = gradients(theta, x.astype(np.float64), y)
        norm = math.sqrt(sum(float((g * g).sum()) for g in grads))
        shorter = min(1.0, clip / norm)
        for k, g in enumerate(grads):
            moments[k] = momentum * moments[k] + shorter * g
            theta[k] = theta[k] - 0.1 * factors[k // 2] * moments[k]
    return theta


FACTOR = st.sampled_from([0.0, 0.1, 0.5, 1.0, 2.0])


@given(st.tuples(FACTOR, FACTOR, FACTOR), st.sampled_from([0.05, 0.5, math.inf]), st.sampled_from([0.0, 0.9]))
@settings(max_examples=30, deadline=None)
def test_rates_by_layer_and_clipping_are_as_written_out(
    factors: tuple[float, float, float], clip: float, momentum: float
) -> None:
    x, y = data()
    run = nn.Trainer(net(), nn.CrossEntropy(), nn.SGD(0.1, momentum=momentum), N)
    run.set_rates((factors[0], 1.0, factors[1], 1.0, factors[2]))
    run.clip = clip
    for _ in range(6):
        run.step(x, y)
        assert run.norm <= clip * 1.0001
    for mine, expected in zip(unpacked(run.net), by_hand(factors, 6, clip, momentum), strict=True):
        np.testing.assert_allclose(mine, expected, rtol=2e-4, atol=2e-6)


@pytest.mark.parametrize("optimiser", [nn.Adam(0.01), nn.AdamW(0.01), nn.RMSProp(0.01), nn.AdaGrad(0.01)],
                         ids=lambda one: one.kind)  # fmt: skip
def test_a_factor_is_on_the_update_and_not_on_the_gradient(optimiser: nn.Optimiser) -> None:
    """One that scales by what gradients were like would not see a factor on those."""
    x, y = data()
    plain, slowed = (nn.Trainer(net(), nn.CrossEntropy(), optimiser, N) for _ in range(2))
    slowed.set_rates((0.25, 1.0, 1.0, 1.0, 0.0))
    plain.step(x, y)
    slowed.step(x, y)
    begun = unpacked(net())
    usual = [a - b for a, b in zip(unpacked(plain.net), begun, strict=True)]
    less = [a - b for a, b in zip(unpacked(slowed.net), begun, strict=True)]
    for k, factor in ((0, 0.25), (1, 0.25), (2, 1.0), (3, 1.0), (4, 0.0), (5, 0.0)):
        np.testing.assert_allclose(less[k], factor * usual[k], rtol=1e-3, atol=1e-7)


def test_a_gradient_that_is_short_enough_is_left_as_it_is() -> None:
    x, y = data()
    plain, clipped = (nn.Trainer(net(), nn.CrossEntropy(), nn.SGD(0.1), N) for _ in range(2))
    clipped.clip = 1e6
    for _ in range(5):
        plain.step(x, y)
        clipped.step(x, y)
    assert plain.theta.tobytes() == clipped.theta.tobytes()


def test_factors_may_change_on_the_way_and_go_back() -> None:
    x, y = data()
    run = nn.Trainer(net(), nn.CrossEntropy(), nn.SGD(0.1), N)
    run.set_rates((0.0,) * 5)
    run.step(x, y)
    assert run.theta.tobytes() == net().theta.tobytes()
    run.set_rates((1.0,) * 5)
    run.step(x, y)
    assert run.theta.tobytes() != net().theta.tobytes()
    for wrong in ((1.0,) * 4, (1.0, 1.0, -0.1, 1.0, 1.0)):
        with pytest.raises(ValueError, match="factor"):
            run.set_rates(wrong)
