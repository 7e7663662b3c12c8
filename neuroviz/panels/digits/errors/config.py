"""The knobs of Errors."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from neuroviz.runtime import knob
from neuroviz.ui.image_sheet import SIDES
from neuroviz.ui.knobs import KnobText


@dataclass(frozen=True)
class ErrorsConfig:
    """size: of the pictures, pixels; temperature: divides the logits; bins, equal: of the calibration."""

    size: int = knob(56, SIDES[0], SIDES[-1], unit="px")
    temperature: float = knob(1.0, 0.25, 4.0, log=True)
    bins: int = knob(10, 5, 30)
    equal: str = knob("wide", choices=("wide", "full"))


def knob_texts() -> dict[str, KnobText]:
    """Their words, in the present language."""
    translate = QCoreApplication.translate
    return {
        "size": KnobText(
            translate("ErrorsConfig", "Size of the pictures"),
            translate(
                "ErrorsConfig", "How large each picture of the sheet is; Ctrl with the wheel does the same"
            ),
        ),
        "temperature": KnobText(
            translate("ErrorsConfig", "Temperature"),
            translate(
                "ErrorsConfig",
                "Divides what goes into the softmax: above 1 the net is less sure of everything, "
                "below 1 surer. Its answers stay the same.",
            ),
        ),
        "bins": KnobText(
            translate("ErrorsConfig", "Bins"),
            translate("ErrorsConfig", "Answers are put into so many groups by how sure they were"),
        ),
        "equal": KnobText(
            translate("ErrorsConfig", "Bins have the same"),
            translate(
                "ErrorsConfig",
                "Equally wide bins are easy to read, but nearly all answers fall into the last; "
                "equally full ones hold as many answers each",
            ),
            {
                "wide": translate("ErrorsConfig", "width"),
                "full": translate("ErrorsConfig", "count"),
            },
        ),
    }
