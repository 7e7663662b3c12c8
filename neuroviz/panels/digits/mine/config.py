"""The knobs of My digits."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from neuroviz.runtime import knob
from neuroviz.ui.image_sheet import SIDES
from neuroviz.ui.knobs import KnobText


@dataclass(frozen=True)
class MineConfig:
    """brush: width of the pen, percent of the pad; size: of the pictures, pixels."""

    brush: int = knob(8, 3, 16, unit="%")
    size: int = knob(56, SIDES[0], SIDES[-1], unit="px")


def knob_texts() -> dict[str, KnobText]:
    """Their words, in the present language."""
    translate = QCoreApplication.translate
    return {
        "brush": KnobText(
            translate("MineConfig", "Pen width"),
            translate("MineConfig", "Width of the pen, as a share of the pad"),
        ),
        "size": KnobText(
            translate("MineConfig", "Size of the pictures"),
            translate(
                "MineConfig", "How large each picture of the sheet is; Ctrl with the wheel does the same"
            ),
        ),
    }
