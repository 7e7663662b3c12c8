"""The knobs of Why."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from neuroviz.runtime import knob
from neuroviz.sims.smallest_flip import L2, LINF
from neuroviz.sims.why import ALL, LAST, TRAINED
from neuroviz.ui.knobs import KnobText

CLASS, AGAINST = "class", "against"
OWN, SHARED = "own", "shared"


@dataclass(frozen=True)
class WhyConfig:
    """What is asked, and how finely; see `WhySettings`. scale: of the colours."""

    question: str = knob(CLASS, choices=(CLASS, AGAINST))
    steps: int = knob(32, 1, 256, log=True)
    patch: int = knob(5, 1, 14, unit="px")
    baseline: float = knob(0.0, 0.0, 1.0)
    norm: str = knob(L2, choices=(L2, LINF))
    weights: str = knob(TRAINED, choices=(TRAINED, LAST, ALL))
    scale: str = knob(OWN, choices=(OWN, SHARED), more=True)


def knob_texts() -> dict[str, KnobText]:
    """Their words, in the present language."""
    return {**_asking(), **_looking()}


def _asking() -> dict[str, KnobText]:
    return {
        "question": KnobText(
            QCoreApplication.translate("WhyConfig", "Question"),
            QCoreApplication.translate(
                "WhyConfig",
                "Explain the score of one class, or by how much it is ahead of the runner-up's: "
                "what both have in common then drops out",
            ),
            {
                CLASS: QCoreApplication.translate("WhyConfig", "why it?"),
                AGAINST: QCoreApplication.translate("WhyConfig", "why not the other?"),
            },
        ),
        "steps": KnobText(
            QCoreApplication.translate("WhyConfig", "Steps of the path"),
            QCoreApplication.translate(
                "WhyConfig",
                "At how many places between baseline and input integrated gradients ask for the slope: "
                "the more, the smaller the gap",
            ),
        ),
        "patch": KnobText(
            QCoreApplication.translate("WhyConfig", "Patch"),
            QCoreApplication.translate(
                "WhyConfig",
                "The side of the square that occlusion covers; of more than 24 numbers, how many in a row"
            ),
        ),
        "baseline": KnobText(
            QCoreApplication.translate("WhyConfig", "Baseline"),
            QCoreApplication.translate(
                "WhyConfig",
                "What counts as nothing there: 0 is paper, 1 is ink. Integrated gradients start here, "
                "and patches are painted with it",
            ),
        ),
    }


def _looking() -> dict[str, KnobText]:
    return {
        "norm": KnobText(
            QCoreApplication.translate("WhyConfig", "Smallest change by"),
            QCoreApplication.translate(
                "WhyConfig",
                "L2: the root of the sum of squares, few inputs change much. "
                "L∞: the largest single change, many inputs change a little",
            ),
            {
                L2: QCoreApplication.translate("WhyConfig", "L2"),
                LINF: QCoreApplication.translate("WhyConfig", "L∞"),
            },
        ),
        "weights": KnobText(
            QCoreApplication.translate("WhyConfig", "Weights"),
            QCoreApplication.translate(
                "WhyConfig",
                "A check of the maps: with random weights in the last layer, or everywhere, a map that tells "
                "of what was learnt has to look different",
            ),
            {
                TRAINED: QCoreApplication.translate("WhyConfig", "as learnt"),
                LAST: QCoreApplication.translate("WhyConfig", "last random"),
                ALL: QCoreApplication.translate("WhyConfig", "all random"),
            },
        ),
        "scale": KnobText(
            QCoreApplication.translate("WhyConfig", "Colour scale"),
            QCoreApplication.translate(
                "WhyConfig",
                "Each map by its own largest values, or one scale for the three maps that are measured in "
                "score; the gradient is measured in score for each unit of input",
            ),
            {
                OWN: QCoreApplication.translate("WhyConfig", "each its own"),
                SHARED: QCoreApplication.translate("WhyConfig", "shared"),
            },
        ),
    }
