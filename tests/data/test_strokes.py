"""Script-drawn digits: all there, on the pad, alive when asked, the same for the same seed."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz.data.strokes import digit, styles

EVERY = [(label, style) for label in range(10) for style in styles(label)]


def test_each_digit_has_several_handwritings() -> None:
    assert all(len(styles(label)) >= 4 for label in range(10))


@pytest.mark.parametrize(("label", "style"), EVERY)
def test_every_style_lies_on_the_pad(label: int, style: str) -> None:
    rng = np.random.default_rng(0)
    for drawing in (digit(label, style=style), *(digit(label, rng, style) for _ in range(20))):
        every = np.concatenate([stroke.points for stroke in drawing.strokes])
        assert every.min() > 0.0
        assert every.max() < 1.0
        assert np.ptp(every[:, 1]) > 0.25


@pytest.mark.parametrize(("label", "style"), EVERY)
def test_pen_positions_are_as_close_as_a_calm_hand_makes_them(label: int, style: str) -> None:
    for stroke in digit(label, style=style).strokes:
        steps = np.hypot(*np.diff(stroke.points, axis=0).T)
        assert steps.max() < 0.03
        assert np.median(steps) > 0.015


def test_the_same_seed_draws_the_same_digit_and_another_a_different_one() -> None:
    assert digit(4, np.random.default_rng(3)) == digit(4, np.random.default_rng(3))
    assert digit(4, np.random.default_rng(3)) != digit(4, np.random.default_rng(4))
    assert digit(4) == digit(4)


def test_corners_stay_sharp_and_curves_round() -> None:
    def sharpest(label: int, style: str) -> float:
        points = np.array(digit(label, style=style).strokes[0].points)
        ways = np.diff(points, axis=0)
        turns = np.diff(np.unwrap(np.arctan2(ways[:, 1], ways[:, 0])))
        return float(np.degrees(np.abs(turns)).max())

    assert sharpest(7, "plain") > 45
    assert sharpest(0, "oval") < 30


def test_seven_with_and_without_a_bar() -> None:
    assert len(digit(7, style="plain").strokes) == 1
    assert len(digit(7, style="barred").strokes) == 2


@pytest.mark.parametrize(("label", "style"), [(10, None), (3, "barred")])
def test_what_is_not_known_is_refused(label: int, style: str | None) -> None:
    with pytest.raises(KeyError):
        digit(label, style=style)
