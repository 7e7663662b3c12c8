"""The keys of a game: what each does at present, and how the sheet of shortcuts lists them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt

from neuroviz.panels.digits.game.sitting import Sitting

GO = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
DIGITS = {getattr(Qt.Key, f"Key_{digit}"): digit for digit in range(10)}

translate = QCoreApplication.translate


def listed(sitting: Sitting) -> tuple[tuple[str, str], ...]:
    """The keys and what they do while the game stands as it does."""
    space, enter = translate("Shortcuts", "Space"), translate("GameKeys", "Enter")
    anew = ("R", translate("GameKeys", "a new game"))
    if sitting.going or sitting.state == "asking":
        return (
            ("0 … 9", translate("GameKeys", "answer: the digit you see")),
            (space, translate("GameKeys", "answer: can't tell")),
            (enter, translate("GameKeys", "from an answer on to the next picture")),
            ("R", translate("GameKeys", "give this game up for a new one")),
        )
    if sitting.state == "ready":
        return (
            (enter, translate("GameKeys", "start the game")),
            ("0 … 9", translate("GameKeys", "during the game: the digit you see")),
            (space, translate("GameKeys", "start the game; during it: can't tell")),
            anew,
        )
    still = translate("GameKeys", "nothing while your result is shown, so that one too many does no harm")
    return (
        (enter, translate("GameKeys", "another game")),
        anew,
        *([] if sitting.stand_in else [("0 … 9", still)]),
    )
