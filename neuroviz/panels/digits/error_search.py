"""ErrorSearch: finds, on a worker of its own, which test images the current net gets wrong."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial

from neuroviz.data import mnist
from neuroviz.data.digits import DigitSet
from neuroviz.nn import Net
from neuroviz.runtime import Run
from neuroviz.sims.errors import ErrorsFrame, ErrorsSim

_log = logging.getLogger(__name__)
_STOP_LIMIT = 2.0  # seconds


class ErrorSearch:
    """One run at a time, for `net`. `frame`: the newest it has found; `failed`: no images can be read."""

    def __init__(self) -> None:
        self.frame: ErrorsFrame | None = None
        self.net: Net | None = None
        self.failed = False
        self._run: Run | None = None

    @property
    def digits(self) -> DigitSet | None:
        """The test images, once they are loaded."""
        return None if self.frame is None else self.frame.digits

    def begin(self, net: Net) -> None:
        """Judge all test images with this net."""
        self.end()
        self.net, self.failed = net, False
        load: Callable[[], DigitSet] = mnist.load_test if self.digits is None else partial(_same, self.digits)
        self._run = Run(ErrorsSim(net, load), live=True)
        self._run.start()

    def collect(self) -> ErrorsFrame | None:
        """The newest frame, if there is one since the last call."""
        if self._run is None:
            return None
        outcome, frame = self._run.outcome, self._run.frames.take()
        if outcome is not None and outcome.kind == "failed" and not self.failed:
            self.failed = True
            _log.error("%s", outcome.traceback)
        if isinstance(frame, ErrorsFrame):
            self.frame = frame
            return frame
        return None

    def pause(self) -> None:
        """Rest while nobody looks."""
        if self._run is not None:
            self._run.pause()

    def resume(self) -> None:
        """Go on."""
        if self._run is not None:
            self._run.resume()

    def end(self) -> None:
        """Stop for good; the worker has ended when this returns."""
        if self._run is not None:
            self._run.stop()
            self._run.join(_STOP_LIMIT)
            self._run = None


def _same(digits: DigitSet) -> DigitSet:
    return digits
