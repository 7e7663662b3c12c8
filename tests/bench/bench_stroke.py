"""Row stroke: from a movement of the pen to the painted answer, in the whole window, while its clock runs."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

import numpy as np

from tests.bench.rows import Row

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from neuroviz import app as composition
from neuroviz.app import NETS
from neuroviz.panels.digits.panel import DigitsPanel
from neuroviz.sims.digits import DigitsFrame
from neuroviz.ui.settings import Settings
from neuroviz.ui.warmth import Warmth
from neuroviz.ui.window import MainWindow

_EVENTS = 400
_RATE = 120.0  # movements a second, as a fast mouse reports them
_FRAME_MS = 1000 / 60
_DRAW_MS = 8.0
_LIMIT = 2.0  # seconds after which an answer is taken as lost


def rows() -> Iterator[Row]:
    """One pair of rows for each shipped net: the whole way, and the share of it that blocks the window."""
    app = composition.application()
    window = composition.compose(app, Settings(theme="dark"))
    window.resize(1440, 900)
    window.show()
    window.show_room("digits")
    panel = window.rooms.panel()
    assert isinstance(panel, DigitsPanel)
    _wait_until_quiet(panel)
    (warmth,) = window.findChildren(Warmth)  # it gives way to a real button, which is not pressed here
    while not warmth.over:
        _rest()
    for net in NETS:
        panel.context.workspace.choose("net", net)
        _wait_until_quiet(panel)
        waits, draws = _strokes(panel)
        note = f"window 1440x900, {app.platformName()}, {len(waits)} movements at {_RATE:.0f} a second"
        yield _row(f"stroke {net.lower()}", waits, _FRAME_MS, note)
        yield _row(f"stroke {net.lower()} draw", draws, _DRAW_MS, "Panel.draw alone, painting not included")
    _close(window)


def _row(name: str, milliseconds: list[float], goal: float, note: str) -> Row:
    half, most, worst = np.percentile(milliseconds, [50, 95, 100])
    text = f"p95; median {half:.1f}, largest {worst:.1f}; {note}"
    return Row(name, float(most), "ms", goal, None, float(most), None, "no peer", text, lower_is_better=True)


def _strokes(panel: DigitsPanel) -> tuple[list[float], list[float]]:
    """Milliseconds from each movement to the end of painting its answer, and within `draw`."""
    pad = panel.view.pad
    draws: list[float] = []
    plain = panel.draw

    def timed(frame: DigitsFrame) -> None:
        start = time.perf_counter()
        plain(frame)
        draws.append(1e3 * (time.perf_counter() - start))

    panel.draw = timed  # type: ignore[method-assign,assignment]
    pad.clear()
    waits: list[float] = []
    for i, place in enumerate(_path(pad.width(), pad.height())):
        kind = QEvent.Type.MouseButtonPress if i == 0 else QEvent.Type.MouseMove
        due = time.perf_counter() + 1 / _RATE
        before, start = pad.drawing().n_points, time.perf_counter()
        _send(panel, kind, place)
        if pad.drawing().n_points > before:
            waits.append(_answered(panel, start))
        while time.perf_counter() < due:
            _rest()
    _send(panel, QEvent.Type.MouseButtonRelease, place)
    panel.draw = plain  # type: ignore[method-assign]
    return waits, draws


def _answered(panel: DigitsPanel, start: float) -> float:
    """Wait until the answer to the present drawing has been painted; milliseconds since `start`."""
    wanted = panel.view.pad.drawing().n_points
    while True:
        _rest()
        frame = panel.last
        if isinstance(frame, DigitsFrame) and frame.n_points >= wanted:
            QApplication.processEvents()  # the paint events that the frame has asked for
            return 1e3 * (time.perf_counter() - start)
        if time.perf_counter() - start > _LIMIT:
            raise TimeoutError("a movement was never answered")


def _rest() -> None:
    """Sleep until there is something to do, as the window's own loop does: a loop that only asks would keep
    the worker from the interpreter."""
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def _path(width: int, height: int) -> Iterator[QPointF]:
    """Loops that cross themselves, as a long stroke does."""
    t = np.linspace(0, 4 * np.pi, _EVENTS)
    for x, y in zip(0.5 + 0.3 * np.sin(t) * np.cos(0.3 * t), 0.5 + 0.35 * np.sin(1.5 * t), strict=True):
        yield QPointF(x * width, y * height)


def _send(panel: DigitsPanel, kind: QEvent.Type, place: QPointF) -> None:
    pad = panel.view.pad
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    button = none if kind == QEvent.Type.MouseMove else left
    held = none if kind == QEvent.Type.MouseButtonRelease else left
    where = pad.mapToGlobal(place)
    QApplication.sendEvent(pad, QMouseEvent(kind, place, where, button, held, Qt.KeyboardModifier.NoModifier))


def _wait_until_quiet(panel: DigitsPanel) -> None:
    """Until the test images are judged, so that only the stroke is measured."""
    panel.pose()
    while not panel.posed():
        QApplication.processEvents()


def _close(window: MainWindow) -> None:
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
