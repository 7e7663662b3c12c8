"""Time goes both ways: a run with turned knobs, branches and dropped lines comes again, bit for bit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from neuroviz import nn
from neuroviz.data.task import Task
from neuroviz.runtime import Change, Entry, History, Run, record
from neuroviz.scenes.recipe import Recipe
from neuroviz.sims.training.course import LAYER_RATE, Course
from neuroviz.sims.training.frames import Branch, CourseFrame, TrainingFrame
from neuroviz.sims.training.sim import MOST_COURSES, TrainingSim
from neuroviz.sims.training.whole_way import whole
from tests.runtime.helpers import eventually
from tests.scenes.runs import line, pictures, plane, recipe

DROPPING = recipe(nn.Dense(12), nn.Tanh(), nn.Dropout(0.2), nn.Dense(2), rate=0.1, batch=16)


class Film:
    """A run on its thread, gone along as a hand does on the timeline."""

    def __init__(self, one: Recipe, task: Task) -> None:
        self.run = Run(TrainingSim(one, task), history=History(2**20, 12))
        self.run.start(paused=True)

    def at(self, step: int) -> TrainingFrame:
        """The frame of that step, sought."""
        self.run.seek(step)
        return self.newest(step)

    def newest(self, step: int, lines: int | None = None) -> TrainingFrame:
        """The next frame of that step, with so many lines."""
        found: list[TrainingFrame] = []

        def look() -> bool:
            frame = self.run.frames.take()
            assert self.run.outcome is None, self.run.outcome
            there = isinstance(frame, TrainingFrame) and frame.step == step
            if there and lines in (None, len(frame.courses)):  # type: ignore[union-attr]
                found.append(frame)  # type: ignore[arg-type]
            return bool(found)

        eventually(look)
        return found[-1]

    def tell(self, name: str, value: object) -> None:
        """Do something here; what is known of the future stays."""
        before = len(self.run.log)
        self.run.change(Change(name, value, "branch"))
        eventually(lambda: len(self.run.log) > before or self.run.refusals.take() is not None)


@pytest.fixture
def film() -> Iterator[Film]:
    made = Film(DROPPING, plane())
    yield made
    made.run.stop()
    assert made.run.join(20)


def straight(entries: tuple[Entry, ...], steps: int) -> list[TrainingFrame]:
    """The same without a thread, without going back."""
    found = record(TrainingSim(DROPPING, plane()), steps, entries)
    assert all(isinstance(frame, TrainingFrame) for frame in found)
    return found  # type: ignore[return-value]


def same(shown: TrainingFrame, expected: TrainingFrame) -> None:
    """To the bit, in all lines."""
    assert shown.step == expected.step
    assert [one.id for one in shown.courses] == [one.id for one in expected.courses]
    for mine, other in zip(shown.courses, expected.courses, strict=True):
        assert mine.net.theta.tobytes() == other.net.theta.tobytes(), (shown.step, mine.id)
        assert (mine.knobs, mine.rates, mine.epochs) == (other.knobs, other.rates, other.epochs)
        assert mine.born == other.born
        if shown.step > mine.born:
            assert mine.loss == other.loss


def same_curves(mine: CourseFrame, other: CourseFrame) -> None:
    """All that has been written down and measured of two lines."""
    assert np.array_equal(mine.curve.step, other.curve.step)
    assert np.array_equal(mine.curve.mean, other.curve.mean)
    assert [one.step for one in mine.reports] == [one.step for one in other.reports]
    assert [one.valid_loss for one in mine.reports] == [one.valid_loss for one in other.reports]


def five_turns_and_a_branch(film: Film) -> None:
    """On the way to step 120."""
    for step, name, value in (
        (10, "rate", 0.3), (25, "optimiser", "adam"), (25, "rate", 0.01), (55, "batch", 7),
        (70, "noise", 0.1), (90, LAYER_RATE, (0, 0.5)),
    ):  # fmt: skip
        film.at(step)
        film.tell("knob", (0, name, value))
    film.at(100)
    film.tell("branch", Branch(1, 0, "decay", 0.02))
    film.at(120)


def test_five_turns_and_a_branch_come_again_bit_for_bit(film: Film) -> None:
    five_turns_and_a_branch(film)
    last = film.at(120)
    expected = straight(film.run.log, 120)
    assert len(film.run.log) == 7
    for step in (120, 3, 119, 60, 61, 0, 100, 99, 101, 24, 25, 26, 120):
        same(film.at(step), expected[step])
    for mine, other in zip(last.courses, expected[120].courses, strict=True):
        same_curves(mine, other)


def test_a_branch_in_the_past_takes_nothing_away(film: Film) -> None:
    five_turns_and_a_branch(film)
    before = film.at(120)
    film.at(40)
    film.tell("branch", Branch(2, 0, "momentum", 0.0))
    film.newest(40, lines=2)
    after = film.at(120)
    assert sorted(one.id for one in after.courses) == [0, 1, 2]
    for one in before.courses:
        again = next(other for other in after.courses if other.id == one.id)
        assert one.net.theta.tobytes() == again.net.theta.tobytes()
        same_curves(one, again)
    expected = straight(film.run.log, 120)
    for step in (120, 41, 40, 39, 80, 120):
        same(film.at(step), expected[step])
    branch = next(one for one in film.at(120).courses if one.id == 2)
    assert (branch.born, branch.curve.step[0], branch.reports[0].step) == (40, 41, 40)


def test_a_dropped_line_is_there_before_it_was_dropped(film: Film) -> None:
    five_turns_and_a_branch(film)
    film.at(110)
    film.tell("drop", 1)
    film.newest(110, lines=1)
    expected = straight(film.run.log, 120)
    for step in (120, 109, 110, 111, 105, 99, 120):
        same(film.at(step), expected[step])
    assert [len(film.at(step).courses) for step in (99, 105, 109, 115)] == [1, 2, 2, 1]


def test_a_dropped_line_returns_where_it_was_dropped_and_goes_on_as_if_it_had_stayed(film: Film) -> None:
    five_turns_and_a_branch(film)
    expected = straight(film.run.log, 120)
    film.at(110)
    film.tell("drop", 1)
    film.newest(110, lines=1)
    film.at(115)
    film.tell("return", 1)
    assert len(film.at(115).courses) == 1, "there it does not stand as the others do"
    film.at(110)
    film.tell("return", 1)
    film.newest(110, lines=2)
    for step in (120, 99, 110, 111, 120):
        same(film.at(step), expected[step])
    same_curves(film.at(120).courses[1], expected[120].courses[1])


def test_a_line_that_will_be_ended_says_so(film: Film) -> None:
    five_turns_and_a_branch(film)
    film.at(110)
    film.tell("drop", 1)
    film.newest(110, lines=1)
    assert [one.ends for one in film.at(105).courses] == [None, 110]
    film.at(110)
    film.tell("return", 1)
    film.newest(110, lines=2)
    assert [one.ends for one in film.at(105).courses] == [None, None]


def test_a_line_keeps_its_past_when_the_one_it_came_from_is_ended(film: Film) -> None:
    five_turns_and_a_branch(film)
    film.at(110)
    film.tell("branch", Branch(2, 1, "rate", 0.5))
    film.newest(110, lines=3)
    both = film.at(120)
    for id in (0, 1):
        film.tell("drop", id)
    frame = film.newest(120, lines=1)
    (mine,) = whole(frame).courses
    first, second, third = both.courses
    assert {one.id for one in frame.trunks} == {0, 1}
    assert list(mine.curve.step) == list(range(1, 121))
    np.testing.assert_array_equal(mine.curve.mean[:100], first.curve.mean[:100])
    np.testing.assert_array_equal(mine.curve.mean[100:110], second.curve.mean[:10])
    np.testing.assert_array_equal(mine.curve.mean[110:], third.curve.mean)
    steps = [one.step for one in mine.reports]
    assert steps == sorted(set(steps))
    assert steps[0] == 0
    assert whole(both) is both


def test_a_branch_that_changes_nothing_stays_at_its_parents_side(film: Film) -> None:
    film.at(30)
    film.tell("branch", Branch(1, 0, "rate", 0.1))
    frame = film.at(90)
    assert frame.courses[1].distance == 0.0
    assert frame.courses[0].net.theta.tobytes() == frame.courses[1].net.theta.tobytes()


def test_what_makes_no_sense_is_refused_and_changes_nothing() -> None:
    sim = TrainingSim(DROPPING, plane())
    sim.advance()
    before = sim.snapshot()
    for name, value in (
        ("knob", (0, "rate", -1.0)), ("knob", (5, "rate", 0.1)), ("knob", (0, "colour", 1)),
        ("knob", (0, LAYER_RATE, (9, 1.0))), ("knob", (0, LAYER_RATE, (0, -1.0))), ("drop", 0),
        ("drop", 4), ("return", 0), ("return", 4),
        ("branch", Branch(0, 0, "rate", 0.1)), ("branch", Branch(-1, 0, "rate", 0.1)),
        ("branch", Branch(1, 7, "rate", 0.1)), ("branch", Branch(1, 0, "rate", 1e9)), ("nothing", None),
    ):  # fmt: skip
        with pytest.raises(ValueError, match=r"there is no|between|one line|already|unknown"):
            sim.apply(Change(name, value, "branch"))
    same(sim.snapshot(), before)
    for id in range(1, MOST_COURSES):
        sim.apply(Change("branch", Branch(id, 0, "rate", 0.1), "branch"))
    with pytest.raises(ValueError, match="at most"):
        sim.apply(Change("branch", Branch(99, 0, "rate", 0.1), "branch"))


TURNS: dict[str, Any] = {
    "optimiser": "rmsprop", "rate": 0.02, "momentum": 0.3, "batch": 5, "decay": 0.01, "augment": 1.0,
    "noise": 0.2, "schedule": "cosine", "horizon": 20, "clip": 0.1, "shuffle": False, LAYER_RATE: (0, 0.0),
}  # fmt: skip
COURSES = {
    "plane": (DROPPING, plane()),
    "line": (recipe(nn.Dense(6), nn.Tanh(), nn.Dense(2), shape=(1,), batch=9), line()),
    "pictures": (
        recipe(nn.Conv2d(3, 3), nn.ReLU(), nn.Flatten(), nn.Dense(3), shape=(1, 12, 12), batch=16),
        pictures(),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TURNS)
@pytest.mark.parametrize("case", COURSES)
def test_from_any_moment_a_course_goes_on_as_it_did(case: str, name: str) -> None:
    course = Course(*COURSES[case])
    go(course, 5)
    course.turn(name, TURNS[name])
    go(course, 4)
    state, loss = course.state(), course.loss
    first = go(course, 12)
    curve, reports = course.book.curve(), len(course.reports)
    for other in (course, Course(*COURSES[case])):
        other.restore(state)
        assert other.loss == loss
        assert go(other, 12) == first
    assert np.array_equal(course.book.curve().mean, curve.mean)
    assert len(course.reports) == reports


def go(course: Course, steps: int) -> list[bytes]:
    """Theta after each of the next steps."""
    found = []
    for _ in range(steps):
        course.advance()
        found.append(course.trainer.theta.tobytes())
    return found


@pytest.mark.parametrize("name", TURNS)
def test_a_turned_knob_does_something(name: str) -> None:
    task = pictures() if name == "augment" else plane()
    one = COURSES["pictures" if name == "augment" else "plane"][0]
    turned, plain = Course(one, task), Course(one, task)
    turned.turn(name, TURNS[name])
    if name == "horizon":
        for both in (turned, plain):
            both.turn("schedule", "cosine")
    assert go(turned, 25) != go(plain, 25)


def test_a_frozen_layer_stays_and_the_others_go_on() -> None:
    course = Course(*COURSES["plane"])
    course.turn(LAYER_RATE, (0, 0.0))
    go(course, 20)
    begun, now = course.start, course.trainer.net
    assert np.array_equal(begun.views(0)["w"], now.views(0)["w"])
    assert (begun.views(3)["w"] != now.views(3)["w"]).all()
