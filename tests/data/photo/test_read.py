"""Photos of handwriting: what is on the sheet is found and read, whatever the light and the paper."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from neuroviz.data import mnist
from neuroviz.data.photo.read import NEEDS, STAGES, Reading, first_affected, read, working
from neuroviz.data.photo.recipe import STEPS, PhotoRecipe
from neuroviz.data.prepare import Recipe
from tests.data.photo.sheets import LABELS, answers, written

OFF = PhotoRecipe(**dict.fromkeys(STEPS, False))


@pytest.mark.parametrize("how", [
    {},
    {"dark": True},
    {"tilt": 20.0},
    {"tilt": -20.0},
    {"shadow": 0.8},
    {"shadow": 0.5, "edge": True},
    {"squares": 0.05, "line": 0.45},
    {"squares": 0.05, "line": 0.45, "tilt": 8.0},
    {"squares": 0.09, "ruled": True, "line": 0.5},
    {"ink": 0.3},
    {"pen": 0.03},
    {"dirt": 30},
    {"width": 2000, "height": 1500},
    {"width": 300, "height": 200},
], ids=[
    "plain", "inverted", "tilted", "tilted the other way", "shadow", "hard shadow", "squared",
    "squared, tilted", "ruled", "pale", "thin", "marks", "large", "small",
])  # fmt: skip
def test_every_digit_is_found_and_read(how: dict[str, Any]) -> None:
    assert answers(read(written(**how))) == LABELS


@pytest.mark.parametrize(("step", "how"), [
    ("polarity", {"dark": True}),
    ("light", {"shadow": 0.7, "edge": True}),
    ("lines", {"squares": 0.09, "ruled": True, "line": 0.5}),
    ("threshold", {"ink": 0.3}),
    ("straighten", {"tilt": 24.0, "gap": 0.01}),
    ("specks", {"dirt": 60}),
    ("split", {"gap": -0.012}),
])  # fmt: skip
def test_each_step_is_worth_something_where_it_is_needed(step: str, how: dict[str, Any]) -> None:
    wrong = [0, 0]
    for seed in range(4):
        photo = written(seed=seed, **how)
        recipes = (PhotoRecipe(), replace(PhotoRecipe(), **{step: False}))
        for k, recipe in enumerate(recipes):
            wrong[k] += answers(read(photo, recipe)) != LABELS
    assert wrong[0] < wrong[1]


def test_a_broken_digit_is_put_together() -> None:
    photo = written((5,), digit=0.3, height=640)
    dark = photo < 128
    rows = np.flatnonzero(dark.any(axis=1))
    photo[int(rows[0]) + 60 : int(rows[0]) + 66] = 235  # a white gap through it
    whole, apart = read(photo), read(photo, PhotoRecipe(join=False))
    assert len(whole.digits) == 1
    assert len(apart.digits) > 1
    assert answers(whole) == (5,)


def test_light_on_dark_gives_the_very_same_digits() -> None:
    photo = written()
    one, other = read(photo), read(255 - photo)
    assert one.dark != other.dark
    assert len(one.digits) == len(other.digits) == 5
    for a, b in zip(one.digits, other.digits, strict=True):
        assert a.box == b.box
        assert np.abs(a.prepared.grey.astype(int) - b.prepared.grey).max() <= 2


def test_brighter_darker_and_larger_photos_give_the_same_digits() -> None:
    photo = written(width=720, height=480)
    expected = [one.box for one in read(photo).digits]
    dim = np.rint(photo * 0.6).astype(np.uint8)
    np.testing.assert_allclose([one.box for one in read(dim).digits], expected, atol=1)
    twice = photo.repeat(2, axis=0).repeat(2, axis=1)
    assert [one.box for one in read(twice).digits] == expected
    colour = np.stack([photo] * 3, axis=2)
    np.testing.assert_allclose(read(colour).grey, read(photo).grey, atol=1e-5)


def test_digits_are_read_row_by_row() -> None:
    from neuroviz.data.photo.paper import Paper, by_pen, sheet

    rng = np.random.default_rng(0)
    rows = ((1, 2, 3), (4, 5, 6), (7, 8, 9))
    for tilt in (0.0, 10.0):
        paper = Paper(width=600, height=600, tilt=tilt)
        photo = sheet([[by_pen(k, rng, 0.1) for k in row] for row in rows], paper, rng)
        boxes = [one.corners.mean(axis=0) for one in read(photo).digits]
        assert len(boxes) == 9
        for k in range(9):
            if k % 3:
                assert boxes[k][0] > boxes[k - 1][0]
            if k >= 3:
                assert boxes[k][1] > boxes[k - 3][1]


def test_corners_lie_round_the_ink_in_the_photo_itself() -> None:
    photo = written((8,), tilt=0.0)
    (one,) = read(photo).digits
    rows, columns = np.nonzero(photo < 150)
    low, high = one.corners.min(axis=0), one.corners.max(axis=0)
    size = np.array(photo.shape[::-1])
    np.testing.assert_allclose(low * size, (columns.min(), rows.min()), atol=4)
    np.testing.assert_allclose(high * size, (columns.max(), rows.max()), atol=4)
    for digit in read(written(tilt=20.0)).digits:  # turned back to where it is on the tilted sheet
        x, y = (digit.corners.mean(axis=0) * size).astype(int)
        near = written(tilt=20.0)[y - 35 : y + 35, x - 35 : x + 35]
        assert (near < 150).mean() > 0.05


def test_a_mnist_digit_alone_is_found_at_any_size() -> None:
    test = mnist.load_test()
    right = 0
    for k in range(40):
        right += answers(read(test.images[k])) == (int(test.labels[k]),)
    assert right >= 36


@pytest.mark.parametrize("photo", [
    np.zeros((1, 1), np.uint8),
    np.full((1, 1), 255, np.uint8),
    np.zeros((480, 640), np.uint8),
    np.full((480, 640), 255, np.uint8),
    np.full((480, 640, 3), 0.5, np.float32),
    np.random.default_rng(0).integers(0, 256, (300, 400), dtype=np.uint8),
    np.random.default_rng(0).integers(0, 256, (1, 4000), dtype=np.uint8),
    np.random.default_rng(0).integers(0, 256, (4000, 2), dtype=np.uint8),
    (np.indices((200, 300)).sum(axis=0) % 2 * 255).astype(np.uint8),
], ids=["dot", "white dot", "black", "white", "grey", "noise", "thread", "string", "checks"])  # fmt: skip
@pytest.mark.parametrize(
    "recipe", [PhotoRecipe(), OFF, PhotoRecipe(specks=False)], ids=["all", "none", "specks"]
)
def test_any_picture_comes_to_an_end(photo: np.ndarray, recipe: PhotoRecipe) -> None:
    seen = read(photo, recipe)
    assert len(seen.digits) <= 120
    for one in seen.digits:
        assert one.prepared.grey.shape == (28, 28)


def test_blank_paper_has_no_digits() -> None:
    rng = np.random.default_rng(0)
    for noise in (0.0, 0.02, 0.05):
        paper = np.clip(0.85 + noise * rng.standard_normal((300, 400)), 0, 1).astype(np.float32)
        assert read(paper).digits == ()


@pytest.mark.parametrize("shape", [(0, 5), (5, 0), (3, 3, 4), (5,), (2, 2, 3, 1)])
def test_what_is_no_photo_is_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="photo"):
        working(np.zeros(shape, np.uint8))


@settings(max_examples=25, deadline=None)
@given(st.tuples(*[st.booleans()] * len(STEPS)), st.tuples(*[st.booleans()] * 4))
def test_any_steps_may_be_left_out(steps: tuple[bool, ...], last: tuple[bool, ...]) -> None:
    recipe = PhotoRecipe(**dict(zip(STEPS, steps, strict=True)), prepare=Recipe(*last))
    for one in read(PHOTO, recipe).digits:
        assert one.prepared.recipe == recipe.prepare


PHOTO = written(width=320, height=210, squares=0.06, tilt=5.0)


def test_a_change_is_done_again_from_the_first_stage_that_it_concerns() -> None:
    named = {name for names in NEEDS for name in names}
    assert named == {one.name for one in fields(PhotoRecipe)}, "no field is forgotten"
    assert len(NEEDS) == len(STAGES)
    assert first_affected(PhotoRecipe(), PhotoRecipe()) == len(STAGES)
    assert first_affected(PhotoRecipe(), PhotoRecipe(join=False, lines=False)) == 2
    changes: list[dict[str, Any]] = [{name: False} for name in STEPS]
    changes += [{"bias": 0.3}, {"smallest": 0.1}, {"prepare": Recipe(centre=False)}]
    for change in changes:
        new = replace(PhotoRecipe(), **change)
        seen = read(PHOTO)
        for stage in STAGES[first_affected(PhotoRecipe(), new) :]:
            seen = stage(seen, new)
        expected = read(PHOTO, new)
        assert len(seen.digits) == len(expected.digits)
        for a, b in zip(seen.digits, expected.digits, strict=True):
            assert a.box == b.box
            np.testing.assert_array_equal(a.prepared.grey, b.prepared.grey)


def test_stages_leave_earlier_pictures_as_they_were() -> None:
    seen = Reading(working(PHOTO))
    kept: list[tuple[np.ndarray, np.ndarray]] = []
    for stage in STAGES:
        seen = stage(seen, PhotoRecipe())
        pictures = (seen.grey, seen.upright, seen.ink, seen.unlined, seen.soft, seen.straight, seen.kept)
        for before, copy in kept:
            np.testing.assert_array_equal(before, copy)
        kept += [(one, one.copy()) for one in pictures if one is not None]
