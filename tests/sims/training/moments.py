"""A moment of a small run, as its files are made of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from neuroviz.data.painted import Painted
from neuroviz.data.task import TaskSpec
from neuroviz.data.tasks import Source, build
from neuroviz.runtime import Change, Entry, Past
from neuroviz.scenes.recipe import Recipe
from neuroviz.sims.training.errands import Moment
from neuroviz.sims.training.frames import Branch
from neuroviz.sims.training.sim import TrainingSim
from neuroviz.sims.training.stops import Stops
from tests.scenes.runs import recipe


def painted() -> Painted:
    """Sixty points below and above the diagonal."""
    rng = np.random.default_rng(0)
    return Painted(tuple((float(x), float(y), int(x > y)) for x, y in rng.uniform(-1, 1, (60, 2))))


CHANGES = (
    Entry(3, Change("knob", (0, "rate", 0.2))),
    Entry(10, Change("branch", Branch(1, 0, "optimiser", "adam"), "branch")),
    Entry(12, Change("knob", (1, "noise", 0.1))),
    Entry(12, Change("focus", 1, "look")),
)  # fmt: skip


def moment(steps: int = 20, changes: Sequence[Entry] = CHANGES, source: Any = None, **knobs: Any) -> Moment:
    """After so many steps; `source` for own data."""
    own: Source | None = source
    spec = TaskSpec("circles" if own is None else "mine", n=100)
    made: Recipe = replace(recipe(**knobs), task=spec)
    task = build(spec, own)
    sim = TrainingSim(made, task)
    checkpoints = [(0, sim.state())]
    for step in range(steps + 1):
        if step and step % 8 == 0:
            checkpoints.append((step, sim.state()))
        for entry in changes:
            if entry.step == step:
                sim.apply(entry.change)
        if step < steps:
            sim.advance()
    log = tuple(entry for entry in changes if entry.change.kind != "look" and entry.step <= steps)
    return Moment(made, own, task, Past(steps, steps, log, tuple(checkpoints)), sim.snapshot(), Stops())
