"""PadTools: pen or eraser, undo, redo, clear: the row under the drawing pad."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from neuroviz.ui.canvas import DrawingPad
from neuroviz.ui.controls import IconButton
from neuroviz.ui.theme import theme, theme_changes


class PadTools(QWidget):
    """Buttons for one pad; they follow its history."""

    def __init__(self, pad: DrawingPad) -> None:
        super().__init__()
        self._pad = pad
        self._eraser = IconButton("eraser", checkable=True)
        self._undo = IconButton("undo")
        self._redo = IconButton("redo")
        self._clear = IconButton("clear")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for one in (self._eraser, self._undo, self._redo):
            self._row.addWidget(one)
        self._row.addStretch(1)
        self._row.addWidget(self._clear)
        self._eraser.toggled.connect(pad.set_eraser)
        self._undo.clicked.connect(pad.undo)
        self._redo.clicked.connect(pad.redo)
        self._clear.clicked.connect(pad.clear)
        history = pad.history()
        history.canUndoChanged.connect(self._undo.setEnabled)
        history.canRedoChanged.connect(self._redo.setEnabled)
        self._undo.setEnabled(history.canUndo())
        self._redo.setEnabled(history.canRedo())
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._eraser.describe(self.tr("Eraser (or draw with the right button)"))
        self._undo.describe(self.tr("Undo"), "Ctrl+Z")
        self._redo.describe(self.tr("Redo"), "Ctrl+Shift+Z")
        self._clear.describe(self.tr("Clear the pad"), "Del")

    def _restyle(self) -> None:
        self._row.setSpacing(theme().space(1))
