"""RunKeeper: the run of the page is there again when the program is started the next time."""

from __future__ import annotations

import atexit
import logging
import secrets
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from queue import SimpleQueue

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from neuroviz.io.problem import Problem
from neuroviz.panels.training.kept import TOKEN, run_token
from neuroviz.runtime import Background, Handed, Past, Run
from neuroviz.scenes import left_run
from neuroviz.scenes.left_run import Place
from neuroviz.sims.training.errands import Moment
from neuroviz.sims.training.frames import TrainingFrame
from neuroviz.sims.training.opening import OpenFrame, OpenSim
from neuroviz.sims.training.resuming import Resumed, keep_left, resuming
from neuroviz.ui import problems
from neuroviz.ui.room import Context
from neuroviz.ui.side_run import SideRun

_KEPT = "kept"  # the name in the workspace of the page whose run is kept: one at a time
_LOADING_MS, _LOOK_MS = 30, 500
_FIRST_MS, _EACH_MS = 5_000, 30_000  # of playing: what a kill may cost
_CLOSE_MS, _LEAST_MS = 1_000, 300  # what closing may take, and what the disc is given of it at least
_HAND_S = 0.6  # of it, what the worker may take to hand over its state
_LATE_S = 20.0  # what the disc may still take when no window is there to be waited for
_NEVER = -1  # no line: it is written anew
_log = logging.getLogger(__name__)

Standing = tuple[int, int, int, int]
Now = Callable[[], tuple[Run, Moment] | None]


class RunKeeper(QObject):
    """Looks now and then whether the run stands where it was kept last.

    loading: it is not known yet what was left; `known` says it, once the page is seen. context: of the page.
    now: the run at hand and all that it is made of, None while there is none to be kept.
    """

    known = Signal(object)
    """What was left: an OpenedRun, or None."""

    said = Signal(str)
    """A sentence for the visitor."""

    def __init__(self, page: QWidget, context: Context, now: Now) -> None:
        super().__init__(page)
        self._page, self._now, self._space = page, now, context.workspace
        self._folder = context.folder
        self._adopted: Standing | None = None  # how the next run stands, if it is the one that was left
        self._run: Run | None = None
        self._place: Place | None = None
        self._kept: Standing | None = None
        self._seen: Standing | None = None
        self._mine = self._told = self._closed = self.loading = False
        self._side, self._background = SideRun(), Background()
        self._outcomes: SimpleQueue[tuple[str, str, Problem]] = SimpleQueue()
        self._since, self._wait = QElapsedTimer(), _FIRST_MS
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        if self._folder is not None:
            self._timer.start(_LOOK_MS)
            self._claim(self._folder, run_token(self._space))
            self.loading = self._mine and bool(left_run.kept(self._folder))

    def look(self) -> None:
        """Take what has been read; ask for what is to be written; write what has come."""
        if self._folder is None:
            return
        if not self._mine:
            self._claim(self._folder, "")
        if self._side.begun:
            self._collect(self._folder)
            return
        while not self._outcomes.empty():
            self._tell(*self._outcomes.get())
        now = self.meet()
        if now is None or self._place is None:
            return
        run, moment = now
        if (handed := run.handed.take()) is not None:
            self._write(moment, handed, self._place)
        here = _standing(moment.past, moment.frame.focus)
        still, self._seen = here == self._seen, here
        due = still if run.paused else self._since.hasExpired(self._wait)
        if due and here != self._kept and _worth(here):
            self._since.restart()
            self._wait = _EACH_MS
            run.hand_over()

    def close(self) -> None:
        """Keep the run as it stands, if that can be had at once; what was kept last stands otherwise."""
        if self._closed:
            return
        clock = QElapsedTimer()
        clock.start()
        self._timer.stop()
        self._side.end()
        now = None if self.loading else self.meet()
        self._closed = True
        if now is not None and self._place is None and self._folder is not None:
            self._place = left_run.spare(self._folder)
        if now is not None and self._place is not None:
            run, moment = now
            here = _standing(moment.past, moment.frame.focus)
            if here != self._kept and _worth(here) and (handed := run.handed_over(_HAND_S)) is not None:
                self._write(moment, handed, self._place)
        if not self._background.close(max(_LEAST_MS, _CLOSE_MS - clock.elapsed()) / 1000):
            atexit.register(self._background.close, _LATE_S)
        elif self._place is not None:
            self._place.leave()
        if self._mine:
            self._space.drop("run", _KEPT)

    # -- inside ------------------------------------------------------------------------------------

    def _claim(self, folder: Path, token: str | None) -> None:
        """The run of one page is kept: of two that are open, of the one that was there first."""
        if _KEPT not in self._space.names("run"):
            self._mine = True
            self._space.put("run", _KEPT, folder)
            self._side.start(OpenSim(resuming(folder, token)))
            self._timer.start(_LOADING_MS)

    def _collect(self, folder: Path) -> None:
        """The page takes what was left when it is seen: only then has it what a run needs."""
        if self.loading and not self._page.isVisible():
            return
        frame = self._side.take()
        found = frame.found if isinstance(frame, OpenFrame) else None
        if self._side.failed:
            found = Resumed(left_run.spare(folder))
        if not isinstance(found, Resumed):
            return
        self._side.end()
        self._timer.start(_LOOK_MS)
        self._since.start()
        self._place = found.place
        if found.problem is not None:
            self.said.emit(self._lost(found.problem, found.aside))
        if self.loading:
            self.loading = False
            if (left := found.found) is not None:
                token = left_run.token_of(left.kept)
                self._space.put("run", TOKEN, token or secrets.token_hex(8))
                self._adopted = _standing(left.past, left.kept.focus if token else _NEVER)
            self.known.emit(left)

    def refuse(self) -> None:
        """What was left is not gone on with."""
        self._adopted = None

    def meet(self) -> tuple[Run, Moment] | None:
        """The run at hand, known from now on by a token of its own."""
        now = self._now() if self._mine and not self._closed else None
        if now is not None and now[0] is not self._run:
            self._run, self._seen = now[0], None
            self._wait, self._told = _FIRST_MS, False
            self._since.restart()
            self._kept, self._adopted = self._adopted, None
            if self._kept is None:
                self._space.put("run", TOKEN, secrets.token_hex(8))
        return now

    def _write(self, moment: Moment, handed: Handed, place: Place) -> None:
        assert isinstance(handed.frame, TrainingFrame)
        self._kept = _standing(handed.past, handed.frame.focus)
        whole = replace(moment, past=handed.past, frame=handed.frame)
        self._background.submit("run", partial(self._keep, whole, str(run_token(self._space)), place.path))

    def _keep(self, moment: Moment, token: str, path: Path) -> None:
        try:
            keep_left(moment, token, path)
        except Problem as problem:
            _log.warning("the run is not kept: %s", problem)
            self._outcomes.put((token, path.name, problem))

    def _tell(self, token: str, name: str, problem: Problem) -> None:
        """Once for a run."""
        if token != run_token(self._space) or self._told:
            return
        self._told = True
        text = problems.sentence(problem, name)
        if problem.id == "run-too-big":
            text = self.tr(
                "This run is too large to be there again after the program is closed; Run files can save it."
            )
        self.said.emit(text)

    def _lost(self, problem: Problem, aside: str) -> str:
        text = self.tr("The run of last time cannot be read. Its file is kept as {name}.")
        if problem.id == "run-newer":
            text = self.tr("The run of last time is one of a newer NeuroViz. Its file is kept as {name}.")
        if not aside:
            text = self.tr("The run of last time cannot be read, so another one begins.")
        return text.format(name=aside)


def _standing(past: Past, focus: int) -> Standing:
    return past.step, past.head, len(past.log), focus


def _worth(here: Standing) -> bool:
    """Whether there is anything that a new run would not have."""
    _, head, changes, _ = here
    return head > 0 or changes > 0
