"""Folders of pictures: decoded, grey, square; one that cannot be read is named, and nothing is opened."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from neuroviz.data.pictures import Pictures
from neuroviz.io.problem import Problem
from neuroviz.ui.image_folder import reading


def paint(path: Path, colour: str, width: int = 40, height: int = 20) -> None:
    """A picture of one colour."""
    path.parent.mkdir(parents=True, exist_ok=True)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    assert image.save(str(path))


def read(folder: Path, side: int = 28) -> Pictures:
    """What is in the folder."""
    return next(one for one in reading(folder, side) if isinstance(one, Pictures))


def test_pictures_of_any_kind_and_size(tmp_path: Path, qapp: QApplication) -> None:
    paint(tmp_path / "dark" / "a.png", "black", 300, 9)
    paint(tmp_path / "dark" / "b.bmp", "#102030")
    paint(tmp_path / "light" / "c.jpg", "white", 33, 77)
    found = read(tmp_path, 16)
    assert found.class_names == ("dark", "light")
    assert found.images.shape == (3, 16, 16)
    assert found.labels.tolist() == [0, 0, 1]
    means = found.images.mean(axis=(1, 2))
    assert means[0] == 0
    assert means[1] == pytest.approx(29, abs=1)
    assert means[2] > 250


def test_train_and_test(tmp_path: Path, qapp: QApplication) -> None:
    for half in ("train", "test"):
        paint(tmp_path / half / "a" / "1.png", "black")
        paint(tmp_path / half / "b" / "1.png", "white")
    found = read(tmp_path)
    assert found.test_labels is not None
    assert found.test_labels.tolist() == [0, 1]
    np.testing.assert_array_equal(found.test_images, found.images)


@pytest.mark.parametrize("content", [b"", b"no picture", b"\x89PNG\r\n\x1a\n" + bytes(50)])
def test_one_that_cannot_be_read_is_named(tmp_path: Path, qapp: QApplication, content: bytes) -> None:
    paint(tmp_path / "a" / "1.png", "black")
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "2.png").write_bytes(content)
    with pytest.raises(Problem) as caught:
        read(tmp_path)
    assert caught.value.id == "folder-picture"
    assert caught.value.facts["name"] == str(Path("b") / "2.png")
