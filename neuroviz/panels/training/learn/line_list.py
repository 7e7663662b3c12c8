"""LineList: the lines of a run, each with its stroke, what was turned in it, and how far it has come."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from neuroviz.panels.training.learn.figures import answers_values, line_name, number, paint_line, part
from neuroviz.panels.training.learn.turn_words import beginning, turn_text
from neuroviz.sims.training.frames import CourseFrame, TrainingFrame
from neuroviz.ui.controls import IconButton, Words
from neuroviz.ui.errors import painted
from neuroviz.ui.theme import theme, theme_changes


class LineList(QWidget):
    """A press looks at a line, a bin ends it. Hidden while there is but one."""

    focus_asked = Signal(int)
    drop_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[_Row] = []
        self._frame: TrainingFrame | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().space(1))
        self.hide()

    def show_frame(self, frame: TrainingFrame | None) -> None:
        """The lines of a moment."""
        self._frame = frame
        courses = () if frame is None else frame.courses
        while len(self._rows) < len(courses):
            row = _Row()
            row.focus_asked.connect(self.focus_asked)
            row.drop_asked.connect(self.drop_asked)
            self._rows.append(row)
            self._column.addWidget(row)
        for row in self._rows[len(courses) :]:
            row.hide()
        if frame is not None:
            for row, course in zip(self._rows, courses, strict=False):
                row.show_course(course, frame)
        self.setVisible(len(courses) > 1)

    def show_fault(self, on: bool) -> None:
        """Without a task there are no lines."""
        if on:
            self.show_frame(None)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.show_frame(self._frame)
        super().changeEvent(event)


class _Row(QWidget):
    focus_asked = Signal(int)
    drop_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._line = 0
        self._stroke, self._button, self._bin = _Stroke(), QPushButton(), IconButton("clear")
        self._words = Words(scale=0.85, quiet=True)
        self._words.setWordWrap(True)
        self._button.setProperty("segment", True)
        self._button.setCheckable(True)
        self._button.setFocusPolicy(self._bin.focusPolicy())
        top = QHBoxLayout()
        top.addWidget(self._stroke)
        top.addWidget(self._button, 1)
        top.addWidget(self._bin)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._words)
        self._button.clicked.connect(self._on_clicked)
        self._bin.clicked.connect(self._on_bin)

    def show_course(self, course: CourseFrame, frame: TrainingFrame) -> None:
        """Its name, its turn, its numbers."""
        self._line = course.id
        self._stroke.set_line(course.id)
        name = line_name(course.id)
        self._button.setText(name)
        self._button.setChecked(course.id == frame.focus)
        self._bin.describe(self.tr("End {line}").format(line=name))
        self._words.setText(self._said(course, frame))
        self._button.setAccessibleDescription(self._words.text())
        self.show()

    def _said(self, course: CourseFrame, frame: TrainingFrame) -> str:
        parts = []
        if course.ends is not None:
            parts.append(self.tr("ended at step {step}").format(step=f"{course.ends:,}"))
        if course.branch is not None:
            turn = beginning(course.id, frame)
            if turn is not None:
                text = self.tr("{turn} at step {step}")
                parts.append(text.format(turn=turn_text(turn), step=f"{course.born:,}"))
        if course.report is not None:
            score = course.report.valid_score
            shown = f"R² {number(score)}" if answers_values(course) else part(score)
            text = self.tr("loss {loss}, {score} in validation")
            parts.append(text.format(loss=number(course.report.valid_loss), score=shown))
        text = self.tr("{way} from its start")
        parts.append(text.format(way=number(course.travelled)))
        if course.distance is not None:
            parts.append(self.tr("{way} from its parent").format(way=number(course.distance)))
        return "; ".join(parts)

    def _on_clicked(self) -> None:
        self._button.setChecked(True)
        self.focus_asked.emit(self._line)

    def _on_bin(self) -> None:
        self.drop_asked.emit(self._line)


class _Stroke(QWidget):
    """A sample of the line as the curves draw it."""

    def __init__(self) -> None:
        super().__init__()
        self._line = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        theme_changes.changed.connect(self.updateGeometry)

    def set_line(self, line: int) -> None:
        """Of this line."""
        if line != self._line:
            self._line = line
            self.update()

    @painted
    def paintEvent(self, painter: QPainter) -> None:
        """The stroke."""
        paint_line(painter, QRectF(self.rect()), self._line, theme())

    def sizeHint(self) -> QSize:
        """A short stroke."""
        return QSize(theme().space(7), theme().space(5))
