"""The telling states of Errors."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from neuroviz.data import scores
from neuroviz.panels.digits.errors.filters import Filter
from neuroviz.ui.room import Preset

if TYPE_CHECKING:
    from neuroviz.panels.digits.errors.panel import ErrorsPanel


def presets(panel: ErrorsPanel) -> tuple[Preset, ...]:
    """In the order of the number keys."""
    translate = QCoreApplication.translate
    rows: tuple[tuple[str, str, Callable[[ErrorsPanel], None]], ...] = (
        (
            translate("ErrorsPresets", "Certain, and wrong"),
            translate(
                "ErrorsPresets", "Would you have known better? Sometimes the label is the doubtful part"
            ),
            show_wrong,
        ),
        (
            translate("ErrorsPresets", "4s and 9s"),
            translate("ErrorsPresets", "Two digits that differ by a stroke at the top"),
            show_fours_and_nines,
        ),
        (
            translate("ErrorsPresets", "Barely right"),
            translate("ErrorsPresets", "Right by luck? The next best answer was almost as good"),
            show_hesitant,
        ),
        (
            translate("ErrorsPresets", "Too sure: temperature ½"),
            translate("ErrorsPresets", "Not one answer changes, but the points sink below the line"),
            show_cold,
        ),
        (
            translate("ErrorsPresets", "Too modest: temperature 2½"),
            translate("ErrorsPresets", "It is right far more often than it dares to say"),
            show_warm,
        ),
    )
    return tuple(Preset(title, reason, partial(go, panel)) for title, reason, go in rows)


def show_wrong(panel: ErrorsPanel) -> None:
    """All mistakes, the most certain first."""
    panel.go(Filter(), 1.0)


def show_fours_and_nines(panel: ErrorsPanel) -> None:
    """4 taken for 9, and 9 for 4."""
    panel.go(Filter("pair", 4, 9), 1.0)


def show_hesitant(panel: ErrorsPanel) -> None:
    """Right answers, the least certain first."""
    panel.go(Filter("hesitant"), 1.0)


def show_cold(panel: ErrorsPanel) -> None:
    """Surer of everything, and the answers it is now sure of."""
    panel.go(Filter("bin", certainty=0.9), 0.5)


def show_warm(panel: ErrorsPanel) -> None:
    """Less sure of everything."""
    panel.go(Filter("bin", certainty=0.5), 2.5)


def show_worst(panel: ErrorsPanel) -> None:
    """The commonest mistake, once anything is judged."""
    judged = panel.judged()
    pair = None if judged is None else scores.worst_pair(judged.matrix)
    if pair is not None:
        panel.go(Filter("cell", pair[0], pair[1]), 1.0)


TRIES: dict[str, Callable[[ErrorsPanel], None]] = {
    "wrong": show_wrong,
    "worst": show_worst,
    "warm": show_warm,
}
