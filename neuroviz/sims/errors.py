"""Where a net is wrong: labelled images judged piece by piece, so that the first errors are known at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.digits import DigitSet
from neuroviz.nn import Net
from neuroviz.runtime import Change, Frame

_IMAGES_AT_ONCE = 64  # a few milliseconds with the larger of the shipped nets


@dataclass(frozen=True, eq=False)
class ErrorsFrame(Frame):
    """After `step` images: indices (k,) of those judged wrongly, and what they were taken for (k,).

    digits is None until they have been loaded.
    """

    net: Net
    digits: DigitSet | None
    wrong: NDArray[np.int64]
    taken_for: NDArray[np.int64]

    @property
    def complete(self) -> bool:
        """Whether every image has been judged."""
        return self.digits is not None and self.step == len(self.digits)


class ErrorsSim:
    """Loads labelled digits, then judges them. `load` may take a while, so it is called by the worker."""

    def __init__(self, net: Net, load: Callable[[], DigitSet]) -> None:
        self._net, self._load = net, load
        self._digits: DigitSet | None = None
        self._taken_for = np.zeros(0, np.int64)
        self._done = 0

    def advance(self) -> bool:
        """Load, or judge the next few images; False after the last."""
        if self._digits is None:
            self._digits = self._load()
            self._taken_for = np.zeros(len(self._digits), np.int64)
        else:
            piece = self._digits.images[self._done : self._done + _IMAGES_AT_ONCE]
            x = (piece.astype(np.float32) / np.float32(255)).reshape(len(piece), *self._net.input_shape)
            self._taken_for[self._done : self._done + len(piece)] = self._net(x).argmax(axis=1)
            self._done += len(piece)
        return self._done < len(self._digits)

    def snapshot(self) -> ErrorsFrame:
        """The errors found so far."""
        taken_for = self._taken_for[: self._done]
        labels = np.zeros(0) if self._digits is None else self._digits.labels[: self._done]
        wrong = np.flatnonzero(taken_for != labels)
        return ErrorsFrame(self._done, self._net, self._digits, wrong, taken_for[wrong])

    def apply(self, change: Change) -> None:
        """There is no knob here: always ValueError."""
        raise ValueError(f"unknown change {change.name!r}")
