"""RunPath: the way one line of a training run has come through weight space, as a value to hand on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from neuroviz.nn.arrays import Array
from neuroviz.scenes.recipe import Knobs, Recipe


@dataclass(frozen=True, eq=False)
class RunPath:
    """T moments by rising step. thetas: (n_values,) float32 each, read-only, and the same objects as long as
    they are the same moments, so that what is known of one need not be worked out again.

    losses (T,): of the step that led there, NaN where it is not known; knobs (T): as they were turned then;
    rates (T,): the learning rates of the next step, schedule and all. here: which moment is the present one.
    ValueError: parts of other lengths, parameters that do not fit the recipe, no moment.
    """

    recipe: Recipe
    steps: tuple[int, ...]
    thetas: tuple[Array, ...]
    losses: NDArray[np.float64]
    knobs: tuple[Knobs, ...]
    rates: NDArray[np.float64]
    here: int

    def __post_init__(self) -> None:
        n = len(self.steps)
        others = {len(one) for one in (self.thetas, self.losses, self.knobs, self.rates)}
        if not 0 <= self.here < n or others != {n}:
            raise ValueError(f"a path of {n} moments with parts of other lengths")
        wanted = self.recipe.plan().n_values
        for theta in self.thetas:
            if theta.shape != (wanted,) or theta.dtype != np.float32:
                raise ValueError(f"parameters {theta.dtype} {theta.shape} for a net of {wanted}")

    @property
    def theta(self) -> Array:
        """Of the present moment."""
        return self.thetas[self.here]

    @property
    def step(self) -> int:
        """Of the present moment."""
        return self.steps[self.here]
