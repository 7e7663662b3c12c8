"""Row netview: the picture of a whole net, drawn and painted anew for one input after another."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

import numpy as np

from tests.bench.rows import Row

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from neuroviz import app as composition
from neuroviz.data import mnist
from neuroviz.data.sheet import Sheet
from neuroviz.panels.layers.net.panel import NetPanel
from neuroviz.sims.layers import LayersFrame, LayersSim
from neuroviz.sims.subject import Subject
from neuroviz.ui.netview.facts import Spot
from neuroviz.ui.settings import Settings

NET = "MLP"  # 784-128-64-10
LINKS = 1000  # into each layer; into the last there are 640, of which those that carry something are drawn
_FRAMES = 240
_GOAL = 50.0


def rows() -> Iterator[Row]:
    """Frames a second with the net at a distance, with a unit followed, and close to it."""
    app = composition.application()
    window = composition.compose(app, Settings(theme="dark"))
    window.resize(1440, 900)
    window.show()
    window.show_room("layers")
    panel = window.rooms.panel()
    assert isinstance(panel, NetPanel)
    panel.choose_net(NET)
    panel.show_net()
    panel.view.set_links(LINKS)
    QApplication.processEvents()  # until the window is on the screen nothing is painted
    frames = _frames(panel)
    yield _row("netview", panel, frames, app.platformName())
    panel.view.follow(Spot(2, 17))
    yield _row("netview followed", panel, frames, app.platformName())
    panel.view.follow(None)
    panel.view.see_at(Spot(1, 40), 3.0)
    yield _row("netview close", panel, frames, app.platformName())
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _frames(panel: NetPanel) -> list[LayersFrame]:
    digits = mnist.load_test()
    subjects = [Subject(panel.net(), Sheet(picture=digits.images[i])) for i in range(_FRAMES)]
    return [LayersSim(subject).snapshot() for subject in subjects]


def _row(name: str, panel: NetPanel, frames: list[LayersFrame], platform: str) -> Row:
    """Each frame drawn, said and painted, as between two ticks."""
    times, counts = [], []
    for frame in frames:
        start = time.perf_counter()
        panel.draw(frame)
        panel.refresh_sentence()
        panel.view.repaint()
        times.append(time.perf_counter() - start)
        model = panel.view.model()
        assert model is not None
        counts.append(sum(len(links.value) for links in model.links.values()))
    median, most = np.percentile(times[10:], [50, 95])
    size = f"{panel.view.width()}x{panel.view.height()}"
    note = (f"{np.median(counts):,.0f} links, {size}, {platform}; a frame takes {1e3 * median:.1f} ms, "
            f"p95 {1e3 * most:.1f} ms: draw, sentence and painting")
    fps = 1 / float(median)
    return Row(name, fps, "frames/s", _GOAL, None, fps, None, "no peer", note)
