"""UnitInspector: what is done to the units that are chosen, and the own values of a single one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from neuroviz.nn.arrays import Array
from neuroviz.panels.layers.surgery import words
from neuroviz.panels.layers.surgery.weights import WeightEditor
from neuroviz.runtime import Knob
from neuroviz.sims.cuts import BOOST, CLAMP, OFF, Block, Cut
from neuroviz.ui.choices import Segmented
from neuroviz.ui.controls import Words
from neuroviz.ui.knob_row import KnobRow, KnobText
from neuroviz.ui.number_box import NumberBox
from neuroviz.ui.share import leave_out
from neuroviz.ui.theme import theme, theme_changes

AS_IT_IS = "as it is"
_STATES = (AS_IT_IS, OFF, CLAMP, BOOST)
_HELD, _TIMES = Knob(1.0, -20.0, 20.0), Knob(3.0, -5.0, 10.0)
_NAMES = ("b", "gain", "shift")
_MOST = 1000.0

Own = Mapping[tuple[int, str], Array]


class UnitInspector(QWidget):
    """Off, held, boosted, for all that are chosen; weights, bias, gain and shift of one."""

    state_set = Signal(str, float)
    """The chosen units are to be AS_IT_IS, off, held at, or boosted by."""

    edited = Signal(list)
    """Own values of the chosen unit were set: a list of (layer, name, place, value)."""

    restore_asked = Signal()
    """All own values of the chosen unit are to be as learned."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: Sequence[Block] = ()
        self._layer = 0
        self._n_units = 0
        self._own: dict[str, tuple[int, float]] = {}
        self.title = Words(bold=True)
        self.title.setWordWrap(True)
        self.states = Segmented()
        leave_out(self.states)
        self.states.set_choices([(one, one) for one in _STATES])
        self.held, self.times = KnobRow("clamp", _HELD), KnobRow("boost", _TIMES)
        self.weights = WeightEditor()
        self.note = Words(scale=0.85, quiet=True)
        self.note.setWordWrap(True)
        self.boxes = {name: NumberBox(Knob(0.0, -_MOST, _MOST)) for name in _NAMES}
        self.labels = {name: Words(scale=0.85, quiet=True) for name in _NAMES}
        self.restore = QPushButton()
        leave_out(self.restore)
        self._lay_out()
        self.states.chosen.connect(self._on_state)
        self.held.turned.connect(lambda _n, value: self.state_set.emit(CLAMP, float(value)))
        self.times.turned.connect(lambda _n, value: self.state_set.emit(BOOST, float(value)))
        self.weights.changed.connect(self._on_weights)
        self.restore.clicked.connect(self.restore_asked)
        for name, box in self.boxes.items():
            box.entered.connect(lambda value, name=name: self._on_box(name, value))
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()
        self.show_none()

    def show_none(self, parts: Sequence[Block] = ()) -> None:
        """Nothing is chosen of these."""
        self._parts, self._n_units = parts, 0
        for one in (self.states, self.held, self.times, self.weights, self.restore):
            one.setVisible(False)
        self._show_boxes({}, {})
        self._say()

    def show_units(self, parts: Sequence[Block], b: int, units: tuple[int, ...], state: Cut | None) -> None:
        """These are chosen; state: what is done to the last of them."""
        self._parts, self._n_units = parts, len(units)
        kind = AS_IT_IS if state is None else state.kind
        self.states.setVisible(True)
        self.states.set_value(kind)
        self.held.setVisible(kind == CLAMP)
        self.times.setVisible(kind == BOOST)
        if state is not None and kind in (CLAMP, BOOST):
            (self.held if kind == CLAMP else self.times).set_value(state.value)
        text = words.unit(parts, b, units[0]) if len(units) == 1 else words.units(parts, b, units)
        self.title.setText(text[:1].upper() + text[1:])
        self._layer = parts[b].layer
        if len(units) != 1:
            self.weights.setVisible(False)
            self.restore.setVisible(False)
            self._show_boxes({}, {})
        self._say()

    def show_own(self, block: Block, now: Own, learned: Own, inputs: Array | None) -> None:
        """The values of the single unit that is chosen."""
        key = (block.layer, "w")
        self.weights.setVisible(True)
        self.weights.show_weights(now[key], learned[key], block.fan, inputs)
        self._show_boxes(now, learned)
        self.restore.setVisible(True)
        same = all(np.array_equal(now[key], learned[key], equal_nan=True) for key in learned)
        self.restore.setEnabled(not same)
        self._say()

    def _show_boxes(self, now: Own, learned: Own) -> None:
        self._own = {}
        for (layer, name), values in now.items():
            if name in self.boxes and name not in self._own:
                self._own[name] = (layer, float(learned[layer, name][0]))
                box = self.boxes[name]
                value = float(values[0])
                if not box.hasFocus() or box.value() != value:
                    box.set_value(value)
        for name, box in self.boxes.items():
            box.setVisible(name in self._own)
            self.labels[name].setVisible(name in self._own)

    def _on_state(self, state: object) -> None:
        knob = _HELD if state == CLAMP else _TIMES
        self.state_set.emit(str(state), float(knob.default))

    def _on_weights(self, edits: list[tuple[int, float]]) -> None:
        self.edited.emit([(self._layer, "w", place, value) for place, value in edits])

    def _on_box(self, name: str, value: object) -> None:
        if isinstance(value, int | float) and name in self._own:
            self.edited.emit([(self._own[name][0], name, 0, float(value))])

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._row = QHBoxLayout()
        for name in _NAMES:
            self._row.addWidget(self.labels[name])
            self._row.addWidget(self.boxes[name])
        self._row.addStretch(1)
        for one in (self.title, self.states, self.held, self.times, self.note):
            self._column.addWidget(one)
        self._column.addWidget(self.weights, 1)
        self._column.addLayout(self._row)
        self._column.addWidget(self.restore)
        self._column.addStretch(0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _say(self) -> None:
        if not self._parts:
            self.title.setText("")
            self.note.setText("")
        elif not self._n_units:
            self.title.setText(self.tr("Choose a unit"))
            how = self.tr("Click a unit in the picture, or drag a frame around some. A double click cuts.")
            signs = self.tr("Signs: × off, = held, ↑ more, ↓ less or turned round, a folded corner: edited.")
            self.note.setText(f"{how}\n\n{signs}")
        elif self._n_units > 1:
            self.note.setText(self.tr("What you choose is done to all of them at once."))
        elif self.weights.bars:
            self.note.setText(self.tr("Its incoming weights: drag the bars."))
        else:
            self.note.setText(self.tr("Its incoming weights: paint to raise them, right button to lower."))

    def _retranslate(self) -> None:
        self.states.set_texts([self.tr("As it is"), self.tr("Off"), self.tr("Held"), self.tr("Boosted")])
        tips = ("", self.tr("Double-click to reset."))
        self.held.set_text(
            KnobText(self.tr("Held at"), self.tr("The value it gives, whatever comes in")), *tips
        )
        self.times.set_text(
            KnobText(
                self.tr("Times"), self.tr("What it gives is multiplied by this; below zero it turns round")
            ),
            *tips,
        )
        texts = {"b": self.tr("bias"), "gain": self.tr("gain"), "shift": self.tr("shift")}
        tips_ = {
            "b": self.tr("Added to the weighted sum"),
            "gain": self.tr("What the normalised sum is multiplied by"),
            "shift": self.tr("Added to the normalised sum"),
        }
        for name, text in texts.items():
            self.labels[name].setText(text)
            self.boxes[name].setAccessibleName(text)
            self.boxes[name].setToolTip(tips_[name])
        self.restore.setText(self.tr("As learned"))
        self.restore.setToolTip(self.tr("Gives this unit the weights and the bias back that it has learned"))
        self._say()

    def _restyle(self) -> None:
        look = theme()
        self._column.setSpacing(look.space(1.5))
        self._row.setSpacing(look.space(1.5))
