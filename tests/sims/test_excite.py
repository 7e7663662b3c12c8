"""Inputs made to excite a unit."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz import nn
from neuroviz.app import shipped_nets
from neuroviz.nn import Net
from neuroviz.sims.examples import Examples, examples_for
from neuroviz.sims.excite import STEPS, Excitation, Excited, Wish, prior_of, reach
from neuroviz.sims.unit_layers import UnitLayer, first_layers, unit_layers

RNG = np.random.default_rng(2)
NETS = shipped_nets()


@pytest.fixture(scope="module")
def digits() -> Examples:
    return examples_for(NETS["MLP"], None)


def climbed(net: Net, layer: UnitLayer, wish: Wish, x: np.ndarray) -> Excited:
    one = Excitation(net, layer, wish, prior_of(x), x[0].astype(np.float32) / 255)
    while one.advance():
        pass
    return one.excited()


@pytest.mark.parametrize("name", ["MLP", "CNN"])
def test_it_rises_and_beats_every_test_image(name: str, digits: Examples) -> None:
    net = NETS[name]
    layer = unit_layers(net)[-2]
    part = first_layers(net, layer.shown + 1)
    said = layer.values(part(digits.inputs(slice(None), net.input_shape)))
    for unit in (1, 5):
        found = climbed(net, layer, Wish(unit), digits.x)
        assert found.done
        assert found.step == STEPS
        assert found.value > found.path[0]
        assert found.value > said[:, unit].max()
        again = layer.values(part(found.x.reshape(1, *net.input_shape)))[0, unit]
        assert found.value == pytest.approx(float(again))
        assert found.x.min() >= 0
        assert found.x.max() <= 1
        assert np.sqrt((found.x**2).sum()) <= prior_of(digits.x).length * 1.001


def test_it_is_smoother_where_it_is_wanted_so(digits: Examples) -> None:
    net = NETS["MLP"]
    layer = unit_layers(net)[-1]

    def rough(smooth: float) -> float:
        x = climbed(net, layer, Wish(3, smooth), digits.x).x.reshape(28, 28)
        return float(np.abs(np.diff(x, axis=0)).mean() / x.mean())

    assert rough(0.6) < 0.75 * rough(0.0)


def test_the_same_start_gives_the_same_picture_and_another_another(digits: Examples) -> None:
    net = NETS["MLP"]
    layer = unit_layers(net)[-1]
    first, again, other = (climbed(net, layer, Wish(3, start=s), digits.x).x for s in (0, 0, 1))
    np.testing.assert_array_equal(first, again)
    assert not np.array_equal(first, other)


def test_a_silent_unit_is_woken_through_what_comes_before_its_function(digits: Examples) -> None:
    net = Net.create((nn.Dense(4), nn.ReLU(), nn.Dense(10)), (784,), RNG)
    theta = net.theta.copy()
    net.plan.views(theta, 0)["b"][:] = -0.5
    net = net.with_theta(theta)
    found = climbed(net, unit_layers(net)[0], Wish(2), digits.x)
    assert found.value > 0


@pytest.mark.parametrize("value", [np.nan, 0.0])
def test_where_no_step_leads_anywhere_it_says_so(value: float, digits: Examples) -> None:
    net = NETS["MLP"]
    broken = net.with_theta(np.full_like(net.theta, value))
    found = climbed(broken, unit_layers(broken)[1], Wish(0), digits.x)
    assert found.stuck
    assert found.done
    assert np.isfinite(found.x).all()


@pytest.mark.parametrize("centre", [False, True])
def test_a_channel_by_its_mean_or_its_middle(centre: bool, digits: Examples) -> None:
    net = NETS["CNN"]
    layer = unit_layers(net)[1]
    found = climbed(net, layer, Wish(4, centre=centre), digits.x)
    y = first_layers(net, layer.shown + 1)(found.x.reshape(1, *net.input_shape))[0, 4]
    assert found.value == pytest.approx(float(y[4, 4] if centre else y.mean()), rel=1e-5)
    assert found.value > found.path[0]


def test_numbers_stay_within_what_the_examples_were() -> None:
    net = Net.create((nn.Dense(3), nn.Tanh()), (5,), RNG)
    given = examples_for(net, None)
    found = climbed(net, unit_layers(net)[0], Wish(1), given.x)
    assert (np.abs(found.x) <= 1).all()
    w = net.views(0)["w"][:, 1]
    np.testing.assert_array_equal(np.sign(found.x), np.sign(w))


def test_what_weights_come_to_is_the_weights_where_they_reach_the_pixels(digits: Examples) -> None:
    net = NETS["MLP"]
    first, second, _ = unit_layers(net)
    x = digits.inputs(slice(0, 16), net.input_shape)
    found = reach(net, first, 7, x)
    assert found is not None
    np.testing.assert_allclose(found, net.views(0)["w"][:, 7], rtol=1e-5, atol=1e-6)
    gates = (net.trace(x).activations[1] > 0).mean(axis=0)
    by_hand = net.views(0)["w"] @ (gates * net.views(2)["w"][:, 3])
    deeper = reach(net, second, 3, x)
    assert deeper is not None
    np.testing.assert_allclose(deeper, by_hand, rtol=1e-3, atol=1e-5)
    broken = net.with_theta(np.full_like(net.theta, np.inf))
    assert reach(broken, second, 3, x) is None
