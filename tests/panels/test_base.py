"""The panel base with the example that CONTRIBUTING.md gives: what is promised there works as it stands."""

from __future__ import annotations

import json
import re
import sys
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from neuroviz.runtime import Change, Frame, History, Run
from neuroviz.ui.panel import Panel
from neuroviz.ui.room import Context, PanelSpec
from neuroviz.ui.share.sheet import PictureSheet
from neuroviz.workspace import Workspace
from tests.panels.host import Host, opened

CONTRIBUTING = Path(__file__).parents[2] / "CONTRIBUTING.md"


@pytest.fixture
def example() -> Iterator[types.ModuleType]:
    """The room of CONTRIBUTING.md as a module."""
    code = re.search(r"```python\n(.*?)```", CONTRIBUTING.read_text(encoding="utf-8"), re.DOTALL)
    assert code is not None
    module = types.ModuleType("example_room")
    sys.modules[module.__name__] = module
    exec(compile(code[1], "CONTRIBUTING.md", "exec"), module.__dict__)
    yield module
    del sys.modules[module.__name__]


def test_the_room_of_the_guide_runs_to_its_end(example: types.ModuleType, qtbot: QtBot) -> None:
    with opened(example.PANEL, qtbot) as host:
        host.settle(lambda: host.panel.run is not None and host.panel.run.outcome is not None)
        host.panel.tick()
        assert host.panel.last is not None
        assert host.panel.last.step == 1000
        assert host.panel.room.title.text() == "Walk"


class CountFrame(Frame):
    """Nothing but the step."""


class Count:
    """Counts to a limit, which can be changed; a rewindable simulation in ten lines."""

    def __init__(self, limit: int) -> None:
        self.step, self.limit = 0, limit

    def advance(self) -> bool:
        self.step += 1
        return self.step < self.limit

    def snapshot(self) -> CountFrame:
        return CountFrame(self.step)

    def apply(self, change: Change) -> None:
        if not isinstance(change.value, int):
            raise ValueError("a limit is a whole number")
        self.limit = change.value

    def state(self) -> np.ndarray:
        return np.array([self.step, self.limit])

    def restore(self, state: Any) -> None:
        self.step, self.limit = (int(value) for value in state)


class CountPanel(Panel):
    """A room whose transport is the base's own."""

    shown: int = -1

    def make_run(self) -> Run:
        return Run(Count(50), history=History())

    def draw(self, frame: Frame) -> None:
        self.shown = frame.step


COUNT = PanelSpec("count", str, chapter=1, order=1, widget=CountPanel)


@pytest.fixture
def counting(qtbot: QtBot) -> Iterator[Host]:
    """The room, at its end."""
    with opened(COUNT, qtbot) as host:
        settle_at(host, 50)
        yield host


def settle_at(host: Host, step: int) -> None:
    def there() -> bool:
        return isinstance(host.panel, CountPanel) and host.panel.shown == step

    host.settle(there)


def test_the_timeline_goes_both_ways(counting: Host) -> None:
    transport = counting.panel.room.transport
    transport.seek_asked.emit(10)
    settle_at(counting, 10)
    transport.back_asked.emit()
    settle_at(counting, 9)
    transport.step_asked.emit()
    settle_at(counting, 10)
    transport.play_asked.emit(True)
    settle_at(counting, 50)


def test_rewinding_begins_anew(counting: Host) -> None:
    first = counting.panel.run
    counting.panel.room.transport.restart_asked.emit()
    assert counting.panel.run is not first
    assert first is not None
    assert not first.alive
    settle_at(counting, 50)


def test_a_slow_pace_can_be_watched(counting: Host) -> None:
    panel = counting.panel
    panel.seek(0)
    settle_at(counting, 0)
    panel.set_speed(2.0)
    panel.play(True)
    settle_at(counting, 1)
    panel.set_speed(float("inf"))
    settle_at(counting, 50)


def test_a_refused_change_is_one_sentence_and_the_room_goes_on(counting: Host, qtbot: QtBot) -> None:
    with qtbot.waitSignal(counting.panel.notice) as said:
        counting.panel.tell(Change("limit", "many"))
        counting.settle(lambda: said.signal_triggered)
    assert not counting.panel.room.problem.isVisible()
    counting.panel.tell(Change("limit", 60))
    settle_at(counting, 60)


def test_an_error_in_drawing_is_a_card(counting: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_frame: Frame) -> None:
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr(counting.panel, "draw", fail)
    counting.panel.seek(3)
    counting.settle(counting.panel.room.problem.isVisible)


def test_escape_closes_the_explanation(counting: Host) -> None:
    counting.panel.toggle_explanation()
    assert counting.panel.room.explained
    QTest.keyClick(counting.panel, Qt.Key.Key_Escape)
    assert not counting.panel.room.explained


def test_hidden_it_rests_and_seen_again_it_goes_on(qtbot: QtBot) -> None:
    with opened(COUNT, qtbot) as host:
        host.panel.set_speed(500.0)
        host.panel.leave()
        assert host.panel.run is not None
        assert host.panel.run.paused
        host.panel.enter()
        settle_at(host, 50)
        host.panel.play(False)
        host.panel.leave()
        host.panel.enter()
        assert host.panel.run.paused, "what was paused by hand stays paused"


def test_the_speed_set_by_hand_is_there_again(qtbot: QtBot) -> None:
    with opened(COUNT, qtbot) as host:
        assert host.panel.remembered() == {}, "what nobody has set is not remembered"
        host.panel.room.transport._speed.setValue(100)
        memory = json.loads(json.dumps(host.panel.remembered()))
    again = CountPanel(Context(Workspace(), memory))
    paces: list[float] = []
    again.set_speed = paces.append  # type: ignore[method-assign,assignment]
    again.enter()
    assert again.room.transport.speed() == float("inf")
    assert paces[-1] == float("inf")
    assert again.remembered() == memory
    again.shut()
    again.deleteLater()


@pytest.mark.parametrize("stop", [-1, 101, 5.5, "fast", True, None])
def test_a_speed_that_cannot_be_is_ignored(stop: object, qtbot: QtBot) -> None:
    panel = CountPanel(Context(Workspace(), {"speed_stop": stop}))
    qtbot.addWidget(panel)
    usual = panel.room.transport.speed()
    panel.enter()
    assert panel.room.transport.speed() == usual
    assert panel.remembered() == {}
    panel.shut()


def test_restarting_keeps_the_pace(counting: Host) -> None:
    counting.panel.room.transport._speed.setValue(0)
    counting.panel.restart()
    run = counting.panel.run
    assert run is not None
    settle_at(counting, 1)
    assert run.outcome is None, "at full speed it would have come to its end"


def test_copy_and_save_by_keyboard_wherever_the_focus_is(counting: Host, qtbot: QtBot) -> None:
    panel, control = counting.panel, Qt.KeyboardModifier.ControlModifier
    QGuiApplication.clipboard().clear()
    QTest.keyClick(panel.room.explain_button, Qt.Key.Key_C, control)
    assert not QGuiApplication.clipboard().image().isNull()
    QTest.keyClick(panel.room.transport._play, Qt.Key.Key_S, control)
    (sheet,) = panel.window().findChildren(PictureSheet)
    sheet.close()
    qtbot.waitUntil(lambda: not panel.window().findChildren(PictureSheet))
    with qtbot.waitSignal(panel.notice):
        QTest.keyClick(panel, Qt.Key.Key_S, control | Qt.KeyboardModifier.ShiftModifier)
