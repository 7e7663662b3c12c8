"""A net read from a file, or written to one, off the screen's thread."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from neuroviz.io.nets import read_net, write_net
from neuroviz.io.problem import Problem
from neuroviz.nn import Net
from neuroviz.runtime import Change, Frame


@dataclass(frozen=True, eq=False)
class NetErrandFrame(Frame):
    """What came of it: the net that was read or written, or the problem; both None before it is done."""

    net: Net | None
    problem: Problem | None


class NetErrandSim:
    """One step: read `path`, or write `net` there. Takes as long as the disc does."""

    def __init__(self, path: Path, net: Net | None = None) -> None:
        self.path, self.writes = path, net is not None
        self._given = net
        self._done: Net | None = None
        self._problem: Problem | None = None

    def advance(self) -> bool:
        """Run it."""
        try:
            if self._given is None:
                self._done = read_net(self.path)
            else:
                write_net(self._given, self.path)
                self._done = self._given
        except Problem as problem:
            self._problem = problem
        return False

    def snapshot(self) -> NetErrandFrame:
        """What came of it."""
        return NetErrandFrame(0, self._done, self._problem)

    def apply(self, change: Change) -> None:
        """Raises ValueError: there are no knobs."""
        raise ValueError(f"unknown change {change.name!r}")
