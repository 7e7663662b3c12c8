"""OwnRunSim: a net trained in the background, so that there is a run whose landscape can be looked at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from neuroviz.data.task import Task
from neuroviz.nn.arrays import DIVERGING_IS_ALLOWED, Array
from neuroviz.runtime import Change, Frame
from neuroviz.scenes.recipe import Recipe
from neuroviz.scenes.run_path import RunPath
from neuroviz.sims.training.building import BuildSim
from neuroviz.sims.training.course import Course

_MOMENTS = 80  # of a path, at most; then every second one goes, but the first
LONGEST = 1_000_000
"""Steps that can be asked for."""


@dataclass(frozen=True, eq=False)
class OwnFrame(Frame):
    """task, path: None until the examples are there; the path goes as far as the net has come. at, until:
    steps taken, and wanted. fault: the id of why there are no examples (see BuildFrame), with its facts."""

    recipe: Recipe
    task: Task | None
    path: RunPath | None
    at: int
    until: int
    fault: str | None = None
    facts: Mapping[str, Any] | None = None

    @property
    def done(self) -> bool:
        """Whether nothing is left to do."""
        return self.fault is not None or (self.path is not None and self.at >= self.until)


class OwnRunSim:
    """Changes: "until": steps wanted; one that has gone farther does not go back. `advance` builds a piece of
    the task, or takes a step; False when all are taken, or there is no task to be had.
    """

    def __init__(self, recipe: Recipe, until: int, task: Task | None = None) -> None:
        self.recipe, self._until = recipe, _checked(until)
        self._task = task
        self._build = None if task is not None else BuildSim(recipe.task)
        self._fault: str | None = None
        self._facts: Mapping[str, Any] | None = None
        self._course: Course | None = None
        self._step = 0
        self._stride = 1
        self._kept: list[tuple[int, Array, float]] = []

    def advance(self) -> bool:
        """See the class."""
        self._step += 1
        if self._build is not None:
            return self._building(self._build)
        if self._fault is not None or self._task is None:
            return False
        if self._course is None:
            self._course = Course(self.recipe, self._task)
            self._note(self._course)
            return self._until > 0
        if self._course.step < self._until:
            self._course.advance()
            if self._course.step % self._stride == 0:
                self._note(self._course)
        return self._course.step < self._until

    def apply(self, change: Change) -> None:
        """See the class. ValueError for what makes no sense."""
        if change.name != "until":
            raise ValueError(f"unknown change {change.name!r}")
        self._until = _checked(change.value)

    @DIVERGING_IS_ALLOWED
    def snapshot(self) -> OwnFrame:
        """As far as it is."""
        at = 0 if self._course is None else self._course.step
        return OwnFrame(
            self._step, self.recipe, self._task, self._path(), at, self._until, self._fault, self._facts)

    # -- inside ------------------------------------------------------------------------------------

    def _building(self, build: BuildSim) -> bool:
        more = build.advance()
        if more:
            return True
        frame = build.snapshot()
        self._task, self._fault, self._facts, self._build = frame.task, frame.fault, frame.facts, None
        return self._task is not None

    def _note(self, course: Course) -> None:
        self._kept.append((course.step, course.trainer.state().theta, course.loss))
        if len(self._kept) > _MOMENTS:
            self._stride *= 2
            self._kept = [one for one in self._kept if one[0] % self._stride == 0]

    def _path(self) -> RunPath | None:
        course = self._course
        if course is None:
            return None
        if self._kept[-1][0] != course.step:  # noted for this frame alone: the next one stands elsewhere
            kept: Iterator[tuple[int, Array, float]] = iter(
                [*self._kept, (course.step, course.trainer.state().theta, course.loss)])
        else:
            kept = iter(self._kept)
        steps, thetas, losses = zip(*kept, strict=True)
        knobs, schedule = self.recipe.knobs, self.recipe.knobs.made_schedule()
        rates = np.array([knobs.rate * schedule(step) for step in steps])
        n = len(steps)
        return RunPath(self.recipe, steps, thetas, np.array(losses), (knobs,) * n, rates, n - 1)


def _checked(until: Any) -> int:
    if not isinstance(until, int) or isinstance(until, bool) or not 0 <= until <= LONGEST:
        raise ValueError(f"{until!r} steps cannot be taken")
    return until
