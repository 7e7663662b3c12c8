"""Finding: one thing that is so with a run, with the numbers that show it and what is usually done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from neuroviz.sims.training.remedies import Remedy

Kind = Literal[
    "not_finite", "frozen", "symmetric", "unscaled", "worse", "far_up", "rising", "bouncing",
    "dead", "vanishing", "exploding", "saturated", "slow", "unshuffled", "leak", "by_heart", "no_rule",
    "wrong_labels", "unbalanced", "small", "overfitting", "ended", "leapt", "start", "learning", "well",
    "still",
]  # fmt: skip
Evidence = Literal["curves", "layers", "mistakes", "map", "task", "net"]

BROKEN, ILL, CARE, CALM = 3, 2, 1, 0
"""Severities: it cannot learn; it does not learn what it should; take care; all is well."""


@dataclass(frozen=True)
class Finding:
    """evidence: the view that shows it; layer: of the recipe, where it is one's; facts: see the check;
    knob: the one that it is about, where it is one."""

    kind: Kind
    severity: int
    step: int
    evidence: Evidence
    facts: Mapping[str, float] = field(default_factory=dict)
    layer: int | None = None
    remedy: Remedy | None = None
    knob: str = ""
