"""Where a net is wrong: labelled images judged piece by piece, so that the first errors are known at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.digits import CLASSES, DigitSet
from neuroviz.data.judged import Judged
from neuroviz.nn import Net, Softmax, softmax
from neuroviz.runtime import Change, Frame

_IMAGES_AT_ONCE = 64  # a few milliseconds with the larger of the shipped nets


@dataclass(frozen=True, eq=False)
class ErrorsFrame(Frame):
    """After `step` images: indices (k,) of those judged wrongly, and what they were taken for (k,).

    digits is None until they have been loaded. probabilities: (step, 10), all answers so far.
    """

    net: Net
    digits: DigitSet | None
    wrong: NDArray[np.int64]
    taken_for: NDArray[np.int64]
    probabilities: NDArray[np.float32]

    @property
    def complete(self) -> bool:
        """Whether every image has been judged."""
        return self.digits is not None and self.step == len(self.digits)

    @cached_property
    def judged(self) -> Judged:
        """Labels and answers so far."""
        labels = np.zeros(0, np.uint8) if self.digits is None else self.digits.labels[: self.step]
        return Judged(labels, self.probabilities)


class ErrorsSim:
    """Loads labelled digits, then judges them. `load` may take a while, so it is called by the worker."""

    def __init__(self, net: Net, load: Callable[[], DigitSet]) -> None:
        self._net, self._load = net, load
        self._digits: DigitSet | None = None
        self._answers = np.zeros((0, CLASSES), np.float32)
        self._done = 0

    def advance(self) -> bool:
        """Load, or judge the next few images; False after the last."""
        if self._digits is None:
            self._digits = self._load()
            self._answers = np.zeros((len(self._digits), *self._net.shapes[-1]), np.float32)
        else:
            piece = self._digits.images[self._done : self._done + _IMAGES_AT_ONCE]
            self._answers[self._done : self._done + len(piece)] = probabilities(self._net, piece)
            self._done += len(piece)
        return self._done < len(self._digits)

    def snapshot(self) -> ErrorsFrame:
        """The errors found so far."""
        answers = self._answers[: self._done]
        taken_for = answers.argmax(axis=1)
        labels = np.zeros(0) if self._digits is None else self._digits.labels[: self._done]
        wrong = np.flatnonzero(taken_for != labels)
        return ErrorsFrame(self._done, self._net, self._digits, wrong, taken_for[wrong], answers)

    def apply(self, change: Change) -> None:
        """There is no knob here: always ValueError."""
        raise ValueError(f"unknown change {change.name!r}")


def probabilities(net: Net, images: NDArray[np.uint8]) -> NDArray[np.float32]:
    """What a net makes of pictures (k, 28, 28) uint8: (k, n), each row sums to 1."""
    x = (images.astype(np.float32) / np.float32(255)).reshape(len(images), *net.input_shape)
    output = net(x)
    return output if isinstance(net.layers[-1], Softmax) else softmax(output)
