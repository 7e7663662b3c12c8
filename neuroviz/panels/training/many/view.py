"""ManyView: all nets at the left, their losses and what is looked at of them at the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from neuroviz.panels.training.many import words
from neuroviz.panels.training.many.beside import Beside
from neuroviz.panels.training.many.ink import Ink
from neuroviz.panels.training.many.sheet_view import SheetView
from neuroviz.panels.training.many.swarm_view import SwarmView
from neuroviz.sims.training.many import FineFrame, ManyFrame
from neuroviz.ui.controls import Words
from neuroviz.ui.left_out import leave_out
from neuroviz.ui.theme import theme, theme_changes


class ManyView(QWidget):
    """Or, where there is nothing to be seen, a way out."""

    keep_asked = Signal()
    """The picked net is to be kept."""

    way_out_asked = Signal()
    """A task and a net that can be learned here are wanted."""

    def __init__(self) -> None:
        super().__init__()
        self.sheet, self.swarm, self.beside = SheetView(), SwarmView(), Beside()
        self.about, self.note = Words(scale=0.85, quiet=True), Words(scale=0.85, quiet=True)
        self.one, self.keep = Words(), QPushButton()
        for one in (self.about, self.note, self.one):
            one.setWordWrap(True)
        self.way_out = QPushButton()
        leave_out(self.keep, self.way_out)
        self._ink: Ink | None = None
        self._task: object = None
        self._stack = QStackedWidget()
        self._lay_out()
        self.way_out.clicked.connect(self.way_out_asked)
        self.keep.clicked.connect(self.keep_asked)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._say()

    def show_frame(self, frame: ManyFrame, fine: FineFrame | None, end: int) -> None:
        """These nets; end: how far the run has been."""
        if frame.task is not self._task or self._ink is None:
            self._task, self._ink = frame.task, Ink(frame.task)
        sheet = fine.sheet if fine is not None and fine.sheet is not None else frame.sheet
        self.sheet.show_sheet(sheet, self._ink, frame.picked, lambda i: words.told(frame, i))
        self.swarm.show_swarm(frame.swarm, frame.step, max(end, frame.step), frame.picked)
        self.beside.show_frame(frame, self._ink, None if fine is None else fine.common)
        self.one.setText(words.about_one(frame))
        held = words.batch_held(frame)
        self.note.setText(held)
        self.note.setVisible(bool(held))
        self._stack.setCurrentIndex(0)

    def show_nothing(self, *, way_out: bool) -> None:
        """There is nothing to be seen; the sentence says why."""
        self.way_out.setVisible(way_out)
        self._stack.setCurrentIndex(1)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        seen, empty = QWidget(), QWidget()
        self._right = QVBoxLayout()
        self._right.addWidget(self.swarm, 3)
        self._right.addWidget(self.note)
        self._right.addWidget(self.beside, 4)
        self._row = QHBoxLayout(seen)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._left = QVBoxLayout()
        self._left.addWidget(self.about)
        self._left.addWidget(self.sheet, 1)
        self._picked = QHBoxLayout()
        self._picked.addWidget(self.one, 1)
        self._picked.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignTop)
        self._left.addLayout(self._picked)
        self._row.addLayout(self._left, 5)
        self._row.addLayout(self._right, 4)
        middle = QVBoxLayout(empty)
        middle.addStretch(1)
        middle.addWidget(self.way_out, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addStretch(1)
        self._stack.addWidget(seen)
        self._stack.addWidget(empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _say(self) -> None:
        self.about.setText(words.about_sheet())
        self.keep.setText(self.tr("Keep this net"))
        self.keep.setToolTip(self.tr("Puts the picked net among your own, for all rooms"))
        self.way_out.setText(self.tr("Learn XOR with a small net"))
        self.way_out.setToolTip(words.about_way_out())

    def _restyle(self) -> None:
        look = theme()
        self._right.setSpacing(look.space(1.5))
        self._left.setSpacing(look.space(1))
        self._picked.setSpacing(look.space(2))
        self._row.setSpacing(look.space(3))
