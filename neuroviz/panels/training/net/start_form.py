"""StartForm: what the net begins from: fresh weights, or a net that has learned already."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from neuroviz.nn import Net
from neuroviz.runtime.knob import Knob
from neuroviz.ui.choices import ChoiceBox
from neuroviz.ui.controls import Words
from neuroviz.ui.knob_row import KnobRow, KnobText
from neuroviz.ui.net_chooser import net_title
from neuroviz.ui.theme import theme, theme_changes
from neuroviz.workspace import Workspace


class StartForm(QWidget):
    """Nets of the workspace that take the examples of the task, the current one first."""

    fresh_asked = Signal()
    further_asked = Signal(str, bool)
    """Learn the net of that name further; whether all but the last layer is frozen."""
    turned = Signal()
    """The switch was turned."""

    def __init__(self) -> None:
        super().__init__()
        self._again = QPushButton()
        self._heading, self._none = Words(scale=0.85, quiet=True), Words(scale=0.85, quiet=True)
        self._none.setWordWrap(True)
        self._box = ChoiceBox()
        self._frozen = KnobRow("frozen", Knob(True))
        self._further = QPushButton()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for one in (self._again, self._heading, self._none, self._box, self._frozen, self._further):
            self._column.addWidget(one)
        self._on = True
        self._again.clicked.connect(self.fresh_asked)
        self._further.clicked.connect(self._on_further)
        self._frozen.turned.connect(self._on_frozen)
        self._frozen.set_value(True)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def offer(self, space: Workspace, n_in: int) -> None:
        """Offer the nets that take so many numbers."""
        names = [name for name in space.recent("net") if _takes(space.get("net", name), n_in)]
        known = [self._box.itemData(i) for i in range(self._box.count())]
        if names != known:
            taken = self._box.currentData()
            self._box.clear()
            for name in names:
                self._box.addItem(net_title(name), name)
            if taken in names:
                self._box.setCurrentIndex(names.index(taken))
        for one in (self._box, self._frozen, self._further):
            one.setVisible(bool(names))
        self._none.setVisible(not names)

    def frozen(self) -> bool:
        """Whether all but the last layer is to be frozen."""
        return self._on

    def set_frozen(self, on: bool) -> None:
        """Set the switch."""
        self._on = on
        self._frozen.set_value(on)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _on_further(self) -> None:
        name = self._box.currentData()
        if isinstance(name, str):
            self.further_asked.emit(name, self._on)

    def _on_frozen(self, _name: str, on: object) -> None:
        self._on = bool(on)
        self.turned.emit()

    def _retranslate(self) -> None:
        self._again.setText(self.tr("Draw other weights"))
        self._again.setToolTip(
            self.tr("Fresh ones by the same rules; a net that was taken over is forgotten")
        )
        self._heading.setText(self.tr("Or begin with a trained net"))
        self._none.setText(self.tr("No net takes the examples of this task yet."))
        self._box.setAccessibleName(self.tr("Trained net"))
        self._frozen.set_text(
            KnobText(
                self.tr("All but the last layer frozen"),
                self.tr("What it has learned to see stays; only what it makes of that is learned anew"),
            ),
            "", "",
        )  # fmt: skip
        self._further.setText(self.tr("Learn it further"))
        self._further.setToolTip(self.tr("Its layers and weights in place of these"))
        for i in range(self._box.count()):
            self._box.setItemText(i, net_title(self._box.itemData(i)))

    def _restyle(self) -> None:
        self._column.setSpacing(theme().space(1.5))


def _takes(net: Net, n_in: int) -> bool:
    return math.prod(net.input_shape) == n_in
