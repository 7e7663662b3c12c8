"""TimingSim: how long a step of exactly this net takes on this machine, told by taking some.

Its frames are the one thing in the house that no seed decides; they never become part of a run.
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from neuroviz.data.task import Task
from neuroviz.nn import Trainer
from neuroviz.runtime import Change, Frame
from neuroviz.scenes.recipe import MOST_AT_ONCE, Recipe
from neuroviz.sims.training.feeder import Feeder
from neuroviz.sims.training.report import loss_of

Clock = Callable[[], float]
"""Seconds since some moment."""

_PART = 0.004  # seconds of steps between two looks at the clock's median
_LONG = 0.5  # seconds after which it is known
_PARTS = 6  # that are taken in any case: the first is the warming up, and is not counted
_LONGEST = 4.0


@dataclass(frozen=True, eq=False)
class TimingFrame(Frame):
    """Seconds of one step, NaN until some have been taken, and the steps of an epoch. done: enough is known.

    Of parts of a few ms each the lower quartile counts: what disturbs this thread only ever slows it down.
    """

    recipe: Recipe
    seconds: float
    steps: int
    done: bool

    @property
    def epoch(self) -> float:
        """Seconds of an epoch."""
        return self.seconds * self.steps


class TimingSim:
    """Real steps: examples are fetched, varied and learned as in a run. It takes no changes."""

    def __init__(self, recipe: Recipe, task: Task, clock: Clock) -> None:
        """clock: handed in, as a generator would be; a simulation has none of its own."""
        self._recipe, self._clock = recipe, clock
        knobs = recipe.knobs
        net = recipe.net()
        self._trainer = Trainer(
            net, loss_of(task), knobs.made_optimiser(), MOST_AT_ONCE, np.random.default_rng(0)
        )  # fmt: skip
        self._trainer.clip = knobs.clip or math.inf
        self._trainer.set_rates(recipe.rates())
        self._feeder = Feeder(task, recipe.input_shape, recipe.seed, net.plan.least_batch)
        self._steps = self._feeder.batches(knobs)
        self._parts: list[float] = []  # seconds of a step
        self._step, self._spent, self._done = 0, 0.0, False

    def advance(self) -> bool:
        """Some milliseconds of steps, one at least; False when enough is known."""
        knobs, began, taken, now = self._recipe.knobs, self._clock(), 0, 0.0
        while now < _PART:
            x, y = self._feeder.examples(self._feeder.rows(knobs), knobs)
            self._trainer.step(x, y)
            taken += 1
            now = self._clock() - began
            if taken >= 10_000:
                break  # a clock that stands still must not hold anybody up
        self._step += taken
        self._spent += now
        self._parts.append(now / taken)
        enough = len(self._parts) >= _PARTS and self._spent >= _LONG
        self._done = enough or self._spent >= _LONGEST or len(self._parts) >= 200
        return not self._done

    def snapshot(self) -> TimingFrame:
        """What is known so far."""
        counted = self._parts[1:]
        known = len(counted) >= _PARTS - 1
        seconds = statistics.quantiles(counted, n=4)[0] if known else math.nan
        return TimingFrame(self._step, self._recipe, seconds, self._steps, self._done)

    def apply(self, change: Change) -> None:
        """Another net is another run."""
        raise ValueError(f"unknown change {change.name!r}")
