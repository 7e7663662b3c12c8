"""The name of the room."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def title() -> str:
    """Training."""
    return QCoreApplication.translate("TrainingWords", "Training")
