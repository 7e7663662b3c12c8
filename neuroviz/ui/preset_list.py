"""PresetList: the telling states of a room, each with its number key and its reason."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from neuroviz.ui.controls import IconButton, Words
from neuroviz.ui.room import Preset
from neuroviz.ui.theme import theme, theme_changes


class PresetList(QWidget):
    """One button a preset: its number key, its title; the reason is the tooltip and the spoken description.

    The one applied last is marked by a bar while what it has set is still so; the button beside the heading
    comes back to it.
    """

    asked = Signal(int)
    """A preset is wanted, counted from 0."""
    reset_asked = Signal()
    """The preset applied last is wanted again, with its knobs."""

    def __init__(self) -> None:
        super().__init__()
        self._heading = Words(scale=0.85, quiet=True)
        self._reset = IconButton("restart")
        self._reset.clicked.connect(self.reset_asked)
        self._buttons: list[PresetButton] = []
        self._presets: tuple[Preset, ...] = ()
        self._current: int | None = None
        self._keyed = True
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        top = QHBoxLayout()
        top.addWidget(self._heading, 1)
        top.addWidget(self._reset)
        self._column.addLayout(top)
        self._restyle()
        theme_changes.changed.connect(self._restyle)

    def set_presets(self, presets: tuple[Preset, ...]) -> None:
        """Offer these; the first nine have a number key."""
        self._presets = presets
        while len(self._buttons) < len(presets):
            button = PresetButton()
            button.clicked.connect(self._pressed)
            self._buttons.append(button)
            self._column.addWidget(button)
        for number, button in enumerate(self._buttons, 1):
            button.setVisible(number <= len(presets))
            if number <= len(presets):
                _label(button, number if self._keyed else None, presets[number - 1])
        self.setVisible(bool(presets))
        self._say()

    @property
    def keyed(self) -> bool:
        """Whether number keys apply the presets."""
        return self._keyed

    def set_keyed(self, on: bool) -> None:
        """Number the presets, or not: where digits mean something else no number may promise a preset."""
        if on != self._keyed:
            self._keyed = on
            self.set_presets(self._presets)

    def set_current(self, number: int | None, *, holds: bool = True) -> None:
        """The preset that was applied last, counted from 0; None for none. Marked while it `holds`."""
        self._current = number
        for place, button in enumerate(self._buttons):
            button.setChecked(holds and place == number)
        self._say()

    def button(self, number: int) -> PresetButton:
        """The button of a preset, counted from 0. IndexError for none."""
        return self._buttons[number]

    def changeEvent(self, event: QEvent) -> None:
        """The heading follows the language; the presets come anew from the room."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        self._heading.setText(self.tr("Try these"))
        if self._current is not None and self._current < len(self._presets):
            text = self.tr("Back to “{preset}”, as it was").format(preset=self._presets[self._current].title)
        else:
            text = self.tr("All knobs as usual")
        self._reset.describe(text, "0" if self._keyed else "")

    def _pressed(self) -> None:
        pressed = self.sender()
        for number, button in enumerate(self._buttons):
            if button is pressed:
                self.asked.emit(number)

    def _restyle(self) -> None:
        self._column.setSpacing(theme().space(1))


class PresetButton(QPushButton):
    """A flat line of text. A click leaves the focus where it is: the keys of the room go on working."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("flat", True)
        self.setProperty("preset", True)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setStyleSheet("text-align: left")

    def nextCheckState(self) -> None:
        """A click asks for the preset; which one is marked is said from outside."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, and a bar when it was applied last."""
        super().paintEvent(event)
        if self.isChecked():
            look = theme()
            with QPainter(self) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.accent)
                bar = QRectF(2, look.space(1.5), look.space(0.75), self.height() - look.space(3))
                painter.drawRoundedRect(bar, 1.5, 1.5)


def _label(button: QPushButton, number: int | None, preset: Preset) -> None:
    keyed = number is not None and number <= 9
    button.setText(f"{number}  {preset.title}" if keyed else preset.title)
    button.setToolTip(preset.reason)
    button.setAccessibleName(preset.title)
    button.setAccessibleDescription(preset.reason)
