"""The course of one step: forward through the stages, the loss, back through them, the update."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from neuroviz.nn import Net, Trace
from neuroviz.nn.gradients import Gradients
from neuroviz.ui.netview.stages import INPUT, Stage, stages

Leg = Literal["forward", "loss", "back", "update"]


@dataclass(frozen=True)
class Place:
    """Where on the course: `stage` is the one whose values or errors have come last (0: the input)."""

    leg: Leg
    stage: int


class Course:
    """Places 0 to `length` for one net."""

    def __init__(self, net: Net) -> None:
        self.stages: tuple[Stage, ...] = stages(net)

    @property
    def length(self) -> int:
        """The place of the update, the last."""
        return 2 * len(self.stages) + 1

    def place(self, at: int) -> Place:
        """What happens at a place."""
        n = len(self.stages)
        if at < n:
            return Place("forward", at)
        if at == n:
            return Place("loss", n - 1)
        return Place("back", 2 * n - at) if at <= 2 * n else Place("update", 0)

    def forward(self, trace: Trace, at: int) -> Trace:
        """The values that have been computed by then; the others are zero."""
        place = self.place(at)
        last = self.stages[place.stage].last if place.leg == "forward" else len(trace.activations)
        return _masked(trace.input, trace.activations, [i <= last for i in range(len(trace.activations))])

    def back(self, found: Gradients, at: int) -> Trace | None:
        """The errors that have come back by then, laid out like a trace; None before any has."""
        place = self.place(at)
        if place.leg in ("forward", "loss"):
            return None
        first = self.stages[place.stage].start if place.leg == "back" else INPUT
        errors = [np.zeros_like(a) if dy is None else dy
                  for a, dy in zip(found.trace.activations, found.dys, strict=True)]  # fmt: skip
        seen = found.dx if first == INPUT else np.zeros_like(found.dx)
        return _masked(seen, errors, [i >= first for i in range(len(errors))])


def _masked(
    x: np.ndarray, arrays: Sequence[np.ndarray], shown: Sequence[bool]
) -> Trace:
    return Trace(x, tuple(a if on else np.zeros_like(a) for a, on in zip(arrays, shown, strict=True)))
