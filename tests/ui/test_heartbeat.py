"""The window goes on ticking while a worker computes flat out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from neuroviz.runtime import Change, Frame, Run

TICKS = 40
LIMIT = 30.0  # seconds after which it counts as frozen


@dataclass(frozen=True, eq=False)
class Progress(Frame):
    """How far the work has come. x: (300, 300)"""

    x: np.ndarray


class Matrices:
    """Works in NumPy, which lets other threads run."""

    def __init__(self) -> None:
        self.steps = 0
        self._w = np.random.default_rng(0).standard_normal((300, 300)).astype(np.float32) / 300**0.5
        self._x = np.eye(300, dtype=np.float32)

    def advance(self) -> bool:
        """A few milliseconds of products."""
        for _ in range(4):
            self._x = np.tanh(self._x @ self._w)
        self.steps += 1
        return True

    def snapshot(self) -> Progress:
        """The matrix now."""
        return Progress(self.steps, self._x)

    def apply(self, change: Change) -> None:
        """It has no knobs."""
        raise ValueError(change.name)


class Loops(Matrices):
    """Works in pure Python, which holds the interpreter all the time."""

    def advance(self) -> bool:
        """A few milliseconds of sums."""
        total = 0
        for i in range(60_000):
            total += i & 7
        self._x[0, 0] = total + self.steps
        self.steps += 1
        return True


class Screen(QObject):
    """Looks into the mailbox with each tick, as the window does."""

    def __init__(self, sim: Matrices, run: Run) -> None:
        super().__init__()
        self.ticks = 0
        self.shown: list[int] = []
        self.stale: list[int] = []
        self._sim, self._run = sim, run
        self._newer_than = 0
        self.timer = QTimer(self)
        self.timer.setTimerType(Qt.TimerType.PreciseTimer)
        self.timer.setInterval(16)
        self.timer.timeout.connect(self._tick)

    def _tick(self) -> None:
        self.ticks += 1
        done = self._sim.steps  # what comes after this look cannot be older than this
        frame = self._run.frames.take()
        if frame is None:
            return
        if frame.step < self._newer_than:
            self.stale.append(frame.step)
        self.shown.append(frame.step)
        self._newer_than = done


@pytest.fixture(params=[Matrices, Loops])
def screen(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Screen]:
    """A ticking screen with a run that never ends by itself."""
    assert qapp.thread().isCurrentThread()
    sim = request.param()
    run = Run(sim)
    screen = Screen(sim, run)
    screen.timer.start()
    run.start()
    yield screen
    run.stop()
    assert run.join(LIMIT)
    screen.timer.stop()
    screen.deleteLater()


def test_ticks_and_new_frames_keep_coming_while_it_computes(screen: Screen, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: screen.ticks >= TICKS, timeout=int(LIMIT * 1000))
    assert screen._run.alive
    assert screen._run.outcome is None
    assert len(screen.shown) >= TICKS // 4
    assert screen.shown == sorted(set(screen.shown))
    assert screen.stale == []
    assert screen._sim.steps >= screen.shown[-1] > 0


def test_clicks_are_heard_while_it_computes(screen: Screen, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: screen.ticks >= 5, timeout=int(LIMIT * 1000))
    run = screen._run
    run.pause()
    run.step()
    qtbot.waitUntil(
        lambda: bool(screen.shown) and screen.shown[-1] == screen._sim.steps, timeout=int(LIMIT * 1000)
    )
    stood = screen._sim.steps
    run.resume()
    qtbot.waitUntil(lambda: screen.shown[-1] > stood + 2, timeout=int(LIMIT * 1000))
    run.stop()
    assert run.join(LIMIT)
    ticks = screen.ticks
    qtbot.waitUntil(lambda: screen.ticks > ticks, timeout=int(LIMIT * 1000))
    assert screen.shown[-1] == screen._sim.steps
