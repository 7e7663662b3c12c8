"""Digit sets refuse what is no set of digits, and cannot be written to."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz.data.digits import DigitSet


def test_a_set_counts_its_digits_and_cannot_be_changed() -> None:
    digits = DigitSet(np.zeros((4, 28, 28), np.uint8), np.array([7, 7, 0, 9], np.uint8), "four")
    assert len(digits) == 4
    assert digits.counts == (1, 0, 0, 0, 0, 0, 0, 2, 0, 1)
    for array in (digits.images, digits.labels):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 1


@pytest.mark.parametrize(("images", "labels"), [
    (np.zeros((2, 28, 28), np.float32), np.zeros(2, np.uint8)),
    (np.zeros((2, 784), np.uint8), np.zeros(2, np.uint8)),
    (np.zeros((2, 28, 27), np.uint8), np.zeros(2, np.uint8)),
    (np.zeros((2, 28, 28), np.uint8), np.zeros(3, np.uint8)),
    (np.zeros((2, 28, 28), np.uint8), np.zeros(2, np.int64)),
    (np.zeros((2, 28, 28), np.uint8), np.array([1, 10], np.uint8)),
])  # fmt: skip
def test_what_is_no_set_of_digits_is_refused(images: np.ndarray, labels: np.ndarray) -> None:
    with pytest.raises(ValueError, match=r"images|label"):
        DigitSet(images, labels, "wrong")
