"""The trainer: learns, in place, and comes back bit for bit to where it was."""

from __future__ import annotations

import tracemalloc
import warnings

import numpy as np
import pytest

from neuroviz import nn
from neuroviz.nn.arrays import Array

CNN = (nn.Conv2d(4, 3), nn.MaxPool(), nn.ReLU(), nn.Dropout(0.2), nn.Flatten(), nn.Dense(3))
MLP = (nn.Dense(16), nn.ReLU(), nn.Dropout(0.3), nn.Dense(3))
OPTIMISERS = (nn.SGD(0.05), nn.SGD(0.05, 0.9, nesterov=True), nn.RMSProp(), nn.AdaGrad(), nn.Adam(),
              nn.AdamW())


def pictures(n: int, size: int = 8) -> tuple[Array, Array]:
    """Pictures with a bright third: the label says which."""
    rng = np.random.default_rng(5)
    x = rng.random((n, 1, size, size), dtype=np.float32)
    y = rng.integers(0, 3, n)
    for picture, label in zip(x, y, strict=True):
        picture[0, label * 2 : label * 2 + 2] += 1
    return x, y


def trainer(layers: tuple[nn.Layer, ...] = CNN, optimiser: nn.Optimiser = OPTIMISERS[1],
            batch: int = 40, schedule: nn.Schedule | None = None) -> nn.Trainer:
    shape = (1, 8, 8) if isinstance(layers[0], nn.Conv2d) else (64,)
    net = nn.Net.create(layers, shape, np.random.default_rng(1))
    return nn.Trainer(net, nn.CrossEntropy(), optimiser, batch, np.random.default_rng(2), schedule)


@pytest.mark.parametrize("optimiser", OPTIMISERS, ids=repr)
def test_learns(optimiser: nn.Optimiser) -> None:
    x, y = pictures(40)
    run = trainer(optimiser=optimiser)
    first, *_, last = [run.step(x, y) for _ in range(200)]
    assert last < 0.5 * first
    assert run.steps == 200


def test_two_runs_are_equal_to_the_bit() -> None:
    x, y = pictures(100)
    orders = np.random.default_rng(3).integers(0, 100, (20, 40))
    runs = [trainer() for _ in range(2)]
    losses = [[run.step_at(x, y, at) for at in orders] for run in runs]
    assert losses[0] == losses[1]
    assert runs[0].net.digest == runs[1].net.digest


@pytest.mark.parametrize("layers", [CNN, MLP, (nn.Conv2d(2, 3), nn.BatchNorm(), nn.Flatten(), nn.Dense(3))],
                         ids=["cnn", "mlp", "batch_norm"])
@pytest.mark.parametrize("optimiser", OPTIMISERS, ids=repr)
def test_restore_goes_on_as_if_never_left(layers: tuple[nn.Layer, ...], optimiser: nn.Optimiser) -> None:
    x, y = pictures(40)
    x = x.reshape(40, 64) if layers is MLP else x
    run = trainer(layers, optimiser, schedule=nn.Cosine(30))
    for _ in range(10):
        run.step(x, y)
    state = run.state()
    straight = [run.step(x, y) for _ in range(10)]
    digest = run.net.digest
    run.restore(state)
    assert [run.step(x, y) for _ in range(10)] == straight
    other = trainer(layers, nn.SGD(1.0), schedule=nn.Cosine(30))
    other.step(x, y)
    other.restore(state)
    assert [other.step(x, y) for _ in range(10)] == straight
    assert other.net.digest == digest
    assert state.nbytes >= state.theta.nbytes * (1 + len(state.moments) // 2)


def test_a_state_is_not_touched_by_later_steps() -> None:
    x, y = pictures(40)
    run = trainer()
    run.step(x, y)
    state = run.state()
    kept = state.theta.copy(), [m.copy() for m in state.moments]
    run.step(x, y)
    np.testing.assert_array_equal(state.theta, kept[0])
    for mine, before in zip(state.moments, kept[1], strict=True):
        np.testing.assert_array_equal(mine, before)
    assert not any(a.flags.writeable for a in (state.theta, *state.moments))


def test_the_net_that_began_stays_as_it_is() -> None:
    x, y = pictures(40)
    net = nn.Net.create(CNN, (1, 8, 8), np.random.default_rng(1))
    before = net.theta.copy()
    run = nn.Trainer(net, nn.CrossEntropy(), nn.SGD(0.1), 40)
    run.step(x, y)
    middle = run.net
    kept = middle.theta.copy()
    run.step(x, y)
    np.testing.assert_array_equal(net.theta, before)
    np.testing.assert_array_equal(middle.theta, kept)
    assert middle.digest != net.digest


def test_a_batch_in_pieces_is_one_batch() -> None:
    """100 pictures are worked off in pieces of 32 and a rest of 4; the gradient is that of all 100."""
    x, y = pictures(100)
    layers = (nn.Conv2d(4, 3), nn.MaxPool(), nn.ReLU(), nn.Flatten(), nn.Dense(3))
    run = trainer(layers, nn.SGD(0.1), batch=100)
    plan, theta = run.net.plan, run.net.theta.astype(np.float64)
    grad = np.empty(plan.n_trainable)
    whole = plan.bind(theta, 100, grad=grad)
    whole.outer_x[...] = x
    whole.forward()
    assert whole.dy is not None
    expected = nn.CrossEntropy().bind(whole.y, whole.dy)(y, 1 / 100, 1.0)
    whole.backward()
    assert run.step(x, y) == pytest.approx(expected, rel=1e-5)
    np.testing.assert_allclose(run.grad, grad, rtol=1e-3, atol=1e-6)


@pytest.mark.parametrize("layers", [CNN, MLP], ids=["cnn", "mlp"])
def test_gathering_is_the_same_as_indexing(layers: tuple[nn.Layer, ...]) -> None:
    x, y = pictures(90)
    x = x.reshape(90, 64) if layers is MLP else x
    rng = np.random.default_rng(4)
    by_index, by_copy, other_types = trainer(layers), trainer(layers), trainer(layers)
    for size in (40, 33, 7, 40):
        at = rng.integers(0, 90, size)
        loss = by_copy.step(x[at], y[at])
        assert by_index.step_at(x, y, at) == loss
        assert other_types.step_at(x.astype(np.float64), y.astype(np.uint8), at.astype(np.int32)) == loss
    assert by_index.net.digest == by_copy.net.digest == other_types.net.digest


@pytest.mark.parametrize("layers", [CNN, MLP], ids=["cnn", "mlp"])
@pytest.mark.parametrize("optimiser", OPTIMISERS, ids=repr)
def test_a_step_allocates_nothing_to_speak_of(layers: tuple[nn.Layer, ...], optimiser: nn.Optimiser) -> None:
    side, batch = 28, 320
    x, y = pictures(2 * batch, side)
    if layers is MLP:
        x = x.reshape(-1, side * side)
    net = nn.Net.create(layers, x.shape[1:], np.random.default_rng(1))
    run, at = nn.Trainer(net, nn.CrossEntropy(), optimiser, batch), np.arange(batch)
    for _ in range(3):
        run.step_at(x, y, at)
    tracemalloc.start()
    try:
        for _ in range(5):
            run.step_at(x, y, at)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 90_000  # NumPy's own loops take up to 66,000; the inputs are 1,000,000, or 100,000 a piece


def test_dropout_is_drawn_anew_and_scaled() -> None:
    plan = nn.Plan((nn.Dense(1000), nn.Dropout(0.3)), (1,))
    theta = np.ones(plan.n_values, np.float32)
    program = plan.bind(theta, 4, grad=np.empty(plan.n_trainable, np.float32), rng=np.random.default_rng(0))
    program.x[...] = 1
    program.forward()
    first = program.y.copy()
    program.forward()
    assert not np.array_equal(first, program.y)
    assert np.unique(first) == pytest.approx([0, 2 / 0.7])
    assert (first > 0).mean() == pytest.approx(0.7, abs=0.03)


def test_batch_norm_statistics_are_not_learned() -> None:
    x, y = pictures(40)
    layers = (nn.Conv2d(2, 3), nn.BatchNorm(), nn.Flatten(), nn.Dense(3))
    run = trainer(layers, nn.AdamW(0.01, weight_decay=0.5))
    before, plan = run.net, run.net.plan
    assert run.grad.size == plan.n_trainable == run.net.theta.size - 4
    run.step(x, y)
    out = before.trace(x).activations[0]
    views = run.net.views(1)
    np.testing.assert_allclose(views["mean"], 0.1 * out.mean(axis=(0, 2, 3)), rtol=1e-4, atol=1e-6)
    n = out[:, 0].size
    variance = 0.9 + 0.1 * out.var(axis=(0, 2, 3)) * n / (n - 1)
    np.testing.assert_allclose(views["variance"], variance, rtol=1e-4)


def test_the_optimiser_can_be_changed_in_mid_run() -> None:
    x, y = pictures(40)
    run, still = trainer(optimiser=nn.SGD(0.05, 0.9)), trainer(optimiser=nn.SGD(0.05, 0.9))
    for r in (run, still):
        r.step(x, y)
    run.optimiser = nn.SGD(0.05, 0.9)  # the same: momentum must go on
    assert run.step(x, y) == still.step(x, y)
    assert run.net.digest == still.net.digest
    run.optimiser = nn.Adam()
    assert not any(m.any() for m in run.state().moments)
    assert run.learning_rate == nn.Adam().learning_rate


def test_diverging_is_no_error() -> None:
    x, y = pictures(40)
    run = trainer((nn.Conv2d(4, 3), nn.GELU(), nn.Flatten(), nn.Dense(3)), nn.SGD(1e30, 0.9))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        losses = [run.step(x, y) for _ in range(10)]
        run.net(x[:1])
        run.net.trace(x[:1])
    assert not np.isfinite(losses[-1])


@pytest.mark.parametrize(("schedule", "factors"), [
    (nn.Constant(), {0: 1, 99: 1}),
    (nn.Step(10, 0.5), {0: 1, 9: 1, 10: 0.5, 25: 0.25}),
    (nn.Exponential(10), {0: 1, 10: 0.5, 30: 0.125}),
    (nn.Cosine(100, 0.2), {0: 1, 50: 0.6, 100: 0.2, 500: 0.2}),
    (nn.Warmup(4), {0: 0.25, 3: 1, 50: 1}),
    (nn.Warmup(4, nn.Step(2)), {0: 0.25, 3: 1, 4: 1, 5: 1, 6: 0.1}),
], ids=repr)
def test_schedules(schedule: nn.Schedule, factors: dict[int, float]) -> None:
    assert {step: schedule(step) for step in factors} == pytest.approx(factors)
    run = trainer(optimiser=nn.SGD(0.5), schedule=schedule)
    assert run.learning_rate == pytest.approx(0.5 * schedule(0))


def test_numpy_buffers_as_before_when_a_step_is_done() -> None:
    net = nn.Net.create((nn.Conv2d(2, 3), nn.Flatten(), nn.Dense(3)), (1, 6, 6), np.random.default_rng(0))
    trainer = nn.Trainer(net, nn.CrossEntropy(), nn.SGD(0.1), 4)
    before = np.getbufsize()
    trainer.step(np.zeros((4, 1, 6, 6), np.float32), np.zeros(4, np.int64))
    trainer.steps_at(np.zeros((4, 1, 6, 6), np.float32), np.zeros(4, np.int64), np.zeros((2, 4), np.int64))
    assert np.getbufsize() == before
