"""PresetList: the telling states of a room, each with its number key and its reason."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from neuroviz.ui.controls import Words
from neuroviz.ui.room import Preset
from neuroviz.ui.theme import theme, theme_changes


class PresetList(QWidget):
    """One button a preset: its number, its title; the reason is the tooltip and the spoken description."""

    def __init__(self) -> None:
        super().__init__()
        self._heading = Words(scale=0.85, quiet=True)
        self._buttons: list[QPushButton] = []
        self._presets: tuple[Preset, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._heading)
        self._restyle()
        theme_changes.changed.connect(self._restyle)

    def set_presets(self, presets: tuple[Preset, ...]) -> None:
        """Offer these; the first nine have a number key."""
        self._presets = presets
        while len(self._buttons) < len(presets):
            button = QPushButton()
            button.setProperty("flat", True)
            button.setStyleSheet("text-align: left")
            button.clicked.connect(self._pressed)
            self._buttons.append(button)
            self._column.addWidget(button)
        for number, button in enumerate(self._buttons, 1):
            button.setVisible(number <= len(presets))
            if number <= len(presets):
                _label(button, number, presets[number - 1])
        self.setVisible(bool(presets))
        self._heading.setText(self.tr("Try these"))

    def changeEvent(self, event: QEvent) -> None:
        """The heading follows the language; the presets come anew from the room."""
        if event.type() == QEvent.Type.LanguageChange:
            self._heading.setText(self.tr("Try these"))
        super().changeEvent(event)

    def _pressed(self) -> None:
        pressed = self.sender()
        for button, preset in zip(self._buttons, self._presets, strict=False):
            if button is pressed:
                preset.apply()

    def _restyle(self) -> None:
        self._column.setSpacing(theme().space(1))


def _label(button: QPushButton, number: int, preset: Preset) -> None:
    button.setText(f"{number}  {preset.title}" if number <= 9 else preset.title)
    button.setToolTip(preset.reason)
    button.setAccessibleName(preset.title)
    button.setAccessibleDescription(preset.reason)
