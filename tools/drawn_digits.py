"""Digits drawn by script: some handwritings for nets to learn from, others to judge them by."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from neuroviz.data.digits import CLASSES, DigitSet
from neuroviz.data.ink import raster
from neuroviz.data.prepare import prepare
from neuroviz.data.strokes import digit, styles


def practised(label: int) -> tuple[str, ...]:
    """The handwritings of a digit that nets may learn from."""
    return styles(label)[:-1]


def unseen(label: int) -> tuple[str, ...]:
    """The handwriting of a digit that no net learns from."""
    return styles(label)[-1:]


def drawn(choose: Callable[[int], tuple[str, ...]], n: int, seed: int) -> DigitSet:
    """n digits, as many of each, drawn with natural variation in the chosen handwritings and prepared."""
    rng = np.random.default_rng(seed)
    images = np.empty((n, 28, 28), np.uint8)
    labels = (np.arange(n) % CLASSES).astype(np.uint8)
    for i, label in enumerate(labels.tolist()):
        known = choose(label)
        prepared = prepare(raster(digit(label, rng, known[i // CLASSES % len(known)])))
        assert prepared is not None  # a digit is never without ink
        images[i] = prepared.grey
    return DigitSet(images, labels, choose.__name__)
