"""Heat pictures of layers: units of a batch, maps side by side, weights in as many cells as one can see."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from neuroviz.panels.training.step.values import Floats, Scene, activations, deltas
from neuroviz.ui.images import Raster, word_table
from neuroviz.ui.images import picture as toned
from neuroviz.ui.theme import Theme

MOST = 96
"""Cells along a side of a picture of weights."""
_PICTURES = 32  # of a batch, side by side


def matrix(scene: Scene, b: int, *, back: bool) -> Floats:
    """What is shown of a block's units: (examples, units) of the batch, or of one example in a grid; maps and
    pictures side by side. b -1: the input.
    """
    frame = scene.frame
    found = frame.found
    assert found is not None
    shape = found.plan.input_shape if b < 0 else _shape(scene, b, back=back)
    if scene.example is None and len(shape) == 1 and (b >= 0 or picture_side(shape) is None):
        values = _batch(scene, b, back=back)
        return values.reshape(found.kept, -1)
    if b < 0 and scene.example is None:
        return montage(_pictures(found.x[:_PICTURES], shape))
    one = deltas(scene, b) if back else activations(scene, b)
    if len(shape) == 3:
        return montage(one.reshape(shape))
    side = picture_side(shape) if b < 0 else None
    return one.reshape(side, side) if side is not None else grid(one)


def picture_side(shape: tuple[int, ...]) -> int | None:
    """The side of a flat input that is a picture; None for one that is not."""
    n = shape[0]
    return math.isqrt(n) if len(shape) == 1 and n >= 64 and math.isqrt(n) ** 2 == n else None


def is_picture(scene: Scene) -> bool:
    """Whether the inputs of this task are pictures."""
    return scene.frame.task.view == "images"


def unit_at(scene: Scene, b: int, place: tuple[float, float], *, back: bool) -> tuple[int, int | None] | None:
    """Unit and example at a place (0..1 across and down) of `matrix`; None where there is none.

    example: where the picture shows the whole batch.
    """
    values = matrix(scene, b, back=back)
    column = min(int(place[0] * values.shape[1]), values.shape[1] - 1)
    row = min(int(place[1] * values.shape[0]), values.shape[0] - 1)
    found = scene.frame.found
    assert found is not None
    shape = found.plan.input_shape if b < 0 else _shape(scene, b, back=back)
    flat = len(shape) == 1 and (b >= 0 or picture_side(shape) is None)
    if not flat:
        return None
    if scene.example is None:
        return column, row
    unit = row * values.shape[1] + column
    return (unit, scene.example) if unit < shape[0] else None


def grid(values: Floats) -> Floats:
    """Units in rows, about three times as wide as high; what is left over is no number."""
    columns = max(1, min(len(values), round(math.sqrt(3 * len(values)))))
    rows = math.ceil(len(values) / columns)
    found = np.full(rows * columns, np.nan, np.float32)
    found[: len(values)] = values
    return found.reshape(rows, columns)


def montage(maps: Floats) -> Floats:
    """Pictures (n, H, W) side by side, about three times as wide as high, with a gap between them."""
    n, high, wide = maps.shape
    columns = max(1, min(n, round(math.sqrt(3 * n))))
    rows = math.ceil(n / columns)
    found = np.full((rows * (high + 1) - 1, columns * (wide + 1) - 1), np.nan, np.float32)
    for i, one in enumerate(maps):
        row, column = divmod(i, columns)
        top, left = row * (high + 1), column * (wide + 1)
        found[top : top + high, left : left + wide] = one
    return found


def shrunk(values: Floats) -> Floats:
    """At most MOST cells along a side; each has the value of the largest size in it."""
    return _strongest(_strongest(values, 0), 1)


def edges(n: int) -> NDArray[np.intp]:
    """Where each cell of `shrunk` begins along a side of n values."""
    return np.unique(np.linspace(0, n, min(n, MOST), endpoint=False).astype(np.intp))


def raster(values: Floats, largest: float, look: Theme) -> Raster:
    """In the signed colours from -largest to largest."""
    scaled = np.clip(values / np.float32(largest or 1.0), -1, 1).astype(np.float32)
    return toned(scaled, word_table(look.signed, -1.0), -1.0)


def _strongest(values: Floats, axis: int) -> Floats:
    if values.shape[axis] <= MOST:
        return values
    starts = edges(values.shape[axis])
    sound = np.nan_to_num(values)
    most, least = np.maximum.reduceat(sound, starts, axis), np.minimum.reduceat(sound, starts, axis)
    return np.where(most > -least, most, least)


def _shape(scene: Scene, b: int, *, back: bool) -> tuple[int, ...]:
    block = scene.frame.blocks[b]
    return scene.frame.plan.shapes[block.start] if back else block.shape


def _batch(scene: Scene, b: int, *, back: bool) -> Floats:
    found = scene.frame.found
    assert found is not None
    if b < 0:
        return found.x
    block = scene.frame.blocks[b]
    values = found.dys[block.start] if back else found.ys[block.shown]
    assert values is not None
    return np.asarray(values, np.float32)


def _pictures(x: Floats, shape: tuple[int, ...]) -> Floats:
    side = picture_side(shape)
    if side is not None:
        return x.reshape(-1, side, side)
    return x.reshape(-1, *x.shape[-2:]) if x.ndim > 2 else x.reshape(len(x), 1, -1)
