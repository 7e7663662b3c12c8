"""Judging: how far a net has come with a set of pictures, and a button that stops it at once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal

from neuroviz.ui.long_work import LongWork


class Judging(LongWork):
    """Says how many are judged; "Stop" rests at once and keeps what was found, "Go on" goes on."""

    pause_asked = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._done = self._all = 0
        self._paused = False
        self.stop_asked.connect(self._on_stop)
        self.start_asked.connect(self._on_start)
        self._show()

    def show_progress(self, done: int, n: int, *, paused: bool) -> None:
        """So many of `n` are judged; n is 0 while they are being loaded."""
        if (done, n, paused) != (self._done, self._all, self._paused):
            self._done, self._all, self._paused = done, n, paused
            self._show()

    def show_paused(self, on: bool) -> None:
        """Stopped or going, as far as is known of what is done."""
        self.show_progress(self._done, self._all, paused=on)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    def _on_stop(self) -> None:
        self.pause_asked.emit(True)

    def _on_start(self) -> None:
        self.pause_asked.emit(False)

    def _show(self) -> None:
        k, n = f"{self._done:,}", f"{self._all:,}"
        share = self._done / self._all if self._all else 0.0
        if 0 < self._all == self._done:
            self.show_work(self.tr("All {n} pictures are judged.").format(n=n), 1.0, "over")
        elif self._paused and not self._all:
            self.show_work(self.tr("Stopped before the first picture."), 0.0, "stopped")
        elif self._paused:
            text = self.tr("Stopped after {k} of {n} pictures.")
            self.show_work(text.format(k=k, n=n), share, "stopped")
        elif not self._all:
            self.show_work(self.tr("Loading the pictures …"), 0.0, "working")
        else:
            self.show_work(self.tr("Judging: {k} of {n} pictures").format(k=k, n=n), share, "working")
