"""News: what has just been done to the run, said in place of how far it is until it has been read."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from neuroviz.sims.training.frames import TrainingFrame

_READ_MS = 6000


class News(QObject):
    """One sentence at a time; it gives way to a run that goes on, and can then be read elsewhere."""

    handed_on = Signal(str)
    """The run has moved on: where it is now is to be said again, and this beside it."""

    over = Signal(str)
    """What was handed on holds no longer."""

    def __init__(self, owner: QObject, changed: Callable[[], None]) -> None:
        """changed: called when it has been read, or holds no longer."""
        super().__init__(owner)
        self._changed = changed
        self._text = self._handed = ""
        self._line, self._step = 0, 0
        self._timer = QTimer(self, singleShot=True, interval=_READ_MS)
        self._timer.timeout.connect(self._end)

    @property
    def text(self) -> str:
        """Empty when there is nothing new."""
        return self._text

    def tell(self, text: str, line: int, step: int) -> None:
        """Say this for a while, or until that line is beyond that step."""
        self._text, self._handed, self._line, self._step = text, "", line, step
        self._timer.start()

    def see(self, frame: TrainingFrame) -> None:
        """How far the run is. One that still has to go back, or to branch off, has not moved on."""
        if self._text and frame.step > self._step and any(one.id == self._line for one in frame.courses):
            self._handed = self._text
            self._end()
            self.handed_on.emit(self._handed)

    def forget(self) -> None:
        """No more of it."""
        if self._handed:
            self.over.emit(self._handed)
        self._handed = ""
        self._end()

    def _end(self) -> None:
        self._timer.stop()
        self._text = ""
        self._changed()
