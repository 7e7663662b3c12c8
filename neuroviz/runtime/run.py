"""Run: a simulation on its own thread, started, paused, rewound and stopped from the screen."""

from __future__ import annotations

import itertools
import threading
from collections import deque
from time import monotonic

from neuroviz.runtime.frame import Change, Frame
from neuroviz.runtime.history import History
from neuroviz.runtime.log import Entry, Log
from neuroviz.runtime.mailbox import Mailbox
from neuroviz.runtime.outcome import Outcome, Refusal
from neuroviz.runtime.sim import Rewindable, Sim

_numbers = itertools.count(1)


class Run:
    """One run of one simulation. A new request is a new Run; the old one is stopped and never read again.

    All methods are called from the screen's thread and return at once (`join` excepted).
    `live`: when the simulation has nothing left to do the run rests until the next wish, instead of ending.
    `history` makes a Rewindable simulation seekable; such a run is live, for its past stays of interest.
    Raises TypeError when a history is asked of a simulation that cannot be rewound.
    """

    def __init__(self, sim: Sim, *, live: bool = False, history: History | None = None) -> None:
        if history is not None and not isinstance(sim, Rewindable):
            raise TypeError("only a rewindable simulation can keep a history")
        self.frames: Mailbox[Frame] = Mailbox()
        self.refusals: Mailbox[Refusal] = Mailbox()
        self.outcome: Outcome | None = None
        self._sim = sim
        self._live = live or history is not None
        self._history = history
        self._log = Log()
        self._step = 0
        self._head = 0
        self._wake = threading.Condition()
        self._wishes: deque[Change | int] = deque()
        self._single = 0
        self._paused = False
        self._resting = False
        self._stopping = False
        self._unseen = True
        self._period = 0.0
        self._next = 0.0
        self._thread = threading.Thread(target=self._work, name=f"run-{next(_numbers)}", daemon=True)

    # -- what the screen may ask -------------------------------------------------------------------

    @property
    def log(self) -> tuple[Entry, ...]:
        """Every change so far and the step after which it took effect."""
        with self._wake:
            return self._log.entries

    @property
    def head(self) -> int:
        """The furthest step this run has reached: the end of its timeline."""
        return self._head

    @property
    def paused(self) -> bool:
        """True when steps are taken one by one only."""
        return self._paused

    @property
    def resting(self) -> bool:
        """True when a live run waits for a change."""
        return self._resting

    @property
    def alive(self) -> bool:
        """True while the worker's thread exists."""
        return self._thread.is_alive()

    # -- what the screen may wish ------------------------------------------------------------------

    def start(self, *, paused: bool = False) -> None:
        """Begin. Raises RuntimeError when begun before."""
        self._paused = paused
        self._thread.start()

    def pause(self) -> None:
        """Rest after the step at hand, whose frame is delivered."""
        with self._wake:
            self._paused = True
            self._single = 0
            self._wake.notify()

    def resume(self) -> None:
        """Go on by itself."""
        with self._wake:
            self._paused = False
            self._next = 0.0
            self._wake.notify()

    def step(self) -> None:
        """Take one step, then stay paused."""
        with self._wake:
            self._paused = True
            self._single += 1
            self._wake.notify()

    def pace(self, steps_per_second: float | None) -> None:
        """Take at most so many steps a second; None: as fast as it goes."""
        with self._wake:
            self._period = 1.0 / steps_per_second if steps_per_second else 0.0
            self._next = 0.0
            self._wake.notify()

    def change(self, change: Change) -> None:
        """Turn a knob between two steps; also while paused or resting."""
        with self._wake:
            self._wishes.append(change)
            self._wake.notify()

    def seek(self, step: int) -> None:
        """Show the moment of `step` and stay paused there; of several such wishes the last one counts.

        Raises TypeError without a history.
        """
        if self._history is None:
            raise TypeError("this run keeps no history")
        with self._wake:
            if self._wishes and isinstance(self._wishes[-1], int):
                self._wishes.pop()
            self._wishes.append(max(0, step))
            self._paused = True
            self._single = 0
            self._wake.notify()

    def stop(self) -> None:
        """End within one unit of work, also while paused. Harmless when it has ended."""
        with self._wake:
            self._stopping = True
            self._wake.notify()
        if self._thread.ident is None and self.outcome is None:
            self.outcome = Outcome("stopped")

    def join(self, timeout: float | None = None) -> bool:
        """Wait for the end; False when it has not come within `timeout` seconds."""
        if self._thread.ident is not None:
            self._thread.join(timeout)
        return not self._thread.is_alive()

    # -- the worker's side -------------------------------------------------------------------------

    def _work(self) -> None:
        outcome = Outcome("finished")
        try:
            self._checkpoint()
            while (errand := self._await()) != "stop":
                if errand == "show":
                    self._publish()
                elif errand == "wish":
                    self._grant()
                elif not self._take_step():
                    break
            else:
                outcome = Outcome("stopped")
            self._publish()
        except BaseException as error:  # whatever it is, it belongs on the panel's card, not on a console
            outcome = Outcome.failure(error)
        self.outcome = outcome

    def _await(self) -> str:
        """Sleep until there is something to do, and say what: stop, wish, show or step."""
        with self._wake:
            while True:
                if self._stopping:
                    return "stop"
                if self._wishes:
                    return "wish"
                if self._single and not self._resting:
                    self._single -= 1
                    return "step"
                idle = self._paused or self._resting
                if self._unseen and (idle or self.frames.empty):
                    return "show"
                delay = None if idle else self._next - monotonic()
                if delay is not None and delay <= 0.0:
                    return "step"
                self._wake.wait(delay)

    def _take_step(self) -> bool:
        """One step; False when the run is over."""
        if self._period:
            self._next = max(self._next, monotonic() - self._period) + self._period
        more = self._advance()
        self._resting = self._live and not more
        return more or self._live

    def _advance(self) -> bool:
        more = self._sim.advance()
        self._step += 1
        self._head = max(self._head, self._step)
        self._checkpoint()
        self._replay_due()
        self._unseen = True
        return more

    def _grant(self) -> None:
        with self._wake:
            wish = self._wishes.popleft()
        if isinstance(wish, Change):
            self._apply(wish)
        else:
            self._go_to(wish)

    def _apply(self, change: Change) -> None:
        try:
            self._sim.apply(change)
        except ValueError as error:
            self.refusals.put(Refusal(change, str(error)))
            return
        with self._wake:
            self._log.write(self._step, change)
        self._resting = False
        self._unseen = True
        self._head = self._step
        if self._history is not None:
            self._history.forget_after(self._step)

    def _go_to(self, target: int) -> None:
        """Restore the best checkpoint and replay from there, open to a newer wish at every step."""
        if self._history is None or not isinstance(self._sim, Rewindable):
            return
        found, state = self._history.nearest(target)
        if target < self._step or found > self._step:
            self._sim.restore(state)
            self._step = found
            self._log.rewind(found)
            self._replay_due()
        more = True
        while more and self._step < target and not self._overruled():
            more = self._advance()
        self._resting = not more
        self._unseen = True

    def _overruled(self) -> bool:
        return self._stopping or bool(self._wishes and isinstance(self._wishes[0], int))

    def _replay_due(self) -> None:
        while (change := self._log.due(self._step)) is not None:
            self._sim.apply(change)

    def _checkpoint(self) -> None:
        if self._history is None or not isinstance(self._sim, Rewindable):
            return
        if self._history.wants(self._step):
            self._history.add(self._step, self._sim.state())

    def _publish(self) -> None:
        self._unseen = False
        self.frames.put(self._sim.snapshot())
