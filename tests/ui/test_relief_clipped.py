"""Paths are cut off where they cross the edge of a picture, and nowhere else."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QRectF

from neuroviz.ui.relief.clipped import clipped, inside

ROOM = QRectF(10, 20, 100, 50)


def cut(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    x, y = np.array(points, float).T
    across, down, _ = clipped(x, y, np.ones(len(x), bool), ROOM)
    return [(float(a), float(b)) for a, b in zip(across, down, strict=True) if np.isfinite(a)]


def test_what_is_inside_stays_as_it_is() -> None:
    points = [(15.0, 25.0), (100.0, 60.0), (10.0, 20.0)]
    assert cut(points) == points


def test_it_ends_on_the_edge_and_comes_back_there() -> None:
    found = cut([(50, 30), (150, 30), (150, 40), (60, 40)])
    assert found == [(50, 30), (110, 30), (110, 40), (60, 40)]


def test_what_only_passes_is_a_piece_of_its_own() -> None:
    x, y = np.array([[0.0, 200.0], [45.0, 45.0]])
    across, down, _ = clipped(x, y, np.ones(2, bool), ROOM)
    known = np.isfinite(across)
    assert across[known] == pytest.approx([10, 110])
    assert down[known] == pytest.approx([45, 45])


@pytest.mark.parametrize("points", [
    [(0, 0), (5, 5)], [(0, 45), (5, 45)], [(50, 0), (150, 0)], [(0, 0), (0, 90)],
])
def test_what_is_outside_is_gone(points: list[tuple[float, float]]) -> None:
    assert cut(points) == []


def test_no_place_interrupts_it() -> None:
    nan = float("nan")
    found = cut([(20, 30), (30, 30), (nan, nan), (200, 30), (50, 30)])
    assert found == [(20, 30), (30, 30), (110, 30), (50, 30)]


def test_nothing_of_any_path_is_outside_and_what_was_inside_is_still_there() -> None:
    rng = np.random.default_rng(0)
    for _ in range(50):
        x, y = rng.uniform(-50, 200, 30), rng.uniform(-50, 150, 30)
        across, down, seen = clipped(x, y, rng.random(30) < 0.5, ROOM)
        known = np.isfinite(across)
        assert inside(across[known], down[known], ROOM.adjusted(-1e-6, -1e-6, 1e-6, 1e-6)).all()
        assert len(across) == len(down) == len(seen)
        for a, b in zip(x[inside(x, y, ROOM)], y[inside(x, y, ROOM)], strict=True):
            assert (np.hypot(across[known] - a, down[known] - b) < 1e-9).any()


def test_places_on_the_edge_are_inside_and_those_that_are_none_are_not() -> None:
    x, y = np.array([10.0, 110.0, 9.9, np.nan]), np.array([20.0, 70.0, 30.0, 30.0])
    assert inside(x, y, ROOM).tolist() == [True, True, False, False]
