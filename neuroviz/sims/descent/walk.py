"""WalkSim: several methods race from one start, with the same noise for all; every moment can come back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from neuroviz.runtime import Change, Frame
from neuroviz.sims.descent.methods import Kind, Method
from neuroviz.sims.descent.walkers import Floats, Ground, Walkers, lost, walkers

LONGEST = 20_000
"""Steps after which a race is over."""

_SEEN = 3_000  # places of a path in a frame: a longer one is thinned, its newest part least
_ARRIVED = 1e-9  # a step and a slope smaller than that
_CHUNK = 1_024


Draw = Callable[[np.random.Generator, int], Ground]


@dataclass(frozen=True)
class Walk:
    """What is raced. start: (x, y); noise: the standard deviation of each part of a gradient as one example
    shows it; batch: examples in a batch, 0 for all of them: then there is no noise.
    """

    methods: tuple[Method, ...]
    start: tuple[float, float]
    noise: float = 0.0
    batch: int = 0
    seed: int = 0

    @property
    def spread(self) -> float:
        """The noise of a batch's gradient: it falls with the root of the batch."""
        return self.noise / np.sqrt(self.batch) if self.batch else 0.0


@dataclass(frozen=True, eq=False)
class WalkerFrame(Frame):
    """One method at a moment. step: how many it took; path: (n, 2), oldest first, and the values (n,) there,
    at the steps `at` (n,); the gradient (2,) seen at the last step, the running mean and squares (2,) that
    the method keeps, the step made (2,); state: "walking", "arrived" or "lost".
    """

    kind: Kind
    path: Floats
    values: Floats
    at: Floats
    gradient: Floats
    mean: Floats | None
    squares: Floats | None
    made: Floats
    state: str


@dataclass(frozen=True, eq=False)
class WalkFrame(Frame):
    """All of them, in the order of the walk's methods."""

    walkers: tuple[WalkerFrame, ...]


@dataclass(frozen=True, eq=False)
class WalkState:
    """All that decides the future, and the way that led here: paths, of which step + 1 places count."""

    step: int
    paths: Floats
    methods: tuple[Method, ...]
    parts: tuple[tuple[object, ...], ...]
    rng: dict[str, object]

    @property
    def nbytes(self) -> int:
        """About: the paths, for which states that follow each other share a block, and a few numbers."""
        return self.paths[:, : self.step + 1].nbytes + 2_000 * len(self.parts)


class WalkSim:
    """Changes: "method": Method, in the place of the one of its kind, from here on. `advance` is one step of
    all; False when all have arrived or are lost, and after LONGEST steps. ValueError for no method, two of a
    kind, or a start that is no number. draw: gives what a batch of so many examples shows of the ground, in
    place of the walk's noise.
    """

    def __init__(self, walk: Walk, ground: Ground, draw: Draw | None = None) -> None:
        kinds = [one.kind for one in walk.methods]
        if not kinds or len(set(kinds)) != len(kinds):
            raise ValueError("a race has methods, each of them once")
        if not np.isfinite(walk.start).all():
            raise ValueError(f"nobody starts at {walk.start}")
        self.walk, self.ground, self._draw = walk, ground, draw
        self._step = 0
        self._rng = np.random.default_rng(walk.seed)
        self._walkers = [self._made(one, np.array([walk.start])) for one in walk.methods]
        self._paths = np.empty((len(kinds), _CHUNK, 2))
        self._paths[:, 0] = walk.start

    @property
    def step(self) -> int:
        """Steps taken."""
        return self._step

    def advance(self) -> bool:
        """One step of each; the noise is drawn whether it is wanted or not, so that a batch can be turned."""
        noise, seen = self._rng.standard_normal(2) * self.walk.spread, None
        if self._draw is not None:
            seen = self._draw(self._rng, self.walk.batch) if self.walk.batch else None
            noise = noise * 0.0
        self._step += 1
        if self._step == self._paths.shape[1]:
            self._paths = np.concatenate([self._paths, np.empty_like(self._paths)], axis=1)
        for i, one in enumerate(self._walkers):
            one.step(noise, seen)
            self._paths[i, self._step] = one.xy[0]
        return self._step < LONGEST and any(self._state_of(one) == "walking" for one in self._walkers)

    def apply(self, change: Change) -> None:
        """See the class. ValueError for what makes no sense."""
        kinds = [one.method.kind for one in self._walkers]
        if change.name != "method" or not isinstance(change.value, Method):
            raise ValueError(f"unknown change {change.name!r}")
        if change.value.kind not in kinds:
            raise ValueError(f"{change.value.kind} does not race")
        i = kinds.index(change.value.kind)
        before = self._walkers[i]
        self._walkers[i] = self._made(change.value, before.xy)
        if before.method.memory == change.value.memory:
            self._walkers[i].restore(before.state())
        self._walkers[i].made = before.made

    def snapshot(self) -> WalkFrame:
        """All walkers, their paths thinned to what can be seen."""
        at = _places(self._step + 1)
        return WalkFrame(self._step, tuple(self._frame(i, one, at) for i, one in enumerate(self._walkers)))

    def state(self) -> WalkState:
        """To come back to with `restore`."""
        parts = tuple((one.state(), one.made) for one in self._walkers)
        methods = tuple(one.method for one in self._walkers)
        return WalkState(self._step, self._paths, methods, parts, dict(self._rng.bit_generator.state))

    def restore(self, state: WalkState) -> None:
        """Go on from there."""
        self._step = state.step
        if state.paths is not self._paths:
            self._paths = state.paths.copy()
        self._rng.bit_generator.state = state.rng
        self._walkers = [self._made(one, np.zeros((1, 2))) for one in state.methods]
        for one, (kept, made) in zip(self._walkers, state.parts, strict=True):
            one.restore(kept)  # type: ignore[arg-type]
            one.made = made  # type: ignore[assignment]

    # -- inside ------------------------------------------------------------------------------------

    def _made(self, method: Method, at: Floats) -> Walkers:
        return walkers(method, self.ground, at)

    def _frame(self, i: int, one: Walkers, at: Sequence[int] | np.ndarray) -> WalkerFrame:
        path = self._paths[i, at]
        with np.errstate(all="ignore"):
            values = np.asarray(self.ground.value(path[:, 0], path[:, 1]), np.float64)
        made = one.made
        return WalkerFrame(
            self._step, one.method.kind, path, values, np.asarray(at, np.float64), made.gradient[0],
            None if made.mean is None else made.mean[0],
            None if made.squares is None else made.squares[0], made.step[0], self._state_of(one),
        )  # fmt: skip

    def _state_of(self, one: Walkers) -> str:
        if lost(one.xy)[0]:
            return "lost"
        if not self._step or self.walk.spread or (self.walk.batch and self._draw is not None):
            return "walking"
        still = max(np.abs(one.made.step).max(), np.abs(one.made.gradient).max()) < _ARRIVED
        return "arrived" if still else "walking"


def _places(n: int) -> np.ndarray:
    """Which of n steps are seen: the first, the last, and between them every k-th."""
    if n <= _SEEN:
        return np.arange(n)
    every = -(-n // _SEEN)
    return np.unique(np.concatenate([np.arange(0, n, every), [n - 1]]))
