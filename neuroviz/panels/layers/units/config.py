"""The knobs of the page: how an input is made for a unit."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from neuroviz.runtime import knob
from neuroviz.ui.knobs import KnobText

MEAN, CENTRE = "mean", "centre"


@dataclass(frozen=True)
class UnitsConfig:
    """smooth: how strictly a made picture is held to what digits look like; of_map: what a channel says."""

    smooth: float = knob(0.6, 0.0, 1.0)
    of_map: str = knob(MEAN, choices=(MEAN, CENTRE), more=True)


def knob_texts() -> dict[str, KnobText]:
    """Their words, in the present language."""
    return {
        "smooth": KnobText(
            QCoreApplication.translate("UnitsConfig", "Like a digit"),
            QCoreApplication.translate(
                "UnitsConfig",
                "How strictly the picture made for a unit is blurred and held to pixels that digits use; "
                "at 0 it may be any noise that excites the unit",
            ),
        ),
        "of_map": KnobText(
            QCoreApplication.translate("UnitsConfig", "Of a map"),
            QCoreApplication.translate(
                "UnitsConfig",
                "What counts of a map that a convolution makes: the mean of all of it, or its middle value",
            ),
            {
                MEAN: QCoreApplication.translate("UnitsConfig", "mean"),
                CENTRE: QCoreApplication.translate("UnitsConfig", "middle"),
            },
        ),
    }
