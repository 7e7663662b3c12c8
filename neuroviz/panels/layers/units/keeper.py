"""NamesKeeper: the names of units, known at once in the workspace, and their file, written on a worker."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from neuroviz.io.unit_names import All, Names, read_names, with_name, write_names
from neuroviz.runtime import Background
from neuroviz.ui import problems
from neuroviz.ui.edited_file import EditedFile, Outcome
from neuroviz.workspace import Workspace

FILE = "unit_names.json"
SHELF = "units"
_DAMAGED = ("json-broken", "names-spec", "file-empty")
_NOTHING: All = MappingProxyType({})
_log = logging.getLogger(__name__)

Edit = Callable[[All], All]


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
        self._file = EditedFile(self.path, read_names, _update, _DAMAGED)
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

    def _take(self, outcome: Outcome[All]) -> str:
        told = ""
        if outcome.problem is not None:
            _log.warning("names of units: %s", outcome.problem)
            told = problems.sentence(outcome.problem, self.path.name)
        if outcome.aside:
            kept = QCoreApplication.translate(
                "UnitNamesKeeper", "It is kept as {name}, and a new list is begun."
            )
            told = f"{told} {kept.format(name=outcome.aside)}"
        if outcome.value is not None:
            del self._waiting[: outcome.done]
            names = outcome.value
            for edit in self._waiting:
                names = edit(names)
            if names != _all(self._workspace):
                self._workspace.put("names", SHELF, names)
        return told


def _update(path: Path, edit: Edit) -> All:
    names = edit(read_names(path))
    write_names(path, names)
    return names


def _named(digest: str, layer: int, unit: int, text: str, names: All) -> All:
    return with_name(names, digest, layer, unit, text)


def _all(workspace: Workspace) -> All:
    if SHELF not in workspace.names("names"):
        return _NOTHING
    found: All = workspace.get("names", SHELF)
    return found
