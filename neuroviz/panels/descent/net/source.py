"""Source: the way of a net through weight space: of the one in Training, or of one that the page trains."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer

from neuroviz.data.task import Task
from neuroviz.panels.descent.net.config import TRAINING
from neuroviz.panels.descent.net.recipes import DEFAULT, OWN
from neuroviz.runtime import Mailbox, Run
from neuroviz.scenes.run_path import RunPath
from neuroviz.sims.descent.own_run import OwnFrame, OwnRunSim
from neuroviz.sims.training.stand import Stand
from neuroviz.sims.training.standing import Learning, learning
from neuroviz.ui.side_run import SideRun
from neuroviz.workspace import Workspace

_EVERY_MS = 300
"""Between two looks: the first picture of a plane takes less than a third of it."""

_VALUES_A_MS = 5_000  # parameters for each of which a millisecond more is waited
_AT_REST_MS = 2_000  # a run that has not moved may show another of its lines


class Source:
    """Asks Training's run where it stands and never waits for it. Where that has taken no step, a net of the
    page's own is trained in the background instead. `own`: of that, else None; "" as `shown`: nothing yet.
    """

    def __init__(self, space: Workspace) -> None:
        self._space = space
        self._wanted = TRAINING
        self._asked: tuple[Learning, Mailbox[Stand]] | None = None
        self._stand: Stand | None = None
        self._run: Run | None = None  # of Training, that `_stand` is of
        self._moment = (-1, -1, -1)  # of that run, when it was asked
        self._side, self._training_of = SideRun(), ""
        self._known: dict[str, OwnFrame] = {}
        self._clock, self._taken = QElapsedTimer(), QElapsedTimer()
        self._clock.start()
        self._taken.start()
        self.path: RunPath | None = None
        self.task: Task | None = None
        self.shown = ""
        self.own: OwnFrame | None = None

    def want(self, wanted: str) -> None:
        """TRAINING, or one of recipes.OWN."""
        if wanted != self._wanted:
            self._wanted = wanted
            self._stand = self._asked = None

    @property
    def settled(self) -> bool:
        """Whether the path will not move by itself: all steps of the page's own net are taken."""
        return self.shown == TRAINING or (self.own is not None and self.own.done)

    @property
    def failed(self) -> bool:
        """Whether the page's own net could not be trained."""
        return self._side.failed or (self.own is not None and self.own.fault is not None)

    def tick(self) -> bool:
        """Called with each tick; whether there is another path."""
        found = learning(self._space) if self._wanted == TRAINING else None
        if found is None:
            self._stand = self._asked = self._run = None
            return self._tick_own(DEFAULT if self._wanted == TRAINING else self._wanted)
        if self._asked is not None and self._asked[0] is not found:
            self._asked = None  # that run is over: it does not answer any more
        if self._asked is None and self._is_due(found):
            self._asked = found, found.ask()
            self._moment = found.moment()
            self._clock.restart()
        stand = None if self._asked is None else self._asked[1].take()
        if stand is not None:
            self._asked = None
            return self._on_stand(found, stand)
        if self._stand is not None and self._stand.step == 0:
            return self._tick_own(DEFAULT)
        return False

    def pause(self) -> None:
        """Rest while nobody looks."""
        self._side.pause()

    def resume(self) -> None:
        """Go on."""
        self._side.resume()

    def end(self) -> None:
        """For good."""
        self._side.end()

    # -- inside ------------------------------------------------------------------------------------

    def _is_due(self, found: Learning) -> bool:
        """Whether to ask: the answer is a copy of the net, and of what its optimiser remembers."""
        if self._stand is None or self._run is not found.run:
            return True
        waited = self._clock.elapsed()
        if waited < _EVERY_MS + len(self._stand.state.trainer.theta) // _VALUES_A_MS:
            return False
        return waited > _AT_REST_MS or found.moment() != self._moment

    def _on_stand(self, found: Learning, stand: Stand) -> bool:
        same = stand.same(self._stand) and self._run is found.run
        self._stand, self._run = stand, found.run
        if stand.step == 0:
            return False
        if same and self.shown == TRAINING:
            return False
        self._end_side()
        self.path, self.task, self.shown, self.own = found.path(stand), found.task, TRAINING, None
        return True

    def _tick_own(self, name: str) -> bool:
        if (known := self._known.get(name)) is not None:
            self._end_side()
            return self._accept(name, known)
        if self._training_of != name:
            made = OWN[name]
            self._side.start(OwnRunSim(made.recipe, made.until))
            self._training_of = name
            self.own = None
        frame = self._side.take()
        if not isinstance(frame, OwnFrame):
            return False
        if frame.done:
            self._known[name] = frame
            self._end_side()
        elif frame.path is not None and self.shown == name and self._taken.elapsed() < _EVERY_MS:
            self.own = frame
            return False
        return self._accept(name, frame)

    def _accept(self, name: str, frame: OwnFrame) -> bool:
        self.own = frame
        if frame.path is None or (frame.path is self.path and self.shown == name):
            return False
        self._taken.restart()
        self.path, self.task, self.shown = frame.path, frame.task, name
        return True

    def _end_side(self) -> None:
        if self._training_of:
            self._side.end()
            self._training_of = ""
