"""AmountForm: nine sliders under each other, each with its name, the answers along it, and its number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from neuroviz.data.disturb import LIMITS, Disturbance
from neuroviz.panels.digits.disturb import words
from neuroviz.panels.digits.disturb.config import knob_of
from neuroviz.panels.digits.disturb.strip import StripSlider
from neuroviz.sims.disturb import ALONG, Curve
from neuroviz.ui.controls import Words
from neuroviz.ui.knob_scale import Scale
from neuroviz.ui.number_box import NumberBox
from neuroviz.ui.theme import theme, theme_changes


class AmountRow(QObject):
    """One amount: a name, a strip, a number, which follow each other."""

    turned = Signal(str, float)
    taken = Signal(str)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        knob = knob_of(name)
        self._name, self._neutral = name, float(knob.default)
        self._scale = Scale.of(knob)
        self.label = _Name(parent)
        self.strip = StripSlider(self._scale, knob.default, parent)
        self.box = NumberBox(knob, parent)
        self._curve: Curve | None = None
        self.strip.valueChanged.connect(self._on_slider)
        self.strip.taken.connect(self._on_taken)
        self.strip.reset_asked.connect(self._on_reset)
        self.label.taken.connect(self._on_taken)
        self.label.reset_asked.connect(self._on_reset)
        self.box.entered.connect(self._on_number)

    def set_value(self, value: float) -> None:
        """Show it, silently."""
        self.strip.blockSignals(True)
        self.strip.setValue(self._scale.stop(value))
        self.strip.blockSignals(False)
        self.strip.update()
        if not self.box.hasFocus() or self.box.value() != value:
            self.box.set_value(value)

    def set_curve(self, curve: Curve | None, *, fresh: bool) -> None:
        """Show the answers along it."""
        self.strip.set_stale(not fresh)
        if curve is self._curve:
            return
        self._curve = curve
        if curve is None:
            self.strip.set_curve(None)
        else:
            limits = LIMITS[self._name]
            flips = tuple(replace(flip, at=limits.share(flip.at)) for flip in curve.flips)
            self.strip.set_curve(curve.probabilities, flips)
        self._describe_strip()

    def describe(self) -> None:
        """Say the name, and what is read along it."""
        label, tip = words.amount(self._name)
        self.label.setText(label)
        self.label.setToolTip(tip)
        self.box.setAccessibleName(label)
        self.box.setToolTip(tip)
        self.strip.setAccessibleName(label)
        self._describe_strip()

    def _describe_strip(self) -> None:
        self.strip.setAccessibleDescription(words.along(self._name, self.strip.stretches()))

    def _on_slider(self, stop: int) -> None:
        value = float(self._scale.value(stop))
        self.box.set_value(value)
        self.turned.emit(self._name, value)

    def _on_number(self, value: object) -> None:
        if isinstance(value, int | float):
            self._on_taken()
            self.set_value(float(value))
            self.turned.emit(self._name, float(value))

    def _on_taken(self) -> None:
        self.taken.emit(self._name)

    def _on_reset(self) -> None:
        self._on_taken()
        self.set_value(self._neutral)
        self.turned.emit(self._name, self._neutral)


class AmountForm(QWidget):
    """All of them; one is chosen, and its curve is shown large elsewhere."""

    turned = Signal(str, float)
    """The visitor has set an amount."""

    chosen = Signal(str)
    """The visitor has turned to an amount."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[str, AmountRow] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        for i, name in enumerate(ALONG):
            row = self._rows[name] = AmountRow(name, self)
            self._grid.addWidget(row.label, i, 0)
            self._grid.addWidget(row.strip, i, 1)
            self._grid.addWidget(row.box, i, 2, Qt.AlignmentFlag.AlignRight)
            row.turned.connect(self.turned)
            row.taken.connect(self._on_taken)
        self._chosen = ALONG[0]
        self.choose(self._chosen)
        self._restyle()
        self.retranslate()
        theme_changes.changed.connect(self._restyle)

    def row(self, name: str) -> AmountRow:
        """The row of an amount."""
        return self._rows[name]

    def choose(self, name: str) -> None:
        """Mark the one that is shown large, silently."""
        self._chosen = name
        for other, row in self._rows.items():
            row.label.set_chosen(other == name)

    def set_amounts(self, amounts: Disturbance) -> None:
        """Show these, silently."""
        for name, row in self._rows.items():
            row.set_value(float(getattr(amounts, name)))

    def set_curves(self, curves: Mapping[str, Curve], fresh: frozenset[str]) -> None:
        """Show the answers along each; those that are not fresh are paler."""
        for name, row in self._rows.items():
            row.set_curve(curves.get(name), fresh=name in fresh)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        for row in self._rows.values():
            row.describe()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _on_taken(self, name: str) -> None:
        if name != self._chosen:
            self.choose(name)
            self.chosen.emit(name)

    def _restyle(self) -> None:
        look = theme()
        self._grid.setHorizontalSpacing(look.space(2))
        self._grid.setVerticalSpacing(look.space(0.5))


class _Name(Words):
    """An amount's name, bold and with a mark while it is chosen; a click chooses it, two reset it."""

    taken = Signal()
    reset_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        self._is_chosen = False
        super().__init__(parent, scale=0.85)

    def set_chosen(self, on: bool) -> None:
        """Whether its curve is the one that is shown large."""
        self._is_chosen = on
        self._restyle()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Choose it."""
        self.taken.emit()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Back to where nothing happens."""
        self.reset_asked.emit()

    def _restyle(self) -> None:
        super()._restyle()
        bold = theme().font(self._scale, QFont.Weight.DemiBold)
        self.setFont(bold if self._is_chosen else theme().font(self._scale))
        palette = self.palette()
        colour: QColor = theme().accent if self._is_chosen else theme().quiet
        palette.setColor(self.foregroundRole(), colour)
        self.setPalette(palette)
