"""AtRest: the test examples are asked when a run rests: who looks at them all the time chooses by them."""

from __future__ import annotations

import math

import numpy as np

from neuroviz.data.task import Task
from neuroviz.nn import Net
from neuroviz.sims.training.testing import TestedFrame, TestSim
from neuroviz.ui.side_run import SideRun


class AtRest:
    """One net at a time, on a worker; `found` is what is known of the net that is looked at."""

    def __init__(self) -> None:
        self._side = SideRun()
        self._asked: Net | None = None
        self._last: TestedFrame | None = None
        self._known = False

    @property
    def found(self) -> TestedFrame | None:
        """The score of the net at rest; None while it is asked, or learns."""
        return self._last if self._known else None

    def look(self, net: Net | None, task: Task | None) -> None:
        """Once a tick: the net that rests, None while there is none."""
        frame = self._side.take()
        if isinstance(frame, TestedFrame) and not math.isnan(frame.score):
            self._last = frame
        if net is None or task is None:
            self.end()
            return
        self._known = self._last is not None and np.array_equal(self._last.net.theta, net.theta)
        if not self._known and self._asked is not net:
            self._asked = net
            self._side.start(TestSim(net, task))

    def end(self) -> None:
        """Ask no more."""
        self._side.end()
        self._asked, self._known = None, False
