"""The knobs of Digits."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from neuroviz.runtime import knob
from neuroviz.ui.knobs import KnobText


@dataclass(frozen=True)
class DigitsConfig:
    """brush: width of the pen, percent of the pad; edges: connections drawn between two layers."""

    brush: int = knob(8, 3, 16, unit="%")
    edges: int = knob(120, 0, 600)


def knob_texts() -> dict[str, KnobText]:
    """Their words, in the present language."""
    return {
        "brush": KnobText(
            QCoreApplication.translate("DigitsConfig", "Pen width"),
            QCoreApplication.translate("DigitsConfig", "Width of the pen, as a share of the pad"),
        ),
        "edges": KnobText(
            QCoreApplication.translate("DigitsConfig", "Connections"),
            QCoreApplication.translate(
                "DigitsConfig",
                "How many connections are drawn between two layers: "
                "those with the largest weight × activation",
            ),
        ),
    }
