"""Runs that end with their test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from neuroviz.runtime import Run, Sim

from .sims import LIMIT, GatedWalk

Begin = Callable[..., Run]


@pytest.fixture
def begin() -> Iterator[Begin]:
    """`begin(sim, live=…, history=…, logged=…, past=…, paused=…)` starts a run; the test's end stops it."""
    runs: list[Run] = []
    gates: list[GatedWalk] = []

    def begin(
        sim: Sim, *, paused: bool = False, pace: float | None = None, **how: Any
    ) -> Run:  # fmt: skip
        run = Run(sim, **how)
        runs.append(run)
        if isinstance(sim, GatedWalk):
            gates.append(sim)
        run.pace(pace)
        run.start(paused=paused)
        return run

    yield begin
    for run in runs:
        run.stop()
    for gate in gates:
        gate.permit(1)
    ended = [run.join(LIMIT) for run in runs]
    assert all(ended), "a worker went on after stop"
