"""A net without bends is one layer: the one that is multiplied out gives the same answers."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from neuroviz import nn
from neuroviz.data.plane import task
from neuroviz.runtime import Change
from neuroviz.sims import collapse
from neuroviz.sims.collapse import SIDE, Trials, body_of, columns, product, pushed, single_layer
from neuroviz.sims.neuron import LINE, NeuronFrame, NeuronSim
from neuroviz.sims.neuron_edits import straightened
from neuroviz.sims.subject import Subject
from tests.sims.neuron_nets import MIXED, example, mixed

STRAIGHT = [name for name in MIXED if "norm" not in name or name == "batch norm"]


def whole(net: nn.Net) -> tuple[np.ndarray, np.ndarray]:
    parts = [part for part in columns(net) if part is not None]
    return np.concatenate([p[0] for p in parts], axis=1), np.concatenate([p[1] for p in parts])


def settled(net: nn.Net, trials: Trials | None = None) -> NeuronFrame:
    sim = NeuronSim(Subject(net, example(net)))
    for change in (Change("look", LINE), Change("trials", trials)):
        sim.apply(change)
    for _ in range(5000):
        if not sim.advance():
            break
    return sim.snapshot()


@pytest.mark.parametrize("name", STRAIGHT)
@pytest.mark.parametrize("seed", [0, 1, 2])
def test_the_single_layer_is_the_straight_net(name: str, seed: int) -> None:
    net = body_of(straightened(mixed(name, seed)))
    w, b = whole(net)
    single = single_layer(net, w, b)
    x = np.random.default_rng(seed).normal(size=(50, *net.input_shape)).astype(np.float32)
    deep = net(x).reshape(50, -1)
    assert_allclose(single(x), deep, rtol=1e-4, atol=1e-4 * np.abs(deep).max())
    assert_allclose(x.reshape(50, -1).astype(np.float64) @ w + b, deep, rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("name", ["dense", "batch norm", "gate", "sigmoid at the end"])
def test_multiplied_out_and_pushed_through_agree(name: str) -> None:
    net = body_of(straightened(mixed(name)))
    w, b = product(net)
    pushed_w, pushed_b = pushed(net, range(net.shapes[-1][0]))
    assert_allclose(w, pushed_w, rtol=1e-9, atol=1e-12)
    assert_allclose(b, pushed_b, rtol=1e-9, atol=1e-12)


def test_the_product_is_that_of_the_matrices() -> None:
    net = body_of(straightened(mixed("dense")))
    w1, w2, w3 = (net.views(i)["w"].astype(np.float64) for i in (0, 2, 4))
    b1, b2, b3 = (net.views(i)["b"].astype(np.float64) for i in (0, 2, 4))
    w, b = product(net)
    assert_allclose(w, w1 @ w2 @ w3, rtol=1e-12)
    assert_allclose(b, (b1 @ w2 + b2) @ w3 + b3, rtol=1e-12)
    with pytest.raises(ValueError, match="relu"):
        product(mixed("gate"))


def test_what_is_said_of_it_was_counted() -> None:
    net = mixed("dense")
    rng = np.random.default_rng(2)
    trials = Trials(rng.normal(size=(700, 5)).astype(np.float32), rng.integers(0, 2, 700))
    frame = settled(net, trials)
    line = frame.line
    assert line is not None
    assert line.single is not None
    assert line.deep is not None
    deep, single = line.deep(trials.inputs), line.single(trials.inputs)
    assert_allclose(line.difference, np.abs(deep - single).max(), rtol=1e-6)
    assert line.difference < 1e-5 * line.size
    assert line.same == (deep.argmax(axis=1) == single.argmax(axis=1)).sum() == 700
    assert line.score.hits == (deep.argmax(axis=1) == trials.labels).sum()
    assert line.single_score.hits == (single.argmax(axis=1) == trials.labels).sum()
    assert frame.as_it_is is not None
    assert frame.as_it_is.score.hits == (net(trials.inputs).argmax(axis=1) == trials.labels).sum()
    assert frame.here is not None
    assert_array_equal(frame.here[0], line.deep(frame.subject.x)[0])


def test_a_net_with_layer_norm_stays_bent() -> None:
    frame = settled(mixed("layer norm"))
    assert frame.line is not None
    assert frame.line.bent
    assert frame.line.single is None


def test_maps_of_the_plane_show_what_each_net_says_there() -> None:
    net = mixed("sigmoid at the end")
    points = task("circle")
    frame = settled(net, Trials(points.points, points.labels))
    line = frame.line
    assert line is not None
    assert line.maps is not None
    assert line.maps.shape == (3, SIDE, SIDE, 2)
    grid = collapse.plane_grid()
    assert_allclose(line.maps[0].reshape(-1, 2)[:, 1], net(grid)[:, 0], rtol=1e-5, atol=1e-6)
    assert_allclose(line.maps[1], line.maps[2], atol=1e-5)
    top_left = grid.reshape(SIDE, SIDE, 2)[0, 0]
    assert top_left[0] < 0 < top_left[1]
    own = (net(points.points)[:, 0] > 0.5) == points.labels
    assert frame.as_it_is is not None
    assert frame.as_it_is.score.hits == own.sum()


def test_pytorch_has_the_same_matrix() -> None:
    torch = pytest.importorskip("torch", reason="the independent implementation")
    net = body_of(straightened(mixed("convolution")))
    layers = torch.nn.Sequential(
        torch.nn.Conv2d(1, 3, 5), torch.nn.AvgPool2d(2), torch.nn.Conv2d(3, 4, 3, stride=2, padding=1),
        torch.nn.AvgPool2d(2), torch.nn.Flatten(), torch.nn.Linear(36, 6), torch.nn.Linear(6, 10),
    ).double()  # fmt: skip
    for ours, theirs in zip((0, 3, 7, 9), (0, 2, 5, 6), strict=True):
        w, b = net.views(ours)["w"], net.views(ours)["b"]
        layers[theirs].weight.data = torch.tensor((w.T if w.ndim == 2 else w).copy()).double()
        layers[theirs].bias.data = torch.tensor(b.copy()).double()
    jacobian = torch.autograd.functional.jacobian(layers, torch.zeros(1, 1, 28, 28).double())
    w, b = whole(net)
    assert_allclose(w, jacobian.numpy().reshape(10, 784).T, rtol=1e-6, atol=1e-9)
    assert_allclose(b, layers(torch.zeros(1, 1, 28, 28).double()).detach().numpy()[0], rtol=1e-6)
