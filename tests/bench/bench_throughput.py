"""Row throughput: steps a second with the window open and drawing, against a run that nobody looks at."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator

from neuroviz.panels.training.learn.panel import LearnPanel
from neuroviz.panels.training.learn.runs import CHECKPOINTS, MEMORY
from neuroviz.runtime import Run
from neuroviz.runtime.history import History
from neuroviz.scenes.recipe import Recipe
from neuroviz.sims.training.sim import TrainingSim
from tests.bench.rows import Row
from tests.bench.training_page import digits_recipe, learn_page, plane_recipe, rest

_ROUNDS = 7
_SECONDS = 1.0


def rows() -> Iterator[Row]:
    """One row for the net of digits, one for a small one, where drawing weighs more."""
    for name, recipe in (("mlp", digits_recipe()), ("plane", plane_recipe())):
        yield _row(name, recipe)


def _row(name: str, recipe: Recipe) -> Row:
    with learn_page(recipe) as panel:
        task = panel.task()
        assert task is not None
        alone = Run(TrainingSim(recipe, task), history=History(MEMORY, CHECKPOINTS))
        alone.start(paused=True)
        _shown(panel), _alone(alone)
        pairs = [(_shown(panel), _alone(alone)) for _ in range(_ROUNDS)]
        alone.stop()
        alone.join()
    ratio = statistics.median(shown / bare for shown, bare in pairs)
    shown, bare = (statistics.median(side) for side in zip(*pairs, strict=True))
    note = f"steps a second, window 1440x900, full speed, turns of {_SECONDS:g} s"
    return Row(f"throughput {name}", ratio, "×", 0.9, None, shown, bare, "nobody looking", note)


def _shown(panel: LearnPanel) -> float:
    run = panel.run
    assert run is not None
    panel.play(True)
    start, first = time.perf_counter(), run.head
    while time.perf_counter() - start < _SECONDS:
        rest()
    steps, seconds = run.head - first, time.perf_counter() - start
    panel.play(False)
    while not run.paused:
        rest()
    return steps / seconds


def _alone(run: Run) -> float:
    start, first = time.perf_counter(), run.head
    run.resume()
    time.sleep(_SECONDS)
    steps, seconds = run.head - first, time.perf_counter() - start
    run.pause()
    return steps / seconds
