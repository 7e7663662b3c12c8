"""Paths cut off at the edge of a picture: files of lines know no part to paint in."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF

from neuroviz.ui.relief.shape import Floats

Mask = NDArray[np.bool_]


def inside(across: Floats, down: Floats, room: QRectF) -> Mask:
    """Which places lie in it, its edge included; those without a place do not."""
    with np.errstate(invalid="ignore"):
        wide = (across >= room.left()) & (across <= room.right())
        return np.asarray(wide & (down >= room.top()) & (down <= room.bottom()))


def clipped(across: Floats, down: Floats, seen: Mask, room: QRectF) -> tuple[Floats, Floats, Mask]:
    """The path with its ends where it crosses the edge, and NaN where it is outside (Liang and Barsky, "A new
    concept and method for line clipping", 1984).
    """
    if len(across) < 2 or inside(across, down, room).all():
        return across, down, seen
    x, y = across[:-1], down[:-1]
    dx, dy = np.diff(across), np.diff(down)
    begin, end = np.zeros(len(x)), np.ones(len(x))
    with np.errstate(invalid="ignore", divide="ignore"):
        for way, gap in (
            (-dx, x - room.left()), (dx, room.right() - x), (-dy, y - room.top()), (dy, room.bottom() - y),
        ):  # fmt: skip
            share = gap / way
            begin = np.where(way < 0, np.maximum(begin, share), begin)
            end = np.where(way > 0, np.minimum(end, share), end)
            end = np.where((way == 0) & (gap < 0), -1.0, end)
        known = np.isfinite(dx + dy) & (begin <= end)
    found: list[tuple[float, float, bool]] = []
    nowhere = (np.nan, np.nan, False)
    for i in np.flatnonzero(known).tolist():
        if begin[i] > 0 or i == 0 or not known[i - 1]:
            found += [nowhere, (x[i] + begin[i] * dx[i], y[i] + begin[i] * dy[i], bool(seen[i]))]
        found.append((x[i] + end[i] * dx[i], y[i] + end[i] * dy[i], bool(seen[i + 1])))
        if end[i] < 1:
            found.append(nowhere)
    whole = np.array(found, np.float64).reshape(-1, 3)
    return whole[:, 0], whole[:, 1], whole[:, 2] > 0
