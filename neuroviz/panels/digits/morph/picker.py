"""SourcePicker: which digit one end of the way is: the pad's, a plain one, or a test image by its number."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from neuroviz.data.mnist import N_TEST
from neuroviz.data.sheet import Sheet
from neuroviz.runtime import Knob
from neuroviz.sims.morph import Source
from neuroviz.ui.choices import ChoiceBox
from neuroviz.ui.controls import Words
from neuroviz.ui.number_box import NumberBox
from neuroviz.ui.theme import theme, theme_changes

_PAD, _TEST = 10, 11  # entries after the ten plain digits


class SourcePicker(QWidget):
    """A list, and a number for the test image."""

    picked = Signal()
    """Another digit is wanted."""

    def __init__(self, name: str, digit: int) -> None:
        super().__init__()
        self._name = name
        self._heading = Words(scale=0.85, quiet=True)
        self._box = ChoiceBox()
        self._box.addItems([""] * (_TEST + 1))
        self._box.setCurrentIndex(digit)
        self._index = NumberBox(Knob(0, 0, N_TEST - 1, integer=True))
        self._row = QHBoxLayout()
        self._row.addWidget(self._box, 1)
        self._row.addWidget(self._index)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._heading)
        self._column.addLayout(self._row)
        self._box.activated.connect(self._on_chosen)
        self._index.entered.connect(self._on_index)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()
        self._index.setVisible(False)

    @property
    def on_pad(self) -> bool:
        """Whether it is what lies on the pad."""
        return self._box.currentIndex() == _PAD

    def source(self, sheet: Sheet) -> Source:
        """The digit that is wanted; `sheet` is what lies on the pad."""
        chosen = self._box.currentIndex()
        if chosen == _PAD:
            return Source("sheet", sheet)
        return Source("digit", chosen) if chosen < _PAD else Source("test", int(self._index.value()))

    def set_digit(self, digit: int) -> None:
        """Take a plain digit, silently."""
        self.restore([digit, self._index.value()])

    def memory(self) -> list[int]:
        """The entry and the number."""
        return [self._box.currentIndex(), int(self._index.value())]

    def restore(self, plain: Any) -> None:
        """What `memory` gave; anything else is passed over."""
        if not isinstance(plain, list) or len(plain) != 2 or not all(type(n) is int for n in plain):
            return
        if 0 <= plain[0] <= _TEST and 0 <= plain[1] < N_TEST:
            self._box.setCurrentIndex(plain[0])
            self._index.set_value(plain[1])
            self._index.setVisible(plain[0] == _TEST)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _on_chosen(self, _index: int) -> None:
        self._index.setVisible(self._box.currentIndex() == _TEST)
        self.picked.emit()

    def _on_index(self, _value: object) -> None:
        self.picked.emit()

    def _retranslate(self) -> None:
        self._heading.setText(self._name)
        for digit in range(10):
            self._box.setItemText(digit, self.tr("plain {digit}").format(digit=digit))
        self._box.setItemText(_PAD, self.tr("what lies on the pad"))
        self._box.setItemText(_TEST, self.tr("test image"))
        self._box.setAccessibleName(self.tr("Digit {name}").format(name=self._name))
        self._box.setToolTip(
            self.tr("A digit written plainly, your own from the pad, or one of 10,000 test images")
        )
        self._index.setAccessibleName(self.tr("Number of the test image"))
        self._box.updateGeometry()

    def _restyle(self) -> None:
        self._column.setSpacing(theme().space(1.5))
        self._row.setSpacing(theme().space(1.5))
