"""What has which colour in Descent: a method has the same on every page."""

from __future__ import annotations

from PySide6.QtGui import QColor

from neuroviz.sims.descent.methods import KINDS, Kind
from neuroviz.ui.theme import Theme

_CLASSES = (0, 1, 3, 8, 7, 2, 6, 4, 5)  # those that run first are the furthest apart


def colour_of(kind: Kind, look: Theme) -> QColor:
    """Of a method's path."""
    return look.digit(class_of(kind))


def class_of(kind: Kind) -> int:
    """The class whose colour a method has, for charts."""
    return _CLASSES[KINDS.index(kind)]
