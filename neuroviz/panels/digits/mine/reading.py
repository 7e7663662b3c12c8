"""Reading: how far the nets have come with a hand and with the test images, and a button that stops them."""

from __future__ import annotations

from PySide6.QtCore import QEvent

from neuroviz.sims.hand import HandFrame
from neuroviz.ui.long_work import LongWork, State
from neuroviz.ui.numbers import share

_MOMENT = 20  # digits that are read before a word on it could be


class HandReading(LongWork):
    """Says nothing of the one digit that was just drawn: a button that comes and goes would only distract."""

    def __init__(self) -> None:
        super().__init__()
        self._frame: HandFrame | None = None
        self._paused = False

    def show_frame(self, frame: HandFrame | None, *, paused: bool) -> None:
        """How far it is; None: with nothing yet."""
        self._frame, self._paused = frame, paused
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    def _show(self) -> None:
        frame = self._frame
        if frame is None:
            self.show_work("", 0.0, "over")
            return
        n = len(frame.hand)
        counts = [int((one.answers >= 0).sum()) for one in frame.readings] or [n]
        read = max(counts)  # the first net waits for each digit to be prepared, the others only look
        state: State = "stopped" if self._paused else "working"
        tested = frame.n_test > 0 and all(one.test_done == frame.n_test for one in frame.readings)
        if n - min(counts) > (0 if self._paused or not tested else _MOMENT):
            text = (
                self.tr("Stopped after {k} of {n} digits.")
                if self._paused
                else self.tr("Reading: {k} of {n} digits")
            )
            self.show_work(text.format(k=f"{read:,}", n=f"{n:,}"), read / n, state)
        elif not tested:
            done = sum(one.test_done for one in frame.readings)
            part = done / max(1, frame.n_test * len(frame.readings))
            text = (
                self.tr("The test images: stopped at {p}.")
                if self._paused
                else self.tr("Judging the test images: {p}")
            )
            self.show_work(text.format(p=share(part)), part, state)
        else:
            self.show_work(self.tr("Every net has read all of it."), 1.0, "over")
