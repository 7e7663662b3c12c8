"""Row photo: a photo of squared paper read into digits, and the longest unit of that work."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator

import numpy as np

from neuroviz.app import shipped_nets
from neuroviz.data.photo.paper import Paper, by_pen, sheet
from neuroviz.data.photo.read import LONGEST, read
from neuroviz.data.photo.recipe import PhotoRecipe
from neuroviz.sims.photo import PhotoFrame, PhotoSim, Source
from tests.bench.rows import Row

_LABELS = ((3, 1, 4, 1, 5), (9, 2, 6, 5, 3))
_PAPER = Paper(LONGEST, 464, squares=0.045, line=0.42, shadow=0.55, tilt=-8.0, pen=0.09, ink=0.7, noise=0.02)
_READINGS = 15
_GOAL_MS, _UNIT_MS = 150.0, 10.0


def rows() -> Iterator[Row]:
    """CPU time of whole readings with every step and of the longest unit in each, both as medians."""
    rng = np.random.default_rng(5)
    photo = sheet([[by_pen(k, rng, _PAPER.pen) for k in row] for row in _LABELS], _PAPER, rng)
    net = next(iter(shipped_nets().values()))
    wholes, longest = [], []
    for _ in range(_READINGS + 1):
        frame, units = _one(PhotoSim(net, Source("sheet", lambda: photo), PhotoRecipe()))
        wholes.append(sum(units))
        longest.append(max(units))
    assert frame.reading is not None
    same = [one.box for one in frame.reading.digits] == [one.box for one in read(photo).digits]
    whole, unit = statistics.median(wholes[1:]), statistics.median(longest[1:])
    note = f"{photo.shape[1]} x {photo.shape[0]} pixels, {len(frame.reading.digits)} digits, judged"
    yield Row("photo", whole, "ms", _GOAL_MS, same, whole, None, "no peer", note, lower_is_better=True)
    yield Row(
        "photo unit", unit, "ms", _UNIT_MS, None, unit, None, "no peer", "the longest stage of each reading",
        lower_is_better=True,
    )  # fmt: skip


def _one(sim: PhotoSim) -> tuple[PhotoFrame, list[float]]:
    units = []
    more = True
    while more:
        start = time.thread_time()
        more = sim.advance()
        units.append(1e3 * (time.thread_time() - start))
    return sim.snapshot(), units
