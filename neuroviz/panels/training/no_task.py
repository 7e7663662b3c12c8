"""NoTask: what is seen where there is nothing to learn from: the ways out, in place of the picture."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from neuroviz.panels.training.task.names import task_name
from neuroviz.ui.left_out import leave_out
from neuroviz.ui.theme import theme, theme_changes


@runtime_checkable
class Empties(Protocol):
    """A group of knobs that is not out of use without a task, but says itself what that means for it."""

    def show_fault(self, on: bool) -> None:
        """Whether there is nothing to learn from."""


class NoTask(QStackedWidget):
    """The picture of a page, or two buttons. The sentence above says why."""

    choose_asked = Signal()
    """Other examples are to be chosen, or these mended."""

    back_asked = Signal()
    """The task before is wanted."""

    def __init__(self, view: QWidget) -> None:
        super().__init__()
        self.choose, self.back = QPushButton(), QPushButton()
        leave_out(self.choose, self.back)
        self._before = ""
        empty = QWidget()
        self._column = QVBoxLayout(empty)
        self._column.addStretch(1)
        for button in (self.choose, self.back):
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(1)
        self.addWidget(view)
        self.addWidget(empty)
        self.choose.clicked.connect(self.choose_asked)
        self.back.clicked.connect(self.back_asked)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._say()

    def show_fault(self, on: bool, before: str) -> None:
        """Whether there is a fault; before: the id of the task that can be had instead."""
        self._before = before
        self._say()
        self.setCurrentIndex(1 if on else 0)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        self.choose.setText(self.tr("Choose examples"))
        self.choose.setToolTip(self.tr("Opens the page Task, where these can be changed, too"))
        self.back.setText(self.tr("Back to {name}").format(name=task_name(self._before)))
        self.back.setToolTip(self.tr("The last task that could be learned, for all pages of this room"))

    def _restyle(self) -> None:
        self._column.setSpacing(theme().space(3))
