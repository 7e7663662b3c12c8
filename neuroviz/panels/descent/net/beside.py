"""Beside: what is computed beside the plane: the line between two nets, and the sharpness along the run."""

from __future__ import annotations

import numpy as np

from neuroviz.data.task import Task
from neuroviz.nn import Net
from neuroviz.runtime import Change
from neuroviz.scenes.run_path import RunPath
from neuroviz.sims.descent.net_line import LineFrame, LineSim
from neuroviz.sims.descent.sharpness import SharpnessFrame, SharpnessSim
from neuroviz.ui.side_run import SideRun


class Beside:
    """Only what is looked at works; what was found stays until another net comes."""

    def __init__(self) -> None:
        self._line, self._sharp = SideRun(), SideRun()
        self._nets: tuple[Net, Net] | None = None
        self._line_task: Task | None = None
        self._sharp_of: tuple[object, Task] | None = None
        self._sharp_path: RunPath | None = None
        self.line: LineFrame | None = None
        self.sharpness: SharpnessFrame | None = None

    def want_line(self, task: Task, nets: tuple[Net, Net]) -> None:
        """Between these."""
        known = self._nets
        if known is not None and self._line_task is task and all(map(_same, known, nets)):
            self._line.resume()
            return
        if known is None or self._line_task is not task or known[0].layers != nets[0].layers:
            self.line = None
        self._nets, self._line_task = nets, task
        self._line.start(LineSim(task, nets))

    def want_sharpness(self, task: Task, path: RunPath) -> None:
        """Along this path."""
        of = (path.recipe, task)
        if self._sharp_of != of:
            self._sharp_of, self._sharp_path, self.sharpness = of, path, None
            self._sharp.start(SharpnessSim(task, path), live=True)
        elif path is not self._sharp_path:
            self._sharp_path = path
            self._sharp.tell(Change("path", path))
        self._sharp.resume()

    def rest(self, shows: str) -> None:
        """What is not looked at."""
        if shows != "line":
            self._line.pause()
        if shows != "sharpness":
            self._sharp.pause()

    def tick(self) -> bool:
        """Whether there is anything new."""
        line, sharp = self._line.take(), self._sharp.take()
        if isinstance(line, LineFrame) and line.straight is not None:
            self.line = line
        if isinstance(sharp, SharpnessFrame):
            self.sharpness = sharp
        return line is not None or sharp is not None

    def pause(self) -> None:
        """Nobody looks."""
        self._line.pause()
        self._sharp.pause()

    def end(self) -> None:
        """For good."""
        self._line.end()
        self._sharp.end()
        self._nets = self._sharp_of = None


def _same(one: Net, other: Net) -> bool:
    return one.layers == other.layers and (
        one.theta is other.theta or np.array_equal(one.theta, other.theta, equal_nan=True))
