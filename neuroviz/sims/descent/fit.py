"""FitSim: one method fits a model with two parameters; the examples may change under its feet."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.surface import Surface
from neuroviz.data.two_knobs import Examples, TwoKnobs
from neuroviz.runtime import Change
from neuroviz.sims.descent.walk import Walk, WalkerFrame, WalkFrame, WalkSim, WalkState

Rows = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class FitFrame(WalkFrame):
    """A race of one. rows: the examples that the last step saw, () before the first and where it saw all."""

    rows: Rows

    @property
    def walker(self) -> WalkerFrame:
        """The only one."""
        return self.walkers[0]


@dataclass(frozen=True, eq=False)
class FitState:
    """All that decides the future, the ground included."""

    walk: WalkState
    model: TwoKnobs
    batch: int
    rows: Rows

    @property
    def step(self) -> int:
        """Steps taken."""
        return self.walk.step

    @property
    def nbytes(self) -> int:
        """About; of the same examples there is one copy."""
        return self.walk.nbytes


class FitSim(WalkSim):
    """Changes beside WalkSim's: "examples": Examples, from here on in place of those before; "batch": so many
    in a batch, 0 for all. A batch is drawn anew for each step, without putting back; one that asks for more
    than there are gets all.
    """

    def __init__(self, walk: Walk, model: TwoKnobs) -> None:
        self.model = model
        self._rows: Rows = np.zeros(0, np.intp)
        super().__init__(replace(walk, noise=0.0), model.surface(), self._batch)

    def advance(self) -> bool:
        """One step."""
        self._rows = np.zeros(0, np.intp)
        return super().advance()

    def apply(self, change: Change) -> None:
        """See the classes. ValueError for what makes no sense."""
        if change.name == "examples" and isinstance(change.value, Examples):
            self._stand_on(replace(self.model, examples=change.value))
        elif change.name == "batch" and isinstance(change.value, int) and change.value >= 0:
            self.walk = replace(self.walk, batch=change.value)
        else:
            super().apply(change)

    def snapshot(self) -> FitFrame:
        """The walker, and what it has seen last."""
        whole = super().snapshot()
        return FitFrame(whole.step, whole.walkers, self._rows)

    def state(self) -> FitState:  # type: ignore[override]
        """To come back to with `restore`."""
        return FitState(super().state(), self.model, self.walk.batch, self._rows)

    def restore(self, state: FitState) -> None:  # type: ignore[override]
        """Go on from there."""
        super().restore(state.walk)
        self._stand_on(state.model)
        self.walk = replace(self.walk, batch=state.batch)
        self._rows = state.rows

    # -- inside ------------------------------------------------------------------------------------

    def _stand_on(self, model: TwoKnobs) -> None:
        self.model, self.ground = model, model.surface()
        for one in self._walkers:
            one.ground = self.ground

    def _batch(self, rng: np.random.Generator, batch: int) -> Surface:
        n = len(self.model.examples.x)
        self._rows = np.sort(rng.choice(n, min(batch, n), replace=False))
        return self.model.of(self._rows).surface()
