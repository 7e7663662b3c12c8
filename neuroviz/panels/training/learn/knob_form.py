"""LearnForm: the knobs of Learn; those that would do nothing just now are out of use, and say why."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from neuroviz.data.task import Task
from neuroviz.panels.training.learn.config import knob_texts
from neuroviz.scenes.recipe import Knobs
from neuroviz.ui.knobs import KnobForm

translate = QCoreApplication.translate

_WITH_MOMENTUM = ("sgd", "nesterov")


def idle(knobs: Knobs, task: Task | None) -> dict[str, str]:
    """Why a knob does nothing, by its name; empty for those that do something."""
    found = dict.fromkeys(("momentum", "horizon", "augment"), "")
    if knobs.optimiser not in _WITH_MOMENTUM:
        found["momentum"] = translate("Knobs", "Only SGD and Nesterov have momentum of their own to be set.")
    if knobs.schedule == "constant":
        found["horizon"] = translate("Knobs", "The rate is constant: choose a schedule first.")
    if task is not None and task.view != "images":
        found["augment"] = translate("Knobs", "Only pictures can be shifted, turned and bent.")
    return found


def batch_note(knobs: Knobs, task: Task | None) -> str:
    """That a batch is all there is, however many were asked for."""
    if task is None or knobs.batch < len(task.train):
        return ""
    return translate("Knobs", "all {n}").format(n=f"{len(task.train):,}")


class LearnForm(KnobForm):
    """Follows the task, and its own knobs."""

    def __init__(self, knobs: Knobs) -> None:
        self._task: Task | None = None
        super().__init__(knobs, knob_texts)
        self.changed.connect(self._say_idle)

    def set_task(self, task: Task | None) -> None:
        """What is learned, None while it is not known."""
        self._task = task
        self._say_idle()

    def set_config(self, config: Knobs) -> None:
        """Show them, silently."""
        super().set_config(config)
        self._say_idle()

    def retranslate(self) -> None:
        """Name everything in the present language, reasons too."""
        super().retranslate()
        self._say_idle()

    def _say_idle(self, *_turned: object) -> None:
        self.row("batch").set_note(batch_note(self.config(), self._task))
        for name, reason in idle(self.config(), self._task).items():
            self.row(name).set_idle(reason)
