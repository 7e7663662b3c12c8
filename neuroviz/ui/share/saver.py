"""Saver: writes large files while the screen goes on, tells how far they are, and when each is there."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from neuroviz.io import files
from neuroviz.io.problem import Problem
from neuroviz.runtime import Background

Saved = tuple[Path, Problem | None]
_LOOK_MS = 50


@dataclass(eq=False)
class Saving:
    """A file under way. part: how much of it is done, 0..1; cancelled: it is not wanted any more."""

    part: float = 0.0
    cancelled: bool = False

    def cancel(self) -> None:
        """Returns at once; the file is not written."""
        self.cancelled = True


class Saver(QObject):
    """Each file has a thread of its own, which ends when it is written."""

    saved = Signal(object)
    """A file and None, or why it could not be written."""

    moved = Signal(object)
    """A Saving that is under way, a few times a second."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ready: deque[tuple[Saving, Saved | None]] = deque()
        self._under_way: list[Background] = []
        self._savings: list[Saving] = []
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._collect)

    def begin(self, work: Callable[[], Saved]) -> None:
        """Do `work` soon; it touches no widget."""
        self.begin_in_pieces(lambda: iter((work(),)))

    def begin_in_pieces(self, work: Callable[[], Iterator[float | Saved]]) -> Saving:
        """The same in pieces: parts done in 0..1, then the outcome. Between two it can be cancelled."""
        saving = Saving()
        self._savings.append(saving)
        self._under_way.append(background := Background())
        background.submit("save", lambda: self._ready.append((saving, _done(saving, work))))
        background.close(timeout=0.0)
        self._look.start()
        return saving

    def finish(self) -> None:
        """Wait for what is under way; it has been told when this returns."""
        for background in self._under_way:
            background.close()
        self._collect()
        self._look.stop()

    def _collect(self) -> None:
        while self._ready:
            saving, saved = self._ready.popleft()
            self._savings.remove(saving)
            if saved is not None:
                self.saved.emit(saved)
        for saving in self._savings:
            if not saving.cancelled:
                self.moved.emit(saving)
        if not self._savings:
            self._under_way.clear()
            self._look.stop()


def _done(saving: Saving, work: Callable[[], Iterator[float | Saved]]) -> Saved | None:
    """None when it was cancelled before its end; also what nobody foresaw is told."""
    try:
        for piece in work():
            if not isinstance(piece, float):
                return piece
            saving.part = piece
            if saving.cancelled:
                return None
    except Exception as error:
        return Path(), files.unwritable(error)
    return None
