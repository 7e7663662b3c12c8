"""The line between two nets is made of nets, and a permuted net is no farther than at its own place."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from neuroviz.nn import Net
from neuroviz.nn.matching import groups, permuted
from neuroviz.runtime import Change
from neuroviz.sims.descent.asked import asking
from neuroviz.sims.descent.net_line import ENDS, LineFrame, LineKnobs, LineSim
from neuroviz.sims.training.report import loss_of
from tests.nn.stacks import done
from tests.sims.descent.paths import conv, dense, lived, values

MADE = {"dense": dense, "values": values, "conv": conv}


def run_out(sim: LineSim) -> LineFrame:
    while sim.advance():
        pass
    return sim.snapshot()


def two(name: str) -> tuple[Any, Net, Net]:
    task, made = MADE[name]()
    nets = [made.net().with_theta(lived(task, replace(made, seed=seed)).theta) for seed in (1, 2)]
    return task, nets[0], nets[1]


@pytest.mark.parametrize("name", MADE)
def test_every_point_is_a_net(name: str) -> None:
    task, first, second = two(name)
    frame = run_out(LineSim(task, (first, second)))
    asked, loss = done(asking(task, first.plan, "train", 2000)), loss_of(task)
    assert frame.done
    for curve in (frame.straight, frame.matched):
        assert curve is not None
        assert curve.n == len(asked.x)
        assert (curve.t[0], curve.t[-1]) == ENDS
        assert np.isfinite(curve.loss).all()
    straight = frame.straight
    assert straight is not None
    for k in (0, 20, 40, 60):
        t = np.float32(straight.t[k])
        theta = first.theta + t * (second.theta - first.theta)
        if name == "conv" and (first.with_theta(theta).views(1)["variance"] < 0).any():
            continue  # running variances beyond the ends are none
        there = loss(first.with_theta(theta)(asked.x), asked.y)
        assert straight.loss[k] == pytest.approx(there, rel=1e-3)


@pytest.mark.parametrize("name", MADE)
def test_both_curves_have_the_same_ends_and_matching_brings_nearer(name: str) -> None:
    task, first, second = two(name)
    frame = run_out(LineSim(task, (first, second)))
    straight, matched = frame.straight, frame.matched
    assert straight is not None
    assert matched is not None
    for at in (0.0, 1.0):
        k = int(np.abs(straight.t - at).argmin())
        assert straight.t[k] == pytest.approx(at, abs=1e-9)
        assert straight.loss[k] == pytest.approx(matched.loss[k], rel=1e-3)
    assert (matched.distance < straight.distance) == (frame.moved > 0)
    assert frame.units == sum(group.n_units for group in groups(first.plan)) >= frame.moved
    assert frame.moved > 0 or name == "conv"  # three maps may be in the best order by chance


def test_a_net_in_another_order_has_no_barrier_to_itself() -> None:
    task, first, _ = two("dense")
    rng = np.random.default_rng(0)
    orders = tuple(rng.permutation(group.n_units) for group in groups(first.plan))
    frame = run_out(LineSim(task, (first, first.with_theta(permuted(first.plan, first.theta, orders)))))
    assert frame.straight is not None
    assert frame.matched is not None
    assert frame.straight.barrier > 0.01
    assert frame.matched.barrier == 0
    assert frame.matched.distance == 0
    assert np.ptp(frame.matched.loss) == 0


def test_curves_come_coarse_to_fine() -> None:
    task, first, second = two("dense")
    sim, seen = LineSim(task, (first, second)), []
    more = True
    while more:
        more = sim.advance()
        frame = sim.snapshot()
        state = tuple(0 if one is None else len(one.t) for one in (frame.straight, frame.matched))
        if state not in seen:
            seen.append(state)
    assert seen == [(0, 0), (13, 0), (13, 13), (61, 13), (61, 61)]


def test_a_turned_knob_makes_what_a_new_simulation_would_make() -> None:
    task, first, second = two("dense")
    sim = LineSim(task, (first, second))
    run_out(sim)
    for change in (Change("samples", 50), Change("part", "valid"), Change("seed", 3),
                   Change("nets", (second, first))):
        sim.apply(change)
        assert not sim.snapshot().done
        run_out(sim)
    fresh = run_out(LineSim(task, (second, first), LineKnobs(50, "valid", 3)))
    found = sim.snapshot()
    np.testing.assert_array_equal(found.straight.loss, fresh.straight.loss)  # type: ignore[union-attr]
    np.testing.assert_array_equal(found.matched.loss, fresh.matched.loss)  # type: ignore[union-attr]


def test_what_makes_no_sense_is_refused() -> None:
    task, first, second = two("dense")
    other = two("values")[1]
    for nets in ((first, other), (first,), 3, (first, None)):
        with pytest.raises(ValueError, match="net"):
            LineSim(task, nets)  # type: ignore[arg-type]
    sim = LineSim(task, (first, second))
    for change in (Change("nets", (first, other)), Change("samples", 0), Change("colour", 1)):
        with pytest.raises(ValueError, match=r"."):
            sim.apply(change)
