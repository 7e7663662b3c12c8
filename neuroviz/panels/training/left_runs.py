"""LeftRuns: runs whose recipe was exchanged, kept so that taking that back brings them back as they stood."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from neuroviz.runtime import Frame, Past, Run
from neuroviz.scenes.recipe import Recipe

Sim = TypeVar("Sim")
More = TypeVar("More")


@dataclass(frozen=True, eq=False)
class LeftRun(Generic[Sim, More]):
    """recipe: the one of the room, by identity; sim: to go on with from `past`; more: the page's own."""

    recipe: Recipe
    sim: Sim
    past: Past
    more: More


class LeftRuns(Generic[Sim, More]):
    """The latest ones, `most` of them: each holds its checkpoints."""

    def __init__(self, most: int = 2) -> None:
        self._most = most
        self._kept: list[LeftRun[Sim, More]] = []

    def keep(self, left: LeftRun[Sim, More], coming: Recipe) -> None:
        """Keep a run, in place of the oldest where there are too many, but never of that of `coming`, which
        is about to be taken.
        """
        wanted = [one for one in self._kept if one.recipe is coming]
        others = [one for one in self._kept if one.recipe is not coming]
        self._kept = [*others, left][-self._most :] + wanted

    def take(self, recipe: Recipe) -> LeftRun[Sim, More] | None:
        """The run of that recipe, no longer kept here; None where there is none."""
        found = next((one for one in reversed(self._kept) if one.recipe is recipe), None)
        self._kept = [one for one in self._kept if one is not found]
        return found


def begun(run: Run | None, frame: Frame | None) -> bool:
    """Whether there is anything in a run that another from the start would not have."""
    return run is not None and frame is not None and (frame.step > 0 or run.head > 0 or bool(run.log))
