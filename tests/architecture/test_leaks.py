"""The guard after every test: it blames who leaves something, where it was made, and nobody else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source import ROOT

_START = """
import threading, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
kept = []
"""
_TIDY = """
def test_tidy(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    QTimer(widget).start(5)
    QTimer.singleShot(0, widget, widget.update)
    thread = threading.Thread(target=time.sleep, args=(0.05,), name="run-0")
    thread.start()
    widget.show()
"""


def _tested(folder: Path, body: str) -> tuple[str, int]:
    file = folder / "test_planted.py"
    file.write_text(_START + body + _TIDY, "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "tests.conftest", "-c", "pyproject.toml", str(file)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.stdout, done.returncode


def test_a_tidy_test_passes(tmp_path: Path) -> None:
    said, code = _tested(tmp_path, "")
    assert code == 0, said


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("def test_planted(qapp):\n    kept.append(QWidget(objectName='lost'))\n", "window QWidget 'lost'"),
        ("def test_planted(qapp):\n    t = QTimer(); t.start(5); kept.append(t)\n", "timer of None"),
        (
            "def test_planted():\n"
            "    threading.Thread(target=time.sleep, args=(30,), name='run-9', daemon=True).start()\n",
            "thread run-9, started at",
        ),
    ],
)  # fmt: skip
def test_what_is_left_is_blamed_once(tmp_path: Path, body: str, words: str) -> None:
    said, code = _tested(tmp_path, body)
    assert code == 1
    assert words in said
    assert "2 passed, 1 error" in said, said
    assert "ERROR at teardown of test_planted" in said
    assert "window" in words or "in test_planted" in said


def test_settings_do_not_outlive_a_test(tmp_path: Path) -> None:
    body = """
import os, pathlib
place = pathlib.Path(os.environ["XDG_CONFIG_HOME"], "neuroviz")
def test_planted():
    place.mkdir(parents=True)
def test_next():
    assert not place.exists()
"""
    said, code = _tested(tmp_path, body)
    assert code == 0, said
