"""A run that rests is measured where it rests, and goes on as if nobody had looked."""

from __future__ import annotations

import numpy as np

from neuroviz import nn
from neuroviz.runtime import Change
from neuroviz.scenes.recipe import Recipe
from neuroviz.sims.training.frames import Branch
from neuroviz.sims.training.sim import TrainingSim
from tests.scenes.runs import line, plane, recipe

NORMED = recipe(
    nn.Dense(12), nn.BatchNorm(), nn.ReLU(), nn.Dropout(0.2), nn.Dense(2), rate=0.1, momentum=0.9, batch=16
)  # fmt: skip
UNMEASURED = 67  # from step 64 on only every fourth step and fewer are measured


def _learned(made: Recipe, steps: int, *, rests: bool) -> TrainingSim:
    """Two lines, shown at every step, and measured there if the run rests at each."""
    sim = TrainingSim(made, plane())
    sim.apply(Change("rest", rests, "look"))
    for step in range(steps):
        if step == 20:
            sim.apply(Change("branch", Branch(1, 0, "rate", 0.5), "branch"))
        sim.advance()
        sim.snapshot()
    return sim


def test_every_line_is_measured_at_the_step_at_which_it_rests() -> None:
    sim = _learned(NORMED, UNMEASURED, rests=False)
    assert {one.report.step for one in sim.snapshot().courses if one.report} < set(range(UNMEASURED))
    sim.apply(Change("rest", True, "look"))
    frame = sim.snapshot()
    assert [one.report.step for one in frame.courses if one.report] == [UNMEASURED, UNMEASURED]
    for one in frame.courses:
        course = sim.courses[one.id]
        marks = course.probe.marks(one.net.theta, sim.task.valid)
        assert one.report is not None
        assert (one.report.valid_loss, one.report.valid_score) == (marks.loss, marks.score)
        assert np.isfinite(one.report.layers.update).any(), "how far the steps go is still told"
        assert one.report not in one.reports
    again = sim.snapshot()
    assert [one.report for one in again.courses] == [one.report for one in frame.courses], "once is enough"


def test_it_is_prepared_line_by_line() -> None:
    sim = _learned(NORMED, UNMEASURED, rests=False)
    assert not sim.prepare()
    sim.apply(Change("rest", True, "look"))
    assert [sim.prepare() for _ in range(3)] == [True, True, False]


def test_resting_changes_no_bit_of_what_is_learned_and_nothing_that_is_written_down() -> None:
    one, other = (_learned(NORMED, 90, rests=rests) for rests in (True, False))
    for id, course in one.courses.items():
        same = other.courses[id]
        assert course.trainer.theta.tobytes() == same.trainer.theta.tobytes()
        assert course.book.curve().mean.tobytes() == same.book.curve().mean.tobytes()
        assert [r.step for r in course.reports] == [r.step for r in same.reports]
        assert [r.valid_loss for r in course.reports] == [r.valid_loss for r in same.reports]


def test_a_moment_that_is_come_back_to_is_measured_as_that_moment() -> None:
    sim = _learned(NORMED, UNMEASURED, rests=True)
    there, frame = sim.state(), sim.snapshot()
    for _ in range(3):
        sim.advance()
    later = sim.snapshot()
    sim.restore(there)
    back = sim.snapshot()
    for before, after, other in zip(frame.courses, back.courses, later.courses, strict=True):
        assert before.report is not None
        assert after.report is not None
        assert other.report is not None
        assert after.report.train_loss == before.report.train_loss != other.report.train_loss


def test_a_net_that_is_lost_is_measured_as_lost() -> None:
    sim = TrainingSim(recipe(nn.Dense(8), nn.ReLU(), nn.Dense(2), shape=(1,), rate=100.0), line())
    for _ in range(UNMEASURED):
        sim.advance()
    sim.apply(Change("rest", True, "look"))
    report = sim.snapshot().focused.report
    assert report is not None
    assert (report.step, report.valid_loss) == (UNMEASURED, np.inf)


def test_what_is_found_is_of_the_step_at_which_it_rests() -> None:
    sim = TrainingSim(recipe(nn.Dense(16), nn.Tanh(), nn.Dense(2), rate=0.3, momentum=0.9), plane())
    for _ in range(UNMEASURED):
        sim.advance()
    sim.apply(Change("rest", True, "look"))
    course = sim.snapshot().focused
    assert course.report is not None
    (found,) = course.findings
    assert found.facts["loss"] == course.report.train_loss
