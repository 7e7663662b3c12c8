"""Thrift: how much the window's thread may work for pictures while a worker goes as fast as it can.

Both need the interpreter, and what the one takes the other waits for. A picture is shown as soon as the last
one, painting included, has cost no more than its share of the time since: often where drawing is cheap,
seldom where it is dear or the machine is busy, and never less than a few times a second.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable

SHARE = 0.08
LONGEST = 0.25
"""Seconds between two pictures, at most."""

Clock = Callable[[], float]


class Thrift:
    """Of the thread that asks. work and wall: seconds of processor and of time, for tests."""

    def __init__(
        self, share: float = SHARE, *, work: Clock = time.thread_time, wall: Clock = time.perf_counter
    ) -> None:
        self._share, self._work, self._wall = share, work, wall
        self._worked, self._began = -1.0, -1.0
        self.begin()

    def begin(self) -> None:
        """A picture is made from here on."""
        self._worked, self._began = self._work(), self._wall()

    def hurry(self) -> None:
        """The hand waits for an answer: the next one is due."""
        self._began = -math.inf

    def due(self) -> bool:
        """Whether another may be made."""
        since = self._wall() - self._began
        return since >= LONGEST or self._work() - self._worked <= self._share * since
