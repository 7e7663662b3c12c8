"""Statistics of layers against brute force, dead and saturated units by definition, nets of every kind."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz import nn
from neuroviz.data import mnist
from neuroviz.data.digits import DigitSet
from neuroviz.data.sheet import Sheet
from neuroviz.io.nets import read_net
from neuroviz.nn import Net
from neuroviz.resources import asset
from neuroviz.runtime import Change
from neuroviz.sims.layer_points import of_chance
from neuroviz.sims.layer_stats import Feed, StatsFrame, StatsSim, feed_of
from neuroviz.sims.layer_tally import FLAT_SLOPE, Tally, saturated
from neuroviz.sims.subject import Subject, kind_of
from tests.odd_nets import ODD, net

_FEW = 150


def feed(one: Net) -> Feed:
    if kind_of(one) == "digit":
        test = mnist.load_test()
        return feed_of(DigitSet(test.images[:_FEW], test.labels[:_FEW], "some"))
    return feed_of(of_chance(one, np.random.default_rng(0), _FEW))


def subject(one: Net) -> Subject:
    if kind_of(one) == "digit":
        return Subject(one, Sheet(picture=mnist.load_test().images[3]))
    return Subject(one, np.full(int(np.prod(one.input_shape)), 0.25, np.float32))


def done(sim: StatsSim) -> StatsFrame:
    for _ in range(20_000):
        if not sim.advance():
            return sim.snapshot()
    raise AssertionError("it never ends")


@pytest.mark.parametrize("name", ODD)
def test_any_net_is_counted(name: str) -> None:
    one = ODD[name]()
    sim = StatsSim(subject(one), feed, len(one.layers))
    sim.snapshot()
    frame = done(sim)
    assert frame.complete
    assert len(frame.layers) == len(frame.weights) == len(one.layers) + 1
    own = feed(one)
    for layer in frame.layers:
        assert layer.n == len(own)
        if not layer.counts.odd:
            assert np.isfinite((layer.mean, layer.spread, layer.norm)).all()


@pytest.mark.parametrize("name", ["layer norm and dropout", "two inputs, one output", "five inputs"])
def test_numbers_of_flat_layers_are_those_of_brute_force(name: str) -> None:
    one = ODD[name]()
    frame = done(StatsSim(subject(one), feed, 1))
    own = feed(one)
    trace = one.trace(own.piece(0, len(own)).reshape(-1, *one.input_shape))
    for layer, a in zip(frame.layers, (trace.input, *trace.activations), strict=True):
        flat = a.reshape(len(own), -1).astype(np.float64)
        assert layer.mean == pytest.approx(flat.mean(), abs=1e-5)
        assert layer.spread == pytest.approx(flat.std(), abs=1e-5)
        assert layer.norm == pytest.approx(np.linalg.norm(flat, axis=1).mean(), rel=1e-5)
        np.testing.assert_allclose(layer.means, flat.mean(axis=0), atol=1e-5)
        np.testing.assert_allclose(layer.spreads, flat.std(axis=0), atol=1e-5)
        np.testing.assert_allclose(layer.tops, flat.max(axis=0), atol=1e-6)
        np.testing.assert_allclose(layer.active, (flat > 0).mean(axis=0))
        assert layer.counts.n == flat.size
        assert layer.counts.zeros == int((flat == 0).sum())


def test_the_units_of_maps_are_maps() -> None:
    one = ODD["convolution and batch norm"]()
    frame = done(StatsSim(subject(one), feed, 3))
    own = feed(one)
    a = one.trace(own.piece(0, len(own)).reshape(-1, 1, 28, 28)).activations[2].astype(np.float64)
    layer = frame.layers[3]
    assert layer.n_units == 3
    np.testing.assert_allclose(layer.means, a.mean(axis=(0, 2, 3)), atol=1e-5)
    np.testing.assert_allclose(layer.spreads, a.std(axis=(0, 2, 3)), atol=1e-5)
    np.testing.assert_allclose(layer.active, (a > 0).mean(axis=(0, 2, 3)))


def test_a_rectifier_is_dead_that_is_never_above_zero() -> None:
    tally = Tally(nn.ReLU(), (3,))
    tally.add(np.array([[0, 0, 1], [0, 2, 1]], np.float32))
    tally.add(np.array([[0, 0, 1]], np.float32))
    assert tally.tallied().dead.tolist() == [True, False, False]


def test_another_unit_is_dead_that_says_the_same_always() -> None:
    tally = Tally(nn.Dense(3), (3,))
    tally.add(np.array([[5, -1, 0], [5, 2, 0]], np.float32))
    tally.add(np.array([[5, -1, 1]], np.float32))
    assert tally.tallied().dead.tolist() == [True, False, False]
    assert not tally.tallied().ends_known


@pytest.mark.parametrize("layer", [nn.Sigmoid(), nn.Tanh()])
def test_flat_is_where_the_slope_is_below_a_tenth_of_its_greatest(layer: nn.Layer) -> None:
    z = np.linspace(-8, 8, 4001)
    a = 1 / (1 + np.exp(-z)) if isinstance(layer, nn.Sigmoid) else np.tanh(z)
    slope = np.gradient(a, z)
    clear = np.abs(slope / slope.max() - FLAT_SLOPE) > 1e-3
    np.testing.assert_array_equal(saturated(layer, a)[clear], (slope < FLAT_SLOPE * slope.max())[clear])


def test_a_unit_is_saturated_that_is_nearly_always_on_an_end() -> None:
    tally = Tally(nn.Sigmoid(), (2,))
    a = np.full((100, 2), 0.5, np.float32)
    a[:96, 0] = 0.999
    a[:90, 1] = 0.001
    tally.add(a)
    found = tally.tallied()
    assert found.flat.tolist() == [True, False]
    np.testing.assert_allclose(found.ends, [0.96, 0.9])


def test_the_lessons_are_what_they_are_called() -> None:
    dead = done(StatsSim(subject(read_net(asset("weights", "dead.npz"))), feed, 2))
    assert dead.layers[2].dead.mean() > 0.4
    flat = done(StatsSim(subject(read_net(asset("weights", "saturated.npz"))), feed, 2))
    assert flat.layers[4].flat.mean() > 0.5


def test_weights_are_weighed() -> None:
    one = net([nn.Dense(400), nn.ReLU(), nn.Dense(10)], (784,))
    frame = done(StatsSim(subject(one), feed, 0))
    w = one.views(0)["w"].astype(np.float64)
    found = frame.weights[1]
    assert found is not None
    assert frame.weights[2] is None
    assert (found.n, found.counts.n) == (w.size, w.size)
    np.testing.assert_allclose(
        (found.mean, found.spread, found.norm), (w.mean(), w.std(), np.linalg.norm(w)), rtol=1e-6, atol=1e-9
    )


def test_inputs_with_infinities_are_left_out_of_means() -> None:
    tally = Tally(None, (2,))
    tally.add(np.array([[1, 2], [np.inf, 2], [3, 4], [np.nan, 0]], np.float32))
    found = tally.tallied()
    np.testing.assert_allclose(found.means, [2, 3])
    assert found.counts.odd == 2
    assert found.n == 4


def test_the_current_input_is_seen_in_the_chosen_layer() -> None:
    one = ODD["one layer"]()
    sim = StatsSim(subject(one), feed, 1)
    here = sim.snapshot().here
    assert here is not None
    x = subject(one).x
    assert x is not None
    np.testing.assert_array_equal(here, one(x)[0])
    sim.apply(Change("layer", 0))
    assert sim.snapshot().here.shape == (784,)  # type: ignore[union-attr]
    sim.apply(Change("subject", Subject(one, Sheet())))
    assert sim.snapshot().here is None


def test_another_net_is_counted_anew() -> None:
    sim = StatsSim(subject(ODD["one layer"]()), feed, 1)
    done(sim)
    small = ODD["five inputs"]()
    sim.apply(Change("subject", subject(small)))
    assert sim.snapshot().seen == 0
    frame = done(sim)
    assert frame.net is small
    assert len(frame.layers) == 5


@pytest.mark.parametrize(
    "change", [Change("layer", 9), Change("layer", -1), Change("subject", 3), Change("x", 1)]
)
def test_senseless_changes_are_refused(change: Change) -> None:
    sim = StatsSim(subject(ODD["one layer"]()), feed, 1)
    with pytest.raises(ValueError, match="no change"):
        sim.apply(change)
