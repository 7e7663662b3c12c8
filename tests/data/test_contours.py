"""Lines of equal value: they lie on the level, close where they do not leave the grid, and part at gaps."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz.data.contours import contour

X, Y = np.linspace(-2, 2, 41), np.linspace(-1, 3, 31)
ROUND = X[None] ** 2 + Y[:, None] ** 2


def lines(x: np.ndarray, y: np.ndarray) -> list[np.ndarray]:
    ends = np.flatnonzero(np.isnan(x))
    return [part[:, ~np.isnan(part[0])] for part in np.split(np.stack([x, y]), ends, axis=1)]


def test_a_ring_is_one_closed_line_on_its_level() -> None:
    (ring,) = lines(*contour(ROUND, X, Y, 0.6))
    np.testing.assert_allclose(ring[0] ** 2 + ring[1] ** 2, 0.6, atol=0.01)
    np.testing.assert_array_equal(ring[:, 0], ring[:, -1])
    assert np.hypot(*np.diff(ring)).max() < 0.2, "neighbours follow each other"


def test_a_line_that_leaves_the_grid_has_its_ends_at_the_rim() -> None:
    (arc,) = lines(*contour(ROUND, X, Y, 6.0))
    for x, y in (arc[:, 0], arc[:, -1]):
        assert min(abs(x + 2), abs(x - 2), abs(y + 1), abs(y - 3)) < 1e-12


def test_a_saddle_has_two_branches_and_none_is_lost() -> None:
    found = lines(*contour(X[None] * (Y[:, None] - 1), X, Y, 0.3))
    assert len(found) == 2
    for branch in found:
        np.testing.assert_allclose(branch[0] * (branch[1] - 1), 0.3, atol=0.01)


@pytest.mark.parametrize("seed", range(4))
def test_every_crossing_of_a_rough_field_is_on_a_line_once(seed: int) -> None:
    z = np.random.default_rng(seed).standard_normal((12, 9))
    x, y = np.arange(9.0), np.arange(12.0)
    above = z > 0.1
    crossings = int((above[:, 1:] != above[:, :-1]).sum() + (above[1:] != above[:-1]).sum())
    found = lines(*contour(z, x, y, 0.1))
    closed = sum(1 for one in found if np.array_equal(one[:, 0], one[:, -1]))
    assert sum(one.shape[1] for one in found) - closed == crossings


def test_there_is_nothing_beyond_the_values_and_holes_are_left_out() -> None:
    assert contour(ROUND, X, Y, 99.0)[0].shape == contour(ROUND, X, Y, -1.0)[0].shape == (0,)
    holed = ROUND.copy()
    holed[10, 35] = np.nan
    assert len(lines(*contour(holed, X, Y, 2.25))) <= 2
    assert np.isfinite(np.concatenate(lines(*contour(holed, X, Y, 2.25)), axis=1)).all()
    assert contour(np.full((3, 3), np.nan), X[:3], Y[:3], 0.0)[0].shape == (0,)
