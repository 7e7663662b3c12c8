"""Relief, lens, block and ground: what lies where, whatever the values are."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from neuroviz.ui.relief.block import Picture, Sides, drawn
from neuroviz.ui.relief.block_ground import BlockGround
from neuroviz.ui.relief.kept import Kept
from neuroviz.ui.relief.lens import FOOT, Eye, Lens
from neuroviz.ui.relief.shape import Relief
from neuroviz.ui.relief.texture import LEVELS, strong, texture
from neuroviz.ui.theme import theme
from tests.ui import reliefs

EYES = [Eye(), Eye(0, 30), Eye(45, 8), Eye(-90, 88), Eye(133, 60), Eye(180, 20, 2.5, (0.3, -0.2))]
GREY = Sides((200, 200, 200), np.array([0.25, 0.5, 0.75]))


def block(relief: Relief, eye: Eye, size: tuple[int, int] = (320, 240)) -> tuple[Picture, Lens]:
    lens = Lens(eye, *size, (20, 20))
    ground = texture(relief, theme(), (128, 128))
    return drawn(relief.heights, ground, lens, GREY), lens


@pytest.mark.parametrize("name", reliefs.BAD)
@pytest.mark.parametrize("log", [False, True])
def test_any_values_have_heights_levels_words_and_pictures(name: str, log: bool) -> None:
    relief = Relief(reliefs.BAD[name], log=log)
    known = relief.heights[np.isfinite(relief.heights)]
    assert ((known >= 0) & (known <= 1)).all()
    low, high = relief.span
    assert high > low
    for most in (2, 6, LEVELS):
        levels = relief.levels(most)
        assert len(levels) <= most
        assert levels == sorted(levels)
        assert len(relief.ticks(most)) == len(levels)
        heights = np.array([relief.height_of(value) for value in levels])
        assert ((heights >= -1e-6) & (heights <= 1 + 1e-6)).all()
    for eye in EYES:
        picture, _ = block(relief, eye)
        assert picture.words.shape == picture.depth.shape == (240, 320)
    assert texture(relief, theme(), (50, 70), flat=True).shape == (50, 70)


@given(arrays.arrays(np.float64, st.tuples(st.integers(2, 6), st.integers(2, 6))), st.booleans())
def test_fuzzed_values_are_drawn(z: np.ndarray, log: bool) -> None:
    relief = Relief(z, log=log)
    picture, _ = block(relief, Eye(), (48, 40))
    assert picture.words.shape == (40, 48)
    assert len(relief.ticks(5)) <= 5


@pytest.mark.parametrize("shape", [(4,), (1, 5), (5, 1), (2, 2, 2), (0, 4)])
def test_other_shapes_are_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="a relief of"):
        Relief(np.zeros(shape))


@pytest.mark.parametrize("span", [(0.0, 0.0), (1.0, -1.0), (0.0, np.inf), (np.nan, 1.0), (-1e308, 1e308)])
def test_empty_and_endless_spans_are_refused(span: tuple[float, float]) -> None:
    with pytest.raises(ValueError, match="a relief over"):
        Relief(np.zeros((3, 3)), x=span)
    with pytest.raises(ValueError, match="a relief over"):
        Relief(np.zeros((3, 3)), y=span)


@pytest.mark.parametrize("log", [False, True])
def test_a_height_and_its_value_are_inverse(log: bool) -> None:
    relief = reliefs.himmelblau(log=log)
    for height in np.linspace(0, 1, 11):
        assert float(relief.height_of(relief.value_at(float(height)))) == pytest.approx(height, abs=1e-9)
    (x, y, low), (_, _, high) = relief.ends
    assert (low, high) == relief.span
    assert float(relief.at(x, y)) == pytest.approx(low)


def test_levels_of_a_logarithm_are_round() -> None:
    relief = Relief(np.geomspace(0.02, 3000, 16).reshape(4, 4), log=True)
    assert relief.levels(14)[:4] == pytest.approx([0.03, 0.1, 0.3, 1.0])
    assert relief.levels(6) == pytest.approx([0.1, 1, 10, 100, 1000])
    assert [text for _, text in relief.ticks(6)] == ["0.1", "1", "10", "100", "1,000"]


def test_levels_above_the_lowest_are_round_too() -> None:
    relief = Relief(np.linspace(-19.2, 700, 100).reshape(10, 10), log=True)
    assert all(value == pytest.approx(round(value, 2)) for value in relief.levels(14))
    zero = Relief(np.linspace(0, 1000, 100).reshape(10, 10), log=True)
    assert {1.0, 10.0, 100.0, 1000.0} <= {round(value, 6) for value in zero.levels(5)}


def test_lines_lie_at_their_values() -> None:
    x, _ = reliefs.grid(40)
    relief = Relief(x, reliefs.X, reliefs.Y)
    side = 501
    plain = texture(relief, theme(), (side, side), weight=1e-9)
    lined = texture(relief, theme(), (side, side), flat=True)
    row = (lined[250] & 0xFF).astype(int)
    bare = np.convolve(np.pad(row, 6, mode="edge"), np.ones(13) / 13, "valid")
    marked = np.flatnonzero(np.abs(row - bare) > 12)
    levels = np.array(relief.levels(LEVELS))
    places = (levels - reliefs.X[0]) / (reliefs.X[1] - reliefs.X[0]) * (side - 1)
    assert len(levels) == 11
    for place in places[1:-1]:
        assert np.abs(marked - place).min() <= 1
    assert plain.shape == lined.shape
    assert all(np.abs(places - one).min() <= 8 for one in marked)


def test_strong_lines_are_fifths_and_powers_of_ten() -> None:
    assert strong([0.0, 1.0, 4.0, 5.0, 10.0], log=False).tolist() == [True, False, False, True, True]
    assert strong([0.1, 0.3, 1.0, 30.0, 1000.0], log=True).tolist() == [True, False, True, False, True]


def test_a_texture_in_bands_is_the_same() -> None:
    relief = reliefs.himmelblau(log=True)
    whole = texture(relief, theme(), (90, 60))
    bands = [texture(relief, theme(), (90, 60), (row, min(row + 32, 90))) for row in range(0, 90, 32)]
    assert np.array_equal(np.concatenate(bands), whole)


def test_a_picture_in_strips_is_the_same() -> None:
    relief = reliefs.himmelblau()
    whole, lens = block(relief, Eye(20, 40))
    ground = texture(relief, theme(), (128, 128))
    strips = [drawn(relief.heights, ground, lens, GREY, (a, a + 80)).words for a in range(0, 320, 80)]
    assert np.array_equal(np.concatenate(strips, axis=1), whole.words)


@pytest.mark.parametrize("eye", EYES[:5])
def test_the_block_is_where_its_corners_are_projected(eye: Eye) -> None:
    relief = reliefs.plane()
    picture, lens = block(relief, eye)
    height = float(relief.heights[0, 0])
    there = np.argwhere(picture.words >> 24 > 127)
    top, left = there.min(axis=0)
    bottom, right = there.max(axis=0) + 1
    corners = [(u, v, h) for u in (-1, 1) for v in (-1, 1) for h in (FOOT, height)]
    across, down = np.array([lens.project(*corner)[:2] for corner in corners], np.float64).T
    assert (left, right) == (pytest.approx(across.min(), abs=1.5), pytest.approx(across.max(), abs=1.5))
    assert (top, bottom) == (pytest.approx(down.min(), abs=1.5), pytest.approx(down.max(), abs=1.5))
    assert across.min() >= 19
    assert across.max() <= 301
    assert down.min() >= 19
    assert down.max() <= 221


def test_a_raised_corner_stands_out() -> None:
    z = np.zeros((40, 40))
    z[-3:, -3:] = 1.0
    picture, lens = block(Relief(z), Eye(-30, 35))
    across, down, _ = lens.project(0.97, 0.97, 1.0)
    column, row = int(across), int(down)
    assert picture.words[row + 3, column] != 0
    assert picture.words[row - 6, column] == 0


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("log", [False, True])
def test_a_pixel_shows_the_place_that_is_projected_there(eye: Eye, log: bool) -> None:
    relief = reliefs.himmelblau(log=log)
    lens = Lens(eye, 640, 480, (20, 20))
    ground = BlockGround(relief, lens, Kept(relief, theme()).shown(lens).seen.depth)
    x, y = (one.ravel() for one in np.meshgrid(np.linspace(-4.9, 4.9, 15), np.linspace(-3.9, 5.9, 15)))
    across, down, seen = ground.places(x, y)
    inside = seen & (across > 3) & (across < 637) & (down > 3) & (down < 477)
    assert inside.sum() > 20
    apart = []
    for k in np.flatnonzero(inside):
        place = ground.place_at(across[k], down[k])
        assert place is not None
        back = ground.places(*(np.array([one]) for one in place))
        apart.append(np.hypot(back[0][0] - across[k], back[1][0] - down[k]))
    assert np.median(apart) < 1.0
    assert np.quantile(apart, 0.95) < 3.0


def test_what_is_behind_a_ridge_is_hidden() -> None:
    relief = reliefs.ridge()
    lens = Lens(Eye(0, 50), 640, 480)
    ground = BlockGround(relief, lens, Kept(relief, theme()).shown(lens).seen.depth)
    _, _, seen = ground.places(np.zeros(5), np.array([-3.0, 0.5, 1.0, 1.8, 5.9]))
    assert seen.tolist() == [True, True, True, False, True]


def test_beside_the_ground_and_on_its_sides_no_place_is_shown() -> None:
    relief = reliefs.plane()
    lens = Lens(Eye(-30, 35), 640, 480)
    ground = BlockGround(relief, lens, Kept(relief, theme()).shown(lens).seen.depth)
    assert ground.place_at(3, 3) is None
    assert ground.place_at(-5, 900) is None
    across, down, _ = lens.project(0.0, -1.0, 0.2)
    assert ground.place_at(float(across), float(down)) is None
    across, _, _ = ground.places(np.array([9.0]), np.array([0.0]))
    assert np.isnan(across[0])


def test_a_hole_is_empty_and_what_is_round_it_is_not() -> None:
    z = np.ones((60, 60))
    z[20:40, 20:40] = np.nan
    picture, lens = block(Relief(z), Eye(10, 70))
    across, down, _ = lens.project(0.0, -0.1, FOOT)
    assert picture.words[int(down), int(across)] == 0
    assert np.isinf(picture.depth[int(down), int(across)])
    across, down, _ = lens.project(0.7, 0.0, 0.5)
    assert picture.words[int(down), int(across)] >> 24 == 255


def test_a_fine_picture_shows_the_same_in_steps() -> None:
    relief = reliefs.himmelblau()
    lens = Lens(Eye(), 300, 220, (10, 10))
    kept = Kept(relief, theme())
    quick = kept.shown(lens).raster.words.copy()
    steps = sum(1 for _ in kept.refining(lens))
    assert steps > 5
    assert kept.is_sharp(lens)
    fine = kept.shown(lens).raster.words
    assert ((quick >> 24 > 0) != (fine >> 24 > 0)).mean() < 0.01
    for shift in (0, 8, 16):
        one, other = ((words >> shift & 255).astype(int) for words in (quick, fine))
        assert np.abs(one - other).mean() < 8


def test_a_large_picture_is_coarser_while_it_moves() -> None:
    lens = Lens(Eye(), 1600, 1200)
    shown = Kept(reliefs.himmelblau(), theme()).shown(lens)
    assert shown.raster.words.size < 600_000
    assert shown.lens == lens
