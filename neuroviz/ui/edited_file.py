"""EditedFile: a file that follows a list of edits on a worker; what could not be written is tried again."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from typing import Generic, TypeVar

from neuroviz.io import files
from neuroviz.io.problem import Problem

V = TypeVar("V")
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Outcome(Generic[V]):
    """What came of an errand. value: what is in the file now, with the first `done` edits that were still
    waiting; None after a failure. aside: what a damaged file is called now."""

    value: V | None
    done: int = 0
    problem: Problem | None = None
    aside: str = ""


class EditedFile(Generic[V]):
    """The worker's side of a keeper. asked: edits on their way to it; outcomes: what is on its way back.

    Edits are made to what is in the file at that moment, so that another window's are kept. A damaged file
    (one whose problem has an id among `damaged`) is moved aside and a new one begun; any other that cannot be
    read stays untouched.
    read(path) and update(path, edit) give what is in the file, and raise Problem.
    """

    def __init__(
        self,
        path: Path,
        read: Callable[[Path], V],
        update: Callable[[Path, Callable[[V], V]], V],
        damaged: Collection[str],
    ) -> None:
        self.asked: SimpleQueue[Callable[[V], V]] = SimpleQueue()
        self.outcomes: SimpleQueue[Outcome[V]] = SimpleQueue()
        self._path, self._read, self._update, self._damaged = path, read, update, damaged
        self._edits: list[Callable[[V], V]] = []

    def follow(self) -> None:
        """Write what was asked for, or only read."""
        while not self.asked.empty():
            self._edits.append(self.asked.get())
        try:
            outcome = self._mended()
        except Exception:
            self.outcomes.put(Outcome(None))
            raise
        if outcome.value is not None:
            self._edits.clear()
        self.outcomes.put(outcome)

    def _mended(self) -> Outcome[V]:
        """What came of it, at the second try where a damaged file was moved aside for it."""
        first = self._tried()
        if first.problem is None or first.problem.id not in self._damaged:
            return first
        try:
            aside = files.aside(self._path).name
        except Problem as problem:
            _log.warning("%s: %s", self._path.name, problem)
            return first
        second = self._tried()
        return Outcome(second.value, second.done, second.problem or first.problem, aside)

    def _tried(self) -> Outcome[V]:
        try:
            if self._edits:
                return Outcome(self._update(self._path, self._edited), len(self._edits))
            return Outcome(self._read(self._path))
        except Problem as problem:
            return Outcome(None, problem=problem)

    def _edited(self, value: V) -> V:
        for edit in self._edits:
            value = edit(value)
        return value
