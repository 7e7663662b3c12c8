"""Disturbances do what their names say, by exact amounts, and nothing at all at rest."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from neuroviz.data import mnist
from neuroviz.data.disturb import LIMITS, NAMES, Disturbance, blurred, disturbed, noise_field

MIDDLE = 13.5


@pytest.fixture(scope="module")
def digits() -> np.ndarray:
    return mnist.load_test().images[:12].astype(np.float32) / np.float32(255)


@pytest.fixture(scope="module")
def field() -> np.ndarray:
    return noise_field(np.random.default_rng(1))


def dot(x: float, y: float) -> np.ndarray:
    """A round blob about (x, y) pixels, so that places can be measured by its centre of mass."""
    at = np.arange(28)
    return np.exp(-((at[None, :] - x) ** 2 + (at[:, None] - y) ** 2) / 4)[None].astype(np.float32)


def centre(image: np.ndarray) -> tuple[float, float]:
    at = np.arange(28)
    return float(image.sum(0) @ at / image.sum()), float(image.sum(1) @ at / image.sum())


def test_nothing_is_the_identity_bit_for_bit(digits: np.ndarray, field: np.ndarray) -> None:
    out = disturbed(digits, Disturbance(patch_x=3, patch_y=20, patch_tone=1), field)
    assert_array_equal(out.view(np.uint32), digits.view(np.uint32))
    assert out is not digits
    assert Disturbance().nothing
    assert Disturbance(patch_x=3).nothing
    assert not Disturbance(blur=0.1).nothing


def test_the_limits_are_those_of_the_fields() -> None:
    assert tuple(LIMITS) == NAMES
    for name, limits in LIMITS.items():
        assert getattr(Disturbance(), name) == limits.neutral
        assert limits.low <= limits.neutral <= limits.high
        assert_allclose(limits.value(limits.share(limits.neutral)), limits.neutral, atol=1e-9)
        for bad in (limits.low - 1, limits.high + 1, float("nan")):
            with pytest.raises(ValueError, match=name):
                Disturbance(**{name: bad})
    with pytest.raises(ValueError, match="wobble"):
        disturbed(np.zeros((1, 28, 28), np.float32), {"wobble": 1})
    with pytest.raises(ValueError, match="field"):
        disturbed(np.zeros((1, 28, 28), np.float32), {"noise": 1})


@pytest.mark.parametrize("name", NAMES)
def test_a_batch_is_what_each_image_is_alone(name: str, digits: np.ndarray, field: np.ndarray) -> None:
    values = LIMITS[name].value(np.linspace(0, 1, len(digits)))
    base = Disturbance(rotate=10, blur=0.4, patch=6)
    batch = disturbed(digits, base.along(name, values), field)
    for image, value, one in zip(digits, values, batch, strict=True):
        alone = disturbed(image[None], {**vars(base), name: float(value)}, field)[0]
        assert_allclose(one, alone, atol=1e-5)
    assert batch.dtype == np.float32
    assert batch.min() >= 0
    assert batch.max() <= 1 + 1e-6


def test_a_turn_is_clockwise_and_a_shift_goes_right_and_down() -> None:
    right = dot(MIDDLE + 6, MIDDLE)
    assert_allclose(centre(disturbed(right, {"rotate": 90})[0]), (MIDDLE, MIDDLE + 6), atol=0.02)
    assert_allclose(centre(disturbed(right, {"rotate": -90})[0]), (MIDDLE, MIDDLE - 6), atol=0.02)
    moved = disturbed(dot(MIDDLE, MIDDLE), {"shift_x": 3.5, "shift_y": -2.25})
    assert_allclose(centre(moved[0]), (MIDDLE + 3.5, MIDDLE - 2.25), atol=0.02)
    # the shift comes after the turn: it moves what is seen
    both = disturbed(right, {"rotate": 90, "shift_x": 2})
    assert_allclose(centre(both[0]), (MIDDLE + 2, MIDDLE + 6), atol=0.03)


def test_scale_and_shear_move_places_as_their_formulas_say() -> None:
    for scale in (0.5, 1.6):
        out = disturbed(dot(MIDDLE + 5, MIDDLE + 3), {"scale": scale})
        assert_allclose(centre(out[0]), (MIDDLE + 5 * scale, MIDDLE + 3 * scale), atol=0.05)
    out = disturbed(dot(MIDDLE, MIDDLE + 6), {"shear": 0.5})
    assert_allclose(centre(out[0]), (MIDDLE - 3, MIDDLE + 6), atol=0.05)


def test_whole_turns_and_whole_shifts_are_exact(digits: np.ndarray) -> None:
    assert_allclose(disturbed(digits, {"rotate": 180}), digits[:, ::-1, ::-1], atol=1e-5)
    assert_allclose(disturbed(digits, {"rotate": 90}), np.rot90(digits, -1, (1, 2)), atol=1e-5)
    shifted = disturbed(digits, {"shift_x": 3})
    assert_allclose(shifted[:, :, 3:], digits[:, :, :-3], atol=1e-6)
    assert not shifted[:, :, :3].any()


def test_there_and_back(digits: np.ndarray) -> None:
    smooth = disturbed(digits, {"blur": 1.5})  # what bilinear looking loses is the sharp part
    for name, there, back in (("rotate", 33, -33), ("shear", 0.4, -0.4), ("shift_x", 2.5, -2.5)):
        again = disturbed(disturbed(smooth, {name: there}), {name: back})
        inner = np.s_[:, 5:-5, 5:-5]
        assert np.abs(again[inner] - smooth[inner]).max() < 0.08, name


def test_blur_adds_its_variance_and_keeps_the_ink() -> None:
    point = np.zeros((3, 28, 28), np.float32)
    point[:, 14, 14] = 1
    sigmas = np.array([0.8, 1.5, 2.5], np.float32)
    out = blurred(point, sigmas)
    at = (np.arange(28) - 14) ** 2
    assert_allclose(out.sum((1, 2)), 1, atol=1e-3)
    assert_allclose(out.sum(1) @ at, sigmas**2, rtol=0.02)
    assert_allclose(out, out.transpose(0, 2, 1), atol=1e-7)
    assert_allclose(disturbed(point, {"blur": 1e-3}), point, atol=1e-6)  # it begins without a jump


def test_shrinking_keeps_its_share_of_ink(digits: np.ndarray) -> None:
    for scale in (0.999, 0.8, 0.5):
        share = disturbed(digits, {"scale": scale}).sum((1, 2)) / digits.sum((1, 2))
        assert_allclose(share, scale * scale, rtol=0.08)


def test_contrast_has_a_grey_middle_and_a_negative(digits: np.ndarray) -> None:
    assert_allclose(disturbed(digits, {"contrast": 0}), 0.5)
    assert_allclose(disturbed(digits, {"contrast": -1}), 1 - digits, atol=1e-6)
    assert_array_equal(disturbed(digits, {"contrast": 2}) > 0.5, digits > 0.5)


def test_the_patch_covers_what_it_says_and_no_more(digits: np.ndarray) -> None:
    out = disturbed(digits, {"patch": 6, "patch_x": 10, "patch_y": 15, "patch_tone": 1})
    assert_array_equal(out[:, 12:18, 7:13], np.ones((len(digits), 6, 6)))
    out[:, 12:18, 7:13] = digits[:, 12:18, 7:13]
    assert_array_equal(out, digits)
    blank = np.zeros((1, 28, 28), np.float32)
    half = disturbed(blank, {"patch": 5.5, "patch_x": 9.3, "patch_y": 0.7, "patch_tone": 1})
    assert_allclose(half.sum(), 5.5 * (0.7 + 2.75), rtol=1e-5)


def test_noise_is_the_given_field_at_its_amount(field: np.ndarray) -> None:
    grey = np.full((2, 28, 28), 0.5, np.float32)
    out = disturbed(grey, {"noise": np.array([0.0, 0.1])}, field)
    assert_array_equal(out[0], grey[0])
    assert_allclose(out[1], np.clip(0.5 + 0.1 * field, 0, 1), atol=1e-6)
    assert 0.09 < (out[1] - 0.5).std() < 0.11
    own = noise_field(np.random.default_rng(2), 2)
    assert_allclose(disturbed(grey, {"noise": 0.1}, own), np.clip(0.5 + 0.1 * own, 0, 1), atol=1e-6)
