"""The loss over weight space is the loss of each net there, whichever way it is come by."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz import nn
from neuroviz.nn import landscape
from neuroviz.nn.directions import line, random_plane
from neuroviz.nn.landscape import NetLoss, PlaneLoss, grid
from neuroviz.nn.plane import Plane
from tests.nn.stacks import NETS, done, examples, net

N = 37


def plane_of(one: nn.Net) -> Plane:
    """With everything in motion, biases and running statistics too."""
    rng = np.random.default_rng(5)
    u, v = (0.1 * rng.random(one.theta.size).astype(np.float32) for _ in range(2))
    return Plane(one.theta, u, v, one.n_params)


@pytest.mark.parametrize("values", [False, True])
@pytest.mark.parametrize("name", NETS)
def test_a_plane_is_made_of_nets(name: str, values: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(landscape, "VECTORS_AT_ONCE", 10)  # the last chunk is shorter
    one, loss = net(name), nn.SquaredError() if values else nn.CrossEntropy()
    x, y = examples(one, N, values=values)
    plane, (a, b) = plane_of(one), grid((1.0, 0.5), 4)
    found = done(PlaneLoss(one.plan, loss, plane, x, y).at(a, b))
    assert found.n == N
    for k in range(len(a)):
        outputs = one.with_theta(plane.at(a[k], b[k]))(x)
        assert found.loss[k] == pytest.approx(loss(outputs, y), rel=2e-5)
        if not values:
            assert found.right[k] == pytest.approx((outputs.argmax(axis=1) == y).mean())
    assert np.isnan(found.right).all() == values


@pytest.mark.parametrize("name", NETS)
def test_nets_one_by_one_and_their_plane_agree(name: str) -> None:
    one = net(name)
    x, y = examples(one, N)
    plane, (a, b) = plane_of(one), grid(1.0, 3)
    thetas = np.array([plane.at(*place) for place in zip(a, b, strict=True)])
    loss = nn.CrossEntropy()
    over = PlaneLoss(one.plan, loss, plane, x, y)
    each = NetLoss(one.plan, loss, x, y)
    for n in (None, 20, N, 1000):
        expected = done(each.at(thetas, n))
        found = done(over.at(a, b, n))
        assert found.n == expected.n == min(n or N, N)
        np.testing.assert_allclose(found.loss, expected.loss, rtol=2e-5)
        np.testing.assert_array_equal(found.right, expected.right)


def test_without_room_to_keep_the_first_sums(monkeypatch: pytest.MonkeyPatch) -> None:
    one = net("mlp")
    x, y = examples(one, N)
    at = grid(1.0, 3)
    monkeypatch.setattr(landscape, "VECTORS_AT_ONCE", 10)
    kept = done(PlaneLoss(one.plan, nn.CrossEntropy(), plane_of(one), x, y).at(*at))
    monkeypatch.setattr(landscape, "_KEPT", 0)
    found = done(PlaneLoss(one.plan, nn.CrossEntropy(), plane_of(one), x, y).at(*at))
    np.testing.assert_array_equal(found.loss, kept.loss)


def test_equal_logits_answer_the_first_class() -> None:
    one = net("mlp").with_theta(np.zeros_like(net("mlp").theta))
    x, y = examples(one, N)
    found = done(NetLoss(one.plan, nn.CrossEntropy(), x, y).at(one.theta[None]))
    assert found.right[0] == pytest.approx((y == 0).mean())
    assert found.loss[0] == pytest.approx(np.log(3))


def test_a_net_out_of_bounds_is_infinitely_wrong_and_not_right() -> None:
    one = net("mlp")
    x, y = examples(one, N)
    far = np.full((1, one.theta.size), 3e38, np.float32)
    found = done(NetLoss(one.plan, nn.CrossEntropy(), x, y).at(far))
    assert np.isposinf(found.loss[0])
    assert found.right[0] == 0


def test_work_is_cut_into_units(monkeypatch: pytest.MonkeyPatch) -> None:
    one = net("conv")
    x, y = examples(one, 70)
    monkeypatch.setattr(landscape, "_UNIT", 1.0)
    over = PlaneLoss(one.plan, nn.CrossEntropy(), plane_of(one), x, y)
    assert len(list(over.at(*grid(1.0, 3)))) == 9 * 3  # points, chunks of 32
    each = NetLoss(one.plan, nn.CrossEntropy(), x, y)
    assert len(list(each.at(one.theta[None]))) >= 3


def test_a_grid_goes_row_by_row() -> None:
    a, b = grid((2.0, 1.0), 3)
    np.testing.assert_array_equal(a.reshape(3, 3), [[-2, 0, 2]] * 3)
    np.testing.assert_array_equal(b.reshape(3, 3).T, [[-1, 0, 1]] * 3)


@pytest.mark.parametrize("name", ["mlp", "norms", "conv"])
def test_a_line_has_its_nets_at_both_ends(name: str) -> None:
    first, second = net(name, 1), net(name, 2)
    x, y = examples(first, N)
    way = line(first.plan, first.theta, second.theta)
    loss = nn.CrossEntropy()
    found = done(PlaneLoss(first.plan, loss, way, x, y).at(np.array([0.0, 1.0]), np.zeros(2)))
    assert found.loss[0] == pytest.approx(loss(first(x), y), rel=1e-5)
    assert found.loss[1] == pytest.approx(loss(second(x), y), rel=1e-5)


def test_what_does_not_fit_is_refused() -> None:
    one, other = net("mlp"), net("one dense")
    x, y = examples(one, N)
    plane = random_plane(one.plan, one.theta, np.random.default_rng(0))
    loss = nn.CrossEntropy()
    softmax = nn.Plan((nn.Dense(3), nn.Softmax()), (6,))
    bad = [
        (one.plan, x[:, :4], y), (one.plan, x[:0], y[:0]), (one.plan, x, y[:3]), (one.plan, x, y + 1),
        (one.plan, x, y - 1), (softmax, x, y),
    ]  # fmt: skip
    for plan, inputs, targets in bad:
        with pytest.raises(ValueError, match=r"fit|labels|softmax"):
            NetLoss(plan, loss, inputs, targets)
    with pytest.raises(ValueError, match="parameters"):
        PlaneLoss(other.plan, loss, plane, *examples(other, N))
