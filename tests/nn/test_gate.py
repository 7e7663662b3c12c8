"""Gate: off, held and boosted units, also where values are not finite."""

from __future__ import annotations

import numpy as np

from neuroviz import nn
from neuroviz.nn.edit import inserted


def gated(net: nn.Net, at: int, factor: list[float], held: list[float]) -> nn.Net:
    values = {"factor": np.array(factor, np.float32), "held": np.array(held, np.float32)}
    return inserted(net, at, nn.Gate(), values)


def test_units_are_passed_on_silenced_held_and_boosted() -> None:
    net = nn.Net.create((nn.Dense(4), nn.Tanh()), (3,), np.random.default_rng(0))
    x = np.random.default_rng(1).normal(0, 1, (5, 3)).astype(np.float32)
    before, after = net(x), gated(net, 2, [1, 0, 0, 2], [0, 0, 0.5, 0])(x)
    np.testing.assert_array_equal(after[:, 0], before[:, 0])
    np.testing.assert_array_equal(after[:, 1], 0)
    np.testing.assert_array_equal(after[:, 2], 0.5)
    np.testing.assert_array_equal(after[:, 3], 2 * before[:, 3])


def test_maps_are_gated_as_wholes() -> None:
    net = nn.Net.create((nn.Conv2d(2, 3),), (1, 6, 6), np.random.default_rng(0))
    x = np.random.default_rng(1).normal(0, 1, (2, 1, 6, 6)).astype(np.float32)
    after = gated(net, 1, [0, 1], [3, 0])(x)
    np.testing.assert_array_equal(after[:, 0], 3)
    np.testing.assert_array_equal(after[:, 1], net(x)[:, 1])


def test_a_unit_that_is_switched_off_stays_so_when_it_overflows() -> None:
    net = nn.Net((nn.Dense(1),), np.array([np.inf, 0], np.float32), (1,))
    assert gated(net, 1, [0], [2])(np.ones((1, 1), np.float32))[0, 0] == 2


def test_it_is_written_as_a_plain_net() -> None:
    net = gated(nn.Net.create((nn.Dense(2),), (2,), np.random.default_rng(0)), 1, [0, 1], [1, 0])
    again = nn.Net.from_dict(net.to_dict(), net.theta)
    assert again.digest == net.digest
    assert net.n_params == 6
