"""A run hands over all that it is, between two steps: what goes on from that stands where it stood."""

from __future__ import annotations

from dataclasses import replace

import pytest

from neuroviz.runtime import Handed, History, Run

from .conftest import Begin
from .helpers import eventually, expected, frame_at, gain, push
from .sims import GatedWalk, Walk, WalkFrame

PLENTY = 10**6
TIGHT = 500  # five states of a walk: what stands between them has to be replayed


def lived(begin: Begin, sim: Walk, steps: int, limit: int = TIGHT) -> Run:
    """A paused run with changes at 0, 10 (two), 20 and, after all, at the step where it stands."""
    run = begin(sim, history=History(limit), paused=True)
    wishes = {0: [push(0.25)], 10: [push(1.0), gain(2.0)], 20: [push(-1.0)], steps: [push(3.0), push(4.0)]}
    for step in range(steps + 1):
        for wish in wishes.get(step, []):
            run.change(wish)
        if step < steps:
            run.step()
    eventually(lambda: len(run.log) == sum(len(some) for step, some in wishes.items() if step <= steps))
    return run


def handed(run: Run) -> Handed:
    found = run.handed_over(20.0)
    assert found is not None
    return found


@pytest.mark.parametrize("steps", [0, 1, 9, 23, 37, 77])
def test_the_present_moment_is_among_the_checkpoints(begin: Begin, steps: int) -> None:
    run = lived(begin, Walk(), steps)
    found = handed(run)
    assert found.past.step == found.frame.step == steps
    assert steps in [step for step, _ in found.past.checkpoints]
    steps_kept = [step for step, _ in found.past.checkpoints]
    assert steps_kept == sorted(set(steps_kept))
    assert isinstance(found.frame, WalkFrame)
    assert found.frame.bits == expected(steps, run.log).bits
    sim = Walk()
    only = tuple(one for one in found.past.checkpoints if one[0] == steps)
    other = begin(sim, history=History(PLENTY), past=replace(found.past, checkpoints=only), paused=True)
    assert frame_at(other, steps).bits == expected(steps, run.log).bits
    assert sim.advances == 0, "it stands there without a step"
    other.step()
    assert frame_at(other, steps + 1).bits == expected(steps + 1, run.log).bits


def test_a_change_in_the_past_makes_no_old_moment_a_present_one(begin: Begin) -> None:
    run = lived(begin, Walk(), 37)
    for step in (15, 37):
        run.seek(step)
        frame_at(run, step)
        if step == 15:
            run.change(replace(push(5.0), kind="branch"))
            eventually(lambda: len(run.log) == 7)
    found = handed(run)
    other = begin(Walk(), history=History(PLENTY), past=found.past, paused=True)
    assert frame_at(other, 37).bits == expected(37, run.log).bits


def test_a_change_at_a_known_step_of_another_past_is_not_taken_for_its_eve(begin: Begin) -> None:
    run = lived(begin, Walk(), 37)
    run.seek(20)
    frame_at(run, 20)
    run.change(replace(push(5.0), kind="branch"))
    eventually(lambda: len(run.log) == 7)
    run.seek(37)
    frame_at(run, 37)
    found = handed(run)
    other = begin(Walk(), history=History(PLENTY), past=found.past, paused=True)
    assert frame_at(other, 37).bits == expected(37, run.log).bits


def test_it_is_handed_over_while_it_plays_and_after_what_was_wished_before(begin: Begin) -> None:
    sim = Walk()
    run = begin(sim, history=History(TIGHT))
    eventually(lambda: sim.step > 50)
    run.change(push(1.0))
    found = handed(run)
    assert len(found.past.log) == 1
    assert found.past.step >= 50
    run.seek(5)
    assert handed(run).past.step == 5


def test_who_does_not_come_to_it_in_time_is_not_waited_for(begin: Begin) -> None:
    sim = GatedWalk()
    run = begin(sim, history=History(TIGHT))
    eventually(lambda: sim.entered)
    assert run.handed_over(0.01) is None
    sim.permit(1000)
    number = run.hand_over()
    assert handed(run).number > number
    run.stop()
    sim.permit(10)


def test_who_has_ended_hands_nothing_over(begin: Begin) -> None:
    run = begin(Walk(), history=History(TIGHT), paused=True)
    run.stop()
    run.join()
    assert run.handed_over(20.0) is None
    with pytest.raises(TypeError):
        Run(Walk()).hand_over()
