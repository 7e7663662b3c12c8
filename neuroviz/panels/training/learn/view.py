"""LearnView: the centre of Learn: what the net does, how it goes, and below both the verdict."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from neuroviz.data.task import Task
from neuroviz.panels.training.learn.curve_knobs import CurveLook
from neuroviz.panels.training.learn.curves_view import CurvesView
from neuroviz.panels.training.learn.layer_rows import layer_column
from neuroviz.panels.training.learn.layers_view import LayersView
from neuroviz.panels.training.learn.line_view import LineView
from neuroviz.panels.training.learn.lines_view import LinesView
from neuroviz.panels.training.learn.mistakes_view import MistakesView
from neuroviz.panels.training.learn.plane_view import PlaneView
from neuroviz.panels.training.learn.verdict import Verdict
from neuroviz.panels.training.learn.weights_view import WeightsView
from neuroviz.sims.training.finding import Finding
from neuroviz.sims.training.frames import TrainingFrame
from neuroviz.ui.choices import Segmented
from neuroviz.ui.left_out import leave_out
from neuroviz.ui.ring import Ring
from neuroviz.ui.theme import theme, theme_changes

Left = Literal["map", "weights", "mistakes"]
Right = Literal["curves", "layers", "lines"]
LEFT: tuple[Left, ...] = ("map", "weights", "mistakes")
RIGHT: tuple[Right, ...] = ("curves", "layers", "lines")


@dataclass(frozen=True)
class Look:
    """cell: of the mistakes; pair: the lines compared; enlarged: the picture of weights that is large."""

    left: Left
    right: Right
    curves: CurveLook
    cell: tuple[int, int] | None
    pair: tuple[int | None, int | None]
    enlarged: int | None


class LearnView(QWidget):
    """Puts things in their places, and shows a frame in those that are seen."""

    turned = Signal()
    """Another view has been chosen by hand."""

    def __init__(self) -> None:
        super().__init__()
        self.plane, self.line = PlaneView(), LineView()
        self.weights, self.mistakes = WeightsView(), MistakesView()
        self.curves, self.layers, self.lines = CurvesView(), LayersView(), LinesView()
        self.verdict = Verdict()
        self._task: Task | None = None
        self._frame: TrainingFrame | None = None
        self._rights: dict[str, QWidget] = {
            "curves": self.curves, "layers": self.layers, "lines": self.lines,
        }  # fmt: skip
        self._left_choice, self._right_choice = Segmented(), Segmented()
        leave_out(self._left_choice, self._right_choice, self.curves.knobs)
        self._left_stack, self._right_stack = QStackedWidget(), QStackedWidget()
        for one in (self.plane, self.line, self.weights, self.mistakes):
            self._left_stack.addWidget(one)
        for right in self._rights.values():
            self._right_stack.addWidget(right)
        self._right_choice.set_choices([(one, one) for one in RIGHT])
        for part in (self.curves, self.mistakes, self.lines, self.weights):
            part.turned.connect(self.turned)
        self._left_choice.chosen.connect(self._on_left)
        self._right_choice.chosen.connect(self._on_right)
        self._lay_out()
        self.ring = Ring(self)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()
        self.turn("map", "curves")

    def set_task(self, task: Task | None) -> None:
        """Another task: its points, its classes."""
        self._task, self._frame = task, None
        self.plane.set_task(task if task is not None and task.is_mapped and task.n_in == 2 else None)
        self.line.set_task(task)
        self.mistakes.set_task(task)
        self.curves.clear()
        self.layers.clear()
        self.lines.clear()
        self.verdict.show_findings(())
        self._offer()

    def show_frame(self, frame: TrainingFrame | None) -> None:
        """Show a moment in the views that are seen."""
        self._frame = frame
        if frame is None or self._task is None:
            return
        course, left, right = frame.focused, self.left, self.right
        if left == "map" and self._task.n_in == 1:
            self.line.set_answers(course.answers)
        elif left == "map":
            self.plane.set_answers(course.answers)
        elif left == "mistakes":
            self.mistakes.show(course)
        else:
            self.weights.show_course(course, self._task)
        if right == "curves":
            self.curves.show(frame)
        elif right == "layers":
            self.layers.show(course)
        else:
            self.lines.show(frame, self._task)
        self.verdict.show_findings(course.findings, values=self._task.kind == "values")

    @property
    def left(self) -> Left:
        """What is seen on the left."""
        value = self._left_choice.value()
        return next((one for one in LEFT if one == value), "map")

    @property
    def right(self) -> Right:
        """What is seen on the right."""
        value = self._right_choice.value()
        return next((one for one in RIGHT if one == value), "curves")

    def turn(self, left: str | None = None, right: str | None = None) -> None:
        """See these, silently; what is unknown or not offered changes nothing."""
        if left in self._offered():
            self._left_choice.set_value(left)
        if right in RIGHT:
            self._right_choice.set_value(right)
        self._turn()

    def point_out(self, finding: Finding) -> None:
        """See by what a finding was found: its view, and in the view of the layers its layer. A ring says
        where to look, as that view may have been there all the time."""
        self.turn(finding.evidence, finding.evidence)
        seen = {"curves": self.curves, "layers": self.layers, "mistakes": self.mistakes}
        self.ring.show_round(seen.get(finding.evidence, self._left_stack))
        if finding.evidence == "layers":
            self.layers.point_out(finding.layer, layer_column(finding.kind))

    def look(self) -> Look:
        """What is seen, and how, as a value that can be compared with ==."""
        return Look(
            self.left, self.right, self.curves.look(), self.mistakes.selected(), self.lines.chosen(),
            self.weights.enlarged(),
        )  # fmt: skip

    def set_look(self, look: Look) -> None:
        """See it so again, silently."""
        self.turn(look.left, look.right)
        self.curves.set_look(look.curves)
        self.mistakes.set_selected(look.cell)
        self.lines.choose(*look.pair)
        self.weights.enlarge(look.enlarged)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _offered(self) -> tuple[Left, ...]:
        """There is a map only of one or two inputs."""
        mapped = self._task is None or self._task.is_mapped
        return LEFT if mapped else LEFT[1:]

    def _offer(self) -> None:
        """Buttons are made anew only when others are wanted."""
        names = {"map": self.tr("Map"), "weights": self.tr("Weights"), "mistakes": self.tr("Mistakes")}
        if self._task is not None and self._task.n_in == 1:
            names["map"] = self.tr("Curve")
        offered = self._offered()
        if offered == self._shown:
            self._left_choice.set_texts([names[one] for one in offered])
        else:
            self._shown = offered
            self._left_choice.set_choices([(one, names[one]) for one in offered])
        self._turn()

    _shown: tuple[Left, ...] = ()

    def _on_left(self, _value: object) -> None:
        self._turn()
        self.turned.emit()

    _on_right = _on_left

    def _turn(self) -> None:
        first = self.line if self._task is not None and self._task.n_in == 1 else self.plane
        others = {"weights": self.weights, "mistakes": self.mistakes}
        self._left_stack.setCurrentWidget(others.get(self.left, first))
        self._right_stack.setCurrentWidget(self._rights[self.right])
        self.show_frame(self._frame)

    def _lay_out(self) -> None:
        self._columns, self._whole = QHBoxLayout(), QVBoxLayout(self)
        for choice, stack in ((self._left_choice, self._left_stack), (self._right_choice, self._right_stack)):
            column = QVBoxLayout()
            column.addWidget(choice)
            column.addWidget(stack, 1)
            self._columns.addLayout(column, 1)
        self._whole.addLayout(self._columns, 1)
        self._whole.addWidget(self.verdict)
        self._whole.setContentsMargins(0, 0, 0, 0)

    def _restyle(self) -> None:
        look = theme()
        self._columns.setSpacing(look.space(4))
        self._whole.setSpacing(look.space(2))

    def _retranslate(self) -> None:
        self._offer()
        self._right_choice.set_texts([self.tr("Curves"), self.tr("Layers"), self.tr("Lines")])
        self._turn()
