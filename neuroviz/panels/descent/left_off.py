"""LeftOff: where runs stood when they were left: one that comes back out of the history stands there."""

from __future__ import annotations

from typing import Any

from neuroviz.runtime import Frame

_MOST = 32


class LeftOff:
    """Of the runs that were begun last, each known by all that decides what it does."""

    def __init__(self) -> None:
        self._steps: dict[Any, int] = {}
        self._key: Any = None

    def begin(self, key: Any) -> None:
        """A run begins."""
        self._key = key

    def note(self, frame: Frame | None) -> None:
        """The run is left at this frame; None: before there was any."""
        if self._key is None or frame is None:
            return
        self._steps.pop(self._key, None)
        self._steps[self._key] = frame.step
        if len(self._steps) > _MOST:
            del self._steps[next(iter(self._steps))]

    def at(self, key: Any) -> int | None:
        """The step where the run with that key was left; None if it is not known."""
        return self._steps.get(key)
