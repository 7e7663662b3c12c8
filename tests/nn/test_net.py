"""A net is a value: what it promises whatever its layers and inputs are."""

from __future__ import annotations

import json
import threading

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from neuroviz import nn
from neuroviz.nn.arrays import Array, Shape

ACTIVATIONS = (nn.ReLU(), nn.LeakyReLU(0.1), nn.Tanh(), nn.Sigmoid(), nn.GELU(), nn.Linear(), nn.Dropout(0.5),
               nn.LayerNorm(), nn.BatchNorm())
DENSE = st.builds(nn.Dense, st.integers(1, 5))
FLAT = st.lists(st.one_of(DENSE, st.sampled_from((*ACTIVATIONS, nn.Softmax()))), min_size=1, max_size=4)
CONVOLUTION = st.builds(nn.Conv2d, st.integers(1, 3), st.integers(1, 3), st.integers(1, 2), st.integers(0, 1))
PICTURES = st.lists(st.one_of(CONVOLUTION, st.sampled_from((*ACTIVATIONS, nn.MaxPool(), nn.AvgPool()))),
                    min_size=1, max_size=3)


@st.composite
def nets(draw: st.DrawFn) -> nn.Net:
    """Small nets of any layers that fit together, flat or for pictures."""
    shape: Shape = (draw(st.integers(1, 4)),)
    layers: list[nn.Layer] = draw(FLAT)
    if draw(st.booleans()):
        shape = (draw(st.integers(1, 2)), draw(st.integers(8, 10)), draw(st.integers(8, 10)))
        layers = [*draw(PICTURES), nn.Flatten(), *layers]
    rng = np.random.default_rng(draw(st.integers(0, 99)))
    try:
        net = nn.Net.create(layers, shape, rng, draw(st.sampled_from(nn.INITIALISERS)))
    except ValueError:  # the pictures have become too small for the next layer
        net = nn.Net.create((nn.Dense(2),), (3,), rng)
    return net.with_theta(rng.uniform(0.1, 1, net.theta.shape).astype(np.float32))


def inputs(net: nn.Net, n: int) -> Array:
    return np.random.default_rng(n).normal(size=(n, *net.input_shape)).astype(np.float32)


@given(nets(), st.integers(1, 40))
def test_trace_ends_in_the_output(net: nn.Net, n: int) -> None:
    x = inputs(net, n)
    trace = net.trace(x)
    np.testing.assert_array_equal(trace.output, net(x))
    np.testing.assert_array_equal(trace.input, x)
    assert [a.shape for a in trace.activations] == [(n, *shape) for shape in net.shapes]


@given(nets(), st.integers(2, 40))
def test_a_batch_is_a_stack_of_single_examples(net: nn.Net, n: int) -> None:
    x = inputs(net, n)
    batch = net.trace(x)
    for i in (0, n // 2, n - 1):
        for together, alone in zip(batch.activations, net.trace(x[i : i + 1]).activations, strict=True):
            np.testing.assert_allclose(together[i], alone[0], rtol=2e-4, atol=2e-5)


def test_no_layer_of_a_trace_is_worked_over_by_the_next() -> None:
    layers = (nn.Dense(50), nn.ReLU(), nn.Dropout(0.5), nn.Linear())
    net = nn.Net.create(layers, (3,), np.random.default_rng(0))
    dense, relu, *rest = net.trace(inputs(net, 1)).activations
    assert (dense < 0).any()
    np.testing.assert_array_equal(relu, np.maximum(dense, 0))
    for same in rest:
        np.testing.assert_array_equal(same, relu)


AFTER_CONVOLUTION = (nn.Conv2d(2, 1), nn.Conv2d(2, 3, padding=1), nn.Conv2d(2, 3, stride=2), nn.MaxPool(3),
                     nn.AvgPool(), nn.Flatten(), *ACTIVATIONS)


@pytest.mark.parametrize("layer", AFTER_CONVOLUTION, ids=repr)
def test_a_single_pictures_convolution_may_be_followed_by_anything(layer: nn.Layer) -> None:
    """It leaves gaps between its rows."""
    net = nn.Net.create((nn.Conv2d(3, 3), layer, nn.Flatten()), (2, 9, 9), np.random.default_rng(0))
    x = inputs(net, 3)
    np.testing.assert_allclose(net(x)[:1], net(x[:1]), rtol=2e-4, atol=2e-5)
    np.testing.assert_array_equal(net(x[:1]), net(x[:1]))


@given(nets())
def test_layers_survive_as_plain_values(net: nn.Net) -> None:
    again = nn.Net.from_dict(json.loads(json.dumps(net.to_dict())), net.theta)
    assert again.layers == net.layers
    assert again.digest == net.digest


@given(nets(), st.data())
def test_digest_changes_with_any_parameter(net: nn.Net, data: st.DataObject) -> None:
    if not net.theta.size:
        return
    theta = net.theta.copy()
    theta[data.draw(st.integers(0, theta.size - 1))] += 1
    assert net.with_theta(theta).digest != net.digest
    assert net.with_theta(net.theta).digest == net.digest


@given(nets())
def test_nothing_in_a_net_can_be_written_to(net: nn.Net) -> None:
    trace = net.trace(inputs(net, 2))
    parameters = [view for i in range(len(net.layers)) for view in net.views(i).values()]
    assert all(np.shares_memory(view, net.theta) for view in parameters)
    for array in (net.theta, trace.input, *trace.activations, *parameters):
        assert not array.flags.writeable


@given(nets())
def test_parameters_fill_theta_without_gap(net: nn.Net) -> None:
    parameters = [view for i in range(len(net.layers)) for view in net.views(i).values()]
    assert sum(view.size for view in parameters) == net.theta.size
    assert net.n_params <= net.theta.size
    seen = np.zeros(net.theta.size, bool)
    for own in net.plan.segments:
        for segment in own.values():
            place = segment.view(seen)
            assert not place.any()
            place[...] = True
    assert seen.all()


def test_theta_is_not_the_callers_array() -> None:
    theta = np.zeros(3, np.float32)
    net = nn.Net((nn.Dense(1),), theta, (2,))
    theta[:] = 1
    view = np.zeros(3, np.float32)
    frozen = view[:]
    frozen.flags.writeable = False
    other = nn.Net((nn.Dense(1),), frozen, (2,))
    view[:] = 1
    assert not net.theta.any()
    assert not other.theta.any()


def test_outputs_are_the_callers_own() -> None:
    net = nn.Net.create((nn.Dense(2),), (3,), np.random.default_rng(0))
    first = net(inputs(net, 1))
    kept = first.copy()
    net(inputs(net, 1) + 1)
    np.testing.assert_array_equal(first, kept)


def test_threads_do_not_disturb_each_other() -> None:
    net = nn.Net.create((nn.Conv2d(4, 3), nn.ReLU(), nn.Flatten(), nn.Dense(5)), (1, 12, 12),
                        np.random.default_rng(0))
    xs = [inputs(net, 1) * k for k in range(1, 5)]
    expected = [net(x) for x in xs]
    wrong: list[int] = []

    def ask(k: int) -> None:
        if any(not np.array_equal(net(xs[k]), expected[k]) for _ in range(300)):
            wrong.append(k)

    threads = [threading.Thread(target=ask, args=(k,)) for k in range(len(xs))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


LOGITS = arrays(np.float64, (3, 4), elements=st.floats(-500, 500))


@given(LOGITS, st.floats(-1000, 1000))
def test_softmax_does_not_see_a_shift(logits: Array, shift: float) -> None:
    np.testing.assert_allclose(nn.softmax(logits + shift), nn.softmax(logits), atol=1e-9)


@given(LOGITS)
def test_softmax_gives_probabilities(logits: Array) -> None:
    p = nn.softmax(logits.astype(np.float32))
    assert p.dtype == np.float32
    assert (p >= 0).all()
    np.testing.assert_allclose(p.sum(axis=-1), 1, rtol=1e-5)
    np.testing.assert_allclose(nn.softmax(logits.T, axis=0).T, nn.softmax(logits))


@pytest.mark.parametrize("init", nn.INITIALISERS)
def test_weights_start_with_the_deviation_of_their_rule(init: str) -> None:
    net = nn.Net.create((nn.Dense(300),), (500,), np.random.default_rng(0), init)
    w, b = net.views(0)["w"], net.views(0)["b"]
    fixed = {"zeros": 0.0, "small": 0.01, "large": 1.0, "lecun": 500**-0.5, "orthogonal": 500**-0.5}
    expected = fixed.get(init, (2 / 500) ** 0.5 if init.startswith("he") else (2 / 800) ** 0.5)
    assert w.std() == pytest.approx(expected, rel=0.01)
    bounded = np.abs(w).max() <= 3**0.5 * expected * 1.0001
    assert bounded == (init in ("he_uniform", "glorot_uniform", "glorot", "zeros"))
    assert not b.any()


@pytest.mark.parametrize(("layer", "shape"), [
    (nn.Dense(9), (20,)), (nn.Dense(20), (9,)), (nn.Conv2d(4, 3), (2, 8, 8)), (nn.Conv2d(30, 3), (2, 8, 8)),
])  # fmt: skip
def test_orthogonal_weights_keep_lengths_as_far_as_there_is_room(layer: nn.Layer, shape: Shape) -> None:
    net = nn.Net.create((layer,), shape, np.random.default_rng(0), "orthogonal")
    w = net.views(0)["w"]
    into = w.T if w.ndim == 2 else w.reshape(len(w), -1)  # a row leads to a unit
    least = into @ into.T if len(into) <= into.shape[1] else into.T @ into
    np.testing.assert_allclose(least, np.eye(len(least)), atol=1e-5)


def test_fan_of_a_convolution_is_its_window() -> None:
    net = nn.Net.create((nn.Conv2d(200, 5),), (8, 9, 9), np.random.default_rng(0))
    assert net.views(0)["w"].std() == pytest.approx((2 / (8 * 25)) ** 0.5, rel=0.02)


@given(nets(), st.integers(0, 9))
def test_the_rest_of_a_net_goes_on_where_the_first_layers_stop(net: nn.Net, i: int) -> None:
    i %= len(net.layers)
    x = inputs(net, 3)
    trace = net.trace(x)
    rest = net.rest(i)
    assert rest.shapes == net.shapes[i:]
    reached = x if i == 0 else trace.activations[i - 1]
    # A norm of two nearly equal values magnifies the last digits, in which products of other sizes differ.
    np.testing.assert_allclose(rest(reached), trace.output, rtol=1e-4, atol=1e-4)
    for wrong in (-1, len(net.layers)):
        with pytest.raises(ValueError, match="nothing follows"):
            net.rest(wrong)
