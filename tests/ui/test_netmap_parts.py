"""The map of a net without a widget: camera, places, paths, the flow."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from neuroviz.nn import Dense, Net, ReLU, Tanh, Trace
from neuroviz.ui.netmap import captions, flow
from neuroviz.ui.netmap.camera import Camera
from neuroviz.ui.netmap.ink import brief
from neuroviz.ui.netmap.layout import spread
from neuroviz.ui.netmap.model import MapModel
from neuroviz.ui.netmap.path import CELLS, PIXELS, path
from neuroviz.ui.netview.cells import Tables
from neuroviz.ui.netview.facts import Spot
from neuroviz.ui.netview.layout import Size
from neuroviz.ui.netview.stages import stages
from neuroviz.ui.theme import theme
from tests.ui.nets import cnn, mlp, traced

ROOM = Size(900, 600, 60, 24, 16)


def tiny() -> Net:
    return Net.create((Dense(3), Tanh(), Dense(1)), (2,), np.random.default_rng(3))


def deep(n: int = 300) -> Net:
    return Net.create((Dense(1), Tanh()) * n, (1,), np.random.default_rng(4))


def model(net: Net, *, seed: int = 0, k: int = 100) -> MapModel:
    made = MapModel(net)
    made.arrange([60.0] * len(made.stages), ROOM)
    made.set_trace(traced(net, seed), k)
    return made


# -- camera and layout -------------------------------------------------------------------------------


@pytest.mark.parametrize("squeeze", [1.0, 30.0])
def test_what_is_under_the_pointer_stays_there(squeeze: float) -> None:
    camera = Camera(squeeze=squeeze)
    for factor, x, y in ((2.0, 300.0, 200.0), (1.7, 50.0, 400.0), (0.6, 800.0, 100.0), (50.0, 450.0, 300.0)):
        (a, b), before = camera.scales, camera
        camera = camera.zoomed(factor, x, y)
        c, d = camera.scales
        assert (x - before.x) / a == pytest.approx((x - camera.x) / c)
        assert (y - before.y) / b == pytest.approx((y - camera.y) / d)


def test_no_zoom_leaves_the_map_and_all_of_it_is_where_it_was() -> None:
    camera = Camera().zoomed(8, 100, 100).moved(5000, -9000).held(ROOM)
    across, down = camera.scales
    assert camera.x <= 0
    assert camera.x + ROOM.width * across >= ROOM.width
    assert camera.y + ROOM.top * down <= ROOM.top
    assert camera.y + (ROOM.height - ROOM.bottom) * down >= ROOM.height - ROOM.bottom
    back = camera.zoomed(1e-6, 400, 300).held(ROOM)
    assert back.whole
    assert (back.x, back.y) == (0, 0)


@pytest.mark.parametrize("net", [mlp(), cnn(), tiny(), deep(40)], ids=["mlp", "cnn", "tiny", "deep"])
@pytest.mark.parametrize("folded", [(), (1,), (0, 1, 2)])
def test_layers_lie_side_by_side_in_the_room(net: Net, folded: tuple[int, ...]) -> None:
    found = stages(net)
    blocks = spread(found, [20.0] * len(found), ROOM, folded)
    assert [block.stage for block in blocks] == list(range(len(found)))
    for one, other in pairwise(blocks):
        assert one.x + one.width < other.x
    for block in blocks:
        assert ROOM.top - 1 <= block.y
        assert block.y + block.height <= ROOM.height - ROOM.bottom + 1
        assert block.x >= -1
        assert block.x + block.width <= ROOM.width + 1


def test_a_folded_layer_gives_its_room_to_the_others() -> None:
    found = stages(cnn())
    open_ones = spread(found, [20.0] * 4, ROOM, ())
    some = spread(found, [20.0] * 4, ROOM, (1,))
    assert some[1].width < 20 < open_ones[1].width
    assert some[2].width > open_ones[2].width


@pytest.mark.parametrize("net", [mlp(), cnn(), tiny(), deep(40)], ids=["mlp", "cnn", "tiny", "deep"])
@pytest.mark.parametrize("folded", [frozenset[int](), frozenset({1})])
def test_a_value_is_hit_where_it_is_drawn_however_close_one_is(net: Net, folded: frozenset[int]) -> None:
    made = model(net)
    made.folded = folded
    made.arrange([60.0] * len(made.stages), ROOM)
    rng = np.random.default_rng(1)
    for scale in (1.0, 1.7, 6.0, 40.0):
        for _ in range(40):
            stage = int(rng.integers(len(made.stages)))
            shape = made.stages[stage].shape
            cell = int(rng.integers(made.base[stage].n))
            row, column = (int(rng.integers(side)) for side in shape[1:]) if len(shape) == 3 else (0, 0)
            x, y = made.place_of(Spot(stage, cell))
            made.look(Camera(squeeze=made.camera.squeeze).zoomed(scale, x, y))
            spot = Spot(stage, cell, row, column)
            left, top, wide, high = made.rect(spot)
            if wide < 1.5:
                continue  # hairlines of a deep net lie upon each other
            assert made.spot(left + wide / 2, top + high / 2) == spot


# -- links and paths -----------------------------------------------------------------------------------


@pytest.mark.parametrize("k", [3, 200])
def test_the_links_on_the_map_are_the_largest_products(k: int) -> None:
    net = mlp()
    made = model(net, k=k)
    assert made.trace is not None
    links = made.links_into(2)
    assert links is not None
    terms = np.abs(made.trace.activations[1][0][:, None] * net.views(2)["w"])
    np.testing.assert_allclose(np.abs(links.value), np.sort(terms.ravel())[::-1][:k], rtol=1e-6)
    assert made.links_into(0) is None


def brute_back(net: Net, trace: Trace, layers: list[int], unit: int) -> list[dict[int, float]]:
    """Shares of each unit's due, layer by layer backwards, by plain loops."""
    due, found = {unit: 1.0}, []
    for place, i in enumerate(layers):
        w = net.views(i)["w"].astype(float)
        a = (trace.activations[i - 1] if i else trace.input)[0].ravel().astype(float)
        gained: dict[int, float] = {}
        for target, share in due.items():
            whole = sum(abs(a[s] * w[s, target]) for s in range(len(a)))
            for s in range(len(a)):
                if whole > 0 and a[s] * w[s, target] != 0:
                    gained[s] = gained.get(s, 0.0) + share * abs(a[s] * w[s, target]) / whole
        keep = PIXELS if place == len(layers) - 1 else CELLS
        due = dict(sorted(gained.items(), key=lambda pair: -pair[1])[:keep])
        found.append(due)
    return found


def test_the_way_back_is_what_plain_loops_find() -> None:
    net, trace = mlp(), traced(mlp(), 5)
    made = model(net, seed=5)
    found = path(made.finders, made.stages, trace, Spot(3, 7))
    for stage, due in zip((2, 1, 0), brute_back(net, trace, [4, 2, 0], 7), strict=True):
        assert set(found.cells[stage].tolist()) == set(due)
        for cell, share in zip(found.cells[stage].tolist(), found.shares[stage].tolist(), strict=True):
            assert share == pytest.approx(due[cell], rel=1e-4)
    assert found.shares[0].sum() <= found.shares[1].sum() <= found.shares[2].sum() <= 1 + 1e-9


def test_the_way_on_is_what_plain_loops_find() -> None:
    net, trace = mlp(), traced(mlp(), 2)
    made = model(net, seed=2)
    unit = int(trace.activations[1][0].argmax())
    found = path(made.finders, made.stages, trace, Spot(1, unit))
    w, a = net.views(2)["w"].astype(float), float(trace.activations[1][0][unit])
    parts = np.abs(a * w[unit]) / np.abs(a * w[unit]).sum()
    best = np.argsort(-parts)[:CELLS]
    assert set(found.cells[2].tolist()) == set(best.tolist())
    w2, h = net.views(4)["w"].astype(float), trace.activations[3][0].astype(float)
    got = np.zeros(10)
    for s in best:
        whole = np.abs(h[s] * w2[s]).sum()
        got += parts[s] * np.abs(h[s] * w2[s]) / whole if whole else 0
    order = np.argsort(-got)
    assert int(found.cells[3][0]) == int(order[0])
    assert found.shares[3][0] == pytest.approx(got[order[0]], rel=1e-4)


def test_the_links_of_a_path_have_the_sign_of_their_product() -> None:
    net, trace = mlp(), traced(mlp(), 5)
    made = model(net, seed=5)
    links = path(made.finders, made.stages, trace, Spot(3, 7)).links[3]
    terms = trace.activations[3][0][links.source] * net.views(4)["w"][links.source, links.target]
    np.testing.assert_array_equal(np.sign(links.value), np.sign(terms))
    assert (np.diff(np.abs(links.value)) <= 0).all()


@pytest.mark.parametrize("spot", [Spot(0, 0, 14, 14), Spot(1, 3, 5, 5), Spot(2, 9, 2, 2), Spot(3, 4)])
def test_a_path_through_maps_reaches_both_ends(spot: Spot) -> None:
    made = model(cnn())
    assert made.trace is not None
    found = path(made.finders, made.stages, made.trace, spot)
    assert set(found.cells) == {0, 1, 2, 3}
    assert set(found.links) == {1, 2, 3}


def test_broken_numbers_make_a_path_that_ends() -> None:
    net = mlp()
    theta = net.theta.copy()
    theta[::7], theta[1::7] = np.nan, np.inf
    broken = net.with_theta(theta)
    made = model(broken)
    assert made.trace is not None
    found = path(made.finders, made.stages, made.trace, Spot(3, 0))
    assert all(np.isfinite(shares).all() for shares in found.shares.values())


def test_a_thousand_layers_have_one_path() -> None:
    made = model(deep(1000))
    assert made.trace is not None
    sound = Trace(made.trace.input, tuple(np.ones_like(a) for a in made.trace.activations))
    found = path(made.finders, made.stages, sound, Spot(500, 0))
    assert len(found.cells) == 1001


def test_in_a_deep_net_what_fades_is_seen_to_fade() -> None:
    net = deep(100)
    made = model(net)
    assert made.trace is not None
    tables = Tables(theme())
    limits = {made.coloured(i, tables).limit for i in range(1, 100)}
    assert len(limits) == 1


# -- flow and words ------------------------------------------------------------------------------------


def test_the_flow_goes_from_layer_to_layer_and_ends_with_all_of_it() -> None:
    each = flow.places(4)
    assert flow.length(4) == 3 * each
    assert flow.moment(0, 4) == flow.Moment(1, 0.0)
    assert flow.moment(each * 1.5, 4) == flow.Moment(2, 0.5)
    assert flow.moment(3 * each, 4) is None
    assert flow.moment(0, 1) is None
    assert flow.length(1000) == 999


def test_strong_links_set_out_first_and_all_arrive_before_the_cells_appear() -> None:
    early, late = flow.grown(50, 0.3)[:, 0], flow.grown(50, 0.75)[:, 0]
    assert (np.diff(early) <= 0).all()
    assert early[0] > 0.5 > early[-1]
    assert (late == 1).all()
    assert flow.Moment(1, 0.7).appeared == 0
    assert flow.Moment(1, 0.99).appeared > 0.9


def test_captions_never_meet() -> None:
    for net in (mlp(), cnn(), deep(1000)):
        made = MapModel(net)
        look = theme()
        made.arrange(captions.widths(made, look, 860), ROOM)
        for scale in (1.0, 3.0, 20.0):
            made.look(Camera(squeeze=made.camera.squeeze).zoomed(scale, 300, 300))
            spans = sorted(
                (one.middle, captions._width(one.lines, look)) for one in captions.captions(made, look, 900)
            )
            assert spans or scale > 1
            for (a, wide), (b, other) in pairwise(spans):
                assert b - a >= (wide + other) / 2 - 1


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.0, "0"), (0.001, "0"), (-0.25, "−0.25"), (18.163, "18.16"), (-2282.4, "−2282"), (3.2e7, "3e7"),
     (float("nan"), "NaN"), (float("inf"), "∞"), (float("-inf"), "−∞")],
)  # fmt: skip
def test_numbers_in_cells_are_short(value: float, text: str) -> None:
    assert brief(value) == text


def test_few_units_stand_in_one_column_and_are_large() -> None:
    blocks = spread(stages(tiny()), [40.0] * 3, ROOM, ())
    assert [block.columns for block in blocks] == [1, 1, 1]
    assert min(block.cell[0] for block in blocks) > 40
    wide = Net.create((Dense(16), ReLU(), Dense(10)), (8,), np.random.default_rng(0))
    assert [block.columns for block in spread(stages(wide), [40.0] * 3, ROOM, ())] == [1, 1, 1]
