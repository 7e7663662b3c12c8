"""Opening: a file or folder on its way in, read on another worker, and what comes of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from neuroviz.data.pictures import Pictures
from neuroviz.data.pool import Unfit
from neuroviz.data.tables import Table, suggested
from neuroviz.data.tasks import own_name
from neuroviz.io import own_data
from neuroviz.io.problem import Problem
from neuroviz.panels.training.task.config import MOST
from neuroviz.panels.training.task.own import size_of
from neuroviz.sims.training.opening import OpenFrame, OpenSim
from neuroviz.ui import data_problems, image_folder
from neuroviz.ui.side_run import SideRun

if TYPE_CHECKING:
    from neuroviz.panels.training.task.panel import TaskPanel

_ASK = {"pictures-partner": True, "pictures-labels-alone": False}  # whether it is the labels that are missing


class Opening:
    """One at a time; another that is opened meanwhile takes its place."""

    def __init__(self, panel: TaskPanel) -> None:
        self._panel = panel
        self._run = SideRun()
        self._path = Path()
        self._alone = False
        self._said = ""

    def open(self, path: str, other: str) -> None:
        """Read this file or folder, and perhaps the file of its labels."""
        self._path, self._alone = Path(path), not other
        try:
            if self._path.is_dir():
                pieces: Any = image_folder.reading(self._path, self._panel.bring.side())
            else:
                pieces = own_data.reading(self._path, Path(other) if other else None)
        except Problem as problem:
            self._fail(problem)
            return
        self._run.start(OpenSim(pieces))
        self._panel.bring.show_reading(self._path.name, 0.0)

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
            self._say(data_problems.unfit("task-failed"))
        elif isinstance(frame, OpenFrame):
            if frame.problem is not None:
                self._finish()
                self._fail(frame.problem)
            elif frame.found is not None:
                self._finish()
                self._take(frame.found)
            else:
                self._panel.bring.show_reading(self._path.name, frame.done)

    def size(self, source: Any) -> int:
        """Examples that are used of it at first."""
        return max(12, min(MOST, size_of(source)))

    def _finish(self) -> None:
        self._run.end()
        self._panel.bring.show_over()

    def _take(self, found: Table | Pictures) -> None:
        try:
            source = suggested(found) if isinstance(found, Table) else found
        except Unfit as unfit:
            self._say(data_problems.unfit(unfit.id))
            return
        if self._said:
            self._panel.notice_over.emit(self._said)
            self._said = ""
        name = own_name(found.name or self._path.name, self._panel.context.workspace.names("data"))
        self._panel.take_own(name, source, self.size(source))

    def _fail(self, problem: Problem) -> None:
        self._panel.bring.show_over()
        name = Path(str(problem.facts.get("path") or self._path)).name or str(self._path)
        self._say(self._panel.bring.said(problem, name))
        if self._alone and problem.id in _ASK:
            self._panel.bring.ask_partner(self._path, labels=_ASK[problem.id])

    def _say(self, text: str) -> None:
        self._said = text
        self._panel.notice.emit(text)
