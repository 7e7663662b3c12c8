"""BallsSim: a thousand balls dropped on a surface, rolling by several methods; where they end, how often."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from neuroviz.runtime import Change, Frame
from neuroviz.sims.descent.ends import LEVEL, LOST, MOST_ENDS, OTHER, WALKING, Ends, EndsState, Ints, kinds
from neuroviz.sims.descent.methods import Kind, Method
from neuroviz.sims.descent.walkers import Floats, Ground, Walkers, walkers

__all__ = [
    "LEVEL", "LOST", "MOST_ENDS", "OTHER", "WALKING",
    "BallsFrame", "BallsSim", "BallsState", "Drop", "DropFrame",
]  # fmt: skip

_LOOK = 4  # steps between two looks who is at rest


@dataclass(frozen=True)
class Drop:
    """n balls over field (x0, x1, y0, y1), drawn evenly from the seed, the same for all methods; at most
    `most` steps. side: the longer one of the ground, by which near and far are told; that of the field if 0.
    """

    methods: tuple[Method, ...]
    field: tuple[float, float, float, float]
    n: int = 1_000
    most: int = 3_000
    seed: int = 0
    side: float = 0.0

    def __post_init__(self) -> None:
        x0, x1, y0, y1 = self.field
        if not self.side:
            object.__setattr__(self, "side", max(x1 - x0, y1 - y0))

    def starts(self) -> Floats:
        """(n, 2)."""
        low, high = np.array(self.field).reshape(2, 2).T
        return np.random.default_rng(self.seed).uniform(low, high, (self.n, 2))


@dataclass(frozen=True, eq=False)
class DropFrame(Frame):
    """One method's balls. xy: (n, 2); end: (n,) the number of each ball's end, WALKING, LOST, OTHER or LEVEL;
    ends: (m, 2) places, as they were found, with their counts (m,), values (m,) and kinds (m,); waiting,
    heights: (step + 1,) how many walked after each step, and how high the ball in the middle was.
    """

    kind: Kind
    xy: Floats
    end: Ints
    ends: Floats
    counts: Ints
    values: Floats
    kinds: Ints
    waiting: Ints
    heights: Floats

    @property
    def walking(self) -> int:
        """How many are on their way."""
        return int((self.end == WALKING).sum())

    @property
    def lost(self) -> int:
        """How many have run away."""
        return int((self.end == LOST).sum())

    @property
    def lowest(self) -> int:
        """The number of the deepest end that is reached; −1 without any."""
        values = np.where((self.counts > 0) & np.isfinite(self.values), self.values, np.inf)
        return int(values.argmin()) if np.isfinite(values).any() else -1


@dataclass(frozen=True, eq=False)
class BallsFrame(Frame):
    """starts: (n, 2); drops: in the order of the methods; done: nobody walks, or the time is over."""

    starts: Floats
    drops: tuple[DropFrame, ...]
    done: bool


@dataclass(frozen=True, eq=False)
class BallsState:
    """All that decides the future; waiting, heights: (methods, …), of which step + 1 count."""

    step: int
    parts: tuple[tuple[tuple[object, ...], EndsState], ...]
    waiting: Ints
    heights: Floats
    n: int

    @property
    def nbytes(self) -> int:
        """About: four numbers for each of a ball's two, and the ends."""
        return sum(64 * self.n + ends.nbytes for _, ends in self.parts)


class BallsSim:
    """`advance` is one step of all balls; False when all have come to an end or `most` steps are taken.

    ValueError for no method, or two of a kind.
    """

    def __init__(self, drop: Drop, ground: Ground) -> None:
        names = [method.kind for method in drop.methods]
        if not names or len(set(names)) != len(names):
            raise ValueError("balls roll by methods, each of them once")
        self.drop, self.ground = drop, ground
        self._starts = drop.starts()
        self._balls = [self._made(method) for method in drop.methods]
        self._ends = [Ends(drop.n, drop.side) for _ in names]
        self._waiting = np.full((len(names), drop.most + 1), drop.n, np.int64)
        self._heights = np.full((len(names), drop.most + 1), self._height(self._starts))
        self._step = 0

    @property
    def step(self) -> int:
        """Steps taken."""
        return self._step

    def advance(self) -> bool:
        """See the class."""
        if self._step < self.drop.most:
            self._step += 1
            for i, (balls, ends) in enumerate(zip(self._balls, self._ends, strict=True)):
                balls.step()
                if self._step % _LOOK == 0:
                    ends.look(self.ground, balls.xy, balls.made.step)
                self._waiting[i, self._step] = (ends.end == WALKING).sum()
                self._heights[i, self._step] = self._height(balls.xy)
        return not self._done

    def apply(self, change: Change) -> None:
        """Nothing can be turned while they roll: ValueError."""
        raise ValueError(f"unknown change {change.name!r}")

    def snapshot(self) -> BallsFrame:
        """The balls as they are, and the ends so far."""
        drops = tuple(self._frame(i) for i in range(len(self._balls)))
        return BallsFrame(self._step, self._starts, drops, self._done)

    def state(self) -> BallsState:
        """To come back to with `restore`."""
        pairs = zip(self._balls, self._ends, strict=True)
        parts = tuple((balls.state(), ends.state()) for balls, ends in pairs)
        return BallsState(self._step, parts, self._waiting, self._heights, self.drop.n)

    def restore(self, state: BallsState) -> None:
        """Go on from there. What was counted later is counted again, and comes out the same."""
        self._step, self._waiting, self._heights = state.step, state.waiting, state.heights
        self._balls = [self._made(method) for method in self.drop.methods]
        for balls, ends, (way, found) in zip(self._balls, self._ends, state.parts, strict=True):
            balls.restore(way)
            ends.restore(found)

    @property
    def _done(self) -> bool:
        return self._step >= self.drop.most or not self._waiting[:, self._step].any()

    def _height(self, xy: Floats) -> float:
        """Of the ball in the middle; those that have none are above all others."""
        with np.errstate(all="ignore"):
            value = np.asarray(self.ground.value(*xy.T), np.float64)
        return float(np.partition(np.where(np.isnan(value), np.inf, value), len(value) // 2)[len(value) // 2])

    def _made(self, method: Method) -> Walkers:
        return walkers(method, self.ground, self._starts)

    def _frame(self, i: int) -> DropFrame:
        balls, ends = self._balls[i], self._ends[i]
        with np.errstate(all="ignore"):
            values = np.asarray(self.ground.value(*ends.places.T), np.float64).reshape(-1)
        return DropFrame(
            self._step, self.drop.methods[i].kind, balls.xy, ends.end, ends.places, ends.counts(), values,
            kinds(self.ground, ends.places), self._waiting[i, : self._step + 1],
            self._heights[i, : self._step + 1],
        )  # fmt: skip
