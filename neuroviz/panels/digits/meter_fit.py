"""MeterFit: fits the meter that tells digits from other things, on a worker of its own, once a net."""

from __future__ import annotations

import logging
from functools import partial

from neuroviz.data import mnist
from neuroviz.nn import Net
from neuroviz.runtime import Run
from neuroviz.sims.novelty import Meter, NoveltyFrame, NoveltySim, can_measure

_log = logging.getLogger(__name__)
_IMAGES = 10_000  # the training images among which the meter's are chosen
_KEPT = 4  # meters, of some megabytes each
_STOP_LIMIT = 2.0  # seconds


class MeterFit:
    """One run at a time. `meter`: that of the net of the last `begin`, once it is fitted."""

    def __init__(self) -> None:
        self.meter: Meter | None = None
        self.progress = 0.0
        self.possible = True
        self._known: list[Meter] = []
        self._net: Net | None = None
        self._run: Run | None = None

    def begin(self, net: Net) -> None:
        """Fit to this net, unless that has been done or is being done."""
        if net is self._net and (self.meter is not None or self._run is not None):
            return
        self.end()
        self._net, self.progress, self.possible = net, 0.0, can_measure(net)
        self.meter = next((one for one in self._known if one.net is net), None)
        if self.meter is None and self.possible:
            self._run = Run(NoveltySim(net, partial(mnist.load_some, _IMAGES)))
            self._run.start()

    def collect(self) -> bool:
        """Take the newest frame; True when there is something new to show."""
        if self._run is None:
            return False
        outcome, frame = self._run.outcome, self._run.frames.take()
        if isinstance(frame, NoveltyFrame):
            self.progress, self.meter = frame.step / frame.total, frame.meter
            if self.meter is not None:
                self._known = [*self._known[1 - _KEPT :], self.meter]
                self.end()
        elif outcome is not None and outcome.kind == "failed":
            _log.error("%s", outcome.traceback)
            self.possible = False
            self.end()
        else:
            return False
        return True

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
