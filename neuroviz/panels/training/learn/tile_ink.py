"""Where pictures of weights stand, and how they are painted: all in one scale, or one of them large."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from neuroviz.panels.training.learn import filter_tiles
from neuroviz.panels.training.learn.figures import number
from neuroviz.panels.training.learn.filter_tiles import Floats, Tile
from neuroviz.ui import device
from neuroviz.ui.fit import fitting
from neuroviz.ui.images import Raster, Words, toned, word_table
from neuroviz.ui.images import words as colour_words
from neuroviz.ui.theme import Theme

FOOT = 7.0
"""Steps of space at the foot for the scale."""

_GAP = 0.1  # of a picture's side
_NUMBERS = 7.0  # steps of space that a weight needs to be written in


def coloured(weights: Floats, largest: float, look: Theme) -> Raster:
    """Weights (h, w) in signed colours, `largest` the strongest; where there is no number, nothing."""
    raster = Raster(*weights.shape)
    with np.errstate(invalid="ignore", over="ignore"):
        raster.words[:] = colour_words(look.signed(np.clip(weights / largest, -1, 1)))
    return raster


def recolour(rasters: list[Raster], found: Sequence[Tile], largest: float, look: Theme) -> None:
    """Colour all in one go, in the rasters there are where they are of the right size.

    A window beside a busy worker waits at each array operation.
    """
    if [one.words.shape for one in rasters] != [one.weights.shape for one in found]:
        rasters[:] = [Raster(*one.weights.shape) for one in found]
    if not found:
        return
    flat = np.concatenate([one.weights.ravel() for one in found])
    words, at = toned(flat * np.float32(1 / largest), _signed(look), -1.0), 0
    for raster in rasters:
        raster.words.ravel()[:] = words[at : at + raster.words.size]
        at += raster.words.size


@lru_cache(maxsize=4)
def _signed(look: Theme) -> Words:
    return word_table(look.signed, -1.0)


def places(found: Sequence[Tile], area: QRectF, caption: float) -> list[QRectF]:
    """Where each picture stands in `area`, in rows, as large as it can be, `caption` pixels below each."""
    n = len(found)
    if not n:
        return []
    ratio = max(one.weights.shape[1] / one.weights.shape[0] for one in found) if _alike(found) else 1.0
    columns = filter_tiles.arranged(n, area.width(), area.height(), ratio)
    rows = math.ceil(n / columns)
    across, down = area.width() / columns, area.height() / rows
    high = max(2.0, min(across / ratio, down - caption) * (1 - _GAP))
    wide = high * ratio
    boxes = []
    for i, one in enumerate(found):
        row, column = divmod(i, columns)
        h, w = one.weights.shape
        unit = min(wide / w, high / h)
        box = QRectF(0, 0, max(unit * w, 2.0), max(unit * h, 2.0))
        cell = QRectF(area.left() + column * across, area.top() + row * down, across, down - caption)
        box.moveCenter(cell.center())
        boxes.append(box)
    return boxes


def _alike(found: Sequence[Tile]) -> bool:
    return len({one.weights.shape for one in found}) == 1


def inner(box: QRectF, tile: Tile) -> QRectF:
    """The largest place of a picture's proportions in a box; very long ones may be stretched."""
    high, wide = tile.weights.shape
    ratio = min(max(wide / high, 0.2), 5.0)
    w = min(box.width(), box.height() * ratio)
    found = QRectF(0, 0, w, w / ratio)
    found.moveCenter(box.center())
    return found


def paint_large(painter: QPainter, box: QRectF, tile: Tile, raster: Raster, look: Theme) -> None:
    """One picture; its weights are written in where there is room for them."""
    device.draw_pixels(painter, box, raster.image)
    high, wide = tile.weights.shape
    w, h = box.width() / wide, box.height() / high
    line = QFontMetricsF(look.font(0.85)).height()
    if w < look.space(_NUMBERS) or h < line:
        return
    font = fitting(look.font(0.85, QFont.Weight.Normal, tabular=True), ("−0.0000",), w - 4, h)
    painter.setFont(font)
    for row in range(high):
        for column in range(wide):
            cell = QRectF(box.left() + column * w, box.top() + row * h, w, h)
            fill = QColor.fromRgba(int(raster.words[row, column]))
            painter.setPen(QColor(look.text) if fill.alpha() < 255 else _readable(fill))
            painter.drawText(cell, _MIDDLE, number(float(tile.weights[row, column])))


def paint_scale(painter: QPainter, box: QRectF, largest: float, look: Theme) -> None:
    """The colours from the most negative to the most positive weight, with both numbers."""
    bar = QRectF(box.left() + box.width() * 0.25, 0, box.width() * 0.5, box.height() * 0.4)
    bar.moveCenter(box.center())
    raster = Raster(1, 255)
    raster.words[:] = colour_words(look.signed(np.linspace(-1, 1, 255)))[None]
    painter.drawImage(bar, raster.image)
    painter.setPen(QPen(look.line, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(bar)
    painter.setFont(look.font(0.85, tabular=True))
    painter.setPen(look.quiet)
    text, gap = number(largest), look.space(1.5)
    side = box.width() * 0.25 - gap
    painter.drawText(QRectF(box.left(), box.top(), side, box.height()), _RIGHT, f"\N{MINUS SIGN}{text}")
    painter.drawText(QRectF(bar.right() + gap, box.top(), side, box.height()), _LEFT, text)


def _readable(fill: QColor) -> QColor:
    """Dark or bright words, whichever can be read on `fill`."""
    return QColor("#101216") if fill.lightnessF() > 0.5 else QColor("#F4F6FA")


_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_MIDDLE = int(Qt.AlignmentFlag.AlignCenter)
