"""The names on the tabs of Digits: wanted at the start, when no page has been imported yet."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def disturb() -> str:
    """The page Disturb."""
    return QCoreApplication.translate("DisturbWords", "Disturb")


def errors() -> str:
    """The page Errors."""
    return QCoreApplication.translate("ErrorsWords", "Errors")


def game() -> str:
    """The page Game."""
    return QCoreApplication.translate("GameWords", "Game")


def judges() -> str:
    """The page Judges."""
    return QCoreApplication.translate("JudgesWords", "Judges")


def mine() -> str:
    """The page My digits."""
    return QCoreApplication.translate("MineWords", "My digits")


def morph() -> str:
    """The page Morph."""
    return QCoreApplication.translate("MorphWords", "Morph")


def photo() -> str:
    """The page Photo."""
    return QCoreApplication.translate("PhotoWords", "Photo")
