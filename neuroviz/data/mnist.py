"""The MNIST digits (LeCun, Cortes, Burges): 60,000 to learn from and 10,000 to be judged by."""

from __future__ import annotations

import math
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.digits import DigitSet
from neuroviz.resources import asset

N_TRAIN, N_TEST = 60_000, 10_000
_AT_ONCE = 500_000  # bytes unpacked in one piece: about 5 ms
_kept: dict[str, DigitSet] = {}


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


def training() -> Iterator[float | DigitSet]:
    """The 60,000 to learn from, unpacked in pieces of a few ms: parts done in 0..1, then the set itself.

    The same value as `load().train` when that is there already, and kept like it. Raises FileNotFoundError.
    """
    if load.cache_info().currsize:
        _kept["train"] = load().train
    return _pieces("train")


def testing() -> Iterator[float | DigitSet]:
    """The 10,000 to be judged by in the same way; the same value as `load_test()` when that is there."""
    if load_test.cache_info().currsize:
        _kept["test"] = load_test()
    return _pieces("test")


def _pieces(half: str) -> Iterator[float | DigitSet]:
    if half not in _kept:
        with zipfile.ZipFile(asset("mnist.npz")) as file:
            parts: list[NDArray[np.uint8]] = []
            for name in (f"{half}_images", f"{half}_labels"):
                for part in _unpacked(file, name):
                    if isinstance(part, float):
                        yield part
                    else:
                        parts.append(part)
        _kept[half] = DigitSet(parts[0], parts[1], half)
    yield _kept[half]


def _unpacked(file: zipfile.ZipFile, name: str) -> Iterator[float | NDArray[np.uint8]]:
    """An array of bytes out of an npz file, piece by piece: parts done, then the array."""
    with file.open(f"{name}.npy") as member:
        np.lib.format.read_magic(member)
        shape, _, dtype = np.lib.format.read_array_header_1_0(member)
        if dtype != np.uint8:
            raise ValueError(f"{name} is of {dtype}, not of bytes")
        flat = np.empty(int(np.prod(shape)), np.uint8)
        for at in range(0, len(flat), _AT_ONCE):
            piece = np.frombuffer(member.read(min(_AT_ONCE, len(flat) - at)), np.uint8)
            flat[at : at + len(piece)] = piece
            yield at / len(flat)
    yield flat.reshape(shape)


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
