"""Small simulations whose every step is known."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from neuroviz.runtime import Change, Frame

LIMIT = 20.0  # seconds after which a test calls it a deadlock


@dataclass(frozen=True, eq=False)
class WalkFrame(Frame):
    """Where the walk stands. x: (4,)"""

    x: NDArray[np.float64]
    gain: float

    @property
    def bits(self) -> tuple[int, float, bytes]:
        """All of it, comparable bit by bit."""
        return self.step, self.gain, self.x.tobytes()


@dataclass(frozen=True)
class WalkState:
    """Everything that decides the future of a walk."""

    step: int
    x: NDArray[np.float64]
    gain: float
    end: int | None
    random: Mapping[str, Any]
    nbytes: int = 100


class Walk:
    """A seeded random walk in one buffer, written in place. It can be rewound, and counts its calls.

    Changes: `gain` (not negative), `push` (added to x: applying it twice shows), `end` (a step or None).
    """

    def __init__(self, seed: int = 0, end: int | None = None) -> None:
        self.step = 0
        self.advances = self.snapshots = self.restores = 0
        self.applied: list[Change] = []
        self._rng = np.random.default_rng(seed)
        self._x = np.zeros(4)
        self._gain = 1.0
        self._end = end

    def advance(self) -> bool:
        self._x += self._gain * self._rng.standard_normal(4)
        self.advances += 1
        self.step += 1
        return self._end is None or self.step < self._end

    def snapshot(self) -> WalkFrame:
        self.snapshots += 1
        return WalkFrame(self.step, self._x, self._gain)

    def apply(self, change: Change) -> None:
        match change.name:
            case "gain" if change.value >= 0:
                self._gain = change.value
            case "push":
                self._x += change.value
            case "end":
                self._end = change.value
            case _:
                raise ValueError(f"not taken: {change}")
        self.applied.append(change)

    def state(self) -> WalkState:
        return WalkState(self.step, self._x.copy(), self._gain, self._end, self._rng.bit_generator.state)

    def restore(self, state: WalkState) -> None:
        self.restores += 1
        self.step, self._gain, self._end = state.step, state.gain, state.end
        self._x[:] = state.x
        self._rng.bit_generator.state = dict(state.random)


class GatedWalk(Walk):
    """A walk whose steps each wait for a permit, so that a test decides what happens during a step."""

    def __init__(self, seed: int = 0, end: int | None = None) -> None:
        super().__init__(seed, end)
        self.entered = 0
        self._permits = threading.Semaphore(0)

    def permit(self, steps: int) -> None:
        """Let so many more steps be taken."""
        self._permits.release(steps)

    def advance(self) -> bool:
        self.entered += 1
        if not self._permits.acquire(timeout=LIMIT):
            raise TimeoutError("no permit came")
        return super().advance()


class BrokenWalk(Walk):
    """A walk that raises `error` in one of its methods once it has taken `at` steps."""

    def __init__(self, where: str, at: int, error: BaseException) -> None:
        super().__init__()
        self._where, self._at, self._error = where, at, error

    def _break(self, here: str) -> None:
        if here == self._where and self.step >= self._at:
            raise self._error

    def advance(self) -> bool:
        self._break("advance")
        return super().advance()

    def snapshot(self) -> WalkFrame:
        self._break("snapshot")
        return super().snapshot()

    def apply(self, change: Change) -> None:
        self._break("apply")
        super().apply(change)

    def state(self) -> WalkState:
        self._break("state")
        return super().state()


class OneWay:
    """A simulation that cannot be rewound. It ends at once."""

    def advance(self) -> bool:
        return False

    def snapshot(self) -> Frame:
        return Frame(0)

    def apply(self, change: Change) -> None:
        raise ValueError(change.name)


class SlowFrames(Walk):
    """A walk whose frames are prepared in `pieces`; the one of step 1 is never done. `meanwhile` is called at
    each piece.
    """

    def __init__(self, pieces: int, meanwhile: Callable[[], object] = lambda: None) -> None:
        super().__init__()
        self.meanwhile = meanwhile
        self.prepared = 0
        self._pieces = pieces

    def advance(self) -> bool:
        self.prepared = 0
        return super().advance()

    def prepare(self) -> bool:
        self.prepared += 1
        self.meanwhile()
        return self.step == 1 or self.prepared <= self._pieces

    def snapshot(self) -> WalkFrame:
        assert self.prepared > self._pieces, "it was prepared"
        return super().snapshot()
