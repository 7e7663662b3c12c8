"""Brief: the task and the net in a line each, and the way to change them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from neuroviz.ui.controls import Words
from neuroviz.ui.theme import theme, theme_changes

_TEST_LINES = 2  # it is said in two, and found in one: what is below must not move


class Brief(QWidget):
    """Two headed lines with a button each, and a row of what can be done with the moment."""

    page_asked = Signal(str)
    """The id of the page where it is changed."""
    branch_asked = Signal()
    draw_asked = Signal()
    keep_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._task, self._net = Words(), Words()
        self._test = Words(scale=0.85, quiet=True)
        self._test.setWordWrap(True)
        self._test.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._task_button, self._net_button = QPushButton(), QPushButton()
        self._branch, self._draw, self._keep = QPushButton(), QPushButton(), QPushButton()
        self._grid = QGridLayout()
        rows = (self._task, self._task_button), (self._net, self._net_button)
        for row, (words, button) in enumerate(rows):
            words.setWordWrap(True)
            self._grid.addWidget(words, row, 0)
            self._grid.addWidget(button, row, 1)
        self._grid.setColumnStretch(0, 1)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.addLayout(self._grid)
        self._whole.addWidget(self._test)
        for button in (self._branch, self._draw, self._keep):
            self._whole.addWidget(button)
        for button in (self._task_button, self._net_button, self._branch, self._draw, self._keep):
            button.setProperty("flat", True)
        self._task_button.clicked.connect(self._on_task)
        self._net_button.clicked.connect(self._on_net)
        self._branch.clicked.connect(self.branch_asked)
        self._draw.clicked.connect(self.draw_asked)
        self._keep.clicked.connect(self.keep_asked)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def show_words(self, task: str, net: str) -> None:
        """What is learned, and by which net."""
        self._task.setText(task)
        self._net.setText(net)
        self._task_button.setAccessibleDescription(task)
        self._net_button.setAccessibleDescription(net)

    def say_test(self, text: str) -> None:
        """What the test says, or will."""
        self._test.setText("" if self._idle else text)

    def show_fault(self, on: bool) -> None:
        """Without a task nothing can be done with any moment."""
        self._idle = on
        if on:
            self.say_test("")
            self.allow(branch=False, draw=False, keep=False)

    _idle = False

    def allow(self, *, branch: bool, draw: bool, keep: bool) -> None:
        """What can be done just now."""
        self._branch.setEnabled(branch)
        self._draw.setVisible(draw)
        self._keep.setEnabled(keep)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _on_task(self) -> None:
        self.page_asked.emit("training.task")

    def _on_net(self) -> None:
        self.page_asked.emit("training.net")

    def _retranslate(self) -> None:
        self._task_button.setText(self.tr("Task …"))
        self._net_button.setText(self.tr("Net …"))
        self._branch.setText(self.tr("Branch off here"))
        self._branch.setToolTip(self.tr("A second line goes on from this moment; turn one of its knobs"))
        self._draw.setText(self.tr("Draw on this net"))
        self._draw.setToolTip(self.tr("Opens Digits with the net as it is at this moment"))
        self._keep.setText(self.tr("Keep this net"))
        self._keep.setToolTip(self.tr("Puts the net of this moment among your own, for all rooms"))

    def _restyle(self) -> None:
        self._grid.setSpacing(theme().space(1))
        self._test.setMinimumHeight(_TEST_LINES * self._test.fontMetrics().lineSpacing())
        self._whole.setSpacing(theme().space(1))
