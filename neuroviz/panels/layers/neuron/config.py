"""The knobs of Neuron beside what is dragged."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from neuroviz.runtime import knob
from neuroviz.ui.knobs import KnobText


@dataclass(frozen=True)
class NeuronConfig:
    """terms: how many are told apart."""

    terms: int = knob(9, 3, 24)


def knob_texts() -> dict[str, KnobText]:
    """Their words, in the present language."""
    return {
        "terms": KnobText(
            QCoreApplication.translate("NeuronConfig", "Terms shown"),
            QCoreApplication.translate(
                "NeuronConfig", "How many of the largest terms have an arrow of their own; the rest share one"
            ),
        ),
    }
