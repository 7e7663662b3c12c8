"""One's own digits as a value: every change is another value, and the strokes stay."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuroviz.data import strokes
from neuroviz.data.handwriting import FAR, POINTS, Entry, Handwriting, grey_of
from neuroviz.data.ink import Drawing, Stroke, raster
from neuroviz.data.prepare import prepare
from neuroviz.data.sheet import Sheet


def entry(label: int, seed: int = 0) -> Entry:
    return Entry(Sheet(strokes.digit(label, np.random.default_rng(seed))), label)


def hand(*labels: int) -> Handwriting:
    return Handwriting(tuple(entry(label, i) for i, label in enumerate(labels)))


def labels(of: Handwriting) -> list[int]:
    return [one.label for one in of.entries]


def test_pictures_are_what_the_pad_s_own_recipe_gives() -> None:
    own = hand(3, 7)
    digits = own.digits("two")
    for image, one in zip(digits.images, own.entries, strict=True):
        prepared = prepare(raster(one.sheet.drawing))
        assert prepared is not None
        np.testing.assert_array_equal(image, prepared.grey)
    assert digits.labels.tolist() == [3, 7]
    assert digits.hand is own
    assert not digits.images.flags.writeable


def test_a_prepared_picture_is_taken_as_it_is_and_one_drawn_on_is_prepared() -> None:
    grey = np.zeros((28, 28), np.uint8)
    grey[5:20, 12:15] = 200
    np.testing.assert_array_equal(grey_of(Sheet(picture=grey)), grey)
    drawn_on = grey_of(Sheet(Drawing((Stroke(((0.4, 0.7), (0.6, 0.7)), 0.06),)), grey))
    assert drawn_on.max() == 255
    assert (drawn_on != grey).any()


def test_what_was_all_erased_is_blank() -> None:
    line = ((0.2, 0.5), (0.8, 0.5))
    blank = grey_of(Sheet(Drawing((Stroke(line, 0.05), Stroke(line, 0.2, True)))))
    assert blank.shape == (28, 28)
    assert not blank.any()


def test_a_change_leaves_the_old_value_as_it_was() -> None:
    old = hand(1, 2, 3)
    more = old.plus(entry(9))
    fewer = more.without([1, 3])
    other = old.relabelled(2, 8)
    assert [labels(one) for one in (old, more, fewer, other)] == [[1, 2, 3], [1, 2, 3, 9], [1, 3], [1, 2, 8]]
    assert other.entries[2].sheet is old.entries[2].sheet
    assert other.entries[2].grey is old.entries[2].grey
    with pytest.raises(IndexError):
        old.relabelled(3, 1)
    with pytest.raises(ValueError, match="label"):
        old.relabelled(0, 10)


@given(st.lists(st.integers(0, 9), max_size=40))
def test_asking_for_the_rarest_keeps_a_set_balanced(start: list[int]) -> None:
    sheet = Sheet(strokes.digit(1))
    own = Handwriting(tuple(Entry(sheet, label) for label in start))
    assert own.counts == tuple(start.count(k) for k in range(10))
    assert own.counts[own.rarest] == min(own.counts)
    for _ in range(10 * max(own.counts) - len(start)):
        own = own.plus(Entry(sheet, own.rarest))
    assert len(set(own.counts)) == 1


def test_an_empty_set_is_asked_for_from_zero_on() -> None:
    own, asked = Handwriting(), []
    for _ in range(10):
        asked.append(own.rarest)
        own = own.plus(Entry(Sheet(strokes.digit(1)), own.rarest))
    assert asked == list(range(10))
    assert len(Handwriting().digits("none")) == 0


LINE = Stroke(((0.1, 0.1), (0.2, 0.2)))


@pytest.mark.parametrize(("sheet", "label"), [
    (Sheet(Drawing((LINE,))), 10),
    (Sheet(Drawing((LINE,))), -1),
    (Sheet(), 3),
    (Sheet(Drawing((Stroke(((0.1, 0.1),) * (POINTS + 1)),))), 3),
    (Sheet(Drawing((Stroke(((0.1, 0.1), (FAR + 1, 0))),))), 3),
    (Sheet(picture=np.zeros((300, 300), np.uint8)), 3),
])  # fmt: skip
def test_what_no_hand_wrote_is_refused(sheet: Sheet, label: int) -> None:
    with pytest.raises(ValueError, match=r"label|digit|stroke|picture"):
        Entry(sheet, label)
