"""LineView: the curve that a net of one input draws through its points; of classes, one for each."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent

from neuroviz.data.task import Examples, Task
from neuroviz.nn import softmax
from neuroviz.nn.arrays import DIVERGING_IS_ALLOWED
from neuroviz.panels.training.learn.cases import class_name
from neuroviz.sims.training.answers import Answers
from neuroviz.ui.curves import Axis, Curves, Series
from neuroviz.ui.numbers import fine_percent, measured

_MOST_POINTS = 1500  # more only cover each other
_MOST_CLASSES = 10  # as many as there are colours; the most frequent ones
_ROWS = 1.03, 1.17  # heights of the examples of the first class and of the last, above all probabilities


class LineView(Curves):
    """Points to learn from, points only asked, and the net's answer, in the units of the data."""

    def __init__(self) -> None:
        super().__init__()
        self._task: Task | None = None
        self._answers: Answers | None = None
        self._points: tuple[Series, ...] = ()
        self._classes: tuple[int, ...] = ()
        self.set_told(self.said)

    def set_task(self, task: Task | None) -> None:
        """Show the points of another task."""
        self._task = task if task is not None and task.is_mapped and task.n_in == 1 else None
        self._answers = None
        self._begin()

    def set_answers(self, answers: Answers | None) -> None:
        """Show the net's curve."""
        self._answers = answers
        self._show()

    def said(self, x: float) -> str:
        """What the net answers at a place of the axis, in words."""
        task, places = self._task, self._places()
        if task is None:
            return ""
        where = f"{self._x.label} = {measured(x, 3)}"
        if self._answers is None or not places[0] <= x <= places[-1]:
            return where
        at = int(np.abs(places - x).argmin())
        out = self._answers.values[at]
        if not np.isfinite(out).all():
            return self.tr("{where}: the net says no number").format(where=where)
        if task.kind == "values":
            text = self.tr("{where}: the net says {value}")
            return text.format(where=where, value=measured(float(task.world_answer(out[0])), 3))
        p = softmax(out[None])[0]
        best = [f"{class_name(task, int(k))}: {fine_percent(float(p[k]))}" for k in np.argsort(-p)[:4]]
        return "\n".join([where, *best])

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._begin()
        super().changeEvent(event)

    def _begin(self) -> None:
        task = self._task
        self._points, self._classes = (), ()
        x, y = Axis("x"), Axis("y")
        if task is not None:
            low, high = (float(task.world_input(0, end)) for end in task.window[0])
            x = Axis(task.input_names[0] if task.input_names else "x", low=low, high=high)
            if task.kind == "classes":
                heading = self.tr("probability of {what}").format(what=task.answer_name or "y")
                y = Axis(heading, low=0.0, high=_ROWS[1] + 0.02, step=0.25, share=True)
                found = np.argsort(-np.bincount(task.train.y, minlength=task.n_out), kind="stable")
                self._classes = tuple(sorted(found[:_MOST_CLASSES].tolist()))
                self._points = tuple(self._row(task, place) for place in range(len(self._classes)))
            else:
                y = Axis(task.answer_name or "y")
                learned = _cloud(task, self.tr("learned from"), task.train, "quiet")
                self._points = (learned, _cloud(task, self.tr("only asked"), task.valid, "warn"))
        self.set_axes(x, y)
        self._show()

    def _row(self, task: Task, place: int) -> Series:
        """The examples of a class to learn from, in a row of their own."""
        k = self._classes[place]
        low, high = _ROWS
        level = low + (high - low) * place / max(1, len(self._classes) - 1)
        x = task.train.inputs(task.train.y == k)[:_MOST_POINTS, 0].astype(np.float64)
        return Series.of("", task.world_input(0, x), np.full(len(x), level), k, kind="points")

    def _places(self) -> np.ndarray:
        """Where the net was asked, in the units of the data."""
        assert self._task is not None or self._answers is None
        if self._task is None or self._answers is None:
            return np.zeros(1)
        x: np.ndarray = np.linspace(*self._task.window[0], len(self._answers.values))
        return np.asarray(self._task.world_input(0, x))

    @DIVERGING_IS_ALLOWED
    def _show(self) -> None:
        task, answers = self._task, self._answers
        series = list(self._points)
        if task is not None and answers is not None and answers.values.ndim == 2:
            x = self._places()
            if task.kind == "values":
                y = task.world_answer(answers.values[:, 0].astype(np.float64))
                series.append(Series.of(self.tr("the net"), x, y, "accent", width=2.5))
            else:
                p = softmax(answers.values)
                series += [
                    Series.of(class_name(task, k), x, p[:, k], k, width=2.5) for k in self._classes
                ]
        self.set_series(series)


def _cloud(task: Task, name: str, side: Examples, colour: str) -> Series:
    some = slice(0, _MOST_POINTS)
    x, y = side.inputs(some)[:, 0].astype(np.float64), side.y[some, 0].astype(np.float64)
    return Series.of(name, task.world_input(0, x), task.world_answer(y), colour, kind="points")
