"""One row of a knob form: label, exact value, and the control that fits the knob."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from neuroviz.runtime.knob import Knob
from neuroviz.ui.choices import ChoiceBox, Segmented, Toggle
from neuroviz.ui.controls import Words
from neuroviz.ui.icons import icon
from neuroviz.ui.knob_scale import Scale, shown
from neuroviz.ui.knob_slider import KnobSlider
from neuroviz.ui.number_box import NumberBox
from neuroviz.ui.theme import theme, theme_changes

_LETTERS = 22  # choices shorter than this in all stand side by side


@dataclass(frozen=True)
class KnobText:
    """The words of a knob: its name, what it does, and the names of its choices by value."""

    label: str
    tip: str = ""
    choices: Mapping[object, str] = field(default_factory=dict)


class KnobRow(QWidget):
    """A knob on the screen. `turned` is emitted by the visitor's hand alone, `set_value` is silent."""

    turned = Signal(str, object)

    said = Signal(str)
    """Why it does not stand at what was typed."""

    began = Signal()
    """What follows is another act than what was before: a slider was taken, a value was entered."""

    def __init__(self, name: str, knob: Knob, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._knob = name, knob
        self._tip = ""
        self._label = _Label()
        self._label.reset_asked.connect(self.reset)
        self._note = Words(scale=0.85, quiet=True)
        self._note.hide()
        self._again = QLabel()
        self._again.setVisible(knob.restart)
        self._box: NumberBox | None = None
        self._slider: KnobSlider | None = None
        self._scale: Scale | None = None
        self._control: QWidget = self._make_control()
        self._lay_out()
        self._restyle()
        theme_changes.changed.connect(self._restyle)

    def set_text(self, text: KnobText, restart_tip: str, reset_tip: str) -> None:
        """Name it and its choices."""
        self._label.setText(text.label)
        tip = "\n".join(part for part in (text.tip, restart_tip if self._knob.restart else "") if part)
        self._label.setToolTip(f"{tip}\n{reset_tip}".strip())
        self._again.setToolTip(restart_tip)
        self._again.setAccessibleName(restart_tip)
        self._tip = tip
        for widget in (self._control, self._slider, self._box):
            if widget is not None:
                widget.setAccessibleName(text.label)
                widget.setAccessibleDescription(tip)
                widget.setToolTip(self._idle or tip)
        if self._box is not None:
            self._box.say_again()
        self._say_value()
        words = [text.choices.get(choice, str(choice)) for choice in self._knob.choices]
        if isinstance(self._control, Segmented):
            self._control.set_texts(words)
        elif isinstance(self._control, ChoiceBox):
            for i, word in enumerate(words):
                self._control.setItemText(i, word)
            self._control.updateGeometry()

    def set_value(self, value: object) -> None:
        """Show `value`."""
        control = self._control
        control.blockSignals(True)
        if isinstance(control, Toggle):
            control.setChecked(bool(value))
        elif isinstance(control, Segmented):
            control.set_value(value)
        elif isinstance(control, ChoiceBox):
            control.setCurrentIndex(self._knob.choices.index(value))
        elif isinstance(control, QLineEdit) and not isinstance(control, NumberBox):
            control.setText(str(value))
        control.blockSignals(False)
        if isinstance(value, int | float) and self._box is not None:
            self._box.set_value(value)
            self._show_on_slider(value)

    def set_idle(self, reason: str) -> None:
        """Out of use while turning it would do nothing: the reason is its tooltip; "" takes that back."""
        self._idle = reason
        for widget in (self._control, self._slider):
            if widget is not None:
                widget.setEnabled(not reason)
                widget.setToolTip(reason or self._tip)
        self._label.set_quiet(bool(reason))
        self._say_value()

    _idle = ""

    def set_note(self, text: str) -> None:
        """What the number comes to just now, beside the name; "" says nothing."""
        if text != self._note.text():
            self._note.setText(text)
            self._note.setVisible(bool(text))
            self._say_value()

    def label(self) -> str:
        """The knob's name in the present language."""
        return self._label.text()

    def reset(self) -> None:
        """Back to the default, as if turned by hand."""
        self.set_value(self._knob.default)
        self._on_turned(self._knob.default)

    def focus_target(self) -> QWidget:
        """The control that Tab reaches."""
        return self._slider or self._control

    def _make_control(self) -> QWidget:
        knob = self._knob
        if knob.choices:
            return self._make_choice()
        if isinstance(knob.default, bool):
            toggle = Toggle()
            toggle.toggled.connect(self._on_turned)
            return toggle
        if isinstance(knob.default, int | float):
            return self._make_number()
        line = QLineEdit()
        line.editingFinished.connect(self._on_line)
        return line

    def _make_choice(self) -> QWidget:
        choices = self._knob.choices
        if len(choices) <= 4 and sum(len(str(choice)) for choice in choices) <= _LETTERS:
            segments = Segmented()
            segments.set_choices([(choice, str(choice)) for choice in choices])
            segments.chosen.connect(self._on_turned)
            return segments
        box = ChoiceBox()
        box.addItems([str(choice) for choice in choices])
        box.activated.connect(self._on_choice)
        return box

    def _make_number(self) -> QWidget:
        self._box = NumberBox(self._knob)
        self._box.entered.connect(self._on_number)
        self._box.missed.connect(self._on_missed)
        if self._knob.low is not None and self._knob.high is not None:
            self._scale = Scale.of(self._knob)
            self._slider = KnobSlider()
            self._slider.set_stops(
                self._scale.last,
                rest=self._scale.stop(self._knob.default),
                origin=self._scale.stop(0) if self._knob.low < 0 < self._knob.high else 0,
            )
            self._slider.sliderPressed.connect(self.began)
            self._slider.valueChanged.connect(self._on_slider)
            self._slider.reset_asked.connect(self.reset)
        return self._box

    def _on_turned(self, value: object) -> None:
        self.began.emit()
        self.turned.emit(self._name, value)

    def _on_choice(self, i: int) -> None:
        self._on_turned(self._knob.choices[i])

    def _on_line(self) -> None:
        if isinstance(self._control, QLineEdit) and self._control.isModified():
            self._control.setModified(False)
            self._on_turned(self._control.text())

    def _on_number(self, value: float) -> None:
        self._show_on_slider(value)
        self._on_turned(value)

    def _on_missed(self) -> None:
        knob = self._knob
        if self._box is None or knob.low is None or knob.high is None:
            return
        text = self.tr("{name} goes from {low} to {high}; it is at {value} now.")
        if knob.zero:
            text = self.tr("{name} is 0 or goes from {low} to {high}; it is at {value} now.")
        low, high = (shown(one, knob.integer) for one in (knob.low, knob.high))
        self.said.emit(text.format(name=self.label(), low=low, high=high, value=self._box.text()))

    def _on_slider(self, stop: int) -> None:
        if self._scale is not None and self._box is not None:
            value = self._scale.value(stop)
            self._box.set_value(value)
            self._say_value()
            self.turned.emit(self._name, value)

    def _show_on_slider(self, value: float) -> None:
        if self._scale is not None and self._slider is not None:
            self._slider.blockSignals(True)
            self._slider.setValue(self._scale.stop(value))
            self._slider.blockSignals(False)
            self._slider.update()
            self._say_value()

    def _say_value(self) -> None:
        """A slider counts stops; who hears it is to hear the number with its unit."""
        if self._slider is not None and self._box is not None:
            parts = (f"{self._box.text()}.", self._note.text(), self._idle, self._tip)
            told = " ".join(part for part in parts if part)
            self._slider.setAccessibleDescription(told)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._top = QHBoxLayout()
        self._top.addWidget(self._label)
        self._top.addWidget(self._again)
        self._top.addWidget(self._note)
        self._top.addStretch(1)
        self._column.addLayout(self._top)
        wide = isinstance(self._control, Segmented | ChoiceBox) or self._box is None
        if isinstance(self._control, Toggle) or not wide:
            self._top.addWidget(self._control)
        else:
            self._column.addWidget(self._control)
        if self._slider is not None:
            self._column.addWidget(self._slider)
            self.setTabOrder(self._slider, self._control)

    def _restyle(self) -> None:
        look = theme()
        side = look.space(3.5)
        self._again.setPixmap(icon("restart", side, look.quiet).pixmap(side, side))
        self._column.setSpacing(look.space(0.5))
        self._top.setSpacing(look.space(1.5))


class _Label(Words):
    """A knob's name; a double click resets it."""

    reset_asked = Signal()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Back to the default."""
        self.reset_asked.emit()
