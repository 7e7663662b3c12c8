"""LearnForm: the knobs of Learn; those that would do nothing just now are out of use, and say why."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from neuroviz.data.task import Task
from neuroviz.panels.training.batch_form import BatchForm
from neuroviz.panels.training.learn.config import knob_texts
from neuroviz.scenes.recipe import Knobs

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


class LearnForm(BatchForm):
    """Follows the task, and its own knobs."""

    def __init__(self, knobs: Knobs) -> None:
        super().__init__(knobs, knob_texts)

    def _say_notes(self, *turned: object) -> None:
        super()._say_notes(*turned)
        for name, reason in idle(self.config(), self._task).items():
            self.row(name).set_idle(reason)
