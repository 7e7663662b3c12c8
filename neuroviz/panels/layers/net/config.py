"""The knobs of the whole net's picture."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from neuroviz.runtime import knob
from neuroviz.ui.knobs import KnobText


@dataclass(frozen=True)
class NetConfig:
    """links: how many are drawn into each layer, the strongest ones."""

    links: int = knob(200, 1, 3000, log=True)


def knob_texts() -> dict[str, KnobText]:
    """Their words, in the present language."""
    return {
        "links": KnobText(
            QCoreApplication.translate("NetConfig", "Links into each layer"),
            QCoreApplication.translate(
                "NetConfig",
                "Draws so many of the products w·a, the largest ones: orange pushes up, blue pushes down",
            ),
        ),
    }
