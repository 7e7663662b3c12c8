"""The log of a run: which change took effect after which step, and how far a replay has come in it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from neuroviz.runtime.frame import Change


@dataclass(frozen=True)
class Entry:
    """`change` took effect when `step` steps had been taken."""

    step: int
    change: Change


class Log:
    """Entries in order, and a cursor: those before it have been applied to the present state."""

    def __init__(self, entries: tuple[Entry, ...] = ()) -> None:
        self._entries = sorted(entries, key=_step_of)
        self._cursor = 0

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All that is known, also what lies ahead after a rewind."""
        return tuple(self._entries)

    @property
    def cursor(self) -> int:
        """How many entries the present state has taken."""
        return self._cursor

    def knows(self, step: int) -> bool:
        """Whether there is a change of that very step."""
        at = bisect_left(self._entries, step, key=_step_of)
        return at < len(self._entries) and self._entries[at].step == step

    def due(self, step: int) -> Change | None:
        """The next logged change that takes effect at `step` or before; the cursor passes it."""
        if self._cursor < len(self._entries) and self._entries[self._cursor].step <= step:
            self._cursor += 1
            return self._entries[self._cursor - 1].change
        return None

    def write(self, step: int, change: Change) -> None:
        """Enter a change made now. What lay ahead of an act belonged to another future and is forgotten."""
        if change.kind == "act":
            del self._entries[self._cursor :]
        self._entries.insert(self._cursor, Entry(step, change))
        self._cursor += 1

    def rewind(self, step: int) -> None:
        """Put the cursor before the first change of `step`."""
        self._cursor = bisect_left(self._entries, step, key=_step_of)


def _step_of(entry: Entry) -> int:
    return entry.step
