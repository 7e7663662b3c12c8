"""Maps against the net itself, pixel by pixel."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz.nn import (
    GELU,
    BatchNorm,
    Dense,
    Dropout,
    Flatten,
    Gate,
    Layer,
    LayerNorm,
    LeakyReLU,
    Linear,
    Net,
    ReLU,
    Sigmoid,
    Softmax,
    Tanh,
)
from neuroviz.nn.arrays import Array, Shape, freeze
from neuroviz.runtime import Change
from neuroviz.sims.formula import FINE, MOST_COLUMNS, FormulaSim, can_be_mapped, mapped_layers
from neuroviz.sims.plane_maps import REACH, MapWork, Wish, axis, lead, level
from neuroviz.sims.subject import Subject

NETS: tuple[tuple[Shape, tuple[Layer, ...]], ...] = (
    ((2,), (Dense(3), Tanh(), Dense(1), Sigmoid())),
    ((2,), (Dense(5), ReLU(), Dense(4), GELU(), Dense(3))),
    ((2,), (Tanh(), Dense(3), LeakyReLU(0.1), Dropout(0.5), Dense(2))),
    ((2,), (Dense(4), BatchNorm(), ReLU(), Dense(3), Softmax())),
    ((2,), (LayerNorm(), Dense(3), Gate(), Tanh(), Linear())),
    ((2, 1, 1), (Flatten(), Dense(3), ReLU(), Dense(2))),
)


def made(shape: Shape, layers: tuple[Layer, ...]) -> Net:
    net = Net.create(layers, shape, np.random.default_rng(3))
    return net.with_theta(
        freeze(np.random.default_rng(4).uniform(0.2, 1.5, len(net.theta)).astype(np.float32))
    )


def points(side: int) -> Array:
    """The middles of the pixels, from the top left."""
    step = 2 * REACH / side
    across = -REACH + (np.arange(side) + 0.5) * step
    np.testing.assert_allclose(axis(side), across, atol=2e-7)
    across = axis(side)  # a norm near a kink makes much of the last bit
    return np.array([(x, y) for y in -across for x in across], np.float32)


def all_of(work: MapWork) -> list[Array]:
    while work.advance():
        pass
    return work.maps


@pytest.mark.parametrize("side", [7, 64])
@pytest.mark.parametrize(("shape", "layers"), NETS)
def test_every_pixel_is_what_the_net_says_there(shape: Shape, layers: tuple[Layer, ...], side: int) -> None:
    net = made(shape, layers)
    trace = net.trace(points(side).reshape(-1, *shape))
    wanted = tuple(range(len(layers)))
    for maps, activation in zip(all_of(MapWork(net, Wish(wanted, side))), trace.activations, strict=True):
        flat = activation.reshape(side * side, -1)
        np.testing.assert_allclose(maps.reshape(len(maps), -1).T, flat, rtol=2e-5, atol=2e-6)
    for layer in wanted:
        unit = int(np.prod(net.shapes[layer])) - 1
        one = all_of(MapWork(net, Wish((layer,), side, unit)))[0][0]
        expected = trace.activations[layer].reshape(side * side, -1)[:, unit]
        np.testing.assert_allclose(one.reshape(-1), expected, rtol=2e-5, atol=2e-6)


def test_the_axis_has_its_middle_at_zero() -> None:
    np.testing.assert_allclose(axis(5), [-1.0, -0.5, 0.0, 0.5, 1.0], atol=1e-6)


def test_the_lead_is_above_zero_where_a_value_is_largest() -> None:
    values = np.random.default_rng(0).normal(size=(4, 50)).astype(np.float32)
    found = lead(values)
    for k in range(4):
        others = np.delete(values, k, axis=0).max(axis=0)
        np.testing.assert_allclose(found[k], values[k] - others, rtol=1e-6)
    net = made((2,), (Dense(3), Tanh(), Dense(3)))
    all_maps = all_of(MapWork(net, Wish((1, 2), 16, lead=True)))
    y = net(points(16))
    np.testing.assert_array_equal(all_maps[1].argmax(axis=0).reshape(-1), y.argmax(axis=1))
    one = all_of(MapWork(net, Wish((2,), 16, 1, lead=True)))[0][0]
    np.testing.assert_allclose(one, all_maps[1][1], rtol=1e-5, atol=1e-6)


def test_no_number_in_the_weights_harms_nothing() -> None:
    net = made((2,), (Dense(3), ReLU(), Dense(1)))
    theta = net.theta.copy()
    theta[:3] = (np.nan, np.inf, -np.inf)
    maps = all_of(MapWork(net.with_theta(freeze(theta)), Wish((0, 1, 2), 8)))
    assert np.isnan(maps[2]).any()


def done(sim: FormulaSim) -> FormulaSim:
    while sim.advance():
        pass
    return sim


def test_the_simulation_maps_coarse_first_then_fine() -> None:
    net = made((2,), (Dense(3), Tanh(), Dense(1), Sigmoid()))
    subject = Subject(net, np.array([0.3, 0.2], np.float32))
    sim = FormulaSim(subject)
    sim.apply(Change("chosen", (3, 0)))
    sides = []
    while sim.advance():
        large = sim.snapshot().large
        if large is not None and (not sides or sides[-1] != len(large.values)):
            sides.append(len(large.values))
    frame = sim.snapshot()
    assert frame.complete
    assert frame.large is not None
    assert [*sides, len(frame.large.values)] == sorted({*sides, FINE})
    assert frame.maps is not None
    assert frame.maps.layers == (1, 3)
    assert frame.program is not None


def test_a_moved_point_leaves_the_maps_as_they_are() -> None:
    net = made((2,), (Dense(3), Tanh(), Dense(1)))
    sim = done(FormulaSim(Subject(net, np.zeros(2, np.float32))))
    maps = sim.snapshot().maps
    sim.apply(Change("subject", Subject(net, np.ones(2, np.float32))))
    assert not sim.advance()
    frame = sim.snapshot()
    assert frame.maps is maps
    assert frame.trace is not None
    np.testing.assert_array_equal(frame.trace.input, [[1, 1]])


@pytest.mark.parametrize(("name", "value"), [("chosen", (9, 0)), ("chosen", "x"), ("other", 1), ("lead", 1)])
def test_changes_without_sense_are_refused(name: str, value: object) -> None:
    sim = FormulaSim(Subject(made((2,), (Dense(1),)), np.zeros(2, np.float32)))
    with pytest.raises(ValueError, match="unknown change"):
        sim.apply(Change(name, value))


def test_only_small_nets_of_the_plane_are_mapped() -> None:
    rng = np.random.default_rng(0)
    assert not can_be_mapped(Net.create([Dense(2)], (3,), rng))
    assert not can_be_mapped(Net.create([Dense(5000)], (2,), rng))
    deep = Net.create([layer for _ in range(500) for layer in (Dense(1), ReLU())], (2,), rng)
    assert can_be_mapped(deep)
    assert len(mapped_layers(deep)) == MOST_COLUMNS
    assert mapped_layers(deep)[-1] == 999
    nothing = Net.create([Flatten(), Linear()], (2,), rng)
    assert mapped_layers(nothing) == (1,)
    frame = done(FormulaSim(Subject(nothing, np.ones(2, np.float32)))).snapshot()
    assert frame.maps is not None


def test_a_probability_is_parted_at_one_half() -> None:
    net = made((2,), (Dense(3), Tanh(), Dense(1), Sigmoid()))
    assert [level(net, i) for i in range(4)] == [0.0, 0.0, 0.0, 0.5]
