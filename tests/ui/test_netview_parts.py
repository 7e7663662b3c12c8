"""What NetView shows and where, without a widget: stages, links, layout, facts, cells."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from neuroviz.nn import Conv2d, Dense, Flatten, Gate, MaxPool, Net, ReLU, Tanh, Trace
from neuroviz.ui.netview import words
from neuroviz.ui.netview.card import tiled
from neuroviz.ui.netview.cells import Cells, Tables, nice
from neuroviz.ui.netview.facts import Spot, fact, field, weight_pictures
from neuroviz.ui.netview.layout import MOST_STAGES, MOST_UNITS, Block, Size, arrange
from neuroviz.ui.netview.links import LinkFinder
from neuroviz.ui.netview.stages import Stage, stages
from neuroviz.ui.theme import theme
from tests.ui.nets import cnn, mlp, traced

ROOM = Size(900, 600, 60, 24, 12)


def test_a_non_linearity_and_a_pool_join_the_layer_before_them() -> None:
    found = stages(cnn())
    assert [(s.kind, s.start, s.shown, s.last, s.shape, s.pool) for s in found] == [
        ("input", -1, -1, -1, (1, 28, 28), None),
        ("conv2d", 0, 1, 2, (8, 24, 24), 2),
        ("conv2d", 3, 4, 6, (16, 8, 8), 5),
        ("dense", 7, 7, 7, (10,), None),
    ]
    assert [s.function for s in found] == ["", "relu", "relu", ""]


def test_pooling_before_the_non_linearity_shows_the_pooled_maps() -> None:
    net = Net.create((Conv2d(2, 3), MaxPool(2), ReLU()), (1, 8, 8), np.random.default_rng(0))
    (_, stage) = stages(net)
    assert (stage.shown, stage.shape) == (2, (2, 3, 3))


def test_what_is_cut_is_shown_behind_the_cut() -> None:
    layers = (Dense(3), ReLU(), Gate(), Dense(2), Gate())
    net = Net.create(layers, (4,), np.random.default_rng(0))
    assert [(s.shown, s.last, s.function) for s in stages(net)[1:]] == [(2, 2, "relu"), (4, 4, "")]
    assert words.chain(net, stages(net)[1]) == ("relu", "gate")


def test_a_flat_input_of_a_square_number_is_a_picture() -> None:
    assert stages(mlp())[0].shape == (1, 28, 28)
    tiny = Net.create((Dense(3), Tanh()), (4,), np.random.default_rng(0))
    assert stages(tiny)[0].shape == (4,)


def finder(net: Net, i: int) -> LinkFinder:
    found = stages(net)
    return LinkFinder(net, found[i - 1], found[i])


@pytest.mark.parametrize("k", [1, 7, 60, 5000])
@pytest.mark.parametrize("i", [1, 2, 3])
def test_the_links_of_dense_layers_are_the_largest_products(i: int, k: int) -> None:
    net = mlp()
    trace = traced(net)
    a = trace.input[0] if i == 1 else trace.activations[2 * i - 3][0]
    terms = a[:, None] * net.views(2 * i - 2)["w"]
    links = finder(net, i).strongest(trace, k)
    best = np.sort(np.abs(terms).ravel())[::-1][:k]
    np.testing.assert_allclose(np.abs(links.value), best[best > 0], rtol=1e-6)
    np.testing.assert_array_equal(terms[links.source, links.target], links.value)


def test_links_from_maps_to_units_add_up_what_a_map_contributes() -> None:
    net = cnn()
    trace = traced(net)
    links = finder(net, 3).strongest(trace, 1000)
    w, a = net.views(7)["w"], trace.activations[5][0]
    assert 100 < len(links.value) <= 160  # a map that is off contributes nothing
    for source, target, value in zip(links.source, links.target, links.value, strict=True):
        expected = (w[16 * source : 16 * source + 16, target] * a[source].ravel()).sum()
        assert value == pytest.approx(expected, abs=1e-5)
    sums = np.bincount(links.target, links.value, 10) + net.views(7)["b"]
    np.testing.assert_allclose(sums, trace.output[0], atol=1e-4)


def test_links_between_maps_add_up_to_the_strongest_unit_of_the_map() -> None:
    net = cnn()
    trace = traced(net)
    links = finder(net, 2).strongest(trace, 1000)
    sums = np.bincount(links.target, links.value, 16) + net.views(3)["b"]
    np.testing.assert_allclose(sums, trace.activations[3][0].max(axis=(1, 2)), atol=1e-4)


@pytest.mark.parametrize(("net", "i"), [(mlp(), 2), (cnn(), 2), (cnn(), 3)])
def test_links_of_one_cell_agree_with_those_of_all(net: Net, i: int) -> None:
    trace = traced(net)
    one = finder(net, i)
    every = one.strongest(trace, 10**6)
    into, out = one.into(trace, 3, 5), one.out_of(trace, 3, 5)
    np.testing.assert_allclose(into.value, every.value[every.target == 3][:5], rtol=1e-5)
    np.testing.assert_allclose(out.value, every.value[every.source == 3][:5], rtol=1e-5)


def test_a_net_at_rest_and_broken_numbers_have_no_links() -> None:
    net = mlp()
    assert len(finder(net, 1).strongest(net.trace(np.zeros((1, 784), np.float32)), 60).value) == 0
    broken = traced(net)
    broken = Trace(np.full_like(broken.input, np.nan), broken.activations)
    assert len(finder(net, 1).strongest(broken, 60).value) == 0


@pytest.mark.parametrize("net", [mlp(), cnn()])
@pytest.mark.parametrize("room", [ROOM, Size(420, 300, 40, 20, 8), Size(1700, 900, 100, 40, 20, 1.6)])
def test_blocks_lie_in_the_room_without_touching(net: Net, room: Size) -> None:
    blocks = arrange(stages(net), [60.0] * 4, room)
    assert [block.n for block in blocks] == [s.n_cells for s in stages(net)]
    for block in blocks:
        assert room.top <= block.y
        assert block.y + block.height <= room.height - room.bottom + 1
        assert block.x >= 0
        assert block.x + block.width <= room.width + 1
        assert block.rows * block.columns >= block.n > block.rows * (block.columns - 1)
    for one, other in pairwise(blocks):
        assert one.x + one.width < other.x


def test_a_layer_of_300_units_stays_readable() -> None:
    blocks = arrange(stages(mlp()), [60.0] * 4, ROOM)
    assert min(block.cell[0] for block in blocks[1:]) >= 9


def test_huge_and_deep_nets_are_cut_down_to_what_can_be_seen() -> None:
    rng = np.random.default_rng(0)
    wide = stages(Net.create((Dense(30_000), ReLU(), Dense(2)), (4,), rng))
    assert max(block.n for block in arrange(wide, [60.0] * 3, ROOM)) == MOST_UNITS
    deep = stages(Net.create((Dense(1),) * 1000, (1,), rng))
    blocks = arrange(deep, [60.0] * len(deep), ROOM)
    assert len(blocks) == MOST_STAGES
    assert (blocks[0].stage, blocks[-1].stage) == (0, 1000)


def test_a_cell_is_found_where_it_is_drawn() -> None:
    block = Block(0, 7, 3, 3, (12.0, 11.0), (10.0, 9.0), 100.0, 50.0)
    for i in range(7):
        x, y = block.centre(i)
        assert block.at(x, y) == (i, 0.5, 0.5)
    assert block.at(99.0, 55.0) is None
    assert block.at(111.0, 55.0) is None  # between two columns
    assert block.at(130.0, 66.0) is None  # below the last cell


@pytest.mark.parametrize("spot", [Spot(1, 3, 7, 9), Spot(2, 5, 3, 4)])
def test_the_terms_of_a_map_s_unit_make_its_value(spot: Spot) -> None:
    net = cnn()
    trace = traced(net)
    stage = stages(net)[spot.stage]
    known = fact(net, trace, stage, spot)
    layer = stage.start
    assert known.z == pytest.approx(float(trace.activations[layer][0][spot.cell, spot.row, spot.column]))
    assert known.value == pytest.approx(max(known.z or 0.0, 0.0))
    a = trace.input[0] if layer == 0 else trace.activations[layer - 1][0]
    for term in known.terms:
        channel, row, column = term.source
        assert term.a == pytest.approx(float(a[channel, row, column]))
        w = net.views(layer)["w"][spot.cell, channel, row - spot.row, column - spot.column]
        assert term.w == pytest.approx(float(w))
    window = a[:, spot.row : spot.row + 5, spot.column : spot.column + 5]
    largest = np.abs(window * net.views(layer)["w"][spot.cell]).max()
    assert abs(known.terms[0].w * known.terms[0].a) == pytest.approx(float(largest))
    pooled = trace.activations[stage.pool or 0][0][spot.cell, spot.row // 2, spot.column // 2]
    assert known.pooled == pytest.approx(float(pooled))


def test_the_terms_of_a_dense_unit() -> None:
    net = cnn()
    trace = traced(net)
    known = fact(net, trace, stages(net)[3], Spot(3, 4))
    products = net.views(7)["w"][:, 4] * trace.activations[6][0]
    assert [t.w * t.a for t in known.terms] == pytest.approx(
        sorted(products, key=abs, reverse=True)[:3], rel=1e-5
    )
    flat = int(np.abs(products).argmax())
    assert known.terms[0].source == np.unravel_index(flat, (16, 4, 4))
    assert known.value == known.z == pytest.approx(float(trace.output[0, 4]))


def test_padding_is_seen_as_zeros() -> None:
    net = Net.create((Conv2d(1, 3, padding=1),), (1, 4, 4), np.random.default_rng(0))
    trace = traced(net, 3)
    known = fact(net, trace, stages(net)[1], Spot(1, 0, 0, 0))
    assert all(min(term.source[1:]) >= 0 for term in known.terms)
    assert known.z == pytest.approx(float(trace.output[0, 0, 0, 0]))


def test_the_field_of_a_unit_is_where_its_window_lies() -> None:
    found = stages(cnn())
    part = field(cnn(), found[1], found[0], Spot(1, 0, 2, 3))
    assert part == pytest.approx((3 / 28, 2 / 28, 8 / 28, 7 / 28))
    assert field(cnn(), found[2], found[1], Spot(2, 0, 0, 1)) == pytest.approx((1 / 12, 0, 6 / 12, 5 / 12))
    assert field(cnn(), found[3], found[2], Spot(3, 0)) is None


def test_weights_are_pictures_where_their_inputs_are() -> None:
    shapes = [weight_pictures(net, stages(net)[i], 2) for net, i in ((cnn(), 1), (cnn(), 2), (cnn(), 3))]
    assert [s.shape for s in shapes if s is not None] == [(1, 5, 5), (8, 5, 5), (16, 4, 4)]
    first = weight_pictures(mlp(), stages(mlp())[1], 17)
    assert first is not None
    np.testing.assert_array_equal(first.ravel(), mlp().views(0)["w"][:, 17])
    assert weight_pictures(mlp(), stages(mlp())[2], 0) is None


def test_a_value_is_told_with_its_terms() -> None:
    net = mlp()
    trace = traced(net)
    stage = stages(net)[1]
    known = fact(net, trace, stage, Spot(1, 16))
    html = words.told(net, stage, Spot(1, 16), known, None)
    assert "unit 17 of 300" in html
    assert f"{words.number(known.value)} = ReLU({words.number(known.z or 0.0)})" in html
    assert "from row" in html
    assert "781 smaller terms" in html
    assert "map 6 of 16, row 4, column 5" in words.where(stages(cnn())[2], Spot(2, 5, 3, 4), None)


def test_captions_say_less_where_there_is_less_room() -> None:
    net = cnn()
    stage = stages(net)[1]
    said = [words.caption(net, stage, last=False, brevity=brevity) for brevity in range(3)]
    assert said[0] == ("convolution", "8 maps of 24 × 24", "pooled to 12 × 12")
    widest = [max(map(len, lines)) for lines in said]
    assert widest == sorted(widest, reverse=True)
    assert all("8" in " ".join(lines) and "24 × 24" in " ".join(lines) for lines in said)


def test_units_lie_in_the_raster_where_their_cells_are() -> None:
    block = Block(1, 5, 2, 3, (10.0, 10.0), (9.0, 9.0))
    cells = Cells(Stage("dense", 0, 0, 0, (5,)), block)
    cells.show(np.array([1, -1, 0, 0, 0.5], np.float32), Tables(theme()))
    positive, negative = theme().positive.rgba(), theme().negative.rgba()
    assert int(cells.raster.words[0, 0]) == positive
    assert int(cells.raster.words[1, 0]) == negative
    assert int(cells.raster.words[0, 1]) == theme().neutral.rgba()
    assert int(cells.raster.words[1, 2]) == 0  # there is no sixth unit
    assert cells.limit == 1.0


@pytest.mark.parametrize(
    ("limit", "round_one"), [(0.0, 0.0), (1.0, 1.0), (1.01, 1.5), (0.034, 0.05), (730.0, 1000.0)]
)
def test_scales_have_few_sizes(limit: float, round_one: float) -> None:
    assert nice(limit) == pytest.approx(round_one)


def test_broken_values_leave_the_others_visible() -> None:
    cells = Cells(Stage("dense", 0, 0, 0, (3,)), Block(1, 3, 3, 1, (10.0, 10.0), (9.0, 9.0)))
    cells.show(np.array([np.nan, np.inf, -2.0], np.float32), Tables(theme()))
    assert cells.limit == 2.0
    assert int(cells.raster.words[0, 0]) == 0
    assert int(cells.raster.words[2, 0]) == theme().negative.rgba()


def test_tiles_stand_side_by_side() -> None:
    sheet = tiled(np.ones((3, 2, 2), np.float32), 2)
    assert sheet.shape == (5, 5)
    assert np.isnan(sheet[2]).all()
    assert np.isnan(sheet[3:, 2:]).all()


def test_flatten_first_changes_nothing() -> None:
    net = Net.create((Flatten(), Dense(4)), (1, 8, 8), np.random.default_rng(0))
    assert finder(net, 1).by_pixel


@pytest.mark.parametrize("k", [50, 2000, 10**6])
def test_the_strongest_links_stay_exact_as_the_input_changes_and_zeros_prevail(k: int) -> None:
    net = mlp()
    one = finder(net, 1)
    for seed in range(4):
        trace = traced(net, seed)
        trace = trace if seed != 2 else net.trace(0.01 * trace.input)  # far below what was there before
        terms = np.abs(trace.input[0][:, None] * net.views(0)["w"]).ravel()
        best = np.sort(terms)[::-1][:k]
        np.testing.assert_array_equal(np.abs(one.strongest(trace, k).value), best[best > 0])


def test_infinite_and_missing_weights_are_passed_over_or_come_first() -> None:
    theta = mlp().theta.copy()
    theta[:3] = np.nan, np.inf, -np.inf
    net = mlp().with_theta(theta)
    trace = net.trace(np.ones((1, 784), np.float32))
    found = finder(net, 1).strongest(trace, 2000)
    assert sorted(found.value[:2]) == [-np.inf, np.inf]
    assert not np.isnan(found.value).any()
    assert np.isnan(finder(net, 1).table(trace)[0, 0])


@pytest.mark.parametrize(("net", "i"), [(mlp(), 2), (cnn(), 2), (cnn(), 3)])
def test_a_part_of_the_table_is_cut_out_of_the_whole(net: Net, i: int) -> None:
    one, trace = finder(net, i), traced(net)
    some, others = np.array([5, 2]), np.array([1, 7, 3])
    part = one.table(trace, some, others)
    np.testing.assert_allclose(part, one.table(trace)[some][:, others], rtol=1e-6)
