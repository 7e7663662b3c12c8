"""Folders of pictures: decoded, grey, square; those that cannot be read are left out and named."""

from __future__ import annotations

import zlib
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from neuroviz.data.pictures import Pictures
from neuroviz.io.problem import Problem
from neuroviz.ui import picture_problems, problems
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


BAD = {
    "file-empty": b"", "picture-kind": b"no picture", "picture-broken": b"\x89PNG\r\n\x1a\n" + bytes(50),
}  # fmt: skip


@pytest.mark.parametrize("id", BAD)
def test_one_that_cannot_be_read_is_left_out_and_named(tmp_path: Path, qapp: QApplication, id: str) -> None:
    for name in ("a/1.png", "a/3.png", "b/1.png"):
        paint(tmp_path / name, "black" if name[0] == "a" else "white")
    (tmp_path / "a" / "2.png").write_bytes(BAD[id])
    found = read(tmp_path)
    assert found.left_out == ((str(Path("a") / "2.png"), id),)
    assert found.labels.tolist() == [0, 0, 1]
    assert found.images.mean(axis=(1, 2)).tolist() == [0, 0, 255]
    said = picture_problems.left_out(found, "animals")
    assert said.startswith("animals: 1 of 4 pictures cannot be read and are left out: a")


def test_those_to_be_tested_on_are_left_out_too(tmp_path: Path, qapp: QApplication) -> None:
    for half in ("train", "test"):
        for name in ("a", "b"):
            paint(tmp_path / half / name / "2.png", "black" if name == "a" else "white")
    (tmp_path / "train" / "a" / "1.png").touch()
    (tmp_path / "test" / "b" / "2.png").write_bytes(b"none")
    found = read(tmp_path)
    assert found.labels.tolist() == [0, 1]
    assert found.test_labels is not None
    assert found.test_labels.tolist() == [0]
    assert found.images.mean(axis=(1, 2)).tolist() == [0, 255]
    assert len(found.left_out) == 2


def test_no_more_than_half_may_fail_and_no_class_may_be_empty(tmp_path: Path, qapp: QApplication) -> None:
    for i in range(4):
        paint(tmp_path / "a" / f"{i}.png", "black")
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "1.png").touch()
    with pytest.raises(Problem) as caught:
        read(tmp_path)
    assert caught.value.id == "folder-class"
    assert (caught.value.facts["name"], caught.value.facts["path"]) == ("b", str(tmp_path))
    paint(tmp_path / "b" / "2.png", "white")
    for i in range(6):
        (tmp_path / "a" / f"bad {i}.png").touch()
    with pytest.raises(Problem) as caught:
        read(tmp_path)
    assert caught.value.id == "folder-pictures"
    assert (caught.value.facts["count"], caught.value.facts["total"]) == (7, 12)
    said = problems.sentence(caught.value, "animals")
    assert said.count("bad") == 3
    assert "(empty)" in said


def test_a_picture_too_large_is_said_to_be_so(tmp_path: Path, qapp: QApplication) -> None:
    paint(tmp_path / "a" / "1.png", "black")
    paint(tmp_path / "b" / "1.png", "white")
    content = bytearray((tmp_path / "b" / "1.png").read_bytes())
    content[16:24] = (20_000).to_bytes(4, "big") * 2
    content[29:33] = zlib.crc32(content[12:29]).to_bytes(4, "big")
    (tmp_path / "b" / "2.png").write_bytes(content)
    found = read(tmp_path)
    assert found.left_out == ((str(Path("b") / "2.png"), "picture-too-big"),)
    assert picture_problems.left_out(found, "x").endswith("2.png (too large).")
