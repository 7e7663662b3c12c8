"""RatesSim: learning rate against momentum: which pairs arrive, swing, or are lost. Coarse to fine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from neuroviz.nn.arrays import DIVERGING_IS_ALLOWED
from neuroviz.runtime import Change, Frame
from neuroviz.sims.descent.walkers import LOST, Floats, Ground

Pair = tuple[float, float]
"""A learning rate and a momentum."""

Ints = NDArray[np.int64]

SLOW, SMOOTH, SWINGING, GONE = range(4)
"""What becomes of a pair: not there in time; there; there or on its way, with swings; away for good. With
noise SWINGING is: it has been there, and is thrown about farther than that.
"""

SIDES = (16, 32, 64, 128)
"""Cells along a side, one after the other."""

ARRIVED, ARRIVED_IN_NOISE = 1e-3, 1e-2
"""Of the loss at the start, above the lowest: who is below that is there."""

_FAR = 1e3  # times the loss at the start: who is above that is gone
_SWINGS = 4  # changes of the direction of the step that make a path a swing
_TREMBLE = 4  # with noise, what is left is the mean over the last so many-th part of the steps
_UNIT = 8_192  # cells times steps in one unit of work
_BLOCK = 2_048  # cells that go together
_SOME = 64  # steps of the pair that is looked at in one unit of work


@dataclass(frozen=True)
class Rates:
    """start (x, y); rates: from where to where, logarithmic; momenta: from 0 to below 1; at most `steps`.
    lowest: the value of the surface that counts as arrived at. noise: the standard deviation of what is added
    to each part of a gradient, the same for all pairs, drawn from the seed.
    """

    start: tuple[float, float]
    rates: tuple[float, float] = (1e-4, 10.0)
    momenta: tuple[float, float] = (0.0, 0.999)
    steps: int = 200
    lowest: float = 0.0
    noise: float = 0.0
    seed: int = 0

    def axes(self, side: int) -> tuple[Floats, Floats]:
        """Rates and momenta at the middles of the cells; momenta even in the logarithm of 1 - momentum."""
        share = (np.arange(side) + 0.5) / side
        return self.rate_at(share), self.momentum_at(share)

    def rate_at(self, share: Floats) -> Floats:
        """At a part of the axis, 0..1."""
        low, high = np.log(self.rates)
        return np.asarray(np.exp(low + share * (high - low)))

    def momentum_at(self, share: Floats) -> Floats:
        """At a part of the axis, 0..1."""
        low, high = np.log1p(-np.array(self.momenta))
        return np.asarray(-np.expm1(low + share * (high - low)))

    def share_of(self, pair: Pair) -> Pair:
        """Parts of both axes where a pair lies; beyond 0..1 outside."""
        low, high = np.log(self.rates)
        first, last = np.log1p(-np.array(self.momenta))
        across, up = (np.log(pair[0]) - low) / (high - low), (np.log1p(-pair[1]) - first) / (last - first)
        return float(across), float(up)

    @property
    def trembling(self) -> int:
        """The last steps, over which with noise the mean of what is left is taken."""
        return max(1, self.steps // _TREMBLE)

    @property
    def near(self) -> float:
        """Which share of the loss counts as arrived."""
        return ARRIVED_IN_NOISE if self.noise else ARRIVED


@dataclass(frozen=True, eq=False)
class RatesFrame(Frame):
    """fate: (side, side), momentum by rate, one of the four; left: (side, side) which share of the loss at
    the start, above the lowest, is left at the end; taken: (side, side) steps until it had arrived, or all;
    (0, 0) before the first map is whole. pair: the one that is looked at, its fate, steps, path
    (steps + 1, 2) and shares of the loss along it (steps + 1,).
    """

    plan: Rates
    fate: Ints
    left: Floats
    taken: Ints
    done: bool
    pair: Pair
    pair_fate: int
    pair_taken: int
    pair_left: float
    path: Floats
    losses: Floats

    @property
    def best(self) -> tuple[float, float, int] | None:
        """The rate and the momentum that arrived first, of those that stayed, and after how many steps."""
        side = len(self.fate)
        there = (self.taken < self.plan.steps) & (self.fate != GONE) & (self.left < self.plan.near)
        if not there.any():
            return None
        score = np.where(there, self.taken + np.clip(self.left, 0, 1), np.inf)
        row, column = divmod(int(score.argmin()), side)
        rates, momenta = self.plan.axes(side)
        return float(rates[column]), float(momenta[row]), int(self.taken[row, column])


class Cells:
    """Heavy balls (v = momentum · v + gradient, x = x - rate · v) from one start, each with its own pair."""

    def __init__(self, plan: Rates, ground: Ground, rate: Floats, momentum: Floats) -> None:
        self._plan, self._ground = plan, ground
        self._rate, self._momentum = rate.reshape(-1, 1), momentum.reshape(-1, 1)
        n = len(self._rate)
        self.xy = np.tile(np.array(plan.start, np.float64), (n, 1))
        self._mean, self._before = np.zeros((n, 2)), np.zeros((n, 2))
        self._swings, self._taken = np.zeros(n, np.int64), np.full(n, plan.steps)
        self._sum = np.zeros(n)
        self._steps = 0
        self.over = False
        self._height, self._noise = height(plan, ground), noise(plan)
        self._left = np.ones(n)

    def move(self) -> None:
        """All by one step; `over` when it was the last, or when all are lost."""
        plan = self._plan
        gradient = np.stack(np.broadcast_arrays(*self._ground.gradient(*self.xy.T)), axis=1)
        self._mean *= self._momentum
        self._mean += gradient + self._noise[self._steps]
        step = self._rate * self._mean
        self.xy = self.xy - step
        self._swings += (step * self._before).sum(axis=1) < 0
        self._before = step
        self._steps += 1
        away = ~(np.abs(self.xy).max(axis=1) < LOST)
        self.xy[away] = np.nan  # sums are quicker with it than with what is huge
        value = np.asarray(self._ground.value(*self.xy.T), np.float64)
        self._left = (value - plan.lowest) / self._height
        there = self._left < plan.near
        self._taken = np.where(there & (self._taken == plan.steps), self._steps, self._taken)
        if not plan.noise:
            self._taken[~there] = plan.steps
        elif self._steps > plan.steps - plan.trembling:
            self._sum += self._left
        self.over = self._steps == plan.steps or bool(away.all())

    def judged(self) -> tuple[Ints, Floats, Ints]:
        """Fates, what is left, and steps taken."""
        gone = np.asarray(~np.isfinite(self.xy).all(axis=1))
        left = np.where(gone, np.nan, self._sum / self._plan.trembling if self._plan.noise else self._left)
        return fates(self._plan, left, self._taken, self._swings, gone), left, self._taken


class Single:
    """One pair, in plain numbers."""

    def __init__(self, plan: Rates, ground: Ground, pair: Pair) -> None:
        self._plan, self._ground, self._pair = plan, ground, pair
        self.path = np.full((plan.steps + 1, 2), np.nan)
        self.path[0] = plan.start
        self._mean, self._before = (0.0, 0.0), (0.0, 0.0)
        self._swings = self.steps = 0
        self._noise = noise(plan)

    def move(self, count: int) -> None:
        """So many steps, or as many as are left."""
        rate, momentum = self._pair
        x, y = self.path[self.steps].tolist()
        for _ in range(min(count, self._plan.steps - self.steps)):
            if not max(abs(x), abs(y)) < LOST:
                self.steps = self._plan.steps
                return
            gx, gy = self._ground.gradient(np.array(x), np.array(y))
            more = self._noise[self.steps]
            mx = momentum * self._mean[0] + float(gx + more[0])
            my = momentum * self._mean[1] + float(gy + more[1])
            dx, dy = rate * mx, rate * my
            self._swings += dx * self._before[0] + dy * self._before[1] < 0
            self._mean, self._before = (mx, my), (dx, dy)
            x, y = x - dx, y - dy
            self.steps += 1
            self.path[self.steps] = x, y

    def judged(self) -> tuple[int, float, int, Floats]:
        """Its fate, what is left, steps taken, and the share of the loss after each step."""
        plan = self._plan
        losses = (np.asarray(self._ground.value(*self.path.T)) - plan.lowest) / height(plan, self._ground)
        there = losses[1:] < plan.near
        first = int(there.argmax()) + 1 if there.any() else plan.steps
        if not plan.noise:
            away = np.flatnonzero(~there)
            first = min(int(away[-1]) + 2 if len(away) else 1, plan.steps)
        left = float(losses[-plan.trembling :].mean() if plan.noise else losses[-1])
        gone = np.array([not np.abs(self.path[-1]).max() < LOST])
        fate = fates(plan, np.array([left]), np.array([first]), np.array([self._swings]), gone)
        return int(fate[0]), left, first, losses


def height(plan: Rates, ground: Ground) -> float:
    """Of the start above the lowest; 1 where it is none."""
    return float(ground.value(*np.array([plan.start]).T)[0]) - plan.lowest or 1.0


def noise(plan: Rates) -> Floats:
    """(steps, 2) what is added to the gradients."""
    return np.random.default_rng(plan.seed).standard_normal((plan.steps, 2)) * plan.noise


def fates(plan: Rates, left: Floats, taken: Ints, swings: Ints, gone: NDArray[np.bool_]) -> Ints:
    """One of the four for each."""
    there = left < plan.near
    if plan.noise:
        been = taken < plan.steps
        fate = np.where(there & been, SMOOTH, np.where(been, SWINGING, SLOW))
    else:
        fate = np.where(swings >= _SWINGS, SWINGING, np.where(there, SMOOTH, SLOW))
    fate[gone | ~(left < _FAR)] = GONE
    return fate.astype(np.int64)


class RatesSim:
    """`advance` is some steps of some cells; when a map is whole, the next has four times the cells. Changes:
    "pair": another (rate, momentum) to be walked and looked at, before the map goes on.
    """

    def __init__(self, plan: Rates, ground: Ground, pair: Pair) -> None:
        self.plan, self.ground = plan, ground
        self._level = 0
        nothing = np.zeros((0, 0))
        none = nothing.astype(np.int64)
        self._found = RatesFrame(
            0, plan, none, nothing, none, False, pair, SLOW, 0, 1.0, np.zeros((0, 2)), np.zeros(0)
        )
        self._walk: Iterator[None] | None = None
        self.apply(Change("pair", pair))
        self._begin()

    @DIVERGING_IS_ALLOWED
    def advance(self) -> bool:
        """See the class. False when the finest is whole and the pair is walked."""
        if self._walk is not None:
            if next(self._walk, self) is self:
                self._walk = None
        elif not self._found.done:
            self._move()
        return self._walk is not None or not self._found.done

    def apply(self, change: Change) -> None:
        """See the class. ValueError for anything else, and for a pair that makes no sense."""
        if change.name != "pair":
            raise ValueError(f"unknown change {change.name!r}")
        rate, momentum = map(float, change.value)
        if not (0 < rate < np.inf and 0 <= momentum < 1):
            raise ValueError(f"a rate of {rate} and a momentum of {momentum}")
        self._walk = self._walked((rate, momentum))

    def snapshot(self) -> RatesFrame:
        """The finest map that is whole, and the pair that was walked last."""
        return self._found

    def _walked(self, pair: Pair) -> Iterator[None]:
        """Some steps at a time; one alone is quicker by itself than as one of many."""
        one = Single(self.plan, self.ground, pair)
        while one.steps < self.plan.steps:
            one.move(_SOME)
            yield
        fate, left, taken, losses = one.judged()
        self._found = replace(
            self._found, pair=pair, pair_fate=fate, pair_taken=taken, pair_left=left,
            path=one.path, losses=losses,
        )  # fmt: skip

    def _move(self) -> None:
        block = self._blocks[self._at]
        for _ in range(max(1, _UNIT // len(block.xy))):
            block.move()
            if block.over:
                self._at += 1
                break
        if self._at == len(self._blocks):
            self._finish()

    def _begin(self) -> None:
        """Blocks of rates, so that all of a block are soon lost where the rate is too high."""
        side = SIDES[self._level]
        momentum, rate = np.meshgrid(*self.plan.axes(side)[::-1])
        count = max(1, side * side // _BLOCK)
        parts = zip(np.array_split(rate, count), np.array_split(momentum, count), strict=True)
        self._blocks = [Cells(self.plan, self.ground, *part) for part in parts]
        self._at = 0

    def _finish(self) -> None:
        side = SIDES[self._level]
        judged = [block.judged() for block in self._blocks]
        whole = (np.concatenate([one[i] for one in judged]) for i in range(3))
        fate, left, taken = (one.reshape(side, side).T for one in whole)
        self._level += 1
        done = self._level == len(SIDES)
        self._found = replace(
            self._found, step=self._level, fate=fate.astype(np.int64), left=left.astype(np.float64),
            taken=taken.astype(np.int64), done=done,
        )  # fmt: skip
        if not done:
            self._begin()


def border(curvature: float, momentum: Floats) -> Floats:
    """The rate above which heavy-ball descent leaves a bowl of that largest curvature: 2 (1 + momentum) /
    curvature (B. Polyak, 1964). ∞ where nothing is curved upwards.
    """
    if curvature <= 0:
        return np.full_like(momentum, np.inf)
    return 2 * (1 + momentum) / curvature


def optimum(high: float, low: float) -> Pair:
    """The rate and the momentum with which heavy-ball descent is fastest in a bowl with these largest and
    smallest curvatures: 4 / (√high + √low)² and ((√high - √low) / (√high + √low))². The loss then falls by
    that momentum with each step, in the long run (B. Polyak, "Some methods of speeding up the convergence of
    iteration methods", 1964). ValueError unless high ≥ low > 0.
    """
    if not high >= low > 0:
        raise ValueError(f"no bowl is curved by {high} and {low}")
    wide = np.sqrt(high) + np.sqrt(low)
    return float(4 / wide**2), float(((np.sqrt(high) - np.sqrt(low)) / wide) ** 2)
