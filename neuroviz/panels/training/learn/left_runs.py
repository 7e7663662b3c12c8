"""LeftRuns: runs whose recipe was exchanged, kept so that taking that back brings them back as they stood."""

from __future__ import annotations

from dataclasses import dataclass

from neuroviz.runtime import Past
from neuroviz.scenes.recipe import Recipe
from neuroviz.sims.training.sim import TrainingSim
from neuroviz.sims.training.stops import Stops

_MOST = 2  # each holds its checkpoints, 128 MB at most


@dataclass(frozen=True, eq=False)
class LeftRun:
    """recipe: the one of the room, by identity; began, stops: what the run itself began with."""

    recipe: Recipe
    began: Recipe
    stops: Stops
    sim: TrainingSim
    past: Past


class LeftRuns:
    """The latest ones."""

    def __init__(self) -> None:
        self._kept: list[LeftRun] = []

    def keep(self, left: LeftRun) -> None:
        """Keep a run, in place of the oldest where there are too many."""
        self._kept = [*self._kept, left][-_MOST:]

    def take(self, recipe: Recipe) -> LeftRun | None:
        """The run of that recipe, no longer kept here; None where there is none."""
        found = next((one for one in reversed(self._kept) if one.recipe is recipe), None)
        self._kept = [one for one in self._kept if one is not found]
        return found
