"""Balls: where they come to rest is where the surface is lowest near by, and all of them are counted."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from neuroviz.runtime import Change
from neuroviz.sims.descent.balls import LOST, MOST_ENDS, OTHER, WALKING, BallsFrame, BallsSim, Drop, gathered
from neuroviz.sims.descent.methods import Method
from tests.sims.descent.grounds import Bowl, Floats

FIELD = (-2.0, 2.0, -2.0, 2.0)


class TwoWells:
    """(x² - 1)² + y²: minima at x = -1 and 1."""

    def value(self, x: Floats, y: Floats) -> Floats:
        return (x * x - 1) ** 2 + y * y

    def gradient(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        return 4 * x * (x * x - 1), 2 * y

    def hessian(self, x: Floats, y: Floats) -> tuple[Floats, Floats, Floats]:
        return 12 * x * x - 4, np.zeros_like(y), np.full_like(x, 2.0)


def ended(drop: Drop, ground: Any) -> BallsFrame:
    sim = BallsSim(drop, ground)
    while sim.advance():
        pass
    return sim.snapshot()


def test_each_ball_ends_in_the_well_on_its_side() -> None:
    frame = ended(Drop(Method("gd", 0.02), FIELD), TwoWells())
    assert frame.done
    assert frame.walking == frame.lost == 0
    assert frame.counts.sum() == 1000
    np.testing.assert_allclose(np.sort(frame.ends[:, 0]), [-1, 1], atol=0.01)
    np.testing.assert_allclose(frame.ends[frame.end, 0], np.sign(frame.starts[:, 0]), atol=0.02)
    np.testing.assert_allclose(frame.values, 0, atol=1e-3)
    assert list(frame.counts) == sorted(frame.counts, reverse=True)


def test_too_high_a_rate_loses_them_and_says_so() -> None:
    frame = ended(Drop(Method("gd", 3.0), FIELD), Bowl())
    assert frame.lost == 1000
    assert (frame.end == LOST).all()
    assert len(frame.ends) == 0


def test_who_walks_is_told_from_who_rests() -> None:
    sim = BallsSim(Drop(Method("gd", 1e-3), FIELD, most=80), TwoWells())
    assert (sim.snapshot().end == WALKING).all()
    while sim.advance():
        pass
    frame = sim.snapshot()
    assert frame.step == 80
    assert frame.done
    assert frame.walking == (frame.end == WALKING).sum() > 0


def test_the_same_seed_drops_the_same_balls() -> None:
    one, other, third = (Drop(Method(), FIELD, seed=seed).starts() for seed in (1, 1, 2))
    assert np.array_equal(one, other)
    assert not np.array_equal(one, third)
    assert (np.abs(one) <= 2).all()


def test_ends_are_gathered_whatever_cell_they_lie_in() -> None:
    rng = np.random.default_rng(0)
    middles = np.array([[0.0, 0.0], [1.0, 1.0], [-3.0, 2.0]])
    of = np.repeat([0, 1, 2], [50, 30, 20])
    places, found, counts = gathered(middles[of] + rng.uniform(-0.01, 0.01, (100, 2)), 0.02)
    assert list(counts) == [50, 30, 20]
    assert np.array_equal(found, of)
    np.testing.assert_allclose(places, middles, atol=0.01)


def test_the_rarest_of_many_ends_are_one() -> None:
    places = np.stack([np.arange(100.0), np.zeros(100)], axis=1)
    kept, of, counts = gathered(places, 0.1)
    assert len(kept) == len(counts) == MOST_ENDS
    assert (of == OTHER).sum() == 100 - MOST_ENDS


def test_nothing_can_be_turned() -> None:
    with pytest.raises(ValueError, match="change"):
        BallsSim(Drop(Method(), FIELD), Bowl()).apply(Change("x", 1))
