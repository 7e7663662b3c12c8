"""The MNIST digits (LeCun, Cortes, Burges): 60,000 to learn from and 10,000 to be judged by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.digits import DigitSet
from neuroviz.resources import asset

N_TRAIN, N_TEST = 60_000, 10_000


@dataclass(frozen=True, eq=False)
class Mnist:
    """Both halves; the arrays are read-only: images (N, 28, 28) uint8, labels (N,) uint8."""

    train: DigitSet
    test: DigitSet

    @property
    def train_images(self) -> NDArray[np.uint8]:
        return self.train.images

    @property
    def train_labels(self) -> NDArray[np.uint8]:
        return self.train.labels

    @property
    def test_images(self) -> NDArray[np.uint8]:
        return self.test.images

    @property
    def test_labels(self) -> NDArray[np.uint8]:
        return self.test.labels


@lru_cache(maxsize=1)
def load() -> Mnist:
    """The shipped digits, unpacked once (55 MB); the same value each time. Raises FileNotFoundError."""
    return read(asset("mnist.npz"))


@lru_cache(maxsize=1)
def load_test() -> DigitSet:
    """The 10,000 to be judged by, alone: a sixth of the time `load` takes. Raises FileNotFoundError."""
    with np.load(asset("mnist.npz"), allow_pickle=False) as file:
        return _half(file, "test")


def read(path: Path) -> Mnist:
    """The digits of a file that `tools/build_mnist.py` wrote."""
    with np.load(path, allow_pickle=False) as file:
        return Mnist(_half(file, "train"), _half(file, "test"))


def _half(file: Mapping[str, NDArray[np.uint8]], name: str) -> DigitSet:
    return DigitSet(file[f"{name}_images"], file[f"{name}_labels"], name)
