"""The pictures of a drawing on its way into a net, as PictureRow shows them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.prepare import Prepared
from neuroviz.ui.images import Raster, Words, fade, picture
from neuroviz.ui.theme import Theme

FIELD = 28  # pixels along a side of what the net gets
Values = NDArray[np.float32]
Place = tuple[float, float, float, float]


@dataclass(frozen=True, eq=False)
class Step:
    """One picture: its values (H, W), and its place in a square frame: x, y, width, height as parts.

    raster: the picture itself, of fewer pixels where the screen has fewer; drawn: its place, which may reach
    a little over that of the values.
    """

    values: Values
    raster: Raster
    place: Place
    smooth: bool
    drawn: Place


def steps_of(prepared: Prepared, look: Theme, side: float) -> tuple[Step, ...]:
    """The five pictures of one drawing, for frames of `side` pixels."""
    table = fade(look.card, look.ink)
    grey = prepared.grey.astype(np.float32)
    high, wide = prepared.crop.shape
    longer = max(high, wide)
    part = 20 / FIELD  # the crop fills the box that it will be scaled to
    crop = _centred(wide / longer * part, high / longer * part)
    scaled = _centred(prepared.scaled.shape[1] / FIELD, prepared.scaled.shape[0] / FIELD)
    whole = (0.0, 0.0, 1.0, 1.0)
    return (
        _fine(prepared.ink, whole, side, table),
        _fine(prepared.crop, crop, side, table),
        Step(prepared.scaled, picture(prepared.scaled, table), scaled, False, scaled),
        Step(prepared.centred, picture(prepared.centred, table), whole, False, whole),
        Step(grey, picture(grey / np.float32(255.0), table), whole, False, whole),
    )


def _fine(values: Values, place: Place, side: float, table: Words) -> Step:
    """A picture of more pixels than there are on the screen, with those averaged that fall on one."""
    k = max(1, int(values.shape[1] / max(1.0, place[2] * side)))
    fewer = averaged(values, k)
    down, across = (n * k / true for n, true in zip(fewer.shape, values.shape, strict=True))
    drawn = (place[0], place[1], place[2] * across, place[3] * down)
    return Step(values, picture(fewer, table), place, True, drawn)


def averaged(values: Values, k: int) -> Values:
    """The means of squares of k x k values; those that reach over the edge are filled up with zeros."""
    if k == 1:
        return values
    over = [(0, -n % k) for n in values.shape]
    even = np.pad(values, over) if any(b for _, b in over) else values
    rows = sum((even[i::k] for i in range(1, k)), start=even[::k])
    sums = sum((rows[:, i::k] for i in range(1, k)), start=rows[:, ::k])
    return np.asarray(sums / np.float32(k * k), np.float32)


def mass_centre(values: Values) -> tuple[float, float]:
    """The centre of mass (x, y) as parts of the picture; a pixel's mass sits in its middle."""
    high, wide = values.shape
    mass = float(values.sum())
    x = float(values.sum(axis=0) @ (np.arange(wide) + 0.5)) / mass
    y = float(values.sum(axis=1) @ (np.arange(high) + 0.5)) / mass
    return x / wide, y / high


def _centred(wide: float, high: float) -> tuple[float, float, float, float]:
    return (1 - wide) / 2, (1 - high) / 2, wide, high
