"""JudgeList: which judges are shown: one switch each."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from neuroviz.panels.digits.judges import words
from neuroviz.ui.choices import Toggle
from neuroviz.ui.controls import Words
from neuroviz.ui.theme import theme, theme_changes


class _Row(QWidget):
    """A name and its switch."""

    def __init__(self, name: str, *, on: bool) -> None:
        super().__init__()
        self.name = name
        self.words, self.switch = Words(), Toggle()
        self.words.setWordWrap(True)
        self.switch.setChecked(on)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words, 1)
        row.addWidget(self.switch)
        self.say()

    def say(self) -> None:
        """In the present language."""
        shown = words.shown_name(self.name)
        self.words.setText(shown)
        self.switch.setAccessibleName(shown)


class JudgeList(QWidget):
    """Follows the names it is given; what was switched off stays off while the name is known."""

    changed = Signal()
    """Another set of judges is to be shown."""

    def __init__(self, hidden: set[str]) -> None:
        super().__init__()
        self._hidden = hidden
        self._rows: list[_Row] = []
        self._heading = Words(scale=0.85, quiet=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._heading)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def set_names(self, names: tuple[str, ...]) -> None:
        """Offer a switch for each."""
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [_Row(name, on=name not in self._hidden) for name in names]
        for row in self._rows:
            row.switch.toggled.connect(self._on_toggled)
            self._column.addWidget(row)

    def shown(self) -> tuple[str, ...]:
        """The names that are switched on."""
        return tuple(row.name for row in self._rows if row.switch.isChecked())

    def hidden(self) -> tuple[str, ...]:
        """The names that are switched off, in order."""
        return tuple(sorted(self._hidden))

    def set_hidden(self, names: tuple[str, ...]) -> None:
        """Switch these off and all others on, as by hand."""
        for row in self._rows:
            row.switch.setChecked(row.name not in names)

    def show_all(self) -> None:
        """Switch every one on."""
        for row in self._rows:
            row.switch.setChecked(True)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _on_toggled(self, _on: bool) -> None:
        for row in self._rows:
            (self._hidden.discard if row.switch.isChecked() else self._hidden.add)(row.name)
        self.changed.emit()

    def _retranslate(self) -> None:
        self._heading.setText(self.tr("Judges"))
        for row in self._rows:
            row.say()

    def _restyle(self) -> None:
        self._column.setSpacing(theme().space(1))
