"""LookSim: small pictures of all tasks, and what is reached without a net."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from neuroviz.data.tasks import BUILT_IN, DIGITS, build, fresh
from neuroviz.io.problem import Problem
from neuroviz.runtime import Change, record
from neuroviz.sims.training.look import Baseline, LookFrame, LookSim
from neuroviz.sims.training.opening import OpenFrame, OpenSim


def last(sim: LookSim) -> LookFrame:
    """Where it comes to rest."""
    frame = record(sim, 10_000)[-1]
    assert isinstance(frame, LookFrame)
    return frame


def baseline(**changes: object) -> Baseline:
    """Of spirals with these changes."""
    found = last(LookSim(build(replace(fresh("spirals"), **changes)))).baseline  # type: ignore[arg-type]
    assert found is not None
    return found


def test_there_is_a_small_picture_of_every_task() -> None:
    frame = last(LookSim())
    assert tuple(frame.small) == BUILT_IN
    assert frame.baseline is None
    for name, one in frame.small.items():
        if name == DIGITS:
            assert one.images is not None
            assert one.images.shape == (9, 28, 28)
        else:
            assert one.x is not None
            assert one.y is not None
            assert len(one.x) == len(one.y) == 240


def test_the_nearest_example_knows_spirals_and_the_most_frequent_answer_does_not() -> None:
    found = baseline(n=2000)
    assert found.nearest > 0.97
    assert 0.4 < found.most_frequent < 0.6
    assert found.n == 400


def test_leaked_tests_are_known_by_heart_whatever_the_labels() -> None:
    assert baseline(leak=True, noise=0.3).test_nearest == 1.0
    assert baseline(noise=0.3).test_nearest < 0.8


def test_unbalanced_classes_flatter_the_most_frequent_answer() -> None:
    assert baseline(balance=0.05).most_frequent > 0.9


def test_values_are_judged_by_what_they_explain() -> None:
    found = last(LookSim(build(fresh("hills")))).baseline
    assert found is not None
    assert found.nearest > 0.9
    assert found.most_frequent == pytest.approx(0.0, abs=0.1)


def test_another_task_is_looked_at_anew() -> None:
    sim = LookSim(build(fresh("xor")))
    record(sim, 1000)
    sim.apply(Change("task", build(fresh("moons"))))
    assert last(sim).baseline is not None
    sim.apply(Change("task", None))
    assert last(sim).baseline is None
    with pytest.raises(ValueError, match="unknown"):
        sim.apply(Change("task", "moons"))


def test_opening_ends_with_what_was_found_or_with_why_not() -> None:
    def pieces(end: object) -> object:
        yield 0.5
        if isinstance(end, Problem):
            raise end
        yield end

    found = record(OpenSim(pieces(np.zeros(3))), 10)[-1]  # type: ignore[arg-type]
    assert isinstance(found, OpenFrame)
    assert (found.done, len(found.found), found.problem) == (1.0, 3, None)
    failed = record(OpenSim(pieces(Problem("csv-empty"))), 10)[-1]  # type: ignore[arg-type]
    assert isinstance(failed, OpenFrame)
    assert failed.problem is not None
    assert failed.found is None
    with pytest.raises(ValueError, match="unknown"):
        OpenSim(pieces(1)).apply(Change("x", 1))  # type: ignore[arg-type]
