"""How a run begins and ends: once, within one unit of work, with an outcome, leaving no thread."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from neuroviz.runtime import Change, History, Outcome, Run

from .conftest import Begin
from .helpers import eventually, expected, frame_at, frame_where, gain
from .sims import LIMIT, BrokenWalk, GatedWalk, OneWay, Walk


def test_a_run_that_ends_by_itself_has_finished(begin: Begin) -> None:
    run = begin(Walk(end=3))
    assert run.join(LIMIT)
    assert run.outcome == Outcome("finished")


def test_a_run_is_begun_once(begin: Begin) -> None:
    run = begin(Walk(), paused=True)
    with pytest.raises(RuntimeError):
        run.start()
    assert run.paused


def test_wishes_made_before_the_beginning_are_kept() -> None:
    run = Run(Walk(), history=History(10_000))
    run.change(gain(2.0))
    run.seek(3)
    run.start()
    assert frame_at(run, 3).gain == 2.0
    assert run.paused
    run.stop()
    assert run.join(LIMIT)


def test_a_run_never_begun_can_be_stopped_and_joined() -> None:
    run = Run(Walk())
    run.stop()
    assert run.join(LIMIT)
    assert run.outcome == Outcome("stopped")


def test_a_run_stopped_before_it_begins_takes_no_step() -> None:
    sim = Walk()
    run = Run(sim)
    run.stop()
    run.start()
    assert run.join(LIMIT)
    assert sim.advances == 0
    assert run.outcome == Outcome("stopped")


def test_stopping_what_has_ended_changes_nothing(begin: Begin) -> None:
    run = begin(Walk(end=3))
    assert run.join(LIMIT)
    run.stop()
    run.stop()
    assert run.join(LIMIT)
    assert run.outcome == Outcome("finished")


def _running(_run: Run, sim: Walk) -> None:
    eventually(lambda: sim.step > 100)


def _paused(run: Run, sim: Walk) -> None:
    run.pause()
    frame_where(run, lambda frame: frame.step == sim.step)


def _resting(run: Run, _sim: Walk) -> None:
    run.change(Change("end", 0))
    eventually(lambda: run.resting)


def _pacing(run: Run, sim: Walk) -> None:
    run.pace(0.001)
    frame_where(run, lambda frame: frame.step == sim.step)


def _seeking(run: Run, sim: Walk) -> None:
    run.seek(10**12)
    eventually(lambda: sim.step > 1000)


def _stepping(run: Run, _sim: Walk) -> None:
    for _ in range(100_000):
        run.step()


STATES = [_running, _paused, _resting, _pacing, _seeking, _stepping]


@pytest.mark.parametrize("bring", STATES, ids=lambda bring: bring.__name__)
def test_stop_is_heard_in_every_state(begin: Begin, bring: Callable[[Run, Walk], None]) -> None:
    sim = Walk()
    run = begin(sim, history=History(10_000))
    bring(run, sim)
    run.stop()
    assert run.join(LIMIT)
    assert run.outcome == Outcome("stopped")
    assert not run.alive


def test_stop_waits_for_no_more_than_the_step_at_hand(begin: Begin) -> None:
    sim = GatedWalk()
    run = begin(sim)
    eventually(lambda: sim.entered == 1)
    for _ in range(5):
        run.step()
    run.change(gain(2.0))
    run.stop()
    assert not run.join(0.0)
    sim.permit(10)
    assert run.join(LIMIT)
    assert sim.advances == 1
    assert sim.applied == []


def test_after_join_the_thread_is_gone(begin: Begin) -> None:
    before = set(threading.enumerate())
    runs = [begin(Walk()) for _ in range(5)]
    assert len(set(threading.enumerate()) - before) == 5
    for run in runs:
        run.stop()
    for run in runs:
        assert run.join(LIMIT)
    assert set(threading.enumerate()) <= before


def test_the_thread_is_named_as_a_run() -> None:
    names: list[str] = []

    class Tells(Walk):
        def advance(self) -> bool:
            names.append(threading.current_thread().name)
            return False

    run = Run(Tells())
    run.start()
    assert run.join(LIMIT)
    assert names[0].startswith("run-")


def test_all_work_is_done_on_the_worker() -> None:
    threads: set[threading.Thread] = set()

    class Watched(Walk):
        def __getattribute__(self, name: str) -> object:
            if name in {"advance", "snapshot", "apply", "state", "restore"}:
                threads.add(threading.current_thread())
            return super().__getattribute__(name)

    run = Run(Watched(), history=History(10_000))
    threads.clear()  # the constructor may look at what the simulation can do
    run.start(paused=True)
    run.change(gain(2.0))
    run.step()
    frame_at(run, 1)
    run.seek(0)
    frame_at(run, 0)
    run.stop()
    assert run.join(LIMIT)
    assert len(threads) == 1
    assert threading.main_thread() not in threads


@pytest.mark.parametrize("where", ["advance", "snapshot", "state", "apply"])
@pytest.mark.parametrize("error", [ZeroDivisionError("by zero"), KeyboardInterrupt(), SystemExit(3)])
def test_an_error_becomes_the_outcome(begin: Begin, where: str, error: BaseException) -> None:
    run = begin(BrokenWalk(where, 2, error), history=History(10**6), paused=True)
    for _ in range(3):
        run.step()
    run.change(gain(2.0))
    assert run.join(LIMIT)
    assert run.outcome is not None
    assert run.outcome.kind == "failed"
    assert run.outcome.error is error
    assert type(error).__name__ in run.outcome.traceback
    assert "_break" in run.outcome.traceback


def test_an_error_in_the_first_frame_becomes_the_outcome(begin: Begin) -> None:
    run = begin(BrokenWalk("snapshot", 0, ZeroDivisionError()))
    assert run.join(LIMIT)
    assert run.outcome is not None
    assert run.outcome.kind == "failed"


def test_two_runs_do_not_know_each_other(begin: Begin) -> None:
    one_sim, other_sim = Walk(1), Walk(2)
    one, other = begin(one_sim), begin(other_sim)
    one.change(gain(2.0))
    eventually(lambda: one.log and min(one_sim.step, other_sim.step) > 200)
    one.stop()
    assert one.join(LIMIT)
    stood = other_sim.step
    eventually(lambda: other_sim.step > stood)
    other.stop()
    assert other.join(LIMIT)
    last = frame_at(other, other_sim.step)
    assert other.log == ()
    assert last.bits == expected(last.step, seed=2).bits
    last = frame_at(one, one_sim.step)
    assert last.bits == expected(last.step, one.log, seed=1).bits


def test_one_that_fails_leaves_the_other_alone(begin: Begin) -> None:
    sim = Walk()
    other = begin(sim)
    failed = begin(BrokenWalk("advance", 3, ZeroDivisionError()))
    assert failed.join(LIMIT)
    stood = sim.step
    eventually(lambda: sim.step > stood)
    assert other.outcome is None


def test_a_history_wants_a_simulation_that_can_be_rewound() -> None:
    with pytest.raises(TypeError):
        Run(OneWay(), history=History(100))


def test_seeking_wants_a_history(begin: Begin) -> None:
    run = begin(Walk(), paused=True)
    with pytest.raises(TypeError):
        run.seek(0)
