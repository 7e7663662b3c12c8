"""LinesView: the lines of a run in a table, and two of them compared."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from neuroviz.data.task import Task
from neuroviz.panels.training.learn.line_pair import line_pair
from neuroviz.panels.training.learn.line_table import LineTable
from neuroviz.panels.training.learn.pace import Pace
from neuroviz.panels.training.learn.pair_view import PairView
from neuroviz.sims.training.frames import TrainingFrame
from neuroviz.ui.theme import theme, theme_changes


class LinesView(QWidget):
    """A is the parent of the line that is looked at and B that line, until others are chosen."""

    focus_asked = Signal(int)
    """This line is to be looked at."""

    drop_asked = Signal(int)
    """This line is to end."""

    turned = Signal()
    """Other lines have been chosen for comparing, by hand."""

    def __init__(self) -> None:
        super().__init__()
        self.table, self.pair = LineTable(), PairView()
        self._frame: TrainingFrame | None = None
        self._task: Task | None = None
        self._chosen: tuple[int | None, int | None] = (None, None)
        self._pace = Pace(self, self._take)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.table)
        self._column.addWidget(self.pair, 1)
        self.table.focus_asked.connect(self.focus_asked)
        self.table.drop_asked.connect(self.drop_asked)
        self.table.side_asked.connect(self._on_side)
        theme_changes.changed.connect(self._restyle)
        self._restyle()

    def show(self, frame: TrainingFrame | None = None, task: Task | None = None) -> None:
        """Show the lines of a frame, mapped all of them; without one, be seen as any widget."""
        if frame is None or task is None:
            super().show()
            return
        self._frame, self._task = frame, task
        if self.isVisible():
            self._pace.ask()

    def clear(self) -> None:
        """Another run: nothing is known of it."""
        self._pace.stop()
        self._frame, self._chosen = None, (None, None)
        self.table.show_lines(None, None, None)
        self.pair.show_pair(None, None)

    def chosen(self) -> tuple[int | None, int | None]:
        """The lines chosen by hand as A and B, None for those that follow; to be kept."""
        return self._chosen

    def choose(self, a: int | None, b: int | None) -> None:
        """Compare these, silently; None, and a line that is not there, is chosen by itself."""
        self._chosen = (a, b)
        self._take()

    def compared(self) -> tuple[int | None, int | None]:
        """The lines that are compared; None while there is but one."""
        frame = self._frame
        if frame is None or len(frame.courses) < 2:
            return None, None
        here = [one.id for one in frame.courses]
        a, b = (one if one in here else None for one in self._chosen)
        focused = frame.focused
        if b is None:
            other = [one for one in here if one != frame.focus]
            b = frame.focus if a != frame.focus and focused.branch is not None else other[-1]
            if b == a:
                b = next(one for one in here if one != a)
        if a is None:
            parent = next((one.branch.parent for one in frame.courses if one.id == b and one.branch), None)
            a = parent if parent in here and parent != b else next(one for one in here if one != b)
        return a, b

    def showEvent(self, event: QShowEvent) -> None:
        """What came while it was not seen."""
        super().showEvent(event)
        if self._frame is not None:
            self._pace.now()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is drawn that is not seen."""
        self._pace.stop()
        super().hideEvent(event)

    def _take(self) -> None:
        frame, task = self._frame, self._task
        if frame is None or task is None:
            return
        a, b = self.compared()
        self.table.show_lines(frame, a, b)
        by_id = {one.id: one for one in frame.courses}
        pair = None if a is None or b is None else line_pair(by_id[a], by_id[b], task)
        self.pair.show_pair(pair, task)

    def _on_side(self, side: str, line: int) -> None:
        a, b = self.compared()
        if side == "a":
            self._chosen = (line, a if line == b else b)
        else:
            self._chosen = (b if line == a else a, line)
        self._take()
        self.turned.emit()

    def _restyle(self) -> None:
        self._column.setSpacing(theme().space(2))
