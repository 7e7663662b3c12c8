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


_BY_KEYBOARD = """
import sys
from pathlib import Path
from neuroviz.__main__ import set_process_up
set_process_up()
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from neuroviz import app as composition
from neuroviz.ui.settings import Settings
qt = composition.application()
window = composition.compose(qt, Settings(theme="contrast", motion=False))
window.resize(1280, 720)
window.show()
window.activateWindow()
assert QTest.qWaitForWindowActive(window)
control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget() or window, key, modifier)
    QTest.qWait(30)
def until(reached):
    for _ in range(400):
        if reached():
            return
        QTest.qWait(50)
    raise AssertionError("not reached")
press(Qt.Key.Key_4)                                    # the house
panel = window.rooms.panel()
until(lambda: panel.last is not None and panel.last.answer is not None and panel.last.n_points > 20)
press(Qt.Key.Key_Z, control)                           # taken back
until(lambda: panel.view.pad.content().empty)
press(Qt.Key.Key_1)
until(lambda: not panel.view.pad.content().empty)
while window.rooms.room != "digits.errors":
    press(Qt.Key.Key_Tab, control)
press(Qt.Key.Key_F8)
until(lambda: window.seats.beside is not None)
press(Qt.Key.Key_Tab, control | shift)
errors = window.seats.main.panel()
until(lambda: errors.posed() and window.seats.beside.panel() is not None)
print(window.seats.main.room, window.seats.beside.room, flush=True)
QTest.qWait(500)
QGuiApplication.primaryScreen().grabWindow(window.winId()).save(sys.argv[1])
press(Qt.Key.Key_F7)
assert not window.rail.isVisible()
press(Qt.Key.Key_Escape)
assert window.rail.isVisible()
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


def in_a_real_window(code: str, screen: str, picture: Path) -> str:
    """Run `code` with a window on the virtual screen; what it printed."""
    environment = os.environ | {"DISPLAY": screen, "QT_QPA_PLATFORM": "xcb"}
    command = [sys.executable, "-c", code, str(picture)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)
    if "could not load the Qt platform plugin" in done.stderr.lower():
        pytest.skip("the libraries of a real window are not installed")
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_one_drawn_with_the_mouse_is_answered_on_the_screen(screen: str, tmp_path: Path) -> None:
    assert in_a_real_window(_CHILD, screen, tmp_path / "screen.png").split() == ["1"]
    _check(QImage(str(tmp_path / "screen.png")))


def test_pages_presets_and_places_by_keyboard_alone(screen: str, tmp_path: Path) -> None:
    picture = tmp_path / "screen.png"
    assert in_a_real_window(_BY_KEYBOARD, screen, picture).split() == ["digits.errors", "layers.stats"]
    image = QImage(str(picture)).convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)[..., :3]
    halves = pixels[:, 240:760], pixels[:, 760:]  # two places beside the rail
    assert (pixels.max(axis=-1) < 8).mean() > 0.3, "the black ground of the high-contrast theme"
    for half in halves:
        assert (half.min(axis=-1) > 240).mean() > 0.005, "white words and digits in both places"


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
