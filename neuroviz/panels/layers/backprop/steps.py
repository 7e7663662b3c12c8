"""Steps: what should have been said, one step or many, back to the start, keep what has been learned."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from neuroviz.ui.choices import ChoiceBox
from neuroviz.ui.controls import Words
from neuroviz.ui.theme import theme, theme_changes

MANY = 20


class Steps(QWidget):
    """The right answer and four buttons."""

    target_chosen = Signal(object)
    """The class that is to be taken as right; None: what is known, or what the net says."""

    learn_asked = Signal(int)
    back_asked = Signal()
    keep_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._heading, self._count = Words(scale=0.85, quiet=True), Words(scale=0.85, quiet=True)
        self._count.setWordWrap(True)
        self._target = ChoiceBox()
        self.one, self.many, self.back, self.keep = (QPushButton() for _ in range(4))
        self._taken: tuple[int, float, float] | None = None
        self._n = 0
        self._grid = QGridLayout()
        for i, button in enumerate((self.one, self.many, self.back, self.keep)):
            self._grid.addWidget(button, i // 2, i % 2)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self._heading, self._target):
            self._column.addWidget(part)
        self._column.addLayout(self._grid)
        self._column.addWidget(self._count)
        self._target.activated.connect(lambda i: self.target_chosen.emit(self._target.itemData(i)))
        self.one.clicked.connect(lambda: self.learn_asked.emit(1))
        self.many.clicked.connect(lambda: self.learn_asked.emit(MANY))
        self.back.clicked.connect(self.back_asked)
        self.keep.clicked.connect(self.keep_asked)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def set_classes(self, n: int) -> None:
        """How many answers can be right."""
        if n != self._n:
            self._n = n
            taken = self._target.currentData()
            self._target.clear()
            self._target.addItem("", None)
            for i in range(n):
                self._target.addItem(str(i), i)
            self.set_target(taken)
            self._retranslate()

    def set_target(self, target: int | None) -> None:
        """Show what is taken as right, silently."""
        self._target.setCurrentIndex(max(0, self._target.findData(target)))

    def set_taken(self, steps: int, first: float, now: float, *, possible: bool = True) -> None:
        """How many steps have been taken, and what they did to the loss; possible: one more can be."""
        self.one.setEnabled(possible)
        self.many.setEnabled(possible)
        self._taken = steps, first, now
        self.back.setEnabled(steps > 0)
        self.keep.setEnabled(steps > 0)
        self._say_taken()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _say_taken(self) -> None:
        if self._taken is None or self._taken[0] == 0:
            self._count.setText(self.tr("No step taken yet: the net is as it was."))
            return
        steps, first, now = self._taken
        text = self.tr("{n} steps taken: loss {first} → {now}")
        self._count.setText(text.format(n=steps, first=f"{first:.3g}", now=f"{now:.3g}"))

    def _retranslate(self) -> None:
        self._heading.setText(self.tr("What it should be"))
        self._target.setAccessibleName(self.tr("What it should be"))
        self._target.setToolTip(self.tr("The answer that is taken as right; the loss is measured against it"))
        if self._target.count():
            self._target.setItemText(0, self.tr("as known, else as it says"))
        self.one.setText(self.tr("Take the step"))
        self.one.setToolTip(self.tr("Move all weights once against their gradients"))
        self.many.setText(self.tr("Take {n}").format(n=MANY))
        self.many.setToolTip(self.tr("As many steps, one after another, on this one example"))
        self.back.setText(self.tr("Undo all"))
        self.back.setToolTip(self.tr("The net as it was before the first step"))
        self.keep.setText(self.tr("Keep as a net"))
        self.keep.setToolTip(self.tr("Puts the net as it is now beside the others, for all rooms"))
        self._say_taken()

    def _restyle(self) -> None:
        self._column.setSpacing(theme().space(1.5))
        self._grid.setSpacing(theme().space(1.5))
