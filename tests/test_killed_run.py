"""The program is killed while it learns, or told to end: the run is there the next time, and goes on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from neuroviz import app as composition
from neuroviz.panels.training.learn.panel import LearnPanel
from neuroviz.scenes import left_run
from neuroviz.sims.training.frames import TrainingFrame
from neuroviz.ui import i18n
from neuroviz.ui.settings import SettingsFile
from neuroviz.ui.theme import set_theme
from neuroviz.ui.window import MainWindow

_CHILD = """
import sys
from pathlib import Path
from neuroviz.__main__ import set_process_up
set_process_up()
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from neuroviz import app as composition
from neuroviz.options import Options
from neuroviz.ui.window import MainWindow
qt = composition.application()
branched = []
def look():
    window = next(one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow))
    panel = window.rooms.panel()
    if panel.last is None:
        return
    if not panel.playing:
        panel.room.transport.set_speed(float("inf"))
        panel.set_speed(float("inf"))
        panel.play(True)
    elif panel.last.step > 300 and not branched:
        branched.append(True)
        panel.hand.branch("optimiser", "adam")
    elif len(panel.last.courses) == 2 and panel.last.step > 600:
        timer.stop()
        print("it learns", flush=True)
timer = QTimer()
timer.timeout.connect(look)
timer.start(20)
sys.exit(composition.run(Options(settings_folder=Path(sys.argv[1]), room="training", theme="dark")))
"""


def lines_kept(folder: Path) -> int:
    path = folder / left_run.NAMES[0]
    if not path.exists():
        return 0
    standing = left_run.read(path).standing
    return 0 if standing is None else len(standing.courses)


def is_told(folder: Path) -> bool:
    """The settings say which run it is."""
    room = SettingsFile(folder).load().knobs.get("training", {}).get("room", {})
    return bool(room.get("run"))


def until(reached: Callable[[], bool]) -> None:
    end = time.monotonic() + 90
    while not reached():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.1)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
@pytest.mark.parametrize("by", ["SIGKILL", "SIGTERM"])
def test_a_run_outlives_the_program(by: str, tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    environ = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", _CHILD, str(tmp_path)]
    with subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "it learns\n"
        if by == "SIGKILL":  # what is kept last, and which run it is
            until(lambda: lines_kept(tmp_path) > 0)
            until(lambda: is_told(tmp_path))
        child.send_signal(getattr(signal, by))
        assert child.wait(60) == (0 if by == "SIGTERM" else -signal.SIGKILL)
    window = composition.compose(qapp, SettingsFile(tmp_path).load(), SettingsFile(tmp_path))
    window.show()
    try:
        _goes_on(window, qtbot, lines=2 if by == "SIGTERM" else lines_kept(tmp_path))
    finally:
        window.close()
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        set_theme("dark")
        i18n.install(qapp, "en")


def _goes_on(window: MainWindow, qtbot: QtBot, lines: int) -> None:
    window.show_room("training")
    panel = window.rooms.panel()
    assert isinstance(panel, LearnPanel)
    qtbot.waitUntil(lambda: isinstance(panel.last, TrainingFrame), timeout=60_000)
    frame = panel.last
    assert isinstance(frame, TrainingFrame)
    assert frame.step > 0
    assert len(frame.courses) == lines
    assert not panel.playing
    panel.step_forward()
    qtbot.waitUntil(lambda: panel.last is not None and panel.last.step == frame.step + 1, timeout=60_000)
