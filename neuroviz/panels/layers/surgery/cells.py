"""The cells of a layer as pictures, and the words over them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from neuroviz.nn.arrays import Array
from neuroviz.panels.layers.surgery import words
from neuroviz.panels.layers.surgery.places import Grid
from neuroviz.sims.cuts import Block
from neuroviz.ui.images import Raster
from neuroviz.ui.images import words as to_words
from neuroviz.ui.theme import Theme


def coloured(
    block: Block, grid: Grid, pair: tuple[Array, Array] | None, look: Theme
) -> Raster | list[Raster]:
    """The values after the cuts, on the scale of the largest in the layer before or after; maps one by one.

    What is no number has the colour of lines.
    """
    values = np.zeros(block.shape, np.float32) if pair is None else pair[1]
    known = [np.abs(one[np.isfinite(one)]).ravel() for one in pair or (values,)]
    scale = float(np.concatenate(known).max(initial=0.0)) or 1.0
    shares = np.clip(np.where(np.isinf(values), np.sign(values), values / np.float32(scale)), -1, 1)
    colours = to_words(look.signed(shares))
    colours[np.isnan(shares)] = look.line.rgba()
    colours = colours[: grid.n]
    if block.maps:
        return [_raster(one) for one in colours]
    flat = np.zeros(grid.rows * grid.columns, np.uint32)
    flat[: grid.n] = colours
    return _raster(flat.reshape(grid.columns, grid.rows).T)


def _raster(colours: np.ndarray) -> Raster:
    made = Raster(*colours.shape)
    made.words[:] = colours
    return made


def paint_gaps(painter: QPainter, grid: Grid, gap: float, look: Theme) -> None:
    """Lines between the cells: of the ground, or where units at rest look like it, to be seen."""
    right, bottom = grid.x + grid.columns * grid.cell, grid.y + grid.rows * grid.cell
    painter.setPen(QPen(look.window, gap) if look.dark else QPen(look.line, 1))
    for column in range(grid.columns + 1):
        x = grid.x + column * grid.cell
        painter.drawLine(QPointF(x, grid.y), QPointF(x, bottom))
    for row in range(grid.rows + 1):
        y = grid.y + row * grid.cell
        painter.drawLine(QPointF(grid.x, y), QPointF(right, y))


def paint_edges(painter: QPainter, left: Grid, right: Grid, w: Array, look: Theme) -> None:
    """What leads from the units of one layer to those of the next: w (n_left, n_right) by sign and size."""
    sound = np.nan_to_num(w, posinf=0, neginf=0)
    scale = float(np.abs(sound).max(initial=0.0)) or 1.0
    for i in range(left.n):
        start = QPointF(left.x + left.cell + 2, left.corner(i)[1] + left.cell / 2)
        for j in range(right.n):
            share = float(sound[i, j]) / scale
            if abs(share) < 0.02:
                continue
            colour = QColor(look.positive if share > 0 else look.negative)
            colour.setAlphaF(0.15 + 0.75 * abs(share))
            painter.setPen(QPen(colour, 0.5 + 3.0 * abs(share)))
            end = QPointF(right.x - 2, right.corner(j)[1] + right.cell / 2)
            painter.drawLine(start, end)


def paint_heading(painter: QPainter, parts: Sequence[Block], b: int, box: QRectF, look: Theme) -> None:
    """What the layer is and how large; numbers alone where there is no room. box: of the first line."""
    first, second = words.heading(parts, b)
    short = (f"{b + 1}", f"{parts[b].n:,}")
    for text, number, font, colour in (
        (first, short[0], look.font(0.85, QFont.Weight.DemiBold), look.text),
        (second, short[1], look.font(0.85), look.quiet),
    ):
        painter.setFont(font)
        painter.setPen(colour)
        fits = painter.fontMetrics().horizontalAdvance(text) <= box.width()
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
        painter.drawText(box, flags, text if fits else number)
        box = box.translated(0, box.height())
