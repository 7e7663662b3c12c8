"""RunTwin: a second page Learn, in a window of its own or beside, stands where the first one stands."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from neuroviz.panels.training.page import CURRENT
from neuroviz.runtime import Handed, Mailbox
from neuroviz.sims.training.errands import OpenedRun, copying
from neuroviz.sims.training.opening import OpenFrame, OpenSim
from neuroviz.sims.training.standing import Learning, learning
from neuroviz.ui.side_run import SideRun
from neuroviz.workspace import Workspace

_LOOK_MS = 15
_PATIENCE = 200  # looks: a run that does not answer by then is not waited for


class RunTwin(QObject):
    """Asks the worker of the other page for a copy of its run, which goes on by itself from there.

    loading: it has not come yet; `known` says that it has.
    """

    known = Signal(object)
    """An OpenedRun; None if there is none to be had after all."""

    def __init__(self, page: QWidget, space: Workspace) -> None:
        super().__init__(page)
        self._space = space
        self._handed: Mailbox[Handed] = Mailbox()
        self._side = SideRun()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._patience = _PATIENCE
        found = learning(space)
        self._other = found if found is not None and _worth(found, space) else None
        self.loading = self._other is not None
        if self._other is not None:
            self._other.run.hand_over(self._handed)
            self._timer.start(_LOOK_MS)

    def end(self) -> None:
        """Nobody waits for it any more."""
        self._timer.stop()
        self._side.end()
        self.loading = False

    def _look(self) -> None:
        other, began = self._other, None if self._other is None else self._other.began
        if other is None or began is None:
            return
        if not self._side.begun:
            self._patience -= 1
            handed = self._handed.take()
            if handed is not None:
                self._side.start(OpenSim(copying(handed, began, other.task)))
            elif self._patience <= 0 or not other.run.alive:
                self._over(None)
            return
        frame = self._side.take()
        if self._side.failed or (isinstance(frame, OpenFrame) and frame.problem is not None):
            self._over(None)
        elif isinstance(frame, OpenFrame) and isinstance(frame.found, OpenedRun):
            same = self._space.get("recipe", CURRENT) is other.recipe
            self._over(frame.found if same else None)

    def _over(self, found: OpenedRun | None) -> None:
        self.end()
        self.known.emit(found)


def _worth(found: Learning, space: Workspace) -> bool:
    """Whether it is the run of the present recipe, and a new one would be another."""
    same = CURRENT in space.names("recipe") and space.get("recipe", CURRENT) is found.recipe
    run = found.run
    return same and found.began is not None and run.alive and (run.head > 0 or bool(run.log))
