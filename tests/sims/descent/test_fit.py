"""A fit: batches of its own examples, ground that changes under its feet, and every moment again."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from neuroviz.data.two_knobs import KINDS, Examples, Kind, TwoKnobs, drawn
from neuroviz.runtime import Change, Entry, record
from neuroviz.sims.descent.fit import FitFrame, FitSim
from neuroviz.sims.descent.methods import Method
from neuroviz.sims.descent.walk import Walk, WalkSim

MODEL = TwoKnobs("line", drawn("line", 12))
WALK = Walk((Method("gd", 0.1),), (2.0, -2.0))
OTHER = Examples(MODEL.examples.x, -MODEL.examples.y)


def frames(sim: FitSim, steps: int, changes: Any = None) -> list[FitFrame]:
    found = record(sim, steps, changes or ())
    assert all(isinstance(one, FitFrame) for one in found)
    return found  # type: ignore[return-value]


@pytest.mark.parametrize("kind", KINDS)
def test_with_all_examples_it_is_a_walk_on_the_surface(kind: Kind) -> None:
    model = TwoKnobs(kind, drawn(kind, 12))
    last = frames(FitSim(WALK, model), 30)[-1]
    plain = record(WalkSim(WALK, model.surface()), 30)[-1]
    np.testing.assert_array_equal(last.walker.path, plain.walkers[0].path)  # type: ignore[attr-defined]
    assert len(last.rows) == 0


def test_a_batch_is_drawn_anew_for_each_step_and_its_gradient_is_the_one_that_is_seen() -> None:
    found = frames(FitSim(Walk(WALK.methods, WALK.start, batch=3), MODEL), 40)[1:]
    for before, one in pairwise(found):
        assert len(np.unique(one.rows)) == 3
        seen = MODEL.of(one.rows).surface().gradient(*before.walker.path[-1])
        np.testing.assert_allclose(one.walker.gradient, seen, rtol=1e-12)
    assert len({tuple(one.rows) for one in found}) > 20


def test_a_batch_of_more_than_there_are_is_all_of_them() -> None:
    last = frames(FitSim(Walk(WALK.methods, WALK.start, batch=99), MODEL), 20)[-1]
    np.testing.assert_array_equal(last.rows, np.arange(12))
    whole = frames(FitSim(WALK, MODEL), 20)[-1]
    np.testing.assert_allclose(last.walker.path, whole.walker.path, atol=1e-12)


def test_other_examples_count_from_the_next_step_on() -> None:
    plain = frames(FitSim(WALK, MODEL), 400)[-1].walker.path
    turned = frames(FitSim(WALK, MODEL), 400, [Entry(50, Change("examples", OTHER))])[-1].walker.path
    np.testing.assert_array_equal(turned[:51], plain[:51])
    best = TwoKnobs("line", OTHER).surface().minima[0]
    np.testing.assert_allclose(turned[-1], best, atol=1e-6)


def test_a_moment_comes_back_with_its_examples_and_its_batch() -> None:
    sim = FitSim(Walk(WALK.methods, WALK.start, batch=2), MODEL)
    for _ in range(10):
        sim.advance()
    kept = sim.state()
    first = frames(sim, 15)[-1]
    sim.apply(Change("examples", OTHER))
    sim.apply(Change("batch", 5))
    sim.advance()
    sim.restore(kept)
    assert (kept.step, sim.step) == (10, 10)
    again = frames(sim, 15)[-1]
    np.testing.assert_array_equal(first.walker.path, again.walker.path)
    np.testing.assert_array_equal(first.rows, again.rows)
    fresh = FitSim(WALK, TwoKnobs("line", OTHER))
    fresh.restore(kept)
    np.testing.assert_array_equal(frames(fresh, 15)[-1].walker.path, first.walker.path)


@pytest.mark.parametrize(
    "change", [Change("examples", (1, 2)), Change("batch", -1), Change("batch", 2.5), Change("colour", 1)]
)
def test_a_change_without_sense_is_refused(change: Change) -> None:
    sim = FitSim(WALK, MODEL)
    with pytest.raises(ValueError, match="unknown change"):
        sim.apply(change)
    assert sim.model is MODEL
