"""The paper of a drawing pad: ink as pixels of the screen, kept up to date where the pen has been."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QCursor, QPainter, QPen, QPixmap

from neuroviz.data.enlarged import enlarged
from neuroviz.data.ink import NOWHERE, Box, Drawing, InkSurface, united
from neuroviz.data.sheet import Sheet
from neuroviz.ui.images import Raster, Words, glaze
from neuroviz.ui.pen import Pen, Sample
from neuroviz.ui.theme import Theme

CORNER = 10  # radius of the sheet's corners, in units of the text size
_CURSOR_LIMIT = 120  # larger cursors are refused by some window systems


class Paper:
    """The ink of a pad at the screen's resolution: (size, size) device pixels."""

    def __init__(self, size: int, colour: QColor) -> None:
        self.size = size
        self._table: Words = glaze(colour)
        self._raster = Raster(size, size)
        self._ink = InkSurface(size)

    def show(self, content: Sheet, n_points: int) -> None:
        """Draw this anew, with the first n points of its strokes."""
        picture = content.picture
        self._ink = InkSurface(self.size, None if picture is None else enlarged(picture, self.size))
        self.advance(content.drawing, 0, n_points)
        self._colour((0, 0, self.size, self.size))

    def begin(self, width: float, *, erase: bool) -> None:
        """A new stroke on top of what is there."""
        self._ink.begin(width, erase=erase)

    def add(self, samples: list[Sample]) -> Box:
        """The stroke goes on; the touched pixels."""
        box = self._ink.add([(x, y) for x, y, _ in samples], [pressure for _, _, pressure in samples])
        self._colour(box)
        return box

    def advance(self, drawing: Drawing, start: int, stop: int) -> None:
        """Draw the points start..stop of a drawing on top of those before."""
        touched = NOWHERE
        for stroke in drawing.strokes:
            n = len(stroke.points)
            here = slice(max(start, 0), max(min(stop, n), 0))
            start, stop = start - n, stop - n
            if here.start >= here.stop:
                continue
            if here.start == 0:
                self._ink.begin(stroke.width, erase=stroke.erase)
            touched = united(touched, self._ink.add(stroke.points[here], stroke.pressure[here] or None))
        self._colour(touched)

    def paint(self, painter: QPainter, target: QRectF, opacity: float = 1.0) -> None:
        """The ink, scaled to `target`."""
        painter.setOpacity(opacity)
        painter.drawImage(target, self._raster.image)
        painter.setOpacity(1.0)

    def _colour(self, box: Box) -> None:
        if box == NOWHERE:
            return
        x0, y0, x1, y1 = box
        level = (self._ink.image[y0:y1, x0:x1] * np.float32(255.0) + np.float32(0.5)).astype(np.uint8)
        self._raster.words[y0:y1, x0:x1] = self._table[level]


def sheet(painter: QPainter, rect: QRectF, look: Theme, *, focused: bool) -> None:
    """An empty sheet with a faint cross through its middle; a ring when it has the keyboard."""
    radius = CORNER * look.text_scale
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.line, look.stroke(1)))
    painter.setBrush(look.card)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    faint = QColor(look.line)
    faint.setAlphaF(0.55)
    pen = QPen(faint, 1, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([2, 5])
    painter.setPen(pen)
    middle, reach = rect.center(), rect.width() * 0.5 - radius
    painter.drawLine(middle - QPointF(reach, 0), middle + QPointF(reach, 0))
    painter.drawLine(middle - QPointF(0, reach), middle + QPointF(0, reach))
    if focused:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.accent, look.stroke(2)))
        painter.drawRoundedRect(rect.adjusted(-2, -2, 2, 2), radius + 2, radius + 2)


def hint(painter: QPainter, rect: QRectF, text: str, look: Theme) -> None:
    """A few quiet words in the middle of an empty sheet."""
    painter.setFont(look.font(1.25))
    painter.setPen(look.quiet)
    inside = rect.adjusted(rect.width() * 0.12, rect.height() * 0.55, -rect.width() * 0.12, 0)
    flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
    painter.drawText(inside, int(flags), text)


def at_ratio(content: Sheet, n_points: int, side: float, ratio: float, colour: QColor) -> Paper:
    """A paper of its own for a picture of another resolution than the screen's; `side` in widget units."""
    made = Paper(max(1, round(side * ratio)), colour)
    made.show(content, n_points)
    return made


def tail_ends(pen: Pen, rect: QRectF) -> tuple[QPointF, QPointF]:
    """Where on the sheet at `rect` the stroke's last bit begins and ends."""
    (x0, y0, _), (x1, y1, _) = pen.tail
    wide = rect.width()
    return (
        QPointF(rect.x() + x0 * wide, rect.y() + y0 * wide),
        QPointF(rect.x() + x1 * wide, rect.y() + y1 * wide),
    )


def tail(painter: QPainter, ends: tuple[QPointF, QPointF], width: float, look: Theme, *, erase: bool) -> None:
    """The last bit of a stroke, which is not yet part of the line."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = look.card if erase else look.ink
    painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(*ends)


def brush_cursor(diameter: float, ratio: float, look: Theme, *, erase: bool) -> QCursor:
    """A ring of the size of the brush, seen on paper and on ink; a dot marks its middle."""
    across = min(max(diameter, 6.0), _CURSOR_LIMIT)
    side = round(across) + 5
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    middle = QPointF(side / 2, side / 2)
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for colour, width in ((look.card, 3.0), (look.bad if erase else look.quiet, 1.4)):
            painter.setPen(QPen(colour, width))
            painter.drawEllipse(middle, across / 2, across / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.quiet)
        painter.drawEllipse(middle, 1.2, 1.2)
    return QCursor(pixmap, side // 2, side // 2)


def dirty(box: Box, rect: QRectF, size: int) -> QRect:
    """The part of the widget that a box of device pixels covers, with a pixel to spare."""
    if box == NOWHERE:
        return QRect()
    scale = rect.width() / size
    x0, y0, x1, y1 = (side * scale for side in box)
    return QRectF(rect.x() + x0, rect.y() + y0, x1 - x0, y1 - y0).toAlignedRect().adjusted(-2, -2, 2, 2)
