"""PathPanel: a room whose time is a path, such as a slider from end to end, that the screen goes along."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer

from neuroviz.ui.panel import Panel
from neuroviz.ui.room import Context

_FASTEST = 1e6  # places a second, in place of infinity


class PathPanel(Panel):
    """The transport moves a place on the path, 0 to `length`; the run answers for wherever that is.

    A subclass says where it is and goes there; nothing moves by itself before it is played.
    """

    def __init__(self, context: Context, speed: float) -> None:
        """speed: places a second, until another is set."""
        super().__init__(context)
        self._speed = speed
        self._along = 0.0
        self._since = QElapsedTimer()
        self.room.transport.set_speed(speed)

    # -- what a subclass provides ------------------------------------------------------------------

    def length(self) -> int:
        """The last place of the path; 0: there is nowhere to go."""
        return 0

    def at(self) -> int:
        """The present place."""
        return 0

    def go_to(self, place: int) -> None:
        """Show this place, or the nearest there is."""

    @property
    def moving(self) -> bool:
        """Whether the next tick goes on along the path."""
        return self._playing

    # -- the transport -----------------------------------------------------------------------------

    def rest(self) -> None:
        """Stay where it is."""
        self._playing = False
        self.room.transport.set_playing(False)

    def restart(self) -> None:
        """A new run for the same place; nothing moves by itself."""
        super().restart()
        self.rest()

    def play(self, on: bool) -> None:
        """Go along from where it is, or from the start when it had come to the end; or rest."""
        self._playing = on and self.length() > 0
        if self._playing and self.at() >= self.length():
            self.go_to(0)
        self._along = float(self.at())
        self._since.start()
        self.room.transport.set_playing(self._playing)

    def rewind(self) -> None:
        """Go along from the start."""
        self.seek(0)
        self.play(True)

    def step_forward(self) -> None:
        """One place on."""
        self.seek(self.at() + 1)

    def step_back(self) -> None:
        """One place back."""
        self.seek(self.at() - 1)

    def seek(self, step: int) -> None:
        """To this place, and rest there."""
        self.rest()
        self.go_to(step)

    def set_speed(self, steps_per_second: float) -> None:
        """So many places a second."""
        self._speed = steps_per_second

    def tick(self) -> None:
        """Go on along the path, and take the newest frame."""
        if self.moving:
            self._along += min(self._speed, _FASTEST) * self._since.restart() / 1000
            self.go_to(int(min(self._along, self.length())))
            if self._along >= self.length():
                self.rest()
        super().tick()

    def leave(self) -> None:
        """Nothing moves unseen."""
        self.rest()
        super().leave()
