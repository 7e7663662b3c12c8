"""The values of a stage as coloured pixels, one for each value, kept between traces."""

from __future__ import annotations

from math import floor, log10

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from neuroviz.ui import device
from neuroviz.ui.images import Raster, Words, fade, toned, word_table
from neuroviz.ui.netview.layout import Block
from neuroviz.ui.netview.stages import Stage, Values
from neuroviz.ui.theme import Theme

_STEPS = (1.0, 1.5, 2.0, 3.0, 5.0, 7.0, 10.0)


class Tables:
    """The colour maps of a theme as tables; grey runs from paper to ink."""

    def __init__(self, look: Theme) -> None:
        self.signed: Words = word_table(look.signed, -1.0)
        self.grey: Words = fade(look.card, look.ink)


class Cells:
    """One stage's values as a raster: maps below one another, units in the columns of their block."""

    def __init__(self, stage: Stage, block: Block) -> None:
        self.stage, self.block = stage, block
        self.limit = 0.0  # the value at full colour; 0 while there is nothing to show
        self._grey = False
        self._flat = not stage.is_maps
        self._sheet: Values
        if self._flat:
            self._sheet = np.full(block.rows * block.columns, np.nan, np.float32)
            self.raster = Raster(block.rows, block.columns)
        else:
            self._sheet = np.zeros((block.n * stage.shape[1], stage.shape[2]), np.float32)
            self.raster = Raster(*self._sheet.shape)

    def show(self, values: Values | None, tables: Tables, limit: float | None = None) -> None:
        """Colour these values (shape of the stage), or none; the scale is symmetric and of few sizes.

        limit: the value at full colour, where it is not to be that of these values alone.
        """
        if values is None:
            values = np.zeros(self.stage.shape, np.float32)
            self.limit = 0.0
        else:
            self.limit = nice(largest(values)) if limit is None else limit
        self._grey = self.stage.kind == "input" and self.stage.is_maps and float(values.min()) >= 0
        scale = np.float32(self.limit or 1.0)
        if self._flat:
            self._sheet[: self.block.n] = values[: self.block.n] / scale
            sheet = self._sheet.reshape(self.block.columns, self.block.rows).T
        else:
            np.divide(values[: self.block.n].reshape(self._sheet.shape), scale, out=self._sheet)
            sheet = self._sheet
        self.raster.words[:] = toned(sheet, *self.colours(tables))

    def colours(self, tables: Tables) -> tuple[Words, float]:
        """The table in use and the value it begins with, as a part of the limit: −1 or 0."""
        return (tables.grey, 0.0) if self._grey else (tables.signed, -1.0)

    @property
    def apart(self) -> bool:
        """Whether each cell is painted by itself: maps, and the units of a single column."""
        block = self.block
        return not self._flat or (block.columns == 1 and block.pitch[1] > block.cell[1])

    def paint(self, painter: QPainter) -> None:
        """All cells; the painter must not smooth."""
        block = self.block
        if not self.apart:
            whole = QRectF(
                block.x, block.y, block.columns * block.pitch[0], block.rows * block.pitch[1]
            )
            device.draw_pixels(painter, whole, self.raster.image)
            return
        high, wide = (1, 1) if self._flat else self.stage.shape[1:]
        for i in range(block.n):
            source = QRectF(0, i * high, wide, high)
            device.draw_pixels(painter, QRectF(*block.corner(i), *block.cell), self.raster.image, source)


def nice(limit: float) -> float:
    """The next round number that is not smaller: scales then stay while values change a little."""
    if limit <= 0:
        return 0.0
    power = 10.0 ** floor(log10(limit))
    return float(f"{next(step for step in _STEPS if step * power >= limit * (1 - 1e-6)) * power:.6g}")


def largest(values: Values) -> float:
    """The largest size among values that are finite; 0 for none."""
    size = np.abs(values)
    found = float(size.max())
    return found if np.isfinite(found) else float(np.max(size, where=np.isfinite(size), initial=0.0))
