"""MeterFit: fits the meter that tells digits from other things, on a worker of its own, once a net."""

from __future__ import annotations

from functools import partial

from neuroviz.data import mnist
from neuroviz.nn import Net
from neuroviz.sims.novelty import Meter, NoveltyFrame, NoveltySim, can_measure
from neuroviz.ui.side_run import SideRun

_IMAGES = 10_000  # the training images among which the meter's are chosen
_KEPT = 4  # meters, of some megabytes each


class MeterFit(SideRun):
    """One run at a time. `meter`: that of the net of the last `begin`, once it is fitted."""

    def __init__(self) -> None:
        super().__init__()
        self.meter: Meter | None = None
        self.progress = 0.0
        self.possible = True
        self._known: list[Meter] = []
        self._net: Net | None = None

    def begin(self, net: Net) -> None:
        """Fit to this net, unless that has been done or is being done."""
        if net is self._net and (self.meter is not None or self.begun):
            return
        self.end()
        self._net, self.progress, self.possible = net, 0.0, can_measure(net)
        self.meter = next((one for one in self._known if one.net is net), None)
        if self.meter is None and self.possible:
            self.start(NoveltySim(net, partial(mnist.load_some, _IMAGES)))

    def collect(self) -> bool:
        """Take the newest frame; True when there is something new to show."""
        frame = self.take()
        if isinstance(frame, NoveltyFrame):
            self.progress, self.meter = frame.step / frame.total, frame.meter
            if self.meter is not None:
                self._known = [*self._known[1 - _KEPT :], self.meter]
                self.end()
        elif self.failed and self.begun:
            self.possible = False
            self.end()
        else:
            return False
        return True
