"""The knobs of Formula."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from neuroviz.runtime import knob
from neuroviz.ui.knobs import KnobText


@dataclass(frozen=True)
class FormulaConfig:
    """points: whether the large map shows what the net has learned."""

    points: bool = knob(False)


def knob_texts() -> dict[str, KnobText]:
    """Their words, in the present language."""
    return {
        "points": KnobText(
            QCoreApplication.translate("FormulaConfig", "Points of the task"),
            QCoreApplication.translate(
                "FormulaConfig", "Shows on the large map what the net has learned, where that is known"
            ),
        ),
    }
