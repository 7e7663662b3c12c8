"""StagesSim: training in slow motion: its unit is a stage of a step, not a step."""

from __future__ import annotations

import math
from collections.abc import Generator, Iterator
from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.task import Task
from neuroviz.nn import Dropout, Plan, Trainer, TrainerState
from neuroviz.nn.arrays import DIVERGING_IS_ALLOWED, Array
from neuroviz.runtime import Change, Frame
from neuroviz.runtime.knob import check
from neuroviz.scenes.recipe import MOST_AT_ONCE, Knobs, Recipe
from neuroviz.sims.one_weight import Weight, place_of
from neuroviz.sims.training.course import CourseState, Since
from neuroviz.sims.training.feeder import Feeder, FeederState
from neuroviz.sims.training.report import loss_of, marked
from neuroviz.sims.training.story import Check, checked
from neuroviz.sims.training.taken_apart import Block, Floats, Pass, asked_again, blocks_of, taken_apart
from neuroviz.sims.training.update import Update

Leg = Literal["start", "draw", "forward", "loss", "back", "update"]
_KNOBS = frozenset(one.name for one in fields(Knobs))


@dataclass(frozen=True)
class Place:
    """leg: what has been done last; block: in which layer, on the ways forward and back."""

    leg: Leg
    block: int = 0


@dataclass(frozen=True)
class Round:
    """The stages of one step through a net of n blocks: draw, n forward, loss, n back, update."""

    n: int

    @property
    def length(self) -> int:
        """Stages in a round."""
        return 2 * self.n + 3

    def place(self, step: int) -> Place:
        """What the stage `step` does, the first being 1; nothing has been done at 0."""
        if step == 0:
            return Place("start")
        at = (step - 1) % self.length
        if at == 0:
            return Place("draw")
        if at <= self.n:
            return Place("forward", at - 1)
        if at == self.n + 1:
            return Place("loss")
        return Place("update") if at == self.length - 1 else Place("back", 2 * self.n + 1 - at)

    def step(self, place: Place, number: int) -> int:
        """The step at which round `number`, counted from 0, is at a place."""
        offset = {
            "start": -1, "draw": 0, "forward": 1 + place.block, "loss": self.n + 1,
            "back": 2 * self.n + 1 - place.block, "update": self.length - 1,
        }[place.leg]  # fmt: skip
        return number * self.length + offset + 1


@dataclass(frozen=True, eq=False)
class Batch:
    """The examples of a round. rows (n,) of the training examples; order: of all of them in this epoch,
    read-only, of which those from `at` on are taken; x (n, *input_shape) as the net gets them.
    """

    rows: NDArray[np.intp]
    order: NDArray[np.intp]
    at: int
    epoch: int
    x: Array
    y: Array


@dataclass(frozen=True, eq=False)
class Done:
    """What the update has done: to the parameters, and to the same batch, asked once more.

    moved: how many parameters have; most: by how much at most.
    """

    update: Update
    outputs: Array
    losses: Floats
    moved: int
    most: float

    @property
    def loss(self) -> float:
        """The mean, after the update."""
        return float(self.losses.mean())


@dataclass(frozen=True, eq=False)
class StagesFrame(Frame):
    """number: of the step at hand, the first being 1; round: rounds since the beginning here, from 0.

    batch and found: from the draw on (found: the whole pass, also what has not been shown yet); done: after
    the update alone. check: the numerical gradient, if it was asked for in this round.
    """

    place: Place
    number: int
    round: int
    knobs: Knobs
    plan: Plan
    blocks: tuple[Block, ...]
    task: Task
    theta: Array
    batch: Batch | None
    found: Pass | None
    done: Done | None
    check: Check | None

    @property
    def whole(self) -> Round:
        """The stages of a round."""
        return Round(len(self.blocks))


@dataclass(frozen=True)
class _Setting:
    knobs: Knobs
    since: int


@dataclass(frozen=True, eq=False)
class StagesState:
    """As before the round at hand, and how far it has come: what was drawn and updated with which knobs."""

    step: int
    trainer: TrainerState
    feeder: FeederState
    now: _Setting
    drawn: _Setting | None
    updated: _Setting | None

    @property
    def nbytes(self) -> int:
        """In bytes; what is small is counted as two kilobytes."""
        return self.trainer.nbytes + 2048


class StagesSim:
    """Changes: each knob of the recipe by its name, in force from the next draw or update on; of the kind
    "look", "check": a Weight whose gradient is to be measured, or None.

    Feeder and trainer are those of a run: after n rounds its parameters are those of n steps, bit for bit.
    It ends where the parameters are no numbers any more.
    """

    def __init__(self, recipe: Recipe, task: Task, begin: CourseState | None = None) -> None:
        """begin: the moment of a run of this recipe to go on from."""
        self.recipe, self.task = recipe, task
        self._plan = recipe.plan()
        self.blocks = blocks_of(self._plan)
        self._whole = Round(len(self.blocks))
        self._dropout = np.random.default_rng((recipe.seed, 3))
        self._drops = any(isinstance(layer, Dropout) for layer in self._plan.layers)
        self._begin = begin
        self._feeder = Feeder(task, recipe.input_shape, recipe.seed, self._plan.least_batch)
        self._set = _Setting(recipe.knobs, 0) if begin is None else _Setting(begin.knobs, begin.since)
        self._rates = recipe.rates() if begin is None else begin.rates
        if begin is not None:
            self._feeder.restore(begin.feeder)
        self._step = 0
        self._before: TrainerState | None = None
        self._fed = self._feeder.state()
        self._batch: Batch | None = None
        self._random: Any = None
        self._found: Pass | None = None
        self._done: Done | None = None
        self._check: Check | None = None
        self._wanted: Weight | None = None  # whose gradient is to be checked
        self._work: Iterator[None] | None = None  # what the next frame needs, as far as it has come
        self._drawn: _Setting | None = None
        self._updated: _Setting | None = None

    @cached_property
    def _trainer(self) -> Trainer:
        """Made by whoever needs it first, the worker: millions of parameters are drawn, or copied."""
        begin, self._begin = self._begin, None
        optimiser = self._set.knobs.made_optimiser()
        made = Trainer(self.recipe.net(), loss_of(self.task), optimiser, MOST_AT_ONCE, self._dropout)
        if begin is not None:
            made.restore(begin.trainer)
        return made

    @property
    def step(self) -> int:
        """Stages done."""
        return self._step

    @property
    def theta(self) -> Array:
        """The parameters as they are, a copy."""
        return self._trainer.theta.copy()

    def advance(self) -> bool:
        """One stage. Forward, loss and back are computed when somebody looks, or in the update."""
        self._step += 1
        leg = self._whole.place(self._step).leg
        if leg == "draw":
            self._draw()
        elif leg == "update":
            self._learn()
            return math.isfinite(float(self._trainer.theta.sum()))
        return True

    def apply(self, change: Change) -> None:
        """See the class. ValueError for what makes no sense."""
        name, value = change.name, change.value
        if name == "check" and (value is None or isinstance(value, Weight)):
            if value is not None:
                place_of(self._plan, value)
            self._wanted, self._check, self._work = value, None, None
        elif name in _KNOBS:
            knobs = replace(self._set.knobs, **{name: value})
            check(knobs)
            since = self._trainer.steps if name in ("schedule", "horizon") else self._set.since
            self._set = _Setting(knobs, since)
        else:
            raise ValueError(f"there is no knob {name!r}")

    def state(self) -> StagesState:
        """To come back to with `restore`."""
        trainer = self._trainer.state() if self._before is None else self._before
        return StagesState(self._step, trainer, self._fed, self._set, self._drawn, self._updated)

    def restore(self, state: StagesState) -> None:
        """Go on from there, bit for bit: what the round at hand had done is done again."""
        self._trainer.restore(state.trainer)
        self._feeder.restore(state.feeder)
        self._step, self._fed = state.step, state.feeder
        self._batch = self._drawn = self._updated = self._before = None
        self._found = self._done = self._check = self._wanted = self._work = None
        if state.drawn is not None:
            self._set = state.drawn
            self._draw()
        if state.updated is not None:
            self._set = state.updated
            self._learn()
        self._set = state.now

    @DIVERGING_IS_ALLOWED
    def prepare(self) -> bool:
        """One layer of the pass of this round, or of what is asked after it. False when nothing is left."""
        if self._work is None:
            self._work = self._pieces()
        for _ in self._work:
            return True
        self._work = None
        return False

    def snapshot(self) -> StagesFrame:
        """Where it stands; now the pass is computed, if it has not been for this round."""
        while self.prepare():
            pass
        place = self._whole.place(self._step)
        number = self._trainer.steps + (0 if self._before is not None else 1)
        theta = self._trainer.theta if self._before is None else self._before.theta
        return StagesFrame(
            self._step, place, number, max(0, self._step - 1) // self._whole.length, self._set.knobs,
            self._plan, self.blocks, self.task, theta, self._batch, self._found, self._done, self._check,
        )  # fmt: skip

    # -- inside --------------------------------------------------------------------------------------

    def _draw(self) -> None:
        self._fed, self._drawn = self._feeder.state(), self._set
        self._before = self._updated = None
        self._found = self._done = self._check = self._wanted = self._work = None
        knobs = self._set.knobs
        rows = self._feeder.rows(knobs)
        x, y = self._feeder.examples(rows, knobs)
        order = self._feeder.order
        self._batch = Batch(rows, order, self._feeder.at - len(rows), self._feeder.epoch, x, y)
        if self._drops and self._trainer is not None:  # which sets the generator
            self._random = self._dropout.bit_generator.state

    def _learn(self) -> None:
        assert self._batch is not None
        knobs, trainer = self._set.knobs, self._trainer
        optimiser = knobs.made_optimiser()
        if optimiser != trainer.optimiser:
            trainer.optimiser = optimiser
        trainer.clip = knobs.clip or math.inf
        trainer.set_rates(self._rates)
        trainer.schedule = Since(knobs.made_schedule(), self._set.since)
        self._updated, self._before = self._set, trainer.state()
        trainer.step(self._batch.x, self._batch.y)

    def _pieces(self) -> Iterator[None]:
        """All that a frame of this stage shows and that is not known yet."""
        batch = self._batch
        if batch is None:
            return
        if self._found is None:
            theta = self._trainer.theta if self._before is None else self._before.theta
            xy = batch.x, batch.y
            self._found = yield from taken_apart(self.task, self._plan, theta, xy, self._random)
        if self._before is not None and self._done is None:
            self._done = yield from self._asked_after(self._found, self._before, batch)
        if self._wanted is not None:
            self._check = yield from checked(self.task, self._found, batch.x, self._wanted)
            self._wanted = None

    def _asked_after(self, found: Pass, before: TrainerState, batch: Batch) -> Generator[None, None, Done]:
        """What the update has done."""
        after = self._trainer.state()
        norm = float(np.linalg.norm(found.grad.astype(np.float64)))
        shrink = min(1.0, self._trainer.clip / norm) if norm > 0 else 1.0
        rate = before.optimiser.learning_rate * self._trainer.schedule(before.step)
        outputs = yield from asked_again(found, after.theta, batch.x)
        losses = marked(self.task, outputs, batch.y).losses
        yield
        update = Update(before, after, rate, shrink, self._rates)
        change = update.change[: self._plan.n_trainable]
        most = float(np.nan_to_num(np.abs(change), posinf=np.inf).max())
        return Done(update, outputs, losses, int(np.count_nonzero(change)), most)
