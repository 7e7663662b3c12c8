"""NetSourceForm: whose landscape is looked at: the net of Training, or one that the page trains itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from neuroviz.panels.descent.net.config import TRAINING
from neuroviz.panels.descent.net.recipes import OWN
from neuroviz.ui.choices import ChoiceBox
from neuroviz.ui.controls import Words
from neuroviz.ui.focus import hand_back
from neuroviz.ui.theme import theme, theme_changes

_NAMES = (TRAINING, *OWN)


class NetSourceForm(QWidget):
    """A list, and below it a line that says how far that net is."""

    chosen = Signal(str)
    """TRAINING, or one of recipes.OWN."""

    def __init__(self) -> None:
        super().__init__()
        self.heading, self.box = Words(), ChoiceBox()
        self.note = Words(scale=0.85, quiet=True)
        self.note.setWordWrap(True)
        self.note.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        for name in _NAMES:
            self.box.addItem("", name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for one in (self.heading, self.box, self.note):
            self._column.addWidget(one)
        self.box.activated.connect(self._on_activated)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def show_source(self, source: str, note: str) -> None:
        """Whose it is, silently."""
        self.box.setCurrentIndex(_NAMES.index(source))
        if note != self.note.text():
            self.note.setText(note)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _on_activated(self, i: int) -> None:
        self.chosen.emit(_NAMES[i])
        hand_back(self.box)

    def _retranslate(self) -> None:
        self.heading.setText(self.tr("The net"))
        self.box.setAccessibleName(self.tr("The net"))
        texts = {
            TRAINING: self.tr("The one in Training"),
            "spirals": self.tr("Two spirals, small"),
            "digits": self.tr("Digits, 32 units"),
            "wide": self.tr("Digits, 128 units"),
            "edge": self.tr("Whole batches, rate 0.2"),
            "over": self.tr("Whole batches, rate 0.5"),
            "one": self.tr("Batches of 1"),
            "many": self.tr("Batches of 64"),
        }
        for i, name in enumerate(_NAMES):
            self.box.setItemText(i, texts[name])
        self.box.updateGeometry()

    def _restyle(self) -> None:
        self._column.setSpacing(theme().space(1))
        self.note.setMinimumHeight(3 * self.note.fontMetrics().lineSpacing())  # what is below stays in place
