"""An ensemble is K trainers at once: the same losses and nets, but for rounding."""

from __future__ import annotations

import math
import re
from collections.abc import Callable

import numpy as np
import pytest

from neuroviz import nn
from neuroviz.nn import ensemble as parts
from neuroviz.nn.arrays import Array
from tests.nn.test_tiny import LOSSES, OPTIMISERS, ORDERS, STACKS, data

K = 7


def many(layers: tuple[nn.Layer, ...] = STACKS["tanh"], loss: nn.Loss = LOSSES[0],
         optimiser: nn.Optimiser = OPTIMISERS[1], k: int = K) -> nn.Ensemble:
    plan = nn.Plan(layers, (2,))
    theta = nn.starts(plan, k, np.random.default_rng(1), ("he",) * len(layers))
    return nn.Ensemble(plan, theta, loss, optimiser, 12)


def alone(ensemble: nn.Ensemble, loss: nn.Loss) -> list[nn.Trainer]:
    return [nn.Trainer(ensemble.net(i), loss, ensemble.optimiser, 12) for i in range(ensemble.k)]


def compare(ensemble: nn.Ensemble, trainers: list[nn.Trainer], loss: nn.Loss) -> None:
    x, y = data(loss)
    for at in ORDERS:
        losses = ensemble.step_at(x, y, at)
        np.testing.assert_allclose(losses, [one.step_at(x, y, at) for one in trainers], rtol=2e-3, atol=1e-5)
    np.testing.assert_allclose(ensemble.theta, [one.theta for one in trainers], rtol=5e-3, atol=5e-5)
    assert ensemble.steps == trainers[0].steps


@pytest.fixture(params=[1, 3, 256])
def at_once(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """Blocks of one net, of three with a rest, and of all."""
    n: int = request.param
    monkeypatch.setattr(parts, "FEWEST", n)
    monkeypatch.setattr(parts, "MOST", n)
    return n


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize("loss", LOSSES, ids=lambda loss: str(loss.kind))
@pytest.mark.parametrize("layers", STACKS.values(), ids=STACKS)
def test_is_so_many_trainers(layers: tuple[nn.Layer, ...], loss: nn.Loss) -> None:
    ensemble = many(layers, loss)
    compare(ensemble, alone(ensemble, loss), loss)


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize("optimiser", OPTIMISERS, ids=repr)
def test_with_every_optimiser_clipped_slowed_and_scheduled(optimiser: nn.Optimiser) -> None:
    ensemble = many(optimiser=optimiser)
    trainers = alone(ensemble, LOSSES[0])
    for one in (ensemble, *trainers):
        one.clip = 0.3
        one.schedule = nn.Cosine(40)
        one.set_rates((1.0, 1.0, 0.0, 1.0, 2.0))
    compare(ensemble, trainers, LOSSES[0])


def test_a_single_output() -> None:
    layers = (nn.Dense(4), nn.Tanh(), nn.Dense(1))
    ensemble = many(layers)
    trainers = alone(ensemble, LOSSES[0])
    x, y = data(LOSSES[0])
    for at in ORDERS:
        losses = ensemble.step(x[at], y[at, :1])
        np.testing.assert_allclose(losses, [one.step(x[at], y[at, :1]) for one in trainers], rtol=1e-3)


def test_gradient_of_one_step_is_the_slope_of_each_loss() -> None:
    """A step of plain SGD with rate 1 is the gradient."""
    for loss in LOSSES:
        ensemble = many(loss=loss, optimiser=nn.SGD(1.0))
        x, y = data(loss, 12)
        before = ensemble.theta
        ensemble.step(x, y)
        grad = before - ensemble.theta
        for i in range(K):
            theta = before[i].astype(np.float64)
            slopes = [_slope(ensemble.plan, loss, theta, j, x, y) for j in range(len(theta))]
            np.testing.assert_allclose(grad[i], slopes, rtol=1e-3, atol=1e-5)


def _slope(plan: nn.Plan, loss: nn.Loss, theta: Array, j: int, x: Array, y: Array) -> float:
    found = []
    for way in (1e-6, -1e-6):
        moved = theta.copy()
        moved[j] += way
        program = plan.bind(moved, len(x))
        program.outer_x[...] = x
        program.forward()
        found.append(loss(program.y, y))
    return (found[0] - found[1]) / 2e-6


def test_batches_of_several_sizes() -> None:
    ensemble = many()
    trainers = alone(ensemble, LOSSES[0])
    x, y = data(LOSSES[0])
    for n in (12, 5, 1, 12):
        losses = ensemble.step(x[:n], y[:n])
        np.testing.assert_allclose(losses, [one.step(x[:n], y[:n]) for one in trainers], rtol=1e-3)


def test_outputs_are_those_of_the_nets() -> None:
    ensemble = many(k=70)
    x = np.random.default_rng(0).normal(0, 1, (parts.POINTS + 9, 2)).astype(np.float32)
    out = ensemble.outputs(x)
    assert out.shape == (70, len(x), 3)
    for i in (0, 31, 32, 69):
        np.testing.assert_allclose(out[i], ensemble.net(i)(x), rtol=1e-3, atol=1e-5)


def test_the_average_net_has_the_mean_of_all_parameters() -> None:
    ensemble = many()
    np.testing.assert_allclose(ensemble.average.theta, ensemble.theta.mean(axis=0), rtol=1e-6)
    x, _ = data(LOSSES[0])
    assert not np.allclose(ensemble.average(x), ensemble.outputs(x).mean(axis=0), atol=0.05)


def test_starts_differ_and_come_again() -> None:
    plan = nn.Plan(STACKS["tanh"], (2,))
    rules = ("he", "he", "glorot", "he", "he_uniform")
    theta = nn.starts(plan, 500, np.random.default_rng(1), rules)
    np.testing.assert_array_equal(theta, nn.starts(plan, 500, np.random.default_rng(1), rules))
    assert len(np.unique(theta[:, 0])) == 500
    first, bias = theta[:, :10], theta[:, 10:15]
    assert first.std() == pytest.approx(1.0, rel=0.05)  # sqrt(2 / 2)
    assert not bias.any()


def test_two_runs_are_equal_to_the_bit() -> None:
    x, y = data(LOSSES[1])
    runs = [many(loss=LOSSES[1]) for _ in range(2)]
    losses = [np.array([run.step_at(x, y, at) for at in ORDERS]) for run in runs]
    np.testing.assert_array_equal(*losses)
    np.testing.assert_array_equal(runs[0].theta, runs[1].theta)


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize("optimiser", OPTIMISERS, ids=repr)
def test_restore_goes_on_as_if_never_left(optimiser: nn.Optimiser) -> None:
    x, y = data(LOSSES[0])
    run = many(optimiser=optimiser)
    for at in ORDERS[:10]:
        run.step_at(x, y, at)
    state = run.state()
    kept = state.theta.copy()
    straight = [run.step_at(x, y, at) for at in ORDERS]
    np.testing.assert_array_equal(state.theta, kept)
    assert state.nbytes == state.theta.nbytes * (1 + len(state.moments))
    other = many(optimiser=nn.SGD(1.0))
    other.restore(state)
    np.testing.assert_array_equal([other.step_at(x, y, at) for at in ORDERS], straight)
    np.testing.assert_array_equal(other.theta, run.theta)


def test_another_rate_keeps_the_moments() -> None:
    x, y = data(LOSSES[0])
    ensemble = many(optimiser=nn.SGD(0.05, 0.9))
    trainers = alone(ensemble, LOSSES[0])
    for rate in (0.05, 0.01):
        for one in (ensemble, *trainers):
            one.optimiser = nn.SGD(rate, 0.9)
        for at in ORDERS[:5]:
            losses = ensemble.step_at(x, y, at)
            np.testing.assert_allclose(losses, [one.step_at(x, y, at) for one in trainers], rtol=1e-3)


def test_one_net_that_diverges_leaves_the_others_alone() -> None:
    plan = nn.Plan((nn.Dense(3),), (2,))
    theta = nn.starts(plan, 3, np.random.default_rng(1), ("he",))
    lost = theta.copy()
    lost[1] = np.inf
    x, y = data(LOSSES[0])
    runs = [nn.Ensemble(plan, one, LOSSES[0], nn.SGD(0.1), 60) for one in (theta, lost)]
    for run in runs:
        run.clip = 1.0
    ours = np.array([[run.step(x, y) for _ in range(5)] for run in runs])
    assert not np.isfinite(ours[1, :, 1]).any()
    np.testing.assert_array_equal(ours[0][:, [0, 2]], ours[1][:, [0, 2]])


def _new(layers: tuple[nn.Layer, ...] = (nn.Dense(3),), shape: tuple[int, ...] = (2, 9), batch: int = 4,
         dtype: type = np.float32, inputs: tuple[int, ...] = (2,)) -> nn.Ensemble:
    return nn.Ensemble(nn.Plan(layers, inputs), np.zeros(shape, dtype), LOSSES[1], nn.SGD(0.1), batch)


X, Y = np.zeros((4, 2), np.float32), np.zeros(4, np.int64)
BAD: dict[str, tuple[Callable[[], object], str]] = {
    "dropout": (lambda: _new((nn.Dense(3), nn.Dropout(0.1))), "not dropout"),
    "pictures": (lambda: _new((nn.Tanh(), nn.Tanh()), inputs=(1, 2, 2)), "not pictures"),
    "nothing to learn": (lambda: _new((nn.Tanh(),)), "nothing to learn"),
    "one net's parameters": (lambda: _new(shape=(9,)), "a net a row"),
    "no nets": (lambda: _new(shape=(0, 9)), "each start needs 9"),
    "too few parameters": (lambda: _new(shape=(2, 8)), "each start needs 9"),
    "doubles": (lambda: _new(dtype=np.float64), "float32"),
    "no batch": (lambda: _new(batch=0), "batch"),
    "an empty batch": (lambda: _new().step(X[:0], Y[:0]), "1 to 4 examples"),
    "too large a batch": (lambda: _new().step(X.repeat(2, 0), Y.repeat(2)), "not 8"),
    "other examples": (lambda: _new().step(X[:, :1], Y), "shape (2,)"),
    "other targets": (lambda: _new().step(X, Y[:, None]), "targets"),
    "labels too high": (lambda: _new().step(X, Y + 3), "between 0 and 2"),
    "labels below": (lambda: _new().step(X, Y - 1), "between 0 and 2"),
    "labels with fractions": (lambda: _new().step(X, Y * 0.5), "whole numbers"),
    "too few rates": (lambda: _new().set_rates(()), "each of 1 layers"),
    "a rate below 0": (lambda: _new().set_rates((-1.0,)), "0 or more"),
    "another's state": (lambda: _new().restore(_new(shape=(3, 9)).state()), "27 parameters does not fit 18"),
    "outputs of others": (lambda: nn.outputs_of(nn.Plan((nn.BatchNorm(),), (2,)), X, X), "batch_norm"),
}


@pytest.mark.parametrize(("act", "words"), BAD.values(), ids=BAD)
def test_what_does_not_fit_is_refused(act: Callable[[], object], words: str) -> None:
    with pytest.raises(ValueError, match=re.escape(words)):
        act()


def test_a_refused_batch_changes_nothing() -> None:
    run = _new()
    before = run.theta
    with pytest.raises(ValueError, match="labels"):
        run.step(X, Y + 5)
    np.testing.assert_array_equal(run.theta, before)
    assert run.steps == 0


def test_no_memory_grows_with_the_steps() -> None:
    run = many()
    x, y = data(LOSSES[0])
    for n in range(1, 13):
        run.step(x[:n], y[:n])
    assert len(run._programs) <= parts.KEPT
    assert run.learning_rate == 0.05
    assert math.isinf(run.clip)
