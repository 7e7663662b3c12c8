"""What is drawn over the cells: the gaps between units, the answer's labels, what is asked for."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from neuroviz.ui.fit import fitting
from neuroviz.ui.netview.backdrop import draw_links
from neuroviz.ui.netview.facts import Spot, field
from neuroviz.ui.netview.layout import Block
from neuroviz.ui.netview.model import Model
from neuroviz.ui.theme import Theme

_LINE = 1.2  # a line is higher than its figures, which may come this much closer
FOLLOWED = 16  # links drawn into and out of a value that is asked for


def gaps(painter: QPainter, block: Block, colour: QColor) -> None:
    """The lines that part the units of a block."""
    wide, high = block.pitch[0] - block.cell[0], block.pitch[1] - block.cell[1]
    if wide <= 0:
        return
    full, rest = divmod(block.n, block.rows)
    for column in range(1, block.columns + 1):
        tall = (block.rows if column <= full else rest) * block.pitch[1]
        painter.fillRect(QRectF(block.x + column * block.pitch[0] - wide, block.y, wide, tall), colour)
    for row in range(1, block.rows + 1):
        across = (full + (row <= rest)) * block.pitch[0]
        painter.fillRect(QRectF(block.x, block.y + row * block.pitch[1] - high, across, high), colour)


def winner(model: Model, *, mark: bool = True) -> int:
    """The unit of the last stage with the largest value; −1 where there is none, or none is to be marked."""
    if model.trace is None or not mark:
        return -1
    values = model.stages[model.last].values(model.trace)
    return int(values.argmax()) if np.isfinite(values).all() else -1


def names(painter: QPainter, model: Model, label: Callable[[int], str], look: Theme, first: int) -> None:
    """Labels in class colours beside the last stage; that of the unit `first` stands out."""
    block = model.blocks[model.last]
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextDontClip
    tall = block.cell[1] > look.space(5)
    fonts = [
        fitting(font, (), math.inf, block.pitch[1] * _LINE)
        for font in (look.font(), look.font(1.25 if tall else 1.0, QFont.Weight.Bold))
    ]
    for i in range(block.n):
        x, y = block.corner(i)
        painter.setFont(fonts[i == first])
        painter.setPen(look.digit(i))
        beside = QRectF(x + block.cell[0] + look.space(2), y, look.space(12), block.cell[1])
        painter.drawText(beside, flags, label(i))


def ring(painter: QPainter, model: Model, look: Theme, first: int) -> None:
    """A ring round a unit of the last stage."""
    block = model.blocks[model.last]
    if 0 <= first < block.n:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.digit(first), 2.5))
        painter.drawRoundedRect(QRectF(*block.corner(first), *block.cell).adjusted(-2, -2, 2, 2), 4, 4)


def follow(painter: QPainter, model: Model, spot: Spot, kinds: tuple[QPen, ...], look: Theme) -> None:
    """The strongest links into and out of a spot, the field it looks at, and a frame round it."""
    for i, links in model.around(spot, FOLLOWED):
        drawn, ends = model.shown(i, links)
        draw_links(painter, drawn, ends, kinds)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.text, 1))
        for x, y in ends[0 if i == spot.stage else 1].tolist():
            painter.drawEllipse(QPointF(x, y), 2.5, 2.5)
    mark(painter, model, spot, look)


def mark(painter: QPainter, model: Model, spot: Spot, look: Theme) -> None:
    """The field that a spot looks at, and a frame round it."""
    _field(painter, model, spot, look)
    x, y, wide, high = model.rect(spot)
    frame = QRectF(x, y, wide, high).adjusted(-1.5, -1.5, 1.5, 1.5)
    for colour, width in ((look.window, 4.0), (look.accent, 2.0)):
        painter.setPen(QPen(colour, width))
        painter.drawRect(frame)


def _field(painter: QPainter, model: Model, spot: Spot, look: Theme) -> None:
    """The part of each map before it that a unit of a convolution looks at, and where its gaze goes."""
    before = model.blocks.get(spot.stage - 1)
    if before is None:
        return
    part = field(model.net, model.stages[spot.stage], model.stages[spot.stage - 1], spot)
    if part is None:
        return
    x, y, _, high = model.rect(spot)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for i in range(before.n):
        left, top = before.corner(i)
        x0, y0, x1, y1 = (share * side for share, side in zip(part, before.cell * 2, strict=True))
        seen = QRectF(left + x0, top + y0, x1 - x0, y1 - y0)
        for colour, width in ((look.window, 3.0), (look.accent, 1.5)):
            painter.setPen(QPen(colour, width))
            painter.drawRect(seen)
        if before.n == 1:
            painter.setPen(QPen(look.accent, 1))
            middle = y + high / 2
            painter.drawLine(QLineF(seen.right(), seen.top(), x, middle))
            painter.drawLine(QLineF(seen.right(), seen.bottom(), x, middle))
