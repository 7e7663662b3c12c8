"""Run: a simulation on its own thread, started, paused, rewound and stopped from the screen."""

from __future__ import annotations

import itertools
import math
import threading
from collections import deque
from dataclasses import replace
from time import monotonic
from typing import Literal

from neuroviz.runtime.frame import Change, Frame
from neuroviz.runtime.history import History
from neuroviz.runtime.log import Entry, Log
from neuroviz.runtime.mailbox import Mailbox
from neuroviz.runtime.outcome import Outcome, Refusal
from neuroviz.runtime.past import Handed, Past
from neuroviz.runtime.sim import Gradual, Rewindable, Sim, State

_numbers = itertools.count(1)
_GLANCE = 1 / 60  # seconds between two looks of the screen
_MOMENT = 0.001  # seconds of steps between two looks for wishes

Errand = Change | int | Literal["step", "show", "hand", "stop"]  # an int is a moment to seek


class Run:
    """One run of one simulation. A new request is a new Run; the old one is stopped and never read again.

    All methods are called from the screen's thread and return at once (`join` excepted).
    `live`: when the simulation has nothing left to do the run rests until the next wish, instead of ending.
    `history` makes a Rewindable simulation seekable; such a run is live, for its past stays of interest.
    `logged`: False for changes that come with every movement of a hand and are never replayed, since a log
    of them would grow without end.
    `past`: what another run had behind it; this one begins by going there, with its simulation or another.
    Raises TypeError when a history is asked of a simulation that cannot be rewound or of a run without log.
    """

    def __init__(
        self, sim: Sim, *, live: bool = False, history: History | None = None, logged: bool = True,
        past: Past | None = None,
    ) -> None:  # fmt: skip
        if history is not None and not logged:
            raise TypeError("a history is replayed from the log")
        # Asked once: whether something keeps to a protocol takes longer than a step of a small net.
        self._past = sim if history is not None and isinstance(sim, Rewindable) else None
        if history is not None and self._past is None:
            raise TypeError("only a rewindable simulation can keep a history")
        if past is not None and history is None:
            raise TypeError("without a history there is no way to a past")
        self._gradual = sim if isinstance(sim, Gradual) else None
        self.frames: Mailbox[Frame] = Mailbox()
        self.refusals: Mailbox[Refusal] = Mailbox()
        self.handed: Mailbox[Handed] = Mailbox()
        self.outcome: Outcome | None = None
        self._sim = sim
        self._live = live or history is not None
        self._logged = logged
        self._history = history
        self._log = Log() if past is None else Log(past.log)
        self._behind = past
        self._eve: tuple[int, State] | None = None  # the step of the last change, and the state before it
        self._asked = self._answered = 0  # wishes for all that there is
        self._takers: tuple[Mailbox[Handed], ...] = ()
        self._step = 0
        self._head = 0 if past is None else past.head
        self._wake = threading.Condition()
        self._wishes: deque[Errand] = deque()
        self._end: int | None = None
        self._paused = False
        self._stopping = False
        self._unseen = True
        self._put_off = False
        self._asleep = False
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

    def past(self) -> Past:
        """All that this run has behind it now. Raises TypeError without a history."""
        if self._history is None:
            raise TypeError("this run keeps no history")
        with self._wake:
            step = self._step
            return Past(step, max(step, self._head), self._log.entries, self._history.kept)

    def hand_over(self, into: Mailbox[Handed] | None = None) -> int:
        """Leave all that there is in `handed`, between two steps; also while paused. The number of this wish.

        into: where to leave it too, for somebody else who looks. Raises TypeError without a history.
        """
        if self._history is None:
            raise TypeError("this run keeps no history")
        with self._wake:
            self._asked += 1
            self._takers += () if into is None else (into,)
            self._wake.notify_all()
            return self._asked

    def handed_over(self, timeout: float) -> Handed | None:
        """The same, waited for; None when the worker has not come to it within `timeout` seconds."""
        number = self.hand_over()
        with self._wake:
            self._wake.wait_for(lambda: self._answered >= number or not self.alive, timeout)
        found = self.handed.take()
        return found if found is not None and found.number >= number else None

    @property
    def paused(self) -> bool:
        """True when steps are taken one by one only."""
        return self._paused

    @property
    def resting(self) -> bool:
        """True when a live run has come to its end, has left its last frame, and waits for a wish."""
        return self._at_end and self._asleep and not self._wishes

    @property
    def at_end(self) -> bool:
        """True when a live run takes no step before the next change, be its last frame seen or not."""
        return self._at_end

    @property
    def alive(self) -> bool:
        """True while the worker's thread exists."""
        return self._thread.is_alive()

    # -- what the screen may wish ------------------------------------------------------------------

    def start(self, *, paused: bool = False) -> None:
        """Begin. Raises RuntimeError when begun before."""
        if self._thread.ident is not None:
            raise RuntimeError("a run begins once")
        self._paused = self._paused or paused
        self._thread.start()

    def pause(self) -> None:
        """Rest after the step at hand, whose frame is delivered. Single steps still to come are forgotten."""
        with self._wake:
            self._paused = True
            self._wishes = deque(wish for wish in self._wishes if wish != "step")
            self._wake.notify()

    def resume(self) -> None:
        """Go on by itself."""
        with self._wake:
            self._paused = False
            self._next = 0.0
            self._wake.notify()

    def step(self) -> None:
        """Take one step, then stay paused. Comes in turn with changes and seeks."""
        with self._wake:
            self._paused = True
            self._wishes.append("step")
            self._wake.notify()

    def pace(self, steps_per_second: float | None) -> None:
        """Take at most so many steps a second; None: as fast as it goes. ValueError for zero or less."""
        if steps_per_second is not None and not steps_per_second > 0:
            raise ValueError("a pace is above zero")
        with self._wake:
            self._period = 1.0 / steps_per_second if steps_per_second else 0.0
            self._next = min(self._next, monotonic() + self._period)
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
            while self._wishes and not isinstance(self._wishes[-1], Change):
                self._wishes.pop()
            self._wishes.append(max(0, int(step)))
            self._paused = True
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
            if self._behind is not None and self._history is not None:
                self._take_up(self._history, self._behind)
            else:
                self._checkpoint()
            while (errand := self._await()) != "stop":
                if not self._do(errand):
                    break
            else:
                outcome = Outcome("stopped")
            self._put_off = True
            self._publish()
        except BaseException as error:  # whatever it is, it belongs on the panel's card, not on a console
            outcome = Outcome.failure(error)
        self.outcome = outcome

    def _await(self) -> Errand:
        """Sleep until there is something to do, and say what."""
        with self._wake:
            while True:
                if self._stopping:
                    return "stop"
                if self._wishes:
                    return self._wishes.popleft()
                if self._answered < self._asked:
                    return "hand"
                idle = self._paused or self._at_end
                delay = math.inf if idle else self._next - monotonic()
                # before a long sleep the frame goes out even if the last one still lies there
                if self._unseen and (delay > _GLANCE or self.frames.empty):
                    return "show"
                if delay <= 0.0:
                    return "step"
                self._asleep = True
                self._wake.wait(None if idle else delay)
                self._asleep = False

    def _do(self, errand: Errand) -> bool:
        """Run one errand; False when the run is over."""
        if errand == "show":
            self._publish()
        elif errand == "step":
            return self._take_step()
        elif errand == "hand":
            self._hand_over()
        elif isinstance(errand, Change):
            self._apply(errand)
        elif isinstance(errand, int):
            self._go_to(errand)
        return True

    def _take_step(self) -> bool:
        """One step, none while resting; False when the run is over."""
        if self._at_end:
            return True
        with self._wake:  # a step that comes late does not make the next one come early
            due, now = self._next + self._period, monotonic()
            self._next = due if due > now else now + self._period
        self._advance()
        if not self._period:
            self._go_on()
        return self._live or self._step != self._end

    def _go_on(self) -> None:
        """Further steps, for a moment: where a step costs less than asking, asking would halve the speed."""
        until = monotonic() + _MOMENT
        while not (self._paused or self._stopping or self._wishes or self._step == self._end):
            if self.frames.empty or monotonic() >= until:
                break
            self._advance()

    def _advance(self) -> None:
        more = self._sim.advance()
        self._step += 1
        self._head = max(self._head, self._step)
        self._checkpoint()
        if not self._replay_due() and not more:
            self._end = self._step
        self._unseen = True

    def _apply(self, change: Change) -> None:
        self._keep_eve(change)
        try:
            self._sim.apply(change)
        except ValueError as error:
            self.refusals.put(Refusal(change, str(error)))
            return
        self._unseen = True
        if change.kind == "look":
            return
        with self._wake:  # `past` must not see the one done and the other not
            if self._logged:
                self._log.write(self._step, change)
            self._end = None
            if change.kind == "act":
                self._head = self._step
            if self._history is not None:
                self._history.forget_after(self._step)

    def _keep_eve(self, change: Change) -> None:
        """What is done at a step is done again from the state before it, so that one is needed."""
        if self._past is None or change.kind == "look":
            return
        if self._eve is None or self._eve[0] != self._step:
            self._eve = None if self._log.knows(self._step) else (self._step, self._past.state())

    def _hand_over(self) -> None:
        if self._history is None or self._past is None:
            return
        past, number = self.past(), self._asked
        here = self._eve if self._log.knows(past.step) else (past.step, self._past.state())
        if here is not None and here[0] == past.step:
            moments = {here[0]: here[1], **dict(past.checkpoints)}
            past = replace(past, checkpoints=tuple(sorted(moments.items(), key=lambda one: one[0])))
        handed = Handed(number, past, self._sim.snapshot())
        self.handed.put(handed)
        with self._wake:
            takers, self._takers = self._takers, ()
            for taker in takers:
                taker.put(handed)
            self._answered = number
            self._wake.notify_all()

    def _go_to(self, target: int) -> None:
        """Restore the best checkpoint and replay from there, open to a newer wish at every step."""
        if self._history is None or self._past is None:
            return
        found, state = self._history.nearest(target)
        if target < self._step or found > self._step:
            self._past.restore(state)
            self._step = found
            self._log.rewind(found)
            self._replay_due()
        while self._step < target and not self._at_end and not self._overruled():
            self._advance()
        self._unseen = True

    def _take_up(self, history: History, past: Past) -> None:
        """Go to where the other run stood: from the start, for its simulation may stand anywhere."""
        start = next((state for step, state in past.checkpoints if step == 0), None)
        if start is not None and self._past is not None:
            self._past.restore(start)
        self._checkpoint()
        for step, state in past.checkpoints:
            if step > 0:
                history.add(step, state)
        self._behind = None
        self._replay_due()
        self._go_to(past.step)

    @property
    def _at_end(self) -> bool:
        return self._live and self._step == self._end

    def _overruled(self) -> bool:
        return self._stopping or bool(self._wishes and isinstance(self._wishes[0], int))

    def _replay_due(self) -> bool:
        """Apply the logged changes of this step; True when there were any, which wakes a run at its end."""
        before = self._log.cursor
        while (change := self._log.due(self._step)) is not None:
            self._sim.apply(change)
        return self._log.cursor > before

    def _checkpoint(self) -> None:
        if self._history is not None and self._past is not None and self._history.wants(self._step):
            self._history.add(self._step, self._past.state())

    def _publish(self) -> None:
        """Show what there is. Long preparations give way to the end, and to wishes, once in a row."""
        while self._gradual is not None and self._gradual.prepare():
            if self._stopping or (self._wishes and not self._put_off):
                self._put_off = True
                return
        self._unseen = self._put_off = False
        self.frames.put(self._sim.snapshot())
