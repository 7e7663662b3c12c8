"""AnswerPad: ten digits and "can't tell" to answer with; afterwards they say who said what."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from neuroviz.data.digits import CLASSES
from neuroviz.sims.agreement import UNREAD
from neuroviz.ui.errors import painted
from neuroviz.ui.fit import fitting
from neuroviz.ui.numbers import percent
from neuroviz.ui.share import NOT_IN_PICTURES, leave_out
from neuroviz.ui.theme import theme, theme_changes

_LINES = 3  # words under a digit: who named it, and whether it is true
_CENTRE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip


@dataclass(frozen=True)
class Verdict:
    """What was said of a picture: digits, UNREAD for "can't tell", None for what stays hidden.

    certainty: of the net; label: the truth.
    """

    said: int
    net: int | None = None
    certainty: float = 0.0
    label: int | None = None


class AnswerPad(QWidget):
    """`waiting`: the buttons answer. A verdict marks them instead, and the lower button goes on."""

    answered = Signal(object)
    """A digit, or None for "can't tell"."""
    onward_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._waiting = False
        self._digits = [DigitButton(digit) for digit in range(CLASSES)]
        self._unread, self._onward = QPushButton(), QPushButton()
        self._onward.setProperty("accent", True)
        leave_out(self._onward)
        for button in (self._unread, self._onward):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._above, self._below = QGridLayout(), QHBoxLayout()
        self._rows = 0
        self.set_rows(1)
        for one in self._digits:
            one.clicked.connect(self._on_digit)
        self._below.addStretch(1)
        self._below.addWidget(self._unread)
        self._below.addWidget(self._onward)
        self._below.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._above)
        self._column.addLayout(self._below)
        self._unread.clicked.connect(self._on_unread)
        self._onward.clicked.connect(self.onward_asked)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._onward_text = ""
        self._verdict: Verdict | None = None
        self.show_idle("")

    def set_rows(self, rows: int) -> None:
        """The digits in one row, or in two where they stand beside the picture."""
        if rows == self._rows:
            return
        self._rows, per_row = rows, CLASSES // rows
        for one in self._digits:
            self._above.addWidget(one, one.digit // per_row, one.digit % per_row)
            one.set_low(rows > 1)

    def show_idle(self, onward: str) -> None:
        """Nothing is asked; the lower button offers `onward`."""
        self._show(False, None, onward)

    def show_waiting(self) -> None:
        """An answer is wanted."""
        self._show(True, None, "")

    def show_verdict(self, verdict: Verdict, onward: str) -> None:
        """Say who said what."""
        self._show(False, verdict, onward)

    def button(self, digit: int) -> DigitButton:
        """The button of a digit."""
        return self._digits[digit]

    @property
    def onward(self) -> QPushButton:
        """The button that starts, or goes on."""
        return self._onward

    @property
    def unread(self) -> QPushButton:
        """The button for "can't tell"."""
        return self._unread

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a digit goes on, as its key does, while an answer is shown."""
        over = any(one.geometry().contains(event.position().toPoint()) for one in self._digits)
        if self._verdict is not None and over and event.button() == Qt.MouseButton.LeftButton:
            self.onward_asked.emit()
        else:
            super().mouseReleaseEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Buttons that do not answer leave their clicks to the pad, which must take both ends of one."""
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _show(self, waiting: bool, verdict: Verdict | None, onward: str) -> None:
        self._waiting, self._verdict, self._onward_text = waiting, verdict, onward
        self.setProperty(NOT_IN_PICTURES, verdict is None)  # with a verdict the digits say who said what
        self._onward.setText(onward)
        self._onward.setVisible(bool(onward))
        hidden = not waiting and (verdict is None or verdict.said != UNREAD)
        self._unread.setVisible(not hidden or not onward)
        for one in (*self._digits, self._unread):
            one.setEnabled(waiting)
        self._say()

    def _say(self) -> None:
        text = self.tr("Can't tell") + (f"  ({self.tr('Space')})" if self._waiting else "")
        you = self._verdict is not None and self._verdict.said == UNREAD
        self._unread.setText(self.tr("You: can't tell") if you else text)
        self._unread.setToolTip(self.tr("An honest answer: it counts as not agreeing with anybody"))
        for one in self._digits:
            tags = _tags(one.digit, self._verdict, (self.tr("you"), self.tr("net"), self.tr("truth")))
            one.set_tags(tags, self.tr("I see a {digit}").format(digit=one.digit))

    def _on_digit(self) -> None:
        button = self.sender()
        if isinstance(button, DigitButton):
            self.answered.emit(button.digit)

    def _on_unread(self) -> None:
        self.answered.emit(None)

    def _restyle(self) -> None:
        self._above.setSpacing(theme().space(1.5))
        self._column.setSpacing(theme().space(2))
        self._below.setSpacing(theme().space(2))


def _tags(digit: int, verdict: Verdict | None, words: tuple[str, str, str]) -> tuple[str, ...]:
    if verdict is None:
        return ()
    you, net, truth = words
    tags = []
    if verdict.label == digit:
        tags.append(f"✓ {truth}")
    if verdict.said == digit:
        tags.append(you)
    if verdict.net == digit:
        tags.append(f"{net} {percent(verdict.certainty)}")
    return tuple(tags)


class DigitButton(QAbstractButton):
    """A digit in its class's colour, and under it who named it."""

    def __init__(self, digit: int) -> None:
        super().__init__()
        self.digit = digit
        self._tags: tuple[str, ...] = ()
        self._lines = _LINES
        # A click leaves the focus with the room, whose number keys answer too.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_changes.changed.connect(self.updateGeometry)

    def set_low(self, on: bool) -> None:
        """Whether there is little room in height: three words are smaller then."""
        self._lines = _LINES - 1 if on else _LINES
        self.updateGeometry()

    def set_tags(self, tags: tuple[str, ...], name: str) -> None:
        """Words under the digit, and what it is called."""
        self._tags = tags
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setAccessibleDescription(", ".join(tags))
        self.update()

    @property
    def tags(self) -> tuple[str, ...]:
        """What stands under the digit."""
        return self._tags

    def sizeHint(self) -> QSize:
        """A large digit and its words."""
        return QSize(theme().space(14), round(self._number() + self._lines * self._word() + theme().space(3)))

    def minimumSizeHint(self) -> QSize:
        """May be narrow."""
        return QSize(theme().space(8), self.sizeHint().height())

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """Ground, digit, words, focus."""
        look, box = theme(), QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = look.digit(self.digit)
        strong = bool(self._tags)
        pen = QPen(look.accent, 2) if self.hasFocus() else QPen(colour, 2) if strong else Qt.PenStyle.NoPen
        painter.setPen(pen)
        lit = self.isEnabled() and (self.underMouse() or self.isDown())
        painter.setBrush(look.line if lit else look.raised)
        painter.drawRoundedRect(box, look.space(1.5), look.space(1.5))
        painter.setPen(colour if self.isEnabled() or strong else look.faint)
        painter.setFont(look.font(1.6, QFont.Weight.DemiBold))
        top = look.space(1.5) if strong else 0
        high = self._number() if strong else box.height()
        painter.drawText(QRectF(0, top, self.width(), high), _CENTRE, str(self.digit))
        painter.setPen(look.text)
        step = min(self._word(), self._lines * self._word() / max(1, len(self._tags)))
        painter.setFont(fitting(look.font(0.85), self._tags, self.width() - look.space(1.5), step))
        for i, tag in enumerate(self._tags):
            painter.drawText(QRectF(0, top + high + i * step, self.width(), step), _CENTRE, tag)

    def _number(self) -> float:
        return QFontMetricsF(theme().font(1.6, QFont.Weight.DemiBold)).height()

    def _word(self) -> float:
        return QFontMetricsF(theme().font(0.85)).height()
