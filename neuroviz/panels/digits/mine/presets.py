"""The telling states of My digits: hands drawn by script, which are never kept as the visitor's."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from neuroviz.data import script_hand
from neuroviz.ui.room import Preset

if TYPE_CHECKING:
    from neuroviz.panels.digits.mine.panel import MinePanel


def presets(panel: MinePanel) -> tuple[Preset, ...]:
    """They have no number keys here: digits say what was drawn."""
    translate = QCoreApplication.translate
    rows: tuple[tuple[str, str, Callable[[MinePanel], None]], ...] = (
        (
            translate("MinePresets", "Your own digits"),
            translate("MinePresets", "What you have collected; it is kept from one time to the next"),
            show_own,
        ),
        (
            translate("MinePresets", "A neat hand, drawn by script"),
            translate("MinePresets", "Forty digits of one hand: nets read nearly all of them"),
            show_neat,
        ),
        (
            translate("MinePresets", "A hand that leans, by script"),
            translate("MinePresets", "A 1 with a flag that leans is hard to tell from a 7"),
            show_leaning,
        ),
        (
            translate("MinePresets", "A wide hand, by script"),
            translate("MinePresets", "Every digit stretched: the nets lose its 6"),
            show_wide,
        ),
    )
    return tuple(Preset(title, reason, partial(go, panel)) for title, reason, go in rows)


def show_own(panel: MinePanel) -> None:
    """The visitor's own digits."""
    panel.show_own()


def show_neat(panel: MinePanel) -> None:
    """A neat hand."""
    panel.show_script(script_hand.NEAT)


def show_leaning(panel: MinePanel) -> None:
    """A leaning hand."""
    panel.show_script(script_hand.LEANING)


def show_wide(panel: MinePanel) -> None:
    """A wide hand."""
    panel.show_script(script_hand.WIDE)


TRIES: dict[str, Callable[[MinePanel], None]] = {
    "neat": show_neat,
    "leaning": show_leaning,
    "own": show_own,
}
