"""Files of handwriting, read and written off the screen's thread; the newest wish of a kind counts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from neuroviz.data.handwriting import Handwriting
from neuroviz.io.handwriting import read_handwriting, write_handwriting
from neuroviz.io.problem import Problem
from neuroviz.runtime import Change, Frame


@dataclass(frozen=True)
class Errand:
    """A file to read (`hand` is None) or to write; `number` tells one wish from another."""

    number: int
    path: Path
    hand: Handwriting | None = None


@dataclass(frozen=True)
class Done:
    """An errand that was run: what was read, or written; or the problem."""

    errand: Errand
    hand: Handwriting | None = None
    problem: Problem | None = None


@dataclass(frozen=True, eq=False)
class ShelfFrame(Frame):
    """The last errand of each kind that was run: keep (the own file), open, save; None before the first."""

    keep: Done | None
    open: Done | None
    save: Done | None


class ShelfSim:
    """Changes: `keep`, `open`, `save`, each an Errand. One errand a step, keeping first."""

    def __init__(self) -> None:
        self._wishes: dict[str, Errand] = {}
        self._done: dict[str, Done] = {}
        self._steps = 0

    def advance(self) -> bool:
        """Run the next errand; False when there is none left. Takes as long as the disc does."""
        self._steps += 1
        for kind in ("keep", "open", "save"):
            errand = self._wishes.pop(kind, None)
            if errand is not None:
                self._done[kind] = run(errand)
                break
        return bool(self._wishes)

    def snapshot(self) -> ShelfFrame:
        """What has been done."""
        return ShelfFrame(self._steps, *(self._done.get(kind) for kind in ("keep", "open", "save")))

    def apply(self, change: Change) -> None:
        """Take a wish; an older one of the same kind that was not run yet is forgotten. Raises ValueError."""
        if change.name not in ("keep", "open", "save") or not isinstance(change.value, Errand):
            raise ValueError(f"unknown change {change.name!r}")
        self._wishes[change.name] = change.value


def run(errand: Errand) -> Done:
    """Run one at once; `ShelfSim` does it where a worker may wait for the disc."""
    try:
        if errand.hand is None:
            return Done(errand, read_handwriting(errand.path))
        write_handwriting(errand.hand, errand.path)
    except Problem as problem:
        return Done(errand, errand.hand, problem)
    return Done(errand, errand.hand)
