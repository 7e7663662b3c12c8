"""Balls: where they come to rest is where the surface is lowest near by, and all of them are counted."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from neuroviz.data.surfaces import surface
from neuroviz.runtime import Change, record
from neuroviz.sims.descent.balls import LEVEL, LOST, WALKING, BallsFrame, BallsSim, Drop
from neuroviz.sims.descent.ends import HOLLOW, SADDLE
from neuroviz.sims.descent.methods import KINDS, Method, usual
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
    frame = ended(Drop((Method("gd", 0.02),), FIELD), TwoWells())
    (drop,) = frame.drops
    assert frame.done
    assert drop.walking == drop.lost == 0
    assert drop.counts.sum() == 1000
    np.testing.assert_allclose(np.sort(drop.ends[:, 0]), [-1, 1], atol=0.01)
    np.testing.assert_allclose(drop.ends[drop.end, 0], np.sign(frame.starts[:, 0]), atol=0.02)
    np.testing.assert_allclose(drop.values, 0, atol=1e-3)
    assert list(drop.kinds) == [HOLLOW, HOLLOW]
    assert drop.waiting[0] == 1000
    assert drop.waiting[-1] == 0
    assert len(drop.waiting) == frame.step + 1


@pytest.mark.parametrize("id", ["himmelblau", "hollows", "rastrigin"])
def test_the_ends_of_descent_are_the_minima_of_the_library(id: str) -> None:
    ground = surface(id)
    frame = ended(Drop((Method("gd", ground.rate),), ground.domain), ground)
    (drop,) = frame.drops
    assert drop.walking == 0
    gaps = np.linalg.norm(drop.ends[:, None] - np.array(ground.minima)[None], axis=2).min(axis=1)
    assert gaps.max() < 0.02
    np.testing.assert_allclose(drop.values[drop.lowest], ground.heights[0], atol=1e-3)


def test_newton_ends_where_the_slope_does_be_it_a_saddle() -> None:
    frame = ended(Drop((Method("newton", 1.0),), surface("open_saddle").domain), surface("open_saddle"))
    (drop,) = frame.drops
    assert list(drop.kinds) == [SADDLE]
    assert list(drop.counts) == [1000]


def test_momentum_is_away_from_the_plateau_and_the_saddle_sooner() -> None:
    methods = (Method("gd", 0.05), Method("momentum", 0.05, 0.9))
    for id, field in (("plateau", (2.5, 3.0, -1.0, 1.0)), ("saddle", (-1e-4, 1e-4, -1e-4, 1e-4))):
        ground = surface(id)
        frame = ended(Drop(methods, field, 200), ground)
        halfway = (frame.drops[0].heights[0] + ground.heights[0]) / 2
        plain, fast = (int((one.heights > halfway).sum()) for one in frame.drops)
        assert fast < 0.6 * plain


def test_all_methods_begin_with_the_same_balls_and_none_waits_for_another() -> None:
    ground = surface("himmelblau")
    methods = tuple(usual(kind, ground.rate) for kind in KINDS)
    together = BallsSim(Drop(methods, ground.domain, 50), ground)
    alone = [BallsSim(Drop((method,), ground.domain, 50), ground) for method in methods]
    for _ in range(30):
        together.advance()
        for one in alone:
            one.advance()
    for i, drop in enumerate(together.snapshot().drops):
        other = alone[i].snapshot().drops[0]
        assert drop.kind == KINDS[i]
        np.testing.assert_allclose(drop.xy, other.xy, rtol=1e-9, atol=1e-12)
        assert np.array_equal(drop.waiting, other.waiting)


def test_too_high_a_rate_loses_them_and_says_so() -> None:
    (drop,) = ended(Drop((Method("gd", 3.0),), FIELD), Bowl()).drops
    assert drop.lost == 1000
    assert (drop.end == LOST).all()
    assert len(drop.ends) == 0
    assert drop.lowest == -1


def test_a_heap_arrives_as_near_as_those_from_everywhere() -> None:
    ground = surface("saddle")
    heap = (-1e-5, 1e-5, -1e-5, 1e-5)
    (drop,) = ended(Drop((Method("gd", 0.05),), heap, 100, side=4.4), ground).drops
    assert drop.walking == 0
    assert len(drop.ends) == 2
    assert Drop((Method(),), heap).side == pytest.approx(2e-5)


def test_who_walks_is_told_from_who_rests() -> None:
    sim = BallsSim(Drop((Method("gd", 1e-3),), FIELD, most=80), TwoWells())
    assert (sim.snapshot().drops[0].end == WALKING).all()
    while sim.advance():
        pass
    frame = sim.snapshot()
    assert frame.step == 80
    assert frame.done
    assert not sim.advance()
    assert frame.drops[0].walking == (frame.drops[0].end == WALKING).sum() > 0


def test_level_ground_holds_them() -> None:
    class Plain:
        def value(self, x: Floats, y: Floats) -> Floats:
            return (x + y) * 0.0

        def gradient(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
            return x * 0.0, y * 0.0

        def hessian(self, x: Floats, y: Floats) -> tuple[Floats, Floats, Floats]:
            return x * 0.0, y * 0.0, x * 0.0

    (drop,) = ended(Drop((Method("gd", 1.0),), FIELD), Plain()).drops
    assert (drop.end == LEVEL).all()


def test_the_same_seed_drops_the_same_balls() -> None:
    one, other, third = (Drop((Method(),), FIELD, seed=seed).starts() for seed in (1, 1, 2))
    assert np.array_equal(one, other)
    assert not np.array_equal(one, third)
    assert (np.abs(one) <= 2).all()


def test_the_past_comes_back_bit_for_bit() -> None:
    ground = surface("hollows")
    sim = BallsSim(Drop(tuple(usual(kind, ground.rate) for kind in KINDS), ground.domain, 60), ground)
    states = []
    for _ in range(30):
        states.append(sim.state())
        sim.advance()
    later = sim.snapshot()
    sim.restore(states[10])
    assert sim.snapshot().step == sim.step == 10
    for _ in range(20):
        sim.advance()
    again = sim.snapshot()
    assert states[10].nbytes > 60
    for one, other in zip(later.drops, again.drops, strict=True):
        for name in ("xy", "end", "ends", "counts", "waiting", "heights"):
            np.testing.assert_array_equal(getattr(one, name), getattr(other, name), err_msg=one.kind)


def test_it_can_be_recorded() -> None:
    frames = record(BallsSim(Drop((Method("gd", 0.1),), FIELD, 20), Bowl()), 5, ())
    assert [frame.step for frame in frames] == [0, 1, 2, 3, 4, 5]


def test_nothing_can_be_turned() -> None:
    with pytest.raises(ValueError, match="change"):
        BallsSim(Drop((Method(),), FIELD), Bowl()).apply(Change("x", 1))


@pytest.mark.parametrize("methods", [(), (Method("gd"), Method("gd", 0.2))])
def test_each_method_once(methods: tuple[Method, ...]) -> None:
    with pytest.raises(ValueError, match="once"):
        BallsSim(Drop(methods, FIELD), Bowl())
