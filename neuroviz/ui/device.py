"""What a painter paints on: a screen of some resolution, a picture of another, or a file of lines.

A widget that keeps a raster asks here, not itself, for its resolution: the same widget is painted on the
screen, at four times its size into a PNG file, and as lines into an SVG file.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPaintEngine, QPainter

RASTER_IN_LINES = 3.0
"""Pixels along one unit for a raster that goes into a file of lines."""

_LINES = (QPaintEngine.Type.SVG, QPaintEngine.Type.Pdf, QPaintEngine.Type.Picture)


def is_vector(painter: QPainter) -> bool:
    """Whether lines stay lines."""
    engine = painter.paintEngine()
    return engine is not None and engine.type() in _LINES


def ratio(painter: QPainter) -> float:
    """Device pixels along one unit of the widget."""
    if is_vector(painter):
        return RASTER_IN_LINES
    # While a widget is rendered elsewhere, painter.device() is still the widget; its engine knows better.
    return painter.paintEngine().paintDevice().devicePixelRatioF()


def draw_stretched(painter: QPainter, target: QRectF, image: QImage) -> None:
    """An image that fills a place of other proportions, such as a chart that was made as a raster.

    Into files of lines it goes in the proportions of its place: their readers keep those of the image.
    """
    if is_vector(painter):
        size = (target.size() * RASTER_IN_LINES).toSize().expandedTo(QSize(1, 1))
        smooth = Qt.TransformationMode.SmoothTransformation
        image = image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    painter.drawImage(target, image)


def draw_pixels(painter: QPainter, target: QRectF, image: QImage, source: QRectF | None = None) -> None:
    """An image, or a part of it by whole pixels, each of which is to be seen as a square.

    Files of lines know no parts, and their readers smooth what they enlarge: they get it enlarged already.
    """
    source = QRectF(image.rect()) if source is None else source
    if not is_vector(painter):
        painter.drawImage(target, image, source)
        return
    part = image.copy(source.toRect())
    times = max(1, ceil(RASTER_IN_LINES * target.width() / max(1, part.width())))
    large = part.scaled(
        part.size() * times, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.FastTransformation
    )
    painter.drawImage(target, large)
