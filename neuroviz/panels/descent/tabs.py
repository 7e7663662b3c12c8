"""The names on the tabs of Descent: wanted at the start, when no page has been imported yet."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def walk() -> str:
    """The room's own page."""
    return QCoreApplication.translate("DescentTabs", "Walk")


def model() -> str:
    """A model with two parameters on its data, and its loss."""
    return QCoreApplication.translate("DescentTabs", "Model")


def net() -> str:
    """The landscape of a net."""
    return QCoreApplication.translate("DescentTabs", "Net")


def balls() -> str:
    """Many starts, and where they end."""
    return QCoreApplication.translate("DescentTabs", "Balls")


def rates() -> str:
    """Learning rate against momentum."""
    return QCoreApplication.translate("DescentTabs", "Rates")
