"""Clouds and main directions against the singular value decomposition."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

import numpy as np
import pytest

from neuroviz.data.maps import Cloud, Pca, gathered_up, main_directions

T = TypeVar("T")


def last(found: Iterator[float | T]) -> T:
    """The value at the end of pieces, whose parts done never fall."""
    parts, value = [-1.0], None
    for one in found:
        if isinstance(one, float):
            assert 0 <= one <= 1
            assert one >= parts[-1] - 1e-9
            parts.append(one)
        else:
            value = one
    assert value is not None
    return value


def cloud(x: np.ndarray) -> Cloud:
    return last(gathered_up(np.array(x, np.float32)))


def spread(n: int, d: int, seed: int = 0) -> np.ndarray:
    """Points whose variance falls from direction to direction, off the origin."""
    rng = np.random.default_rng(seed)
    turn = np.linalg.qr(rng.standard_normal((d, d)))[0]
    found: np.ndarray = (rng.standard_normal((n, d)) * 0.8 ** np.arange(d)) @ turn + rng.standard_normal(d)
    return found


@pytest.mark.parametrize(("n", "d"), [(300, 2), (300, 20), (200, 150), (60, 400), (500, 97), (7, 3)])
def test_directions_are_those_of_the_singular_value_decomposition(n: int, d: int) -> None:
    x = spread(n, d)
    found = last(main_directions(cloud(x), 2))
    _, sizes, axes = np.linalg.svd(x - x.mean(axis=0), full_matrices=False)
    np.testing.assert_allclose(found.shares, (sizes**2 / (sizes**2).sum())[:2], rtol=1e-3)
    for i in range(2):
        assert abs(float(found.axes[:, i] @ axes[i])) > 1 - 1e-4
        assert found.axes[np.abs(found.axes[:, i]).argmax(), i] > 0
    np.testing.assert_allclose(found.axes.T @ found.axes, np.eye(2), atol=1e-5)


def test_places_keep_the_distances_of_a_plane() -> None:
    flat = spread(80, 2) @ np.linalg.qr(np.random.default_rng(1).standard_normal((30, 2)))[0].T
    one = cloud(flat)
    places = last(main_directions(one)).placed(one.values) * one.scale
    before = np.linalg.norm(flat[:, None] - flat[None], axis=2)
    after = np.linalg.norm(places[:, None] - places[None], axis=2)
    np.testing.assert_allclose(after, before, atol=1e-4)


def test_the_same_cloud_has_the_same_axes() -> None:
    x = spread(150, 130)
    assert np.array_equal(last(main_directions(cloud(x))).axes, last(main_directions(cloud(x))).axes)


def test_one_dimension_has_a_second_axis_of_zeros() -> None:
    found = last(main_directions(cloud(np.arange(9.0)[:, None])))
    np.testing.assert_allclose(found.axes, [[1, 0]])
    np.testing.assert_allclose(found.shares, [1, 0])


@pytest.mark.parametrize("size", [1e-30, 1.0, 1e18, 3e37])
def test_numbers_of_any_size_are_scaled(size: float) -> None:
    x = spread(40, 5) / 10
    one = cloud(x * size)
    np.testing.assert_allclose(one.values * (one.scale / size), x - x.mean(axis=0), atol=1e-5)
    assert float(np.abs(one.values).max()) == pytest.approx(1)
    again = one.taken((x * size).astype(np.float32))
    np.testing.assert_allclose(again, one.values, atol=1e-5)


def test_points_that_are_one_are_flat() -> None:
    one = cloud(np.full((12, 3), 7.25))
    assert one.flat
    found = last(main_directions(one))
    assert isinstance(found, Pca)
    assert not found.placed(one.values).any()


@pytest.mark.parametrize("shape", [(0, 3), (4,), (3, 0)])
def test_what_is_no_cloud_is_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="rows of numbers"):
        last(gathered_up(np.zeros(shape, np.float32)))


def test_squared_distances_are_those_of_brute_force() -> None:
    one = cloud(spread(50, 7))
    value = one.values[4] + np.float32(0.1)
    found = one.squares_to(value)
    np.testing.assert_allclose(found, ((one.values - value) ** 2).sum(axis=1), atol=1e-5)
    np.testing.assert_allclose(one.sizes, (one.values**2).sum(axis=1), rtol=1e-5)
    assert (one.squares_to(one.values[0]) >= 0).all()
