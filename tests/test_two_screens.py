"""A running window on screens of different resolution: what it kept for one is made anew for the other."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.test_real_window import in_a_real_window

SCREENS = {"coarse": 1.0, "middle": 1.5, "fine": 2.0}
"""Side by side in this order, 1200 x 1400 pixels each."""

_PARTS = """
import numpy as np
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from neuroviz import app as composition
from neuroviz.data.ink import Drawing, Stroke
from neuroviz.panels.digits.disturb.strip import StripSlider
from neuroviz.ui.canvas import DrawingPad
from neuroviz.ui.curve_values import Axis, Series
from neuroviz.ui.curves import Curves
from neuroviz.ui.image_sheet import ImageSheet
from neuroviz.ui.knob_scale import Scale
from neuroviz.ui.mind import MindStrip
from neuroviz.ui.net_view import NetView
from tests.ui.nets import cnn, traced
qt = composition.application()
shares = np.random.default_rng(1).dirichlet(np.ones(10), 40).astype(np.float32)

def chart():
    made, x = Curves(), np.arange(10.0)
    made.set_axes(Axis("step"), Axis("loss"))
    made.set_series([Series("line", x, x * x), Series("points", x, 90 - x * x, kind="points")])
    return made

def net():
    made = NetView()
    made.set_net(cnn())
    made.set_trace(traced(cnn()))
    return made

def mind():
    made = MindStrip()
    made.set_curve(shares)
    return made

def strip():
    made = StripSlider(Scale(0.0, 1.0, log=False, integer=False), 0.0)
    made.set_curve(shares)
    return made

def pad():
    made = DrawingPad()
    made.set_drawing(Drawing((Stroke(((0.2, 0.5), (0.8, 0.5), (0.7, 0.9)), 0.1),)))
    return made

def sheet():
    made = ImageSheet()
    made.show_images(np.random.default_rng(2).integers(0, 256, (12, 28, 28), np.uint8))
    return made

KINDS = (chart, net, mind, strip, pad, sheet)
top = QWidget()

def all_parts():
    made = [kind() for kind in KINDS]
    for i, one in enumerate(made):
        one.setParent(top)
        one.setGeometry(10, 10 + 170 * i, 400, 160)
        one.show()
    return made

first = all_parts()
top.setGeometry(20, 20, 500, 1100)
top.show()
assert QTest.qWaitForWindowExposed(top)
by_name = {screen.name(): screen for screen in qt.screens()}
for name in ("coarse", "middle", "fine", "coarse"):
    screen = by_name[name]
    top.move(screen.geometry().topLeft())
    for _ in range(100):
        QTest.qWait(30)
        if top.devicePixelRatioF() == screen.devicePixelRatio():
            break
    QTest.qWait(200)
    assert top.devicePixelRatioF() == screen.devicePixelRatio(), name
    old = [one.grab().toImage() for one in first]
    fresh = all_parts()
    QTest.qWait(200)
    for kind, before, one in zip(KINDS, old, fresh):
        after = one.grab().toImage()
        same = before.size() == after.size() and before == after
        print(name, kind.__name__, before.width(), "sharp" if same else "stale", flush=True)
        one.hide()
        one.setParent(None)
top.close()
"""

_WINDOW = """
from neuroviz.__main__ import set_process_up
set_process_up()
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from neuroviz import app as composition
from neuroviz.ui.settings import Settings
qt = composition.application()
by_name = {screen.name(): screen for screen in qt.screens()}
window = composition.compose(qt, Settings(motion=False))
window.setGeometry(20, 20, 700, 500)
window.show()
assert QTest.qWaitForWindowExposed(window)

def until(reached):
    for _ in range(200):
        if reached():
            return
        QTest.qWait(50)
    raise AssertionError("not reached")

window.move(by_name["fine"].geometry().topLeft())
until(lambda: window.devicePixelRatioF() == 2.0)
own = window.seats.open_window("digits")
own.place_beside(window)
assert own.isFullScreen()
place = own.normalGeometry()
here = by_name["coarse"].geometry()
assert here.adjusted(20, 20, -20, -20).contains(place), place
window.close()
"""


@pytest.fixture
def screens() -> Iterator[str]:
    """A virtual X server with the screens above, which Qt tells apart by their names."""
    if sys.platform != "linux":
        pytest.skip("virtual X screens are for Linux")
    server, divide = shutil.which("Xvfb"), shutil.which("xrandr")
    if server is None or divide is None:
        pytest.skip("Xvfb or xrandr is not installed")
    wide = 1200 * len(SCREENS)
    size = ["-screen", "0", f"{wide}x1400x24"]
    # Without -noreset the server would forget its screens with the first client that goes.
    command = [server, "-displayfd", "1", *size, "-nolisten", "tcp", "-noreset"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as running:
        assert running.stdout is not None
        try:
            number = running.stdout.readline().strip()
            if not number:
                pytest.skip("Xvfb does not start here")
            for i, name in enumerate(SCREENS):
                place = f"1200/320x1400/370+{1200 * i}+0"
                output = "none" if i else "screen"
                set_up = [divide, "-d", f":{number}", "--setmonitor", name, place, output]
                if subprocess.run(set_up, capture_output=True, check=False).returncode:
                    pytest.skip("this xrandr cannot divide a screen")
            yield f":{number}"
        finally:
            running.terminate()


@pytest.fixture(autouse=True)
def scales(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each screen has its resolution."""
    monkeypatch.setenv("QT_SCREEN_SCALE_FACTORS", ";".join(f"{name}={r:g}" for name, r in SCREENS.items()))


def test_what_is_kept_for_a_screen_is_made_anew_on_another(screens: str, tmp_path: Path) -> None:
    said = in_a_real_window(_PARTS, screens, tmp_path / "unused").splitlines()
    assert len(said) == 4 * 6
    assert {int(line.split()[2]) for line in said} == {400, 600, 800}
    assert [line for line in said if not line.endswith("sharp")] == []


def test_a_window_of_its_own_leaves_full_screen_with_its_frame_in_reach(screens: str, tmp_path: Path) -> None:
    in_a_real_window(_WINDOW, screens, tmp_path / "unused")
