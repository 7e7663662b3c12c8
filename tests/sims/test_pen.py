"""The ink of a growing drawing is the ink of the drawing, whatever happened on the way."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from neuroviz.data.ink import Drawing, Stroke, raster
from neuroviz.sims.pen import INK_SIZE, Pen, common_points, continues

place = st.floats(0, 1).map(lambda v: round(v, 3))
strokes = st.builds(
    Stroke,
    st.lists(st.tuples(place, place), min_size=1, max_size=5).map(tuple),
    st.sampled_from([0.05, 0.08]),
    st.booleans(),
)
drawings = st.builds(Drawing, st.lists(strokes, max_size=3).map(tuple))


@settings(max_examples=40, deadline=None)
@given(st.lists(drawings, min_size=1, max_size=4))
def test_following_any_sequence_of_drawings_ends_with_the_ink_of_the_last(sequence: list[Drawing]) -> None:
    pen = Pen()
    for drawing in sequence:
        pen.follow(drawing)
    np.testing.assert_array_equal(pen.ink, raster(sequence[-1], INK_SIZE))


@settings(max_examples=40, deadline=None)
@given(drawings)
def test_following_point_by_point_is_bit_for_bit_the_whole(drawing: Drawing) -> None:
    pen = Pen()
    for k in range(drawing.n_points + 1):
        pen.follow(drawing.until(k))
    np.testing.assert_array_equal(pen.ink, raster(drawing, INK_SIZE))


@given(drawings, drawings)
def test_common_points_are_those_until_which_both_are_the_same(a: Drawing, b: Drawing) -> None:
    n = common_points(a, b)
    assert a.until(n) == b.until(n)
    longest = min(a.n_points, b.n_points)
    if n < longest and a.until(n + 1) == b.until(n + 1):
        # The drawings differ although this much agrees: only a width or an eraser can tell them apart.
        pytest.fail(f"{n} points, but {n + 1} agree")


@given(drawings, st.integers(0, 15))
def test_a_drawing_continues_each_of_its_beginnings(drawing: Drawing, k: int) -> None:
    assert continues(drawing, drawing.until(k))
    if drawing.until(k) != drawing:
        assert not continues(drawing.until(k), drawing)


def test_a_picture_lies_under_the_ink_and_the_eraser_reaches_it() -> None:
    picture = np.full((28, 28), 255, np.uint8)
    pen = Pen(picture)
    assert pen.ink[5:-5, 5:-5].min() == pytest.approx(1.0)
    pen.follow(Drawing((Stroke(((0.5, 0.5),), 0.2, erase=True),)))
    assert pen.ink[INK_SIZE // 2, INK_SIZE // 2] == 0.0
    assert pen.ink[9, 9] == pytest.approx(1.0)
    pen.follow(Drawing())
    assert pen.ink[5:-5, 5:-5].min() == pytest.approx(1.0)
