"""The tiny trainer learns what the trainer learns, but for rounding; its gradient is the loss's slope."""

from __future__ import annotations

import re
from collections.abc import Callable

import numpy as np
import pytest

from neuroviz import nn
from neuroviz.nn.arrays import Array
from neuroviz.nn.tiny import TinyPiece

STACKS: dict[str, tuple[nn.Layer, ...]] = {
    "tanh": (nn.Dense(5), nn.Tanh(), nn.Dense(4), nn.Tanh(), nn.Dense(3)),
    "one layer": (nn.Dense(3),),
    "nothing between": (nn.Dense(5), nn.Dense(3)),
    "two activations": (nn.Dense(5), nn.Sigmoid(), nn.LeakyReLU(0.2), nn.Dense(3)),
    "activation first": (nn.Tanh(), nn.Dense(5), nn.GELU(), nn.Dense(3)),
    "activation last": (nn.Dense(4), nn.ReLU(), nn.Dense(3), nn.Tanh()),
    "linear everywhere": (nn.Linear(), nn.Dense(4), nn.Linear(), nn.ReLU(), nn.Dense(3), nn.Linear()),
    "one unit": (nn.Dense(1), nn.Tanh(), nn.Dense(3)),
}
LOSSES: tuple[nn.Loss, ...] = (nn.SquaredError(), nn.CrossEntropy())
OPTIMISERS = (nn.SGD(0.05), nn.SGD(0.05, 0.9, weight_decay=0.01), nn.SGD(0.05, 0.9, nesterov=True),
              nn.RMSProp(), nn.AdaGrad(), nn.Adam(), nn.AdamW())


def data(loss: nn.Loss, n: int = 60) -> tuple[Array, Array]:
    rng = np.random.default_rng(5)
    x = rng.normal(0, 1, (n, 2)).astype(np.float32)
    labels = isinstance(loss, nn.CrossEntropy)
    return x, rng.integers(0, 3, n) if labels else rng.normal(0, 1, (n, 3)).astype(np.float32)


def pair(layers: tuple[nn.Layer, ...], loss: nn.Loss, optimiser: nn.Optimiser = OPTIMISERS[1],
         batch: int = 12) -> tuple[nn.TinyTrainer, nn.Trainer]:
    net = nn.Net.create(layers, (2,), np.random.default_rng(1))
    return nn.TinyTrainer(net, loss, optimiser, batch), nn.Trainer(net, loss, optimiser, batch)


ORDERS = np.random.default_rng(3).integers(0, 60, (25, 12))


@pytest.mark.parametrize("loss", LOSSES, ids=lambda loss: str(loss.kind))
@pytest.mark.parametrize("layers", STACKS.values(), ids=STACKS)
def test_learns_what_the_trainer_learns(layers: tuple[nn.Layer, ...], loss: nn.Loss) -> None:
    x, y = data(loss)
    tiny, whole = pair(layers, loss)
    ours = tiny.steps_at(x, y, ORDERS)
    np.testing.assert_allclose(ours, [whole.step_at(x, y, at) for at in ORDERS], rtol=2e-4)
    np.testing.assert_allclose(tiny.theta, whole.theta, rtol=2e-3, atol=2e-5)
    np.testing.assert_allclose(tiny.grad, whole.grad, rtol=2e-3, atol=2e-5)
    assert tiny.steps == whole.steps == len(ORDERS)


@pytest.mark.parametrize("optimiser", OPTIMISERS, ids=repr)
def test_with_every_optimiser_clipped_and_slowed(optimiser: nn.Optimiser) -> None:
    x, y = data(LOSSES[0])
    trainers = pair(STACKS["tanh"], LOSSES[0], optimiser)
    for one in trainers:
        one.clip = 0.3
        one.set_rates((1.0, 1.0, 0.0, 1.0, 2.0))
        one.steps_at(x, y, ORDERS)
    np.testing.assert_allclose(trainers[0].theta, trainers[1].theta, rtol=2e-3, atol=2e-5)


@pytest.mark.parametrize("loss", LOSSES, ids=lambda loss: str(loss.kind))
@pytest.mark.parametrize("layers", STACKS.values(), ids=STACKS)
def test_gradient_is_the_slope_of_the_loss(layers: tuple[nn.Layer, ...], loss: nn.Loss) -> None:
    plan = nn.Plan(layers, (2,))
    theta = np.random.default_rng(7).normal(0, 0.7, plan.n_values)
    x, y = data(loss, 6)
    grad = np.full(plan.n_trainable, np.nan)

    def loss_at(values: Array) -> float:
        piece = TinyPiece(plan, loss, values, grad, len(x))
        piece.load(x, y)
        return piece.learn(1 / len(x), 1.0)

    slopes = np.empty_like(grad)
    for i in range(len(grad)):
        up, down = theta.copy(), theta.copy()
        up[i] += 1e-6
        down[i] -= 1e-6
        slopes[i] = (loss_at(up) - loss_at(down)) / 2e-6
    loss_at(theta)
    np.testing.assert_allclose(grad, slopes, rtol=2e-6, atol=2e-8)
    assert np.abs(grad).max() > 1e-3


@pytest.mark.parametrize("make", [nn.TinyTrainer, nn.Trainer])
def test_many_steps_of_one_call_are_those_of_many_calls(make: type[nn.Trainer]) -> None:
    x, y = data(LOSSES[1])
    net = nn.Net.create(STACKS["tanh"], (2,), np.random.default_rng(1))
    runs = [make(net, LOSSES[1], nn.Adam(0.01), 12, schedule=nn.Cosine(30)) for _ in range(3)]
    together = runs[0].steps_at(x, y, ORDERS)
    assert [runs[1].step_at(x, y, at) for at in ORDERS] == list(together)
    assert [runs[2].step(x[at], y[at]) for at in ORDERS] == list(together)
    assert runs[0].net.digest == runs[1].net.digest == runs[2].net.digest


def test_more_examples_than_rows_are_the_same_steps() -> None:
    x, y = data(LOSSES[0])
    runs = [pair(STACKS["tanh"], LOSSES[0])[0] for _ in range(2)]
    far = np.concatenate([x, np.full((900, 2), 7, np.float32)])
    first = runs[0].steps_at(x, y, ORDERS)
    np.testing.assert_array_equal(runs[1].steps_at(far, np.resize(y, (960, 3)), ORDERS), first)


def test_pictures_take_many_steps_in_pieces() -> None:
    rng = np.random.default_rng(0)
    x, y = rng.random((80, 1, 4, 4), np.float32), rng.integers(0, 3, 80)
    net = nn.Net.create((nn.Conv2d(2, 3), nn.Flatten(), nn.Dense(3)), (1, 4, 4), rng)
    at = rng.integers(0, 80, (3, 50))
    runs = [nn.Trainer(net, LOSSES[1], nn.SGD(0.1), 50) for _ in range(2)]
    assert list(runs[0].steps_at(x, y, at)) == [runs[1].step_at(x, y, rows) for rows in at]


def test_restore_goes_on_as_if_never_left() -> None:
    x, y = data(LOSSES[1])
    tiny, _ = pair(STACKS["tanh"], LOSSES[1], nn.Adam(0.01))
    tiny.steps_at(x, y, ORDERS)
    state = tiny.state()
    straight = list(tiny.steps_at(x, y, ORDERS))
    other, _ = pair(STACKS["tanh"], LOSSES[1], nn.SGD(1.0))
    other.restore(state)
    assert list(other.steps_at(x, y, ORDERS)) == straight
    assert other.net.digest == tiny.net.digest


def test_a_rate_too_high_is_no_error() -> None:
    x, y = data(LOSSES[0])
    tiny, _ = pair(STACKS["one layer"], LOSSES[0], nn.SGD(1e30))
    assert not np.isfinite(tiny.steps_at(x, y, ORDERS)).all()


Act = Callable[[nn.TinyTrainer, Array, Array], object]
BAD: dict[str, tuple[Act, str]] = {
    "no rows of indices": (lambda t, x, y: t.steps_at(x, y, ORDERS[0]), "1 to 12 examples"),
    "too many at once": (lambda t, x, y: t.steps_at(x, y, np.zeros((2, 13), int)), "12 examples, not 13"),
    "an index outside": (lambda t, x, y: t.steps_at(x, y, ORDERS + 30), "from 0 to 59 in rows"),
    "an index below": (lambda t, x, y: t.steps_at(x, y, ORDERS - 30), "from 0 to 59 in rows"),
    "fractions": (lambda t, x, y: t.steps_at(x, y, ORDERS * 0.5), "whole numbers"),
    "other examples": (lambda t, x, y: t.steps_at(x[:, :1], y, ORDERS), "shape (2,)"),
    "other targets": (lambda t, x, y: t.steps_at(x, y[:, None], ORDERS), "targets"),
    "labels out of range": (lambda t, x, y: t.step(x[:5], y[:5] + 1), "labels"),
}


@pytest.mark.parametrize(("act", "words"), BAD.values(), ids=BAD)
def test_what_does_not_fit_is_refused(act: Act, words: str) -> None:
    x, y = data(LOSSES[1])
    tiny, _ = pair(STACKS["tanh"], LOSSES[1])
    before = tiny.theta.copy()
    y[:5] = 2
    with pytest.raises(ValueError, match=re.escape(words)):
        act(tiny, x, y)
    np.testing.assert_array_equal(tiny.theta, before)


@pytest.mark.parametrize("layers", [
    (nn.Dense(3), nn.Dropout(0.1)), (nn.Dense(3), nn.BatchNorm()), (nn.Dense(4), nn.Softmax(), nn.Dense(3)),
    (nn.Tanh(),)], ids=repr)
def test_other_layers_are_refused(layers: tuple[nn.Layer, ...]) -> None:
    net = nn.Net.create(layers, (2,), np.random.default_rng(0))
    with pytest.raises(ValueError, match=r"only dense|nothing to learn"):
        nn.TinyTrainer(net, LOSSES[0], nn.SGD(0.1), 4)
