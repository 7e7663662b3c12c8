"""The smallest flip: it flips, half of it does not, and where the border is known it is found."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz import nn
from neuroviz.data import mnist
from neuroviz.io.nets import read_net
from neuroviz.nn import Net
from neuroviz.resources import asset
from neuroviz.sims.scores import Floats, Scorer
from neuroviz.sims.smallest_flip import FLAT, FOUND, L2, LINF, NONE, NORMS, Flip, SmallestFlip

RNG = np.random.default_rng


def found(
    net: Net, x: Floats, limits: tuple[float, float] = (0.0, 1.0), norm: str = L2, target: int | None = None
) -> Flip:
    work = SmallestFlip(Scorer(net), x, limits, norm, target)
    for _ in range(2000):
        if work.done >= 1:
            return work.flip()
        work.advance()
    raise AssertionError("it does not end")


def answer(net: Net, x: Floats) -> int:
    return int(net(x.reshape(1, *net.input_shape))[0].argmax())


@pytest.fixture(scope="module")
def digits() -> Floats:
    return (mnist.load().test.images[:12].reshape(12, 784) / 255).astype(np.float32)


@pytest.mark.parametrize("name", ["mlp", "cnn", "linear"])
@pytest.mark.parametrize("norm", NORMS)
def test_it_flips_half_of_it_does_not_and_it_stays_a_picture(name: str, norm: str, digits: Floats) -> None:
    net = read_net(asset("weights", f"{name}.npz"))
    for x in digits:
        flip = found(net, x, norm=norm)
        assert flip.status == FOUND
        assert flip.x is not None
        assert flip.before == answer(net, x)
        assert flip.after == answer(net, flip.x) != flip.before
        assert answer(net, x + (flip.x - x) / 2) == flip.before
        assert flip.x.min() >= 0
        assert flip.x.max() <= 1
        change = (flip.x - x).astype(np.float64)
        assert flip.l2 == pytest.approx(np.linalg.norm(change), rel=1e-5)
        assert flip.linf == pytest.approx(np.abs(change).max(), rel=1e-5)


def test_each_norm_is_better_by_its_own_measure(digits: Floats) -> None:
    net = read_net(asset("weights", "mlp.npz"))
    for x in digits[:5]:
        by_l2, by_linf = found(net, x), found(net, x, norm=LINF)
        assert by_l2.l2 < by_linf.l2
        assert by_linf.linf < by_l2.linf


def test_a_chosen_class_is_reached(digits: Floats) -> None:
    net = read_net(asset("weights", "mlp.npz"))
    nearest = found(net, digits[0]).l2
    for target in (0, 4, 8):
        flip = found(net, digits[0], target=target)
        assert flip.x is not None
        assert flip.after == target == answer(net, flip.x)
        assert flip.l2 >= nearest * 0.999


def test_of_a_linear_net_it_is_the_distance_to_the_nearest_plane() -> None:
    net = Net.create([nn.Dense(4)], (6,), RNG(5))
    x = RNG(6).normal(size=6).astype(np.float32)
    z, w = net(x[None])[0], net(np.eye(6, dtype=np.float32)) - net(np.zeros((1, 6), np.float32))
    k = int(z.argmax())
    for norm, dual in ((L2, 2), (LINF, 1)):
        wanted = min((z[k] - z[j]) / np.linalg.norm(w[:, k] - w[:, j], dual) for j in range(4) if j != k)
        flip = found(net, x, (-100.0, 100.0), norm)
        assert (flip.l2 if norm == L2 else flip.linf) == pytest.approx(wanted, rel=5e-3)


@pytest.mark.parametrize("name", ["plane-circle", "plane-xor", "plane-three", "plane-spirals"])
def test_on_the_plane_nothing_much_nearer_is_found_by_looking_everywhere(name: str) -> None:
    net = read_net(asset("weights", f"{name}.npz"))
    side = np.linspace(-1.25, 1.25, 301, dtype=np.float32)
    grid = np.stack(np.meshgrid(side, side), axis=-1).reshape(-1, 2)
    out = net(grid)
    answers = (out[:, 0] > 0.5).astype(int) if out.shape[1] == 1 else out.argmax(axis=1)
    shares = []
    for x in RNG(1).uniform(-1, 1, (12, 2)).astype(np.float32):
        flip = found(net, x, (-1.25, 1.25))
        assert flip.status == FOUND
        near = np.linalg.norm(grid[answers != flip.before] - x, axis=1).min()
        assert flip.l2 > near - 0.01  # the grid is no finer than that
        shares.append(flip.l2 / (near + 0.01))
    assert max(shares) < 1.15


def test_limits_that_leave_no_way_are_told_of() -> None:
    net = Net.create([nn.Dense(2)], (2,), RNG(0))
    theta = np.zeros_like(net.theta)
    theta[-2:] = (100.0, 0.0)
    theta[:4] = (0.0, 1.0, 0.0, 0.0)
    flip = found(net.with_theta(theta), np.zeros(2, np.float32))
    assert flip.status == NONE
    assert flip.x is None


def test_where_every_slope_is_0_descent_has_no_direction() -> None:
    net = Net.create([nn.Dense(2)], (3,), RNG(0))
    theta = np.zeros_like(net.theta)
    theta[-1] = 1
    assert found(net.with_theta(theta), np.zeros(3, np.float32)).status == FLAT


def test_what_is_that_already_needs_no_change() -> None:
    net = Net.create([nn.Dense(2)], (3,), RNG(0))
    x = np.ones(3, np.float32)
    flip = found(net, x, target=answer(net, x))
    assert flip.status == NONE
    assert flip.tried == 0
