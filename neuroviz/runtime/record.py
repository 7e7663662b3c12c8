"""record: the same simulation without a thread, every frame kept. For tests, scenes and export."""

from __future__ import annotations

from collections.abc import Iterable

from neuroviz.runtime.frame import Frame
from neuroviz.runtime.log import Entry, Log
from neuroviz.runtime.sim import Sim


def record(sim: Sim, steps: int, changes: Iterable[Entry] = ()) -> list[Frame]:
    """The frames of steps 0 to `steps`, or to where the simulation ends by itself.

    `changes` say which knob was turned after which step. Raises what the simulation raises.
    """
    log = Log(tuple(changes))
    _apply_due(sim, log, 0)
    frames = [sim.snapshot()]
    for step in range(1, steps + 1):
        more = sim.advance()
        woken = _apply_due(sim, log, step)
        frames.append(sim.snapshot())
        if not more and not woken:
            break
    return frames


def _apply_due(sim: Sim, log: Log, step: int) -> bool:
    before = log.cursor
    while (change := log.due(step)) is not None:
        sim.apply(change)
    return log.cursor > before
