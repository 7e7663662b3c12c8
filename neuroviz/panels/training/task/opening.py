"""Opening: a file or folder on its way in, read on another worker, and what comes of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from neuroviz.data.pictures import Pictures
from neuroviz.data.pool import Unfit
from neuroviz.data.tasks import own_name
from neuroviz.io.problem import Problem
from neuroviz.panels.training import own_files, own_words
from neuroviz.panels.training.own_files import OwnFile, Read
from neuroviz.panels.training.task.config import FEWEST, MOST
from neuroviz.sims.training.opening import OpenFrame, OpenSim
from neuroviz.ui import data_problems, picture_problems
from neuroviz.ui.side_run import SideRun

if TYPE_CHECKING:
    from neuroviz.panels.training.task.panel import TaskPanel

_ASK = {"pictures-partner": True, "pictures-labels-alone": False}  # whether it is the labels that are missing


class Opening:
    """One at a time; another that is opened meanwhile takes its place."""

    def __init__(self, panel: TaskPanel) -> None:
        self._panel = panel
        self._run = SideRun()
        self._file = OwnFile("")
        self._name = ""  # of data that is to be had again; else it gets one of its own
        self._said = ""

    def open(self, path: str, other: str) -> None:
        """Read this file or folder, and perhaps the file of its labels."""
        self._begin("", OwnFile(path, other, self._panel.bring.side()))

    def locate(self, name: str, file: OwnFile, path: str) -> None:
        """Read what was opened as `name` from another place."""
        self._begin(name, replace(file, path=path, other=""))

    def stop(self) -> None:
        """The visitor does not want it any more."""
        self._run.halt()
        self._panel.bring.show_over()
        self.end()

    def end(self) -> None:
        """Nothing is read."""
        self._run.end()

    def tick(self) -> None:
        """Take what has been read since the last time."""
        frame = self._run.take()
        if self._run.failed:
            self._finish()
            self._say(data_problems.unfit("task-failed", self._file.name))
        elif isinstance(frame, OpenFrame):
            if frame.problem is not None:
                self._finish()
                self._fail(frame.problem)
            elif isinstance(frame.found, Read):
                self._finish()
                self._take(frame.found)
            else:
                self._panel.bring.show_reading(self._file.name, frame.done)

    def size(self, n: int) -> int:
        """Examples that are used of so many at first."""
        return max(FEWEST, min(MOST, n))

    def _begin(self, name: str, file: OwnFile) -> None:
        self._name, self._file = name, file
        self._run.start(OpenSim(file.reading()))
        self._panel.bring.show_reading(file.name, 0.0)

    def _finish(self) -> None:
        self._run.end()
        self._panel.bring.show_over()

    def _take(self, found: Read) -> None:
        space, file = self._panel.context.workspace, self._file
        known = self._name or own_files.known(space, file, found)
        if known in space.names("files"):  # its columns as they are chosen
            last = space.get("files", known)
            mine = space.get("data", known) if known in space.names("data") else None
            chosen = last.with_source(mine)
            self._file = replace(chosen, path=file.path, other=file.other, side=file.side)
        else:
            last, mine = None, None
        try:
            source, _ = self._file.source(found.data)
        except Unfit as unfit:
            self._say(data_problems.unfit(unfit.id, self._file.name, unfit.facts))
            return
        if self._said:
            self._panel.notice_over.emit(self._said)
            self._said = ""
        if mine is not None and last is not None and last.digest == found.digest:
            source = mine
        name = known or own_name(found.data.name or self._file.name, self._panel.own_names())
        n, digest = len(found.data), found.digest
        self._panel.take_own(name, source, replace(self._file, stamp=found.stamp, n=n, digest=digest))
        if source is mine and not self._name:
            self._say(own_words.already(self._file.name, name))
        if isinstance(found.data, Pictures) and found.data.left_out:
            self._say(picture_problems.left_out(found.data, self._file.name))

    def _fail(self, problem: Problem) -> None:
        self._panel.bring.show_over()
        name = Path(str(problem.facts.get("path") or self._file.path)).name or self._file.name
        self._say(self._panel.bring.said(problem, name))
        if not self._file.other and problem.id in _ASK:
            self._panel.bring.ask_partner(Path(self._file.path), labels=_ASK[problem.id])

    def _say(self, text: str) -> None:
        self._said = text
        self._panel.notice.emit(text)
