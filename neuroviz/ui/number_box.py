"""NumberBox: a number typed exactly, with its unit; what is not a number within the limits is not taken."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from neuroviz.runtime.knob import Knob
from neuroviz.ui.focus import hand_back
from neuroviz.ui.knob_scale import read, shown
from neuroviz.ui.theme import theme, theme_changes


class NumberBox(QLineEdit):
    """Enter or leaving takes the number, Esc gives it back, Up and Down change it a little.

    Where 0 stands for nothing it says so in a word.
    """

    entered = Signal(object)
    """The number typed, within the limits, int or float as the knob's default."""

    missed = Signal()
    """What was typed is no number, or one beyond the limits; the nearest, or the one before, is there now."""

    def __init__(self, knob: Knob, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._knob = knob
        self._value: float = knob.default
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setPlaceholderText("–")
        self.setAcceptDrops(False)  # a file that is let go here is meant for the page
        self.editingFinished.connect(self._on_finished)
        self._restyle()
        self.set_value(knob.default)
        theme_changes.changed.connect(self._restyle)

    def set_value(self, value: float) -> None:
        """Show `value`, without a signal; NaN: a dash, for there is none."""
        self._value = value
        self.setText(self._text(value))
        self.setCursorPosition(0)

    def value(self) -> float:
        """The number that is shown, NaN when there is none."""
        return self._value

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, Up and Down; all else is typing."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.set_value(self._value)
            hand_back(self)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            hand_back(self)
        elif event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable():
            event.ignore()  # nothing was typed: the room takes its last act back
        elif event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable():
            event.ignore()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._take(self._neighbour(1 if key == Qt.Key.Key_Up else -1))
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The form scrolls."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Ready to be typed over."""
        super().focusInEvent(event)
        self.selectAll()

    def _neighbour(self, sign: int) -> float:
        if self._knob.integer:
            return self._value + sign
        if self._knob.log:
            return self._value * 1.1**sign if self._value else (self._knob.low or 1.0)
        if self._knob.low is not None and self._knob.high is not None:
            return self._value + sign * (self._knob.high - self._knob.low) / 100
        return self._value + sign * 0.1

    def _on_finished(self) -> None:
        if not self.isModified():
            return
        text = self.text().strip()
        if self._knob.unit and text.endswith(self._knob.unit):
            text = text.removesuffix(self._knob.unit)
        try:
            value = 0.0 if self._knob.off and text == self.tr("off") else read(text)
        except ValueError:
            self.set_value(self._value)
            self.missed.emit()
            return
        self._take(value)
        if value != self._within(value):
            self.missed.emit()

    def _within(self, value: float) -> float:
        if value == 0 and self._knob.zero:
            return value
        low = -math.inf if self._knob.low is None else self._knob.low
        high = math.inf if self._knob.high is None else self._knob.high
        return min(high, max(low, value))

    def _take(self, value: float) -> None:
        value = self._within(value)
        value = round(value) if self._knob.integer else float(f"{value:.6g}")
        changed = value != self._value
        self.set_value(value)
        if changed:
            self.entered.emit(value)

    def _text(self, value: float) -> str:
        if math.isnan(value):
            return ""
        if self._knob.off and value == 0:
            return self.tr("off")
        number = shown(value, self._knob.integer)
        gap = "" if self._knob.unit in ("", "°") else " "
        return f"{number}{gap}{self._knob.unit}"

    def _restyle(self) -> None:
        """Wide enough for the widest number, so that nothing moves."""
        self.setFont(theme().font(tabular=True))
        known = [n for n in (self._knob.low, self._knob.high, self._knob.default) if n is not None]
        if not self._knob.integer:  # between them lie numbers of four digits, such as −12.34 or 0.8026
            known += [0.8888 * n for n in known] + [-0.8888 if min(known) < 0 else 0.8888]
        room = max(self.fontMetrics().horizontalAdvance(self._text(n)) for n in known)
        self.setFixedWidth(room + theme().space(5))

    def say_again(self) -> None:
        """In the present language, unless something is being typed."""
        if self._knob.off and not self.isModified():
            self._restyle()
            self.set_value(self._value)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the font changes; "off" is a word."""
        if event.type() == QEvent.Type.LanguageChange:
            self.say_again()
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._restyle()
        super().changeEvent(event)
