"""TrainingSim: a net that learns, and branches of it, on one clock."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import numpy as np

from neuroviz.data.task import Task
from neuroviz.nn.arrays import DIVERGING_IS_ALLOWED
from neuroviz.runtime import Change, Entry, Mailbox
from neuroviz.scenes.recipe import Recipe
from neuroviz.sims.training.answers import COARSE, FINE, USUAL, answers
from neuroviz.sims.training.course import Course, CourseState
from neuroviz.sims.training.diagnosis import diagnose
from neuroviz.sims.training.finding import Finding
from neuroviz.sims.training.frames import Branch, CourseFrame, TrainingFrame, Trunk, Turn
from neuroviz.sims.training.report import Report
from neuroviz.sims.training.stand import Stand
from neuroviz.sims.training.stops import LASTING, Reason, Stopped, Stops, why
from neuroviz.sims.training.turned import turned

MOST_COURSES = 8
_FIRST = 0
_SIDES = {"one": USUAL, "fine": FINE, "all": COARSE}


@dataclass(frozen=True, eq=False)
class TrainingState:
    """All courses by id, and when to stop."""

    courses: tuple[tuple[int, CourseState], ...]
    stops: Stops
    step: int

    @property
    def nbytes(self) -> int:
        """In bytes."""
        return sum(state.nbytes for _, state in self.courses)


@dataclass(frozen=True)
class _Act:
    step: int
    change: Change


class TrainingSim:
    """Changes: "knob": (course, name, value); "drop": course; "return": course, at the step where it was
    dropped; "stops": Stops; of the kind "branch",
    "branch": Branch; of the kind "look", "focus": course, "maps": "one", "fine" or "all" of them, "stand": a
    mailbox that gets a Stand of the line that is looked at, "rest": whether all lines are to be measured
    wherever they are shown, as the run rests.

    `advance` takes one step of every course; False when there is a reason to stop. A line that has given one
    does not give it again, unless it is asked for otherwise: who goes on has seen it.
    """

    def __init__(self, recipe: Recipe, task: Task, stops: Stops | None = None) -> None:
        self.recipe, self.task = recipe, task
        self.stops = stops or Stops()
        self._step = 0
        self._known: dict[int, Course] = {_FIRST: Course(recipe, task)}
        self._branches: dict[int, tuple[int, Branch]] = {}  # by id: when, and how
        self._here: list[int] = [_FIRST]
        self._focus = _FIRST
        self._awaited: int | None = None  # a line to be looked at as soon as it is there
        self._maps = "one"
        self._rests = False
        self._at_rest: dict[int, Report] = {}  # of this moment, of lines that were not measured on their way
        self._mark = object()
        self._acts: list[_Act] = []
        self._cursor = 0
        self._stopped: list[Stopped] = []
        self._asked: dict[Reason, int] = {}  # since when each is asked for as it is, where that was changed

    @property
    def step(self) -> int:
        """Steps taken."""
        return self._step

    @property
    def courses(self) -> dict[int, Course]:
        """Those that there are at this moment."""
        return {id: self._known[id] for id in self._here}

    def advance(self) -> bool:
        """One step of each course."""
        self._step += 1
        self._at_rest.clear()
        found = [
            Stopped(id, self._step, *reason)
            for id, course in self.courses.items()
            if course.advance() and (reason := why(self.stops, course)) is not None
            and not self._has_given(id, reason[0])
        ]
        self._stopped.extend(found)
        return not found

    def apply(self, change: Change) -> None:
        """See the class. ValueError for what makes no sense."""
        if change.kind == "look":
            self._look(change.name, change.value)
            return
        if self._is_known(change):
            with suppress(ValueError):  # what was done since, before it, may have taken its line away
                self._do(change)
            self._cursor += 1
            return
        self._do(change)
        if change.kind == "act":
            self._forget_future()
        self._acts.insert(self._cursor, _Act(self._step, change))
        self._cursor += 1

    def state(self) -> TrainingState:
        """To come back to with `restore`."""
        states = tuple((id, course.state()) for id, course in self.courses.items())
        return TrainingState(states, self.stops, self._step)

    def restore(self, state: TrainingState) -> None:
        """Go on from there; what is known of the future stays written down."""
        self._step, self.stops = state.step, state.stops
        self._at_rest.clear()
        self._here = [id for id, _ in state.courses]
        for id, one in state.courses:
            self._known[id].restore(one)
        self._cursor = sum(act.step < self._step for act in self._acts)
        if self._focus not in self._here:
            self._focus = _FIRST if _FIRST in self._here else self._here[0]
        self._meet()

    @DIVERGING_IS_ALLOWED
    def prepare(self) -> bool:
        """At rest, measure one line that was not measured at this step. False when none is left."""
        for id, course in self.courses.items():
            if self._rests and id not in self._at_rest and not _is_measured(course):
                self._at_rest[id] = course.at_rest()
                return True
        return False

    @DIVERGING_IS_ALLOWED
    def snapshot(self) -> TrainingFrame:
        """All lines, with the nets as they are."""
        while self.prepare():
            pass
        courses = tuple(self._frame(id, course) for id, course in self.courses.items())
        turns = tuple(_turn(act) for act in self._acts if act.change.name in ("knob", "branch"))
        stopped = next((one for one in self._stopped if one.step == self._step), None)
        start, given = self.recipe.knobs, tuple(self._stopped)
        return TrainingFrame(
            self._step, courses, self._focus, turns, self.stops, stopped, start, given,
            tuple(self._trunks()),
        )  # fmt: skip

    def expect(self, log: Sequence[Entry], ids: Collection[int]) -> Mapping[int, Course]:
        """Before the first step: these changes will be made again, and of the lines that branch off with them
        those of `ids` have been there. All courses by id, to be told what is known of them already."""
        self._acts = [_Act(entry.step, entry.change) for entry in log]
        for entry in log:
            if isinstance(branch := entry.change.value, Branch) and branch.id in ids:
                course = Course(self.recipe, self.task)
                course.reports.clear()
                course.book.begin_at(entry.step)
                self._known[branch.id] = course
                self._branches[branch.id] = (entry.step, branch)
        return self._known

    def look_for(self, line: int) -> None:
        """No run takes steps: that line is looked at as soon as it is there, when another run goes on."""
        self._awaited = line

    def stand(self, focus: int, given: Sequence[Stopped], log: Sequence[Entry]) -> None:
        """Before the first step: which line is to be looked at, and which reasons to stop are known."""
        self.look_for(focus)
        self._stopped = list(given)
        stops = self.stops
        for entry in log:
            if isinstance(entry.change.value, Stops):
                self._asked.update(dict.fromkeys(stops.differ(entry.change.value), entry.step))
                stops = entry.change.value
        self._meet()

    # -- changes -----------------------------------------------------------------------------------

    def _do(self, change: Change) -> None:
        name, value = change.name, change.value
        self._at_rest.clear()
        if name == "knob":
            course, knob, setting = value
            self._course(course).turn(knob, setting)
        elif name == "branch" and isinstance(value, Branch):
            self._branch(value)
        elif name == "drop":
            self._course(value)
            if len(self._here) == 1:
                raise ValueError("one line has to stay")
            self._here.remove(value)
            self._focus = self._here[0] if self._focus == value else self._focus
        elif name == "return":
            self._return(value)
        elif name == "stops" and isinstance(value, Stops):
            self._asked.update(dict.fromkeys(self.stops.differ(value), self._step))
            self.stops = value
        else:
            raise ValueError(f"unknown change {name!r}")

    def _look(self, name: str, value: Any) -> None:
        if name == "focus" and value in self._here:
            self._focus, self._awaited = value, None
        elif name == "maps" and value in _SIDES:
            self._maps = value
        elif name == "rest":
            self._rests = bool(value)
        elif name == "stand" and isinstance(value, Mailbox):
            state = self._known[self._focus].state()
            value.put(Stand(self._focus, self._cursor, self._mark, state))
        else:
            raise ValueError(f"there is no {name} {value!r} to look at")

    def _branch(self, branch: Branch) -> None:
        parent = self._course(branch.parent)
        known = self._branches.get(branch.id)
        if known == (self._step, branch):
            course = self._known[branch.id]
            course.restore(parent.state())
            course.turn(branch.name, branch.value)
        elif branch.id in self._known or branch.id < 0:
            raise ValueError(f"there is a line {branch.id} already")
        elif len(self._here) >= MOST_COURSES:
            raise ValueError(f"at most {MOST_COURSES} lines run together")
        else:
            course = parent.branched(parent.state(), self._step)
            course.turn(branch.name, branch.value)
            self._known[branch.id] = course
            self._branches[branch.id] = (self._step, branch)
        self._here.append(branch.id)
        self._meet()

    def _meet(self) -> None:
        if self._awaited in self._here:
            self._focus, self._awaited = self._awaited, None

    def _return(self, id: object) -> None:
        """A line that was dropped is here again: where that was, it stands as far on as all others."""
        course = self._known.get(id) if isinstance(id, int) else None
        if not isinstance(id, int) or course is None or id in self._here or course.step != self._step:
            raise ValueError(f"there is no line {id!r} to return at step {self._step}")
        if len(self._here) >= MOST_COURSES:
            raise ValueError(f"at most {MOST_COURSES} lines run together")
        self._here = sorted([*self._here, id])
        self._meet()

    def _course(self, id: object) -> Course:
        if not isinstance(id, int) or id not in self._here:
            raise ValueError(f"there is no line {id!r}")
        return self._known[id]

    def _has_given(self, id: int, reason: Reason) -> bool:
        """Whether the run has been stopped by that line for that before; a plateau may come again."""
        since = self._asked.get(reason, -1)
        if reason == "plateau" and self.stops.plateau is not None:
            since = max(since, self._step - self.stops.plateau)
        until = self._step
        while True:
            given = [one.step for one in self._stopped if (one.course, one.reason) == (id, reason)]
            if any(since < step <= until for step in given):
                return True
            if id not in self._branches or reason not in LASTING:
                return False
            born, branch = self._branches[id]
            id, until = branch.parent, min(until, born)

    def _is_known(self, change: Change) -> bool:
        ahead = self._acts[self._cursor : self._cursor + 1]
        return bool(ahead) and ahead[0].step == self._step and ahead[0].change is change

    def _forget_future(self) -> None:
        """What lay ahead belonged to another future."""
        del self._acts[self._cursor :]
        self._stopped = [one for one in self._stopped if one.step <= self._step]
        for id in [id for id, (born, _) in self._branches.items() if born > self._step]:
            del self._branches[id], self._known[id]
        for course in self._known.values():
            course.forget_after(self._step)

    # -- frames ------------------------------------------------------------------------------------

    def _frame(self, id: int, course: Course) -> CourseFrame:
        born, branch = self._branches.get(id, (0, None))
        net = course.trainer.net
        focused = id == self._focus
        distance = None
        if branch is not None and branch.parent in self._here:
            distance = _distance(net.theta, self._known[branch.parent].trainer.theta)
        mapped = focused or self._maps == "all"
        return CourseFrame(
            id, born, branch, course.knobs, course.rates, course.feeder.epochs, course.loss, course.book.last,
            course.book.curve(), tuple(course.reports), self._report(id), net,
            answers(net, self.task, _SIDES[self._maps]) if mapped else None,
            distance, _distance(net.theta, course.start.theta), self._findings(id) if focused else (),
            self._ends(id),
        )  # fmt: skip


    def _trunks(self) -> Iterator[Trunk]:
        seen = set(self._here)
        for one in self._here:
            _, branch = self._branches.get(one, (0, None))
            while branch is not None and branch.parent in self._known and branch.parent not in seen:
                id = branch.parent
                seen.add(id)
                course, (born, branch) = self._known[id], self._branches.get(id, (0, None))
                curve, reports = course.book.curve(), tuple(course.reports)
                yield Trunk(id, born, branch, course.book.last, course.loss, curve, reports)

    def _ends(self, id: int) -> int | None:
        """The step at which a line that is here will be ended."""
        step = None
        for act in self._acts[self._cursor :]:
            if act.change.name in ("drop", "return") and act.change.value == id:
                step = act.step if act.change.name == "drop" else None
        return step

    def _findings(self, id: int) -> tuple[Finding, ...]:
        turns = [_turn(act) for act in self._acts if act.change.name in ("knob", "branch")]
        done = turned(id, self._step, turns, self._branches, self.recipe.knobs)
        return diagnose(self._known[id], done, self._at_rest.get(id))

    def _report(self, id: int) -> Report | None:
        return self._at_rest.get(id) or self._known[id].report_at(self._step)


def _turn(act: _Act) -> Turn:
    value = act.change.value
    if isinstance(value, Branch):
        return Turn(act.step, value.id, value.name, value.value, branch=True, parent=value.parent)
    return Turn(act.step, *value)


def _is_measured(course: Course) -> bool:
    last = course.report_at(course.step)
    return last is not None and last.step == course.step


def _distance(a: np.ndarray, b: np.ndarray) -> float:
    return float(np.linalg.norm(a - b))
