"""Runs: the run of the page, what it was begun with, and those whose recipe was exchanged."""

from __future__ import annotations

from neuroviz.data.task import Task
from neuroviz.panels.training.left_runs import LeftRun, LeftRuns, begun
from neuroviz.runtime import Frame, Run
from neuroviz.runtime.history import History
from neuroviz.scenes.recipe import Recipe
from neuroviz.sims.training.errands import OpenedRun
from neuroviz.sims.training.frames import TrainingFrame
from neuroviz.sims.training.sim import TrainingSim
from neuroviz.sims.training.stops import Stops

MEMORY = 128 * 2**20
CHECKPOINTS = 256


class Runs:
    """of: the recipe of the room that the run at hand belongs to, by identity. began: the one, knobs
    included, and the stops that it began with; None before one."""

    def __init__(self, of: Recipe) -> None:
        self.of = of
        self.began: tuple[Recipe, Stops] | None = None
        self._sim: TrainingSim | None = None
        self._left: LeftRuns[TrainingSim, tuple[Recipe, Stops]] = LeftRuns()

    @property
    def task(self) -> Task | None:
        """What the run at hand learns; None without one."""
        return None if self._sim is None else self._sim.task

    def left(self, recipe: Recipe) -> Run | None:
        """The run of that recipe as it was left, to go on with; None where there is none."""
        left = self._left.take(recipe)
        if left is None:
            return None
        self.of, self._sim, self.began = recipe, left.sim, left.more
        return Run(left.sim, history=History(MEMORY, CHECKPOINTS), past=left.past)

    def begin(self, of: Recipe, began: tuple[Recipe, Stops], task: Task) -> Run:
        """Another run. of: the room's own recipe."""
        self.of, self.began = of, began
        self._sim = TrainingSim(began[0], task, began[1])
        return Run(self._sim, history=History(MEMORY, CHECKPOINTS))

    def leave(self, run: Run | None, frame: Frame | None, coming: Recipe) -> None:
        """The recipe `coming` takes the place of this run, which has ended; undo brings both back."""
        if run is not None and begun(run, frame) and self._sim and self.began:
            if isinstance(frame, TrainingFrame):
                self._sim.look_for(frame.focus)  # a run goes on from its start, where there is but one line
            self._left.keep(LeftRun(self.of, self._sim, run.past(), self.began), coming)
        self._sim = None

    def bring(self, found: OpenedRun, recipe: Recipe) -> None:
        """A run out of a file, to go on with under that recipe."""
        more = found.kept.recipe, found.sim.stops
        self._left.keep(LeftRun(recipe, found.sim, found.past, more), recipe)
