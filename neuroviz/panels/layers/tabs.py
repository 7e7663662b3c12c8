"""The names on the tabs of Layers: wanted at the start, when no page has been imported yet."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def backprop() -> str:
    """The page Backprop."""
    return QCoreApplication.translate("BackpropWords", "Backprop")


def formula() -> str:
    """The page Formula."""
    return QCoreApplication.translate("FormulaWords", "Formula")


def neuron() -> str:
    """The page Neuron."""
    return QCoreApplication.translate("NeuronWords", "Neuron")


def space() -> str:
    """The page Space."""
    return QCoreApplication.translate("SpaceWords", "Space")


def stats() -> str:
    """The page Statistics."""
    return QCoreApplication.translate("StatsWords", "Statistics")


def surgery() -> str:
    """The page Surgery."""
    return QCoreApplication.translate("SurgeryWords", "Surgery")


def units() -> str:
    """The page Units."""
    return QCoreApplication.translate("UnitsWords", "Units")


def why() -> str:
    """The page Why."""
    return QCoreApplication.translate("WhyWords", "Why")
