"""KeptRun: a whole training run as one value: its recipe, all that was done, and moments to go on from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, Literal

from neuroviz.nn import TrainerState
from neuroviz.nn.arrays import Array
from neuroviz.scenes.recipe import Knobs, Recipe


def _nothing() -> Mapping[str, Any]:
    return MappingProxyType({})


@dataclass(frozen=True)
class Logged:
    """`name` was set to `value` (plain JSON values) when `step` steps had been taken."""

    step: int
    name: str
    value: Any
    kind: Literal["act", "branch"] = "act"


@dataclass(frozen=True, eq=False)
class KeptFeeder:
    """Where in which epoch the examples are. order, noise: states of a NumPy PCG64."""

    epoch: int
    at: int
    shuffle: bool
    order: Mapping[str, Any]
    noise: Mapping[str, Any]


@dataclass(frozen=True, eq=False)
class KeptCourse:
    """One line of learning at a moment. since: the step its schedule began at. The trainer's optimiser is the
    one the knobs describe. loss: of the last step, None where that is not known."""

    id: int
    trainer: TrainerState
    feeder: KeptFeeder
    knobs: Knobs
    rates: tuple[float, ...]
    since: int
    loss: float | None = None


@dataclass(frozen=True, eq=False)
class KeptMoment:
    """All lines at `step`, before the changes logged there. stops: when to pause, plain values."""

    step: int
    courses: tuple[KeptCourse, ...]
    stops: Mapping[str, Any] = field(default_factory=_nothing)

    @property
    def nbytes(self) -> int:
        """Of its numbers."""
        return sum(one.trainer.nbytes for one in self.courses)


@dataclass(frozen=True, eq=False)
class OwnData:
    """What the task was built from, if it was the visitor's own: arrays, and what else there is to say of
    them in plain JSON values."""

    arrays: Mapping[str, Array]
    info: Mapping[str, Any] = field(default_factory=_nothing)


@dataclass(frozen=True, eq=False)
class KeptRun:
    """head: the furthest step; step: where it stood. moments: by rising step. measured: what was written
    down on the way (curves, reports), as arrays. focus: the line that was looked at. given: the reasons
    to pause that lines have given, plain values. extra: what a newer program has written, to be kept.
    """

    recipe: Recipe
    log: tuple[Logged, ...] = ()
    head: int = 0
    step: int = 0
    moments: tuple[KeptMoment, ...] = ()
    stops: Mapping[str, Any] = field(default_factory=_nothing)
    measured: Mapping[str, Array] = field(default_factory=_nothing)
    own: OwnData | None = None
    extra: Mapping[str, Any] = field(default_factory=_nothing)
    focus: int = 0
    given: tuple[Mapping[str, Any], ...] = ()

    @property
    def standing(self) -> KeptMoment | None:
        """The last moment at or before the step where it stood: from there on it has to be replayed."""
        return next((one for one in reversed(self.moments) if one.step <= self.step), None)

    def thinned(self, limit: int) -> KeptRun:
        """With every second moment left out until what they hold is within `limit` bytes; any step can still
        be reached, from further below. The last one stays, and the one it stands at, whatever they hold."""
        moments, standing = self.moments, self.standing
        held = 0 if standing is None else standing.nbytes
        while len(moments) > 1 and sum(one.nbytes for one in moments if one is not standing) + held > limit:
            moments = moments[::-1][::2][::-1]
        if standing is not None and standing not in moments:
            moments = tuple(sorted((*moments, standing), key=lambda one: one.step))
        return replace(self, moments=moments)

    def alone(self) -> KeptRun:
        """With no moment but the one it stands at."""
        return replace(self, moments=() if self.standing is None else (self.standing,))
