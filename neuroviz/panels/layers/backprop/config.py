"""The knobs of Backprop."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from neuroviz.runtime import knob
from neuroviz.ui.knobs import KnobText


@dataclass(frozen=True)
class BackpropConfig:
    """rate: how far a step goes along the gradient."""

    rate: float = knob(0.01, 0.0001, 100.0, log=True)


def knob_texts() -> dict[str, KnobText]:
    """Their words, in the present language."""
    return {
        "rate": KnobText(
            QCoreApplication.translate("BackpropConfig", "Learning rate"),
            QCoreApplication.translate(
                "BackpropConfig", "A weight moves by this much times its gradient, against it"
            ),
        ),
    }
