"""The recipe: where the digit ends up, how large, how dark; and the edges where recipes break."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from neuroviz.data import mnist
from neuroviz.data.ink import Drawing, Stroke, raster
from neuroviz.data.prepare import Recipe, averaging, bounds, centre, prepare, shrink
from neuroviz.data.strokes import digit


def ink_of(*points: tuple[float, float], width: float = 0.08, size: int = 280) -> np.ndarray:
    return raster(Drawing((Stroke(points, width),)), size)


def mass_centre(image: np.ndarray) -> tuple[float, float]:
    image = image.astype(np.float64)
    rows, columns = np.indices(image.shape)
    return (rows * image).sum() / image.sum(), (columns * image).sum() / image.sum()


def test_an_empty_pad_gets_no_answer() -> None:
    assert prepare(np.zeros((280, 280), np.float32)) is None
    assert prepare(np.full((280, 280), 0.05, np.float32)) is None


@pytest.mark.parametrize("label", range(10))
def test_drawings_end_as_mnist_digits_are(label: int) -> None:
    """Longer side 20, mass within half a pixel of (14, 14), darkest pixel 255: true of MNIST itself."""
    prepared = prepare(raster(digit(label)))
    assert prepared is not None
    assert max(prepared.scaled.shape) == 20
    assert prepared.centred.shape == prepared.grey.shape == (28, 28)
    assert prepared.grey.dtype == np.uint8
    assert prepared.grey.max() == 255
    assert mass_centre(prepared.centred) == pytest.approx((14, 14), abs=0.51)


def test_mnist_itself_follows_the_recipe() -> None:
    images = mnist.load().test_images[:200]
    offsets = np.array([mass_centre(image) for image in images]) - 14
    assert np.abs(offsets).max() < 0.51
    assert images.max(axis=(1, 2)).min() >= 250


def test_a_mnist_digit_comes_out_as_it_went_in() -> None:
    """The strictest test of the recipe: on its own results it must change nothing, not by one pixel."""
    whole = 0
    for image in mnist.load().test_images[:500]:
        ink = image.astype(np.float32) / np.float32(255)
        if bounds(ink) == bounds((image > 0).astype(np.float32)):  # no side so faint that a pen would miss it
            whole += 1
            prepared = prepare(ink)
            assert prepared is not None
            assert np.abs(prepared.centred - ink).max() < 1e-5
    assert whole > 380


def test_scaling_averages_areas() -> None:
    crop = np.random.default_rng(0).random((60, 30)).astype(np.float32)
    assert shrink(crop) == pytest.approx(crop.reshape(20, 3, 10, 3).mean(axis=(1, 3)), abs=1e-6)
    uneven = np.random.default_rng(1).random((37, 23)).astype(np.float32)
    small = shrink(uneven)
    assert small.shape == (20, 12)
    assert small.mean() == pytest.approx(uneven.mean(), abs=1e-6)


def test_where_and_how_large_it_was_drawn_does_not_matter() -> None:
    shape = np.array([[0.0, 0.0], [0.25, 0.1], [0.05, 0.5]])
    here = prepare(raster(Drawing((Stroke.of(shape + 0.1, 0.04),)), 400))
    there = prepare(raster(Drawing((Stroke.of(1.6 * shape + 0.15, 0.064),)), 400))
    assert here is not None
    assert there is not None
    assert np.abs(here.grey.astype(int) - there.grey).mean() < 3


def test_proportions_are_kept() -> None:
    prepared = prepare(ink_of((0.5, 0.1), (0.5, 0.9), width=0.1))
    assert prepared is not None
    assert prepared.scaled.shape == (20, 2)


@pytest.mark.parametrize("ink", [
    ink_of((0.5, 0.5)),
    ink_of((0.5, 0.5), width=0.001),
    ink_of((0.5, 0.0), (0.5, 1.0), width=0.001),
    ink_of((0.0, 0.0), (1.0, 0.0)),
    ink_of((-0.2, 0.5), (1.2, 0.5), width=0.3),
    np.ones((280, 280), np.float32),
    np.eye(280, dtype=np.float32),
    np.eye(1, dtype=np.float32),
    np.pad(np.ones((1, 1), np.float32), 20),
    np.pad(np.ones((1, 199), np.float32), 20),
    np.full((9, 9), 0.11, np.float32),
], ids=[
    "dot", "one pixel", "hair", "edge", "across", "full", "diagonal", "tiny", "speck", "line", "faint",
])  # fmt: skip
def test_edges_of_the_recipe(ink: np.ndarray) -> None:
    prepared = prepare(ink)
    assert prepared is not None
    assert prepared.grey.max() == 255
    assert max(prepared.scaled.shape) == 20
    assert min(prepared.scaled.shape) >= 1
    assert prepared.centred.sum() == pytest.approx(prepared.scaled.sum(), rel=1e-5)  # nothing cut off


def test_a_heavy_end_does_not_push_the_rest_out_of_the_picture() -> None:
    scaled = np.full((20, 20), 1e-3, np.float32)
    scaled[0, 0] = 100.0
    centred = centre(scaled)
    assert centred.sum() == pytest.approx(scaled.sum())
    assert centred[8, 8] == 100.0  # as near to the middle as the picture's edge allows


@settings(max_examples=50)
@given(st.integers(1, 40), st.integers(1, 40), st.integers(0, 2**32 - 1))
def test_any_ink_can_be_prepared(height: int, width: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    ink = (rng.random((height, width)) * (rng.random((height, width)) > 0.8)).astype(np.float32)
    prepared, box = prepare(ink), bounds(ink)
    assert (prepared is None) == (box is None) == (ink.max() <= np.float32(0.1))
    if prepared is not None:
        x0, y0, x1, y1 = prepared.box
        outside = ink.copy()
        outside[y0:y1, x0:x1] = 0
        assert outside.max(initial=0.0) <= np.float32(0.1)
        assert np.array_equal(prepared.crop, ink[y0:y1, x0:x1])
        assert 0.0 <= prepared.centred.min() <= prepared.centred.max() <= 1.0


def test_what_was_prepared_stays() -> None:
    ink = ink_of((0.3, 0.3), (0.6, 0.7)).copy()
    prepared = prepare(ink)
    assert prepared is not None
    before = prepared.ink.copy()
    ink[:] = 0.0
    assert np.array_equal(prepared.ink, before)
    for array in (prepared.ink, prepared.crop, prepared.scaled, prepared.centred, prepared.grey):
        assert not array.flags.writeable


CORNER = ink_of((0.7, 0.1), (0.9, 0.1), (0.8, 0.35), width=0.03)


def test_the_whole_recipe_is_what_is_done_without_one() -> None:
    for label in range(10):
        ink = raster(digit(label, np.random.default_rng(label)))
        one, other = prepare(ink), prepare(ink, Recipe())
        assert one is not None
        assert other is not None
        for name in ("ink", "crop", "scaled", "centred", "grey"):
            np.testing.assert_array_equal(getattr(one, name), getattr(other, name))


def test_with_every_step_left_out_the_pad_is_only_made_small() -> None:
    prepared = prepare(CORNER, Recipe(crop=False, scale=False, centre=False, full=False))
    assert prepared is not None
    small = CORNER.reshape(28, 10, 28, 10).mean(axis=(1, 3))
    np.testing.assert_allclose(prepared.centred, small, atol=1e-6)
    np.testing.assert_array_equal(prepared.grey, np.rint(prepared.centred * 255))


def test_each_step_left_out_leaves_what_it_would_have_mended() -> None:
    whole = prepare(CORNER)
    uncropped = prepare(CORNER, Recipe(crop=False))
    unscaled = prepare(CORNER, Recipe(scale=False))
    uncentred = prepare(CORNER, Recipe(centre=False))
    pale = prepare(0.5 * CORNER, Recipe(full=False))
    assert whole is not None
    assert uncropped is not None
    assert unscaled is not None
    assert uncentred is not None
    assert pale is not None
    assert uncropped.crop.shape == CORNER.shape
    assert uncropped.scaled.shape == (20, 20)
    assert max(unscaled.scaled.shape) < 10
    assert unscaled.scaled.sum() == pytest.approx(CORNER.sum() / 100, rel=0.1)  # as large as on the pad
    assert mass_centre(unscaled.centred) == pytest.approx((14, 14), abs=0.51)
    y, x = mass_centre(uncentred.centred)
    assert y < 12
    assert x > 16
    assert uncentred.centred.sum() == pytest.approx(whole.centred.sum(), rel=1e-5)  # nothing cut off
    assert pale.grey.max() in (127, 128)


@settings(max_examples=50)
@given(st.integers(1, 40), st.integers(1, 40), st.tuples(*[st.booleans()] * 4), st.integers(0, 2**32 - 1))
def test_any_ink_survives_any_recipe(
    height: int, width: int, steps: tuple[bool, bool, bool, bool], seed: int
) -> None:
    rng = np.random.default_rng(seed)
    ink = (rng.random((height, width)) * (rng.random((height, width)) > 0.8)).astype(np.float32)
    prepared = prepare(ink, Recipe(*steps))
    assert (prepared is None) == (bounds(ink) is None)
    if prepared is not None:
        assert prepared.grey.shape == (28, 28)
        assert prepared.recipe == Recipe(*steps)
        assert 0.0 <= prepared.centred.min() <= prepared.centred.max() <= 1.0 + 1e-6
        assert prepared.centred.sum() == pytest.approx(prepared.scaled.sum(), rel=1e-4)


def test_averaging_keeps_the_mean_whether_it_makes_smaller_or_larger() -> None:
    for n, m in ((40, 7), (7, 40), (5, 5)):
        np.testing.assert_allclose(averaging(n, m).sum(axis=1), 1.0, rtol=1e-5)
