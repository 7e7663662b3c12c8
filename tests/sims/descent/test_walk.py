"""The race: one clock, the same noise for all, thinned paths, and every moment again."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from neuroviz.data.surface import Surface
from neuroviz.data.two_knobs import TwoKnobs, drawn
from neuroviz.runtime import Change, record
from neuroviz.sims.descent.methods import KINDS, Method, usual
from neuroviz.sims.descent.walk import LONGEST, Walk, WalkFrame, WalkSim
from tests.sims.descent.grounds import Banana, Bowl

ALL = tuple(usual(kind, 0.001) for kind in KINDS)
WALK = Walk(ALL, (-1.2, 1.0))


def last(sim: WalkSim, steps: int, changes: Any = None) -> WalkFrame:
    frame = record(sim, steps, changes or {})[-1]
    assert isinstance(frame, WalkFrame)
    return frame


def test_all_start_at_one_place_and_go_their_own_ways() -> None:
    frame = last(WalkSim(WALK, Banana()), 20)
    assert [one.kind for one in frame.walkers] == list(KINDS)
    assert all(np.array_equal(one.path[0], WALK.start) for one in frame.walkers)
    assert all(len(one.path) == 21 == len(one.values) for one in frame.walkers)
    assert len({tuple(one.path[-1]) for one in frame.walkers}) == len(KINDS)
    for one in frame.walkers:
        np.testing.assert_array_equal(one.values, Banana().value(*one.path.T))


def test_who_arrives_and_who_is_lost_end_the_race() -> None:
    sim = WalkSim(Walk((Method("gd", 0.1), Method("momentum", 50.0)), (1.0, 1.0)), Bowl())
    steps = 0
    while sim.advance():
        steps += 1
    frame = sim.snapshot()
    assert [one.state for one in frame.walkers] == ["arrived", "lost"]
    assert steps < 500


def test_noise_is_the_same_for_all_and_falls_with_the_batch() -> None:
    small = replace(WALK, methods=(Method("gd", 0.1),), noise=2.0, batch=1)
    assert small.spread == 4 * replace(small, batch=16).spread
    flat = Bowl(0.0, 0.0)
    one, other = (last(WalkSim(replace(small, batch=b), flat), 50).walkers[0].path for b in (1, 16))
    np.testing.assert_allclose(one - one[0], 4 * (other - other[0]), atol=1e-12)
    both = last(WalkSim(replace(small, methods=(Method("gd", 0.1), Method("momentum", 0.1, 0.0))), flat), 9)
    np.testing.assert_allclose(both.walkers[0].path, both.walkers[1].path)


def test_a_moment_comes_back_bit_for_bit_with_turned_knobs() -> None:
    def walked(sim: WalkSim, n: int) -> WalkSim:
        for _ in range(n):
            sim.advance()
        return sim

    noisy = replace(WALK, noise=0.1, batch=4)
    sim = walked(WalkSim(noisy, Banana()), 30)
    sim.apply(Change("method", replace(usual("adam", 0.001), rate=0.05)))
    kept = sim.state()
    first = walked(sim, 40).snapshot()
    sim.restore(kept)
    assert sim.step == 30
    again = walked(sim, 40).snapshot()
    fresh = WalkSim(noisy, Banana())
    fresh.restore(kept)
    third = walked(fresh, 40).snapshot()
    for a, b, c in zip(first.walkers, again.walkers, third.walkers, strict=True):
        assert np.array_equal(a.path, b.path)
        assert np.array_equal(a.path, c.path)


def test_batches_of_real_examples_take_the_place_of_noise() -> None:
    model = TwoKnobs("line", drawn("line", 12))

    def draw(rng: np.random.Generator, batch: int) -> Surface:
        return model.of(rng.choice(12, batch, replace=False)).surface()

    ground = model.surface()
    walk = Walk((Method("gd", 0.1),), (2.0, 2.0), noise=100.0, batch=12)
    whole = last(WalkSim(walk, ground, draw), 30).walkers[0].path
    plain = last(WalkSim(replace(walk, batch=0, noise=0.0), ground), 30).walkers[0].path
    np.testing.assert_allclose(whole, plain, atol=1e-9)  # all examples are no sample
    one = last(WalkSim(replace(walk, batch=1), ground, draw), 30).walkers[0].path
    assert np.abs(one - plain).max() > 0.05
    again = last(WalkSim(replace(walk, batch=1), ground, draw), 30).walkers[0].path
    assert np.array_equal(one, again)


def test_a_turned_knob_goes_on_from_where_it_stands() -> None:
    sim = WalkSim(Walk((Method("momentum", 0.01),), (1.0, 1.0)), Bowl())
    for _ in range(10):
        sim.advance()
    before = sim.snapshot().walkers[0]
    sim.apply(Change("method", Method("momentum", 0.02)))
    assert np.array_equal(sim.snapshot().walkers[0].path, before.path)
    sim.advance()
    after = sim.snapshot().walkers[0]
    assert after.mean is not None
    assert before.mean is not None
    np.testing.assert_allclose(after.mean, 0.9 * before.mean + after.gradient)


def test_a_long_path_is_thinned_and_keeps_its_ends() -> None:
    sim = WalkSim(Walk((Method("gd", 1e-5),), (1.0, 1.0)), Bowl())
    for _ in range(LONGEST // 2):
        sim.advance()
    one = sim.snapshot().walkers[0]
    assert len(one.path) <= 3_001
    assert (one.at[0], one.at[-1]) == (0, LONGEST // 2)
    assert np.all(np.diff(one.at) > 0)


@pytest.mark.parametrize(
    "walk", [Walk((), (0.0, 0.0)), Walk((Method(), Method()), (0.0, 0.0)), Walk((Method(),), (np.nan, 0.0))]
)
def test_a_race_without_sense_is_refused(walk: Walk) -> None:
    with pytest.raises(ValueError, match=r"race|starts"):
        WalkSim(walk, Bowl())


@pytest.mark.parametrize(
    "change", [Change("method", usual("newton")), Change("method", 3), Change("x", Method())]
)
def test_a_change_without_sense_changes_nothing(change: Change) -> None:
    sim = WalkSim(Walk((Method(),), (1.0, 1.0)), Bowl())
    with pytest.raises(ValueError, match=r"change|race"):
        sim.apply(change)
    assert sim.snapshot().walkers[0].kind == "gd"
