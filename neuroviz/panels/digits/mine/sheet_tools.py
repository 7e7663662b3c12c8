"""SheetTools: above the collected digits, what they are, and undo, redo, delete."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QHBoxLayout, QWidget

from neuroviz.ui.controls import IconButton, Words
from neuroviz.ui.theme import theme, theme_changes


class SheetTools(QWidget):
    """Buttons for one set; undo and redo follow its history."""

    def __init__(self, history: QUndoStack) -> None:
        super().__init__()
        self.heading = Words(bold=True)
        self.undo, self.redo, self.delete = IconButton("undo"), IconButton("redo"), IconButton("clear")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.heading, 1)
        for one in (self.undo, self.redo, self.delete):
            self._row.addWidget(one)
        self.undo.clicked.connect(history.undo)
        self.redo.clicked.connect(history.redo)
        history.canUndoChanged.connect(self.undo.setEnabled)
        history.canRedoChanged.connect(self.redo.setEnabled)
        self.undo.setEnabled(history.canUndo())
        self.redo.setEnabled(history.canRedo())
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.undo.describe(self.tr("Take back the last change of the set"), "Ctrl+Z")
        self.redo.describe(self.tr("Do it again"), "Ctrl+Shift+Z")
        self.delete.describe(self.tr("Delete the chosen digit"), "Del")

    def _restyle(self) -> None:
        self._row.setSpacing(theme().space(1))
