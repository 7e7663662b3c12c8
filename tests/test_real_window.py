"""A real window on a virtual screen: drawn on, photographed from the screen, closed mid-stroke."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage

_CHILD = """
import sys
from neuroviz.__main__ import set_process_up
set_process_up()
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtGui import QGuiApplication
from neuroviz import app as composition
from neuroviz.ui.settings import Settings
qt = composition.application()
assert qt.platformName() == "xcb", qt.platformName()
window = composition.compose(qt, Settings(theme="dark"))
window.resize(1280, 720)
window.show()
assert QTest.qWaitForWindowExposed(window)
panel = window.rooms.panel()
pad = panel.view.pad
left = Qt.MouseButton.LeftButton
side = min(pad.width(), pad.height()) / 2
middle = QPointF(pad.rect().center())
path = [QPointF(middle.x(), middle.y() + side * k / 60) for k in range(-36, 37)]
QTest.mousePress(pad, left, pos=path[0].toPoint())
for place in path[1:]:
    QTest.mouseMove(pad, place.toPoint())
    QTest.qWait(5)
answered = lambda: panel.last is not None and panel.last.answer is not None and panel.last.n_points > 20
for _ in range(400):
    if answered():
        break
    QTest.qWait(50)
assert answered()
QTest.qWait(300)
print(int(panel.last.answer.probabilities.argmax()), flush=True)
QGuiApplication.primaryScreen().grabWindow(window.winId()).save(sys.argv[1])
window.close()
"""


@pytest.fixture
def screen() -> Iterator[str]:
    """A virtual X screen of its own."""
    if sys.platform != "linux":
        pytest.skip("virtual X screens are for Linux")
    server = shutil.which("Xvfb")
    if server is None:
        pytest.skip("Xvfb is not installed")
    command = [server, "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as running:
        assert running.stdout is not None
        number = running.stdout.readline().strip()
        try:
            if not number:
                pytest.skip("Xvfb does not start here")
            yield f":{number}"
        finally:
            running.terminate()


def test_a_one_drawn_with_the_mouse_is_answered_on_the_screen(screen: str, tmp_path: Path) -> None:
    environment = os.environ | {"DISPLAY": screen, "QT_QPA_PLATFORM": "xcb"}
    picture = tmp_path / "screen.png"
    command = [sys.executable, "-c", _CHILD, str(picture)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)
    if "could not load the Qt platform plugin" in done.stderr.lower():
        pytest.skip("the libraries of a real window are not installed")
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["1"]
    _check(QImage(str(picture)))


def _check(image: QImage) -> None:
    """The photograph shows the window: the dark ground, the white stroke, and the colour of the digit 1."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    assert (image.width(), image.height()) == (1280, 720)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(720, 1280, 4)[..., 2::-1].astype(int)
    assert (np.abs(pixels - [0x14, 0x16, 0x1B]).max(axis=-1) < 4).mean() > 0.2
    stroke = (pixels.min(axis=-1) > 220).sum(axis=0)
    assert stroke.max() > 100, "a long upright stroke"
    orange = (pixels[..., 0] > 180) & (pixels[..., 1] > 100) & (pixels[..., 1] < 190) & (pixels[..., 2] < 90)
    assert orange.mean() > 0.002, "the bar of the 1"
