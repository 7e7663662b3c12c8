"""BuildSim: a task on a worker; what is wrong is said in the frame."""

from __future__ import annotations

from pathlib import Path

import pytest

from neuroviz.data import mnist
from neuroviz.data.task import TaskSpec
from neuroviz.data.tasks import build, fresh
from neuroviz.runtime import Change, record
from neuroviz.sims.training.building import BuildFrame, BuildSim


def last(sim: BuildSim) -> BuildFrame:
    """The frame it ends with."""
    frame = record(sim, 10_000)[-1]
    assert isinstance(frame, BuildFrame)
    return frame


def test_the_task_comes_at_the_end_and_is_the_one_asked_for() -> None:
    frame = last(BuildSim(fresh("xor")))
    assert frame.task is not None
    assert (frame.fault, frame.done, frame.spec) == (None, 1.0, fresh("xor"))
    assert frame.task.train.x.tobytes() == build(fresh("xor")).train.x.tobytes()


def test_a_fault_is_no_error() -> None:
    frame = last(BuildSim(TaskSpec("xor", n=3)))
    assert frame.task is None
    assert frame.fault == "task-few"
    assert frame.facts is not None
    assert frame.facts["n"] == 3
    assert frame.facts["need"] > 3


def test_digits_that_are_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mnist, "asset", lambda name: Path("/nowhere") / name)
    monkeypatch.setattr(mnist, "_kept", {})
    mnist.load.cache_clear()
    assert last(BuildSim(fresh("digits"))).fault == "task-missing"


def test_there_is_no_knob() -> None:
    with pytest.raises(ValueError, match="unknown"):
        BuildSim(fresh("xor")).apply(Change("n", 3))
