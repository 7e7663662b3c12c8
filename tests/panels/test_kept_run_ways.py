"""Whatever is done when the program is closed, the run is there again, as if it had not been."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from neuroviz.runtime import History, Run
from neuroviz.sims.training.frames import TrainingFrame
from neuroviz.sims.training.sim import TrainingSim
from tests.panels.kept_program import Open, Program, bits


def _play(one: Program) -> None:
    one.play(one.frame.step + 200)


def _turn_while_playing(one: Program) -> None:
    one.play(one.frame.step + 50)
    one.panel.form.row("rate")._on_turned(0.01)


def _seek_back(one: Program) -> None:
    one.steps(20)
    one.panel.seek(5)


def _branch(one: Program) -> None:
    one.steps(10)
    one.panel.hand.split()


def _drop(one: Program) -> None:
    one.steps(5)
    one.split()
    one.panel.lines.drop_asked.emit(0)


def _drop_and_undo(one: Program) -> None:
    _drop(one)
    one.settle(lambda: len(one.frame.courses) == 1)
    one.panel.acts.undo()


def _compare(one: Program) -> None:
    one.steps(5)
    one.split()
    one.panel.view.turn("lines", "lines")
    one.panel.play(True)


def _stop(one: Program) -> None:
    one.panel.stops.row("target")._on_turned(60)
    one.panel.play(True)
    one.settle(lambda: one.frame.stopped is not None and not one.panel.playing)


def _hide(one: Program) -> None:
    _play(one)
    one.panel.leave()
    one.panel.hide()


WAYS: dict[str, Callable[[Program], None]] = {
    "playing": _play, "a knob turned while it plays": _turn_while_playing, "seeking": _seek_back,
    "a branch just made": _branch, "a line just ended": _drop, "and taken back": _drop_and_undo,
    "lines compared": _compare,
    "stopped by itself": _stop, "paused": lambda one: one.steps(8), "hidden": _hide,
}  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
def test_whatever_is_done_when_it_is_closed(way: str, program: Open) -> None:
    one = program()
    WAYS[way](one)
    run = one.panel.run
    assert run is not None
    memory = one.close()
    past = run.past()
    again = program(memory)
    assert again.frame.step == past.step
    assert again.panel.run is not None
    assert (again.panel.run.head, len(again.panel.run.log)) == (past.head, len(past.log))
    assert not again.panel.playing
    assert run.handed.take() is None
    log = tuple(entry for entry in past.log if entry.change.name != "stops")
    other = Run(TrainingSim(again.panel.runs.began[0], again.panel.task(), again.panel.runs.began[1]),
                history=History(), past=replace(past, checkpoints=(), log=log))  # fmt: skip
    other.start(paused=True)
    for step in (past.step, past.step + 3):
        while again.frame.step < step:
            again.steps(1)
        other.seek(step)
        found: list[TrainingFrame] = []

        def come(step: int = step, found: list[TrainingFrame] = found) -> bool:
            frame = other.frames.take()
            found.extend([frame] if isinstance(frame, TrainingFrame) and frame.step == step else [])
            return bool(found)

        again.settle(come)
        assert bits(found[-1]) == bits(again.frame), "replayed from the very start"
    other.stop()
    assert other.join(10)
