"""PadTools: eraser, hand and clear, the row under the drawing pad. Undo and redo stand in the room's head."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from neuroviz.ui.canvas import DrawingPad
from neuroviz.ui.controls import IconButton
from neuroviz.ui.share import leave_out
from neuroviz.ui.theme import theme, theme_changes


class PadTools(QWidget):
    """Buttons for one pad."""

    def __init__(self, pad: DrawingPad) -> None:
        super().__init__()
        leave_out(self)
        self._eraser = IconButton("eraser", checkable=True)
        self._hand = IconButton("hand", checkable=True)
        self._clear = IconButton("clear")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._eraser)
        self._row.addWidget(self._hand)
        self._row.addStretch(1)
        self._row.addWidget(self._clear)
        self._pad = pad
        self._eraser.toggled.connect(self._on_eraser)
        self._hand.toggled.connect(self._on_hand)
        self._clear.clicked.connect(pad.clear)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _on_eraser(self, on: bool) -> None:
        """One tool at a time."""
        self._pad.set_eraser(on)
        if on:
            self._hand.setChecked(False)

    def _on_hand(self, on: bool) -> None:
        self._pad.set_mover(on)
        if on:
            self._eraser.setChecked(False)

    def _retranslate(self) -> None:
        self._eraser.describe(self.tr("Eraser (or draw with the right button)"))
        keys = self.tr("Shift+arrows")
        self._hand.describe(self.tr("Move the drawing (or hold Shift while dragging)"), keys)
        self._clear.describe(self.tr("Clear the pad"), "Del")

    def _restyle(self) -> None:
        self._row.setSpacing(theme().space(1))
