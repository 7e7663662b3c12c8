"""How points of a map are painted: a dot or a numeral each, in its class's colour, ringed where misread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen, QPolygonF

from neuroviz.ui import device
from neuroviz.ui.theme import Theme

NUMERALS_FROM = 2.5
"""From this zoom on points are numerals."""

MOST_RINGED = 0.25
"""A larger share of rings would hide the points."""

_USUAL, _LARGEST = 90, 3.0  # steps of 4 px: on larger maps dots are larger, up to the root of so many times
_SMALL = 80  # steps of 4 px: on a smaller map names are smaller too


@dataclass(frozen=True, eq=False)
class Marks:
    """What the points of a map are: labels (n,), −1 for none; wrong (n,): which are to be ringed."""

    labels: NDArray[np.int64]
    wrong: NDArray[np.bool_]
    classes: int = 10
    names: Sequence[str] = field(default=())

    def name(self, label: int) -> str:
        """What a class is called."""
        return self.names[label] if 0 <= label < len(self.names) else str(label) if label >= 0 else "–"


def radius(n: int, zoom: float, look: Theme) -> float:
    """Of a dot, in pixels: fewer points are larger ones."""
    base = 2.4 if n > 800 else 3.2 if n > 200 else 4.2
    return base * float(min(zoom, 2.0) ** 0.5) * float(look.text_scale**0.5)


def colour_of(label: int, look: Theme) -> QColor:
    """Of a class; grey for none."""
    return look.quiet if label < 0 else look.digit(label)


def paint_points(
    painter: QPainter, pixels: NDArray[np.float64], marks: Marks, zoom: float, look: Theme
) -> None:
    """All points that lie in the clip or near it. Ringed ones last, so that no neighbour hides them."""
    box = QRectF(painter.clipBoundingRect())
    inside = (
        (pixels[:, 0] > box.left() - 20) & (pixels[:, 0] < box.right() + 20)
        & (pixels[:, 1] > box.top() - 20) & (pixels[:, 1] < box.bottom() + 20)
    )  # fmt: skip
    large = min(box.width(), box.height()) / look.space(_USUAL)
    r = radius(len(pixels), zoom, look) * min(max(large, 1.0), _LARGEST) ** 0.5
    numerals = zoom >= NUMERALS_FROM
    for ringed in (False, True):
        at = np.flatnonzero(inside & (marks.wrong == ringed))
        if numerals:
            _numerals(painter, pixels, at, marks, look)
        else:
            _dots(painter, pixels, at, marks, r, look)
    _rings(painter, pixels[inside & marks.wrong], r + (5 if numerals else 2) * look.text_scale, look)


def _dots(
    painter: QPainter, pixels: NDArray[np.float64], at: NDArray[np.intp], marks: Marks, r: float, look: Theme
) -> None:
    labels = marks.labels[at]
    for label in np.unique(labels):
        some = pixels[at[labels == label]]
        pen = QPen(colour_of(int(label), look), 2 * r, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPoints(QPolygonF([QPointF(x, y) for x, y in some.tolist()]))


def _numerals(
    painter: QPainter, pixels: NDArray[np.float64], at: NDArray[np.intp], marks: Marks, look: Theme
) -> None:
    font = look.font(0.85, QFont.Weight.DemiBold, tabular=True)
    if device.is_vector(painter):
        painter.setFont(font)
        for i in at.tolist():
            painter.setPen(colour_of(int(marks.labels[i]), look))
            x, y = pixels[i]
            painter.drawText(QRectF(x - 20, y - 20, 40, 40), _CENTRE, marks.name(int(marks.labels[i])))
        return
    ratio = device.ratio(painter)
    stamps = {int(k): _stamp(marks.name(int(k)), font, colour_of(int(k), look), ratio, look)
              for k in np.unique(marks.labels[at])}  # fmt: skip
    for i in at.tolist():
        stamp = stamps[int(marks.labels[i])]
        half_w, half_h = stamp.width() / ratio / 2, stamp.height() / ratio / 2
        painter.drawImage(QPointF(pixels[i, 0] - half_w, pixels[i, 1] - half_h), stamp)


def _stamp(name: str, font: QFont, colour: QColor, ratio: float, look: Theme) -> QImage:
    """A numeral on a disc of the background, so that those that overlap can still be read."""
    metrics = QFontMetricsF(font)
    side = max(metrics.horizontalAdvance(name), metrics.height() * 0.72) + 2
    image = QImage(round(side * ratio), round(side * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        back = QColor(look.card)
        back.setAlphaF(0.8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(back)
        painter.drawEllipse(QRectF(0.5, 0.5, side - 1, side - 1))
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(QRectF(0, 0, side, side), _CENTRE, name)
    return image


def _rings(painter: QPainter, pixels: NDArray[np.float64], r: float, look: Theme) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.text, look.stroke(1.2)))
    for x, y in pixels.tolist():
        painter.drawEllipse(QPointF(x, y), r, r)


def paint_names(painter: QPainter, pixels: NDArray[np.float64], marks: Marks, look: Theme) -> None:
    """The name of each class in the middle of its points, on a plate."""
    box = painter.clipBoundingRect()
    small = min(box.width(), box.height()) < look.space(_SMALL)
    font = look.font(0.85 if small else 1.25, QFont.Weight.Bold, tabular=True)
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    for label in np.unique(marks.labels):
        if label < 0:
            continue
        x, y = np.median(pixels[marks.labels == label], axis=0)
        name = marks.name(int(label))
        wide, high = metrics.horizontalAdvance(name) + look.space(2), metrics.height()
        plate = QRectF(x - wide / 2, y - high / 2, wide, high)
        back = QColor(look.card)
        back.setAlphaF(0.82)
        painter.setPen(QPen(colour_of(int(label), look), look.stroke(1)))
        painter.setBrush(back)
        painter.drawRoundedRect(plate, look.space(1), look.space(1))
        painter.setPen(colour_of(int(label), look))
        painter.drawText(plate, _CENTRE, name)


def paint_here(painter: QPainter, place: QPointF, links: Sequence[QPointF], look: Theme) -> None:
    """The current input: a diamond in the accent colour, tied to its nearest points."""
    for width, colour in ((look.stroke(3), look.card), (look.stroke(1.2), look.accent)):
        painter.setPen(QPen(colour, width))
        for end in links:
            painter.drawLine(place, end)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.accent, look.stroke(1.2)))
    for end in links:
        painter.drawEllipse(end, look.space(1.5), look.space(1.5))
    s = look.space(2.5)
    diamond = QPolygonF(
        [place + QPointF(0, -s), place + QPointF(s, 0), place + QPointF(0, s), place + QPointF(-s, 0)]
    )
    painter.setBrush(look.accent)
    painter.setPen(QPen(look.card, look.stroke(2.5), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, _MITRE))
    painter.drawPolygon(diamond)


_CENTRE = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip)
_MITRE = Qt.PenJoinStyle.MiterJoin
