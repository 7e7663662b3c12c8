"""The knobs of Statistics."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from neuroviz.runtime import knob
from neuroviz.ui.knobs import KnobText


@dataclass(frozen=True)
class StatsConfig:
    """log: whether the heights of bars are logarithms of counts."""

    log: bool = knob(False)


def knob_texts() -> dict[str, KnobText]:
    """Their words, in the present language."""
    return {
        "log": KnobText(
            QCoreApplication.translate("StatsConfig", "Logarithmic counts"),
            QCoreApplication.translate(
                "StatsConfig", "Makes rare numbers visible: each step up is ten times as many"
            ),
        ),
    }
