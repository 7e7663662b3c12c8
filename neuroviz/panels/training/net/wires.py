"""Wires: what leads from one block to the next: weights in their colours, windows, or the same value on."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from neuroviz.nn import AvgPool, Conv2d, MaxPool
from neuroviz.nn.arrays import Array
from neuroviz.panels.training.net.faces import Face, Sheets, Units
from neuroviz.panels.training.net.places import Places
from neuroviz.ui.netview.backdrop import blend
from neuroviz.ui.theme import Theme

_LEVELS = 5  # strengths in which weights are drawn
_MOST = 300  # wires between two layers, the strongest
_FAINTEST = 0.04  # of the largest weight, below which there is nothing to be seen


def paint_wires(painter: QPainter, places: Places, block: int, pair: tuple[Face, Face]) -> None:
    """From the face before a block to its own."""
    left, right = pair
    look = places.look
    if isinstance(left, Units) and isinstance(right, Units):
        w = places.scene.weights(block)
        if w is not None and w.ndim == 2:
            _paint_weights(painter, left, right, w, look)
        elif places.scene.blocks[block].weighs:
            _paint_fan(painter, left, right, look)  # the net has not been made yet
        else:
            _paint_straight(painter, left, right, look)
    elif isinstance(left, Sheets) and isinstance(right, Sheets):
        _paint_window(painter, places, block, (left, right))
    elif isinstance(left, Sheets) and isinstance(right, Units):
        painter.setPen(_quiet(look))
        start = QPointF(left.right, left.front.center().y())
        painter.drawLines([QLineF(start, QPointF(right.left, y)) for y in right.ys])


def _quiet(look: Theme) -> QPen:
    return QPen(look.line, look.stroke(1))


def _paint_weights(painter: QPainter, left: Units, right: Units, w: Array, look: Theme) -> None:
    """Those between units that are shown, weakest first, in a few strengths for each sign."""
    some = np.nan_to_num(w[np.ix_(left.shown, right.shown)])
    most = float(np.abs(some).max(initial=0.0))
    if most == 0.0:
        _paint_fan(painter, left, right, look)
        return
    sizes = np.abs(some) / most
    levels = np.ceil(sizes * _LEVELS).astype(int)
    levels[sizes < _FAINTEST] = 0
    if some.size > _MOST:
        levels[sizes < np.partition(sizes, -_MOST, axis=None)[-_MOST]] = 0
    crowd = min(1.0, 150.0 / max(1, some.size))  # many wires are thin, or nothing else is to be seen
    for level in range(1, _LEVELS + 1):
        share = level / _LEVELS
        for sign, colour in ((1, look.positive), (-1, look.negative)):
            chosen = np.argwhere((levels == level) & (np.sign(some) == sign))
            if len(chosen) == 0:
                continue
            # mixed with the ground beforehand: to paint half-transparent lines takes ten times as long
            ink = blend(look.window, colour, (0.12 + 0.78 * share) * (0.55 + 0.45 * crowd))
            painter.setPen(QPen(ink, look.stroke(0.5 + (0.8 + 2.2 * crowd) * share)))
            lines = [
                QLineF(left.right, left.ys[i], right.left, right.ys[j]) for i, j in chosen.tolist()
            ]
            painter.drawLines(lines)


def _paint_fan(painter: QPainter, left: Units, right: Units, look: Theme) -> None:
    """Weights of zero, or none yet: where they would be, dotted."""
    pen = QPen(look.line, look.stroke(1))
    pen.setStyle(Qt.PenStyle.DotLine)
    painter.setPen(pen)
    painter.drawLines([QLineF(left.right, a, right.left, b) for a in left.ys for b in right.ys])


def _paint_straight(painter: QPainter, left: Units, right: Units, look: Theme) -> None:
    """Each value alone."""
    painter.setPen(QPen(look.quiet, look.stroke(1)))
    for a, b in zip(left.ys, right.ys, strict=False):
        painter.drawLine(QPointF(left.right, a), QPointF(right.left, b))


def _paint_window(painter: QPainter, places: Places, block: int, pair: tuple[Sheets, Sheets]) -> None:
    """What one value is made from: a window of all maps before."""
    left, right = pair
    look, scene = places.look, places.scene
    layer = scene.blocks[block].layer
    shape = scene.shape(block - 1)
    if isinstance(layer, Conv2d):
        size, ink = layer.kernel, look.accent
    elif isinstance(layer, MaxPool | AvgPool):
        size, ink = layer.size, look.accent
    else:
        size, ink = 0, look.line
    painter.setPen(QPen(ink, look.stroke(1)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if not size:
        for share in (0.2, 0.8):
            a = left.front.top() + share * left.front.height()
            b = right.front.top() + share * right.front.height()
            painter.drawLine(QPointF(left.right, a), QPointF(right.left, b))
        return
    cell = left.front.width() / shape[2], left.front.height() / shape[1]
    wide, high = min(left.front.width(), size * cell[0]), min(left.front.height(), size * cell[1])
    window = QRectF(0, 0, wide, high)
    centre = left.front.center() + QPointF(0.18 * left.front.width(), -0.12 * left.front.height())
    window.moveCenter(centre)
    window.moveRight(min(window.right(), left.front.right()))
    window.moveTop(max(window.top(), left.front.top()))
    painter.drawRect(window)
    target = right.front.topLeft() + QPointF(0.35 * right.front.width(), 0.4 * right.front.height())
    painter.drawLine(window.topRight(), target)
    painter.drawLine(window.bottomRight(), target)
    painter.setBrush(ink)
    painter.drawEllipse(target, look.stroke(1.6), look.stroke(1.6))
