"""Pace: a picture that could change sixty times a second is made anew as often as it can be followed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

_REST_MS = 200


class Pace(QObject):
    """Does a work at once if it has rested, else as soon as it has: the last wish is always done.

    What the window does, it takes from the worker that learns.
    """

    def __init__(self, owner: QObject, work: Callable[[], None], rest_ms: int = _REST_MS) -> None:
        super().__init__(owner)
        self._work, self._wanted = work, False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(rest_ms)
        self._timer.timeout.connect(self._on_rested)

    def ask(self) -> None:
        """There is something new to be shown."""
        if self._timer.isActive():
            self._wanted = True
        else:
            self.now()

    def now(self) -> None:
        """Do it without waiting."""
        self._wanted = False
        self._work()
        self._timer.start()

    def stop(self) -> None:
        """Nothing is to be done any more."""
        self._wanted = False
        self._timer.stop()

    def _on_rested(self) -> None:
        if self._wanted:
            self.now()
