"""What all pages of Layers say."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def title() -> str:
    """The room's name."""
    return QCoreApplication.translate("LayersPanel", "Layers")


def net_tab() -> str:
    """The first page: the whole net."""
    return QCoreApplication.translate("LayersPanel", "Net")
