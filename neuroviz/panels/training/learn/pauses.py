"""Pauses: a run that has stopped by itself rests; asked to, it goes on past that at once."""

from __future__ import annotations

from collections.abc import Callable

from neuroviz.runtime import Change, Run
from neuroviz.sims.training.frames import TrainingFrame


class Pauses:
    """A frame of the stop may still be on its way when play is pressed, and come again when time goes back:
    neither pauses anything."""

    def __init__(self) -> None:
        self._beyond: int | None = None

    def due(self, run: Run | None, frame: TrainingFrame) -> bool:
        """Whether what is played has come to a stop that nobody has gone past yet."""
        stopped = frame.stopped
        return stopped is not None and run is not None and run.at_end and stopped.step != self._beyond

    def go_past(self, run: Run | None, frame: TrainingFrame | None, tell: Callable[[Change], None]) -> None:
        """Before anything else is asked of the run: only a change wakes one that has come to its end."""
        self._beyond = None
        if frame is not None and frame.stopped is not None and run is not None and run.at_end:
            self._beyond = frame.stopped.step
            tell(Change("stops", frame.stops, "branch"))
