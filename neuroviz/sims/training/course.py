"""Course: one line of learning: a net, what it is fed, what is written down of it; rewindable bit for bit."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np

from neuroviz.data.task import Task
from neuroviz.nn import Net, Trainer, TrainerState
from neuroviz.nn.schedules import Schedule
from neuroviz.runtime.knob import check
from neuroviz.scenes.recipe import MOST_AT_ONCE, Knobs, Recipe
from neuroviz.sims.training.book import Book
from neuroviz.sims.training.feeder import Feeder, FeederState
from neuroviz.sims.training.par import Par
from neuroviz.sims.training.report import Probe, Report, hardest, loss_of

KNOB_NAMES = tuple(one.name for one in fields(Knobs))
LAYER_RATE = "layer_rate"
"""The one change beside the knobs: (layer, factor on its learning rate)."""

_SHARE = 0.05  # of the work may go into reports
_CALLS = 16  # steps of the smallest net that the calls of one report cost
_KEPT = 512  # reports


@dataclass(frozen=True)
class Since:
    """A schedule that begins at step `start`."""

    schedule: Schedule
    start: int

    def __call__(self, step: int) -> float:
        return self.schedule(max(0, step - self.start))


@dataclass(frozen=True, eq=False)
class CourseState:
    """All that decides the future of a course."""

    trainer: TrainerState
    feeder: FeederState
    knobs: Knobs
    rates: tuple[float, ...]
    since: int
    loss: float | None = None  # of the last step, where it is known

    @property
    def nbytes(self) -> int:
        """In bytes; what is small is counted as one kilobyte."""
        return self.trainer.nbytes + 1024


class Course:
    """Learns step by step; knobs may be turned between any two.

    `book` and `reports` know all that has happened, also beyond the present step after a rewind.
    """

    def __init__(self, recipe: Recipe, task: Task) -> None:
        self.recipe, self.task = recipe, task
        self.knobs, self.rates = recipe.knobs, recipe.rates()
        self.start: Net = recipe.net()
        dropout = np.random.default_rng((recipe.seed, 3))
        self.trainer = Trainer(
            self.start, loss_of(task), self.knobs.made_optimiser(), MOST_AT_ONCE, dropout
        )  # fmt: skip
        self.feeder = Feeder(task, recipe.input_shape, recipe.seed, self.start.plan.least_batch)
        self.par = Par.of(task)
        self.probe = Probe(self.start.plan, task, tested=recipe.task.leak)
        steps = self.probe.work / (3 * self.knobs.batch) + _CALLS
        self.every = 2 ** math.ceil(math.log2(max(1.0, steps / _SHARE)))
        self.book = Book()
        self.reports: list[Report] = []
        self.loss = math.nan
        self.measured = -1
        self._since = 0
        self._set_up()
        self._measure(None)

    @property
    def step(self) -> int:
        """Steps taken."""
        return self.trainer.steps

    def advance(self) -> bool:
        """One step; False when it has been taken before."""
        rows = self.feeder.rows(self.knobs)
        x, y = self.feeder.examples(rows, self.knobs)
        due = self._due(self.step + 1)
        before = self.trainer.theta.copy() if due else None
        self.loss = self.trainer.step(x, y)
        fresh = self.step > self.book.last
        self.book.write(self.step, self.loss)
        if due:
            self._measure(before)
        return fresh

    def turn(self, name: str, value: Any) -> None:
        """Turn a knob. ValueError for an unknown one or a value outside its limits; then nothing changes."""
        if name == LAYER_RATE:
            layer, factor = value
            rates = list(self.rates)
            if not 0 <= layer < len(rates) or not factor >= 0:
                raise ValueError(f"there is no factor {factor} for layer {layer}")
            rates[layer] = float(factor)
            self.rates = tuple(rates)
        elif name in KNOB_NAMES:
            knobs = replace(self.knobs, **{name: value})
            check(knobs)
            if name in ("schedule", "horizon"):
                self._since = self.step
            self.knobs = knobs
            if name in ("optimiser", "rate", "momentum", "decay"):
                self.trainer.optimiser = knobs.made_optimiser()
        else:
            raise ValueError(f"there is no knob {name!r}")
        self._set_up()

    def state(self) -> CourseState:
        """To come back to with `restore`."""
        trainer, feeder = self.trainer.state(), self.feeder.state()
        return CourseState(trainer, feeder, self.knobs, self.rates, self._since, self.loss)

    def restore(self, state: CourseState) -> None:
        """Go on from there, bit for bit."""
        self.trainer.restore(state.trainer)
        self.feeder.restore(state.feeder)
        self.knobs, self.rates, self._since = state.knobs, state.rates, state.since
        if state.loss is not None:
            self.loss = state.loss
        self._set_up()

    def branched(self, state: CourseState, step: int) -> Course:
        """Another course that has come the same way up to `state`, at `step`."""
        other = Course(self.recipe, self.task)
        other.reports.clear()
        other.restore(state)
        other.book.begin_at(step)
        other._measure(None)
        return other

    def report_at(self, step: int) -> Report | None:
        """The last one at or before `step`."""
        found = [one for one in self.reports if one.step <= step]
        return found[-1] if found else None

    def at_rest(self) -> Report:
        """A report of the present step that is not written down, so that nothing that is decided by reports
        depends on where a run has rested. Its updates are those of the last one: what was before the last
        step is not known any more.
        """
        found, last = self._report(None), self.report_at(self.step)
        if last is None:
            return found
        return replace(found, layers=replace(found.layers, update=last.layers.update))

    def forget_after(self, step: int) -> None:
        """What lay after `step` will not happen."""
        self.book.forget_after(step)
        self.reports[:] = [one for one in self.reports if one.step <= step]
        self.measured = min(self.measured, step)

    def _set_up(self) -> None:
        self.trainer.clip = self.knobs.clip or math.inf
        self.trainer.set_rates(self.rates)
        self.trainer.schedule = Since(self.knobs.made_schedule(), self._since)

    def _due(self, step: int) -> bool:
        """Sixteen times and more while the run doubles, until it is every `every` steps; known ones are not
        measured again."""
        grid = min(self.every, max(1, 2 ** (step.bit_length() - 1) // 16))
        return step > self.measured and step % grid == 0

    def _measure(self, before: np.ndarray | None) -> None:
        self.measured = self.step
        self.reports.append(self._report(before))
        if len(self.reports) > _KEPT:
            self.reports[:] = self.reports[:_KEPT // 2] + self.reports[_KEPT // 2 :: 2]

    def _report(self, before: np.ndarray | None) -> Report:
        probe, task, theta = self.probe, self.task, self.trainer.theta
        train, valid = probe.marks(theta, task.train), probe.marks(theta, task.valid)
        test = probe.marks(theta, task.test).score if self.recipe.task.leak else math.nan
        sizes, norm = probe.layers(theta, before)
        said = probe.said(valid)
        return Report(
            self.step, self.feeder.epochs, train.loss, train.score, valid.loss, valid.score, norm,
            self.trainer.learning_rate, sizes, probe.confusion(said), *hardest(valid), test, said,
            probe.losses(valid),
        )  # fmt: skip
