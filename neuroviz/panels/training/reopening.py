"""Reopening: data of an earlier visit read again from where it lies, on a worker of its own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal

from neuroviz.data.pool import Unfit
from neuroviz.io.problem import Problem
from neuroviz.panels.training.own_files import OwnFile, Read
from neuroviz.sims.training.opening import OpenFrame, OpenSim
from neuroviz.ui import data_problems, problems
from neuroviz.ui.side_run import SideRun

Change = Literal["", "file", "columns"]


@dataclass(frozen=True, eq=False)
class Reopened:
    """source: what a task is made from; None, and then `why` in a sentence, if there is nothing to be had.

    file: as it is now. change: what is not as it was then.
    """

    name: str
    file: OwnFile
    source: Any = None
    why: str = ""
    change: Change = ""


class Reopening:
    """One at a time; `name`: what is being read, "" when nothing is."""

    def __init__(self) -> None:
        self.name = ""
        self._file = OwnFile("")
        self._run = SideRun()

    def begin(self, name: str, file: OwnFile) -> None:
        """Read this; it goes on if it is being read already."""
        if (name, file) != (self.name, self._file):
            self.name, self._file = name, file
            self._run.start(OpenSim(file.reading()))

    def take(self) -> Reopened | None:
        """What came of it, once."""
        frame = self._run.take()
        if self._run.failed:
            return self._over(why=data_problems.unfit("task-failed", self._file.name))
        if not isinstance(frame, OpenFrame):
            return None
        if frame.problem is not None:
            return self._over(why=_sentence(frame.problem, self._file))
        return self._found(frame.found) if isinstance(frame.found, Read) else None

    def pause(self) -> None:
        """Rest while nobody looks."""
        self._run.pause()

    def resume(self) -> None:
        """Go on."""
        self._run.resume()

    def end(self) -> None:
        """It is not wanted any more."""
        self._run.end()
        self.name = ""

    def _found(self, read: Read) -> Reopened:
        file = self._file
        try:
            source, others = file.source(read.data)
        except Unfit as unfit:
            return self._over(why=data_problems.unfit(unfit.id, self._file.name, unfit.facts))
        n = len(read.data)
        changed = read.stamp != file.stamp or n != file.n
        change: Change = "columns" if others else "file" if changed else ""
        self._file = replace(file, stamp=read.stamp, n=n, digest=read.digest)
        return self._over(source=source, change=change)

    def _over(self, *, source: Any = None, why: str = "", change: Change = "") -> Reopened:
        found = Reopened(self.name, self._file, source, why, change)
        self.end()
        return found


def _sentence(problem: Problem, file: OwnFile) -> str:
    return problems.sentence(problem, file.name)
