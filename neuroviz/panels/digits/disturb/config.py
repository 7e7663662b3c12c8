"""The knobs of Disturb beside its sliders."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from neuroviz.data.disturb import LIMITS
from neuroviz.runtime import Knob, knob
from neuroviz.ui.knobs import KnobText

INK, PAPER = "ink", "paper"


@dataclass(frozen=True)
class DisturbConfig:
    """again: prepare once more after disturbing; patch: what the patch looks like."""

    again: bool = knob(False)
    patch: str = knob(PAPER, choices=(PAPER, INK))


def knob_texts() -> dict[str, KnobText]:
    """Their words, in the present language."""
    return {
        "again": KnobText(
            QCoreApplication.translate("DisturbConfig", "Prepare again"),
            QCoreApplication.translate(
                "DisturbConfig",
                "Crops, scales and centres the disturbed picture before the net gets it: "
                "shifts and sizes are undone, turns and noise are not",
            ),
        ),
        "patch": KnobText(
            QCoreApplication.translate("DisturbConfig", "Patch"),
            QCoreApplication.translate("DisturbConfig", "Whether the patch looks like paper or like ink"),
            {
                PAPER: QCoreApplication.translate("DisturbConfig", "paper"),
                INK: QCoreApplication.translate("DisturbConfig", "ink"),
            },
        ),
    }


def knob_of(name: str) -> Knob:
    """An amount as a knob: its limits for slider and number box."""
    limits = LIMITS[name]
    whole = limits.unit == "°"
    kind = int if whole else float
    return Knob(
        kind(limits.neutral), limits.low, limits.high, unit=limits.unit, log=limits.log, integer=whole
    )
