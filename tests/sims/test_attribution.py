"""Attributions: against differences, brute force and arithmetic; PyTorch and Captum where they are."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from neuroviz import nn
from neuroviz.io.nets import read_net
from neuroviz.nn import Net
from neuroviz.resources import asset
from neuroviz.sims.attribution import (
    GRADIENT,
    Asked,
    Deletion,
    Occlusion,
    PathIntegral,
    Work,
    gradient,
    rank_correlation,
    windows,
)
from neuroviz.sims.scores import Floats, Question, Scorer

RNG = np.random.default_rng


def small(side: int = 6) -> Net:
    layers = [nn.Conv2d(3, 3, padding=1), nn.Tanh(), nn.Flatten(), nn.Dense(4)]
    return Net.create(layers, (1, side, side), RNG(3))


def asked(net: Net, side: int, k: int = 1, baseline: float = 0.0, seed: int = 0) -> Asked:
    scorer = Scorer(net)
    x = RNG(seed).uniform(0, 1, scorer.n_in).astype(np.float32)
    return Asked(scorer, x, np.full_like(x, baseline), Question(k).row(net), side)


def finished(work: Work) -> Any:
    while work.done < 1:
        before = work.done
        work.advance()
        assert work.done > before
    return work


def slow_f(one: Asked, x: Floats) -> float:
    return float(one.scorer.net(x.reshape(1, *one.scorer.net.input_shape))[0] @ one.row)


def test_the_gradient_is_that_of_differences() -> None:
    one = asked(small(), 6)
    f, dx = gradient(one)
    assert f == pytest.approx(slow_f(one, one.x), rel=1e-5)
    h = np.float32(1e-2)
    for i in range(0, 36, 5):
        step = np.zeros(36, np.float32)
        step[i] = h
        numeric = (slow_f(one, one.x + step) - slow_f(one, one.x - step)) / (2 * h)
        assert dx[i] == pytest.approx(numeric, abs=2e-3)


def test_integrated_gradients_add_up_to_the_rise_and_better_with_more_steps() -> None:
    one = asked(small(), 6, baseline=0.2)
    rise = slow_f(one, one.x) - slow_f(one, one.baseline)
    gaps = [abs(finished(PathIntegral(one, m)).values.sum() - rise) for m in (1, 4, 64)]
    assert gaps[2] < 1e-3 * abs(rise)
    assert gaps[0] > gaps[1] > gaps[2]


def test_the_path_is_the_mean_slope_at_the_middles() -> None:
    one = asked(small(), 6)
    places = (np.arange(8) + 0.5) / 8
    at = [(place * one.x).astype(np.float32) for place in places]
    slopes = [gradient(Asked(one.scorer, x, one.baseline, one.row, 6))[1] for x in at]
    wanted = one.x * np.mean(slopes, axis=0)
    np.testing.assert_allclose(finished(PathIntegral(one, 8)).values, wanted, rtol=1e-4, atol=1e-6)


@pytest.mark.parametrize(("patch", "baseline"), [(1, 0.0), (2, 0.5), (3, 0.0), (6, 1.0), (9, 0.0)])
def test_occlusion_is_that_of_brute_force(patch: int, baseline: float) -> None:
    one = asked(small(), 6, baseline=baseline)
    total, count = np.zeros((6, 6)), np.zeros((6, 6))
    size = min(patch, 6)
    for row in range(6 - size + 1):
        for column in range(6 - size + 1):
            covered = one.x.reshape(6, 6).copy()
            covered[row : row + size, column : column + size] = baseline
            fall = slow_f(one, one.x) - slow_f(one, covered)
            total[row : row + size, column : column + size] += fall
            count[row : row + size, column : column + size] += 1
    work = finished(Occlusion(one, patch))
    np.testing.assert_allclose(work.values, (total / count).ravel(), rtol=1e-4, atol=1e-5)
    np.testing.assert_array_equal(work.counts, count.ravel())


def test_occlusion_covers_everything_once_before_anything_twice() -> None:
    one = asked(small(8), 8)
    work = Occlusion(one, 3)
    one.scorer.chunk = 9
    work.advance()
    assert np.isfinite(work.values).all()
    assert 0 < work.done < 1


@pytest.mark.parametrize("n", [1, 2, 7, 40, 5000])
def test_of_a_vector_every_number_is_covered(n: int) -> None:
    masks = windows(0, n, 5)
    assert masks.any(axis=0).all()
    assert len(masks) <= 1024


def test_taking_the_most_important_inputs_away_is_counted_against_random_orders() -> None:
    net = Net.create([nn.Dense(2)], (20,), RNG(0))
    w = np.zeros((20, 2), np.float32)
    w[:5, 1] = 2.0
    views = {name: view.shape for name, view in net.views(0).items()}
    theta = np.concatenate([(w if views["w"] == w.shape else w.T).ravel(), np.zeros(2)]).astype(np.float32)
    x, x0 = np.ones(20, np.float32), np.zeros(20, np.float32)
    one = Asked(Scorer(net.with_theta(theta)), x, x0, Question(1).row(net))
    _, dx = gradient(one)
    work = finished(Deletion(one, 1, {GRADIENT: dx, "worst": -dx}, RNG(1)))
    best, worst, by_chance = (work.curves[name] for name in (GRADIENT, "worst", "random"))
    assert best[0] == worst[0] == pytest.approx(1 / (1 + np.exp(-10)), rel=1e-5)
    assert best[-1] == pytest.approx(0.5)
    assert best.mean() < by_chance.mean() < worst.mean()
    assert best[5] == pytest.approx(0.5)
    assert list(work.counts) == list(range(21))


def test_only_what_differs_from_the_baseline_is_taken() -> None:
    one = asked(small(), 6)
    one.x[:30] = 0
    work = Deletion(one, 0, {GRADIENT: gradient(one)[1]}, RNG(0))
    assert work.counts[-1] == 6
    nothing = Asked(one.scorer, one.baseline, one.baseline, one.row, 6)
    assert finished(Deletion(nothing, 0, {GRADIENT: one.x}, RNG(0))).counts.tolist() == [0]


def test_rank_correlation() -> None:
    a = np.array([1, 2, 3, 4], np.float32)
    assert rank_correlation(a, a**3) == pytest.approx(1)
    assert rank_correlation(a, -a) == pytest.approx(-1)
    ties = np.array([1, 1, 2], np.float32), np.array([0, 0, 5], np.float32)
    assert rank_correlation(*ties) == pytest.approx(1)
    assert rank_correlation(a, np.zeros(4, np.float32)) is None
    assert rank_correlation(np.full(3, np.nan, np.float32), np.ones(3, np.float32)) is None


# -- the independent implementations -----------------------------------------------------------------


def torch_twin(net: Net) -> Any:
    """The shipped MLP in PyTorch, in double precision."""
    torch = pytest.importorskip("torch", reason="the independent implementation: pip install '.[reference]'")
    made: list[Any] = []
    n = 784
    for i, layer in enumerate(net.layers):
        if isinstance(layer, nn.Dense):
            linear = torch.nn.Linear(n, layer.n_out).double()
            w, b = (torch.from_numpy(net.views(i)[name].astype(np.float64)) for name in ("w", "b"))
            with torch.no_grad():
                linear.weight.copy_(w if w.shape == linear.weight.shape else w.T)
                linear.bias.copy_(b)
            made.append(linear)
            n = layer.n_out
        else:
            assert isinstance(layer, nn.ReLU)
            made.append(torch.nn.ReLU())
    return torch.nn.Sequential(*made)


@pytest.fixture(scope="module")
def mlp() -> Net:
    return read_net(asset("weights", "mlp.npz"))


def test_the_gradient_is_pytorchs(mlp: Net) -> None:
    twin = torch_twin(mlp)
    import torch

    one = asked(mlp, 28, k=3)
    x = torch.tensor(one.x[None].astype(np.float64), requires_grad=True)
    twin(x)[0, 3].backward()
    np.testing.assert_allclose(gradient(one)[1], x.grad.numpy()[0], rtol=1e-3, atol=1e-5)


def test_integrated_gradients_are_those_of_plain_pytorch(mlp: Net) -> None:
    twin = torch_twin(mlp)
    import torch

    one = asked(mlp, 28, k=3, baseline=0.1)
    x, x0 = (torch.tensor(v[None].astype(np.float64)) for v in (one.x, one.baseline))
    total = torch.zeros_like(x)
    for place in (np.arange(16) + 0.5) / 16:
        at = (x0 + place * (x - x0)).requires_grad_()
        total += torch.autograd.grad(twin(at)[0, 3], at)[0]
    wanted = ((x - x0) * total / 16).numpy()[0]
    np.testing.assert_allclose(finished(PathIntegral(one, 16)).values, wanted, rtol=1e-3, atol=1e-5)


def test_integrated_gradients_and_occlusion_are_captums(mlp: Net) -> None:
    twin = torch_twin(mlp)
    attr = pytest.importorskip("captum.attr", reason="a second implementation: pip install '.[reference]'")
    import torch

    one = asked(mlp, 28, k=3)
    x = torch.tensor(one.x[None].astype(np.float64))
    wanted = attr.IntegratedGradients(twin).attribute(x, target=3, n_steps=16, method="riemann_middle")
    ours = finished(PathIntegral(one, 16)).values
    np.testing.assert_allclose(ours, wanted.detach().numpy()[0], rtol=1e-3, atol=1e-5)
    picture = torch.nn.Sequential(torch.nn.Flatten(), twin)
    wanted = attr.Occlusion(picture).attribute(
        x.reshape(1, 1, 28, 28), sliding_window_shapes=(1, 5, 5), target=3, perturbations_per_eval=64
    )
    ours = finished(Occlusion(one, 5)).values
    np.testing.assert_allclose(ours, wanted.detach().numpy().ravel(), rtol=1e-3, atol=1e-5)
