"""What colour the parts of a formula have."""

from __future__ import annotations

from PySide6.QtGui import QColor

from neuroviz.panels.layers.formula.typeset import (
    CHOSEN,
    FRESH,
    FUNCTION,
    LESS,
    OPERATOR,
    PLUS,
    PUT_IN,
    VARIABLE,
)
from neuroviz.ui.theme import Theme

__all__ = ["CHOSEN", "FRESH", "colour", "veil"]


def colour(role: str, look: Theme) -> QColor:
    """Numbers by their sign, which is written too; all else as text, quiet where it only joins."""
    return {
        PLUS: look.positive, LESS: look.negative, OPERATOR: look.quiet, VARIABLE: look.text,
        CHOSEN: look.accent, FUNCTION: look.text, PUT_IN: look.text, FRESH: look.on_accent,
    }.get(role, look.text)  # fmt: skip


def veil(look: Theme) -> QColor:
    """Behind what is held."""
    found = QColor(look.accent)
    found.setAlpha(48)
    return found
