"""WorkRow: what the worker is doing, how far it is, and a button that stops it at once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from neuroviz.ui.controls import IconButton, Words
from neuroviz.ui.errors import painted
from neuroviz.ui.share import leave_out
from neuroviz.ui.theme import theme, theme_changes


class WorkRow(QWidget):
    """A sentence, a thin bar, a button."""

    halt_asked = Signal(bool)
    """Stop (True), or go on."""

    def __init__(self) -> None:
        super().__init__()
        self._words, self._bar = Words(scale=0.85, quiet=True), _Bar()
        self._words.setWordWrap(True)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._button = IconButton("close")
        self._halted = False
        policy = self._button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # nothing jumps when there is nothing more to stop
        self._button.setSizePolicy(policy)
        leave_out(self._button)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._words)
        column.addWidget(self._bar)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addLayout(column, 1)
        self._row.addWidget(self._button)
        self._button.clicked.connect(lambda: self.halt_asked.emit(not self._halted))
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._say()

    def show_work(self, text: str, part: float, *, busy: bool, halted: bool) -> None:
        """What is under way; busy: whether there is something to stop or to go on with."""
        if halted:
            text = self.tr("Stopped: {what}").format(what=text)
        self._words.setText(text)
        self._bar.set_part(part if busy else 0.0, busy=busy)
        self._halted = halted
        self._button.setVisible(busy)
        self._say()

    @property
    def button(self) -> IconButton:
        """Stop, or go on."""
        return self._button

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        self._button.set_icon("play" if self._halted else "close")
        self._button.describe(self.tr("Go on") if self._halted else self.tr("Stop"))

    def _restyle(self) -> None:
        self._row.setSpacing(theme().space(2))


class _Bar(QWidget):
    """How far it is."""

    def __init__(self) -> None:
        super().__init__()
        self._part, self._busy = 0.0, False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_part(self, part: float, *, busy: bool) -> None:
        """0..1; not busy: nothing is seen."""
        if (part, busy) != (self._part, self._busy):
            self._part, self._busy = part, busy
            self.update()

    def sizeHint(self) -> QSize:
        """A line."""
        return QSize(theme().space(20), theme().space(1))

    def _draw(self, painter: QPainter) -> None:
        if not self._busy:
            return
        look, box = theme(), QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.line)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        box.setWidth(max(box.height(), box.width() * self._part))
        painter.setBrush(look.accent)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)

    paintEvent = painted(_draw)  # noqa: N815 - Qt's name
