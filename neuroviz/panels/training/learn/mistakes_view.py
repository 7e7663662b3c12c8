"""MistakesView: what was taken for what, and the examples that are hardest or that a cell holds."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from neuroviz.data.task import Task
from neuroviz.panels.training.learn import cases
from neuroviz.panels.training.learn.example_wall import ExampleWall
from neuroviz.panels.training.learn.pace import Pace
from neuroviz.panels.training.learn.plane_wall import PlaneWall
from neuroviz.sims.training.frames import CourseFrame
from neuroviz.sims.training.report import MOST_CLASSES, asked
from neuroviz.ui.confusion import ALL, Cell, ConfusionMatrix
from neuroviz.ui.controls import Words
from neuroviz.ui.theme import theme, theme_changes

_ANY = 2**24 - 1  # as Qt has it
_FEW = 6  # classes: beside the plane there is room for their table
_FEWEST = 3  # above it there is, and the plane is larger so


class MistakesView(QWidget):
    """A table of confusions, where there are classes, above or beside a wall of examples."""

    cell_picked = Signal(int, int)
    """A cell of the table (what it is, what it was taken for), either may be ALL."""

    example_picked = Signal(int)
    """A row of the validation examples, by Enter or a double click."""

    turned = Signal()
    """Other examples have been asked for by hand."""

    def __init__(self) -> None:
        super().__init__()
        self.matrix, self.wall, self.plane = ConfusionMatrix(), ExampleWall(), PlaneWall()
        self._title, self._detail = Words(scale=0.85), Words(scale=0.85, quiet=True)
        self._back = QPushButton()
        self._task: Task | None = None
        self._course: CourseFrame | None = None
        self._cell: Cell | None = None
        self._low = 0  # classes of a table that is no higher than it has to be
        self._pace = Pace(self, self._take)
        self._stack = QStackedWidget()
        self._lay_out()
        self.matrix.picked.connect(self._on_cell)
        self._back.clicked.connect(self._on_back)
        for one in (self.wall, self.plane):
            one.picked.connect(self.example_picked)
            one.current_changed.connect(self._on_current)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()
        self.set_task(None)

    def set_task(self, task: Task | None) -> None:
        """Another task: its classes, its kind of examples."""
        self._pace.stop()
        self._task, self._course, self._cell = task, None, None
        table = task is not None and task.kind == "classes" and 1 < task.n_out <= MOST_CLASSES
        if task is not None and table:
            self.matrix.set_classes(cases.class_names(task))
        self.matrix.setVisible(table)
        plane = task is not None and task.view == "plane"
        self._stack.setCurrentWidget(self.plane if plane else self.wall)
        n = task.n_out if task is not None and plane and table else 0
        self._low, beside = n if n <= _FEWEST else 0, _FEWEST < n <= _FEW
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._whole.setDirection(way)
        self._whole.setStretch(0, 4 if beside else 0 if self._low else 7)
        self._restyle()
        if task is not None:
            self._fill([])
        self._say()

    def show(self, course: CourseFrame | None = None) -> None:
        """Show the mistakes of a line at its moment; without one, be seen as any widget."""
        if course is None:
            super().show()
            return
        before, self._course = self._course, course
        same = before is not None and before.report is course.report and before.answers is course.answers
        if self.isVisible() and not same:
            self._pace.ask()

    def selected(self) -> Cell | None:
        """The cell whose examples are shown, None for the hardest of all; to be kept."""
        return self._cell

    def set_selected(self, cell: Cell | None) -> None:
        """Show the examples of a cell, silently; the hardest for one that is not there."""
        n = self.matrix.n if not self.matrix.isHidden() else 0
        known = cell is not None and all(ALL <= one < n for one in cell) and cell != (ALL, ALL)
        self._cell = cell if known else None
        self.matrix.set_selected(self._cell)
        self._take()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """What came while it was not seen."""
        super().showEvent(event)
        if self._course is not None:
            self._pace.now()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is drawn that is not seen."""
        self._pace.stop()
        super().hideEvent(event)

    # -- inside ------------------------------------------------------------------------------------

    def _take(self) -> None:
        task, course = self._task, self._course
        report = None if course is None else course.report
        if task is None or report is None:
            self.matrix.set_counts(None)
            self._say()
            return
        if not self.matrix.isHidden():
            self.matrix.set_counts(report.confusion)
        found = cases.hardest(report) if self._cell is None else cases.of_cell(task, report, self._cell)
        self._fill(found)
        self._say()

    def _fill(self, found: list[cases.Case]) -> None:
        assert self._task is not None
        if self._stack.currentWidget() is self.plane:
            answers = None if self._course is None else self._course.answers
            self.plane.show_cases(self._task, found, None if answers is None else answers.values)
        else:
            self.wall.show_cases(self._task, found)

    def _shown(self) -> ExampleWall | PlaneWall:
        return self.plane if self._stack.currentWidget() is self.plane else self.wall

    def _on_cell(self, row: int, column: int) -> None:
        self.set_selected((row, column))
        self.cell_picked.emit(row, column)
        self.turned.emit()

    def _on_back(self) -> None:
        self.set_selected(None)
        self.turned.emit()

    def _on_current(self, _place: int) -> None:
        self._say()

    def _say(self) -> None:
        self._back.setVisible(self._cell is not None)
        report = None if self._course is None else self._course.report
        current = self._shown().current()
        self._detail.setText(self._detail_of(current))
        if report is None:
            self._title.setText(self.tr("Nothing is measured yet."))
        elif self._cell is None:
            self._title.setText(self._hardest())
        else:
            self._title.setText(f"{self.matrix.told(self._cell)} {self._of_how_many()}".strip())

    def _hardest(self) -> str:
        some, n = self._counts()
        if some < n:
            text = self.tr("The hardest of the first {asked} of {n} validation examples, worst first")
        else:
            text = self.tr("The hardest of all {n} validation examples, worst first")
        return text.format(asked=f"{some:,}", n=f"{n:,}")

    def _of_how_many(self) -> str:
        """Of what the counts are, if not of all there are."""
        some, n = self._counts()
        if some == n:
            return ""
        text = self.tr("Counted are the first {asked} of {n} validation examples.")
        return text.format(asked=f"{some:,}", n=f"{n:,}")

    def _counts(self) -> tuple[int, int]:
        """Validation examples that are asked for a report, and all."""
        n = 0 if self._task is None else len(self._task.valid)
        return (n if self._course is None else min(n, asked(self._course.net.plan))), n

    def _detail_of(self, current: cases.Case | None) -> str:
        if current is None or self._task is None:
            return self.tr("Click an example to see where its loss comes from.")
        return cases.brief(self._task, current)

    def _lay_out(self) -> None:
        self._back.setProperty("flat", True)
        self._back.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for one in (self._title, self._detail):
            one.setWordWrap(True)
        self._head = QHBoxLayout()
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self._back)
        self._stack.addWidget(self.wall)
        self._stack.addWidget(self.plane)
        self._below = QVBoxLayout()
        self._below.addLayout(self._head)
        self._below.addWidget(self._stack, 1)
        self._below.addWidget(self._detail)
        self._whole = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.addWidget(self.matrix, 7)
        self._whole.addLayout(self._below, 5)

    def _retranslate(self) -> None:
        self._back.setText(self.tr("Hardest"))
        self._back.setToolTip(self.tr("Shows the hardest examples of all again"))
        self._say()

    def _restyle(self) -> None:
        look = theme()
        self._whole.setSpacing(look.space(2))
        self._below.setSpacing(look.space(1))
        self.matrix.setMinimumSize(look.space(34), look.space(26))
        line = self._detail.fontMetrics().lineSpacing()
        high = 1.5 * line + (self._low + 2) * max(line, look.space(8))
        self.matrix.setMaximumHeight(round(high) if self._low else _ANY)
        # Two lines: where a loss comes from is not to move what stands above it.
        self._detail.setMinimumHeight(2 * line)
        self._detail.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
