"""DigitsKeeper: the visitor's own digits in a file of their own, read once, written after every change."""

from __future__ import annotations

import logging
from contextlib import suppress
from pathlib import Path

from neuroviz.data.handwriting import Handwriting
from neuroviz.io import files
from neuroviz.io.problem import Problem
from neuroviz.runtime import Change, Run
from neuroviz.sims.shelf import Done, Errand, ShelfFrame, ShelfSim, run

FILE = "my_digits.json"
_STOP_LIMIT = 2.0  # seconds
_log = logging.getLogger(__name__)


class DigitsKeeper:
    """One worker for all files of the page. `loaded`: what was kept is known, and may be written over.

    folder: where the own file is; None: nothing is kept.
    """

    def __init__(self, folder: Path | None) -> None:
        self.path = (folder or Path()) / FILE
        self.loaded = folder is None
        self._there = folder is not None and self.path.exists()
        self._mine = folder is not None  # also False for a newer program's file, and one that cannot be read
        self._number = 0 if folder is not None else 1  # 1 is the wish for the own file
        self._seen: dict[str, int] = {}
        self._waiting: Errand | None = None
        self._run = Run(ShelfSim(), live=True, logged=False)

    @property
    def awaited(self) -> bool:
        """Whether there is an own file that is still being read."""
        return not self.loaded and self._there

    def begin(self) -> None:
        """Read what was kept; `collect` brings it."""
        self._run.start()
        if self._mine:
            self._wish("open", self.path)

    def keep(self, hand: Handwriting) -> None:
        """Write the set, soon; of several wishes the last one counts."""
        if self.loaded and self._mine:
            with suppress(OSError):
                self.path.parent.mkdir(parents=True, exist_ok=True)
            self._waiting = self._wish("keep", self.path, hand)

    def open(self, path: Path) -> int:
        """Read a file; the number of the wish."""
        return self._wish("open", path).number

    def save(self, path: Path, hand: Handwriting) -> None:
        """Write a set into another file."""
        self._wish("save", path, hand)

    def collect(self) -> list[tuple[str, Done]]:
        """What was done since the last call, by kind."""
        frame = self._run.frames.take()
        if not isinstance(frame, ShelfFrame):
            return []
        found = []
        for kind, done in (("keep", frame.keep), ("open", frame.open), ("save", frame.save)):
            if done is not None and self._seen.get(kind) != done.errand.number:
                self._seen[kind] = done.errand.number
                found.append((kind, done))
                if done.errand is self._waiting:
                    self._waiting = None
        return found

    def is_own(self, done: Done) -> bool:
        """Whether this is what `begin` asked for."""
        return done.errand.number == 1

    def take_over(self, done: Done) -> bool:
        """The own file was read, or could not be: may it be written from now on? False is to be told."""
        self.loaded = True
        problem = done.problem
        if problem is None or problem.id == "file-missing":
            return True
        if problem.id.startswith(("json-", "hand-broken", "hand-kind", "file-empty")):
            try:
                files.aside(self.path)
            except Problem as second:
                _log.warning("%s: %s", self.path, second)
                self._mine = False
        else:
            self._mine = False
        _log.warning("%s: %s", self.path, problem)
        return False

    def end(self, added: Handwriting) -> None:
        """Stop; what is not yet written is written now. added: drawn before the own file had been read."""
        self._run.stop()
        self._run.join(_STOP_LIMIT)
        self.collect_last()
        if not self.loaded and len(added):
            done = run(Errand(0, self.path))
            self.take_over(done)
            before = done.hand or Handwriting()
            if self._mine:
                self._waiting = Errand(0, self.path, before.plus(*added.entries))
        if self._waiting is not None:
            run(self._waiting)
            self._waiting = None

    def collect_last(self) -> None:
        """Whether the last wish was still run."""
        for _, done in self.collect():
            if done.errand is self._waiting:
                self._waiting = None

    def _wish(self, kind: str, path: Path, hand: Handwriting | None = None) -> Errand:
        self._number += 1
        errand = Errand(self._number, path, hand)
        self._run.change(Change(kind, errand))
        return errand
