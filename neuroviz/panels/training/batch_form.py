"""BatchForm: knobs among which is a batch, which is no more than there is to be learned from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from neuroviz.data.task import Task
from neuroviz.ui.knobs import KnobForm, KnobText


class BatchForm(KnobForm):
    """Says beside the knob "batch" where that is all there is, however many were asked for."""

    def __init__(self, config: Any, labels: Callable[[], Mapping[str, KnobText]]) -> None:
        self._task: Task | None = None
        self._held = False
        super().__init__(config, labels)
        self.changed.connect(self._say_notes)

    def set_task(self, task: Task | None) -> None:
        """What is learned, None while it is not known."""
        if task is not self._task:
            self._task = task
            self._say_notes()

    def set_held(self, held: bool) -> None:
        """Whether a step can bear less than that."""
        if held != self._held:
            self._held = held
            self._say_notes()

    def set_config(self, config: Any) -> None:
        """Show them, silently."""
        super().set_config(config)
        self._say_notes()

    def retranslate(self) -> None:
        """Name everything in the present language, notes too."""
        super().retranslate()
        self._say_notes()

    def _say_notes(self, *_turned: object) -> None:
        n = 0 if self._task is None else len(self._task.train)
        text = QCoreApplication.translate("Knobs", "all {n}").format(n=f"{n:,}")
        self.row("batch").set_note(text if 0 < n <= self.config().batch and not self._held else "")
