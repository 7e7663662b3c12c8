"""FormulaControls: the number that is held, typed exactly; the net as it was; keep the changed one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from neuroviz.runtime import Knob
from neuroviz.sims.weight_edits import LIMIT
from neuroviz.ui.controls import Words
from neuroviz.ui.number_box import NumberBox
from neuroviz.ui.theme import theme, theme_changes


class FormulaControls(QWidget):
    """Follows the formula; says what is typed."""

    entered = Signal(float)
    """The held number is wanted with this value."""

    def __init__(self) -> None:
        super().__init__()
        self._what = ""
        self._name = Words(scale=0.85, quiet=True)
        self._name.setWordWrap(True)
        self.box = NumberBox(Knob(0.0, -LIMIT, LIMIT))
        self.reset, self.keep = QPushButton(), QPushButton()
        for button in (self.reset, self.keep):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.box.entered.connect(lambda value: self.entered.emit(float(value)))
        self._row, self._buttons = QHBoxLayout(), QHBoxLayout()
        self._row.addWidget(self._name, 1)
        self._row.addWidget(self.box)
        self._buttons.addWidget(self.reset)
        self._buttons.addWidget(self.keep)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._row)
        self._column.addLayout(self._buttons)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self.set_held("", None)
        self.set_edits(0)

    def set_held(self, what: str, value: float | None) -> None:
        """The number that is held, and what it is; None: none is."""
        self._what = what if value is not None else ""
        self.box.setEnabled(value is not None)
        if value is not None and not (self.box.hasFocus() and self.box.isModified()):
            shown = round(value, 4) if abs(value) >= 0.01 else float(f"{value:.4g}")
            if shown != self.box.value() and shown == shown:  # noqa: PLR0124 - not for what is no number
                self.box.set_value(min(max(shown, -LIMIT), LIMIT))
        self.retranslate()

    def set_edits(self, count: int) -> None:
        """How many numbers are changed."""
        self.reset.setEnabled(count > 0)
        self.keep.setEnabled(count > 0)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        text = self._what or self.tr("Click a number of the formula to change it")
        self._name.setText(text)
        self.box.setAccessibleName(text)
        self.box.setToolTip(self.tr("The number that is held in the formula"))
        self.reset.setText(self.tr("As it was"))
        self.reset.setToolTip(self.tr("Gives all changed numbers their values back"))
        self.keep.setText(self.tr("Keep as a net"))
        self.keep.setToolTip(self.tr("Puts the changed net beside the others, in all rooms; this one stays"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _restyle(self) -> None:
        look = theme()
        for one in (self._column, self._row, self._buttons):
            one.setSpacing(look.space(2))
