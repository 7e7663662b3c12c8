"""Nearest neighbours and their vote against brute force."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz.data.maps import left_out, nearest_of_each, vote
from tests.data.maps.test_cloud_and_pca import cloud, last, spread


@pytest.mark.parametrize(("n", "d", "k"), [(130, 4, 5), (61, 200, 60), (5, 1, 1)])
def test_nearest_are_those_of_brute_force(n: int, d: int, k: int) -> None:
    one = cloud(spread(n, d))
    near = last(nearest_of_each(one, k))
    squares = ((one.values[:, None].astype(np.float64) - one.values[None]) ** 2).sum(axis=2)
    np.fill_diagonal(squares, np.inf)
    np.testing.assert_allclose(near.squares, np.sort(squares, axis=1)[:, :k], rtol=1e-4, atol=1e-5)
    np.testing.assert_allclose(
        np.take_along_axis(squares, near.at.astype(int), 1), near.squares, rtol=1e-4, atol=1e-5
    )
    assert not (near.at == np.arange(n)[:, None]).any()


def test_points_at_the_same_place_are_each_others_nearest() -> None:
    near = last(nearest_of_each(cloud(np.array([[0.0], [0.0], [5.0], [5.0]])), 1))
    assert near.at[:, 0].tolist() == [1, 0, 3, 2]
    assert not near.squares.any()


@pytest.mark.parametrize("k", [0, 4])
def test_more_than_all_others_cannot_be_near(k: int) -> None:
    with pytest.raises(ValueError, match="nearest of 3"):
        last(nearest_of_each(cloud(np.arange(4.0)[:, None]), k))


def test_most_decide_and_of_equal_votes_the_nearer() -> None:
    labels = np.array([[1, 2, 2, 3, 4], [5, 6, 6, 5, 7], [9, 9, 9, 0, 0], [3, 4, 5, 6, 7]])
    assert vote(labels).tolist() == [2, 5, 9, 3]


def test_points_of_parted_classes_are_told_by_their_neighbours() -> None:
    x = np.concatenate((spread(40, 3), spread(40, 3, 1) + 50))
    labels = np.repeat([0, 1], 40)
    near = last(nearest_of_each(cloud(x), 9))
    assert left_out(near, labels).all()
    mixed = np.random.default_rng(2).integers(0, 2, 80)
    assert left_out(near, mixed).mean() < 0.8
