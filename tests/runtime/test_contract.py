"""The check of the simulations' contract passes a good one and fails each kind of bad one."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from neuroviz.runtime import Change, Entry

from .contract import check_sim
from .helpers import gain, push
from .sims import Walk, WalkFrame, WalkState

CHANGES = (Entry(2, push(0.5)), Entry(2, gain(3.0)), Entry(4, push(1.0)))


class Unseeded(Walk):
    """Takes its chance from the machine."""

    def __init__(self) -> None:
        super().__init__()
        self._rng = np.random.default_rng()


class SharesItsState(Walk):
    """Hands out its live buffer as a state."""

    def state(self) -> WalkState:
        return replace(super().state(), x=self._x)


class SharesTheRestored(Walk):
    """Goes on writing into the state it was given."""

    def restore(self, state: WalkState) -> None:
        super().restore(state)
        self._x = state.x


class ForgetsItsChance(Walk):
    """Does not go back in its stream of random numbers."""

    def restore(self, state: WalkState) -> None:
        super().restore(replace(state, random=self._rng.bit_generator.state))


class ForgetsItsCounter(Walk):
    """Counts on after going back."""

    def restore(self, state: WalkState) -> None:
        super().restore(replace(state, step=self.step))


class RefusesTooLate(Walk):
    """Takes what it then refuses."""

    def apply(self, change: Change) -> None:
        self._gain = change.value
        super().apply(change)


class RefusesNothing(Walk):
    """Takes any gain."""

    def apply(self, change: Change) -> None:
        self._gain = change.value


class TrustsTheClock(Walk):
    """Shows how often it was looked at, which no replay can repeat."""

    looks = 0

    def snapshot(self) -> WalkFrame:
        TrustsTheClock.looks += 1
        return WalkFrame(self.step, self._x, float(TrustsTheClock.looks))


def test_a_good_simulation_passes() -> None:
    check_sim(Walk, 6, CHANGES, gain(-1.0))


@pytest.mark.parametrize(
    "bad",
    [
        Unseeded,
        SharesItsState,
        SharesTheRestored,
        ForgetsItsChance,
        ForgetsItsCounter,
        RefusesTooLate,
        RefusesNothing,
        TrustsTheClock,
    ],
)
def test_a_bad_simulation_is_found_out(bad: type[Walk]) -> None:
    with pytest.raises(AssertionError):
        check_sim(bad, 6, CHANGES[:1] if bad is RefusesNothing else CHANGES, gain(-1.0))
