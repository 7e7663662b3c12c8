"""The knobs of the game."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from neuroviz.panels.digits.game import kinds
from neuroviz.runtime import knob
from neuroviz.sims.game_kinds import KINDS
from neuroviz.ui.knobs import KnobText


@dataclass(frozen=True)
class GameConfig:
    """kind: of disturbance; reveal: the net's answer after each picture; onward: the next picture comes by
    itself; smooth: no visible pixels."""

    kind: str = knob("blur", choices=tuple(KINDS))
    reveal: bool = knob(True)
    onward: bool = knob(True)
    smooth: bool = knob(False)


def knob_texts() -> dict[str, KnobText]:
    """Their words, in the present language."""
    return {
        "kind": KnobText(
            QCoreApplication.translate("GameConfig", "What is done to the digits"),
            QCoreApplication.translate(
                "GameConfig", "From hardly at all to hopeless, in twenty steps and in no order"
            ),
            {kind: kinds.name(kind) for kind in KINDS},
        ),
        "reveal": KnobText(
            QCoreApplication.translate("GameConfig", "Show the net's answer after each"),
            QCoreApplication.translate(
                "GameConfig", "Never before you have answered. Off: you see its answers at the end only"
            ),
        ),
        "onward": KnobText(
            QCoreApplication.translate("GameConfig", "Go on by itself"),
            QCoreApplication.translate(
                "GameConfig", "The next picture comes after a good second. Off: when you ask for it"
            ),
        ),
        "smooth": KnobText(
            QCoreApplication.translate("GameConfig", "Smooth picture"),
            QCoreApplication.translate(
                "GameConfig",
                "Blends the 28 × 28 pixels: easier for your eye, while the net gets the same numbers",
            ),
        ),
    }
