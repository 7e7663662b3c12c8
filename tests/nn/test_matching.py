"""Assignments are the best there are; a net with its hidden units in another order computes the same."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from neuroviz import nn
from neuroviz.nn.assignment import assigning, assignment
from neuroviz.nn.matching import groups, matching, permuted
from tests.nn.stacks import NETS, done, examples, net

MORE: dict[str, tuple[tuple[int, ...], tuple[nn.Layer, ...]]] = {
    "norm of flat maps": ((1, 6, 6), (
        nn.Conv2d(3, 3), nn.Gate(), nn.LayerNorm(), nn.ReLU(), nn.Flatten(), nn.BatchNorm(), nn.LayerNorm(),
        nn.Dense(5), nn.Softmax(), nn.Dense(4), nn.BatchNorm())),
}  # fmt: skip


def made(name: str, seed: int = 0) -> nn.Net:
    if name in NETS:
        return net(name, seed)
    shape, layers = MORE[name]
    one = nn.Net.create(layers, shape, np.random.default_rng(seed))
    theta = one.theta + np.random.default_rng(seed + 1).uniform(0, 0.3, one.theta.size).astype(np.float32)
    return one.with_theta(theta)


@pytest.mark.parametrize("n", [1, 2, 3, 5, 7])
@pytest.mark.parametrize("kind", ["any", "whole", "equal", "negative"])
def test_an_assignment_is_the_best_of_all(n: int, kind: str) -> None:
    rng = np.random.default_rng(n)
    for _ in range(5):
        cost = {"any": rng.normal(size=(n, n)), "whole": rng.integers(0, 3, (n, n)).astype(float),
                "equal": np.ones((n, n)), "negative": -rng.random((n, n))}[kind]  # fmt: skip
        found = assignment(cost)
        rows = np.arange(n)
        assert sorted(found) == list(range(n))
        best = min(cost[rows, list(one)].sum() for one in itertools.permutations(range(n)))
        assert cost[rows, found].sum() == pytest.approx(best)


@pytest.mark.parametrize("n", [20, 64, 150])
def test_an_assignment_is_as_good_as_that_of_another_implementation(n: int) -> None:
    optimize = pytest.importorskip("scipy.optimize", reason="comes with '.[reference]'")
    rng = np.random.default_rng(n)
    rows = np.arange(n)
    for cost in (rng.normal(size=(n, n)), rng.integers(0, 9, (n, n)).astype(float), rng.random((n, n)) ** 4):
        _, theirs = optimize.linear_sum_assignment(cost)
        assert cost[rows, assignment(cost)].sum() == pytest.approx(cost[rows, theirs].sum())


def test_what_is_no_table_of_costs_is_refused() -> None:
    for cost in (np.ones((2, 3)), np.full((2, 2), np.nan), np.ones(3)):
        with pytest.raises(ValueError, match="square"):
            next(assigning(cost))
    assert len(assignment(np.ones((0, 0)))) == 0


@pytest.mark.parametrize("name", [*NETS, *MORE])
def test_another_order_computes_the_same(name: str) -> None:
    one = made(name)
    rng = np.random.default_rng(4)
    orders = tuple(rng.permutation(group.n_units) for group in groups(one.plan))
    theta = permuted(one.plan, one.theta, orders)
    x, _ = examples(one, 9)
    np.testing.assert_allclose(one.with_theta(theta)(x), one(x), rtol=1e-4, atol=1e-5)
    if orders:
        assert (theta != one.theta).any()


@pytest.mark.parametrize("name", [*NETS, *MORE])
def test_matched_to_itself_in_another_order_a_net_is_itself_again(name: str) -> None:
    one = made(name)
    rng = np.random.default_rng(4)
    orders = tuple(rng.permutation(group.n_units) for group in groups(one.plan))
    found = done(matching(one.plan, one.theta, permuted(one.plan, one.theta, orders), rng))
    np.testing.assert_array_equal(found.theta, one.theta)
    assert found.distance[1] == 0
    assert found.units == sum(map(len, orders))
    assert found.moved == sum(int((order != np.arange(len(order))).sum()) for order in orders)


@pytest.mark.parametrize("name", [*NETS, *MORE])
def test_a_matched_net_computes_the_same_and_is_no_farther(name: str) -> None:
    one, other = made(name, 1), made(name, 2)
    found = done(matching(one.plan, one.theta, other.theta, np.random.default_rng(0)))
    x, _ = examples(one, 9)
    np.testing.assert_allclose(one.with_theta(found.theta)(x), other(x), rtol=1e-4, atol=1e-5)
    np.testing.assert_array_equal(found.theta, permuted(one.plan, other.theta, found.orders))
    n = one.n_params
    assert found.distance[0] == pytest.approx(np.linalg.norm(one.theta[:n] - other.theta[:n]))
    assert found.distance[1] <= found.distance[0] * (1 + 1e-6)
    if groups(one.plan):
        assert found.distance[1] < found.distance[0]


def test_no_single_group_can_gain_any_more() -> None:
    one, other = made("mlp", 1), made("mlp", 2)
    found = done(matching(one.plan, one.theta, other.theta, np.random.default_rng(0)))
    for g, group in enumerate(groups(one.plan)):
        for i, j in itertools.combinations(range(group.n_units), 2):
            orders = [np.arange(each.n_units) for each in groups(one.plan)]
            orders[g][[i, j]] = orders[g][[j, i]]
            swapped = permuted(one.plan, found.theta, tuple(orders))
            assert np.linalg.norm(one.theta - swapped) >= found.distance[1] - 1e-5


def test_what_is_no_order_is_refused() -> None:
    one = made("mlp")
    right = [np.arange(group.n_units) for group in groups(one.plan)]
    for orders in ((), tuple(right[:1]), (right[0], np.zeros(5, int)), (right[1], right[0])):
        with pytest.raises(ValueError, match="permutation"):
            permuted(one.plan, one.theta, orders)
