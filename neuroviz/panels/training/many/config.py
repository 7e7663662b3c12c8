"""The knobs of Many: how many nets, how they start, what they learn from, and how."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from neuroviz.panels.training.learn.config import knob_texts as recipe_texts
from neuroviz.runtime import knob
from neuroviz.scenes.recipe import Knobs
from neuroviz.sims.training.many import COUNTS, LARGEST_BATCH, Setup
from neuroviz.ui.knobs import KnobText

LIVE = ("rate", "batch")
"""What can be turned while they learn; the others begin anew."""


@dataclass(frozen=True)
class ManyConfig:
    """rate and batch as in the recipe's Knobs; the others as in Setup."""

    count: int = knob(64, choices=COUNTS, restart=True)
    rate: float = knob(0.05, 1e-5, 100.0, log=True)
    batch: int = knob(20, 1, LARGEST_BATCH, log=True)
    scale: float = knob(1.0, 0.01, 10.0, log=True, restart=True)
    examples: int = knob(1000, 4, 1000, log=True, restart=True)
    same: bool = knob(False, restart=True)

    @classmethod
    def of(cls, setup: Setup, knobs: Knobs) -> ManyConfig:
        """Those of a run."""
        return cls(**vars(setup)).follow(knobs)

    def follow(self, knobs: Knobs) -> ManyConfig:
        """With rate and batch of a recipe."""
        return replace(self, rate=knobs.rate, batch=min(knobs.batch, LARGEST_BATCH))

    def put_into(self, knobs: Knobs) -> Knobs:
        """A recipe's knobs with these."""
        return replace(knobs, rate=self.rate, batch=self.batch)

    def setup(self) -> Setup:
        """As the simulation takes it."""
        return Setup(self.count, self.scale, self.same, self.examples)


def knob_texts() -> dict[str, KnobText]:
    """Their words, in the present language."""
    translate = QCoreApplication.translate
    known = recipe_texts()
    return {
        "count": KnobText(
            translate("Many", "Nets"),
            translate("Many", "So many starts of the same net learn together, from the same batches"),
            {n: f"{n:,}" for n in COUNTS},
        ),
        "rate": known["rate"],
        "batch": known["batch"],
        "scale": KnobText(
            translate("Many", "Size of first weights"),
            translate("Many", "A factor on the weights that all nets begin with: small, usual (1), or large"),
        ),
        "examples": KnobText(
            translate("Many", "Examples, at most"),
            translate("Many", "Few, more or many: how many of the task’s examples are learned from"),
        ),
        "same": KnobText(
            translate("Many", "The same start for all"),
            translate("Many", "All nets begin with the same weights: then nothing can make them different"),
        ),
    }
