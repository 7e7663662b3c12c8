"""The picture of a relief from above as it is kept, and the numbers at its lines of equal value."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFontMetricsF

from neuroviz.ui.images import Raster
from neuroviz.ui.relief.shape import Floats, Relief
from neuroviz.ui.relief.texture import LEVELS, strong, texture
from neuroviz.ui.theme import Theme

_QUICK = 110_000  # pixels of a picture that is drawn at once
_MOST = 4_000_000
_PIXELS = 48_000  # made in one step: a few milliseconds
_LABELS = 9
_GRID = 64  # places along each side at which a line may have its number
_EDGE = 0.06  # of the sides, without numbers

Size = tuple[int, int]
"""Rows and columns."""


class MapKept:
    """Pictures of one relief in one look; row 0 is at the top."""

    def __init__(self, relief: Relief, look: Theme) -> None:
        self.relief, self.look = relief, look
        self._quick: tuple[Size, Raster] | None = None
        self._sharp: tuple[Size, Raster] | None = None
        self._labels: tuple[QSizeF, list[tuple[QPointF, str]]] | None = None

    def shown(self, size: Size) -> Raster:
        """The finest there is, drawn now if there is none."""
        if self._sharp is not None and self._sharp[0] == size:
            return self._sharp[1]
        if self._quick is None or self._quick[0] != size:
            less = min(1.0, math.sqrt(_QUICK / max(1, size[0] * size[1])))
            shape = max(2, round(size[0] * less)), max(2, round(size[1] * less))
            raster = Raster(*shape)
            raster.words[:] = texture(self.relief, self.look, shape, flat=True)[::-1]
            self._quick = size, raster
        return self._quick[1]

    def is_sharp(self, size: Size) -> bool:
        """Whether there is nothing left to refine."""
        return self._sharp is not None and self._sharp[0] == size

    def refining(self, size: Size, ratio: float = 1.0) -> Iterator[None]:
        """Draw it finely; what is shown changes with the last step. ratio: pixels to one of the widget."""
        less = min(1.0, math.sqrt(_MOST / max(1, size[0] * size[1])))
        shape = max(2, round(size[0] * less)), max(2, round(size[1] * less))
        raster, step = Raster(*shape), max(1, _PIXELS // shape[1])
        upright = raster.words[::-1]
        weight = max(1.0, ratio * less, shape[1] / 700)
        for row in range(0, shape[0], step):
            rows = row, min(row + step, shape[0])
            upright[rows[0] : rows[1]] = texture(
                self.relief, self.look, shape, rows, flat=True, weight=weight
            )
            yield
        self._sharp = size, raster

    def refined(self, size: Size, ratio: float = 1.0) -> Raster:
        """The finest at once, as a file wants it."""
        for _ in self.refining(size, ratio):
            pass
        return self.shown(size)

    def labels(self, size: QSizeF) -> list[tuple[QPointF, str]]:
        """Where numbers stand, in a picture of that size, and what they say; each on its line."""
        if self._labels is None or self._labels[0] != size:
            self._labels = size, _labels(self.relief, self.look, size)
        return self._labels[1]


def _labels(relief: Relief, look: Theme, size: QSizeF) -> list[tuple[QPointF, str]]:
    """Strong lines first; each where it is far from its neighbours and from other numbers."""
    words = dict(relief.ticks(LEVELS))
    if len(words) < 2:
        return []
    levels = list(words)
    order = np.argsort(~strong(levels, log=relief.log), kind="stable")
    share = np.linspace(_EDGE, 1 - _EDGE, _GRID)
    (x0, x1), (y0, y1) = relief.x, relief.y
    x, y = np.meshgrid(x0 + share * (x1 - x0), y0 + share * (y1 - y0))
    heights = relief.height_at(x, y)
    pitch = (1 - 2 * _EDGE) / (_GRID - 1)
    up, right = np.gradient(heights, pitch * size.height(), pitch * size.width())
    slope = np.hypot(up, right)
    metrics = QFontMetricsF(look.font(0.85, tabular=True))
    line = metrics.height()
    at = np.array([float(relief.height_of(value)) for value in levels])
    found: list[tuple[QPointF, str]] = []
    taken: list[QRectF] = []
    for k in order.tolist():
        gap = np.diff(at)[max(0, k - 1) : k + 1].min()
        row, column, across = _crossings(heights, float(at[k]))
        px = (_EDGE + (column + across) * pitch) * size.width()
        py = (1 - _EDGE - row * pitch) * size.height()
        room = gap / np.maximum(slope[row, column], 1e-12)
        for i in np.argsort(-np.nan_to_num(room))[: 4 * _GRID].tolist():
            wide = metrics.horizontalAdvance(words[levels[k]])
            box = QRectF(px[i] - wide / 2, py[i] - line / 2, wide, line)
            far = box.adjusted(-4 * line, -4 * line, 4 * line, 4 * line)
            if room[i] < line or any(far.intersects(other) for other in taken):
                continue
            taken.append(box)
            found.append((QPointF(px[i], py[i]), words[levels[k]]))
            break
        if len(found) >= _LABELS:
            break
    return found


def _crossings(heights: Floats, level: float) -> tuple[np.ndarray, np.ndarray, Floats]:
    """Rows and columns before which a level is crossed along a row, and how far before, 0..1."""
    with np.errstate(invalid="ignore"):
        side = heights - level
        row, column = np.nonzero(side[:, :-1] * side[:, 1:] < 0)
    here, there = side[row, column], side[row, column + 1]
    return row, column, here / (here - there)
