"""From ink to what a net gets: the recipe by which the MNIST digits themselves were made.

LeCun, Cortes, Burges, "The MNIST database of handwritten digits": each digit was scaled, keeping its
proportions, to fit a box of 20x20, with grey levels from the averaging, and placed in 28x28 so that its
centre of mass is in the middle. In the 60,000 images the longer side is always 20 pixels, the centre of
mass lies within half a pixel of (14, 14) and the darkest pixel is at full scale: so here too.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.ink import Box, Ink

BOX = 20
FIELD = 28
MIDDLE = 14
THRESHOLD = np.float32(0.1)

A = TypeVar("A", bound=NDArray[Any])


@dataclass(frozen=True)
class Recipe:
    """The steps of the preparation; each can be left out, to see what it is worth.

    Without `crop` the whole pad is taken, empty edges and all. Without `scale` the ink keeps the size it
    has on the pad, the pad being as wide as the field. Without `centre` it stays where it lay on the pad,
    as far as all of it fits. Without `full` grey levels stay as the averaging left them.
    """

    crop: bool = True
    scale: bool = True
    centre: bool = True
    full: bool = True


WHOLE = Recipe()


@dataclass(frozen=True, eq=False)
class Prepared:
    """Every stage of one drawing on its way to the net; all arrays are read-only, ink runs from 0 to 1.

    ink (H, W); box (x0, y0, x1, y1) of what is taken of it, in its pixels; crop: what is in the box;
    scaled: (h, w), the longer one 20 if it was scaled, else up to 28; centred: (28, 28); grey: (28, 28)
    uint8, the darkest pixel at 255 unless that step is left out.
    """

    ink: Ink
    box: Box
    crop: Ink
    scaled: Ink
    centred: Ink
    grey: NDArray[np.uint8]
    recipe: Recipe = WHOLE


def prepare(ink: Ink, recipe: Recipe = WHOLE) -> Prepared | None:
    """MNIST's recipe for one drawing, or a part of it; ink: (H, W) in 0..1. None when nothing is drawn."""
    box = bounds(ink)
    if box is None:
        return None
    if not recipe.crop:
        box = 0, 0, ink.shape[1], ink.shape[0]
    x0, y0, x1, y1 = box
    ink = _still(np.array(ink, np.float32))  # a copy: a drawing surface goes on changing
    crop = ink[y0:y1, x0:x1]
    scaled = _still(shrink(crop) if recipe.scale else as_large(crop, max(ink.shape)))
    centred = _still(centre(scaled) if recipe.centre else where_it_lay(scaled, box, max(ink.shape)))
    top = centred.max() if recipe.full else np.float32(1.0)
    grey = _still(np.rint(centred * (np.float32(255.0) / top)).astype(np.uint8))
    return Prepared(ink, box, crop, scaled, centred, grey, recipe)


def bounds(ink: Ink) -> Box | None:
    """The smallest box (x0, y0, x1, y1) round all ink above the threshold; None when there is none."""
    rows = np.flatnonzero(ink.max(axis=1) > THRESHOLD)
    if len(rows) == 0:
        return None
    y0, y1 = int(rows[0]), int(rows[-1]) + 1
    columns = np.flatnonzero(ink[y0:y1].max(axis=0) > THRESHOLD)
    return int(columns[0]), y0, int(columns[-1]) + 1, y1


def shrink(crop: Ink) -> Ink:
    """Scale to fit the box of 20x20 by averaging areas, proportions kept: (H, W) -> (h, w)."""
    height, width = crop.shape
    longer = max(height, width)
    h, w = (max(1, int(BOX * side / longer + 0.5)) for side in (height, width))
    scaled = averaging(height, h) @ crop @ averaging(width, w).T
    return np.asarray(np.minimum(scaled, np.float32(1.0)), np.float32)


def as_large(crop: Ink, pad: int) -> Ink:
    """The size it has on a pad of `pad` pixels, once the pad is 28: (H, W) -> (h, w), averaging areas."""
    h, w = (min(FIELD, max(1, int(FIELD * side / pad + 0.5))) for side in crop.shape)
    scaled = averaging(crop.shape[0], h) @ crop @ averaging(crop.shape[1], w).T
    return np.asarray(np.minimum(scaled, np.float32(1.0)), np.float32)


def where_it_lay(scaled: Ink, box: Box, pad: int) -> Ink:
    """Place in a field of 28x28 about the middle of its box on the pad, as far as all of it fits."""
    h, w = scaled.shape
    x0, y0, x1, y1 = box
    top, left = (
        min(max(int(FIELD * (low + high) / (2 * pad) - side / 2 + 0.5), 0), FIELD - side)
        for low, high, side in ((y0, y1, h), (x0, x1, w))
    )
    field: Ink = np.zeros((FIELD, FIELD), np.float32)
    field[top : top + h, left : left + w] = scaled
    return field


def centre(scaled: Ink) -> Ink:
    """Place in a field of 28x28 with the centre of mass on pixel (14, 14), as far as all of it fits."""
    h, w = scaled.shape
    mass = float(scaled.sum())
    cy = float(scaled.sum(axis=1) @ np.arange(h, dtype=np.float32)) / mass
    cx = float(scaled.sum(axis=0) @ np.arange(w, dtype=np.float32)) / mass
    top = min(max(int(MIDDLE + 0.5 - cy), 0), FIELD - h)
    left = min(max(int(MIDDLE + 0.5 - cx), 0), FIELD - w)
    field: Ink = np.zeros((FIELD, FIELD), np.float32)
    field[top : top + h, left : left + w] = scaled
    return field


@lru_cache(maxsize=1024)
def averaging(n: int, m: int) -> Ink:
    """The matrix (m, n) whose row j averages n pixels over the j-th of m equal stretches; read-only."""
    edges = np.arange(m + 1) * (n / m)
    pixel = np.arange(n)
    upper = np.minimum(edges[1:, None], pixel + 1)
    lower = np.maximum(edges[:-1, None], pixel)
    return _still((np.maximum(upper - lower, 0.0) * (m / n)).astype(np.float32))


def _still(array: A) -> A:
    array.flags.writeable = False
    return array
