"""ManySim: many starts of one small net, learning the same task at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.task import Task
from neuroviz.nn import Ensemble, EnsembleState, Plan, outputs_of, starts
from neuroviz.nn.arrays import DIVERGING_IS_ALLOWED
from neuroviz.runtime import Change, Frame
from neuroviz.runtime.knob import check
from neuroviz.scenes.recipe import Knobs, Recipe
from neuroviz.sims.training.course import Since
from neuroviz.sims.training.feeder import Feeder, FeederState
from neuroviz.sims.training.many_book import ManyBook, Swarm
from neuroviz.sims.training.many_figures import Figures, averaged, figures
from neuroviz.sims.training.many_maps import ALONE, Common, Gathering, Sheet, Single, grid, side_of, single
from neuroviz.sims.training.report import loss_of

COUNTS = (9, 16, 36, 64, 144, 256, 576, 1024)
LARGEST_BATCH = 256
MOST_PARAMETERS = 4000  # of a net that is still called small
_WORK = 2.5e7  # nets times examples times parameters that a step of a few ms can do
_SMOOTHING, _LONGEST = 12, 60  # losses of small batches jump: a curve is a mean over a twelfth of the run
TURNED = ("rate", "batch", "momentum", "optimiser", "decay")

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Setup:
    """count: nets; scale: factor on the weights they start with; same: all from one start; examples: of the
    task, that they learn from at most."""

    count: int = 64
    scale: float = 1.0
    same: bool = False
    examples: int = 1000


@dataclass(frozen=True, eq=False)
class ManyFrame(Frame):
    """All nets after `step` steps; theta (K, n_params); losses (K,) before the last step, NaN at the start.

    batch: examples in a step, fewer than asked for where more would take too long. common and sheet are
    coarse. picked: a net that is looked at, alone in `one`; average: the net of mean parameters.
    """

    setup: Setup
    plan: Plan
    task: Task
    knobs: Knobs
    batch: int
    epochs: float
    theta: Floats
    losses: Floats
    swarm: Swarm
    sheet: Sheet
    common: Common
    figures: Figures
    picked: int
    one: Single
    average: Single


@dataclass(frozen=True, eq=False)
class ManyState:
    """All that decides the future."""

    nets: EnsembleState
    feeder: FeederState
    knobs: Knobs
    losses: Floats
    smooth: Floats

    @property
    def nbytes(self) -> int:
        """In bytes; what is small is counted as one kilobyte."""
        return self.nets.nbytes + 2 * self.losses.nbytes + 1024


def why_not(plan: Plan, task: Task) -> str | None:
    """The id of why these nets cannot be learned here; None if they can.

    "view": the task is not on a line or the plane; "layers": there are others than dense ones and
    activations; "large": the net is no small one.
    """
    values = task.kind == "values" and task.n_out != 1
    if task.view not in ("plane", "line") or task.n_in > 2 or values:
        return "view"
    known = all(layer.kind == "dense" or layer.elementwise for layer in plan.layers)
    if not known or len(plan.input_shape) != 1 or not plan.n_trainable:
        return "layers"
    return "large" if plan.n_trainable > MOST_PARAMETERS else None


def fewer(task: Task, n: int) -> Task:
    """The task with the first n of its examples to learn from."""
    return task if n >= len(task.train) else replace(task, train=task.train.take(slice(0, n)))


def beginnings(recipe: Recipe, setup: Setup) -> Floats:
    """The starts (K, n_params), the first of them that of the recipe."""
    plan = recipe.plan()
    rng = np.random.default_rng((recipe.seed, 5))
    theta = starts(plan, setup.count, rng, tuple(one.init for one in recipe.layers))
    theta[0] = recipe.net().theta[: plan.n_trainable]
    if setup.same:
        theta[:] = theta[0]
    for own in plan.segments:
        for segment in own.values():
            if segment.parameter.start == "weight":
                theta[:, segment.start : segment.start + segment.parameter.size] *= np.float32(setup.scale)
    return theta


class ManySim:
    """Changes: a knob by name (`TURNED`); of the kind "look", "pick": a net.

    `advance` takes one step of all nets; False when no net has a loss that is a number.
    """

    def __init__(self, recipe: Recipe, task: Task, setup: Setup) -> None:
        """ValueError where `why_not` has a reason."""
        reason = why_not(recipe.plan(), task)
        if reason is not None:
            raise ValueError(f"these cannot be learned at once: {reason}")
        self.setup, self.plan = setup, recipe.plan()
        self.task = fewer(task, setup.examples)
        self.knobs = recipe.knobs
        self._most = max(1, min(LARGEST_BATCH, int(_WORK / (setup.count * self.plan.n_trainable))))
        self.nets = Ensemble(
            self.plan, beginnings(recipe, setup), loss_of(task), self.knobs.made_optimiser(), LARGEST_BATCH,
            Since(self.knobs.made_schedule(), 0),
        )  # fmt: skip
        self.nets.set_rates(recipe.rates())
        self.feeder = Feeder(self.task, recipe.input_shape, recipe.seed)
        self.book = ManyBook(setup.count)
        self._losses = np.full(setup.count, np.nan, np.float32)
        self._smooth = np.zeros(setup.count, np.float32)
        self._picked = 0
        self._acts: list[tuple[int, Change]] = []
        self._cursor = 0
        self._side = side_of(task, setup.count)
        self._grid = grid(task, self._side)
        self._set_up()

    @property
    def step(self) -> int:
        """Steps taken."""
        return self.nets.steps

    @property
    def batch(self) -> int:
        """Examples in a step: as many as were asked for, or as a step can bear."""
        return min(self.knobs.batch, self._most)

    def advance(self) -> bool:
        """One step of every net."""
        knobs = replace(self.knobs, batch=self.batch)
        x, y = self.feeder.examples(self.feeder.rows(knobs), knobs)
        self._losses = self.nets.step(x, y)
        with np.errstate(all="ignore"):
            share = np.float32(1 / min(_LONGEST, 1 + (self.step - 1) / _SMOOTHING))
            self._smooth = self._smooth + (self._losses - self._smooth) * share
        self.book.write(self.step, self._smooth)
        return bool(np.isfinite(self._losses).any())

    def apply(self, change: Change) -> None:
        """See the class. ValueError for what makes no sense."""
        if change.kind == "look":
            if change.name != "pick" or change.value not in range(self.setup.count):
                raise ValueError(f"there is no {change.name} {change.value!r} to look at")
            self._picked = change.value
            return
        self._turn(change.name, change.value)
        ahead = self._acts[self._cursor : self._cursor + 1]
        if not (ahead and ahead[0][0] == self.step and ahead[0][1] is change):
            del self._acts[self._cursor :]
            self.book.forget_after(self.step)
            self._acts.append((self.step, change))
        self._cursor += 1

    def state(self) -> ManyState:
        """To come back to with `restore`."""
        return ManyState(self.nets.state(), self.feeder.state(), self.knobs, self._losses, self._smooth)

    def restore(self, state: ManyState) -> None:
        """Go on from there, bit for bit; what is known of the future stays written down."""
        self.nets.restore(state.nets)
        self.feeder.restore(state.feeder)
        self.knobs, self._losses, self._smooth = state.knobs, state.losses, state.smooth
        self._cursor = sum(step < self.step for step, _ in self._acts)
        self._set_up()

    @DIVERGING_IS_ALLOWED
    def snapshot(self) -> ManyFrame:
        """All nets, drawn coarsely."""
        theta, task = self.nets.theta, self.task
        out = outputs_of(self.plan, theta, self._grid)
        drawn = Gathering(task, self._side)
        drawn.add(out)
        found = figures(self.plan, task, theta, out, self._grid)
        swarm = self.book.swarm((self._picked, *self.book.extremes()))
        return ManyFrame(
            self.step, self.setup, self.plan, task, self.knobs, self.batch, self.feeder.epochs, theta,
            self._losses, swarm, drawn.sheet(), drawn.common(), found, self._picked,
            single(self.plan, task, theta[self._picked]),
            single(self.plan, task, averaged(theta, found.good)),
        )  # fmt: skip

    def _turn(self, name: str, value: Any) -> None:
        if name not in TURNED:
            raise ValueError(f"unknown change {name!r}")
        knobs = replace(self.knobs, **{name: value})
        check(knobs)
        self.knobs = knobs
        if name != "batch":
            self.nets.optimiser = knobs.made_optimiser()

    def _set_up(self) -> None:
        self.nets.clip = self.knobs.clip or np.inf


@dataclass(frozen=True, eq=False)
class FineFrame(Frame):
    """The nets of a frame drawn finely; None until all have been asked."""

    sheet: Sheet | None
    common: Common | None


class FineSim:
    """Draws the nets of one frame finely, some of them at a time. It takes no changes."""

    def __init__(self, frame: ManyFrame) -> None:
        self._frame, self._step = frame, 0
        self._done: tuple[Sheet, Common] | None = None
        self._pieces = self._all()

    def advance(self) -> bool:
        """Ask some more nets; at the end, draw; False when it is drawn."""
        self._step += 1
        return next(self._pieces, False)

    def _all(self) -> Iterator[bool]:
        """First all nets, each as finely as there is room for it, then what they have in common."""
        task, k = self._frame.task, self._frame.setup.count
        side = side_of(task, k, fine=True)
        tiles = Gathering(task, side)
        yield from self._gathered(tiles, side)
        if side >= ALONE or task.n_in == 1:
            self._done = tiles.sheet(), tiles.common()
            return
        fine = Gathering(task, ALONE, tiles=False)
        yield from self._gathered(fine, ALONE)
        self._done = tiles.sheet(), fine.common()

    def _gathered(self, into: Gathering, side: int) -> Iterator[bool]:
        frame = self._frame
        places = grid(frame.task, side)
        cost = len(places) * (frame.plan.n_trainable + 80)  # activations count too
        at_once = max(1, int(_WORK / 3 / cost))
        for at in range(0, len(frame.theta), at_once):
            into.add(outputs_of(frame.plan, frame.theta[at : at + at_once], places))
            yield True

    def snapshot(self) -> FineFrame:
        """What is drawn."""
        drawn, shared = self._done or (None, None)
        return FineFrame(self._step, drawn, shared)

    def apply(self, change: Change) -> None:
        """There is nothing to turn."""
        raise ValueError(f"unknown change {change.name!r}")
