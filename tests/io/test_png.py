"""PNG files written in pieces: any reader gets the same pixels back."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QImage

from neuroviz.io import png


@pytest.mark.parametrize("shape", [(1, 1), (3, 500), (1500, 700)])
def test_the_pixels_come_back(shape: tuple[int, int]) -> None:
    pixels = np.random.default_rng(0).integers(0, 255, (*shape, 4), dtype=np.uint8)
    *parts, content = png.in_pieces(pixels, 7559)
    assert isinstance(content, bytes)
    read = QImage.fromData(content)
    assert (read.height(), read.width()) == shape
    assert read.dotsPerMeterX() == 7559
    plain = read.convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(*shape, 4)
    assert (rows[..., :3] == pixels[..., :3]).all()
    assert parts == sorted(parts)
    assert parts[-1] == 1.0


def test_a_large_picture_comes_in_many_pieces() -> None:
    pieces = list(png.in_pieces(np.zeros((4000, 4000, 4), np.uint8), 3780))
    assert len(pieces) > 40
