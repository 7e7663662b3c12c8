"""Pictures of a widget: painted anew at the resolution asked for, so that text and lines are sharp."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QImage, QImageWriter, QPainter, QRegion
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from neuroviz.io import png as png_file
from neuroviz.io.problem import Problem
from neuroviz.ui.left_out import NOT_IN_PICTURES
from neuroviz.ui.theme import theme

LIMIT = 256 * 1024 * 1024  # bytes
_AT_ONCE = 4_000_000  # pixels, packed in about a tenth of a second
_WIDEST = 32_000  # pixels of a side; Qt's rasteriser ends at 32,767
_FLAGS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


def extent(view: QWidget, caption: str = "") -> QSize:
    """Size of the picture in the widget's own units, the margin and the caption included."""
    edge, seen = 2 * _margin(), _shown(view).boundingRect()
    return QSize(seen.width() + edge, seen.height() + edge + _caption_height(seen.width(), caption))


def refusal(wide: int, high: int) -> Problem | None:
    """Why a picture of so many pixels is not made, None when it is."""
    if 4 * wide * high > LIMIT or max(wide, high) > _WIDEST:
        return Problem("render-too-big", size=4 * wide * high, limit=LIMIT)
    return None


def image(view: QWidget, ratio: float, caption: str = "") -> QImage:
    """The widget with `ratio` pixels along each of its own. Raises Problem (picture-too-big)."""
    size = extent(view, caption)
    wide, high = max(1, round(size.width() * ratio)), max(1, round(size.height() * ratio))
    problem = refusal(wide, high)
    made = QImage() if problem else QImage(wide, high, QImage.Format.Format_RGB32)
    if made.isNull():  # too large for us, or for what memory is left
        raise problem or Problem("render-too-big", size=4 * wide * high, limit=LIMIT)
    made.setDevicePixelRatio(ratio)
    made.fill(theme().window)
    with QPainter(made) as painter:
        _paint(painter, view, caption)
    return made


def image_of_width(view: QWidget, pixels: int, caption: str = "") -> QImage:
    """The widget so many pixels wide."""
    return image(view, pixels / extent(view).width(), caption)


def png(picture: QImage) -> bytes:
    """A PNG file."""
    picture.setDotsPerMeterX(_per_metre(picture))
    picture.setDotsPerMeterY(_per_metre(picture))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(picture)
    return bytes(buffer.data().data())


def is_large(wide: int, high: int) -> bool:
    """Whether packing so many pixels takes longer than a moment: see `png_in_pieces`."""
    return wide * high > _AT_ONCE


def png_in_pieces(picture: QImage) -> Iterator[float | bytes]:
    """A PNG file, for a large picture: parts done in 0..1, then the file. May be called on any thread."""
    shape = picture.height(), picture.bytesPerLine() // 4, 4
    pixels = np.frombuffer(picture.constBits(), np.uint8).reshape(shape)[:, : picture.width()]
    yield from png_file.in_pieces(pixels, _per_metre(picture))


def _per_metre(picture: QImage) -> int:
    return round(96 * picture.devicePixelRatio() / 0.0254)


def svg(view: QWidget, title: str, caption: str = "") -> bytes:
    """An SVG file: lines and words as such, rasters as embedded images."""
    size, buffer = extent(view, caption), QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(view.logicalDpiX())  # or points would be other pixels than on the screen
    generator.setSize(size)
    generator.setViewBox(QRect(QPoint(0, 0), size))
    generator.setTitle(title)
    generator.setDescription(caption)
    with QPainter(generator) as painter:
        painter.fillRect(QRect(QPoint(0, 0), size), theme().window)
        _paint(painter, view, caption)
    return _for_all_readers(bytes(buffer.data().data()))


def _for_all_readers(made: bytes) -> bytes:
    """Nothing instead of a colour of no opacity: some readers pass the opacity of a group over."""
    return re.sub(rb'\b(fill|stroke)="#[0-9a-fA-F]{6}" (?:fill|stroke)-opacity="0"', rb'\1="none"', made)


def _shown(view: QWidget) -> QRegion:
    """The view without what does not belong to its picture."""
    region = QRegion(view.rect())
    for one in view.findChildren(QWidget):
        if one.property(NOT_IN_PICTURES) and one.isVisibleTo(view):
            region -= QRegion(QRect(one.mapTo(view, QPoint(0, 0)), one.size()))
    return region


def _paint(painter: QPainter, view: QWidget, caption: str) -> None:
    region = _shown(view)
    edge, seen = _margin(), region.boundingRect()
    view.render(painter, QPoint(edge, edge), region, QWidget.RenderFlag.DrawChildren)
    if caption:
        look = theme()
        painter.setFont(look.font(1.25))
        painter.setPen(look.text)
        high = _caption_height(seen.width(), caption)
        box = QRectF(edge, edge + seen.height() + look.space(4), seen.width(), high)
        painter.drawText(box, int(_FLAGS), caption)


def _caption_height(width: int, caption: str) -> int:
    if not caption:
        return 0
    look = theme()
    box = QRect(0, 0, max(1, width), 100_000)
    words = QFontMetrics(look.font(1.25)).boundingRect(box, int(_FLAGS), caption)
    return math.ceil(words.height()) + look.space(4)


def _margin() -> int:
    return theme().space(4)
