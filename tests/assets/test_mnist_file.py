"""assets/mnist.npz against what is published of MNIST, and the script that builds it."""

from __future__ import annotations

import hashlib
import io
import re
import tarfile
from pathlib import Path

import numpy as np
import pytest

from neuroviz.data import mnist
from neuroviz.resources import asset
from tools import build_mnist


def test_every_digit_is_there_as_often_as_in_the_original() -> None:
    digits = mnist.load()
    assert digits.train.counts == (5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949)
    assert digits.test.counts == (980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009)
    assert sum(digits.train.counts) == 60_000
    assert sum(digits.test.counts) == 10_000


def test_the_pixels_are_the_original_ones() -> None:
    """Mean and deviation as every tutorial quotes them, the first labels as every picture of MNIST shows."""
    digits = mnist.load()
    grey = np.bincount(digits.train_images.ravel(), minlength=256) / digits.train_images.size
    values = np.arange(256) / 255
    mean = grey @ values
    assert mean == pytest.approx(0.1307, abs=5e-5)
    assert np.sqrt(grey @ (values - mean) ** 2) == pytest.approx(0.3081, abs=5e-5)
    assert digits.train_labels[:10].tolist() == [5, 0, 4, 1, 9, 2, 1, 3, 1, 4]
    assert digits.test_labels[:10].tolist() == [7, 2, 1, 0, 4, 1, 4, 9, 5, 9]


def test_the_file_is_the_one_that_sources_describes_and_small_enough() -> None:
    content = asset("mnist.npz").read_bytes()
    stated = re.search(r"SHA-256 `([0-9a-f]{64})`", asset("SOURCES.md").read_text(encoding="utf-8"))
    assert stated is not None
    assert hashlib.sha256(content).hexdigest() == stated[1]
    assert len(content) < 13_000_000


def idx(magic: int, array: np.ndarray) -> bytes:
    return np.array([magic, *array.shape], ">u4").tobytes() + array.tobytes()


def test_an_idx_file_is_read() -> None:
    images = np.arange(24, dtype=np.uint8).reshape(2, 3, 4)
    assert np.array_equal(build_mnist.read_idx(idx(2051, images), 2051), images)
    labels = np.arange(5, dtype=np.uint8)
    assert np.array_equal(build_mnist.read_idx(idx(2049, labels), 2049), labels)


@pytest.mark.parametrize("content", [
    b"", b"\0\0\x08", idx(2049, np.zeros(5, np.uint8)), idx(2051, np.zeros((2, 3, 4), np.uint8))[:-1],
    idx(2051, np.zeros((2, 3, 4), np.uint8)) + b"\0", idx(2051, np.zeros((2, 3, 4), np.uint8))[:12],
])  # fmt: skip
def test_a_broken_idx_file_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"IDX|header"):
        build_mnist.read_idx(content, 2051)


def test_a_package_with_other_counts_is_refused(tmp_path: Path) -> None:
    package = tmp_path / "package.tgz"
    files = {
        "t10k-images-idx3-ubyte": idx(2051, np.zeros((3, 28, 28), np.uint8)),
        "t10k-labels-idx1-ubyte": idx(2049, np.zeros(3, np.uint8)),
    }
    with tarfile.open(package, "w:gz") as archive:
        for name, content in files.items():
            member = tarfile.TarInfo(f"package/data/{name}")
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    with pytest.raises(ValueError, match="of each digit"):
        build_mnist.digits(package, "test")
