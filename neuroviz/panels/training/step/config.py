"""The knobs of One step: those of the recipe that decide a single step."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from neuroviz.runtime import knob
from neuroviz.scenes.recipe import LARGEST_BATCH, OPTIMISERS, Knobs


@dataclass(frozen=True)
class StepConfig:
    """As in the recipe's Knobs, with the same limits."""

    batch: int = knob(32, 1, LARGEST_BATCH, log=True)
    rate: float = knob(0.05, 1e-5, 100.0, log=True)
    optimiser: str = knob("sgd", choices=OPTIMISERS)
    momentum: float = knob(0.9, 0.0, 0.99)

    @classmethod
    def of(cls, knobs: Knobs) -> StepConfig:
        """Those of a recipe."""
        return cls(**{one.name: getattr(knobs, one.name) for one in fields(cls)})

    def put_into(self, knobs: Knobs) -> Knobs:
        """A recipe's knobs with these."""
        return replace(knobs, **vars(self))
