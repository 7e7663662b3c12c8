"""OwnDigits: brings the visitor's kept digits into the workspace, where My digits has not done so yet."""

from __future__ import annotations

from pathlib import Path

from neuroviz.data.handwriting import OWN
from neuroviz.panels.digits.mine.keeper import FILE
from neuroviz.sims.kept_set import KeptFrame, KeptSetSim
from neuroviz.ui.side_run import SideRun
from neuroviz.workspace import Workspace


class OwnDigits(SideRun):
    """It only reads: the file is written by its keeper alone. folder: where it is; None: there is none."""

    def __init__(self, workspace: Workspace, folder: Path | None) -> None:
        super().__init__()
        self._workspace = workspace
        self._path = None if folder is None else folder / FILE

    def begin(self) -> None:
        """Read the file, unless the workspace has the set or this was done before."""
        if self._path is not None and not self.begun and OWN not in self._workspace.names("digits"):
            self.start(KeptSetSim(self._path, OWN))

    def collect(self) -> None:
        """Publish the set when it is there; what My digits has published meanwhile is newer."""
        frame = self.take()
        if not isinstance(frame, KeptFrame) or frame.digits is None or not len(frame.digits):
            return
        if OWN not in self._workspace.names("digits"):
            self._workspace.put("digits", OWN, frame.digits)
