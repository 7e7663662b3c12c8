"""RunFiles: a run saved whole and opened again; its weights, its curves, a script that trains the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QElapsedTimer, QEvent, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QVBoxLayout, QWidget

from neuroviz.data.tasks import own_name
from neuroviz.io.weights import NPZ, SAFETENSORS
from neuroviz.panels.training.page import BUILT
from neuroviz.scenes import own_sources
from neuroviz.scenes.recipe import Recipe
from neuroviz.scenes.run_file import ENDING
from neuroviz.sims.training import errands
from neuroviz.sims.training.errands import Moment, OpenedRun, Written
from neuroviz.sims.training.opening import OpenFrame, OpenSim
from neuroviz.ui import places, problems
from neuroviz.ui.controls import give_focus_back
from neuroviz.ui.file_dialog import ask_to_open, ask_to_save
from neuroviz.ui.left_out import leave_out
from neuroviz.ui.long_work import LongWork
from neuroviz.ui.side_run import SideRun
from neuroviz.ui.theme import theme, theme_changes
from neuroviz.workspace import Workspace

Write = Callable[[Moment, Path], tuple[Path, ...]]

CSV, PY = ".csv", ".py"
_SOON_MS = 400  # what is done by then needs no words of its own


class RunFiles(QWidget):
    """A button with a menu. Files are read and written on a worker; `collect` is called with each tick.

    moment: the run as it stands, None while there is none.
    """

    said = Signal(str)
    """A sentence for the visitor: what was done, or why not."""

    opened = Signal(object)
    """An OpenedRun, to go on with."""

    def __init__(self, moment: Callable[[], Moment | None]) -> None:
        super().__init__()
        leave_out(self)
        self._moment = moment
        self._path: Path | None = None  # of the file that is being read or written
        self._reads = False
        self._side, self._since = SideRun(), QElapsedTimer()
        self.button, self.work = QPushButton(), LongWork()
        self.menu = QMenu(self.button)
        self.open, self.save = self._action(self.ask_for_run), self._action(self.ask_to_save_run)
        self.menu.addSeparator()
        self.weights = self._action(self.ask_for_weights)
        self.curves = self._action(self.ask_for_curves)
        self.script = self._action(self.ask_for_script)
        self.menu.setToolTipsVisible(True)
        self.menu.aboutToShow.connect(self._allow)
        self.button.setMenu(self.menu)
        self.button.setProperty("flat", True)
        self.button.setAutoDefault(False)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.button)
        self._column.addWidget(self.work)
        self.work.hide()
        self.work.stop_asked.connect(self.stop)
        theme_changes.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    # -- what is asked of it -----------------------------------------------------------------------

    def read(self, path: Path) -> None:
        """Open a run; `opened` is emitted once its task is built."""
        self._begin(path, OpenSim(errands.opening(path)), reads=True)

    def write(self, write: Write, ending: str, name: str) -> None:
        """Write what `write` makes of the run as it stands; a name without its ending gets it."""
        moment = self._moment()
        if moment is not None:
            path = Path(name if name.lower().endswith(ending) else name + ending)
            self._begin(path, OpenSim(errands.writing(partial(write, moment, path))), reads=False)

    def collect(self) -> None:
        """Take what an errand has brought."""
        if self._path is None:
            return
        frame = self._side.take()
        path = self._path
        if isinstance(frame, OpenFrame):
            if frame.problem is not None:
                self._done()
                self.said.emit(problems.sentence(frame.problem, path.name))
                return
            if frame.found is not None:
                self._done()
                self._welcome(frame.found, path)
                return
            self._share = frame.done
        if self._side.failed:
            self._done()
            self.said.emit(self._failed().format(file=path.name))
            return
        self._show_work(path)

    def show_fault(self, on: bool) -> None:
        """Opening a run is a way out; what needs one is asked for when the menu opens."""

    def stop(self) -> None:
        """Open nothing after all."""
        path, reads = self._path, self._reads
        if path is not None and reads:
            self._side.halt()
            self._path = None
            self._rest()
            self.said.emit(self.tr("{file} was not opened.").format(file=path.name))

    def end(self) -> None:
        """Nothing is read or written any more."""
        self._done()

    # -- asking for files --------------------------------------------------------------------------

    def ask_for_run(self) -> None:
        """Which run to open."""
        kinds = [self._runs()]
        ask_to_open(self.window(), self.tr("Open a training run"), kinds, lambda name: self.read(Path(name)))

    def ask_to_save_run(self) -> None:
        """Where to save it whole."""
        self._ask(self.tr("Save this training run"), [self._runs()], ENDING, errands.write_run_of)

    def ask_for_weights(self) -> None:
        """Where to save the weights; the ending decides how."""
        kinds = [self.tr("NumPy files (*.npz)"), self.tr("safetensors files (*.safetensors)")]
        dialog = self._ask(self.tr("Save the weights"), kinds, NPZ, errands.write_weights_of, "weights")
        if dialog is not None:
            dialog.setDefaultSuffix(NPZ[1:])
            dialog.filterSelected.connect(partial(_follow_kind, dialog))

    def ask_for_curves(self) -> None:
        """Where to save the table."""
        kinds = [self.tr("Tables (*.csv)")]
        self._ask(self.tr("Save the curves"), kinds, CSV, errands.write_curves_of, "curves")

    def ask_for_script(self) -> None:
        """Where to save the script."""
        kinds = [self.tr("Python scripts (*.py)")]
        self._ask(self.tr("Save a training script"), kinds, PY, errands.write_script_of)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # -- inside ------------------------------------------------------------------------------------

    _share = 0.0

    def _action(self, slot: Callable[[], object]) -> QAction:
        action = QAction(self)  # of its own: PySide may take a menu's own actions for dead while it lives
        action.triggered.connect(slot)
        self.menu.addAction(action)
        return action

    def _allow(self) -> None:
        """What can be saved just now."""
        moment = self._moment()
        for action in (self.save, self.weights, self.curves):
            action.setEnabled(moment is not None)
        self.script.setEnabled(moment is not None and moment.frame.step > 0)

    def _ask(
        self, title: str, kinds: list[str], ending: str, write: Write, word: str = ""
    ) -> QFileDialog | None:
        moment = self._moment()
        if moment is None:
            return None
        parts = [moment.recipe.task.source, f"{moment.frame.step}", word]
        stem = "-".join(one for one in (_plain(part) for part in parts) if one)
        chosen = partial(self._chosen, write, ending)
        return ask_to_save(self.window(), title, kinds, places.proposed(stem, ending), chosen)

    def _chosen(self, write: Write, ending: str, name: str) -> None:
        """The weights have two forms."""
        self.write(write, SAFETENSORS if name.lower().endswith(SAFETENSORS) else ending, name)

    def _begin(self, path: Path, sim: OpenSim, *, reads: bool) -> None:
        self._path, self._reads, self._share = path, reads, 0.0
        self._side.start(sim)
        self._since.start()
        self.menu.setEnabled(False)
        give_focus_back(self.button)
        self.button.setEnabled(False)

    def _done(self) -> None:
        self._path = None
        self._side.end()
        self._rest()

    def _rest(self) -> None:
        self.menu.setEnabled(True)
        self.button.setEnabled(True)
        self.work.show_work("", 1.0, "over")
        self.work.hide()

    def _welcome(self, found: object, path: Path) -> None:
        if isinstance(found, OpenedRun):
            self.opened.emit(found)
            text = self.tr("Opened {file}: {steps} steps, standing at {step}.")
            steps, step = f"{found.past.head:,}", f"{found.past.step:,}"
            self.said.emit(text.format(file=path.name, steps=steps, step=step))
        elif isinstance(found, Written) and len(found.paths) > 1:
            text = self.tr("Saved as {path}. It reads its examples from {data}, which has to lie beside it.")
            self.said.emit(text.format(path=found.paths[0], data=found.paths[1].name))
        elif isinstance(found, Written):
            self.said.emit(self.tr("Saved as {path}").format(path=found.paths[0]))

    def _show_work(self, path: Path) -> None:
        """What lasts longer than a moment is said; only reading can be given up."""
        if self._since.elapsed() < _SOON_MS:
            return
        text = self.tr("Opening {file}…") if self._reads else self.tr("Saving {file}…")
        self.work.show_work(text.format(file=path.name), self._share, "working" if self._reads else "over")
        self.work.show()

    def _failed(self) -> str:
        if self._reads:
            return self.tr("{file} could not be opened: NeuroViz itself made a mistake. The log says which.")
        return self.tr("{file} could not be saved: NeuroViz itself made a mistake. The log says which.")

    def _runs(self) -> str:
        return self.tr("Training runs (*.nvrun)")

    def _retranslate(self) -> None:
        self.button.setText(self.tr("Run files"))
        self.button.setToolTip(self.tr("Save this run, its weights, curves or a script of it; open another"))
        self.button.setAccessibleDescription(self.button.toolTip())
        for action, text, tip in (
            (self.open, self.tr("Open a run…"),
             self.tr("Go on where a saved run stood, with all of its past")),
            (self.save, self.tr("Save the whole run…"),
             self.tr("Recipe, everything that was done, curves and own data in one file")),
            (self.weights, self.tr("Save the weights…"), self.tr("For other programs: NPZ or safetensors")),
            (self.curves, self.tr("Save the curves…"),
             self.tr("All lines in one table, as CSV; batch_loss is the mean of the steps batch_from to "
                     "batch_to")),
            (self.script, self.tr("Save a training script…"),
             self.tr("Python and NumPy alone; it comes to the same weights, bit for bit")),
        ):  # fmt: skip
            action.setText(text)
            action.setToolTip(tip)

    def _restyle(self) -> None:
        self._column.setSpacing(theme().space(1))


def settled(space: Workspace, found: OpenedRun) -> Recipe:
    """Share the data and the task of an opened run with all pages; its recipe, which names them.

    The same data is there once, also if its file has yet to be read. Other data of that name stays what it
    is: then the recipe names the opened ones by another.
    """
    recipe, source = found.kept.recipe, found.source
    if source is not None:
        name, files = recipe.task.source, space.names("files")
        mine = {one: space.get("data", one) for one in space.names("data")}
        unread = {one: space.get("files", one).digest for one in files if one not in mine}
        there = [one for one, own in mine.items() if _same(own, source)]
        there += [one for one, digest in unread.items() if found.digest and digest == found.digest]
        if name not in there:
            name = there[0] if there else own_name(name, (*mine, *files))
            recipe = replace(recipe, task=replace(recipe.task, source=name))
        if name in mine:
            source = mine[name]
        else:
            space.put("data", name, source)
    space.put("task", BUILT, (recipe.task, source, found.task))
    return recipe


def _same(one: Any, other: Any) -> bool:
    """Whether two sources say the same, whatever they are called."""
    if not own_sources.is_source(one):
        return False
    a, b = own_sources.kept(one), own_sources.kept(other)
    return {**a.info, "name": ""} == {**b.info, "name": ""} and set(a.arrays) == set(b.arrays) and all(
        np.array_equal(values, b.arrays[name], equal_nan=values.dtype.kind == "f")
        for name, values in a.arrays.items()
    )  # fmt: skip


def _plain(text: str) -> str:
    """A part of a name that is one on every system."""
    return "".join(letter if letter.isalnum() or letter in "-_" else "_" for letter in text)[:60].strip("_")


def _follow_kind(dialog: QFileDialog, kind: str) -> None:
    """Another form was chosen: the proposed name gets its ending."""
    chosen = dialog.selectedFiles()
    if chosen:
        ending = SAFETENSORS if f"*{SAFETENSORS}" in kind else NPZ
        dialog.setDefaultSuffix(ending[1:])
        dialog.selectFile(str(Path(chosen[0]).with_suffix(ending)))
