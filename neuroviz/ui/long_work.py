"""LongWork: what is being done, how far it is, and a button that stops it at once or goes on."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from neuroviz.ui.controls import Words, give_focus_back
from neuroviz.ui.errors import painted
from neuroviz.ui.left_out import leave_out
from neuroviz.ui.theme import theme, theme_changes

State = Literal["working", "stopped", "over"]
"""over: nothing to stop and nothing to go on with, be it done, failed or not begun."""


class Groove(QWidget):
    """A thin bar that fills."""

    def __init__(self) -> None:
        super().__init__()
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_changes.changed.connect(self.updateGeometry)

    def set_share(self, share: float) -> None:
        """So much of it is done."""
        share = min(max(share, 0.0), 1.0)
        if share != self._share:
            self._share = share
            self.update()

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """Groove and filling."""
        look = theme()
        box = QRectF(self.rect())
        painter.fillRect(box, look.raised)
        box.setWidth(box.width() * self._share)
        painter.fillRect(box, look.accent)

    def sizeHint(self) -> QSize:
        """A line."""
        return QSize(theme().space(20), theme().space(1))


class LongWork(QWidget):
    """The same wherever something lasts longer than a moment; the owner says what it is, in words.

    The button is said at once to have been pressed: the owner shows "stopped" without waiting for the worker.
    """

    stop_asked = Signal()
    start_asked = Signal()
    """Begin, or go on where it was stopped."""

    def __init__(self, *, narrow: bool = False) -> None:
        """narrow: the button stands below the words."""
        super().__init__()
        self._state: State = "over"
        self._words, self._groove = Words(scale=0.85, quiet=True), Groove()
        self._words.setWordWrap(True)
        self.button = QPushButton()
        self.button.setProperty("flat", True)
        self.button.setAutoDefault(False)  # Enter in a sheet presses the sheet's own
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # the keys stay with the room
        self.button.clicked.connect(self._on_clicked)
        leave_out(self.button)
        if not narrow:
            _keep_place(self.button, self._groove)
        across = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._row = QBoxLayout(across)
        self._row.addWidget(self._words, 0 if narrow else 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._row)
        self._column.addWidget(self._groove)
        if narrow:
            self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
            self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
            self._column.addStretch(1)
        else:
            self._row.addWidget(self.button)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._say()

    @property
    def state(self) -> State:
        """As it was shown last."""
        return self._state

    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def show_work(self, text: str, share: float, state: State) -> None:
        """A sentence on it, the part that is done in 0..1, and whether it can be stopped or gone on with."""
        self._groove.set_share(share)
        if (text, state) != (self._words.text(), self._state):
            self._state = state
            self._words.setText(text)
            self.setAccessibleName(text)
            self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _on_clicked(self) -> None:
        (self.stop_asked if self._state == "working" else self.start_asked).emit()

    def _say(self) -> None:
        stopped = self._state == "stopped"
        self.button.setText(self.tr("Go on") if stopped else self.tr("Stop"))
        self.button.setAccessibleDescription(self._words.text())
        if self._state == "over":
            give_focus_back(self.button)
        self.button.setVisible(self._state != "over")
        self._groove.setVisible(self._state != "over")

    def _restyle(self) -> None:
        self._column.setSpacing(theme().space(1))
        self._row.setSpacing(theme().space(2))


class UntilDone(QGridLayout):
    """A place for the work, then for what comes of it; as large as the larger of both.

    Not a QStackedLayout: that takes the focus from the pad, which ends the stroke.
    """

    def __init__(self, work: LongWork, result: QWidget) -> None:
        super().__init__()
        self._work, self._result = work, result
        self.setContentsMargins(0, 0, 0, 0)
        _keep_place(work, result)
        for one in (work, result):
            self.addWidget(one, 0, 0)
        work.hide()  # and the other is shown with what it will stand in: before, it would be a window

    def show_work(self) -> None:
        """It is not done."""
        self._result.hide()
        self._work.show()

    def show_result(self) -> None:
        """It is done."""
        self._work.show_work("", 1.0, "over")  # or its last words would stay, unseen, in the old language
        self._work.hide()
        self._result.show()


def _keep_place(*widgets: QWidget) -> None:
    """Hidden, they take as much room as shown: nothing jumps."""
    for one in widgets:
        policy = one.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        one.setSizePolicy(policy)
