"""The knobs of Space."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from neuroviz.runtime import knob
from neuroviz.sims.layer_space import MOST_PERPLEXITY
from neuroviz.ui.knobs import KnobText


@dataclass(frozen=True)
class SpaceConfig:
    """perplexity: of t-SNE; wrong: whether misread points are ringed."""

    perplexity: int = knob(30, 2, MOST_PERPLEXITY)
    wrong: bool = knob(True)


def knob_texts() -> dict[str, KnobText]:
    """Their words, in the present language."""
    return {
        "perplexity": KnobText(
            QCoreApplication.translate("SpaceConfig", "Perplexity"),
            QCoreApplication.translate(
                "SpaceConfig",
                "About how many neighbours t-SNE lets each point keep near: few make many small clumps, "
                "many show the coarse picture. Another value lets it begin anew",
            ),
        ),
        "wrong": KnobText(
            QCoreApplication.translate("SpaceConfig", "Ring wrong answers"),
            QCoreApplication.translate("SpaceConfig", "Rings the points that the net gets wrong in the end"),
        ),
    }
