"""Who has come to an end, and where: near a minimum for a while, or without a step; slow is not at rest."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz.data.surfaces import surface
from neuroviz.sims.descent.ends import (
    FLAT,
    HOLLOW,
    LEVEL,
    LOST,
    MOST_ENDS,
    OTHER,
    SADDLE,
    TOP,
    WALKING,
    Ends,
    aims,
    kinds,
)
from tests.sims.descent.grounds import Bowl, Floats


class Waves:
    """cos x + cos y: a hollow, a top or a saddle every π."""

    def value(self, x: Floats, y: Floats) -> Floats:
        return np.cos(x) + np.cos(y)

    def gradient(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        return -np.sin(x), -np.sin(y)

    def hessian(self, x: Floats, y: Floats) -> tuple[Floats, Floats, Floats]:
        return -np.cos(x), np.zeros_like(y), -np.cos(y)


class Valley:
    """(x + y)²: level along its floor."""

    def value(self, x: Floats, y: Floats) -> Floats:
        return (x + y) ** 2

    def gradient(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        return 2 * (x + y), 2 * (x + y)

    def hessian(self, x: Floats, y: Floats) -> tuple[Floats, Floats, Floats]:
        two = np.full_like(x + y, 2.0)
        return two, two, two


def looked(ends: Ends, ground: object, xy: Floats, times: int = 4, step: Floats | None = None) -> Ends:
    for _ in range(times):
        ends.look(ground, xy, np.ones_like(xy) if step is None else step)  # type: ignore[arg-type]
    return ends


def test_in_a_quadratic_newtons_step_is_the_way_to_the_minimum() -> None:
    xy = np.random.default_rng(0).uniform(-3, 3, (50, 2))
    np.testing.assert_allclose(aims(surface("bowl"), xy), 0, atol=1e-12)


def test_kinds_of_places() -> None:
    at = np.pi * np.array([[1.0, 1.0], [0.0, 0.0], [1.0, 0.0], [0.0, 1.0]])
    assert list(kinds(Waves(), at)) == [HOLLOW, TOP, SADDLE, SADDLE]
    assert list(kinds(Valley(), np.array([[1.0, -1.0]]))) == [FLAT]
    assert len(kinds(Waves(), np.zeros((0, 2)))) == 0


def test_near_a_minimum_for_a_while_is_at_rest_and_passing_by_is_not() -> None:
    ends = Ends(2, 10.0)
    near, far = np.array([0.05, 0.0]), np.array([3.0, 0.0])
    looked(ends, Bowl(), np.stack([near, far]), 3)
    assert (ends.end == WALKING).all()
    looked(ends, Bowl(), np.stack([near, near]), 1)
    assert list(ends.end) == [0, WALKING]
    looked(ends, Bowl(), np.stack([far, near]), 3)
    assert list(ends.end) == [WALKING, 0]
    np.testing.assert_allclose(ends.places, 0, atol=1e-12)
    assert list(ends.counts()) == [1]


@pytest.mark.parametrize(("id", "at"), [
    ("plateau", (4.5, 0.0)), ("saddle", (0.0, 1e-6)), ("rosenbrock", (-0.5, 0.25)), ("ravine", (-4.0, 0.757)),
])
def test_who_is_slow_is_not_at_rest(id: str, at: tuple[float, float]) -> None:
    ends = looked(Ends(1, 10.0), surface(id), np.array([at]), 20, np.full((1, 2), 1e-6))
    assert list(ends.end) == [WALKING]


def test_who_makes_no_step_is_at_rest_wherever_it_is() -> None:
    at = np.pi * np.array([[0.0, 0.0], [1.0, 0.0]])
    ends = looked(Ends(2, 10.0), Waves(), at, step=np.zeros((2, 2)))
    assert sorted(ends.end) == [0, 1]
    assert sorted(kinds(Waves(), ends.places)) == [SADDLE, TOP]


def test_level_ground_is_no_place() -> None:
    ends = looked(Ends(1, 10.0), Valley(), np.array([[1.0, -1.0]]), step=np.zeros((1, 2)))
    assert list(ends.end) == [LEVEL]
    assert len(ends.places) == 0


def test_lost_is_lost() -> None:
    ends = looked(Ends(3, 1.0), Bowl(), np.array([[1e10, 0], [np.nan, 0], [0.001, 0.0]]))
    assert list(ends.end) == [LOST, LOST, 0]


def test_there_are_not_more_ends_than_can_be_told_apart() -> None:
    rows = np.arange(20)
    at = np.pi * (2 * np.stack(np.meshgrid(rows, rows), axis=-1).reshape(-1, 2) + 1.0)
    ends = looked(Ends(len(at), 10.0), Waves(), at)
    assert len(ends.places) == MOST_ENDS
    assert (ends.end == OTHER).sum() == len(at) - MOST_ENDS


def test_it_goes_on_from_where_it_was() -> None:
    rng = np.random.default_rng(1)
    ends, other = Ends(40, 1.0), Ends(40, 1.0)
    walk = [rng.normal(0, 0.02, (40, 2)) for _ in range(12)]
    for xy in walk[:6]:
        looked(ends, Bowl(), xy, 1)
    other.restore(ends.state())
    for xy in walk[6:]:
        looked(ends, Bowl(), xy, 1)
        looked(other, Bowl(), xy, 1)
    assert np.array_equal(ends.end, other.end)
    assert np.array_equal(ends.places, other.places)
    assert ends.state().nbytes > 0
