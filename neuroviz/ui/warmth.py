"""Warmth: what charts and pages need is imported before it is asked for, off the screen's thread."""

from __future__ import annotations

import importlib
import sys
from collections import deque
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from neuroviz.runtime import Background

CHART = "neuroviz.ui.curve_plot"
DELAY_MS = 700
"""The window is usable before that, and its first answer is there."""

_BETWEEN_MS = 30
_QUIET_MS = 300  # since a mouse button was down: whoever draws goes on drawing


class Warmth(QObject):
    """Once for each window, a module at a time while no hand is drawing: an import keeps the interpreter for
    up to a fifth of a second. The thread ends by itself when all is imported. modules: those of the pages.
    """

    ended = Signal()
    """All is imported."""

    def __init__(self, parent: QObject, modules: Sequence[str] = ()) -> None:
        super().__init__(parent)
        self._waiting = deque((CHART, *modules))
        self._busy = self._closed = self._begun = False
        self._background = Background()
        self._since = QElapsedTimer()  # a button was seen down
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.work)

    @property
    def over(self) -> bool:
        """Whether nothing is left to import."""
        return self._closed or (not self._waiting and not self._busy)

    def begin(self) -> None:
        """A moment from now, unless it has been done."""
        if not self._begun and any(name not in sys.modules for name in self._waiting):
            self._begun = True
            self._timer.start(DELAY_MS)

    def work(self) -> None:
        """The next module, as soon as no hand is at work."""
        if self._closed:
            return
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._since.start()
        drawn = self._since.isValid() and self._since.elapsed() < _QUIET_MS
        if not self._waiting and not self._busy:
            self._closed = True
            self._background.close(timeout=0.0)
            self.ended.emit()
            return
        if self._waiting and not drawn and not self._busy:
            self._busy, name = True, self._waiting.popleft()
            self._background.submit(name, partial(self._import, name))
        self._timer.start(_BETWEEN_MS)

    def close(self) -> None:
        """Not any more; what has begun has ended when this returns."""
        self._begun = self._closed = True
        self._timer.stop()
        self._background.close()

    def _import(self, name: str) -> None:
        try:
            if not self._closed and name not in sys.modules:
                importlib.import_module(name)
        finally:
            self._busy = False
