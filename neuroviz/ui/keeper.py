"""Keeper: writes what is set and drawn to its files, a moment after it changed, off the screen's thread."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from neuroviz.data.sheet import Sheet
from neuroviz.io import files
from neuroviz.io.problem import Problem
from neuroviz.runtime import Background
from neuroviz.scenes import left_run, session
from neuroviz.scenes.session import Session
from neuroviz.ui.net_keeper import NetKeeper
from neuroviz.ui.settings import Settings, SettingsFile
from neuroviz.ui.shared_pad import NAME, current_sheet
from neuroviz.workspace import Workspace

_LOOK_MS = 200  # between two looks for a stroke: what a kill may cost
_EACH = 5  # of so many looks one is for the settings, which take longer to gather
_log = logging.getLogger(__name__)


class Keeper(QObject):
    """Looks a few times a second whether anything is another than what was written last.

    The settings go to `settings.json` of the file's folder, what lies on the pad to `session.json` beside it.
    """

    def __init__(self, file: SettingsFile, workspace: Workspace) -> None:
        super().__init__()
        self._file, self._workspace = file, workspace
        self.path = file.path.with_name("session.json")
        self._background = Background()
        self._nets = NetKeeper(file.path.with_name("nets"), workspace, self._background)
        self._present: Callable[[], Settings] | None = None
        self._settings: Settings | None = None
        self._sheet: Sheet = current_sheet(workspace)
        self._trouble = ""
        self._ours, self._closed = True, False
        self._looks = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)

    @property
    def notice(self) -> str:
        """A sentence for the visitor about what could not be read, "" when all is well."""
        if self._file.notice or not self._trouble:
            return self._file.notice
        return QCoreApplication.translate(
            "Keeper", "What was drawn last time could not be read. It is kept as {name}."
        ).format(name=self._trouble)

    def restore(self, net: str = "") -> None:
        """Put back on the pad what lay on it; a file that cannot be read is kept aside.

        The visitor's own nets come a moment later; `net`: the one among them that is to be current.
        """
        self._nets.restore(net)
        if not self.path.exists():
            return
        try:
            sheet = session.read(self.path).sheet
        except Problem as problem:
            _log.warning("the session cannot be read: %s", problem)
            self._set_aside(problem)
            return
        if not sheet.empty:
            self._workspace.put("input", NAME, sheet)
            self._sheet = sheet

    def begin(self, present: Callable[[], Settings]) -> None:
        """Look from now on; `present` says what is set."""
        self._present, self._settings = present, present()
        self._timer.start()

    def look(self) -> None:
        """Write what has changed."""
        if self._present is None:
            return
        self._nets.look()
        self._looks += 1
        if self._looks % _EACH == 1:
            settings = self._present()
            if settings != self._settings:
                self._settings = settings
                self._background.submit("settings", partial(self._file.save, settings))
        sheet = current_sheet(self._workspace)
        if sheet is not self._sheet and self._ours:
            self._sheet = sheet
            self._background.submit("session", partial(self._write, sheet))

    def close(self, settings: Settings) -> None:
        """Write everything for the last time; it is on the disc when this returns."""
        if self._closed:
            return  # a window that is closed may be asked to close once more
        self._closed = True
        self._timer.stop()
        self._present = None
        self._nets.end()
        if self._ours:
            self._background.submit("session", partial(self._write, current_sheet(self._workspace)))
        self._background.submit("settings", partial(self._file.save, settings))
        if not self._background.close():
            _log.error("the settings could not be written in time")

    def _write(self, sheet: Sheet) -> None:
        try:
            session.write(self.path, Session(sheet))
        except Problem as problem:
            _log.warning("the session is not kept: %s", problem)

    def _set_aside(self, problem: Problem) -> None:
        if problem.id == "session-newer":
            self._ours = False  # it belongs to a newer program, which will want it back
            return
        try:
            self._trouble = files.aside(self.path).name
        except Problem as error:
            _log.warning("the bad session is not set aside: %s", error)
            self._ours = False


_ASIDE = ("settings.json", "session.json", "nets", *left_run.NAMES)


def set_aside(folder: Path) -> list[Path]:
    """Begin anew: give the files of a folder other names; returns the new names. Raises Problem."""
    return [files.aside(folder / name, "old") for name in _ASIDE if (folder / name).exists()]
