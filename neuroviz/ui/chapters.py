"""The six chapters under which the rooms stand."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def chapter_title(number: int) -> str:
    """The title of chapter 1–6 in the present language. Raises KeyError for another number."""
    return {
        1: translate("Chapters", "One token at a time"),
        2: translate("Chapters", "What is a model"),
        3: translate("Chapters", "Neural nets"),
        4: translate("Chapters", "Learning"),
        5: translate("Chapters", "The art of training"),
        6: translate("Chapters", "Can a large enough net do everything?"),
    }[number]
