"""Pictures from outside: every kind that people have, and every kind that must not hurt."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QUrl
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter
from PySide6.QtWidgets import QApplication

from neuroviz.io.problem import Problem
from neuroviz.ui import problems
from neuroviz.ui.picture_file import LONGEST, decoded, from_mime, is_picture, packed, pixels, read_picture
from tests.data.photo.sheets import LABELS, answers, written

Format = QImage.Format


@pytest.fixture(autouse=True)
def _painting(qapp: QApplication) -> None:
    """Painters need an application."""


def image_of(grey: np.ndarray, kind: QImage.Format = Format.Format_Grayscale8) -> QImage:
    grey = np.ascontiguousarray(grey)
    image = QImage(grey.data, grey.shape[1], grey.shape[0], grey.shape[1], Format.Format_Grayscale8).copy()
    return image if kind == Format.Format_Grayscale8 else image.convertToFormat(kind)


def saved(image: QImage, ending: str = "png", quality: int = 90) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, ending.encode())
    writer.setQuality(quality)
    assert writer.write(image), writer.errorString()
    return bytes(buffer.data().data())


def chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def png(width: int, height: int, lines: bytes) -> bytes:
    """A PNG of one bit a pixel that says it is so large; `lines` packed already."""
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", lines) + chunk(b"IEND", b"")


def bomb(side: int = 30_000) -> bytes:
    """A PNG of side x side pixels, packed into a small file."""
    packer = zlib.compressobj(9)
    row = bytes(1 + side // 8)
    packed = b"".join(packer.compress(row) for _ in range(side)) + packer.flush()
    return png(side, side, packed)


SHEET = written(width=640, height=420)


def transparent() -> QImage:
    image = QImage(640, 420, Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    for y, x in zip(*np.nonzero(SHEET < 128), strict=True):
        image.setPixelColor(int(x), int(y), QColor(0, 0, 0, 255))
    return image


def film() -> bytes:
    """An animated GIF: a first picture with a dark left half, then an all dark one, put together by hand."""
    head = b"GIF89a" + struct.pack("<HH", 16, 16) + b"\x80\x00\x00" + b"\xff\xff\xff" + b"\x00\x00\x00"
    return head + b"".join(_frame16(values) for values in (([1] * 8 + [0] * 8) * 16, [1] * 256)) + b";"


def _frame16(values: list[int]) -> bytes:
    """One picture of a GIF; a clearing code before each value keeps all codes three bits wide."""
    bits, n = 0, 0
    for value in [code for one in values for code in (4, one)] + [5]:
        bits |= value << n
        n += 3
    codes = bits.to_bytes((n + 7) // 8, "little")
    blocks = b"".join(
        bytes([len(codes[i : i + 255])]) + codes[i : i + 255] for i in range(0, len(codes), 255)
    )
    head = b"\x21\xf9\x04\x00\x0a\x00\x00\x00" + b"\x2c" + struct.pack("<HHHH", 0, 0, 16, 16) + b"\x00"
    return head + b"\x02" + blocks + b"\x00"


def reading(found: np.ndarray) -> tuple[int, ...]:
    from neuroviz.data.photo.read import read

    return answers(read(found))


@pytest.mark.parametrize("content", [
    lambda: saved(image_of(SHEET)),
    lambda: saved(image_of(SHEET, Format.Format_RGB32), "jpg"),
    lambda: saved(image_of(SHEET), "bmp"),
    lambda: saved(image_of(255 - SHEET)),
    lambda: saved(image_of(written(tilt=20.0))),
    lambda: saved(image_of(written(shadow=0.7))),
    lambda: saved(image_of(written(width=4000, height=3000, noise=0.01)), "jpg"),
    lambda: saved(image_of(SHEET, Format.Format_Grayscale16)),
    lambda: saved(image_of(SHEET, Format.Format_RGBX64)),
    lambda: saved(image_of(SHEET, Format.Format_Indexed8)),
    lambda: saved(image_of(SHEET, Format.Format_Mono)),
    lambda: saved(transparent()),
    lambda: saved(image_of(SHEET, Format.Format_CMYK8888), "jpg"),
], ids=[
    "png", "jpeg", "bmp", "inverted", "tilted", "shadow", "12 megapixels", "16-bit grey", "16-bit colour",
    "palette", "1-bit", "transparent", "CMYK",
])  # fmt: skip
def test_the_digits_in_it_are_read(content: Callable[[], bytes]) -> None:
    found = decoded(content())
    assert found.dtype == np.uint8
    assert found.ndim == 3
    assert found.shape[2] == 3
    assert max(found.shape) <= LONGEST
    assert reading(found) == LABELS


def progressive(wide: int, high: int) -> bytes:
    """A JPEG that is unpacked as a whole before its first row is known."""
    image = QImage(wide, high, Format.Format_Grayscale8)
    image.fill(200)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, b"jpeg")
    writer.setProgressiveScanWrite(True)
    assert writer.write(image), writer.errorString()
    return bytes(buffer.data().data())


@pytest.mark.parametrize("content", [
    lambda: png(12_000, 9_000, zlib.compress(bytes(1 + 12_000 // 8) * 9_000, 1)),
    lambda: progressive(8_000, 6_000),
], ids=["108 megapixels", "48 megapixels, progressive"])  # fmt: skip
def test_a_photo_of_today_is_made_smaller_not_refused(content: Callable[[], bytes]) -> None:
    assert decoded(content()).shape == (1080, LONGEST, 3)


def test_white_ink_on_nothing_is_seen() -> None:
    image = transparent()
    image.invertPixels(QImage.InvertMode.InvertRgb)
    assert reading(pixels(image)) == LABELS


def test_of_a_film_the_first_picture_counts() -> None:
    found = decoded(film())
    assert found.shape == (16, 16, 3)
    assert (found[:, :8] == 0).all()
    assert (found[:, 8:] == 255).all()


def test_a_photo_taken_upright_stands_upright() -> None:
    image = QImage(60, 40, Format.Format_RGB32)
    image.fill(QColor("white"))
    with QPainter(image) as painter:
        painter.fillRect(0, 0, 30, 40, QColor("black"))
    jpeg = saved(image, "jpg")
    entry = struct.pack("<HHIHH", 0x112, 3, 1, 6, 0)  # orientation: turn right
    exif = b"Exif\x00\x00II*\x00\x08\x00\x00\x00\x01\x00" + entry + bytes(4)
    turned = jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + jpeg[2:]
    found = decoded(turned)
    assert found.shape == (60, 40, 3)
    assert found[:25].mean() < 20
    assert found[35:].mean() > 235


def test_rows_that_qt_pads_are_taken_without_the_padding() -> None:
    grey = np.arange(15 * 13, dtype=np.uint8).reshape(15, 13)
    found = pixels(image_of(grey))
    np.testing.assert_array_equal(found[..., 0], grey)
    assert found.base is None or found.base.base is None


@pytest.mark.parametrize(("content", "problem"), [
    (lambda: saved(image_of(SHEET))[:-900], "picture-broken"),
    (lambda: saved(image_of(SHEET, Format.Format_RGB32), "jpg")[:-500], "picture-broken"),
    (lambda: saved(image_of(SHEET), "bmp")[:-500], "picture-broken"),
    (lambda: film()[:-20], "picture-broken"),
    (lambda: saved(QImage(1, 1, Format.Format_RGB32)), "picture-too-small"),
    (bomb, "picture-too-big"),
    (lambda: png(2**31 - 1, 2**31 - 1, b""), "picture"),
    (lambda: png(0, 0, b""), "picture"),
    (lambda: b'<svg xmlns="http://www.w3.org/2000/svg" width="99999" height="99999"/>', "picture-kind"),
    (lambda: b"not a picture at all", "picture-kind"),
    (lambda: np.random.default_rng(0).bytes(5000), "picture-kind"),
    (lambda: b"%PDF-1.4 and so on", "picture-kind"),
    (lambda: b"\x89PNG\r\n\x1a\n" + b"IEND" * 9, "picture"),
], ids=[
    "cut png", "cut jpeg", "cut bmp", "cut gif", "1x1", "30000²", "beyond numbers", "0x0", "svg", "text",
    "noise", "pdf", "png in name only",
])  # fmt: skip
@pytest.mark.filterwarnings("default")
def test_what_is_unusable_is_refused_with_a_sentence(content: Callable[[], bytes], problem: str) -> None:
    with pytest.raises(Problem) as found:
        decoded(content())
    assert found.value.id.startswith(problem)
    sentence = problems.sentence(found.value, "photo.png")
    assert sentence.startswith("photo.png")
    assert sentence.endswith(".")
    assert "{" not in sentence
    if problem == "picture-too-big":
        assert "900 megapixels, where 134 can" in sentence


@pytest.mark.parametrize(("make", "problem"), [
    (lambda p: p.mkdir(), "file-kind"),
    (lambda p: p.write_bytes(b""), "file-empty"),
    (lambda p: None, "file-missing"),
    (lambda p: p.write_bytes(b"hello"), "picture-kind"),
], ids=["folder", "empty", "missing", "text"])  # fmt: skip
def test_files_that_are_none(tmp_path: Path, make: Callable[[Path], object], problem: str) -> None:
    path = tmp_path / "photo.png"
    make(path)
    with pytest.raises(Problem) as found:
        read_picture(path)
    assert found.value.id == problem
    assert found.value.facts["path"] == str(path)


def test_a_file_that_may_grow_without_end_is_not_waited_for() -> None:
    device = Path("/dev/zero")
    if device.exists():
        with pytest.raises(Problem, match="file-kind"):
            read_picture(device)


def test_what_is_packed_comes_back() -> None:
    picture = np.random.default_rng(3).integers(0, 256, (31, 17, 3), np.uint8)
    np.testing.assert_array_equal(decoded(packed(picture)), picture)


def test_what_is_pasted_or_dropped(tmp_path: Path) -> None:
    image, file, nothing, missing = QMimeData(), QMimeData(), QMimeData(), QMimeData()
    image.setImageData(image_of(SHEET))
    path = tmp_path / "a photo ü.png"
    path.write_bytes(saved(image_of(SHEET)))
    file.setUrls([QUrl("https://example.org/x.png"), QUrl.fromLocalFile(str(path))])
    nothing.setText("some words")
    missing.setUrls([QUrl.fromLocalFile(str(tmp_path / "gone.png"))])
    for mime in (image, file):
        assert is_picture(mime)
        assert from_mime(mime)().shape == (420, 640, 3)
    assert not is_picture(nothing)
    with pytest.raises(Problem, match="picture-none"):
        from_mime(nothing)
    with pytest.raises(Problem, match="file-missing"):
        from_mime(missing)()
