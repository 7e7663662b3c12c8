"""NeuronControls: a weight and the bias typed exactly, the switch that takes all bends out, reset, keep."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from neuroviz.panels.layers.neuron.rows import Row
from neuroviz.runtime import Knob
from neuroviz.ui.choices import Toggle
from neuroviz.ui.controls import Words
from neuroviz.ui.number_box import NumberBox
from neuroviz.ui.theme import theme, theme_changes

LIMIT = 10_000.0
"""Weights and biases set here lie within this, either way."""


class NeuronControls(QWidget):
    """Follows the row that is turned to; says what is typed."""

    weighed = Signal(int, float)
    """A term is wanted with this weight; −1: the bias."""

    straightened = Signal(bool)
    """Whether every function is wanted as a straight line."""

    def __init__(self) -> None:
        super().__init__()
        self._term = -1
        self._row: Row | None = None
        self._weight_name, self._bias_name = Words(scale=0.85, quiet=True), Words(scale=0.85, quiet=True)
        self._line_name = Words()
        self.weight, self.bias = (NumberBox(Knob(0.0, -LIMIT, LIMIT)) for _ in range(2))
        self.line = Toggle()
        self.reset, self.keep = QPushButton(), QPushButton()
        for button in (self.reset, self.keep):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.weight.entered.connect(self._on_weight)
        self.bias.entered.connect(self._on_bias)
        self.line.clicked.connect(self.straightened)
        self._lay_out()
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def set_row(self, row: Row | None, bias: float | None) -> None:
        """Show the weight of this row, and the bias; None: there is none."""
        self._row = row if row is not None and row.kind == "term" else None
        self._term = -1 if self._row is None else self._row.term
        for box, value in ((self.weight, None if self._row is None else self._row.w), (self.bias, bias)):
            box.setEnabled(value is not None)
            if value is None or not math.isfinite(value):
                box.setText("–")
            elif not (box.hasFocus() and box.isModified()):
                shown = round(value, 4) if abs(value) >= 0.01 else float(f"{value:.3g}")
                if shown != box.value() or box.text() == "–":
                    box.set_value(shown)
        self._say_row()

    def set_edits(self, count: int, *, linear: bool) -> None:
        """How many changes there are, and whether all functions are lines."""
        self.reset.setEnabled(count > 0)
        self.keep.setEnabled(count > 0)
        self.line.setChecked(linear)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self._bias_name.setText(self.tr("Bias b"))
        self.bias.setAccessibleName(self.tr("Bias b"))
        self.bias.setToolTip(self.tr("What this neuron adds whatever its inputs are"))
        self._line_name.setText(self.tr("Make every f linear"))
        self.line.setAccessibleName(self.tr("Make every f linear"))
        self.line.setToolTip(self.tr("Puts a straight line in place of every activation function"))
        self.reset.setText(self.tr("As it was"))
        self.reset.setToolTip(self.tr("Takes all changes of this net back"))
        self.keep.setText(self.tr("Keep as a net"))
        self.keep.setToolTip(self.tr("Puts the changed net beside the others, in all rooms; this one stays"))
        self._say_row()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _say_row(self) -> None:
        if self._row is None:
            text = self.tr("Weight")
        else:
            text = self.tr("Weight of {name}").format(name=self._row.name)
        self._weight_name.setText(text)
        self.weight.setAccessibleName(text)
        self.weight.setToolTip(self.tr("The weight of the arrow that was clicked last"))

    def _on_weight(self, value: float) -> None:
        if self._row is not None:
            self.weighed.emit(self._term, float(value))

    def _on_bias(self, value: float) -> None:
        self.weighed.emit(-1, float(value))

    def _lay_out(self) -> None:
        self._grid = QGridLayout()
        right = Qt.AlignmentFlag.AlignRight
        for i, (name, box) in enumerate(((self._weight_name, self.weight), (self._bias_name, self.bias))):
            self._grid.addWidget(name, i, 0)
            self._grid.addWidget(box, i, 1, right)
        self._grid.addWidget(self._line_name, 2, 0)
        self._grid.addWidget(self.line, 2, 1, right)
        self._grid.setColumnStretch(0, 1)
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self.reset)
        self._buttons.addWidget(self.keep)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._grid)
        self._column.addLayout(self._buttons)

    def _restyle(self) -> None:
        look = theme()
        for one in (self._column, self._buttons, self._grid):
            one.setSpacing(look.space(2))
