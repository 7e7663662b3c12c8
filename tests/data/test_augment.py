"""Augmentation: each change does what its name says, to each image by itself, and nothing else."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz.data.augment import Augmenter, thicken, warp

PLAIN = np.array([[1, 0, 0], [0, 1, 0]], np.float32)


def blob(n: int = 1) -> np.ndarray:
    image = np.zeros((n, 28, 28), np.float32)
    image[:, 8:20, 12:15] = 1.0
    return image


def test_nothing_asked_nothing_changed() -> None:
    rng = np.random.default_rng(0)
    grey = rng.integers(0, 256, (5, 28, 28)).astype(np.uint8)
    out = Augmenter()(grey, rng)
    assert out.dtype == np.float32
    assert np.array_equal(out, grey * np.float32(1 / 255))
    real = rng.random((5, 28, 28)).astype(np.float32)
    assert np.array_equal(Augmenter()(real, rng), real)


def test_the_identity_map_gives_the_same_picture() -> None:
    images = np.random.default_rng(0).random((3, 28, 28)).astype(np.float32)
    assert warp(images, np.repeat(PLAIN[None], 3, axis=0)) == pytest.approx(images, abs=1e-5)


def test_maps_point_from_the_new_place_to_the_old() -> None:
    images = np.random.default_rng(0).random((2, 28, 28)).astype(np.float32)
    maps = np.stack([PLAIN, PLAIN])
    maps[0, 0, 2] = 3.0  # seen from 3 pixels further right: moved left
    maps[1, 1, 2] = -2.0
    out = warp(images, maps)
    assert out[0, :, :25] == pytest.approx(images[0, :, 3:], abs=1e-5)
    assert not out[0, :, 26:].any()  # paper beyond the edge
    assert out[1, 2:] == pytest.approx(images[1, :26], abs=1e-5)
    quarter = np.array([[[0, -1, 0], [1, 0, 0]]], np.float32)
    assert warp(images[:1], quarter)[0] == pytest.approx(np.rot90(images[0]), abs=1e-4)


def test_between_pixels_it_mixes_in_proportion() -> None:
    images = np.random.default_rng(0).random((1, 28, 28)).astype(np.float32)
    maps = PLAIN[None].copy()
    maps[0, :, 2] = 0.25, 0.5
    across = 0.75 * images[0, :, :-1] + 0.25 * images[0, :, 1:]
    wanted = 0.5 * across[:-1] + 0.5 * across[1:]
    assert warp(images, maps)[0, :-1, :-1] == pytest.approx(wanted, abs=1e-5)


def test_far_away_there_is_paper() -> None:
    maps = np.repeat(PLAIN[None], 2, axis=0)
    maps[0, 0, 2], maps[1, 1, 2] = 500.0, -500.0
    assert not warp(np.ones((2, 28, 28), np.float32), maps).any()


@pytest.mark.parametrize(("name", "amount"), [
    ("shift", 2.0), ("rotate", 20.0), ("scale", 0.2), ("shear", 0.3),
    ("thickness", 1.0), ("elastic", 1.0), ("noise", 0.2),
])  # fmt: skip
def test_each_image_is_changed_by_itself_and_by_the_seed_alone(name: str, amount: float) -> None:
    augment = Augmenter(**{name: amount})
    images = blob(6)
    before = images.copy()
    out = augment(images, np.random.default_rng(1))
    assert np.array_equal(images, before)
    assert out.shape == images.shape
    assert out.dtype == np.float32
    assert 0.0 <= out.min() <= out.max() <= 1.0 + 1e-6
    assert len({image.tobytes() for image in (*out, images[0])}) == 7
    assert np.array_equal(out, augment(images, np.random.default_rng(1)))


def centres(images: np.ndarray) -> np.ndarray:
    rows, columns = np.indices(images.shape[1:])
    mass = images.sum(axis=(1, 2))
    return np.stack([(images * columns).sum(axis=(1, 2)), (images * rows).sum(axis=(1, 2))]) / mass


def test_shifts_fill_their_range_and_keep_to_it() -> None:
    images = blob(300)
    moved = centres(Augmenter(shift=3.0)(images, np.random.default_rng(0))) - centres(images)
    assert 2.7 < np.abs(moved).max() <= 3.001
    assert np.abs(moved.mean(axis=1)).max() < 0.4


def test_rotations_fill_their_range_and_keep_to_it() -> None:
    images = Augmenter(rotate=30.0)(blob(300), np.random.default_rng(0))
    rows, columns = np.indices((28, 28)) - 13.5
    mass = images.sum(axis=(1, 2))
    xy = (images * rows * columns).sum(axis=(1, 2)) / mass
    xx, yy = ((images * a * a).sum(axis=(1, 2)) / mass for a in (columns, rows))
    angles = np.degrees(0.5 * np.arctan2(2 * xy, yy - xx))
    assert 27 < np.abs(angles).max() < 31
    assert abs(angles.mean()) < 3


def test_scaling_changes_the_area() -> None:
    mass = Augmenter(scale=0.2)(blob(300), np.random.default_rng(0)).sum(axis=(1, 2)) / blob().sum()
    assert 0.64 < mass.min() < 0.75
    assert 1.3 < mass.max() < 1.45


def test_strokes_become_thicker_and_thinner_but_stay_dark() -> None:
    images = np.repeat(blob(), 5, axis=0) * np.float32(0.9)
    thicken(images, np.array([-1.0, -0.5, 0.0, 1.0, 2.0]))
    widths = (images[:, 14] / np.float32(0.9)).sum(axis=1)
    assert widths.tolist() == pytest.approx([1, 2, 3, 5, 7], abs=1e-5)
    assert images.max(axis=(1, 2)) == pytest.approx(0.9)


def test_elastic_fields_are_smooth() -> None:
    images = np.tile(np.linspace(0, 1, 28, dtype=np.float32), (50, 28, 1))
    out = Augmenter(elastic=1.0)(images, np.random.default_rng(0))
    moved = (out - images)[:, 4:-4, 4:-4] * 27
    assert 0.4 < moved.std() < 1.2
    assert np.abs(np.diff(moved, axis=1)).mean() < 0.2


@pytest.mark.parametrize("wrong", [{"shift": -1.0}, {"noise": float("nan")}, {"scale": 1.0}])
def test_impossible_amounts_are_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong))):
        Augmenter(**wrong)
