"""NamesKeeper: the names of units, known at once in the workspace, and their file, written on a worker."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from neuroviz.io import files
from neuroviz.io.problem import Problem
from neuroviz.io.unit_names import All, Names, read_names, with_name, write_names
from neuroviz.runtime import Background
from neuroviz.ui import problems
from neuroviz.workspace import Workspace

FILE = "unit_names.json"
SHELF = "units"
_DAMAGED = ("json-broken", "names-spec", "file-empty")
_NOTHING: All = MappingProxyType({})
_log = logging.getLogger(__name__)

Edit = Callable[[All], All]


@dataclass(frozen=True)
class _Outcome:
    """What came of an errand. names: as they are in the file now, with the first `done` edits that were still
    waiting; None after a failure. aside: what a damaged file is called now."""

    names: All | None
    done: int = 0
    problem: Problem | None = None
    aside: str = ""


def names_of(workspace: Workspace, digest: str) -> Names:
    """What the units of the net of that digest are called, in every room."""
    return _all(workspace).get(digest, MappingProxyType({}))


class NamesKeeper:
    """Every name is seen at once; the file follows, and what could not be written is tried again with the
    next. A damaged file is moved aside and a new one begun; a newer program's stays untouched.

    folder: where the file is; None: names are known for this visit alone.
    """

    def __init__(self, folder: Path | None, workspace: Workspace) -> None:
        self.path = (folder or Path()) / FILE
        self._kept, self._workspace = folder is not None, workspace
        self._waiting: list[Edit] = []  # not known to be in the file
        self._errands = 0
        self._file = _File(self.path)
        self._background = Background()

    def load(self) -> None:
        """Ask for the file as it is now."""
        self._submit()

    def name(self, digest: str, layer: int, unit: int, text: str) -> None:
        """Call a unit so; "" takes its name away."""
        edit: Edit = partial(_named, digest, layer, unit, text)
        self._workspace.put("names", SHELF, edit(_all(self._workspace)))
        if self._kept:
            self._waiting.append(edit)
            self._file.asked.put(edit)
            self._submit()

    def collect(self) -> str:
        """Take what the worker has brought; a sentence about what went wrong, "" for nothing."""
        told = ""
        while not self._file.outcomes.empty():
            told = self._take(self._file.outcomes.get()) or told
        return told

    def close(self) -> None:
        """Everything asked for has been tried when this returns."""
        self._background.close()
        self.collect()

    def _submit(self) -> None:
        if self._kept:
            self._errands += 1
            self._background.submit(f"names {self._errands}", self._file.follow)

    def _take(self, outcome: _Outcome) -> str:
        told = ""
        if outcome.problem is not None:
            _log.warning("names of units: %s", outcome.problem)
            told = problems.sentence(outcome.problem, self.path.name)
        if outcome.aside:
            kept = QCoreApplication.translate(
                "UnitNamesKeeper", "It is kept as {name}, and a new list is begun."
            )
            told = f"{told} {kept.format(name=outcome.aside)}"
        if outcome.names is not None:
            del self._waiting[: outcome.done]
            names = outcome.names
            for edit in self._waiting:
                names = edit(names)
            if names != _all(self._workspace):
                self._workspace.put("names", SHELF, names)
        return told


class _File:
    """The worker's side. asked: edits on their way to it; outcomes: what is on its way back."""

    def __init__(self, path: Path) -> None:
        self.asked: SimpleQueue[Edit] = SimpleQueue()
        self.outcomes: SimpleQueue[_Outcome] = SimpleQueue()
        self._path = path
        self._edits: list[Edit] = []

    def follow(self) -> None:
        """Write what was asked for, or only read."""
        while not self.asked.empty():
            self._edits.append(self.asked.get())
        try:
            outcome = self._mended()
        except Exception:
            self.outcomes.put(_Outcome(None))
            raise
        if outcome.names is not None:
            self._edits.clear()
        self.outcomes.put(outcome)

    def _mended(self) -> _Outcome:
        """What came of it, at the second try where a damaged file was moved aside for it."""
        first = self._tried()
        if first.problem is None or first.problem.id not in _DAMAGED:
            return first
        try:
            aside = files.aside(self._path).name
        except Problem as problem:
            _log.warning("names of units: %s", problem)
            return first
        second = self._tried()
        return _Outcome(second.names, second.done, second.problem or first.problem, aside)

    def _tried(self) -> _Outcome:
        """The file as it is now, with our edits: another window's names are kept."""
        try:
            names = read_names(self._path)
            for edit in self._edits:
                names = edit(names)
            if self._edits:
                write_names(self._path, names)
        except Problem as problem:
            return _Outcome(None, problem=problem)
        return _Outcome(names, len(self._edits))


def _named(digest: str, layer: int, unit: int, text: str, names: All) -> All:
    return with_name(names, digest, layer, unit, text)


def _all(workspace: Workspace) -> All:
    if SHELF not in workspace.names("names"):
        return _NOTHING
    found: All = workspace.get("names", SHELF)
    return found
