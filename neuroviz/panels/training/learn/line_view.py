"""LineView: the curve that a net of one input draws through its points."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent

from neuroviz.data.task import Task
from neuroviz.sims.training.answers import Answers
from neuroviz.ui.curves import Axis, Curves, Series


class LineView(Curves):
    """Points to learn from, points only asked, and the net's answer."""

    def __init__(self) -> None:
        super().__init__()
        self._task: Task | None = None
        self._answers: Answers | None = None

    def set_task(self, task: Task | None) -> None:
        """Show the points of another task."""
        self._task, self._answers = task, None
        self._name_axes()
        self._show()

    def set_answers(self, answers: Answers | None) -> None:
        """Show the net's curve."""
        self._answers = answers
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._name_axes()
            self._show()
        super().changeEvent(event)

    def _name_axes(self) -> None:
        names = self._task.input_names if self._task is not None else ()
        self.set_axes(Axis(names[0] if names else "x"), Axis("y"))

    def _show(self) -> None:
        task, answers = self._task, self._answers
        if task is None or task.kind != "values" or task.n_in != 1:
            self.set_series(())
            return
        sides = ((self.tr("learned from"), task.train, "quiet"), (self.tr("only asked"), task.valid, "warn"))
        series = [Series.of(name, s.x[:, 0], s.y[:, 0], colour, kind="points") for name, s, colour in sides]
        if answers is not None and answers.values.ndim == 2:
            x = np.linspace(answers.low, answers.high, len(answers.values))
            series.append(Series.of(self.tr("the net"), x, answers.values[:, 0], "accent", width=2.5))
        self.set_series(series)
