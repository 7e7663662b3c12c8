"""The visitor's own digits, read from their file and prepared for pages that only look at them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from neuroviz.data.handwriting import HandDigits, Handwriting
from neuroviz.io.handwriting import read_handwriting
from neuroviz.io.problem import Problem
from neuroviz.runtime import Change, Frame

_AT_ONCE = 4  # digits; each takes some milliseconds


@dataclass(frozen=True, eq=False)
class KeptFrame(Frame):
    """After `step` digits of `total` (0: not read yet), the set once all of it is prepared.

    problem: why there is none.
    """

    total: int
    digits: HandDigits | None
    problem: Problem | None


class KeptSetSim:
    """Reads the file first, then prepares a few digits a step. It never writes: the file has its keeper."""

    def __init__(self, path: Path, name: str) -> None:
        self._path, self._name = path, name
        self._hand: Handwriting | None = None
        self._digits: HandDigits | None = None
        self._problem: Problem | None = None
        self._prepared = 0

    def advance(self) -> bool:
        """Read, or prepare a few; False when the set is there, or cannot be had."""
        if self._hand is None:
            try:
                self._hand = read_handwriting(self._path)
            except Problem as problem:
                self._problem = problem
                return False
            return True
        for entry in self._hand.entries[self._prepared : self._prepared + _AT_ONCE]:
            _ = entry.grey
        self._prepared += _AT_ONCE
        if self._prepared < len(self._hand):
            return True
        self._digits = self._hand.digits(self._name)
        return False

    def snapshot(self) -> KeptFrame:
        """What there is by now."""
        total = 0 if self._hand is None else len(self._hand)
        return KeptFrame(min(self._prepared, total), total, self._digits, self._problem)

    def apply(self, change: Change) -> None:
        """There is no knob."""
        raise ValueError(f"unknown change {change.name!r}")
