"""A model on its data as it stands, as it is handed to those who show it."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.surface import Point
from neuroviz.data.two_knobs import TwoKnobs
from neuroviz.sims.descent.walkers import LOST


@dataclass(frozen=True, eq=False)
class OnData:
    """A model as it stands. at: w and b over plain inputs; rows: the examples a batch consists of, () where a
    step sees all; best: w and b of the lowest loss that is known.
    """

    model: TwoKnobs
    at: Point
    rows: NDArray[np.intp] = field(default_factory=lambda: np.zeros(0, np.intp))
    best: Point | None = None

    @property
    def known(self) -> bool:
        """Whether there is a curve to be seen."""
        return bool((np.abs(self.at) < LOST).all())
