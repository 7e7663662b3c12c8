"""Planes of weight space: what lies in them stays where it is, what does not is so far off."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz import nn
from neuroviz.nn.arrays import Array
from neuroviz.nn.directions import line, path_plane, random_direction, random_plane, spanned, three_plane
from neuroviz.nn.plane import Plane
from tests.nn.stacks import NETS, net

ALL = [pytest.param(name, id=name) for name in NETS]


def some_path(one: nn.Net, length: int = 12) -> Array:
    """A random walk in a few directions, wider in some."""
    rng = np.random.default_rng(3)
    steps = rng.normal(size=(length, 4)) * (4.0, 2.0, 0.5, 0.1)
    directions = rng.normal(size=(4, one.theta.size))
    walk = one.theta + steps.cumsum(axis=0) @ directions / 100
    return walk.astype(np.float32)


def planes_of(one: nn.Net) -> list[Plane]:
    rng = np.random.default_rng(2)
    others = [net_like(one, seed).theta for seed in (7, 8)]
    return [
        random_plane(one.plan, one.theta, rng), path_plane(one.plan, some_path(one)).plane,
        three_plane(one.plan, one.theta, *others), line(one.plan, one.theta, others[0]),
    ]  # fmt: skip


def net_like(one: nn.Net, seed: int) -> nn.Net:
    return nn.Net.create(one.layers, one.input_shape, np.random.default_rng(seed))


@pytest.mark.parametrize("name", ALL)
def test_what_lies_in_a_plane_is_found_where_it_is(name: str) -> None:
    one = net(name)
    for plane in planes_of(one):
        for a, up in ((0.0, 0.0), (0.7, 0.0), (-0.3, 0.5), (1.0, -1.0)):
            b = 0.0 if plane.is_line else up
            shadow = plane.shadow(plane.at(a, b))
            assert shadow.a == pytest.approx(a, abs=1e-4)
            assert shadow.b == pytest.approx(b, abs=1e-4)
            assert shadow.off == pytest.approx(0, abs=1e-4 * float(np.linalg.norm(one.theta)))


@pytest.mark.parametrize("name", ALL)
def test_what_is_beside_a_plane_is_so_far_from_its_shadow(name: str) -> None:
    one = net(name)
    for plane in planes_of(one):
        path = some_path(one)
        shadow = plane.shadow(path)
        n = one.n_params
        for k, theta in enumerate(path):
            there = plane.at(shadow.a[k], shadow.b[k])
            away = (theta[:n] - there[:n]).astype(np.float64)
            assert shadow.off[k] == pytest.approx(np.linalg.norm(away), rel=1e-3, abs=1e-5)
            for side in (plane.u, plane.v):  # at right angles: nothing in the plane is nearer
                assert abs(away @ side[:n]) <= 1e-4 * max(1.0, np.linalg.norm(side)) * np.linalg.norm(theta)


@pytest.mark.parametrize("name", ALL)
def test_random_directions_are_as_long_as_the_weights_unit_by_unit(name: str) -> None:
    one = net(name)
    found = random_direction(one.plan, one.theta, np.random.default_rng(0))
    for i, layer in enumerate(one.layers):
        for key, view in one.plan.views(found, i).items():
            if key != "w":
                assert not view.any(), (layer.kind, key)
                continue
            flat = view.T if isinstance(layer, nn.Dense) else view.reshape(len(view), -1)
            w = one.views(i)["w"]
            wanted = w.T if isinstance(layer, nn.Dense) else w.reshape(len(w), -1)
            np.testing.assert_allclose(
                np.linalg.norm(flat, axis=1), np.linalg.norm(wanted, axis=1), rtol=1e-5)


def test_the_same_seed_draws_the_same_plane() -> None:
    one = net("mlp")
    first, second = (random_plane(one.plan, one.theta, np.random.default_rng(4)) for _ in range(2))
    np.testing.assert_array_equal(first.u, second.u)
    assert (first.u != first.v).any()


@pytest.mark.parametrize("name", ALL)
def test_the_plane_of_a_path_is_that_of_its_largest_singular_vectors(name: str) -> None:
    one = net(name)
    path, n = some_path(one), one.n_params
    found = path_plane(one.plan, path)
    away = path[:, :n].astype(np.float64) - path[:, :n].mean(axis=0, dtype=np.float64)
    _, values, rows = np.linalg.svd(away, full_matrices=False)
    np.testing.assert_allclose(found.shares, (values**2 / (values**2).sum())[:2], rtol=1e-4)
    for mine, theirs in ((found.plane.u, rows[0]), (found.plane.v, rows[1])):
        assert np.linalg.norm(mine) == pytest.approx(1, rel=1e-5)
        assert not mine[n:].any()
        assert abs(float(mine[:n] @ theirs)) == pytest.approx(1, abs=1e-4)
    shadow = found.plane.shadow(path)
    assert shadow.off[-1] == pytest.approx(0, abs=1e-5)  # it goes through the last
    assert shadow.a[-1] >= shadow.a[0]


def test_three_solutions_lie_in_their_plane_at_their_distances() -> None:
    one, two, three = (net("conv", seed) for seed in range(3))
    plane = three_plane(one.plan, one.theta, two.theta, three.theta)
    n = one.n_params
    assert float(plane.u @ plane.v) == pytest.approx(0, abs=1e-6)
    shadow = plane.shadow(np.array([one.theta, two.theta, three.theta]))
    np.testing.assert_allclose(shadow.off, 0, atol=1e-4)
    places = np.stack([shadow.a, shadow.b], axis=1)
    for i, j in ((0, 1), (0, 2), (1, 2)):
        apart = np.linalg.norm((one.theta, two.theta, three.theta)[i][:n]
                               - (one.theta, two.theta, three.theta)[j][:n])
        assert np.linalg.norm(places[i] - places[j]) == pytest.approx(apart, rel=1e-4)
    assert shadow.b[1] == pytest.approx(0, abs=1e-4)
    assert shadow.b[2] > 0


def test_statistics_come_along_on_a_line_and_stay_in_a_plane() -> None:
    one, two, three = (net("norms", seed) for seed in range(3))
    n = one.n_params
    np.testing.assert_allclose(line(one.plan, one.theta, two.theta).at(1.0), two.theta, rtol=1e-5, atol=1e-6)
    plane = three_plane(one.plan, one.theta, two.theta, three.theta)
    np.testing.assert_array_equal(plane.at(3.0, 2.0)[n:], one.theta[n:])


def test_what_spans_no_plane_is_refused() -> None:
    one = net("mlp")
    t, plan = one.theta, one.plan
    zero = np.zeros_like(t)
    with pytest.raises(ValueError, match="direction"):
        Plane(t, zero, t)
    with pytest.raises(ValueError, match="one"):
        Plane(t, t, 2 * t)
    with pytest.raises(ValueError, match="shape"):
        Plane(t, t[:-1], t)
    for two, three in ((t, t), (t + 1, t + 1), (t, t + 1), (t + 1, t + 2)):
        with pytest.raises(ValueError, match="direction"):
            three_plane(plan, t, two, three)
    with pytest.raises(ValueError, match="direction"):
        spanned(plan, t, t, zero)
    with pytest.raises(ValueError, match="direction"):
        line(plan, t, t)
    for path in (np.array([t, t, t]), np.array([t, t + 1]), np.array([t, t + 1, t + 2, t + 5])):
        with pytest.raises(ValueError, match="three places"):
            path_plane(plan, path)
