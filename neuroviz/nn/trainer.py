"""Trainer: one net learning, in place, on buffers bound once."""

from __future__ import annotations

import copy
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from neuroviz.nn.arrays import DIVERGING_IS_ALLOWED, UNBUFFERED, Array, freeze
from neuroviz.nn.checks import whole
from neuroviz.nn.inference import PICTURES_AT_ONCE
from neuroviz.nn.layers.softmax import Softmax
from neuroviz.nn.loss import Loss
from neuroviz.nn.losses import CrossEntropy
from neuroviz.nn.net import Net
from neuroviz.nn.optimiser import Optimiser
from neuroviz.nn.piece import Learning, Piece
from neuroviz.nn.schedules import Constant, Schedule

Fill = Callable[[Learning, slice], None]
"""Loads that part of a batch into a piece."""


@dataclass(frozen=True, eq=False)
class TrainerState:
    """Everything a trainer needs to go on bit for bit from here; arrays are copies, read-only."""

    theta: Array
    moments: tuple[Array, ...]
    memory: Mapping[str, float]
    optimiser: Optimiser
    step: int
    rng: Mapping[str, Any]

    @property
    def nbytes(self) -> int:
        return self.theta.nbytes + sum(m.nbytes for m in self.moments)


class Trainer:
    """Learns the parameters of `net` (which stays as it is) by steps on batches of up to `batch` examples.

    rng: for dropout; without one, a generator of seed 0. schedule: factor on the learning rate at each step.
    clip (set at any time): the largest norm a step's gradient may have; a longer one is shortened to it.
    ValueError: a loss that does not fit the net's output, or a batch below 1.
    """

    def __init__(self, net: Net, loss: Loss, optimiser: Optimiser, batch: int,
                 rng: np.random.Generator | None = None, schedule: Schedule | None = None) -> None:
        whole("batch", batch, 1)
        self._target_shape = loss.target_shape(net.shapes[-1])
        if isinstance(loss, CrossEntropy) and isinstance(net.layers[-1], Softmax):
            raise ValueError("cross_entropy takes logits: leave out the softmax at the end of the net")
        if not net.n_params:
            raise ValueError("this net has nothing to learn")
        self._start, self._plan, self._loss = net, net.plan, loss
        self._check_plan()
        self.batch = batch
        self.schedule: Schedule = schedule or Constant()
        self.clip = math.inf
        self._slowed: tuple[tuple[slice, float], ...] = ()
        self.steps = 0
        self._rng = rng or np.random.default_rng(0)
        self.theta = net.theta.copy()
        self._learned = self.theta[: net.n_params]
        self._sum, self._part = np.zeros_like(self._learned), np.empty_like(self._learned)
        self._fold = 1.0
        self._optimiser = optimiser
        self._stepper = optimiser.bind(self._learned, self._sum)
        in_pieces = self._plan.has_pictures and not self._plan.couples_batch
        self._most = min(batch, PICTURES_AT_ONCE) if in_pieces else batch
        # By size and by whether the piece is the first of its batch (which writes, the others add).
        self._pieces: dict[tuple[int, bool], Learning] = {}

    @property
    def optimiser(self) -> Optimiser:
        """The optimiser. Set another in mid-run: one of the same kind keeps the moments."""
        return self._optimiser

    @optimiser.setter
    def optimiser(self, optimiser: Optimiser) -> None:
        before = self._stepper
        self._stepper = optimiser.bind(self._learned, self._sum)
        if type(optimiser) is type(self._optimiser):
            for mine, old in zip(self._stepper.moments, before.moments, strict=True):
                np.copyto(mine, old)
            self._stepper.memory = before.memory
        self._optimiser = optimiser

    @property
    def learning_rate(self) -> float:
        """The rate the coming step will use: the optimiser's times the schedule's factor."""
        return self._optimiser.learning_rate * self.schedule(self.steps)

    def set_rates(self, factors: Sequence[float]) -> None:
        """A factor on the learning rate of each layer, from now on: its updates are so many times as large;
        0 freezes it. ValueError for a factor below 0, or for not one each.
        """
        segments = self._plan.segments
        if len(factors) != len(segments) or not all(factor >= 0 for factor in factors):
            raise ValueError(f"wanted is a factor of 0 or more for each of {len(segments)} layers")
        learned = ((own, f) for own, f in zip(segments, factors, strict=True) if f != 1.0)
        self._slowed = tuple(
            (slice(s.start, s.start + s.parameter.size), f)
            for own, f in learned for s in own.values() if s.parameter.trainable
        )  # fmt: skip

    @property
    def grad(self) -> Array:
        """The gradient of the last step's mean loss (and of its L2 decay), (n_params,), a copy."""
        return freeze(self._sum / np.float32(self._fold))

    @property
    def norm(self) -> float:
        """The length of the last step's gradient, after clipping."""
        return math.sqrt(float(np.dot(self._sum, self._sum))) / self._fold

    @property
    def net(self) -> Net:
        """The net as it is now, a value of its own."""
        return self._start.with_theta(self.theta)

    def step(self, x: Array, y: Array) -> float:
        """One step on x (n, *input_shape) and targets y, n <= batch; the mean loss before the step.

        ValueError for other shapes, an empty batch, or labels out of range; then no weight has changed.
        """
        n = self._checked(len(x), x, y)
        return self._step(n, lambda piece, part: piece.load(x[part], y[part]))

    def step_at(self, x: Array, y: Array, at: Array) -> float:
        """One step on the examples with indices `at` (n,) of the data x (N, *input_shape), y.

        The same as `step(x[at], y[at])`, gathered straight into place. ValueError as there, or for an index
        outside the data.
        """
        n = self._checked(len(at), x, y)
        at = self._indices(at, x, 1)
        return self._step(n, lambda piece, part: piece.gather(x, y, at[part]))

    @DIVERGING_IS_ALLOWED
    def steps_at(self, x: Array, y: Array, at: Array) -> Array:
        """One step after another on the rows of `at` (S, n); the losses before each of them, (S,).

        The same as `step_at` for each row, but shapes and indices are checked once, before the first.
        ValueError as there.
        """
        n = self._checked(np.shape(at)[-1] if np.ndim(at) == 2 else 0, x, y)
        at = self._indices(at, x, 2)
        if n > self._most:
            return np.array([self.step_at(x, y, rows) for rows in at])
        if self._plan.has_pictures:
            np.setbufsize(UNBUFFERED)
        piece, share, stepper = self._piece(n, first=True), 1 / n, self._stepper
        losses = []
        for _ in piece.feed(x, y, at):
            rate = self._optimiser.learning_rate * self.schedule(self.steps)
            self._fold = fold = stepper.fold(rate)
            losses.append(piece.learn(share, fold))
            self._update(rate)
        return np.array(losses)

    @DIVERGING_IS_ALLOWED
    def _step(self, n: int, fill: Fill) -> float:
        if self._plan.has_pictures:
            np.setbufsize(UNBUFFERED)
        rate = self.learning_rate
        self._fold = fold = self._stepper.fold(rate)
        loss = 0.0
        for start in range(0, n, self._most):
            part = slice(start, min(start + self._most, n))
            piece = self._piece(part.stop - start, first=start == 0)
            fill(piece, part)
            loss += piece.learn(1 / n, fold)
            if start:
                np.add(self._sum, self._part, out=self._sum)
        self._update(rate)
        return loss

    def _update(self, rate: float) -> None:
        if self.clip < math.inf:
            self._clip_norm()
        self.steps += 1
        if not self._slowed:
            self._stepper.step(rate)
            return
        before = [(part, factor, self.theta[part].copy()) for part, factor in self._slowed]
        self._stepper.step(rate)
        for part, factor, old in before:  # the update, not the gradient: Adam would not see a factor on that
            values = self.theta[part]
            values -= old
            values *= np.float32(factor)
            values += old

    def _clip_norm(self) -> None:
        """Shorten a gradient whose norm is above `clip` to that (Pascanu 2013)."""
        norm = self.norm
        if norm > self.clip:
            np.multiply(self._sum, self.clip / norm, out=self._sum)

    def state(self) -> TrainerState:
        """Where the run stands, to come back to with `restore`."""
        stepper = self._stepper
        moments = tuple(freeze(m.copy()) for m in stepper.moments)
        return TrainerState(freeze(self.theta.copy()), moments, dict(stepper.memory), self._optimiser,
                            self.steps, copy.deepcopy(self._rng.bit_generator.state))

    def restore(self, state: TrainerState) -> None:
        """Go on from `state`, bit for bit. ValueError if it comes from a net of another size."""
        if state.theta.shape != self.theta.shape:
            raise ValueError(f"a state of {state.theta.size} parameters does not fit {self.theta.size}")
        np.copyto(self.theta, state.theta)
        self._optimiser = state.optimiser
        self._stepper = state.optimiser.bind(self._learned, self._sum)
        for mine, old in zip(self._stepper.moments, state.moments, strict=True):
            np.copyto(mine, old)
        self._stepper.memory = dict(state.memory)
        self._rng.bit_generator.state = copy.deepcopy(state.rng)
        self.steps = state.step

    def _checked(self, n: int, x: Array, y: Array) -> int:
        if not 1 <= n <= self.batch:
            raise ValueError(f"a batch must have 1 to {self.batch} examples, not {n}")
        if x.shape[1:] != self._plan.input_shape:
            raise ValueError(f"examples must have shape {self._plan.input_shape}, not {x.shape[1:]}")
        if y.shape != (len(x), *self._target_shape):
            raise ValueError(f"the targets must have shape {(len(x), *self._target_shape)}, not {y.shape}")
        return n

    def _piece(self, size: int, *, first: bool) -> Learning:
        piece = self._pieces.get((size, first))
        if piece is None:
            grad = self._sum if first else self._part
            piece = self._new_piece(grad, size)
            self._pieces[size, first] = piece
        return piece

    def _new_piece(self, grad: Array, size: int) -> Learning:
        return Piece(self._plan, self._loss, self.theta, grad, size, self._rng)

    def _check_plan(self) -> None:
        """For a trainer that cannot take all layers to raise ValueError."""

    @staticmethod
    def _indices(at: Array, x: Array, rank: int) -> Array:
        at = np.asarray(at)
        whole = at.dtype.kind in "iu" and at.ndim == rank and at.size
        if not whole or np.minimum.reduce(at, None) < 0 or np.maximum.reduce(at, None) >= len(x):
            where = "in one row" if rank == 1 else "in rows"
            raise ValueError(f"indices must be whole numbers from 0 to {len(x) - 1} {where}")
        return at
