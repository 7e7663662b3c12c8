"""Tile: one picture with its name, its numbers, and what it can and cannot tell."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from neuroviz.panels.layers.why import words
from neuroviz.panels.layers.why.plate import Plate, Shown
from neuroviz.ui.controls import Words
from neuroviz.ui.theme import theme, theme_changes


class Tile(QWidget):
    """A picture of `words.PICTURES`."""

    def __init__(self, picture: str) -> None:
        super().__init__()
        self.picture = picture
        self.title = Words(bold=True)
        self.plate = Plate()
        self.caption = Words(scale=0.85)
        self.worth = Words(scale=0.85, quiet=True)
        self.worth.setWordWrap(True)
        for one in (self.title, self.caption):
            one.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            one.setProperty("elides", True)  # a number too long for a narrow tile is said in full by its tip
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self.title, self.plate, self.caption, self.worth):
            self._column.addWidget(part, 1 if part is self.plate else 0)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def show_values(self, shown: Shown, caption: str) -> None:
        """Show this picture with these numbers."""
        self.plate.show_values(shown)
        if caption != self.caption.text():
            self.caption.setText(caption)
            self.caption.setToolTip(caption)
        self._describe()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.title.setText(words.name(self.picture))
        self.worth.setText(words.worth(self.picture))
        self.plate.setAccessibleName(words.name(self.picture))
        self._describe()

    def _describe(self) -> None:
        text = f"{self.caption.text() or self.plate.shown.note}. {self.worth.text()}"
        if text != self.plate.accessibleDescription():
            self.plate.setAccessibleDescription(text)

    def _restyle(self) -> None:
        self._column.setSpacing(theme().space(0.5))
