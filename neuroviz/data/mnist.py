"""The MNIST digits (LeCun, Cortes, Burges): 60,000 to learn from and 10,000 to be judged by."""

from __future__ import annotations

import math
import zipfile
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


@lru_cache(maxsize=1)
def load_some(n: int) -> DigitSet:
    """The first n of the 60,000 to learn from (they lie in random order), without unpacking the others.

    Raises FileNotFoundError; ValueError for a file that does not hold them.
    """
    with zipfile.ZipFile(asset("mnist.npz")) as file:
        images = _first(file, "train_images.npy", n).reshape(n, 28, 28)
        return DigitSet(images, _first(file, "train_labels.npy", n), "train")


def read(path: Path) -> Mnist:
    """The digits of a file that `tools/build_mnist.py` wrote."""
    with np.load(path, allow_pickle=False) as file:
        return Mnist(_half(file, "train"), _half(file, "test"))


def _first(file: zipfile.ZipFile, name: str, n: int) -> NDArray[np.uint8]:
    """The bytes of the first n entries of an array of bytes in an npz file, as one row."""
    with file.open(name) as member:
        if np.lib.format.read_magic(member) != (1, 0):
            raise ValueError(f"{name}: an unknown form")
        shape, in_columns, dtype = np.lib.format.read_array_header_1_0(member)
        if in_columns or dtype != np.uint8 or not 0 < n <= shape[0]:
            raise ValueError(f"{name}: {dtype} {shape} does not hold {n} entries")
        wanted = n * math.prod(shape[1:])
        row = np.frombuffer(member.read(wanted), np.uint8)
    if len(row) != wanted:
        raise ValueError(f"{name}: cut short")
    return row


def _half(file: Mapping[str, NDArray[np.uint8]], name: str) -> DigitSet:
    return DigitSet(file[f"{name}_images"], file[f"{name}_labels"], name)
