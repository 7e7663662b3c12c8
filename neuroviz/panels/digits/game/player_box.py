"""PlayerBox: who plays: a name chosen from those who played before, or typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QVBoxLayout, QWidget

from neuroviz.io.players import NAME_LENGTH, clean_name
from neuroviz.ui.controls import Words
from neuroviz.ui.theme import theme, theme_changes


class _NameField(QLineEdit):
    """Enter takes the name and is used up by that: it does not start a game as well."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ends here."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()


class PlayerBox(QWidget):
    """A field that completes the names known, and a line that says what happens to the result."""

    changed = Signal(str)
    """Another name than before, cleaned; "" for nobody."""
    typing = Signal()
    """Another name is being typed."""
    entered = Signal()
    """The name is there: the keys may go back to the room."""

    def __init__(self) -> None:
        super().__init__()
        self._name = ""
        self._games = 0
        self._heading = Words(scale=0.85, quiet=True)
        self._field = _NameField()
        self._field.setMaxLength(NAME_LENGTH)
        self._known = QStringListModel(self)
        completer = QCompleter(self._known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._field.setCompleter(completer)
        self._note = Words(scale=0.85, quiet=True)
        self._note.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for one in (self._heading, self._field, self._note):
            self._column.addWidget(one)
        self._field.editingFinished.connect(self._on_finished)
        self._field.textEdited.connect(self._on_edited)
        self._field.returnPressed.connect(self.entered)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._say()

    @property
    def name(self) -> str:
        """Who plays; "" for nobody."""
        return self._name

    @property
    def field(self) -> QLineEdit:
        """Where it is typed."""
        return self._field

    def set_name(self, name: str) -> None:
        """Show a name, silently."""
        self._name = clean_name(name)
        self._field.setText(self._name)
        self._say()

    def set_known(self, names: Sequence[str], games: int) -> None:
        """Who played before, and how many games the present player has."""
        self._known.setStringList(list(names))
        self._games = games
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _on_edited(self, text: str) -> None:
        if clean_name(text) != self._name:
            self.typing.emit()

    def _on_finished(self) -> None:
        name = clean_name(self._field.text())
        self._field.setText(name)
        if name != self._name:
            self._name = name
            self._say()
            self.changed.emit(name)

    def _say(self) -> None:
        self._heading.setText(self.tr("Player"))
        self._field.setPlaceholderText(self.tr("your name"))
        self._field.setAccessibleName(self.tr("Name of the player"))
        self._field.setToolTip(self.tr("Finished games are kept under this name, on this machine only"))
        if not self._name:
            self._note.setText(self.tr("Without a name nothing is kept."))
        else:
            self._note.setText(self.tr("Games kept: {n}").format(n=self._games))

    def _restyle(self) -> None:
        self._column.setSpacing(theme().space(1))
