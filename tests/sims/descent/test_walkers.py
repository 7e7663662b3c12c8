"""Walkers: every method goes where PyTorch's goes, step by step; what is told of a step made it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from neuroviz.sims.descent.methods import KINDS, OWN, Kind, Method, usual
from neuroviz.sims.descent.walkers import LOST, lost, walkers
from tests.sims.descent.grounds import Banana, Bowl

STARTS = np.array([[-1.2, 1.0], [0.5, -0.8], [2.0, 2.0]])


def torch_optimiser(torch: Any, method: Method, at: Any) -> Any:
    """The same method there."""
    betas = method.beta1, method.beta2
    optim = torch.optim
    made = {
        "gd": lambda: optim.SGD([at], method.rate),
        "momentum": lambda: optim.SGD([at], method.rate, method.momentum),
        "nesterov": lambda: optim.SGD([at], method.rate, method.momentum, nesterov=True),
        "adagrad": lambda: optim.Adagrad([at], method.rate),
        "rmsprop": lambda: optim.RMSprop([at], method.rate, method.decay),
        "adam": lambda: optim.Adam([at], method.rate, betas),
        "adamw": lambda: optim.AdamW([at], method.rate, betas, weight_decay=method.weight_decay),
        "lbfgs": lambda: optim.LBFGS([at], method.rate, max_iter=1, history_size=method.memory),
    }
    return made[method.kind]()


@pytest.mark.parametrize("ground", [Bowl(), Banana()], ids=["bowl", "banana"])
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "newton"])
def test_every_method_goes_where_torch_goes(kind: Kind, ground: Any) -> None:
    torch = pytest.importorskip("torch", reason="the reference is PyTorch")
    method = usual(kind, 0.001)
    ours = walkers(method, ground, STARTS)
    places = [torch.tensor(start, dtype=torch.float64, requires_grad=True) for start in STARTS]
    theirs = [torch_optimiser(torch, method, at) for at in places]
    for _ in range(60):
        ours.step()
        for at, one in zip(places, theirs, strict=True):
            def closure(at: Any = at, one: Any = one) -> Any:
                one.zero_grad()
                value = ground.value(at[0], at[1])
                value.backward()
                return value

            one.step(closure)
        there = np.array([at.detach().numpy() for at in places])
        np.testing.assert_allclose(ours.xy, there, rtol=1e-6, atol=1e-9)


def test_newton_is_at_the_foot_of_a_bowl_in_one_step() -> None:
    ours = walkers(usual("newton"), Bowl(3, 40), STARTS)
    ours.step()
    np.testing.assert_allclose(ours.xy, 0, atol=1e-12)


def test_newton_with_much_damping_is_slow_descent() -> None:
    method = replace(usual("newton"), damping=100.0)
    ground = Bowl(0.1, 0.2)
    newton, plain = walkers(method, ground, STARTS), walkers(Method("gd", 0.01), ground, STARTS)
    newton.step()
    plain.step()
    np.testing.assert_allclose(newton.xy, plain.xy, rtol=1e-4)


@pytest.mark.parametrize("kind", KINDS)
def test_many_walk_as_each_would_alone(kind: Kind) -> None:
    method, ground = usual(kind, 0.001), Banana()
    together = walkers(method, ground, STARTS)
    alone = [walkers(method, ground, start[None]) for start in STARTS]
    for _ in range(40):
        for one in (together, *alone):
            one.step()
    np.testing.assert_allclose(together.xy, np.concatenate([one.xy for one in alone]), rtol=1e-9)


@pytest.mark.parametrize("kind", KINDS)
def test_a_state_brings_the_future_back_bit_for_bit(kind: Kind) -> None:
    first = walkers(usual(kind, 0.001), Banana(), STARTS)
    for _ in range(7):
        first.step()
    kept = first.state()
    second = walkers(usual(kind, 0.001), Banana(), np.zeros_like(STARTS))
    second.restore(kept)
    for _ in range(9):
        first.step(0.1)
        second.step(0.1)
    assert np.array_equal(first.xy, second.xy)
    assert np.array_equal(first.made.step, second.made.step)


@pytest.mark.parametrize("kind", ["gd", "momentum", "adagrad", "rmsprop", "adam"])
def test_what_is_told_of_a_step_made_it(kind: Kind) -> None:
    method = usual(kind, 0.001)
    ours = walkers(method, Banana(), STARTS)
    for _ in range(5):
        ours.step(0.3)
    made, rate = ours.made, method.rate
    g, m, v = made.gradient, made.mean, made.squares
    if kind == "gd":
        expected = -rate * g
    elif kind == "momentum":
        assert m is not None
        expected = -rate * m
    elif kind == "adam":
        assert m is not None
        assert v is not None
        expected = -rate * m / (np.sqrt(v) + 1e-8)
    else:
        assert v is not None
        expected = -rate * g / (np.sqrt(v) + 1e-8)
    np.testing.assert_allclose(made.step, expected, rtol=1e-6)


def test_who_diverges_is_lost_without_a_word() -> None:
    ours = walkers(Method("gd", 1.0), Banana(), STARTS)
    for _ in range(50):
        ours.step()
    assert lost(ours.xy).all()
    assert not lost(np.array([[LOST / 2, 0.0]]))[0]
    assert lost(np.array([[np.nan, 0.0]]))[0]


def test_every_kind_says_which_knobs_are_its_own() -> None:
    assert set(OWN) == set(KINDS)
    for kind, names in OWN.items():
        assert names[0] == "rate"
        assert all(hasattr(usual(kind), name) for name in names)


def test_starts_of_another_shape_are_refused() -> None:
    with pytest.raises(ValueError, match="places"):
        walkers(usual("gd"), Bowl(), np.zeros(2))
