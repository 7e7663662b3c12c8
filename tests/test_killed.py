"""The program is killed while it is drawn on; what was drawn and set is there the next time."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from neuroviz import app as composition
from neuroviz.data import strokes
from neuroviz.scenes import session
from neuroviz.ui import i18n
from neuroviz.ui.settings import Settings, SettingsFile
from neuroviz.ui.shared_pad import current_sheet
from neuroviz.ui.theme import set_theme

_CHILD = """
import sys
from pathlib import Path
from neuroviz.__main__ import set_process_up
set_process_up()
from neuroviz import app as composition
from neuroviz.data import strokes
from neuroviz.ui.settings import Settings, SettingsFile
qt = composition.application()
window = composition.compose(qt, Settings(theme="dark"), SettingsFile(Path(sys.argv[1])))
window.show()
window.set_text_scale(1.3)
window.seats.open_beside("digits.errors")
panel = window.seats.main.panel()
panel.view.pad.set_drawing(strokes.digit(5))
panel.knobs.row("brush").set_value(11)
panel.view.pad.press((0.5, 0.5, 1.0))
panel.view.pad.drag((0.6, 0.6, 1.0))
print("drawn", flush=True)
qt.exec()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_kill_loses_nothing_that_was_there_for_a_moment(tmp_path: Path, qapp: QApplication) -> None:
    environ = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", _CHILD, str(tmp_path)]
    with subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "drawn\n"
        end = time.monotonic() + 60
        while not (written(tmp_path / "session.json") and written(tmp_path / "settings.json")):
            assert time.monotonic() < end, "nothing was written"
            time.sleep(0.05)
        child.send_signal(signal.SIGKILL)
    stored = SettingsFile(tmp_path).load()
    assert stored.text_scale == 1.3
    assert (stored.room, stored.beside) == ("digits", "digits.errors")
    window = composition.compose(qapp, stored, SettingsFile(tmp_path))
    panel = window.seats.main.panel()
    assert panel is not None
    sheet = current_sheet(panel.context.workspace)
    assert sheet.drawing.strokes[: len(strokes.digit(5).strokes)] == strokes.digit(5).strokes
    assert sheet.drawing.n_points > strokes.digit(5).n_points, "the stroke under way too"
    assert window.seats.beside is not None
    window.close()
    window.deleteLater()
    set_theme("dark")
    i18n.install(qapp, Settings().language or "en")


def written(path: Path) -> bool:
    """Whether the file is there, whole."""
    if path.name == "settings.json":
        return SettingsFile(path.parent).load().beside != "" if path.exists() else False
    return path.exists() and not session.read(path).sheet.empty
