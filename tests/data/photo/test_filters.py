"""Filters against the plainest way to say the same."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from neuroviz.data.photo.filters import blurred, closed, enlarged_to, greatest, least, opened, resized, turned
from neuroviz.data.photo.light import darkness, paper_brightness
from neuroviz.data.photo.lines import without_lines
from neuroviz.data.photo.threshold import otsu
from tests.data.photo.sheets import written


def noise(h: int, w: int, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).random((h, w)).astype(np.float32)


def windows(picture: np.ndarray, high: int, wide: int) -> np.ndarray:
    """(H, W, high, wide) with the edge held."""
    framed = np.pad(picture, ((high // 2,) * 2, (wide // 2,) * 2), mode="edge")
    return np.lib.stride_tricks.sliding_window_view(framed, (high, wide))


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 20), st.integers(1, 20), st.sampled_from([1, 3, 5, 9]), st.sampled_from([1, 3, 7, 15]))
def test_running_extremes_and_means_are_those_of_each_window(h: int, w: int, high: int, wide: int) -> None:
    picture = noise(h, w, h * 31 + w)
    seen = windows(picture, high, wide)
    np.testing.assert_array_equal(greatest(picture, high, wide), seen.max(axis=(2, 3)))
    np.testing.assert_array_equal(least(picture, high, wide), seen.min(axis=(2, 3)))
    square = windows(picture, high, high)
    np.testing.assert_allclose(blurred(picture, high // 2), square.mean(axis=(2, 3)), atol=1e-5)


def test_opening_lowers_and_closing_raises_and_twice_is_once() -> None:
    picture = noise(40, 50)
    low, high = opened(picture, 5, 3), closed(picture, 5, 3)
    assert (low <= picture).all()
    assert (high >= picture).all()
    np.testing.assert_array_equal(opened(low, 5, 3), low)
    np.testing.assert_array_equal(closed(high, 5, 3), high)


def test_a_shadow_keeps_its_edge_and_a_stroke_goes() -> None:
    picture = np.full((60, 80), 0.9, np.float32)
    picture[:, 50:] = 0.4
    shadow = picture.copy()
    picture[20:26, 10:70] *= 0.3
    np.testing.assert_array_equal(closed(picture, 15, 15), shadow)


@pytest.mark.parametrize("size", [(30, 40), (31, 17), (7, 9), (120, 160)])
def test_smaller_pictures_keep_the_mean(size: tuple[int, int]) -> None:
    picture = noise(240, 320)
    assert resized(picture, *size).shape == size
    assert resized(picture, *size).mean() == pytest.approx(picture.mean(), abs=2e-3)
    np.testing.assert_allclose(
        resized(picture, 60, 80), picture.reshape(60, 4, 80, 4).mean(axis=(1, 3)), atol=1e-5
    )


def test_larger_pictures_go_through_a_slope_exactly() -> None:
    slope = np.add.outer(np.arange(5), 2 * np.arange(6)).astype(np.float32)
    large = enlarged_to(slope, 20, 24)
    np.testing.assert_allclose(np.diff(large[:, 8])[4:-4], 0.25, atol=1e-5)
    np.testing.assert_allclose(np.diff(large[8])[4:-4], 0.5, atol=1e-5)


@pytest.mark.parametrize("degrees", [90.0, -90.0, 180.0])
def test_right_angles_turn_as_arrays_do(degrees: float) -> None:
    picture = noise(20, 30)
    expected = np.rot90(picture, round(-degrees / 90))
    found = turned(picture, degrees)
    high, wide = expected.shape
    top, left = (found.shape[0] - high) // 2, (found.shape[1] - wide) // 2
    np.testing.assert_allclose(found[top : top + high, left : left + wide], expected, atol=0.02)


def test_turning_there_and_back_loses_little_and_keeps_the_ink() -> None:
    picture = np.zeros((60, 80), np.float32)
    picture[20:40, 30:50] = 1.0
    there = turned(picture, 17.0)
    assert there.sum() == pytest.approx(picture.sum(), rel=0.01)
    back = turned(there, -17.0)
    top, left = (back.shape[0] - 60) // 2, (back.shape[1] - 80) // 2
    assert np.abs(back[top : top + 60, left : left + 80] - picture).mean() < 0.02


def test_paper_is_found_under_writing_and_shadow() -> None:
    clean = written((), shadow=0.7, noise=0.0).astype(np.float32) / 255
    full = written(shadow=0.7, noise=0.0).astype(np.float32) / 255
    np.testing.assert_allclose(paper_brightness(full), paper_brightness(clean), atol=0.05)
    assert darkness(clean, paper_brightness(clean)).max() < 0.08


@pytest.mark.parametrize("tilt", [0.0, 5.0, -12.5, 20.0])
def test_lines_go_and_digits_stay(tilt: float) -> None:
    plain = darkness(written(noise=0.0, tilt=tilt).astype(np.float32) / 255, None)
    squared = darkness(written(noise=0.0, tilt=tilt, squares=0.06, line=0.4).astype(np.float32) / 255, None)
    found = without_lines(squared)
    assert found.slope == pytest.approx(tilt, abs=0.3)
    digits, paper = plain > 0.5, plain < 0.1
    assert (found.ink[paper] > 0.25).mean() < 0.1 * (squared[paper] > 0.25).mean()
    assert (found.ink[digits] > 0.35).mean() > 0.97


def test_on_plain_paper_no_line_is_found_not_even_a_one_or_a_seven() -> None:
    plain = darkness(written((1, 7, 4, 1, 7)).astype(np.float32) / 255, None)
    found = without_lines(plain)
    assert np.abs(found.ink - plain).max() < 0.2
    large = darkness(written((1,), digit=0.6, pen=0.05).astype(np.float32) / 255, None)
    np.testing.assert_array_equal(without_lines(large).ink, large)


def test_otsu_is_the_best_of_all_levels() -> None:
    rng = np.random.default_rng(0)
    values = np.clip(np.concatenate([rng.normal(0.2, 0.05, 900), rng.normal(0.7, 0.1, 300)]), 0, 1)
    values = values.astype(np.float32)

    def within(level: float) -> float:
        low, high = values[values <= level], values[values > level]
        return low.var() * len(low) + high.var() * len(high)

    best = min(np.linspace(0.05, 0.95, 181), key=within)
    assert within(otsu(values)) <= within(best) * 1.01


def test_the_edge_of_a_shadow_is_no_line() -> None:
    photo = written(noise=0.0, shadow=0.6, edge=True).astype(np.float32) / 255
    ink = darkness(photo, paper_brightness(photo))
    found = without_lines(ink)
    assert found.count == 0
    np.testing.assert_array_equal(found.ink, ink)
