"""A game of disturbed digits: what a person says and what a net says, picture by picture."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.digits import CLASSES, DigitSet
from neuroviz.nn import Net, Softmax, softmax
from neuroviz.runtime import Change, Frame
from neuroviz.sims.agreement import UNREAD, Answers, Summary, summary
from neuroviz.sims.game_kinds import KINDS

ROUNDS = 20
PREVIEWS = 6
_SURE = 0.5  # a net that plays in place of a person cannot tell what it is less sure of

Bytes = NDArray[np.uint8]
Floats = NDArray[np.float64]
Whole = NDArray[np.int64]


@dataclass(frozen=True)
class GameSpec:
    """All that decides the pictures: kind of disturbance, seed, and the levels it goes through, lowest first.

    Raises ValueError for an unknown kind, no rounds, or levels that do not rise.
    """

    kind: str = "blur"
    seed: int = 0
    rounds: int = ROUNDS
    low: float | None = None
    high: float | None = None

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"no disturbance is called {self.kind!r}")
        if self.rounds < 1 or self.seed < 0:
            raise ValueError(f"{self.rounds} rounds from seed {self.seed}")
        low, high = self.range
        if not low < high:
            raise ValueError(f"levels from {low} to {high}")

    @property
    def range(self) -> tuple[float, float]:
        """The lowest and the highest level; those of the kind where none are given."""
        kind = KINDS[self.kind]
        return (
            kind.low if self.low is None else self.low,
            kind.high if self.high is None else self.high,
        )


@dataclass(frozen=True, eq=False)
class Rounds:
    """Which test images, how much disturbed, in the order of the game: (n,) indices, labels, levels.

    preview: the index of an image that is not in the game.
    """

    indices: Whole
    labels: Whole
    levels: Floats
    preview: int


def draw_rounds(labels: NDArray[np.uint8], spec: GameSpec, rng: np.random.Generator) -> Rounds:
    """Images balanced over the digits and none twice; one level from each of n equal parts of the range.

    labels: (N,), of all images there are. Raises ValueError when a digit has too few.
    """
    n = spec.rounds
    wanted = np.full(CLASSES, n // CLASSES)
    wanted[rng.permutation(CLASSES)[: n % CLASSES]] += 1
    spare = int(rng.integers(CLASSES))
    picked, preview = [], -1
    for digit in range(CLASSES):
        those = np.flatnonzero(labels == digit)
        need = int(wanted[digit]) + (digit == spare)
        if len(those) < need:
            raise ValueError(f"{len(those)} images of a {digit}, where {need} are wanted")
        found = rng.choice(those, need, replace=False)
        if digit == spare:
            preview, found = int(found[-1]), found[:-1]
        picked.append(found)
    indices = np.concatenate(picked)[rng.permutation(n)]
    low, high = spec.range
    levels = low + (rng.permutation(n) + rng.random(n)) / n * (high - low)
    return Rounds(indices.astype(np.int64), labels[indices].astype(np.int64), levels, preview)


@dataclass(frozen=True, eq=False)
class GameFrame(Frame):
    """After `step` answers. rounds: None until the images are loaded.

    pictures: (m, 28, 28) of those made so far, probabilities: (m, classes) the net's answers to them; said:
    what the person said so far (UNREAD: can't tell). preview: (PREVIEWS, 28, 28) of one image, levels rising.
    summary: once the last answer is given. stand_in: whether a net answers in the person's place.
    """

    spec: GameSpec
    net: Net
    rounds: Rounds | None
    pictures: Bytes
    probabilities: NDArray[np.float32]
    said: Whole
    preview: Bytes
    summary: Summary | None
    stand_in: bool

    @property
    def ready(self) -> bool:
        """Whether all pictures are made and judged."""
        return len(self.pictures) == self.spec.rounds

    @property
    def over(self) -> bool:
        """Whether the last answer is given."""
        return self.step == self.spec.rounds

    @property
    def net_said(self) -> Whole:
        """The net's answers so far, (m,)."""
        return np.asarray(self.probabilities.argmax(axis=1), np.int64)

    @property
    def certainty(self) -> Floats:
        """How sure the net was of each, (m,)."""
        return np.asarray(self.probabilities.max(axis=1), np.float64)

    def answers(self) -> Answers:
        """What has been answered so far. Only once there are rounds."""
        assert self.rounds is not None
        k = self.step
        levels, labels = self.rounds.levels[:k], self.rounds.labels[:k]
        return Answers(levels, labels, self.said, self.net_said[:k], self.certainty[:k])


class GameSim:
    """Makes and judges the pictures, one a unit of work, then waits for the person.

    Changes: `said` (a digit, or None for "can't tell") answers the next picture; `stand_in` (a Net) lets that
    net answer all that are left. The same spec, net and log of changes give the same game.
    """

    def __init__(
        self, spec: GameSpec, net: Net, load: Callable[[], DigitSet], said: Sequence[int | None] = ()
    ) -> None:
        """`said`: the answers of a game that was begun before. Raises ValueError for what is no answer."""
        self._spec, self._net, self._load = spec, net, load
        choice, self._noise = np.random.default_rng(spec.seed).spawn(2)
        self._choice = choice
        self._digits: DigitSet | None = None
        self._rounds: Rounds | None = None
        self._pictures: list[Bytes] = []
        self._preview = np.zeros((0, 28, 28), np.uint8)
        self._probabilities: list[NDArray[np.float32]] = []
        self._said = [_answer(one) for one in said[: spec.rounds]]
        self._summary: Summary | None = None
        self._player: Net | None = None

    def advance(self) -> bool:
        """Load, choose, make and judge a picture, or let the stand-in answer; False when the person is to."""
        if self._digits is None:
            self._digits = self._load()
        elif self._rounds is None:
            self._begin(self._digits)
        elif len(self._pictures) < self._spec.rounds:
            self._make(self._digits, self._rounds)
        elif self._player is not None and len(self._said) < self._spec.rounds:
            self._play(self._player)
        return self._busy

    def snapshot(self) -> GameFrame:
        """All that has happened."""
        n_classes = self._net.shapes[-1][0]
        return GameFrame(
            len(self._said), self._spec, self._net, self._rounds,
            np.array(self._pictures, np.uint8).reshape(-1, 28, 28),
            np.array(self._probabilities, np.float32).reshape(-1, n_classes),
            np.array(self._said, np.int64), self._preview, self._result(), self._player is not None,
        )  # fmt: skip

    def apply(self, change: Change) -> None:
        """Take an answer. Raises ValueError for what is no answer, or comes when none is asked for."""
        if change.name == "said":
            self._take_said(change.value)
        elif change.name == "stand_in":
            if not isinstance(change.value, Net) or change.value.shapes[-1][0] != CLASSES:
                raise ValueError("a net that names digits is wanted")
            self._player = change.value
        else:
            raise ValueError(f"unknown change {change.name!r}")

    @property
    def _busy(self) -> bool:
        left = self._player is not None and len(self._said) < self._spec.rounds
        return len(self._pictures) < self._spec.rounds or left

    def _take_said(self, said: Any) -> None:
        answer = _answer(said)
        if len(self._said) >= len(self._pictures) or self._player is not None:
            raise ValueError("no answer is asked for")
        self._said.append(answer)

    def _begin(self, digits: DigitSet) -> None:
        self._rounds = draw_rounds(digits.labels, self._spec, self._choice)
        kind, (low, high) = KINDS[self._spec.kind], self._spec.range
        image, noise = digits.images[self._rounds.preview], self._noise.spawn(1)[0]
        levels = np.linspace(low, high, PREVIEWS)
        self._preview = np.stack([kind.disturb(image, float(level), noise) for level in levels])

    def _make(self, digits: DigitSet, rounds: Rounds) -> None:
        k = len(self._pictures)
        image, level = digits.images[rounds.indices[k]], float(rounds.levels[k])
        picture = KINDS[self._spec.kind].disturb(image, level, self._noise)
        self._pictures.append(picture)
        self._probabilities.append(judged(self._net, picture))

    def _play(self, player: Net) -> None:
        p = judged(player, self._pictures[len(self._said)])
        self._said.append(int(p.argmax()) if p.max() >= _SURE else UNREAD)

    def _result(self) -> Summary | None:
        complete = len(self._said) == len(self._pictures) == self._spec.rounds
        if self._summary is None and complete and self._rounds is not None:
            p = np.array(self._probabilities)
            answers = Answers(
                self._rounds.levels, self._rounds.labels, np.array(self._said, np.int64),
                p.argmax(axis=1).astype(np.int64), p.max(axis=1).astype(np.float64),
            )  # fmt: skip
            self._summary = summary(answers, *self._spec.range)
        return self._summary


def _answer(said: Any) -> int:
    """A digit as it is, None as UNREAD; ValueError for anything else."""
    if said is None:
        return UNREAD
    if isinstance(said, bool) or not isinstance(said, int) or not 0 <= said < CLASSES:
        raise ValueError(f"{said!r} is no digit")
    return said


def judged(net: Net, picture: Bytes) -> NDArray[np.float32]:
    """Probabilities (classes,) for one picture (28, 28)."""
    x = np.multiply(picture, np.float32(1 / 255), dtype=np.float32).reshape(1, *net.input_shape)
    output: NDArray[np.float32] = net(x)[0]
    return output if isinstance(net.layers[-1], Softmax) else softmax(output)
