"""Saver: writes large files while the screen goes on, and tells when each is there."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from neuroviz.io.problem import Problem
from neuroviz.runtime import Background

Saved = tuple[Path, Problem | None]
_LOOK_MS = 50


class Saver(QObject):
    """Each file has a thread of its own, which ends when it is written."""

    saved = Signal(object)
    """A file and None, or why it could not be written."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ready: deque[Saved] = deque()
        self._under_way: list[Background] = []
        self._waiting = 0
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._collect)

    def begin(self, work: Callable[[], Saved]) -> None:
        """Do `work` soon; it touches no widget."""
        self._under_way.append(background := Background())
        background.submit("save", lambda: self._ready.append(_done(work)))
        background.close(timeout=0.0)
        self._waiting += 1
        self._look.start()

    def finish(self) -> None:
        """Wait for what is under way; it has been told when this returns."""
        for background in self._under_way:
            background.close()
        self._collect()
        self._look.stop()

    def _collect(self) -> None:
        while self._ready:
            self._waiting -= 1
            self.saved.emit(self._ready.popleft())
        if self._waiting == 0:
            self._under_way.clear()
            self._look.stop()


def _done(work: Callable[[], Saved]) -> Saved:
    """Also what nobody foresaw is told."""
    try:
        return work()
    except Exception as error:
        return Path(), Problem("file-unwritable", detail=str(error))
