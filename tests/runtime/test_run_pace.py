"""Pause, resume, single steps and pace."""

from __future__ import annotations

import math

import pytest

from neuroviz.runtime import Change, Run

from .conftest import Begin
from .helpers import eventually, expected, frame_at, frame_where, frame_with_gain, gain
from .sims import GatedWalk, Walk

ONE_IN_A_WHILE = 0.001  # steps a second: after one step the next is a quarter of an hour away


def shake_hands(run: Run) -> None:
    """Return when the worker has come round twice more, so that a step it should not take would show."""
    for value in (11.0, 12.0):
        run.change(gain(value))
        frame_with_gain(run, value)


def test_a_run_can_begin_paused(begin: Begin) -> None:
    sim = Walk()
    run = begin(sim, paused=True)
    assert run.paused
    shake_hands(run)
    assert sim.advances == 0


def test_pause_rests_after_the_step_at_hand(begin: Begin) -> None:
    sim = GatedWalk()
    run = begin(sim)
    eventually(lambda: sim.entered == 1)
    run.pause()
    sim.permit(10)
    frame_at(run, 1)
    shake_hands(run)
    assert sim.advances == 1


def test_resume_goes_on_where_it_was(begin: Begin) -> None:
    run = begin(Walk(), paused=True)
    run.step()
    frame_at(run, 1)
    run.resume()
    assert not run.paused
    frame = frame_where(run, lambda frame: frame.step > 20)
    assert frame.bits == expected(frame.step).bits


def test_single_steps_are_taken_one_by_one(begin: Begin) -> None:
    sim = Walk()
    run = begin(sim, paused=True)
    for step in (1, 2, 3):
        run.step()
        assert frame_at(run, step).bits == expected(step).bits
        shake_hands(run)
        run.change(gain(1.0))
        assert sim.advances == step


def test_quick_single_steps_are_all_taken(begin: Begin) -> None:
    sim = Walk()
    run = begin(sim, paused=True)
    for _ in range(20):
        run.step()
    frame_at(run, 20)
    shake_hands(run)
    assert sim.advances == 20


def test_a_single_step_pauses_a_run_that_goes(begin: Begin) -> None:
    sim = GatedWalk()
    run = begin(sim)
    eventually(lambda: sim.entered == 1)
    run.step()
    assert run.paused
    sim.permit(10)
    frame_at(run, 2)  # the step at hand and the one wished for
    shake_hands(run)
    assert sim.advances == 2


def test_pause_forgets_single_steps_to_come(begin: Begin) -> None:
    sim = GatedWalk()
    run = begin(sim, paused=True)
    for _ in range(5):
        run.step()
    eventually(lambda: sim.entered == 1)
    run.change(gain(2.0))
    run.pause()
    sim.permit(10)
    assert frame_with_gain(run, 2.0).step == 1
    shake_hands(run)
    assert sim.advances == 1


def test_a_single_step_at_the_end_is_not_saved_up(begin: Begin) -> None:
    sim = Walk(end=2)
    run = begin(sim, live=True)
    eventually(lambda: run.resting)
    for _ in range(3):
        run.step()
    run.change(Change("end", None))
    shake_hands(run)
    assert sim.advances == 2
    run.step()
    frame_at(run, 3)


def test_a_pace_lets_one_step_through_and_then_waits(begin: Begin) -> None:
    sim = Walk()
    run = begin(sim, pace=ONE_IN_A_WHILE)
    frame_at(run, 1)
    shake_hands(run)
    assert sim.advances == 1


def test_wishing_the_same_pace_again_does_not_hurry(begin: Begin) -> None:
    sim = Walk()
    run = begin(sim, pace=ONE_IN_A_WHILE)
    frame_at(run, 1)
    for pace in (0.001, 0.002, 0.003, 0.001):
        run.pace(pace)
        shake_hands(run)
    assert sim.advances == 1


def test_resuming_a_paced_run_lets_one_step_through(begin: Begin) -> None:
    sim = Walk()
    run = begin(sim, pace=ONE_IN_A_WHILE)
    frame_at(run, 1)
    run.pause()
    run.resume()
    frame_at(run, 2)
    shake_hands(run)
    assert sim.advances == 2


@pytest.mark.parametrize("faster", [None, math.inf, 1e9])
def test_a_faster_pace_wakes_a_sleeping_run(begin: Begin, faster: float | None) -> None:
    run = begin(Walk(), pace=ONE_IN_A_WHILE)
    frame_at(run, 1)
    run.pace(faster)
    frame_where(run, lambda frame: frame.step > 50)


def test_single_steps_and_changes_do_not_wait_for_the_pace(begin: Begin) -> None:
    run = begin(Walk(), pace=ONE_IN_A_WHILE)
    frame_at(run, 1)
    run.change(gain(2.0))
    frame_with_gain(run, 2.0)
    for step in (2, 3):
        run.step()
        frame_at(run, step)


@pytest.mark.parametrize("pace", [0, 0.0, -1.0, math.nan])
def test_a_pace_is_above_zero(begin: Begin, pace: float) -> None:
    run = begin(Walk(), paused=True)
    with pytest.raises(ValueError, match="above zero"):
        run.pace(pace)


def test_the_pace_does_not_change_what_is_computed(begin: Begin) -> None:
    run = begin(Walk(end=30), pace=2000.0)
    assert frame_at(run, 30).bits == expected(30).bits
