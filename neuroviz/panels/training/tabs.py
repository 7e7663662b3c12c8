"""The names on the tabs of Training: wanted at the start, when no page has been imported yet."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def learn() -> str:
    """The room's own page."""
    return QCoreApplication.translate("TrainingTabs", "Learn")


def task() -> str:
    """The page Task."""
    return QCoreApplication.translate("TrainingTabs", "Task")


def net() -> str:
    """The page Net."""
    return QCoreApplication.translate("TrainingTabs", "Net")


def step() -> str:
    """The page One step."""
    return QCoreApplication.translate("TrainingTabs", "One step")


def many() -> str:
    """The page Many."""
    return QCoreApplication.translate("TrainingTabs", "Many")
