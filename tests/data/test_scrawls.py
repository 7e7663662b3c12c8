"""Scrawls: every kind is drawn from its seed, on the pad, with variation, and is not all one thing."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz.data import strokes
from neuroviz.data.ink import raster
from neuroviz.data.prepare import prepare
from neuroviz.data.scrawls import AMBIGUOUS, KINDS, LETTERS, SYMBOLS, letter, scribble, symbol
from neuroviz.data.scrawls.pads import FILLED, NEARLY_EMPTY
from neuroviz.data.scrawls.scribbles import CHARACTERS


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_is_the_same_from_the_same_seed_and_another_from_another(kind: str) -> None:
    one, same, other = (KINDS[kind](np.random.default_rng(seed)) for seed in (3, 3, 4))
    assert one == same
    assert one != other


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_drawn_lies_on_the_pad_and_can_be_prepared(kind: str) -> None:
    rng = np.random.default_rng(11)
    for _ in range(40):
        drawing = KINDS[kind](rng)
        points = np.concatenate([stroke.points for stroke in drawing.strokes])
        assert points.min() > -0.05, "a hand that colours in a pad may slip over its edge, not leave it"
        assert points.max() < 1.05
        assert prepare(raster(drawing, 56)) is not None


@pytest.mark.parametrize("name", [*LETTERS, *AMBIGUOUS])
def test_every_letter_can_be_asked_for(name: str) -> None:
    drawn = letter(np.random.default_rng(0), name)
    again = letter(np.random.default_rng(1), name)
    assert not drawn.empty
    assert len(drawn.strokes) == len(again.strokes)
    assert drawn != again


@pytest.mark.parametrize("name", SYMBOLS)
def test_every_symbol_can_be_asked_for(name: str) -> None:
    assert not symbol(np.random.default_rng(0), name).empty


@pytest.mark.parametrize("name", CHARACTERS)
def test_every_character_of_scribble_keeps_its_proportions_and_its_size(name: str) -> None:
    for seed in range(20):
        drawing = scribble(np.random.default_rng(seed), name)
        points = np.concatenate([stroke.points for stroke in drawing.strokes])
        assert 0.39 < np.ptp(points, axis=0).max() < 0.86


def test_letters_and_those_like_digits_are_apart() -> None:
    assert not set(LETTERS) & set(AMBIGUOUS)
    assert set("OolISZBgq") <= set(AMBIGUOUS)


def test_filled_pads_hold_much_ink_and_empty_ones_little() -> None:
    def ink(maker: object) -> list[float]:
        assert callable(maker)
        return [float(raster(maker(np.random.default_rng(seed)), 56).mean()) for seed in range(10)]

    assert min(ink(FILLED["whole"])) > 0.9
    assert 0.25 < min(ink(FILLED["half"])) < max(ink(FILLED["half"])) < 0.75
    assert all(max(ink(maker)) < 0.06 for maker in NEARLY_EMPTY.values())


def test_a_dash_never_stands_upright_as_a_one_would() -> None:
    for seed in range(30):
        (stroke,) = NEARLY_EMPTY["dash"](np.random.default_rng(seed)).strokes
        wide, tall = np.ptp(np.array(stroke.points), axis=0)
        assert wide > tall


def test_a_text_of_the_notation_is_what_the_digits_are_written_in() -> None:
    for seed in range(3):
        first = strokes.digit(7, np.random.default_rng(seed), "barred")
        assert first == strokes.written(strokes.PATHS[7]["barred"], np.random.default_rng(seed))
    assert strokes.digit(7, style="barred") == strokes.written(strokes.PATHS[7]["barred"])
