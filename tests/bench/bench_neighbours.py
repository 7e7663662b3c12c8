"""Row neighbours: the five nearest of 60,000 pictures, ours against distances by broadcasting in NumPy."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from neuroviz.data import mnist
from neuroviz.sims.neighbours import Neighbours, remember
from tests.bench.rows import Row, interleaved

_ASKED = 8
_GOAL_MS = 10.0


def rows() -> Iterator[Row]:
    """How many times as fast, and how long one answer takes; both sides in float32 on one thread."""
    digits = mnist.load()
    *_, index = remember(digits.train)
    assert isinstance(index, Neighbours)
    known = digits.train.images.reshape(len(index), -1).astype(np.float32) / np.float32(255)
    asked = digits.test.images[:_ASKED]

    def ours() -> list[list[int]]:
        return [index.nearest(grey).indices.tolist() for grey in asked]

    def naive() -> list[list[int]]:
        return [_by_broadcasting(known, grey) for grey in asked]

    parity = ours() == naive()
    fast, slow = (seconds / _ASKED for seconds in interleaved(ours, naive, rounds=7))
    yield Row(
        "neighbours", slow / fast, "×", 10.0, parity, 1e3 * fast, 1e3 * slow, "NumPy, broadcasting",
        f"ms for one picture among {len(index):,}; ours holds {_megabytes(index):.0f} MB, "
        f"theirs {known.nbytes / 1e6:.0f} MB and as much again for a moment",
    )  # fmt: skip
    yield Row(
        "neighbours answer", 1e3 * fast, "ms", _GOAL_MS, None, 1e3 * fast, None, "no peer",
        "one picture, while the pen moves", lower_is_better=True,
    )  # fmt: skip


def _by_broadcasting(known: np.ndarray, grey: np.ndarray) -> list[int]:
    """As it is written first."""
    apart = ((known - grey.reshape(-1).astype(np.float32) / np.float32(255)) ** 2).sum(axis=1)
    return np.argsort(apart, kind="stable")[:5].tolist()


def _megabytes(index: Neighbours) -> float:
    arrays = (index.digits.images, index.codes, index.rests, index.sizes)
    return sum(array.nbytes for array in arrays) / 1e6
