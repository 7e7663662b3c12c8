"""Time goes both ways: any step can be seen again, bit for bit, and branched from."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz.runtime import Change, Entry, History, Run

from .conftest import Begin
from .helpers import eventually, expected, frame_at, frame_where, frame_with_gain, gain, push
from .sims import GatedWalk, Walk

PLENTY = 10**6
TIGHT = 500  # five states of a walk


def lived(begin: Begin, sim: Walk, steps: int = 30, limit: int = PLENTY) -> Run:
    """A paused run that has come to `steps`, with changes at 0, 10 (two) and 20."""
    run = begin(sim, history=History(limit), paused=True)
    wishes = {0: [push(0.25)], 10: [push(1.0), gain(2.0)], 20: [push(-1.0)]}
    for step in range(steps + 1):
        for wish in wishes.get(step, []):
            run.change(wish)
        if step < steps:
            run.step()
    frame_at(run, steps)
    return run


def go_on(sim: Walk) -> None:
    """Wait for some more steps."""
    stood = sim.step
    eventually(lambda: sim.step > stood + 10)


@pytest.mark.parametrize("limit", [PLENTY, TIGHT, 1])
def test_every_step_comes_back_bit_for_bit(begin: Begin, limit: int) -> None:
    run = lived(begin, Walk(), limit=limit)
    log = run.log
    assert [entry.step for entry in log] == [0, 10, 10, 20]
    for step in (29, 0, 20, 10, 9, 11, 30, 19, 21, 1):
        run.seek(step)
        assert frame_at(run, step).bits == expected(step, log).bits
    assert (run.log, run.head, run.paused) == (log, 30, True)


def test_steps_of_a_long_run_stay_within_memory_and_reachable(begin: Begin) -> None:
    sim, history = Walk(), History(2000)
    run = begin(sim, history=history)
    eventually(lambda: sim.step > 3000)
    run.pause()
    frame_where(run, lambda frame: frame.step == sim.step)
    assert history.nbytes <= 2000
    assert history.steps[0] == 0
    assert len(history.steps) > 5
    for step in (1, 777, 2048, 2999):
        run.seek(step)
        assert frame_at(run, step).bits == expected(step).bits


def test_a_seek_near_a_checkpoint_does_not_replay_from_the_start(begin: Begin) -> None:
    sim = Walk()
    run = lived(begin, sim)
    run.seek(25)
    frame_at(run, 25)
    assert (sim.advances, sim.restores) == (30, 1)


def test_seeking_forward_takes_the_nearest_checkpoint_too(begin: Begin) -> None:
    sim = Walk()
    run = lived(begin, sim)
    for step in (2, 28):
        run.seek(step)
        frame_at(run, step)
    assert (sim.advances, sim.restores) == (30, 2)


def test_seeking_where_one_stands_shows_it_again(begin: Begin) -> None:
    sim = Walk()
    run = lived(begin, sim)
    run.seek(30)
    assert frame_at(run, 30).bits == expected(30, run.log).bits
    assert sim.advances == 30


def test_before_the_beginning_is_the_beginning(begin: Begin) -> None:
    run = lived(begin, Walk())
    run.seek(-5)
    assert frame_at(run, 0).bits == expected(0, run.log).bits


def test_a_moment_may_be_any_kind_of_integer(begin: Begin) -> None:
    run = lived(begin, Walk())
    run.seek(np.int64(4))  # type: ignore[arg-type]
    assert frame_at(run, 4).bits == expected(4, run.log).bits


def test_beyond_the_head_it_goes_on_computing(begin: Begin) -> None:
    run = lived(begin, Walk())
    run.seek(50)
    assert frame_at(run, 50).bits == expected(50, run.log).bits
    assert (run.head, run.paused) == (50, True)


def test_beyond_the_end_it_rests_at_the_end(begin: Begin) -> None:
    sim = Walk(end=8)
    run = begin(sim, history=History(PLENTY), paused=True)
    run.seek(100)
    assert frame_at(run, 8).bits == expected(8, end=8).bits
    eventually(lambda: run.resting)
    assert (run.head, sim.advances) == (8, 8)


@pytest.mark.parametrize("limit", [PLENTY, TIGHT, 1])
@pytest.mark.parametrize("first", [3, 8])
def test_a_run_that_was_sought_to_its_end_does_not_go_beyond_it(begin: Begin, first: int, limit: int) -> None:
    sim = Walk(end=8)
    run = begin(sim, history=History(limit))
    frame_at(run, 8)
    for step in (first, 8):
        run.seek(step)
        frame_at(run, step)
    run.resume()
    run.step()
    run.seek(8)
    frame_at(run, 8)
    eventually(lambda: run.resting)
    assert (run.head, sim.step) == (8, 8)


@pytest.mark.parametrize("limit", [PLENTY, TIGHT, 1])
def test_a_rest_that_a_change_ended_is_no_end_when_replayed(begin: Begin, limit: int) -> None:
    run = begin(Walk(end=5), history=History(limit))
    frame_at(run, 5)
    eventually(lambda: run.resting)
    run.change(Change("end", 12))
    last = frame_at(run, 12)
    assert last.bits == expected(12, run.log, end=5).bits
    run.seek(2)
    frame_at(run, 2)
    run.seek(9)
    assert frame_at(run, 9).bits == expected(9, run.log, end=5).bits
    run.seek(2)
    frame_at(run, 2)
    run.resume()
    assert frame_at(run, 12).bits == last.bits


def test_after_a_seek_while_running_resume_replays_the_log(begin: Begin) -> None:
    sim = Walk()
    run = begin(sim, history=History(PLENTY))
    for wish in (push(1.0), gain(2.0), push(2.0)):
        go_on(sim)
        run.change(wish)
    eventually(lambda: len(run.log) == 3)
    log = run.log
    run.seek(1)
    assert frame_at(run, 1).bits == expected(1, log).bits
    run.resume()
    later = frame_where(run, lambda frame: frame.step > log[-1].step + 5)
    assert later.bits == expected(later.step, log).bits
    assert run.log == log


def test_a_replay_applies_each_change_once(begin: Begin) -> None:
    sim = Walk()
    run = lived(begin, sim, limit=1)
    made = list(sim.applied)
    run.seek(5)
    frame_at(run, 5)
    sim.applied.clear()
    run.seek(30)
    frame_at(run, 30)
    assert sim.applied == made[1:]


@pytest.mark.parametrize("limit", [PLENTY, TIGHT, 1])
@pytest.mark.parametrize("at", [0, 9, 10, 11, 29])
def test_a_change_in_the_past_begins_another_future(begin: Begin, at: int, limit: int) -> None:
    run = lived(begin, Walk(), limit=limit)
    past = tuple(entry for entry in run.log if entry.step <= at)
    run.seek(at)
    frame_at(run, at)
    run.change(gain(7.0))
    frame_with_gain(run, 7.0)
    assert run.log == (*past, Entry(at, gain(7.0)))
    assert run.head == at
    run.seek(30)
    assert frame_at(run, 30).bits == expected(30, run.log).bits
    for step in (at, max(0, at - 1), 15):
        run.seek(step)
        assert frame_at(run, step).bits == expected(step, run.log).bits


def test_of_many_quick_seeks_the_last_wins(begin: Begin) -> None:
    sim = GatedWalk()
    run = begin(sim, history=History(PLENTY), paused=True)
    sim.permit(20)
    run.seek(20)
    frame_at(run, 20)
    run.step()
    eventually(lambda: sim.entered == 21)
    for step in (*range(20), 7):
        run.seek(step)
    sim.permit(1)
    assert frame_at(run, 7).bits == expected(7).bits
    assert (sim.restores, run.paused) == (1, True)


def test_a_seek_on_its_way_gives_way_to_a_newer_one(begin: Begin) -> None:
    sim = Walk()
    run = begin(sim, history=History(TIGHT), paused=True)
    run.seek(10**12)
    eventually(lambda: sim.step > 100)
    run.seek(5)
    assert frame_at(run, 5).bits == expected(5).bits


def test_a_seek_forgets_single_steps_before_it_and_keeps_those_after(begin: Begin) -> None:
    sim = GatedWalk()
    run = begin(sim, history=History(PLENTY), paused=True)
    run.step()
    eventually(lambda: sim.entered == 1)
    run.step()
    run.seek(0)
    run.step()
    run.step()
    sim.permit(9)
    frame_at(run, 2)
    assert sim.advances == 3


def test_a_change_between_two_seeks_belongs_to_the_first(begin: Begin) -> None:
    run = lived(begin, Walk())
    past = tuple(entry for entry in run.log if entry.step <= 15)
    run.seek(15)
    run.change(push(9.0))
    run.seek(3)
    assert frame_at(run, 3).bits == expected(3, past).bits
    assert run.log == (*past, Entry(15, push(9.0)))


def test_a_seek_pauses_a_run_that_goes(begin: Begin) -> None:
    sim = Walk()
    run = begin(sim, history=History(PLENTY))
    eventually(lambda: sim.step > 20)
    run.seek(4)
    assert run.paused
    frame_at(run, 4)
    run.change(push(0.0))
    frame_at(run, 4)
    assert sim.step == 4


@pytest.mark.parametrize("at", [30, 17, 10, 1, 0])
def test_another_run_goes_on_where_one_stood(begin: Begin, at: int) -> None:
    run = lived(begin, Walk(), limit=TIGHT)
    run.seek(at)
    frame_at(run, at)
    past = run.past()
    assert (past.step, past.head, past.log) == (at, 30, run.log)
    sim = Walk()
    other = begin(sim, history=History(PLENTY), past=past, paused=True)
    assert frame_at(other, at).bits == expected(at, past.log).bits
    assert (other.log, other.head) == (run.log, 30)
    assert sim.advances <= 30 - past.checkpoints[-1][0] or at < 30
    for step in (30, 5, 22, 0):
        other.seek(step)
        assert frame_at(other, step).bits == expected(step, past.log).bits
    other.change(push(2.0))
    frame_at(other, 0)
    assert (other.head, [entry.step for entry in other.log]) == (0, [0, 0])


@pytest.mark.parametrize("at", [30, 10, 0])
def test_another_run_goes_on_with_the_same_simulation(begin: Begin, at: int) -> None:
    sim = Walk()
    run = lived(begin, sim, limit=TIGHT)
    run.seek(at)
    frame_at(run, at)
    past = run.past()
    run.stop()
    run.join()
    other = begin(sim, history=History(PLENTY), past=past, paused=True)
    assert frame_at(other, at).bits == expected(at, past.log).bits
    for step in (0, 1, 30):
        other.seek(step)
        assert frame_at(other, step).bits == expected(step, past.log).bits


def test_a_past_needs_a_history(begin: Begin) -> None:
    past = lived(begin, Walk()).past()
    with pytest.raises(TypeError):
        Run(Walk(), past=past)
    with pytest.raises(TypeError):
        Run(Walk()).past()
