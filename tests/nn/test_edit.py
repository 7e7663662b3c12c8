"""Edited nets: everything but the edit stays as it was."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz import nn
from neuroviz.nn import edit

X = np.random.default_rng(3).normal(0, 1, (4, 1, 6, 6)).astype(np.float32)


def made() -> nn.Net:
    layers = (
        nn.Conv2d(3, 3), nn.BatchNorm(), nn.ReLU(), nn.Flatten(), nn.Dense(5), nn.Tanh(), nn.Dense(3)
    )  # fmt: skip
    return nn.Net.create(layers, (1, 6, 6), np.random.default_rng(1))


def test_another_function_leaves_what_comes_before_and_changes_what_follows() -> None:
    net = made()
    other = edit.with_layer(net, 5, nn.Linear())
    before, after = net.trace(X).activations, other.trace(X).activations
    for i in range(5):
        np.testing.assert_array_equal(before[i], after[i])
    np.testing.assert_array_equal(after[5], after[4])
    np.testing.assert_allclose(after[6], after[4] @ net.views(6)["w"] + net.views(6)["b"], rtol=1e-5)


def test_layers_come_and_go() -> None:
    net = made()
    more = edit.inserted(net, 6, nn.Dropout(0.3))
    np.testing.assert_array_equal(more(X), net(X))
    assert edit.without_layer(more, 6).digest == net.digest
    end = edit.inserted(net, 7, nn.Softmax())
    np.testing.assert_allclose(end(X), nn.softmax(net(X)), rtol=1e-6)
    values = {"gain": np.full(5, 2.0), "shift": np.zeros(5)}
    assert edit.inserted(net, 5, nn.LayerNorm(), values).views(5)["gain"].tolist() == [2.0] * 5


def test_values_are_replaced_and_nothing_else() -> None:
    net = made()
    other = edit.with_values(net, 4, {"b": np.arange(5)})
    assert other.views(4)["b"].tolist() == [0, 1, 2, 3, 4]
    assert (other.theta != net.theta).sum() <= 5
    assert net.views(4)["b"].tolist() == [0] * 5


@pytest.mark.parametrize(
    "wrong",
    [
        lambda net: edit.with_layer(net, 4, nn.Dense(6)),
        lambda net: edit.with_layer(net, 7, nn.ReLU()),
        lambda net: edit.inserted(net, 0, nn.Dense(3)),
        lambda net: edit.inserted(net, 5, nn.LayerNorm()),
        lambda net: edit.without_layer(net, 3),
        lambda net: edit.with_values(net, 4, {"v": np.zeros(5)}),
        lambda net: edit.with_values(net, 4, {"b": np.zeros(6)}),
        lambda net: edit.with_values(net, -1, {}),
    ],
)
def test_what_does_not_fit_is_refused(wrong) -> None:
    with pytest.raises(ValueError, match=r"."):
        wrong(made())
