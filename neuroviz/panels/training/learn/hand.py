"""Hand: what the visitor does to the lines of a run: turn knobs, branch off, look at another, drop one."""

from __future__ import annotations

from collections.abc import Callable

from neuroviz.runtime import Change
from neuroviz.sims.training.frames import Branch, TrainingFrame

Tell = Callable[[Change], None]


class Hand:
    """Nothing it does takes away what has happened: turned in the past of its line, a knob begins another."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._frame: TrainingFrame | None = None
        self._newest = 0
        self._awaited: int | None = None

    def see(self, frame: TrainingFrame | None) -> None:
        """The newest frame; None for another run."""
        self._frame = frame
        if frame is None:
            self._newest, self._awaited = 0, None
            return
        known = [one.id for one in frame.courses] + [one.course for one in frame.turns if one.branch]
        self._newest = max(self._newest, *known)
        if self._awaited is not None and any(one.id == self._awaited for one in frame.courses):
            self._awaited = None

    @property
    def next_line(self) -> int:
        """The id of the next line that branches off."""
        return self._newest + 1

    def turn(self, name: str, value: object) -> None:
        """Turn a knob of the line that is looked at."""
        frame = self._frame
        if frame is None:
            return
        if self._awaited is not None:
            self._tell(Change("knob", (self._awaited, name, value), "branch"))
        elif frame.focused.last > frame.step:
            self.branch(name, value)
        else:
            self._tell(Change("knob", (frame.focus, name, value), "branch"))

    def branch(self, name: str, value: object) -> None:
        """Another line goes on from this moment, with one knob turned; it is looked at from now on."""
        frame = self._frame
        if frame is None:
            return
        self._newest += 1
        self._awaited = self._newest
        self._tell(Change("branch", Branch(self._newest, frame.focus, name, value), "branch"))
        self._tell(Change("focus", self._newest, "look"))

    def split(self) -> None:
        """Another line goes on from this moment as it is, to have a knob of its own turned."""
        if self._frame is not None:
            self.branch("rate", self._frame.focused.knobs.rate)

    def focus(self, line: int) -> None:
        """Look at another line."""
        self._tell(Change("focus", line, "look"))

    def drop(self, line: int) -> None:
        """End a line."""
        self._tell(Change("drop", line, "branch"))
