"""The page Learn in the whole window, offscreen, for the benchmarks of training."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop
from PySide6.QtWidgets import QApplication

from neuroviz import app as composition
from neuroviz import nn
from neuroviz.data.task import TaskSpec
from neuroviz.panels.training.learn.panel import LearnPanel
from neuroviz.scenes.recipe import Knobs, LayerPlan, Recipe
from neuroviz.ui.settings import Settings

_LIMIT = 60.0  # seconds


def digits_recipe() -> Recipe:
    """784-128-64-10 on all the digits there are to learn from."""
    layers = (nn.Dense(128), nn.ReLU(), nn.Dense(64), nn.ReLU(), nn.Dense(10))
    knobs = Knobs(rate=0.05, batch=32)
    return Recipe(TaskSpec("digits", n=60_000), tuple(map(LayerPlan, layers)), (784,), knobs)


def plane_recipe() -> Recipe:
    """2-16-16-2 on two spirals."""
    layers = (nn.Dense(16), nn.Tanh(), nn.Dense(16), nn.Tanh(), nn.Dense(2))
    knobs = Knobs(rate=0.05, batch=20)
    return Recipe(TaskSpec("spirals", n=500), tuple(map(LayerPlan, layers)), (2,), knobs)


@contextmanager
def learn_page(recipe: Recipe) -> Iterator[LearnPanel]:
    """The page, its task built, its run ready at step 0 and full speed."""
    app = composition.application()
    window = composition.compose(app, Settings(theme="dark"))
    window.resize(1440, 900)
    window.show()
    window.show_room("training")
    panel = window.rooms.panel()
    assert isinstance(panel, LearnPanel)
    gc.freeze()  # as the app does when all is imported
    panel.set_recipe(recipe)
    until = time.perf_counter() + _LIMIT
    while panel.task() is None or panel.last is None:
        rest()
        if time.perf_counter() > until:
            raise TimeoutError("the task was never built")
    panel.room.transport.set_speed(float("inf"))
    panel.set_speed(float("inf"))
    try:
        yield panel
    finally:
        window.close()
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def rest() -> None:
    """Sleep until there is something to do, as the window's own loop does."""
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
