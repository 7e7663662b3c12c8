"""TaskView: the centre of the page: all tasks, the chosen one large, how it is cut, and what needs no net."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from neuroviz.data.painted import Painted
from neuroviz.data.pictures import resized
from neuroviz.data.tables import Chosen
from neuroviz.data.task import Task
from neuroviz.data.toys import truth
from neuroviz.panels.training.task import words
from neuroviz.panels.training.task.brushes import Brushes
from neuroviz.panels.training.task.columns import Columns
from neuroviz.panels.training.task.curve import Curve
from neuroviz.panels.training.task.gallery import Gallery
from neuroviz.panels.training.task.parts_bar import PartsBar
from neuroviz.panels.training.task.points import of_painted, of_task
from neuroviz.panels.training.task.scatter import Scatter
from neuroviz.sims.training.look import Baseline
from neuroviz.ui.controls import Words
from neuroviz.ui.image_cells import FIELD
from neuroviz.ui.image_sheet import Caption, ImageSheet
from neuroviz.ui.theme import theme, theme_changes

_WALL = 300  # pictures on the wall
_LINE = 200  # places of the true curve


class TaskView(QWidget):
    """It knows how to show a task, not where tasks come from."""

    def __init__(self) -> None:
        super().__init__()
        self.gallery = Gallery()
        self.scatter, self.curve, self.wall, self.columns = Scatter(), Curve(), ImageSheet(), Columns()
        self.brushes, self.parts = Brushes(), PartsBar()
        self._fault, self._about, self._baseline = Words(), Words(scale=0.85, quiet=True), Words(scale=0.85)
        for one in (self._fault, self._about, self._baseline):
            one.setWordWrap(True)
        self._task: Task | None = None
        self._shown: object = None
        self._found: tuple[Task, Baseline] | None = None
        self._pictures = QStackedWidget()
        for picture in (self.scatter, self.curve, self.wall, self.columns):
            self._pictures.addWidget(picture)
        self._cut = QStackedWidget()
        for either in (self.parts, self._fault):
            self._cut.addWidget(either)
        self._lay_out()
        self.brushes.hide()
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._say()

    def show_task(self, task: Task | None, source: object, *, leak: bool) -> None:
        """Show a task and what it is made from; None while it is built, or if there is a fault."""
        paints = isinstance(source, Painted)
        self.brushes.setVisible(paints)
        if not paints:
            self.scatter.set_brush(None)
        elif self._shown is None or not isinstance(self._shown, Painted):
            self.scatter.set_brush(self.brushes.brush())
        self._shown = source
        self._show_picture(task, source)
        if task is not None or not isinstance(source, Painted | Chosen) or self._fault.text():
            self._task = task
            self.parts.show_task(task, leak=leak)
            self._say_baseline()

    def show_fault(self, text: str) -> None:
        """Why there is no task, in the place of its parts: nothing moves. Empty if there is one."""
        self._fault.setText(text)
        self._cut.setCurrentWidget(self._fault if text else self.parts)

    def show_about(self, text: str) -> None:
        """What the task is about."""
        self._about.setText(text)
        self._about.setVisible(bool(text))

    def show_baseline(self, task: Task | None, found: Baseline | None) -> None:
        """What is reached without a net."""
        self._found = None if task is None or found is None else (task, found)
        self._say_baseline()

    def data(self) -> Mapping[str, np.ndarray]:
        """Counts by part and class, and the examples up to some thousands of each part."""
        task, found = self._task, dict[str, np.ndarray](self.parts.data())
        if task is not None:
            for name, side in (("train", task.train), ("valid", task.valid), ("test", task.test)):
                found[f"{name}_x"], found[f"{name}_y"] = side.x[:5000], side.y[:5000]
        return found

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    # -- inside ------------------------------------------------------------------------------------

    def _show_picture(self, task: Task | None, source: object) -> None:
        if isinstance(source, Painted):
            self._pictures.setCurrentWidget(self.scatter)
            self.scatter.show_points(
                of_painted(source) if task is None or self.scatter.painting else of_task(task)
            )
        elif isinstance(source, Chosen):
            self._pictures.setCurrentWidget(self.columns)
            self.columns.show_table(source, task)
        elif task is None:
            return  # what was seen stays until the next is there
        elif task.view == "images":
            self._pictures.setCurrentWidget(self.wall)
            self._show_wall(task)
        elif task.view == "line":
            self._pictures.setCurrentWidget(self.curve)
            x = np.linspace(-1, 1, _LINE, dtype=np.float32)[:, None]
            true = truth(task.name, x)
            self.curve.show_points(of_task(task), None if true is None else np.concatenate((x, true), axis=1))
        else:
            self._pictures.setCurrentWidget(self.scatter)
            self.scatter.show_points(of_task(task), task.class_names)

    def _show_wall(self, task: Task) -> None:
        images = task.train.x[:_WALL].reshape(-1, *task.shape[-2:])
        labels = task.train.y[:_WALL].tolist()

        def caption(row: int) -> Caption:
            name = words.class_name(labels[row], task.class_names)
            tip = self.tr("Training example {i}, labelled {name}").format(i=row + 1, name=name)
            return Caption(name, colour=labels[row], tip=tip)

        self.wall.set_captions(lambda _row: Caption())
        self.wall.show_images(resized(images, FIELD, FIELD))
        self.wall.set_captions(caption)

    def _say_baseline(self) -> None:
        fits = self._found is not None and self._found[0] is self._task
        self._baseline.setText(words.baseline(*self._found) if fits and self._found is not None else " ")
        self._baseline.setToolTip(
            words.baseline_tip(*self._found) if fits and self._found is not None else ""
        )

    def _lay_out(self) -> None:
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder = QWidget()
        holder.setObjectName("scrolled")
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.gallery)
        inside.addStretch(1)
        scroll.setWidget(holder)
        self._scroll = scroll
        self.gallery.looked.connect(self._on_looked)
        scroll.verticalScrollBar().rangeChanged.connect(self.gallery.look)  # there is room for a new task
        self._right = QVBoxLayout()
        self._right.addWidget(self.brushes)
        self._right.addWidget(self._pictures, 1)
        self._right.addWidget(self._about)
        self._right.addWidget(self._cut)
        self._right.addWidget(self._baseline)
        self._all = QHBoxLayout(self)
        self._all.setContentsMargins(0, 0, 0, 0)
        self._all.addWidget(scroll)
        self._all.addLayout(self._right, 1)

    def _on_looked(self, top: int, bottom: int) -> None:
        self._scroll.ensureVisible(0, (top + bottom) // 2, 0, (bottom - top) // 2)

    def _say(self) -> None:
        self.wall.setAccessibleName(self.tr("Examples to learn from"))
        self._say_baseline()

    def _restyle(self) -> None:
        look = theme()
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        self._scroll.setFixedWidth(self.gallery.sizeHint().width() + bar)
        self._right.setSpacing(look.space(1.5))
        self._all.setSpacing(look.space(3))
        # Two lines: what is painted is not to move when there is something to say below it.
        self._baseline.setMinimumHeight(2 * self._baseline.fontMetrics().lineSpacing())
        self._baseline.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        palette = self._fault.palette()
        palette.setColor(self._fault.foregroundRole(), look.warn)
        self._fault.setPalette(palette)
