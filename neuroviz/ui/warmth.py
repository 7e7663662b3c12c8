"""Warmth: what the first chart needs is imported before it is asked for, off the screen's thread."""

from __future__ import annotations

import importlib
import sys

from PySide6.QtCore import QObject, QTimer

from neuroviz.runtime import Background

CHART = "neuroviz.ui.curve_plot"
DELAY_MS = 700
"""The window is usable before that, and its first answer is there."""


class Warmth(QObject):
    """Once for each window; the thread ends by itself when all is imported."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._background = Background()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(self.work)
        self._begun = False

    def begin(self) -> None:
        """A moment from now, unless it has been done."""
        if not self._begun and CHART not in sys.modules:
            self._timer.start()

    def work(self) -> None:
        """Now."""
        if not self._begun:
            self._begun = True
            self._background.submit("charts", _import_chart)
            self._background.close(timeout=0.0)

    def close(self) -> None:
        """Not any more; what has begun has ended when this returns."""
        self._begun = True
        self._timer.stop()
        self._background.close()


def _import_chart() -> None:
    importlib.import_module(CHART)
