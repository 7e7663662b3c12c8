"""A net before its first step, and how long a step takes."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from neuroviz import nn
from neuroviz.runtime import Change, record
from neuroviz.sims.training.fresh import FreshFrame, FreshSim
from neuroviz.sims.training.timing import TimingFrame, TimingSim
from tests.scenes.runs import pictures, plane, recipe


def look(sim: FreshSim) -> FreshFrame:
    while sim.advance():
        pass
    return sim.snapshot()


def test_it_shows_the_net_that_the_recipe_begins_from_and_how_signals_fade_in_it() -> None:
    deep = [part for _ in range(8) for part in (nn.Dense(6), nn.Sigmoid())]
    one = recipe(*deep, nn.Dense(2), init="glorot")
    frame = look(FreshSim(one, plane()))
    assert frame.net is not None
    assert frame.net.digest == one.net().digest
    assert frame.signals is not None
    spread, gradient = frame.signals.spread, frame.signals.sizes.gradient
    assert spread.shape == gradient.shape == (17,)
    assert spread[15] < spread[1] / 100
    assert gradient[0] < gradient[16] / 1000


def test_equal_weights_tell_nothing_of_the_input() -> None:
    frame = look(FreshSim(recipe(init="zeros"), plane()))
    assert frame.signals is not None
    assert not frame.signals.spread.any()


def test_another_net_can_be_looked_at_and_one_that_does_not_fit_the_task_is_shown_without_signals() -> None:
    sim = FreshSim(recipe(), plane())
    look(sim)
    other = recipe(nn.Flatten(), nn.Dense(3), shape=(1, 12, 12))
    sim.apply(Change("look", (other, pictures())))
    frame = look(sim)
    assert frame.recipe is other
    assert frame.signals is not None
    sim.apply(Change("look", (other, plane())))
    frame = look(sim)
    assert frame.net is not None
    assert frame.signals is None
    with pytest.raises(ValueError, match="unknown change"):
        sim.apply(Change("rate", 1))


def test_the_same_recipe_is_looked_at_the_same_way() -> None:
    first, second = (record(FreshSim(recipe(), plane()), 2)[-1] for _ in range(2))
    assert isinstance(first, FreshFrame)
    assert isinstance(second, FreshFrame)
    assert first.signals is not None
    assert second.signals is not None
    np.testing.assert_array_equal(first.signals.spread, second.signals.spread)


def test_a_step_takes_what_the_clock_says_where_nothing_disturbs() -> None:
    ticks = itertools.count()
    sim = TimingSim(recipe(batch=10), plane(100), lambda: next(ticks) * 0.01)
    while sim.advance():
        pass
    frame = sim.snapshot()
    assert isinstance(frame, TimingFrame)
    assert frame.done
    assert frame.seconds == pytest.approx(0.01)
    assert frame.steps == 6  # of 60 training examples
    assert frame.epoch == pytest.approx(0.06)
    with pytest.raises(ValueError, match="unknown change"):
        sim.apply(Change("rate", 1))


def test_a_clock_that_stands_still_holds_nobody_up() -> None:
    sim = TimingSim(recipe(batch=60), plane(100), lambda: 0.0)
    assert sim.advance()
    assert np.isnan(sim.snapshot().seconds)
