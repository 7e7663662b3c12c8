"""Changes: between two steps, in order, once, logged; a refused one changes nothing."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz.runtime import Change, Entry, History, Run

from .conftest import Begin
from .helpers import eventually, expected, frame_at, frame_where, gain, push, refusal
from .sims import LIMIT, BrokenWalk, GatedWalk, Walk


def test_a_run_without_a_log_takes_changes_and_keeps_none(begin: Begin) -> None:
    sim = Walk(end=3)
    run = begin(sim, live=True, logged=False)
    eventually(lambda: run.resting)
    run.change(push(2.0))
    eventually(lambda: run.resting and len(sim.applied) == 1)
    assert run.log == ()


def test_a_history_needs_a_log() -> None:
    with pytest.raises(TypeError, match="log"):
        Run(Walk(), history=History(), logged=False)


def test_changes_made_during_a_step_take_effect_after_it_in_order(begin: Begin) -> None:
    sim = GatedWalk()
    run = begin(sim)
    eventually(lambda: sim.entered == 1)
    wishes = [push(1.0), gain(3.0), push(2.0), gain(0.5), push(3.0)]
    for wish in wishes:
        run.change(wish)
    sim.permit(1)
    eventually(lambda: len(run.log) == 5)
    assert run.log == tuple(Entry(1, wish) for wish in wishes)
    assert sim.applied == wishes


def test_no_change_is_lost_while_it_runs_flat_out(begin: Begin) -> None:
    sim = Walk()
    run = begin(sim)
    wishes = [push(i / 7) if i % 2 else gain(i / 100) for i in range(300)]
    for wish in wishes:
        run.change(wish)
    eventually(lambda: len(run.log) == 300)
    run.stop()
    assert run.join(LIMIT)
    assert [entry.change for entry in run.log] == wishes == sim.applied
    last = frame_where(run, lambda _: True)
    assert last.bits == expected(last.step, run.log).bits


@pytest.mark.parametrize("value", range(5))
def test_record_with_the_log_gives_the_frames_of_the_run(begin: Begin, value: int) -> None:
    run = begin(Walk(), paused=True)
    script = [push(value), None, None, gain(value), push(1.0), None, None, None, push(-1.0)]
    seen, step = [], 0
    for wish in script:
        if wish is None:
            step += 1
            run.step()
        else:
            run.change(wish)
            eventually(lambda: run.log and run.log[-1].change is wish)  # noqa: B023 - used at once
            eventually(lambda: not run.frames.empty)
        seen.append(frame_at(run, step))
    last_of_each = {frame.step: frame.bits for frame in seen}
    assert last_of_each == {at: expected(at, run.log).bits for at in range(step + 1)}


def test_a_step_and_a_change_are_taken_in_the_order_of_the_wishes(begin: Begin) -> None:
    run = begin(Walk(), paused=True)
    wishes = [push(0.0), push(1.0), push(2.0)]
    for wish in wishes:
        run.step()
        run.change(wish)
    run.step()
    frame_at(run, 4)
    assert run.log == tuple(Entry(step, wish) for step, wish in enumerate(wishes, start=1))


def test_a_change_is_shown_while_paused(begin: Begin) -> None:
    run = begin(Walk(), paused=True)
    frame_at(run, 0)
    run.change(push(1.5))
    frame = frame_at(run, 0)
    np.testing.assert_array_equal(frame.x, np.full(4, 1.5))


def test_the_logged_value_is_safe_from_its_giver(begin: Begin) -> None:
    value = np.ones(4)
    run = begin(Walk(), history=History(10**6), paused=True)
    run.change(Change("push", value))
    run.step()
    first = frame_at(run, 1)
    value += 5
    run.seek(0)
    frame_at(run, 0)
    run.seek(1)
    assert frame_at(run, 1).bits == first.bits


def test_the_log_grows_only(begin: Begin) -> None:
    run = begin(Walk(), paused=True)
    before = run.log
    run.change(gain(2.0))
    eventually(lambda: run.log)
    assert before == ()
    assert isinstance(run.log, tuple)


def test_a_refused_change_is_told_and_changes_nothing(begin: Begin) -> None:
    sim = Walk()
    run = begin(sim, paused=True)
    frame_at(run, 0)
    run.change(gain(-1.0))
    told = refusal(run)
    assert told.change == gain(-1.0)
    assert "gain" in told.reason
    assert run.log == ()
    run.step()
    assert frame_at(run, 1).bits == expected(1).bits
    assert sim.snapshots == 2  # the refusal was no reason for a new frame
    assert run.outcome is None


def test_a_refused_change_does_not_wake_a_resting_run(begin: Begin) -> None:
    sim = Walk(end=2)
    run = begin(sim, live=True)
    eventually(lambda: run.resting)
    run.change(gain(-1.0))
    refusal(run)
    run.change(gain(-2.0))
    refusal(run)
    eventually(lambda: run.resting)
    assert sim.advances == 2


def test_a_refused_change_does_not_branch(begin: Begin) -> None:
    sim, history = Walk(), History(10**6)
    run = begin(sim, history=history, paused=True)
    for wish in (push(1.0), push(2.0)):
        run.step()
        run.change(wish)
    for _ in range(8):
        run.step()
    future = frame_at(run, 10)
    log = run.log
    run.seek(1)
    frame_at(run, 1)
    run.change(gain(-1.0))
    refusal(run)
    assert (run.log, run.head, history.steps) == (log, 10, tuple(range(11)))
    run.seek(10)
    assert frame_at(run, 10).bits == future.bits


def test_an_error_that_is_no_refusal_ends_the_run_and_is_not_logged(begin: Begin) -> None:
    run = begin(BrokenWalk("apply", 0, KeyError("unexpected")), paused=True)
    run.change(gain(2.0))
    assert run.join(LIMIT)
    assert run.outcome is not None
    assert run.outcome.kind == "failed"
    assert run.log == ()
    assert run.refusals.empty
