"""Sheets to read in tests, and the reading of them by the shipped net."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

import numpy as np

from neuroviz.app import shipped_nets
from neuroviz.data.photo.paper import Paper, by_pen, sheet
from neuroviz.data.photo.read import Reading
from neuroviz.nn import Net

LABELS = (3, 1, 4, 2, 5)


@lru_cache
def net() -> Net:
    return shipped_nets()["CNN"]


def written(labels: Sequence[int] = LABELS, seed: int = 1, **how: Any) -> np.ndarray:
    """A photo of these digits in one row."""
    rng = np.random.default_rng(seed)
    paper = replace(Paper(), **how)
    return sheet([[by_pen(k, rng, paper.pen) for k in labels]], paper, rng)


def answers(seen: Reading) -> tuple[int, ...]:
    """What the net reads."""
    if not seen.digits:
        return ()
    x = np.stack([one.prepared.grey for one in seen.digits]).astype(np.float32) / np.float32(255)
    return tuple(net()(x.reshape(len(x), *net().input_shape)).argmax(axis=1).tolist())
