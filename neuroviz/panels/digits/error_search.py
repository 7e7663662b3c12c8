"""ErrorSearch: finds, on a worker of its own, which test images the current net gets wrong."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from neuroviz.data import mnist
from neuroviz.data.digits import DigitSet
from neuroviz.nn import Net
from neuroviz.sims.errors import ErrorsFrame, ErrorsSim
from neuroviz.ui.side_run import SideRun


class ErrorSearch(SideRun):
    """One run at a time, for `net`. `frame`: the newest it has found; `failed`: no images can be read."""

    def __init__(self) -> None:
        super().__init__()
        self.frame: ErrorsFrame | None = None
        self.net: Net | None = None

    @property
    def digits(self) -> DigitSet | None:
        """The test images, once they are loaded."""
        return None if self.frame is None else self.frame.digits

    def begin(self, net: Net) -> None:
        """Judge all test images with this net."""
        self.net = net
        load: Callable[[], DigitSet] = mnist.load_test if self.digits is None else partial(_same, self.digits)
        self.start(ErrorsSim(net, load), live=True)

    def collect(self) -> ErrorsFrame | None:
        """The newest frame, if there is one since the last call."""
        frame = self.take()
        if isinstance(frame, ErrorsFrame):
            self.frame = frame
            return frame
        return None


def _same(digits: DigitSet) -> DigitSet:
    return digits
