"""What an optimiser is: a frozen specification that binds itself to a parameter vector as a Stepper."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import ClassVar

import numpy as np

from neuroviz.nn.arrays import Array

# Values updated at a time. Smaller tiles would keep all vectors in the L2 cache, yet measured slower: each
# tile costs a call for every pass.
TILE = 131_072


class Stepper(ABC):
    """An optimiser at work on theta (n,) and its gradient (n,), both updated and read in place.

    `moments` are the vectors it carries from step to step, `memory` its numbers; together with theta they
    are all of its state.
    """

    n_moments: ClassVar[int]

    def __init__(self, theta: Array, grad: Array) -> None:
        self.theta, self.grad = theta, grad
        self.moments = tuple(np.zeros_like(theta) for _ in range(self.n_moments))
        self.memory: dict[str, float] = {}
        work = np.empty(min(TILE, theta.size), theta.dtype)
        self.tiles = [
            (*(flat[start : start + TILE] for flat in (theta, grad, *self.moments)),
             work[: min(TILE, theta.size - start)])
            for start in range(0, theta.size, TILE)
        ]

    def fold(self, learning_rate: float) -> float:  # noqa: ARG002  (for the one that folds)
        """The factor this optimiser wants in the coming step's gradient; the loss applies it for free."""
        return 1.0

    @abstractmethod
    def step(self, learning_rate: float) -> None:
        """One update of theta from the gradient."""


class Optimiser(ABC):
    """A frozen specification with a `learning_rate` and a unique `kind`."""

    kind: ClassVar[str]
    learning_rate: float

    @abstractmethod
    def bind(self, theta: Array, grad: Array) -> Stepper:
        """The optimiser at work on theta and its gradient, with fresh moments."""


def decay_into(grad: Array, theta: Array, work: Array, weight_decay: float) -> None:
    """Add the pull of weight decay to the gradient: grad += weight_decay theta. `work` is used up."""
    if weight_decay:
        np.multiply(theta, weight_decay, out=work)
        np.add(grad, work, out=grad)
