"""SheetTools: above the collected digits, what they are, and a button that deletes the chosen one."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from neuroviz.ui.controls import IconButton, Words
from neuroviz.ui.share import leave_out
from neuroviz.ui.theme import theme, theme_changes


class SheetTools(QWidget):
    """A heading and a button; undo and redo are the room's."""

    def __init__(self) -> None:
        super().__init__()
        self.heading = Words(bold=True)
        self.delete = IconButton("clear")
        leave_out(self.delete)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.heading, 1)
        self._row.addWidget(self.delete)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.delete.describe(self.tr("Delete the chosen digit"), "Del")

    def _restyle(self) -> None:
        self._row.setSpacing(theme().space(1))
