"""The picture of a block as it is kept: drawn quickly while it is turned, finely, in pieces, at rest."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from neuroviz.ui.images import Raster, Words
from neuroviz.ui.relief.block import Picture, Sides, drawn
from neuroviz.ui.relief.lens import Lens
from neuroviz.ui.relief.shape import Relief
from neuroviz.ui.relief.texture import LEVELS, texture
from neuroviz.ui.theme import Theme

_COARSE, _FINE = 384, 768  # pixels of the ground along its sides
_QUICK = 500_000  # pixels of a picture that is drawn while something moves
_TWICE = 1_500_000  # pixels of a picture that is drawn at twice its size when it rests
_ROWS, _COLUMNS = 64, 96  # of the ground, and of the picture, made at once: a few milliseconds


@dataclass(frozen=True, eq=False)
class Shown:
    """raster: the block, as large as the picture of the lens or coarser; seen: the same with its depth."""

    raster: Raster
    lens: Lens
    seen: Picture


class Kept:
    """Pictures of one relief in one look; ask for them anew when either has changed."""

    def __init__(self, relief: Relief, look: Theme) -> None:
        self.relief, self.look = relief, look
        colour = look.quiet if look.dark else look.line
        levels = np.array([float(relief.height_of(value)) for value in relief.levels(LEVELS)])
        self._sides = Sides((colour.red(), colour.green(), colour.blue()), levels)
        self._coarse: Words | None = None
        self._fine: Words | None = None
        self._quick: Shown | None = None
        self._sharp: Shown | None = None

    def shown(self, lens: Lens) -> Shown:
        """The finest there is of it, drawn now if there is none."""
        if self._sharp is not None and self._sharp.lens == lens:
            return self._sharp
        if self._quick is None or self._quick.lens != lens:
            self._quick = self._drawn(lens)
        return self._quick

    def is_sharp(self, lens: Lens) -> bool:
        """Whether there is nothing left to refine."""
        return self._sharp is not None and self._sharp.lens == lens

    def refining(self, lens: Lens) -> Iterator[None]:
        """Draw it finely; each step takes a few milliseconds, and what is shown changes with the last."""
        if self._fine is None:
            fine = np.empty((_FINE, _FINE), np.uint32)
            for row in range(0, _FINE, _ROWS):
                rows = (row, min(row + _ROWS, _FINE))
                weight = _FINE / _COARSE
                fine[rows[0] : rows[1]] = texture(self.relief, self.look, fine.shape, rows, weight=weight)
                yield
            self._fine = fine
        quick = self.shown(lens)
        yield
        raster = Raster(lens.height, lens.width)
        twice = lens.width * lens.height <= _TWICE
        large = lens.times(2 if twice else 1)
        for column in range(0, lens.width, _COLUMNS):
            last = min(column + _COLUMNS, lens.width)
            part = (2 * column, 2 * last) if twice else (column, last)
            words = drawn(self.relief.heights, self._fine, large, self._sides, part).words
            raster.words[:, column:last] = _halved(words) if twice else words
            yield
        self._sharp = Shown(raster, lens, quick.seen)

    def refined(self, lens: Lens) -> Shown:
        """The finest at once, as a file wants it."""
        for _ in self.refining(lens):
            pass
        return self.shown(lens)

    def _drawn(self, lens: Lens) -> Shown:
        if self._coarse is None:
            self._coarse = texture(self.relief, self.look, (_COARSE, _COARSE))
        less = math.sqrt(_QUICK / max(1, lens.width * lens.height))
        smaller = lens if less >= 1 else lens.times(less)
        picture = drawn(self.relief.heights, self._coarse, smaller, self._sides)
        raster = Raster(smaller.height, smaller.width)
        raster.words[:] = picture.words
        return Shown(raster, lens, picture)


def _halved(words: Words) -> Words:
    """Means of 2 x 2 premultiplied words: half of what two share, and half of what they differ in."""
    below = _mean(words[0::2], words[1::2])
    return _mean(below[:, 0::2], below[:, 1::2])


def _mean(one: Words, other: Words) -> Words:
    found: Words = (one & other) + (((one ^ other) & np.uint32(0xFEFEFEFE)) >> np.uint32(1))
    return found
