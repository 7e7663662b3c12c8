"""The digits as words, for sentences about many of them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def plural(label: int) -> str:
    """ "fours", in the present language."""
    names = (
        QCoreApplication.translate("DigitNames", "zeros"),
        QCoreApplication.translate("DigitNames", "ones"),
        QCoreApplication.translate("DigitNames", "twos"),
        QCoreApplication.translate("DigitNames", "threes"),
        QCoreApplication.translate("DigitNames", "fours"),
        QCoreApplication.translate("DigitNames", "fives"),
        QCoreApplication.translate("DigitNames", "sixes"),
        QCoreApplication.translate("DigitNames", "sevens"),
        QCoreApplication.translate("DigitNames", "eights"),
        QCoreApplication.translate("DigitNames", "nines"),
    )
    return names[label]
