"""The MNIST digits (LeCun, Cortes, Burges): 60,000 to learn from and 10,000 to be judged by."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.digits import DigitSet
from neuroviz.resources import asset


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


def read(path: Path) -> Mnist:
    """The digits of a file that `tools/build_mnist.py` wrote."""
    with np.load(path, allow_pickle=False) as file:
        return Mnist(
            DigitSet(file["train_images"], file["train_labels"], "train"),
            DigitSet(file["test_images"], file["test_labels"], "test"),
        )
