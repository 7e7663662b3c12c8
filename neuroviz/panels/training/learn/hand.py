"""Hand: what the visitor does to the lines of a run: turn knobs, branch off, look at another, drop one."""

from __future__ import annotations

from collections.abc import Callable

from neuroviz.runtime import Change
from neuroviz.sims.training.frames import Branch, TrainingFrame
from neuroviz.sims.training.sim import MOST_COURSES
from neuroviz.sims.training.stops import Stops

Tell = Callable[[Change], None]


class Hand:
    """Nothing it does takes away what has happened: turned in the past of its line, a knob begins another.

    What is turned before the first frame of a run is done with that.
    """

    def __init__(self, tell: Tell, full: Callable[[], None]) -> None:
        """full: called when a line would be one too many."""
        self._tell, self._full = tell, full
        self._frame: TrainingFrame | None = None
        self._newest = 0
        self._awaited: int | None = None
        self._turns = 0  # that a frame has to show before it knows all that was told
        self._early: dict[str, object] = {}
        self._stops: Stops | None = None

    @property
    def awaits(self) -> bool:
        """Whether the newest frame does not know all yet that was turned."""
        frame = self._frame
        return bool(self._early) or (frame is not None and len(frame.turns) < self._turns)

    @property
    def awaits_stops(self) -> bool:
        """The same of when to stop."""
        return self._stops is not None

    def see(self, frame: TrainingFrame | None) -> None:
        """The newest frame; None for another run."""
        self._frame = frame
        if frame is None:
            self.give_up()
            self._newest, self._early = 0, {}
            return
        known = [one.id for one in frame.courses] + [one.course for one in frame.turns if one.branch]
        self._newest = max(self._newest, *known)
        if self._awaited is not None and any(one.id == self._awaited for one in frame.courses):
            self._awaited = None
        if self._stops == frame.stops:
            self._stops = None
        early, self._early = self._early, {}
        for name, value in early.items():
            self.turn(name, value)

    def give_up(self) -> None:
        """Something was refused: what was told last is not to be waited for."""
        self._awaited, self._turns, self._stops = None, 0, None

    @property
    def next_line(self) -> int:
        """The id of the next line that branches off."""
        return self._newest + 1

    def turn(self, name: str, value: object) -> None:
        """Turn a knob of the line that is looked at."""
        frame = self._frame
        if frame is None:
            self._early[name] = value
        elif self._awaited is not None:
            self._turn(self._awaited, name, value)
        elif frame.focused.last > frame.step:
            self.branch(name, value)
        else:
            self._turn(frame.focus, name, value)

    def branch(self, name: str, value: object) -> None:
        """Another line goes on from this moment, with one knob turned; it is looked at from now on."""
        frame = self._frame
        if frame is None or not self.has_room():
            return
        self._newest += 1
        self._awaited = self._newest
        self._expect()
        self._tell(Change("branch", Branch(self._newest, frame.focus, name, value), "branch"))
        self._tell(Change("focus", self._newest, "look"))

    def has_room(self) -> bool:
        """Whether one more line can branch off; if not, that is said."""
        full = self._frame is not None and len(self._frame.courses) >= MOST_COURSES
        if full:
            self._full()
        return not full

    def split(self) -> None:
        """Another line goes on from this moment as it is, to have a knob of its own turned."""
        if self._frame is not None:
            self.branch("rate", self._frame.focused.knobs.rate)

    def stop_when(self, stops: Stops) -> None:
        """Pause for other reasons."""
        self._stops = stops
        self._tell(Change("stops", stops, "branch"))

    def focus(self, line: int) -> None:
        """Look at another line."""
        self._tell(Change("focus", line, "look"))

    def _turn(self, line: int, name: str, value: object) -> None:
        self._expect()
        self._tell(Change("knob", (line, name, value), "branch"))

    def _expect(self) -> None:
        known = 0 if self._frame is None else len(self._frame.turns)
        self._turns = max(self._turns, known) + 1
