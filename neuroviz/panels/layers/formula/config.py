"""The knobs of Formula."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from neuroviz.runtime import knob
from neuroviz.ui.knobs import KnobText


@dataclass(frozen=True)
class FormulaConfig:
    """lead: the answer's maps show how far a value is above the others; points: what the net has learned."""

    lead: bool = knob(False)
    points: bool = knob(False)


def knob_texts() -> dict[str, KnobText]:
    """Their words, in the present language."""
    return {
        "lead": KnobText(
            QCoreApplication.translate("FormulaConfig", "Answers as a lead"),
            QCoreApplication.translate(
                "FormulaConfig",
                "Maps of the answer show each value minus the largest of the others: above 0 it wins",
            ),
        ),
        "points": KnobText(
            QCoreApplication.translate("FormulaConfig", "Points of the task"),
            QCoreApplication.translate(
                "FormulaConfig", "Shows on the large map what the net has learned, where that is known"
            ),
        ),
    }
