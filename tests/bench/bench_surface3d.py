"""Row surface3d: a function of two variables as a lit block, turned by hand: frames a second, painted."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from tests.bench.rows import Row

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from neuroviz import app as composition
from neuroviz.ui.relief.lens import Eye
from neuroviz.ui.relief.marks import Marks, Spot, Trail
from neuroviz.ui.relief.shape import Relief
from neuroviz.ui.relief.view import BlockView
from neuroviz.ui.relief.words import Names
from neuroviz.ui.theme import set_theme, theme

_SIDE = 60
_SIZE = 640, 480
_FRAMES = 240
_GOAL = 45.0


def rows() -> Iterator[Row]:
    """The block alone, with nine paths on it, and with other values in each frame."""
    app = composition.application()
    set_theme("dark")
    view = BlockView()
    view.resize(*_SIZE)
    view.set_names(Names("x", "y", "loss"))
    view.show()
    surfaces = [_surface(shift) for shift in np.linspace(0.0, 1.0, _FRAMES)]
    QApplication.processEvents()
    still = surfaces[:1] * _FRAMES
    yield _row("surface3d", view, still, app.platformName())
    view.set_marks(_paths())
    yield _row("surface3d with 9 paths", view, still, app.platformName())
    view.set_marks(Marks())
    yield _row("surface3d that changes", view, surfaces, app.platformName())
    view.close()
    view.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _surface(shift: float) -> Relief:
    """Himmelblau's function, moved."""
    x, y = np.meshgrid(np.linspace(-5, 5, _SIDE) + shift, np.linspace(-5, 5, _SIDE))
    return Relief((x * x + y - 11) ** 2 + (x + y * y - 7) ** 2, (-5.0, 5.0), (-5.0, 5.0), log=True)


def _paths() -> Marks:
    """Nine spirals of 200 steps."""
    turn, look = np.linspace(0, 12, 200), theme()
    trails, spots = [], []
    for k in range(9):
        x, y = ((4 - turn / 3.5) * wave(turn + 0.7 * k) for wave in (np.cos, np.sin))
        trails.append(Trail(x, y, look.digit(k)))
        spots.append(Spot(float(x[-1]), float(y[-1]), look.digit(k)))
    return Marks(trails=tuple(trails), spots=tuple(spots))


def _row(name: str, view: BlockView, surfaces: list[Relief], platform: str) -> Row:
    """Each frame turned by 3° and painted at once."""
    times = []
    for k, relief in enumerate(surfaces):
        start = time.perf_counter()
        view.set_relief(relief)
        view.set_look(replace(Eye(), azimuth=3.0 * k))
        view.repaint()
        times.append(time.perf_counter() - start)
    median, most = np.percentile(times[10:], [50, 95])
    note = (f"{_SIDE}x{_SIDE} values, {view.width()}x{view.height()}, {platform}; a frame takes "
            f"{1e3 * median:.1f} ms, p95 {1e3 * most:.1f} ms: drawing, axes and painting")
    fps = 1 / float(median)
    goal = _GOAL if name == "surface3d" else None
    return Row(name, fps, "frames/s", goal, None, fps, None, "no peer", note)
