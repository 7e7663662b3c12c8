"""Ink: what a stroke covers, and that drawing piece by piece is drawing at once, bit for bit."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from neuroviz.data.ink import NOWHERE, Drawing, InkSurface, Stroke, raster, united

COORDINATE = st.floats(-0.3, 1.3, allow_subnormal=False)
POINTS = st.lists(st.tuples(COORDINATE, COORDINATE), min_size=1, max_size=6)
STROKES = st.builds(Stroke, POINTS.map(tuple), st.floats(0.001, 0.3), st.booleans())
DRAWINGS = st.lists(STROKES, min_size=1, max_size=4).map(lambda strokes: Drawing(tuple(strokes)))


def exact_coverage(stroke: Stroke, size: int) -> np.ndarray:
    """The covered share of each pixel by 16 x 16 samples of the exact shape."""
    at = (np.arange(size * 16) + 0.5) / 16
    x, y = np.meshgrid(at, at)
    inside = np.zeros(x.shape, bool)
    points = np.array(stroke.points) * size
    for a, b in zip(points, points[1:] if len(points) > 1 else points, strict=False):
        along = b - a
        t = ((x - a[0]) * along[0] + (y - a[1]) * along[1]) / max(along @ along, 1e-12)
        t = t.clip(0, 1)
        inside |= np.hypot(x - a[0] - t * along[0], y - a[1] - t * along[1]) <= stroke.width * size / 2
    return inside.reshape(size, 16, size, 16).mean(axis=(1, 3))


@pytest.mark.parametrize("points", [
    ((0.5, 0.5),),
    ((0.2, 0.5), (0.8, 0.5)),
    ((0.2, 0.2), (0.75, 0.6)),
    ((0.3, 0.2), (0.7, 0.3), (0.4, 0.8)),
])  # fmt: skip
def test_a_stroke_covers_its_capsules(points: tuple[tuple[float, float], ...]) -> None:
    stroke = Stroke(points, 0.15)
    ink = raster(Drawing((stroke,)), 64)
    assert ink.dtype == np.float32
    # The soft edge is a straight ramp, where the exact share of a pixel bends a little.
    assert np.abs(ink - exact_coverage(stroke, 64)).max() < 0.16
    assert ink.sum() == pytest.approx(exact_coverage(stroke, 64).sum(), rel=0.02)


@settings(max_examples=60)
@given(DRAWINGS)
def test_piece_by_piece_is_the_same_as_at_once(drawing: Drawing) -> None:
    surface = InkSurface(48)
    for stroke in drawing.strokes:
        surface.begin(stroke.width, erase=stroke.erase)
        for point in stroke.points:
            before = surface.image.copy()
            x0, y0, x1, y1 = surface.add([point])
            before[y0:y1, x0:x1] = surface.image[y0:y1, x0:x1]
            assert np.array_equal(before, surface.image), "touched a pixel outside the box it gave"
    assert np.array_equal(surface.image, raster(drawing, 48))
    assert surface.image.min() >= 0.0
    assert surface.image.max() <= 1.0


@settings(max_examples=40)
@given(DRAWINGS)
def test_a_smaller_window_sees_the_same_ink(drawing: Drawing) -> None:
    """The box that a segment is limited to leaves nothing out."""
    surface = InkSurface(40)
    surface._span = lambda low, high: (0, surface.size)  # type: ignore[method-assign]
    surface.show(drawing)
    assert np.array_equal(surface.image, raster(drawing, 40))


def test_the_eraser_takes_ink_away_and_later_ink_covers_again() -> None:
    line = Stroke(((0.1, 0.5), (0.9, 0.5)), 0.2)
    rubber = Stroke(((0.5, 0.5),), 0.2, erase=True)
    erased = raster(Drawing((line, rubber)), 50)
    assert erased[25, 25] == 0.0
    assert erased[25, 10] == 1.0
    assert raster(Drawing((line, rubber, line)), 50)[25, 25] == 1.0


def test_a_thin_line_does_not_fade_away() -> None:
    ink = raster(Drawing((Stroke(((0.0, 0.51), (1.0, 0.51)), 0.0001),)), 50)
    assert ink[:, 25].max() >= 0.5


def test_pressure_narrows_the_stroke() -> None:
    points = ((0.1, 0.5), (0.9, 0.5))
    full = raster(Drawing((Stroke(points, 0.2),)), 100)
    tapered = raster(Drawing((Stroke(points, 0.2, pressure=(1.0, 0.25)),)), 100)
    assert tapered[:, 12].sum() == pytest.approx(full[:, 12].sum(), rel=0.05)
    assert tapered[:, 88].sum() == pytest.approx(0.25 * full[:, 88].sum(), rel=0.15)


def test_a_base_stays_when_the_surface_is_cleared() -> None:
    base = np.full((20, 20), 0.25, np.float32)
    surface = InkSurface(20, base)
    surface.draw(Stroke(((0.5, 0.5),), 0.5))
    assert surface.image.max() == 1.0
    surface.clear()
    assert np.array_equal(surface.image, base)


def test_ink_can_be_looked_at_but_not_written_to() -> None:
    with pytest.raises(ValueError, match="read-only"):
        InkSurface(8).image[0, 0] = 1.0


def test_strokes_are_values() -> None:
    stroke = Stroke.of(np.array([[0.25, 0.5], [0.75, 0.5]], np.float32), 0.1)
    assert stroke == Stroke(((0.25, 0.5), (0.75, 0.5)), 0.1)
    assert hash(stroke) == hash(Stroke(((0.25, 0.5), (0.75, 0.5)), 0.1))
    assert all(type(x) is float for point in stroke.points for x in point)


@pytest.mark.parametrize(("points", "width"), [
    ((), 0.1),
    (((0.1, 0.2, 0.3),), 0.1),
    (((float("nan"), 0.2),), 0.1),
    (((float("inf"), 0.2),), 0.1),
    (((1e9, 0.2),), 0.1),
    (((0.1, 0.2),), 0.0),
    (((0.1, 0.2),), float("nan")),
    (((0.1, 0.2),), 2.0),
])  # fmt: skip
def test_impossible_strokes_are_refused(points: tuple[tuple[float, float], ...], width: float) -> None:
    with pytest.raises(ValueError, match=r"point|width"):
        Stroke(points, width)


@pytest.mark.parametrize("pressure", [(0.5,), (0.5, 1.5), (0.5, float("nan"))])
def test_impossible_pressures_are_refused(pressure: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match="pressure"):
        Stroke(((0.1, 0.2), (0.3, 0.4)), 0.1, pressure=pressure)


def test_a_drawing_can_be_seen_up_to_any_point() -> None:
    a, b = (
        Stroke(((0.1, 0.1), (0.2, 0.2))),
        Stroke(((0.3, 0.3), (0.4, 0.4), (0.5, 0.5)), pressure=(1, 0.5, 1)),
    )
    drawing = Drawing((a,)).plus(b)
    assert drawing.n_points == 5
    assert [drawing.until(k).n_points for k in range(7)] == [0, 1, 2, 3, 4, 5, 5]
    assert drawing.until(0).empty
    assert drawing.until(4).strokes == (a, Stroke(b.points[:2], pressure=(1, 0.5)))
    assert drawing.until(5) == drawing


def test_boxes_unite() -> None:
    assert united(NOWHERE, (1, 2, 3, 4)) == (1, 2, 3, 4)
    assert united((1, 2, 3, 4), NOWHERE) == (1, 2, 3, 4)
    assert united((1, 5, 3, 8), (2, 4, 9, 6)) == (1, 4, 9, 8)


def test_a_stroke_off_the_pad_touches_nothing() -> None:
    surface = InkSurface(20)
    assert surface.draw(Stroke(((3.0, 3.0), (4.0, 3.5)))) == NOWHERE
    assert not surface.image.any()
