"""Which frames reach the screen: the newest, the last, and no more snapshots than are shown."""

from __future__ import annotations

from neuroviz.runtime import Change, Outcome, Run

from .conftest import Begin
from .helpers import eventually, expected, frame_at, frame_where, frame_with_gain, gain
from .sims import LIMIT, GatedWalk, SlowFrames, Walk, WalkFrame


def entered(sim: GatedWalk, step: int) -> None:
    """Wait until the worker stands in the step after `step`."""
    eventually(lambda: sim.entered == step + 1)


def test_the_first_frame_is_step_0(begin: Begin) -> None:
    run = begin(Walk(), paused=True)
    eventually(lambda: not run.frames.empty)
    assert frame_at(run, 0).bits == expected(0).bits


def test_the_worker_never_waits_for_the_screen_nor_makes_frames_nobody_takes(begin: Begin) -> None:
    sim = Walk()
    run = begin(sim)
    eventually(lambda: sim.step > 5000)
    run.stop()
    assert run.join(LIMIT)
    assert sim.snapshots == 2  # the first, and the last


def test_there_is_one_snapshot_for_each_frame_taken(begin: Begin) -> None:
    sim, taken = Walk(), 0
    run = begin(sim)
    while taken < 50:
        eventually(lambda: not run.frames.empty)
        taken += run.frames.take() is not None
    run.stop()
    assert run.join(LIMIT)
    assert taken <= sim.snapshots <= taken + 2


def test_frames_are_the_newest_there_is_no_queue(begin: Begin) -> None:
    sim = GatedWalk()
    run = begin(sim)
    sim.permit(10)
    entered(sim, 10)
    assert frame_where(run, lambda _: True).step == 0  # it lay there all the time
    sim.permit(1)
    assert frame_where(run, lambda _: True).step == 11


def test_frames_come_in_order_while_it_runs(begin: Begin) -> None:
    run = begin(Walk())
    steps: list[int] = []
    while len(steps) < 20:
        frame = run.frames.take()
        if frame is not None:
            steps.append(frame.step)
    assert steps == sorted(set(steps))


def test_every_frame_is_whole(begin: Begin) -> None:
    run = begin(Walk())
    frame = frame_where(run, lambda frame: frame.step > 50)
    kept = frame.bits
    frame_where(run, lambda later: later.step > frame.step + 50)
    assert frame.bits == kept == expected(frame.step).bits


def test_the_last_frame_is_delivered_at_the_end(begin: Begin) -> None:
    run = begin(Walk(end=500))
    assert run.join(LIMIT)
    assert frame_where(run, lambda _: True).bits == expected(500).bits


def test_the_outcome_is_not_known_before_the_last_frame() -> None:
    known: list[Outcome | None] = []

    class Watches(Walk):
        def snapshot(self) -> WalkFrame:
            known.append(run.outcome)
            return super().snapshot()

    run = Run(Watches(end=20))
    run.start()
    assert run.join(LIMIT)
    assert known == [None, None]


def test_the_last_frame_is_delivered_at_stop(begin: Begin) -> None:
    sim = Walk()
    run = begin(sim)
    eventually(lambda: sim.step > 50)
    run.stop()
    assert run.join(LIMIT)
    last = frame_where(run, lambda _: True)
    assert last.bits == expected(sim.step).bits


def test_the_last_frame_is_delivered_at_pause_though_an_older_one_was_not_taken(begin: Begin) -> None:
    sim = GatedWalk()
    run = begin(sim)
    entered(sim, 0)
    run.pause()
    sim.permit(1)
    eventually(lambda: sim.snapshots == 2)
    assert frame_at(run, 1).bits == expected(1).bits


def test_the_last_frame_is_delivered_at_rest_though_an_older_one_was_not_taken(begin: Begin) -> None:
    sim = Walk(end=300)
    run = begin(sim, live=True)
    eventually(lambda: run.resting and sim.snapshots == 2)
    assert frame_where(run, lambda _: True).bits == expected(300).bits


def test_a_run_does_not_rest_before_its_last_frame_is_delivered() -> None:
    rested: list[bool] = []

    class Watches(Walk):
        def snapshot(self) -> WalkFrame:
            rested.append(run.resting)
            return super().snapshot()

    run = Run(Watches(end=20), live=True)
    run.start()
    eventually(lambda: run.resting)
    assert frame_where(run, lambda _: True).step == 20
    run.stop()
    assert run.join(LIMIT)
    assert not any(rested)


def test_a_slow_pace_does_not_show_frames_a_step_late(begin: Begin) -> None:
    sim = GatedWalk()
    run = begin(sim, pace=0.001)
    entered(sim, 0)
    sim.permit(1)
    eventually(lambda: sim.snapshots == 2)  # the first still lies in the slot
    assert frame_where(run, lambda _: True).step == 1


def test_an_idle_run_shows_nothing_twice(begin: Begin) -> None:
    sim = Walk()
    run = begin(sim, paused=True)
    frame_at(run, 0)
    for value in (1.0, 2.0, 3.0):
        run.change(gain(value))
        frame_with_gain(run, value)
    assert run.frames.empty
    assert sim.snapshots == 4


def test_a_live_run_rests_and_goes_on_with_a_change(begin: Begin) -> None:
    sim = Walk(end=3)
    run = begin(sim, live=True)
    frame_at(run, 3)
    eventually(lambda: run.resting)
    run.change(Change("end", 6))
    assert frame_at(run, 6).bits == expected(6, run.log, end=3).bits
    eventually(lambda: run.resting)
    assert (sim.advances, run.outcome) == (6, None)


def test_a_run_that_is_not_live_ends_instead_of_resting(begin: Begin) -> None:
    run = begin(Walk(end=3))
    assert run.join(LIMIT)
    assert not run.resting
    assert run.outcome == Outcome("finished")


def test_a_frame_is_prepared_piece_by_piece_before_it_is_taken(begin: Begin) -> None:
    sim = SlowFrames(5)
    run = begin(sim, paused=True)
    assert frame_at(run, 0).step == 0
    assert sim.prepared == 6


def test_a_run_ends_and_hears_wishes_while_a_frame_is_prepared(begin: Begin) -> None:
    sim = SlowFrames(0)
    run = begin(sim, paused=True)
    run.step()
    eventually(lambda: sim.step == 1 and sim.prepared > 9)
    run.step()
    assert frame_at(run, 2).step == 2
    other = SlowFrames(0)
    run = begin(other, paused=True)
    run.step()
    eventually(lambda: other.step == 1 and other.prepared > 9)
    run.stop()
    assert run.join(LIMIT)
    assert run.outcome == Outcome("stopped")


def test_wishes_without_end_leave_time_for_a_frame(begin: Begin) -> None:
    sim = SlowFrames(20)
    run = begin(sim, paused=True)
    frame_at(run, 0)
    sim.meanwhile = lambda: run.change(gain(3.0))
    run.change(gain(2.0))
    assert frame_with_gain(run, 3.0).step == 0
    sim.meanwhile = lambda: None
