"""Two judges and all labelled pictures: on how many they agree, and on which they differ."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.digits import DigitSet
from neuroviz.nn import Net, Softmax, softmax
from neuroviz.runtime import Change, Frame
from neuroviz.sims.neighbours import Neighbours, shares

_BY_NET = 32  # pictures in one unit of work: a few milliseconds with the larger of the shipped nets
_BY_MEMORY = 4

Judge = Net | Neighbours


@dataclass(frozen=True, eq=False)
class Answers:
    """What a judge says of the first `len` pictures: digits (n,) and how sure it is of them (n,) in 0..1."""

    digits: NDArray[np.uint8]
    sure: NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.digits)


@dataclass(frozen=True)
class Agreement:
    """How many pictures two judges get both right, only the first, only the second, neither.

    both_wrong_alike: those of the last that both take for the same other digit.
    """

    both_right: int
    only_first: int
    only_second: int
    both_wrong_alike: int
    both_wrong_apart: int

    @property
    def n(self) -> int:
        """All pictures."""
        return self.both_right + self.both_wrong_alike + self.differ

    @property
    def differ(self) -> int:
        """Those of which they say different things."""
        return self.only_first + self.only_second + self.both_wrong_apart


@dataclass(frozen=True, eq=False)
class SurveyFrame(Frame):
    """After `step` units of work: what each judge has answered so far. digits is None until loaded."""

    digits: DigitSet | None
    first: Answers
    second: Answers

    @property
    def judged(self) -> int:
        """Pictures that both have judged."""
        return min(len(self.first), len(self.second))

    @property
    def part(self) -> float:
        """The share of the pictures that both have judged, 0..1."""
        return 0.0 if self.digits is None else self.judged / len(self.digits)

    @property
    def complete(self) -> bool:
        """Whether both have judged every picture."""
        return self.digits is not None and self.judged == len(self.digits)

    def agreement(self) -> Agreement:
        """The table, of what both have judged."""
        n = self.judged
        labels = np.zeros(0, np.uint8) if self.digits is None else self.digits.labels[:n]
        return agreement(self.first.digits[:n], self.second.digits[:n], labels)

    def differing(self) -> NDArray[np.int64]:
        """The pictures of which they say different things, the most surprising first.

        Surprising: both are sure. Sorted by the smaller of the two certainties, downwards.
        """
        n = self.judged
        apart = np.flatnonzero(self.first.digits[:n] != self.second.digits[:n])
        both = np.minimum(self.first.sure[apart], self.second.sure[apart])
        return apart[np.argsort(-both, kind="stable")]


class SurveySim:
    """Loads labelled digits, then lets two judges judge them in turns; what is known already is kept.

    known: complete answers from an earlier survey, for either judge, or None.
    """

    def __init__(
        self,
        judges: tuple[Judge, Judge],
        load: Callable[[], DigitSet],
        known: tuple[Answers | None, Answers | None] = (None, None),
    ) -> None:
        self._judges, self._load, self._known = judges, load, known
        self._digits: DigitSet | None = None
        self._done = [0, 0]
        self._answers: list[Answers] = [_none(), _none()]
        self._step = 0

    def advance(self) -> bool:
        """Load, or let the judge that is behind judge a few more; False after the last."""
        self._step += 1
        if self._digits is None:
            self._digits = self._load()
            n = len(self._digits)
            for i, known in enumerate(self._known):
                self._answers[i] = Answers(np.zeros(n, np.uint8), np.zeros(n, np.float32))
                if known is not None and len(known) == n:
                    self._answers[i], self._done[i] = known, n
        else:
            self._judge(self._digits, 0 if self._done[0] <= self._done[1] else 1)
        return min(self._done) < len(self._digits)

    def snapshot(self) -> SurveyFrame:
        """What has been found so far."""
        first, second = (
            Answers(one.digits[:n].copy(), one.sure[:n].copy())
            for one, n in zip(self._answers, self._done, strict=True)
        )
        return SurveyFrame(self._step, self._digits, first, second)

    def apply(self, change: Change) -> None:
        """There is no knob here: always ValueError."""
        raise ValueError(f"unknown change {change.name!r}")

    def _judge(self, digits: DigitSet, i: int) -> None:
        judge, at = self._judges[i], self._done[i]
        piece = digits.images[at : at + (_BY_NET if isinstance(judge, Net) else _BY_MEMORY)]
        p = by_net(judge, piece) if isinstance(judge, Net) else by_memory(judge, piece)
        here = slice(at, at + len(piece))
        self._answers[i].digits[here], self._answers[i].sure[here] = p.argmax(axis=1), p.max(axis=1)
        self._done[i] += len(piece)


def by_net(net: Net, images: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Probabilities (n, 10) for images (n, 28, 28)."""
    x = (images.astype(np.float32) / np.float32(255)).reshape(len(images), *net.input_shape)
    output = net(x)
    return output if isinstance(net.layers[-1], Softmax) else softmax(output)


def by_memory(index: Neighbours, images: NDArray[np.uint8]) -> NDArray[np.float32]:
    """The shares of the votes (n, 10) for images (n, 28, 28)."""
    return np.array([shares(index.nearest(image)) for image in images])


def agreement(first: NDArray[np.uint8], second: NDArray[np.uint8], labels: NDArray[np.uint8]) -> Agreement:
    """The table of two judges' answers (n,) to pictures of these digits (n,)."""
    one, other, same = first == labels, second == labels, first == second
    counts = (one & other, one & ~other, ~one & other, ~one & ~other & same, ~one & ~other & ~same)
    return Agreement(*(int(count.sum()) for count in counts))


def _none() -> Answers:
    return Answers(np.zeros(0, np.uint8), np.zeros(0, np.float32))
