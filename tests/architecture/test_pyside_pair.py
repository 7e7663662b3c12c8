"""PySide6 6.12 before Python 3.12 drops references to None until it aborts: never resolved, never started."""

from __future__ import annotations

import subprocess
import sys
import tomllib

import pytest
from packaging.requirements import Requirement

from neuroviz.doctor.startup import forbidden_pair
from tests.architecture.source import ROOT

_DRIFT = """
import sys
from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar, QSlider

class Source(QObject):
    told = Signal(int)

app = QApplication([])
source, label, bar, slider, timer = Source(), QLabel(), QProgressBar(), QSlider(), QTimer()
image = QImage(40, 40, QImage.Format.Format_RGB32)
painter = QPainter(image)
calls = [
    lambda: source.told.emit(1), lambda: source.setObjectName("a"), lambda: source.blockSignals(False),
    lambda: label.setText("a"), lambda: label.setToolTip("a"), lambda: label.setEnabled(True),
    lambda: label.resize(20, 20), lambda: label.move(1, 1), lambda: label.update(), lambda: label.clear(),
    lambda: bar.setValue(3), lambda: bar.setRange(0, 9), lambda: slider.setValue(3),
    lambda: timer.setInterval(5), lambda: image.fill(0), lambda: app.processEvents(),
    lambda: painter.drawLine(0, 0, 9, 9), lambda: painter.drawRect(0, 0, 9, 9),
    lambda: painter.drawPoint(1, 1), lambda: painter.save() or painter.restore(),
]
assert len(calls) == 20
def drift(call):
    before = sys.getrefcount(None)
    for _ in range(200):
        call()
    return abs(sys.getrefcount(None) - before)
[drift(call) for call in calls]  # what is made at the first call is no drift
print(max(drift(call) for call in calls))
painter.end()
"""


def _allowed(python: str) -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [Requirement(line) for line in project["dependencies"]]
    return [
        one
        for one in wanted
        if one.name == "PySide6-Essentials"
        and (one.marker is None or one.marker.evaluate({"python_version": python}))
    ]


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13", "3.14"])
@pytest.mark.parametrize("pyside", ["6.11.3", "6.12.0", "6.12.1"])
def test_the_forbidden_pair_never_resolves(python: str, pyside: str) -> None:
    allowed = _allowed(python)
    assert len(allowed) == 1
    good = not forbidden_pair(pyside, tuple(map(int, python.split("."))))
    assert good == (python != "3.11" or pyside < "6.12")
    assert allowed[0].specifier.contains(pyside) == good


def test_no_extra_brings_another_pyside() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    assert not [line for lines in extras.values() for line in lines if "pyside" in line.lower()]


def test_void_calls_keep_the_reference_to_none() -> None:
    done = subprocess.run([sys.executable, "-c", _DRIFT], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < 20
