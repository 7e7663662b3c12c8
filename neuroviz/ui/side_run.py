"""SideRun: work that a page has done beside its own run, on another worker."""

from __future__ import annotations

import logging

from neuroviz.runtime import Change, Frame, Run, Sim

_log = logging.getLogger(__name__)
_STOP_LIMIT = 2.0  # seconds


class SideRun:
    """One run at a time; what it finds is asked for with each tick. `failed`: the last one broke.

    halted: the visitor has stopped it; it keeps what it has found, and goes on when told to.
    """

    def __init__(self) -> None:
        self.failed = self.halted = False
        self._run: Run | None = None

    @property
    def begun(self) -> bool:
        """Whether there is a run, be it at work, resting or done."""
        return self._run is not None

    def start(self, sim: Sim, *, live: bool = False) -> None:
        """End what is under way and run this instead."""
        self.end()
        self.failed = self.halted = False
        self._run = Run(sim, live=live, logged=False)  # nobody replays it
        self._run.start()

    def tell(self, change: Change) -> None:
        """Hand a change to it, if there is one; also while it rests."""
        if self._run is not None:
            self._run.change(change)

    def take(self) -> Frame | None:
        """The newest frame, if there is one since the last call. A failure goes to the log, once."""
        if self._run is None:
            return None
        outcome, frame = self._run.outcome, self._run.frames.take()
        if outcome is not None and outcome.kind == "failed" and not self.failed:
            self.failed = True
            _log.error("%s", outcome.traceback)
        return frame

    def pause(self) -> None:
        """Rest while nobody looks."""
        if self._run is not None:
            self._run.pause()

    def resume(self) -> None:
        """Somebody looks again: go on, unless the visitor has stopped it."""
        if self._run is not None and not self.halted:
            self._run.resume()

    def halt(self) -> None:
        """The visitor stops it: returns at once, the worker rests after the unit of work at hand."""
        self.halted = True
        self.pause()

    def go_on(self) -> None:
        """The visitor lets it go on."""
        self.halted = False
        self.resume()

    def end(self) -> None:
        """Stop at once; the worker has ended when this returns."""
        if self._run is not None:
            self._run.stop()
            self._run.join(_STOP_LIMIT)
            self._run = None
