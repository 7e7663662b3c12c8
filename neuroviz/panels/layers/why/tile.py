"""Tile: one picture with its name, its numbers, and what it can and cannot tell."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from neuroviz.panels.layers.why import words
from neuroviz.panels.layers.why.one_line import OneLine
from neuroviz.panels.layers.why.plate import Plate, Shown
from neuroviz.ui.controls import Words
from neuroviz.ui.theme import theme, theme_changes


class Tile(QWidget):
    """A picture of `words.PICTURES`."""

    def __init__(self, picture: str) -> None:
        super().__init__()
        self.picture = picture
        self.title = OneLine(bold=True)
        self.plate = Plate()
        self.caption = OneLine(scale=0.85)
        self.worth = Words(scale=0.85, quiet=True)
        self.worth.setWordWrap(True)
        self.worth.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self.title, self.plate, self.caption, self.worth):
            self._column.addWidget(part, 1 if part is self.plate else 0)
        self._column.addStretch(0)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def show_values(self, shown: Shown, caption: str) -> None:
        """Show this picture with these numbers."""
        self.plate.show_values(shown)
        if caption != self.caption.text():
            self.caption.setText(caption)
        self._describe()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The words stand close under the picture, which is no higher than its width lets it be."""
        super().resizeEvent(event)
        self.plate.setMaximumHeight(self.plate.height_for(self.width()))

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
