"""Ensemble: many nets of the same layers learning at once, from different starts, by the same batches."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from neuroviz.nn.arrays import DIVERGING_IS_ALLOWED, Array, freeze
from neuroviz.nn.checks import whole
from neuroviz.nn.columns import want_dense
from neuroviz.nn.initialisers import fill
from neuroviz.nn.loss import Loss
from neuroviz.nn.losses import CrossEntropy
from neuroviz.nn.net import Net
from neuroviz.nn.optimiser import Optimiser, Stepper
from neuroviz.nn.plan import Plan
from neuroviz.nn.schedules import Constant, Schedule
from neuroviz.nn.side_by_side import Losses, Program, Weights, losses_of

ROOM = 262_144
"""Values of the widest layer that a block of nets works on at once: with twice as many they leave the cache.
Far smaller blocks would stay in a faster one; they measured slower, for every block costs its calls."""

FEWEST, MOST = 8, 256
"""Nets in a block."""

KEPT = 8
"""Sizes of batches whose buffers are kept."""

POINTS = 128
"""Examples that are answered at once."""


@dataclass(frozen=True, eq=False)
class EnsembleState:
    """Everything an ensemble needs to go on bit for bit; vectors are copies in its own order, read-only."""

    theta: Array
    moments: tuple[Array, ...]
    memory: Mapping[str, float]
    optimiser: Optimiser
    step: int

    @property
    def nbytes(self) -> int:
        return self.theta.nbytes + sum(m.nbytes for m in self.moments)


class _Block:
    """Some of the nets, with their own part of the parameters and of the optimiser's vectors."""

    def __init__(self, plan: Plan, nets: slice, theta: Array, grad: Array) -> None:
        k = nets.stop - nets.start
        self.nets, self.k, self._plan = nets, k, plan
        self.weights = Weights(plan, k, theta)
        self.grads = Weights(plan, k, grad)

    def bind(self, optimiser: Optimiser) -> Stepper:
        return optimiser.bind(self.weights.flat, self.grads.flat)


class Ensemble:
    """Learns K nets by steps on batches of up to `batch` examples, the same for all of them.

    theta (K, n_params) float32: the starts, a net a row (copied). Layers are dense or work value by value.
    clip: the largest norm a net's gradient may have. ValueError: other layers, a theta that does not fit, a
    loss that does not fit, or a batch below 1.
    """

    def __init__(self, plan: Plan, theta: Array, loss: Loss, optimiser: Optimiser, batch: int,
                 schedule: Schedule | None = None) -> None:
        want_dense(plan)
        whole("batch", batch, 1)
        n = plan.n_trainable
        if not isinstance(theta, np.ndarray) or theta.dtype != np.float32 or theta.ndim != 2:
            raise ValueError("the starts must be a float32 array, a net a row")
        if theta.shape[1] != n or not len(theta):
            raise ValueError(f"each start needs {n} parameters, there are {theta.shape}")
        self.plan, self._loss, self.batch = plan, loss, batch
        self._target_shape = loss.target_shape(plan.shapes[-1])
        self.schedule: Schedule = schedule or Constant()
        self.clip = math.inf
        self.steps = 0
        self._slowed: dict[int, float] = {}
        self._flat = np.empty(theta.size, np.float32)
        self._blocks = list(self._cut(len(theta)))
        self._programs: dict[tuple[int, int], tuple[Program, Losses]] = {}
        self._optimiser = optimiser
        self._steppers = [block.bind(optimiser) for block in self._blocks]
        self.theta = theta

    @property
    def k(self) -> int:
        """How many nets."""
        return len(self._flat) // self.plan.n_trainable

    @property
    def theta(self) -> Array:
        """The parameters, a net a row: (K, n_params), a copy."""
        rows = np.empty((self.k, self.plan.n_trainable), np.float32)
        for block in self._blocks:
            block.weights.read(rows[block.nets])
        return rows

    @theta.setter
    def theta(self, rows: Array) -> None:
        for block in self._blocks:
            block.weights.write(rows[block.nets])

    @property
    def average(self) -> Net:
        """The net whose every parameter is the mean of all nets'; seldom a good one."""
        return self._net(self.theta.mean(axis=0))

    def net(self, i: int) -> Net:
        """Net i as it is now, a value of its own. IndexError when there is none."""
        return self._net(self.theta[i])

    @property
    def optimiser(self) -> Optimiser:
        """The optimiser. Set another in mid-run: one of the same kind keeps the moments."""
        return self._optimiser

    @optimiser.setter
    def optimiser(self, optimiser: Optimiser) -> None:
        same = type(optimiser) is type(self._optimiser)
        kept = [(stepper.moments, stepper.memory) for stepper in self._steppers]
        self._optimiser = optimiser
        self._steppers = [block.bind(optimiser) for block in self._blocks]
        if same:
            for stepper, (moments, memory) in zip(self._steppers, kept, strict=True):
                _copy_all(stepper.moments, moments)
                stepper.memory = memory

    @property
    def learning_rate(self) -> float:
        """The rate the coming step will use: the optimiser's times the schedule's factor."""
        return self._optimiser.learning_rate * self.schedule(self.steps)

    def set_rates(self, factors: Sequence[float]) -> None:
        """A factor on the learning rate of each layer, from now on; 0 freezes it.

        ValueError for a factor below 0, or for not one each.
        """
        if len(factors) != len(self.plan.layers) or not all(factor >= 0 for factor in factors):
            raise ValueError(f"wanted is a factor of 0 or more for each of {len(self.plan.layers)} layers")
        learn = self._blocks[0].weights.spans
        self._slowed = {i: factor for i, factor in enumerate(factors) if factor != 1.0 and i in learn}

    def step(self, x: Array, y: Array) -> Array:
        """One step of every net on x (n, n_in) and targets y, n <= batch; the mean losses before it, (K,).

        ValueError for other shapes, an empty batch, or labels out of range; then no weight has changed.
        """
        self._check(x, y)
        return self._learn(x, y)

    def step_at(self, x: Array, y: Array, at: Array) -> Array:
        """The same as `step(x[at], y[at])`. IndexError for an index outside the data."""
        return self.step(x[at], y[at])

    def outputs(self, x: Array) -> Array:
        """What every net says to x (N, n_in): (K, N, n_out)."""
        return outputs_of(self.plan, self.theta, x).transpose(0, 2, 1)

    def state(self) -> EnsembleState:
        """Where the run stands, to come back to with `restore`."""
        columns = zip(*(stepper.moments for stepper in self._steppers), strict=True)
        moments = tuple(freeze(np.concatenate(parts)) for parts in columns)
        memory = dict(self._steppers[0].memory)
        return EnsembleState(freeze(self._flat.copy()), moments, memory, self._optimiser, self.steps)

    def restore(self, state: EnsembleState) -> None:
        """Go on from `state`, bit for bit. ValueError if it comes from an ensemble of another size."""
        if state.theta.shape != self._flat.shape:
            raise ValueError(f"a state of {state.theta.size} parameters does not fit {self._flat.size}")
        np.copyto(self._flat, state.theta)
        self._optimiser = state.optimiser
        self._steppers = [block.bind(state.optimiser) for block in self._blocks]
        n = self.plan.n_trainable
        for block, stepper in zip(self._blocks, self._steppers, strict=True):
            span = slice(block.nets.start * n, block.nets.stop * n)
            _copy_all(stepper.moments, tuple(moment[span] for moment in state.moments))
            stepper.memory = dict(state.memory)
        self.steps = state.step

    # -- inside ------------------------------------------------------------------------------------

    def _cut(self, k: int) -> Iterator[_Block]:
        """Blocks of nets that stay in the cache, all but the last of one size."""
        n = self.plan.n_trainable
        values = self.batch * max(shape[0] for shape in self.plan.shapes)
        most = min(k, max(FEWEST, min(MOST, 2 ** int(math.log2(max(1, ROOM // values))))))
        grad = np.empty(most * n, np.float32)
        for start in range(0, k, most):
            nets = slice(start, min(start + most, k))
            theta = self._flat[nets.start * n : nets.stop * n]
            yield _Block(self.plan, nets, theta, grad[: theta.size])

    def _net(self, theta: Array) -> Net:
        return Net(self.plan.layers, freeze(theta.copy()), self.plan.input_shape)

    def _check(self, x: Array, y: Array) -> None:
        if not 1 <= len(x) <= self.batch:
            raise ValueError(f"a batch must have 1 to {self.batch} examples, not {len(x)}")
        if x.shape[1:] != self.plan.input_shape:
            raise ValueError(f"examples must have shape {self.plan.input_shape}, not {x.shape[1:]}")
        if y.shape != (len(x), *self._target_shape):
            raise ValueError(f"the targets must have shape {(len(x), *self._target_shape)}, not {y.shape}")
        if isinstance(self._loss, CrossEntropy):
            n_out = self.plan.shapes[-1][0]
            if y.dtype.kind not in "iu" or y.min() < 0 or y.max() >= n_out:
                raise ValueError(f"labels must be whole numbers between 0 and {n_out - 1}")

    @DIVERGING_IS_ALLOWED
    def _learn(self, x: Array, y: Array) -> Array:
        n, rate = len(x), self.learning_rate
        losses = np.empty(self.k, np.float32)
        loaded = None
        for block, stepper in zip(self._blocks, self._steppers, strict=True):
            program, loss = self._program(block.k, n)
            if program is not loaded:
                program.load(x)
                loaded = program
            fold = stepper.fold(rate)
            program.use(block.weights, block.grads)
            program.columns.forward()
            loss(y, 1 / n, fold, losses[block.nets])
            program.columns.backward()
            if self.clip < math.inf:
                self._clip_norms(block, fold)
            self._update(block, stepper, rate)
        self.steps += 1
        return losses

    def _program(self, k: int, n: int) -> tuple[Program, Losses]:
        found = self._programs.get((k, n))
        if found is None:
            if len(self._programs) >= KEPT:
                self._programs.clear()  # a hand that turns the batch size goes through many
            program = Program(self.plan, k, n)
            found = program, losses_of(self._loss, program.y, program.dy)
            self._programs[k, n] = found
        return found

    def _clip_norms(self, block: _Block, fold: float) -> None:
        parts = [dw.reshape(block.k, -1) for dw in block.grads.of.values()]
        norms = np.sqrt(sum(np.vecdot(part, part) for part in parts)) / np.float32(fold)
        factors = np.minimum(1, np.float32(self.clip) / norms)  # NaN stays NaN: such a net is lost
        for part in parts:
            np.multiply(part, factors[:, None], out=part)

    def _update(self, block: _Block, stepper: Stepper, rate: float) -> None:
        flat = block.weights.flat
        spans = [(block.weights.spans[i], factor) for i, factor in self._slowed.items()]
        before = [(span, factor, flat[span].copy()) for span, factor in spans]
        stepper.step(rate)
        for span, factor, old in before:
            values = flat[span]
            values -= old
            values *= np.float32(factor)
            values += old


@DIVERGING_IS_ALLOWED
def outputs_of(plan: Plan, theta: Array, x: Array) -> Array:
    """What nets of one plan with parameters theta (K, n_params) say to x (N, n_in): (K, n_out, N), the
    examples in columns, as they are computed.

    ValueError for layers that an ensemble cannot learn.
    """
    want_dense(plan)
    k, n = len(theta), len(x)
    out = np.empty((k, plan.shapes[-1][0], n), np.float32)
    programs: dict[tuple[int, int], Program] = {}
    at_once = min(k, 32)
    flat = np.empty(at_once * plan.n_trainable, np.float32)
    for start in range(0, k, at_once):
        some = theta[start : start + at_once]
        weights = Weights(plan, len(some), flat[: some.size])
        weights.write(some)
        for at in range(0, n, POINTS):
            points = x[at : at + POINTS]
            size = len(some), len(points)
            if size not in programs:
                programs[size] = Program(plan, *size)
            program = programs[size]
            program.use(weights, weights)
            program.load(points)
            program.columns.forward()
            out[start : start + at_once, :, at : at + POINTS] = program.y
    return out


def starts(plan: Plan, k: int, rng: np.random.Generator, init: Sequence[str]) -> Array:
    """K fresh starts (K, n_params), weights drawn by the initialiser of each layer, biases zero.

    ValueError for an unknown initialiser.
    """
    theta = np.empty((k, plan.n_trainable), np.float32)
    for own, rule in zip(plan.segments, init, strict=True):
        for segment in own.values():
            p = segment.parameter
            fill(theta[:, segment.start : segment.start + p.size], p, rng, rule)
    return theta


def _copy_all(to: tuple[Array, ...], found: tuple[Array, ...]) -> None:
    for mine, old in zip(to, found, strict=True):
        np.copyto(mine, old)
