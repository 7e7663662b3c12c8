"""The ink of a drawing that grows: only what is new is drawn, unless the past has changed."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.enlarged import enlarged
from neuroviz.data.ink import Drawing, Ink, InkSurface, Stroke

INK_SIZE = (
    280  # pixels: ten for each of the net's, so that averaging is exact for a drawing that fills the pad
)


class Pen:
    """Follows a drawing, pen position by pen position. `picture` (n, n) uint8 lies under the ink."""

    def __init__(self, picture: NDArray[np.uint8] | None = None) -> None:
        self._surface = InkSurface(INK_SIZE, base=None if picture is None else enlarged(picture, INK_SIZE))
        self._done: tuple[Stroke, ...] = ()

    @property
    def ink(self) -> Ink:
        """(280, 280) in 0..1, a read-only view that follows the pen."""
        return self._surface.image

    def follow(self, drawing: Drawing) -> Ink:
        """Draw what `drawing` has beyond the present state; start over if it is not a continuation."""
        strokes, done = drawing.strokes, self._done
        n = len(done)
        if not continues(drawing, Drawing(done)):
            self._surface.clear()
            n = 0
        if n:
            before, now = done[-1], strokes[n - 1]
            old = len(before.points)
            self._surface.add(now.points[old:], now.pressure[old:] or None)
        for stroke in strokes[n:]:
            self._surface.draw(stroke)
        self._done = strokes
        return self.ink


def continues(later: Drawing, earlier: Drawing) -> bool:
    """True when `later` is `earlier` with more points at its end."""
    n = len(earlier.strokes)
    if n == 0:
        return True
    if len(later.strokes) < n or later.strokes[: n - 1] != earlier.strokes[: n - 1]:
        return False
    old, new = earlier.strokes[-1], later.strokes[n - 1]
    same_pen = (old.width, old.erase) == (new.width, new.erase)
    k = len(old.points)
    return same_pen and new.points[:k] == old.points and new.pressure[:k] == old.pressure


def common_points(a: Drawing, b: Drawing) -> int:
    """How many pen positions two drawings share from the start."""
    shared = 0
    for one, other in zip(a.strokes, b.strokes, strict=False):
        if one == other:
            shared += len(one.points)
            continue
        if (one.width, one.erase) == (other.width, other.erase):
            shared += _common(one, other)
        break
    return shared


def _common(one: Stroke, other: Stroke) -> int:
    """How many points two strokes of the same pen share from the start."""
    pairs = zip(one.points, other.points, strict=False)
    n = next((i for i, (p, q) in enumerate(pairs) if p != q), min(len(one.points), len(other.points)))
    pressures = zip(one.pressure[:n], other.pressure[:n], strict=False)
    if bool(one.pressure) != bool(other.pressure):
        return 0
    return next((i for i, (p, q) in enumerate(pressures) if p != q), n)
