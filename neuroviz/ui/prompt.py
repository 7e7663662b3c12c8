"""Prompt: a timer for an answer that a hand is waiting for."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer

_EACH_MS = 1
_TRIES = 12


class Prompt(QTimer):
    """Goes off each millisecond, a dozen times at most; then the window's own tick is soon enough."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left = 0
        self.setInterval(_EACH_MS)
        self.setTimerType(Qt.TimerType.PreciseTimer)
        self.timeout.connect(self._count)

    def begin(self) -> None:
        """A dozen times from now on."""
        self._left = _TRIES
        if not self.isActive():
            self.start()

    def _count(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self.stop()
