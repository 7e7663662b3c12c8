"""What lies on a sheet of paper."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz.data.enlarged import enlarged
from neuroviz.data.sheet import Sheet


def test_a_picture_moves_by_whole_pixels() -> None:
    picture = np.zeros((28, 28), np.uint8)
    picture[3, 4] = 9
    moved = Sheet(picture=picture).moved(2 / 28, -1 / 28).picture
    assert moved is not None
    assert list(zip(*np.nonzero(moved), strict=True)) == [(2, 6)]
    gone = Sheet(picture=picture).moved(2.0, 0.0).picture
    assert gone is not None
    assert not gone.any()


def test_an_enlarged_picture_keeps_its_levels() -> None:
    picture = np.zeros((28, 28), np.uint8)
    picture[7:21, 7:21] = 255
    ink = enlarged(picture, 280)
    assert ink.shape == (280, 280)
    assert ink[140, 140] == pytest.approx(1.0)
    assert ink[10, 10] == pytest.approx(0.0)
    assert ink.mean() == pytest.approx(0.25, abs=0.01)
    assert 0.2 < ink[140, 70] < 0.8  # the border is smooth
