"""OpenSim: data of the visitor's own read piece by piece; a file that cannot be used is said, not raised."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from neuroviz.io.problem import Problem, bare
from neuroviz.runtime import Change, Frame


@dataclass(frozen=True, eq=False)
class OpenFrame(Frame):
    """How much is done, 0..1; then what was found, or why nothing was."""

    done: float
    found: Any = None
    problem: Problem | None = None


class OpenSim:
    """pieces: shares done in 0..1, then the value. It takes no changes."""

    def __init__(self, pieces: Iterator[float | Any]) -> None:
        self._pieces = pieces
        self._frame = OpenFrame(0, 0.0)

    def advance(self) -> bool:
        """A piece more; False when it is read, or cannot be."""
        step = self._frame.step + 1
        try:
            piece = next(self._pieces)
        except Problem as problem:
            self._frame = OpenFrame(step, self._frame.done, problem=bare(problem))
            self._pieces = iter(())
            return False
        if isinstance(piece, float):
            self._frame = OpenFrame(step, piece)
            return True
        self._frame = OpenFrame(step, 1.0, piece)
        self._pieces = iter(())  # it keeps what has been read, to the last byte
        return False

    def snapshot(self) -> OpenFrame:
        """How far it is."""
        return self._frame

    def apply(self, change: Change) -> None:
        """There is nothing to turn."""
        raise ValueError(f"unknown change {change.name!r}")
