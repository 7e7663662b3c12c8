"""AskBox: which class is explained, and which one the flip leads to."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from neuroviz.ui.choices import ChoiceBox
from neuroviz.ui.controls import Words
from neuroviz.ui.theme import theme, theme_changes

MOST = 1000
"""More classes than this are not offered one by one."""

Class = int | None


class AskBox(QWidget):
    """None stands for the answer itself, and for the nearest other answer."""

    changed = Signal()
    """The visitor has chosen another class."""

    def __init__(self) -> None:
        super().__init__()
        self._n = 0
        self._labels = Words(scale=0.85, quiet=True), Words(scale=0.85, quiet=True)
        self._boxes = ChoiceBox(), ChoiceBox()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for row, (label, box) in enumerate(zip(self._labels, self._boxes, strict=True)):
            self._grid.addWidget(label, row, 0)
            self._grid.addWidget(box, row, 1)
            box.addItem("", None)
            box.activated.connect(self.changed)
        self._grid.setColumnStretch(1, 1)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def set_classes(self, n: int) -> None:
        """Offer n classes; a choice that is no longer offered is given up."""
        n = min(n, MOST)
        if n == self._n:
            return
        kept, self._n = self.choice(), n
        for box in self._boxes:
            while box.count() > 1:
                box.removeItem(1)
            for k in range(n):
                box.addItem(str(k), k)
        self.set_choice(*kept)

    def choice(self) -> tuple[Class, Class]:
        """The class to explain, and the class to flip to."""
        first, second = (box.currentData() for box in self._boxes)
        return first, second

    def set_choice(self, chosen: Class, target: Class) -> None:
        """Show these, silently; what is not offered is None."""
        for box, value in zip(self._boxes, (chosen, target), strict=True):
            box.setCurrentIndex(max(box.findData(value), 0) if value is not None else 0)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        texts = (
            (self.tr("Explain"), self.tr("the answer"), self.tr("The class whose score is explained")),
            (self.tr("Flip to"), self.tr("the nearest"), self.tr("What the smallest change makes of it")),
        )
        for label, box, (name, none, tip) in zip(self._labels, self._boxes, texts, strict=True):
            label.setText(name)
            box.setItemText(0, none)
            box.setAccessibleName(name)
            box.setToolTip(tip)

    def _restyle(self) -> None:
        self._grid.setHorizontalSpacing(theme().space(2))
        self._grid.setVerticalSpacing(theme().space(1.5))
