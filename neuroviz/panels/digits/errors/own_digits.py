"""OwnDigits: brings the visitor's kept digits into the workspace, where My digits has not done so yet."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent

from neuroviz.data.handwriting import OWN
from neuroviz.panels.digits.mine.keeper import FILE
from neuroviz.sims.kept_set import KeptFrame, KeptSetSim
from neuroviz.ui.long_work import LongWork
from neuroviz.ui.side_run import SideRun
from neuroviz.workspace import Workspace

_MANY = 100  # digits: a third of a second


class OwnDigits(SideRun):
    """It only reads: the file is written by its keeper alone. folder: where it is; None: there is none."""

    def __init__(self, workspace: Workspace, folder: Path | None) -> None:
        super().__init__()
        self._workspace = workspace
        self._frame: KeptFrame | None = None
        self._path = None if folder is None else folder / FILE
        self.work = OwnWork()
        self.work.stop_asked.connect(self._on_stop)
        self.work.start_asked.connect(self._on_start)

    def begin(self) -> None:
        """Read the file, unless the workspace has the set or this was done before."""
        if self._path is not None and not self.begun and OWN not in self._workspace.names("digits"):
            self.start(KeptSetSim(self._path, OWN))

    def collect(self) -> None:
        """Publish the set when it is there; what My digits has published meanwhile is newer."""
        frame = self.take()
        if isinstance(frame, KeptFrame):
            self._frame = frame
            self.work.show_frame(frame, stopped=self.halted)
        if not isinstance(frame, KeptFrame) or frame.digits is None or not len(frame.digits):
            return
        if OWN not in self._workspace.names("digits"):
            self._workspace.put("digits", OWN, frame.digits)

    def _on_stop(self) -> None:
        self.halt()
        self.work.show_frame(self._frame, stopped=True)

    def _on_start(self) -> None:
        self.go_on()
        self.work.show_frame(self._frame, stopped=False)


class OwnWork(LongWork):
    """Seen only while a set is read that is too large for a moment."""

    def __init__(self) -> None:
        super().__init__()
        self._frame: KeptFrame | None = None
        self._stopped = False
        self.hide()

    def show_frame(self, frame: KeptFrame | None, *, stopped: bool) -> None:
        """How far it is."""
        self._frame, self._stopped = frame, stopped
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    def _show(self) -> None:
        frame = self._frame
        if frame is None or frame.total < _MANY or frame.digits is not None:
            self.show_work("", 0.0, "over")
            self.hide()
            return
        text = (
            self.tr("Your digits: stopped after {k} of {n}.")
            if self._stopped
            else self.tr("Reading your digits: {k} of {n}")
        )
        told = text.format(k=f"{frame.step:,}", n=f"{frame.total:,}")
        self.show_work(told, frame.step / frame.total, "stopped" if self._stopped else "working")
        self.show()
