"""The stages of a reading as images: the photo in its own greys, ink in the colours of the theme."""

from __future__ import annotations

from math import ceil, sqrt

import numpy as np
from PySide6.QtGui import QImage

from neuroviz.data.photo.filters import Grey, resized
from neuroviz.data.photo.read import Reading
from neuroviz.ui.images import fade
from neuroviz.ui.theme import theme

N_PICTURES = 8
_TILE = 32
_MOST_TILES = 48


def stage_values(reading: Reading | None) -> list[Grey | None]:
    """One picture for each stage, None where it has not been reached."""
    if reading is None:
        return [None] * N_PICTURES
    return [
        reading.grey, reading.upright, reading.ink, reading.unlined, reading.soft, reading.straight,
        reading.kept, _tiles(reading),
    ]  # fmt: skip


def image_of(values: Grey, index: int, longest: int | None = None) -> QImage:
    """The picture of a stage; `longest`: no side longer than that."""
    if longest is not None and max(values.shape) > longest:
        share = longest / max(values.shape)
        values = resized(values, *(max(1, round(side * share)) for side in values.shape))
    bytes_ = np.ascontiguousarray(np.multiply(values, np.float32(255.0)).astype(np.uint8))
    h, w = bytes_.shape
    image = QImage(bytes_.data, w, h, w, QImage.Format.Format_Indexed8)
    image.setColorTable(_table(index))
    return image.convertToFormat(QImage.Format.Format_RGB32)


def _table(index: int) -> list[int]:
    if index <= 1:
        return [0xFF000000 | (k << 16) | (k << 8) | k for k in range(256)]
    look = theme()
    return [int(word) for word in fade(look.card, look.ink)]


def _tiles(reading: Reading) -> Grey | None:
    """The digits as the net gets them, in rows."""
    digits = reading.digits[:_MOST_TILES]
    if not digits:
        return None
    columns = min(len(digits), max(1, ceil(sqrt(1.5 * len(digits)))))
    rows = ceil(len(digits) / columns)
    sheet = np.zeros((rows * _TILE, columns * _TILE), np.float32)
    for k, one in enumerate(digits):
        y, x = (k // columns) * _TILE + 2, (k % columns) * _TILE + 2
        sheet[y : y + 28, x : x + 28] = one.prepared.grey * np.float32(1 / 255)
    return sheet
