"""TaskPanel: choose what is to be learned, bring or paint examples, and spoil them on purpose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from neuroviz.data.painted import MOST_POINTS, Painted
from neuroviz.data.pool import Unfit
from neuroviz.data.task import TaskSpec
from neuroviz.data.tasks import BUILT_IN, fresh, outline
from neuroviz.data.toys import N_CLASSES
from neuroviz.panels.training.own_files import OwnFile
from neuroviz.panels.training.page import TrainingPage, fitting
from neuroviz.panels.training.reopening import Reopened
from neuroviz.panels.training.task import names, showcase, words
from neuroviz.panels.training.task.bring import Bring
from neuroviz.panels.training.task.config import FEWEST, TaskKnobs, knob_texts
from neuroviz.panels.training.task.names import PAINTED
from neuroviz.panels.training.task.opening import Opening
from neuroviz.panels.training.task.own import size_of, small_of, small_unread
from neuroviz.panels.training.task.scatter import RUBBER as RUBBER_SIZE
from neuroviz.panels.training.task.usual import said, usual
from neuroviz.panels.training.task.view import TaskView
from neuroviz.runtime import Change, Frame, Run
from neuroviz.scenes.recipe import Recipe
from neuroviz.sims.training.look import LookFrame, LookSim, Small
from neuroviz.ui.controls import Words
from neuroviz.ui.explanation import ExplanationText
from neuroviz.ui.focus import key_within
from neuroviz.ui.knobs import KnobForm
from neuroviz.ui.room import Context, Preset
from neuroviz.ui.theme import theme

_LEAST = 84


class TaskPanel(TrainingPage):
    """Its run makes the small pictures and says what needs no net; the task is built beside it."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.view = TaskView()
        self.bring = Bring()
        self.knobs = KnobForm(TaskKnobs.of(self.recipe().task), knob_texts)
        self.more = TaskMore()
        self.opening = Opening(self)
        self._said = ("", "")  # of which task, and what
        self.bring.set_side(context.memory.get("side"))
        self.place(self.view, (self.knobs, self.more, self.bring))
        self.room.set_timeless()
        self.room.set_least(_LEAST)
        self.setAcceptDrops(True)
        self._wire()
        self._show_tasks()
        self._show_all()
        self.retranslate()

    # -- what a room provides ----------------------------------------------------------------------

    def make_run(self) -> Run:
        """It rests when all is known of the present task."""
        return Run(LookSim(self.task()), live=True, logged=False)

    def draw(self, frame: Frame) -> None:
        """Small pictures, and what needs no net."""
        assert isinstance(frame, LookFrame)
        self.view.gallery.show_small(frame.small)
        self.view.show_baseline(frame.task, frame.baseline)

    def sentence(self) -> str:
        """What is to be learned from what."""
        spec, frame = self.recipe().task, self.last
        if self.fault:
            return words.no_task(spec.source)
        if self.task() is None and self._said[0] == spec.source:
            return self._said[1]  # in a moment there will be another; until then nothing flickers
        found = None
        if isinstance(frame, LookFrame) and frame.task is self.task():
            found = frame.baseline
        text = words.sentence(self.task(), spec.source, found, leak=spec.leak)
        self._said = (spec.source if self.task() is not None else "", text)
        return text

    def presets(self) -> tuple[Preset, ...]:
        """Tasks that shine, and tasks that deceive."""
        return showcase.presets(self)

    def explanation(self) -> ExplanationText:
        """The idea of the page."""
        return words.explanation()

    def try_it(self, action: str) -> None:
        """One of the three things to try."""
        showcase.TRIES[action](self)

    def data(self) -> Mapping[str, np.ndarray]:
        """The examples by part, and how many there are of each class."""
        return self.view.data()

    def pose(self) -> None:
        """Spirals."""
        self.set_task(showcase.SPIRALS)

    def posed(self) -> bool:
        """The task is there, and all that can be said of it."""
        frame = self.last
        if self.fault:
            return True
        return (
            isinstance(frame, LookFrame)
            and frame.task is self.task() is not None
            and (frame.baseline is not None and len(frame.small) == len(BUILT_IN))
        )

    def memory(self) -> dict[str, Any]:
        """The size of pictures."""
        return {**super().memory(), "side": self.bring.side()}

    def own_state(self) -> Any:
        """What the present task is made from, if that is a value that is changed here."""
        return self.recipe().task.source, self.source()

    def restore_own(self, state: Any) -> None:
        """As it was painted, or chosen from the table."""
        name, source = state
        if source is not None and self._own(name) != source:
            self.context.workspace.put("data", name, source)

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        """Keys of this page."""
        return (
            ("Ctrl+O", self.tr("open examples of your own")),
            (self.tr("Enter, Del"), self.tr("paint a point, or take it away")),
        )

    # -- what presets and other parts use ------------------------------------------------------------

    def set_task(self, spec: TaskSpec) -> None:
        """Learn this from now on; the net is fitted to it."""
        if spec != self.recipe().task:
            self.set_recipe(self._fitted(replace(self.recipe(), task=spec)))

    def set_painted(self, painted: Painted) -> None:
        """Learn these points from now on."""
        spec = self.recipe().task
        if spec.source != PAINTED:
            spec = TaskSpec(PAINTED, n=MOST_POINTS, seed=spec.seed)
        before = self._own(PAINTED)
        recipe = self.recipe()
        if spec != recipe.task:
            recipe = replace(recipe, task=spec)
        more = len(painted.counts()) > len(before.counts())
        if not more:  # the net must never have fewer answers than there are classes
            self.context.workspace.put("data", PAINTED, painted)
        self.set_recipe(self._fitted(recipe, painted))
        if more:
            self.context.workspace.put("data", PAINTED, painted)

    def take_own(self, name: str, source: Any, file: OwnFile) -> None:
        """Data of the visitor's own: share it and where it came from, and learn it from now on."""
        self.acts.settle()
        recipe, fresh = self.recipe(), self._own(name) is not source
        self.context.workspace.put("files", name, file)
        if fresh:
            self.context.workspace.put("data", name, source)
        if fresh or recipe.task.source != name:
            spec = TaskSpec(name, n=self.opening.size(file.n), seed=recipe.task.seed)
            self.set_recipe(self._fitted(replace(recipe, task=spec)))
        self.acts.note()

    # -- the life of the page ----------------------------------------------------------------------

    def shut(self) -> None:
        """End all runs."""
        super().shut()
        self.opening.end()

    def tick(self) -> None:
        """Take what has been read."""
        super().tick()
        self.opening.tick()

    def on_recipe(self) -> None:
        """Another task, or the same in another way."""
        self._show_all()

    def on_not_reopened(self, found: Reopened) -> None:
        """Who has just asked for it may say where it is."""
        self._show_all()
        if self._sought == found.name:
            self.bring.ask_where(found.file, partial(self.opening.locate, found.name, found.file))
        self._sought = ""

    _sought = ""  # data that was asked for by hand and has to be read first

    def on_task(self) -> None:
        """It is built, or cannot be."""
        self.tell(Change("task", self.task()))
        self._show_all()

    def retranslate(self) -> None:
        """Say everything anew."""
        self.more.retranslate()
        self._said = ("", "")
        self._show_all()
        super().retranslate()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and folders are welcome."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """One file or folder; or two files that belong together."""
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            self.opening.open(paths[0], paths[1] if len(paths) == 2 else "")
            event.acceptProposedAction()

    # -- inside ------------------------------------------------------------------------------------

    def _wire(self) -> None:
        view = self.view
        view.gallery.chosen.connect(self._on_chosen)
        view.gallery.forgotten.connect(self._on_forgotten)
        view.scatter.put.connect(self._on_put)
        view.scatter.wiped.connect(self._on_wiped)
        view.scatter.done.connect(self._on_painted)
        view.scatter.brush_moved.connect(view.brushes.step)
        view.brushes.chosen.connect(view.scatter.set_brush)
        view.brushes.clear_asked.connect(self._on_clear)
        view.columns.changed.connect(self._on_columns)
        self.knobs.changed.connect(self.on_knob)
        self.more.again.clicked.connect(self._on_again)
        self.bring.opened.connect(self.opening.open)
        self.bring.stop_asked.connect(self.opening.stop)
        key_within(self, QKeySequence.StandardKey.Open, self.bring.ask)

    def on_knob(self, _name: str, _value: object) -> None:
        """The knobs together are what the task is asked for."""
        spec = self.knobs.config().spec(self.recipe().task)
        if spec != self.recipe().task:
            self.set_task(spec)
            self.acts.follow()

    def _fitted(self, recipe: Recipe, source: Any = None) -> Recipe:
        """With a net for its task; where nothing is known of that yet, as it is."""
        return fitting(recipe, source if source is not None else self._own(recipe.task.source))

    def _own(self, name: str) -> Any:
        space = self.context.workspace
        return space.get("data", name) if name in space.names("data") else None

    def _on_chosen(self, name: str) -> None:
        self.acts.settle()
        seed = self.recipe().task.seed
        if name in BUILT_IN:
            self._choose(replace(fresh(name), seed=seed))
        elif name == PAINTED:
            self._choose(TaskSpec(PAINTED, n=MOST_POINTS, seed=seed))
        elif (source := self._own(name)) is not None:
            self._choose(TaskSpec(name, n=self.opening.size(size_of(source)), seed=seed))
        else:
            self._sought, n = name, self.context.workspace.get("files", name).n
            self._choose(TaskSpec(name, n=self.opening.size(n), seed=seed))
        self.acts.note()

    def _choose(self, spec: TaskSpec) -> None:
        """A task by its picture, without what a preset has spoilt of the one before."""
        recipe, changed = usual(self.recipe())
        if spec != recipe.task or recipe is not self.recipe():
            self.set_recipe(self._fitted(replace(recipe, task=spec)))
        if changed:
            self.notice.emit(said(changed))

    def _on_forgotten(self, name: str) -> None:
        if name == self.recipe().task.source:
            self._on_chosen(showcase.SPIRALS.source)
        for kind in ("data", "files"):
            if name in self.context.workspace.names(kind):
                self.context.workspace.drop(kind, name)
        self._show_tasks()

    def _on_put(self, x: float, y: float) -> None:
        brush = self.view.brushes.brush()
        self.set_painted(self._own(PAINTED).with_points(((x, y, max(0, brush)),)))

    def _on_painted(self) -> None:
        """The hand was lifted: an act, and the points are shown by part again."""
        self.acts.note()
        self._show_all()

    def _on_wiped(self, x: float, y: float) -> None:
        self.set_painted(self._own(PAINTED).without(x, y, RUBBER_SIZE))

    def _on_clear(self) -> None:
        self.acts.settle()
        self.set_painted(Painted((), PAINTED))
        self.acts.note()

    def _on_columns(self, chosen: Any) -> None:
        self.acts.settle()
        name = self.recipe().task.source
        self.context.workspace.put("data", name, chosen)
        self.set_recipe(self._fitted(self.recipe(), chosen))
        self.acts.note()

    def _on_again(self) -> None:
        self.acts.settle()
        spec = self.recipe().task
        self.set_task(replace(spec, seed=spec.seed + 1))
        self.acts.note()

    def _show_tasks(self) -> None:
        own = [name for name in self.own_names() if name != PAINTED]
        self.view.gallery.show_tasks((*BUILT_IN, PAINTED, *own), own)
        self.view.gallery.show_small({name: self._small(name) for name in (PAINTED, *own)})

    def _small(self, name: str) -> Small:
        space, source = self.context.workspace, self._own(name)
        unread = source is None and name in space.names("files")
        return small_unread(space.get("files", name)) if unread else small_of(source)

    def _show_all(self) -> None:
        spec = self.recipe().task
        self._show_tasks()
        self.view.gallery.choose(spec.source)
        self.view.show_fault(self.why)
        if self.task() is not None or self.fault or self.source() is not None:
            self.view.show_task(self.task(), self.source(), leak=spec.leak)
        self.view.show_about(names.about(spec.source))
        own = self.source() is not None and not isinstance(self.source(), Painted)
        rows = {
            "classes": _several(spec.source), "balance": _has_classes(spec, self.source()),
            "n": not own or size_of(self.source()) > FEWEST,
        }  # fmt: skip
        for name, wanted in rows.items():
            self.knobs.row(name).setVisible(wanted)
        if TaskKnobs.of(spec) != self.knobs.config():
            self.knobs.set_config(TaskKnobs.of(spec))


class TaskMore(QWidget):
    """Other examples of the same kind, and that all this begins the training anew."""

    def __init__(self) -> None:
        super().__init__()
        self.again = QPushButton()
        self._hint = Words(scale=0.85, quiet=True)
        self._hint.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().space(1.5))
        column.addWidget(self.again)
        column.addWidget(self._hint)

    def retranslate(self) -> None:
        """Its words."""
        self.again.setText(self.tr("Draw other examples"))
        self.again.setToolTip(self.tr("The same task with other points, and cut up in another way"))
        self._hint.setText(self.tr("Whatever changes here begins the training anew."))


def _several(name: str) -> bool:
    """Whether the task may have more classes or fewer."""
    low, high = N_CLASSES.get(name, (2, 2))
    return low < high


def _has_classes(spec: TaskSpec, source: Any) -> bool:
    """Whether there are classes that could be rarer than others."""
    try:
        return outline(spec, source).kind == "classes"
    except Unfit:
        return True
