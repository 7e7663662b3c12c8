"""Row ticks: how regularly the window's clock comes while a net learns at full speed."""

from __future__ import annotations

import time
from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QObject, Qt, QTimer

from tests.bench.rows import Row
from tests.bench.training_page import digits_recipe, learn_page, plane_recipe, rest

_SECONDS = 8.0
_TICK_MS = 16
_GOAL_MS, _WORST_MS = 18.0, 33.0


class _Clock(QObject):
    """Notes when it is called."""

    def __init__(self) -> None:
        super().__init__()
        self.times: list[float] = []
        self._timer = QTimer(self, interval=_TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        self.times.append(time.perf_counter())


def rows() -> Iterator[Row]:
    """Two rows for each net: the 99th percentile of the gaps, and the largest."""
    for name, recipe in (("mlp", digits_recipe()), ("plane", plane_recipe())):
        with learn_page(recipe) as panel:
            panel.play(True)
            clock = _Clock()
            until = time.perf_counter() + _SECONDS
            while time.perf_counter() < until:
                rest()
            panel.play(False)
        gaps = 1e3 * np.diff(clock.times)
        most, worst = float(np.percentile(gaps, 99)), float(gaps.max())
        note = f"gap between two ticks of {_TICK_MS} ms, {len(gaps)} of them; median {np.median(gaps):.1f}"
        for text, value, goal in (("p99", most, _GOAL_MS), ("largest", worst, _WORST_MS)):
            yield Row(
                f"ticks {name} {text}", value, "ms", goal, None, value, None, "no peer", note,
                lower_is_better=True,
            )  # fmt: skip
