"""Where the places of a relief lie when it is seen as a block, and which place a pixel shows."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from neuroviz.ui.relief.lens import Lens
from neuroviz.ui.relief.shape import Floats, Relief, Singles

_NEAR = 0.012  # of the ground: what is that little behind what is seen is seen too
_RIM = 3.0  # pixels about the block in which its edge is meant


@dataclass(frozen=True, eq=False)
class BlockGround:
    """lens: in the widget's own pixels; depth: of a picture of the same proportions, of any resolution."""

    relief: Relief
    lens: Lens
    depth: Singles

    @property
    def bent(self) -> bool:
        """What is straight on the ground goes up and down in the picture."""
        return True

    def shares(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        """Parts of the sides of the ground, 0..1 within it."""
        (x0, x1), (y0, y1) = self.relief.x, self.relief.y
        return (x - x0) / (x1 - x0), (y - y0) / (y1 - y0)

    def places(self, x: Floats, y: Floats) -> tuple[Floats, Floats, NDArray[np.bool_]]:
        """Pixels of the widget, NaN beside the ground and in holes; and whether nothing is before them."""
        with np.errstate(invalid="ignore", over="ignore"):
            right, up = self.shares(x, y)
            heights = self.relief.height_at(x, y)
            across, down, depth = self.lens.project(2 * right - 1, 2 * up - 1, heights)
            across = np.where(np.isnan(heights), np.nan, across)
        return across, down, self._seen(across, down, depth)

    def _seen(self, across: Floats, down: Floats, depth: Floats) -> NDArray[np.bool_]:
        """By the farthest of what is seen about each place: at an edge, both sides count."""
        rows, columns = self.depth.shape
        column = np.nan_to_num(across * (columns / self.lens.width), posinf=0, neginf=0)
        row = np.nan_to_num(down * (rows / self.lens.height), posinf=0, neginf=0)
        column = np.clip(column, 0, columns - 1).astype(np.intp)
        farthest = np.full(depth.shape, -np.inf)
        for shift in (-1.5, 0.0, 1.5):
            at = np.clip(row + shift, 0, rows - 1).astype(np.intp)
            np.maximum(farthest, self.depth[at, column], out=farthest)
        found: NDArray[np.bool_] = depth <= farthest + _NEAR
        return found

    def place_at(self, across: float, down: float) -> tuple[float, float] | None:
        """The place (x, y) of the surface that a pixel of the widget shows; None beside it."""
        rows, columns = self.depth.shape
        row = math.floor(down * rows / self.lens.height)
        column = math.floor(across * columns / self.lens.width)
        if not (0 <= row < rows and 0 <= column < columns):
            return None
        depth = float(self.depth[row, column])
        if not math.isfinite(depth):
            return None
        u, v = (min(max(one, -1.0), 1.0) for one in self.lens.place(across, depth))
        (x0, x1), (y0, y1) = self.relief.x, self.relief.y
        x, y = x0 + (u + 1) / 2 * (x1 - x0), y0 + (v + 1) / 2 * (y1 - y0)
        if max(abs(u), abs(v)) > 1 - 1e-3:  # a side shows the same depth from its foot up
            _, edge, _ = self.places(np.array([x]), np.array([y]))
            if not down <= float(edge[0]) + _RIM:
                return None
        return x, y
