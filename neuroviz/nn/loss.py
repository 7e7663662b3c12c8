"""What a loss is: a mean over examples that binds itself to the last layer's buffers."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import ClassVar

import numpy as np

from neuroviz.nn.arrays import Array, Shape


class BoundLoss(ABC):
    """A loss on fixed buffers: outputs y and their gradient dy, both in the inner layout."""

    @abstractmethod
    def __call__(self, targets: Array, share: float, fold: float) -> float:
        """The sum of the examples' losses times `share`; dy becomes its gradient times `fold`.

        `share` is 1 / batch, also where the batch is worked off in pieces; `fold` is a factor the optimiser
        wants in the gradient, which is cheapest to apply here, where the arrays are smallest.
        """


class Loss(ABC):
    """A frozen specification of what is to become small."""

    kind: ClassVar[str]

    @abstractmethod
    def target_shape(self, shape: Shape) -> Shape:
        """Shape of one target for outputs of `shape`. ValueError if the loss cannot take them."""

    @abstractmethod
    def bind(self, y: Array, dy: Array) -> BoundLoss:
        """The loss at work on y and dy."""

    def __call__(self, outputs: Array, targets: Array) -> float:
        """Mean loss of outputs (N, *shape) against targets (N, *target_shape). ValueError on wrong shapes."""
        wanted = (len(outputs), *self.target_shape(outputs.shape[1:]))
        if np.shape(targets) != wanted:
            raise ValueError(f"{self.kind} wants targets of shape {wanted}, not {np.shape(targets)}")
        y = outputs if outputs.ndim == 2 else np.moveaxis(outputs, 0, -1)
        return self.bind(y, np.empty_like(y))(targets, 1 / len(outputs), 1.0)
