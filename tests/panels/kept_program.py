"""The page Learn as the program has it, closed and opened again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from neuroviz.panels.training.learn.panel import LearnPanel
from neuroviz.scenes import left_run
from neuroviz.sims.training.frames import TrainingFrame
from neuroviz.ui.room import Context
from tests.panels.host import SECONDS, workspace

NAME = left_run.NAMES[0]


class Program:
    """The page as the program has it: `close` it, and open another with what that remembers."""

    def __init__(
        self, qtbot: QtBot, folder: Path | None, memory: Mapping[str, Any], space: Any = None
    ) -> None:
        self._qtbot = qtbot
        self.said: list[str] = []
        self.closed = False
        self.panel = LearnPanel(Context(space or workspace(), memory, folder))
        self.panel.notice.connect(self.said.append)
        self.panel.resize(1080, 700)

    def open(self) -> Program:
        self.panel.show()
        self.panel.enter()
        self.settle(lambda: isinstance(self.panel.last, TrainingFrame))
        return self

    def settle(self, reached: Callable[[], bool]) -> None:
        def look() -> bool:
            self.panel.tick()
            return reached()

        self._qtbot.waitUntil(look, timeout=SECONDS)

    def close(self) -> dict[str, Any]:
        """As the window does; what the page remembers."""
        memory = self.panel.remembered()
        self.closed = True
        self.panel.leave()
        self.panel.shut()
        self.panel.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
        return memory

    @property
    def frame(self) -> TrainingFrame:
        assert isinstance(self.panel.last, TrainingFrame)
        return self.panel.last

    def steps(self, n: int) -> None:
        """So many more, one by one."""
        end = self.frame.step + n
        for _ in range(n):
            self.panel.step_forward()
        self.settle(lambda: self.frame.step == end)

    def turn(self, name: str, value: object) -> None:
        known = len(self.frame.turns)
        self.panel.form.row(name)._on_turned(value)
        self.settle(lambda: len(self.frame.turns) > known)

    def seek(self, step: int) -> None:
        self.panel.seek(step)
        self.settle(lambda: self.frame.step == step)

    def split(self) -> None:
        known = len(self.frame.courses)
        self.panel.hand.split()
        self.settle(lambda: len(self.frame.courses) > known and self.frame.focus == self.frame.courses[-1].id)

    def play(self, steps: int) -> None:
        """At full speed, until it has come so far; it goes on playing."""
        self.panel.set_speed(float("inf"))
        self.panel.play(True)
        self.settle(lambda: self.panel.run is not None and self.panel.run.head >= steps)


Open = Callable[..., Program]


def token(memory: Mapping[str, Any]) -> object:
    """Which run is to be there at the next start; None where that is not said."""
    return memory["room"].get("run")


def bits(frame: TrainingFrame) -> list[Any]:
    return [
        (one.id, one.born, one.branch, one.knobs, one.rates, one.epochs, one.loss, one.net.theta.tobytes())
        for one in frame.courses
    ]
