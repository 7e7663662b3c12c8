"""Gradients of nets at rest: against central differences, for every layer, down to the input."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz import nn
from neuroviz.nn.arrays import Shape, to_inner, to_outer
from neuroviz.nn.gradients import InputGradient, backward, input_gradient
from tests.nn.test_gradients import BATCH, STACKS

EPSILON = 1e-6


@pytest.mark.parametrize(("shape", "layers"), [case[1:] for case in STACKS], ids=[case[0] for case in STACKS])
def test_the_gradient_of_the_input_is_that_of_differences(
    shape: Shape, layers: tuple[nn.Layer, ...]
) -> None:
    rng = np.random.default_rng(5)
    plan = nn.Plan(layers, shape)
    theta = rng.normal(0, 0.7, plan.n_values)
    theta[plan.n_trainable :] = rng.uniform(0.5, 1.5, plan.n_values - plan.n_trainable)
    x = rng.normal(0, 1, (BATCH, *shape))
    seed = rng.normal(0, 1, (BATCH, *plan.shapes[-1]))
    grad = np.full(plan.n_trainable, np.nan)
    program = plan.bind(theta, BATCH, grad=grad, probing=True)

    def asked(values: np.ndarray, parameters: np.ndarray) -> float:
        other = plan.bind(parameters, BATCH)
        np.copyto(other.x, to_inner(values))
        other.forward()
        return float((to_outer(other.y) * seed).sum())

    np.copyto(program.x, to_inner(x))
    program.forward()
    assert program.dy is not None
    assert program.dx is not None
    np.copyto(program.dy, to_inner(seed))
    program.backward()
    for at in map(tuple, rng.integers(0, x.shape, (12, x.ndim))):
        step = np.zeros_like(x)
        step[at] = EPSILON
        found = (asked(x + step, theta) - asked(x - step, theta)) / (2 * EPSILON)
        np.testing.assert_allclose(to_outer(program.dx)[at], found, rtol=1e-5, atol=1e-7)
    for k in rng.integers(0, plan.n_trainable, 12):
        step = np.zeros_like(theta)
        step[k] = EPSILON
        found = (asked(x, theta + step) - asked(x, theta - step)) / (2 * EPSILON)
        np.testing.assert_allclose(grad[k], found, rtol=1e-5, atol=1e-7)


@pytest.mark.parametrize(("shape", "layers"), [case[1:] for case in STACKS], ids=[case[0] for case in STACKS])
def test_it_answers_as_the_net_does_and_asks_any_layer(shape: Shape, layers: tuple[nn.Layer, ...]) -> None:
    rng = np.random.default_rng(6)
    net = nn.Net.create(layers, shape, rng)
    x = rng.normal(0, 1, (3, *shape)).astype(np.float32)
    seed = rng.normal(0, 1, (3, *net.shapes[-1])).astype(np.float32)
    whole = backward(net, x, seed)
    for one, other in zip(whole.trace.activations, net.trace(x).activations, strict=True):
        np.testing.assert_allclose(one, other, rtol=1e-5, atol=1e-6)
    np.testing.assert_allclose(InputGradient(net, 3)(x, seed), whole.dx, rtol=1e-4, atol=1e-6)
    for at in range(len(layers)):
        dy = whole.dys[at]
        assert dy is not None
        part = backward(net, x, dy, at=at)
        np.testing.assert_allclose(part.dx, whole.dx, rtol=1e-4, atol=1e-6)
        assert all(above is None for above in part.dys[at + 1 :])


def test_a_seed_may_be_made_from_the_answer() -> None:
    net = nn.Net.create((nn.Dense(4), nn.Tanh()), (3,), np.random.default_rng(0))
    x = np.ones((2, 3), np.float32)
    half_square = backward(net, x, lambda y: y)
    np.testing.assert_allclose(half_square.dx, input_gradient(net, x, net(x)), rtol=1e-6)


@pytest.mark.parametrize(
    ("x", "dy", "at"),
    [((2, 4), (2, 4), None), ((2, 3), (2, 3), None), ((2, 3), (2, 4), 2), ((2, 3), (2, 4), -1)],
)
def test_what_does_not_fit_is_refused(x: Shape, dy: Shape, at: int | None) -> None:
    net = nn.Net.create((nn.Dense(4), nn.Tanh()), (3,), np.random.default_rng(0))
    with pytest.raises(ValueError, match=r"wanted|no layer"):
        backward(net, np.zeros(x, np.float32), np.zeros(dy, np.float32), at=at)
