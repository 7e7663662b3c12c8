"""FileButtons: save the collected digits, open others in their place or beside them, begin anew."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from neuroviz.ui import places
from neuroviz.ui.file_dialog import ask_to_open, ask_to_save
from neuroviz.ui.theme import theme, theme_changes

ENDING = ".json"


class FileButtons(QWidget):
    """Four buttons; dialogs are not modal and go when they are closed."""

    save_asked = Signal(str)
    open_asked = Signal(str)
    append_asked = Signal(str)
    new_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.save, self.open, self.append, self.new = (QPushButton() for _ in range(4))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for i, button in enumerate((self.save, self.open, self.append, self.new)):
            self._grid.addWidget(button, i // 2, i % 2)
        self.save.clicked.connect(self._on_save)
        self.open.clicked.connect(self._on_open)
        self.append.clicked.connect(self._on_append)
        self.new.clicked.connect(self.new_asked)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _on_save(self) -> None:
        proposal = places.proposed(self.tr("my digits"), ENDING)
        title, kinds = self.tr("Save your digits"), [self.tr("Handwriting (*.json)")]
        ask_to_save(self.window(), title, kinds, proposal, self._save)

    def _on_open(self) -> None:
        kinds = [self.tr("Handwriting (*.json)")]
        ask_to_open(self.window(), self.tr("Open digits"), kinds, self.open_asked.emit)

    def _on_append(self) -> None:
        kinds = [self.tr("Handwriting (*.json)")]
        ask_to_open(self.window(), self.tr("Add the digits of a file"), kinds, self.append_asked.emit)

    def _save(self, name: str) -> None:
        self.save_asked.emit(name if name.lower().endswith(ENDING) else name + ENDING)

    def _retranslate(self) -> None:
        self.save.setText(self.tr("Save…"))
        self.save.setToolTip(self.tr("Write your digits, strokes and all, into a file of your own"))
        self.open.setText(self.tr("Open…"))
        self.open.setToolTip(self.tr("Show the digits of a file in place of these; can be taken back"))
        self.append.setText(self.tr("Add file…"))
        self.append.setToolTip(self.tr("Add the digits of a file to these"))
        self.new.setText(self.tr("New"))
        self.new.setToolTip(self.tr("Begin with an empty set; can be taken back"))

    def _restyle(self) -> None:
        self._grid.setSpacing(theme().space(1.5))
