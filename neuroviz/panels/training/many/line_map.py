"""LineMap: curves of nets of one input, twice as far as the data, with the examples."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QSize

from neuroviz.data.task import Task
from neuroviz.sims.training.many_maps import LINE, REACH, largest
from neuroviz.ui.curves import Axis, Curves, Series
from neuroviz.ui.theme import theme

_MOST_POINTS = 50
_X = np.linspace(-REACH, REACH, LINE)


class LineMap(Curves):
    """One curve, with the band in which nine of ten lie if there is one."""

    def __init__(self) -> None:
        super().__init__()
        self._task: Task | None = None
        self.set_naming("none")
        self.set_least(theme().space(10), 0)  # with its numbers that change their width the plot would jump

    def show_curve(self, task: Task, curve: np.ndarray, name: str, band: np.ndarray | None,
                   band_name: str) -> None:
        """curve (LINE,); band (2, LINE)."""
        if task is not self._task:
            self._task = task
            high = 2.2 * largest(task)
            self.set_axes(Axis("x", low=-REACH, high=REACH), Axis("y", low=-high, high=high))
        x, y = task.train.x[:_MOST_POINTS, 0], task.train.y[:_MOST_POINTS, 0]
        series = [Series.of(self.tr("examples"), x, y, "quiet", kind="points", opacity=0.4)]
        if band is not None:
            middle, half = band.mean(axis=0), (band[1] - band[0]) / 2
            how = {"kind": "band", "error": half, "opacity": 0.45}
            series.insert(0, Series.of(band_name, _X, middle, "accent", **how))
        if np.isfinite(curve).all():
            series.append(Series.of(name, _X, curve, "accent", width=2.5))
        self.set_series(series)

    def sizeHint(self) -> QSize:
        """What is left beside the curves of the losses."""
        return QSize(theme().space(50), theme().space(50))

    def minimumSizeHint(self) -> QSize:
        """It stands where a map of the plane may stand."""
        return QSize(110, theme().space(20))
