"""ManyCuts: several units cut at once, all cuts taken back, and the net kept under a name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from neuroviz.panels.layers.surgery import words
from neuroviz.runtime import Knob
from neuroviz.sims.cuts import Block
from neuroviz.ui.controls import Words
from neuroviz.ui.net_keeper import LONGEST
from neuroviz.ui.number_box import NumberBox
from neuroviz.ui.share import leave_out
from neuroviz.ui.theme import theme, theme_changes

RANDOM, WEAKEST, STRONGEST = "random", "weakest", "strongest"
_MOST = 100_000


class ManyCuts(QWidget):
    """Off: k of a layer at random, or the k that are least or most active on average."""

    asked = Signal(str, int)
    """Which of them, and how many."""

    reset_asked = Signal()
    """All cuts are to be gone."""

    keep_asked = Signal(str)
    """The net as it is now is wanted under this name."""

    def __init__(self) -> None:
        super().__init__()
        leave_out(self)
        self._parts: Sequence[Block] = ()
        self._block = 0
        self._heading = Words(scale=0.85, quiet=True)
        self._heading.setWordWrap(True)
        self._count = Words()
        self.k = NumberBox(Knob(10, 1, _MOST, integer=True))
        self.random, self.weakest, self.strongest = (QPushButton() for _ in range(3))
        self.reset, self.keep = QPushButton(), QPushButton()
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST)
        self._keeping = Words(scale=0.85, quiet=True)
        self._lay_out()
        for button, which in (
            (self.random, RANDOM), (self.weakest, WEAKEST), (self.strongest, STRONGEST),
        ):  # fmt: skip
            button.clicked.connect(lambda _=False, which=which: self.asked.emit(which, int(self.k.value())))
        self.reset.clicked.connect(self.reset_asked)
        self.keep.clicked.connect(self._on_keep)
        self.name.returnPressed.connect(self._on_keep)
        self.name.textChanged.connect(self._enable)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def show_layer(self, parts: Sequence[Block], block: int, *, measured: bool) -> None:
        """Whose units are meant; measured: it is known how active they are."""
        self._parts, self._block = parts, block
        for one in (self.weakest, self.strongest):
            one.setEnabled(measured)
        self.random.setEnabled(bool(parts))
        self._say()

    def show_cuts(self, n: int, *, changed: bool) -> None:
        """How many cuts there are; changed: the net is another than it was."""
        self.reset.setEnabled(n > 0)
        self._changed = changed
        self._enable()

    def propose(self, name: str) -> None:
        """A name for the net, unless one is being typed."""
        if not self.name.hasFocus():
            self.name.setText(name)

    _changed = False

    def _enable(self) -> None:
        self.keep.setEnabled(self._changed and bool(self.name.text().strip()))

    def _on_keep(self) -> None:
        if self.keep.isEnabled():
            self.keep_asked.emit(self.name.text().strip())

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._row = QHBoxLayout()
        self._row.addWidget(self._count)
        self._row.addWidget(self.k)
        self._row.addStretch(1)
        self._grid = QGridLayout()
        for i, button in enumerate((self.random, self.weakest, self.strongest, self.reset)):
            self._grid.addWidget(button, i, 0)
        self._column.addWidget(self._heading)
        self._column.addLayout(self._row)
        self._column.addLayout(self._grid)
        self._column.addStretch(1)
        for one in (self._keeping, self.name, self.keep):
            self._column.addWidget(one)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _say(self) -> None:
        text = self.tr("Switch off in {layer}:")
        self._heading.setText(text.format(layer=words.layer(self._block)))

    def _retranslate(self) -> None:
        self._count.setText(self.tr("How many"))
        self.k.setAccessibleName(self.tr("How many units"))
        self.k.setToolTip(self.tr("So many units of the layer in which the cursor is are switched off"))
        self.random.setText(self.tr("At random"))
        self.random.setToolTip(self.tr("Other units each time it is pressed"))
        self.weakest.setText(self.tr("Least active"))
        self.weakest.setToolTip(self.tr("Those whose activations are smallest on average"))
        self.strongest.setText(self.tr("Most active"))
        self.strongest.setToolTip(self.tr("Those whose activations are largest on average"))
        self.reset.setText(self.tr("Undo all cuts"))
        self.reset.setToolTip(self.tr("The net as it was learned; the list is empty then"))
        self._keeping.setText(self.tr("Keep as a net"))
        self.name.setAccessibleName(self.tr("Name of the net"))
        self.name.setPlaceholderText(self.tr("a name"))
        self.keep.setText(self.tr("Keep"))
        self.keep.setToolTip(self.tr("Puts the net with its cuts beside the others; all rooms can use it"))
        self._say()

    def _restyle(self) -> None:
        look = theme()
        for one in (self._column, self._grid):
            one.setSpacing(look.space(1.5))
        self._row.setSpacing(look.space(1.5))
