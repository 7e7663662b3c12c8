"""The digits' loader: one value, read once, that nobody can change."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz.data import mnist


def test_it_is_loaded_once_and_cannot_be_changed() -> None:
    digits = mnist.load()
    assert mnist.load() is digits
    for array in (digits.train_images, digits.train_labels, digits.test_images, digits.test_labels):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 1


def test_the_test_half_can_be_had_alone() -> None:
    alone, whole = mnist.load_test(), mnist.load().test
    assert mnist.load_test() is alone
    assert np.array_equal(alone.images, whole.images)
    assert np.array_equal(alone.labels, whole.labels)


def test_shapes_are_what_the_interface_says() -> None:
    digits = mnist.load()
    assert (mnist.N_TRAIN, mnist.N_TEST) == (60_000, 10_000)
    assert digits.train_images.shape == (60_000, 28, 28)
    assert digits.test_images.shape == (10_000, 28, 28)
    assert digits.train_labels.shape == (60_000,)
    assert digits.test_labels.shape == (10_000,)
    assert {a.dtype for a in (digits.train_images, digits.train_labels)} == {np.dtype(np.uint8)}
