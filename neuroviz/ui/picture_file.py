"""Pictures from outside (files, clipboard, drag and drop) as arrays, looked at before they are unpacked."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPainter

from neuroviz.io import files
from neuroviz.io.problem import Problem, naming

Pixels = NDArray[np.uint8]

LONGEST = 1440  # pixels of a side that are kept: twice what is worked with
SMALLEST = 8  # pixels of the longer side: less cannot hold a digit
_FILE_LIMIT = 64 * 2**20  # bytes
_MEMORY_LIMIT = 512  # MiB that a picture may need while it is unpacked: 100 megapixels do
_PIXELS = _MEMORY_LIMIT * 2**20 // 4
_PIXELS_JPEG = 200_000_000  # JPEG is made smaller while it is unpacked
_KINDS = frozenset(
    (b"png", b"jpeg", b"jpg", b"gif", b"bmp", b"webp", b"tiff", b"tif", b"pbm", b"pgm", b"ppm")
)


def read_picture(path: Path) -> Pixels:
    """The picture in a file as (H, W, 3), its longer side at most `LONGEST`; of a film the first picture.

    May be called on any thread. Raises Problem (file-…, picture-…).
    """
    with naming(path):
        return decoded(files.read(path, _FILE_LIMIT))


def decoded(content: bytes) -> Pixels:
    """The picture in the bytes of a file. Raises Problem (picture-…)."""
    _check_whole(content)
    held = QByteArray(content)
    buffer = QBuffer()
    buffer.setData(held)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    QImageReader.setAllocationLimit(_MEMORY_LIMIT)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    kind = bytes(reader.format().data())
    if kind not in _KINDS or not reader.canRead():
        raise Problem("picture-kind")
    size = reader.size()
    if size.isValid():
        _check_size(size, _PIXELS_JPEG if kind in (b"jpeg", b"jpg") else _PIXELS)
        if max(size.width(), size.height()) > LONGEST:
            reader.setScaledSize(size.scaled(LONGEST, LONGEST, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise Problem("picture-broken", detail=reader.errorString())
    return pixels(image)


def packed(picture: Pixels) -> bytes:
    """A picture (H, W, 3) as the bytes of a PNG. May be called on any thread. Raises Problem."""
    h, w, _ = picture.shape
    rows = np.ascontiguousarray(picture)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not QImageWriter(buffer, b"png").write(QImage(rows.data, w, h, 3 * w, QImage.Format.Format_RGB888)):
        raise Problem("file-unwritable", detail="the picture cannot be packed")
    return bytes(buffer.data().data())


def from_mime(mime: QMimeData) -> Callable[[], Pixels]:
    """How to get the picture that was pasted or dropped; call it on any thread.

    Raises Problem (picture-none), now; what it returns raises as `read_picture` does.
    """
    for url in mime.urls():
        if url.isLocalFile():
            return partial(read_picture, Path(url.toLocalFile()))
    image = mime.imageData() if mime.hasImage() else None
    if not isinstance(image, QImage) or image.isNull():
        raise Problem("picture-none")
    return partial(pixels, image)


def is_picture(mime: QMimeData) -> bool:
    """Whether something is dragged that might be a picture."""
    return mime.hasImage() or any(url.isLocalFile() for url in mime.urls())


def pixels(image: QImage) -> Pixels:
    """An image as an array of its own (H, W, 3), transparent parts over white. Raises Problem."""
    _check_size(image.size(), _PIXELS_JPEG)
    if max(image.width(), image.height()) > LONGEST:
        image = image.scaled(
            LONGEST, LONGEST, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    found = _flat(image, Qt.GlobalColor.white)
    if image.hasAlphaChannel() and (found == 255).all():  # white ink on nothing
        found = _flat(image, Qt.GlobalColor.black)
    return found


def _flat(image: QImage, ground: Qt.GlobalColor) -> Pixels:
    """Drawn on a ground of one colour, and copied out."""
    if image.hasAlphaChannel():
        under = QImage(image.size(), QImage.Format.Format_RGB32)
        under.fill(ground)
        with QPainter(under) as painter:
            painter.drawImage(0, 0, image)
        image = under
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    if plain.isNull():
        raise Problem("picture-broken", detail="cannot be converted")
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return rows[:, : 3 * plain.width()].reshape(plain.height(), plain.width(), 3).copy()


def _check_size(size: QSize, limit: int) -> None:
    w, h = size.width(), size.height()
    if w * h > limit:
        raise Problem("picture-too-big", size=round(w * h / 1e6), limit=int(limit / 1e6))
    if max(w, h) < SMALLEST:
        raise Problem("picture-too-small", width=w, height=h)


def _check_whole(content: bytes) -> None:
    """Refuse a file that was cut off: readers would show the part that is there, and grey below it."""
    whole = True
    if content.startswith(b"\x89PNG"):
        whole = content.rfind(b"IEND") > 0
    elif content.startswith(b"\xff\xd8"):
        whole = content.rfind(b"\xff\xd9") > max(content.rfind(b"\xff\xda"), 2)
    elif content.startswith(b"GIF8"):
        whole = b";" in content[-16:]
    elif content.startswith(b"RIFF"):
        whole = len(content) >= int.from_bytes(content[4:8], "little")
    elif content.startswith(b"BM"):
        whole = len(content) >= int.from_bytes(content[2:6], "little")
    if not whole:
        raise Problem("picture-broken", detail="cut off")
