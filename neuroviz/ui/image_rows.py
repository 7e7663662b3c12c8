"""RowRasters: the pictures of an ImageSheet row by row, coloured when they are first seen."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from neuroviz.ui.image_cells import row_raster
from neuroviz.ui.images import Raster, Words, fade
from neuroviz.ui.theme import theme

_KEPT = 120  # rows that were seen; 24 pictures of 56 pixels are 100 kB


class RowRasters:
    """Rasters by the number of their row, in the order in which they were made."""

    def __init__(self) -> None:
        self._rows: dict[int, Raster] = {}
        self._table: Words | None = None

    def known(self, row: int) -> Raster | None:
        """The raster of a row if it is there."""
        return self._rows.get(row)

    def made(self, row: int, images: NDArray[np.uint8]) -> Raster:
        """That of the row with these pictures (n, 28, 28), made now."""
        if self._table is None:
            self._table = fade(theme().card, theme().ink)
        raster = self._rows[row] = row_raster(images, self._table)
        return raster

    def trim(self) -> None:
        """Let the oldest go."""
        while len(self._rows) > _KEPT:
            del self._rows[next(iter(self._rows))]

    def forget(self, row: int) -> None:
        """This row shows something else now."""
        self._rows.pop(row, None)

    def clear(self) -> None:
        """All rows do."""
        self._rows.clear()

    def recolour(self) -> None:
        """The theme is another."""
        self._rows.clear()
        self._table = None
