"""Warmth: what charts and pages need is imported before it is asked for, off the screen's thread."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer

from neuroviz.runtime import Background

CHART = "neuroviz.ui.curve_plot"
DELAY_MS = 700
"""The window is usable before that, and its first answer is there."""


class Warmth(QObject):
    """Once for each window; the thread ends by itself when all is imported. modules: those of the pages."""

    def __init__(self, parent: QObject, modules: Sequence[str] = ()) -> None:
        super().__init__(parent)
        self._modules = (CHART, *modules)
        self._closed = False
        self._background = Background()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(self.work)
        self._begun = False

    def begin(self) -> None:
        """A moment from now, unless it has been done."""
        if not self._begun and any(name not in sys.modules for name in self._modules):
            self._timer.start()

    def work(self) -> None:
        """Now."""
        if not self._begun:
            self._begun = True
            for name in self._modules:
                self._background.submit(name, partial(self._import, name))
            self._background.close(timeout=0.0)

    def close(self) -> None:
        """Not any more; what has begun has ended when this returns."""
        self._begun = self._closed = True
        self._timer.stop()
        self._background.close()

    def _import(self, name: str) -> None:
        if not self._closed and name not in sys.modules:
            importlib.import_module(name)
