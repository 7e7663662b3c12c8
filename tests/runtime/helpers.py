"""Waiting for a worker without trusting the clock."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from typing import cast

from neuroviz.runtime import Change, Entry, Refusal, Run, record

from .sims import LIMIT, Walk, WalkFrame


def eventually(predicate: Callable[[], object], seconds: float = LIMIT) -> None:
    """Return once `predicate` holds; fail when it never does."""
    deadline = time.monotonic() + seconds
    while not predicate():
        assert time.monotonic() < deadline, "it never came about"
        time.sleep(0.0002)  # only gives way to the worker; nothing depends on how long


def frame_where(run: Run, wanted: Callable[[WalkFrame], bool]) -> WalkFrame:
    """Take frames until one is `wanted`."""
    found: list[WalkFrame] = []

    def look() -> bool:
        frame = cast("WalkFrame | None", run.frames.take())
        if frame is not None and wanted(frame):
            found.append(frame)
        return bool(found) or run.outcome is not None

    eventually(look)
    if not found:  # the last frame may have come between the look and the end
        last = cast("WalkFrame | None", run.frames.take())
        assert last is not None, f"the run ended first: {run.outcome}"
        assert wanted(last), f"the run ended first: {run.outcome}"
        found.append(last)
    return found[0]


def frame_at(run: Run, step: int) -> WalkFrame:
    """Take frames until the one of `step` comes."""
    return frame_where(run, lambda frame: frame.step == step)


def frame_with_gain(run: Run, gain: float) -> WalkFrame:
    """Take frames until a change of the gain shows."""
    return frame_where(run, lambda frame: frame.gain == gain)


def refusal(run: Run) -> Refusal:
    """Wait for a refused change."""
    found: list[Refusal] = []
    eventually(lambda: found.append(it) if (it := run.refusals.take()) else found)
    return found[0]


def expected(step: int, changes: Iterable[Entry] = (), *, seed: int = 0, end: int | None = None) -> WalkFrame:
    """The frame of `step` of a walk that was never rewound."""
    return cast("WalkFrame", record(Walk(seed, end), step, changes)[-1])


def push(value: float) -> Change:
    """A change that shows when it is applied twice, or in another order with a gain."""
    return Change("push", value)


def gain(value: float) -> Change:
    """A change of the step size; refused when negative."""
    return Change("gain", value)
