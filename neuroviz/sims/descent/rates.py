"""RatesSim: learning rate against momentum: which pairs arrive, swing, or are lost. Coarse to fine."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from neuroviz.nn.arrays import DIVERGING_IS_ALLOWED
from neuroviz.runtime import Change, Frame
from neuroviz.sims.descent.walkers import LOST, Floats, Ground

SLOW, SMOOTH, SWINGING, GONE = range(4)
"""What becomes of a pair: not there in time; there; there or on its way, with swings; away for good."""

SIDES = (16, 32, 64, 128)
"""Cells along a side, one after the other."""

_ARRIVED = 1e-3  # of the loss at the start, above the lowest
_SWINGS = 4  # changes of the direction of the gradient, along the steps, that make a path a swing
_UNIT = 40_000  # cells times steps in one unit of work


@dataclass(frozen=True)
class Rates:
    """start (x, y); rates: from where to where, logarithmic; momenta: from 0 to below 1; at most `steps`.
    lowest: the value of the surface that counts as arrived at.
    """

    start: tuple[float, float]
    rates: tuple[float, float] = (1e-4, 10.0)
    momenta: tuple[float, float] = (0.0, 0.999)
    steps: int = 200
    lowest: float = 0.0

    def axes(self, side: int) -> tuple[Floats, Floats]:
        """Rates and momenta at the middles of the cells; momenta even in the logarithm of 1 - momentum."""
        share = (np.arange(side) + 0.5) / side
        low, high = np.log(self.rates)
        ends = np.log1p(-np.array(self.momenta))
        return np.exp(low + share * (high - low)), 1 - np.exp(ends[0] + share * (ends[1] - ends[0]))


@dataclass(frozen=True, eq=False)
class RatesFrame(Frame):
    """fate: (side, side), momentum by rate, one of the four; left: (side, side) which share of the loss at
    the start, above the lowest, is left at the end; taken: (side, side) steps until it had arrived, or all.
    (0, 0) before the first map is whole.
    """

    fate: NDArray[np.int64]
    left: Floats
    taken: NDArray[np.int64]
    done: bool


class RatesSim:
    """`advance` is some steps of all cells; when a map is whole, the next has four times the cells."""

    def __init__(self, rates: Rates, ground: Ground) -> None:
        self.rates, self.ground = rates, ground
        self._level, self._done = 0, 0
        nothing = np.zeros((0, 0))
        self._found = RatesFrame(0, nothing.astype(np.int64), nothing, nothing.astype(np.int64), done=False)
        self._begin()

    @DIVERGING_IS_ALLOWED
    def advance(self) -> bool:
        """See the class. False when the finest is whole."""
        for _ in range(max(1, _UNIT // len(self._xy))):
            self._move()
            if self._taken_steps == self.rates.steps:
                self._finish()
                if self._level + 1 == len(SIDES):
                    return False
                self._level += 1
                self._begin()
                return True
        return True

    def apply(self, change: Change) -> None:
        """Nothing can be turned: ValueError."""
        raise ValueError(f"unknown change {change.name!r}")

    def snapshot(self) -> RatesFrame:
        """The finest map that is whole."""
        return self._found

    def _begin(self) -> None:
        rate, momentum = np.meshgrid(*self.rates.axes(SIDES[self._level]))
        self._rate, self._momentum = rate.reshape(-1, 1), momentum.reshape(-1, 1)
        n = len(self._rate)
        self._xy = np.tile(np.array(self.rates.start), (n, 1))
        self._mean, self._before = np.zeros((n, 2)), np.zeros((n, 2))
        self._swings, self._taken = np.zeros(n, np.int64), np.full(n, self.rates.steps)
        self._taken_steps = 0
        start = np.array([self.rates.start])
        self._height = float(self.ground.value(*start.T)[0]) - self.rates.lowest

    def _move(self) -> None:
        gradient = np.stack(self.ground.gradient(*self._xy.T), axis=1)
        self._mean *= self._momentum
        self._mean += gradient
        step = self._rate * self._mean
        self._xy = self._xy - step
        self._swings += (step * self._before).sum(axis=1) < 0
        self._before = step
        self._taken_steps += 1
        there = self._left() < _ARRIVED
        self._taken = np.where(there & (self._taken == self.rates.steps), self._taken_steps, self._taken)
        self._taken[~there] = self.rates.steps

    def _left(self) -> Floats:
        value = np.asarray(self.ground.value(*self._xy.T), np.float64)
        return (value - self.rates.lowest) / (self._height or 1.0)

    def _finish(self) -> None:
        side = SIDES[self._level]
        left = self._left()
        gone = ~(np.abs(self._xy).max(axis=1) < LOST) | ~(left < 1e3)
        there = left < _ARRIVED
        fate = np.where(self._swings >= _SWINGS, SWINGING, np.where(there, SMOOTH, SLOW))
        fate[gone] = GONE
        shape = side, side
        self._done += 1
        self._found = RatesFrame(
            self._done, fate.reshape(shape), left.reshape(shape), self._taken.reshape(shape),
            done=self._level + 1 == len(SIDES),
        )  # fmt: skip


def border(curvature: float, momentum: Floats) -> Floats:
    """The rate above which heavy-ball descent leaves a bowl of that largest curvature: 2 (1 + momentum) /
    curvature (B. Polyak, 1964). ∞ where nothing is curved upwards.
    """
    if curvature <= 0:
        return np.full_like(momentum, np.inf)
    return 2 * (1 + momentum) / curvature
