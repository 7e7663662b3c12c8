"""Cuts against brute force: activations masked by hand, and nets with other weights."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz import nn
from neuroviz.nn.arrays import Array
from neuroviz.sims.cuts import (
    BOOST,
    CLAMP,
    EDIT,
    OFF,
    Cut,
    Kind,
    at_random,
    blocks,
    first_layer,
    fits,
    operated,
    own_after,
    own_values,
    ranked,
    shown_at,
    state_of,
    with_edits,
    with_state,
    without_state,
)

DENSE = ((nn.Dense(6), nn.ReLU(), nn.Dense(5), nn.BatchNorm(), nn.GELU(), nn.Dropout(0.5), nn.Dense(3)), (4,))
CONV = (
    (nn.Conv2d(3, 3), nn.Tanh(), nn.MaxPool(2), nn.Conv2d(4, 2), nn.LeakyReLU(), nn.Flatten(), nn.Dense(3),
     nn.Softmax()),
    (1, 8, 8),
)  # fmt: skip
NORM = ((nn.Dense(5), nn.LayerNorm(), nn.Tanh(), nn.Dense(1), nn.Sigmoid()), (4,))
ALL = {"dense": DENSE, "conv": CONV, "norm": NORM}


def made(name: str) -> nn.Net:
    layers, shape = ALL[name]
    net = nn.Net.create(layers, shape, np.random.default_rng(3))
    rng = np.random.default_rng(4)
    theta = net.theta + rng.normal(0, 0.1, net.theta.shape).astype(np.float32)
    return net.with_theta(np.abs(theta) if name == "none" else _sound(net, theta))


def _sound(net: nn.Net, theta: Array) -> Array:
    """Variances stay above zero."""
    for i, layer in enumerate(net.layers):
        if layer.kind == "batch_norm":
            view = net.plan.views(theta, i)["variance"]
            view[...] = np.abs(view) + 0.5
    return theta


def questions(net: nn.Net, n: int = 7) -> Array:
    return np.random.default_rng(5).normal(0, 1, (n, *net.input_shape)).astype(np.float32)


def by_hand(net: nn.Net, cut: Cut, x: Array) -> Array:
    """The answers when the activations at the gate are changed in between."""
    block = blocks(net)[cut.block]
    a = net.trace(x).activations[block.gate - 1].copy()
    for unit in cut.units:
        a[:, unit] = {OFF: 0.0, CLAMP: cut.value, BOOST: a[:, unit] * np.float32(cut.value)}[cut.kind]
    return net.rest(block.gate)(a) if block.gate < len(net.layers) else a


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize(("kind", "value"), [(OFF, 0.0), (CLAMP, 1.5), (BOOST, -2.5), (BOOST, 0.0)])
def test_units_are_gated_as_by_hand(name: str, kind: Kind, value: float) -> None:
    net = made(name)
    x = questions(net)
    for b, block in enumerate(blocks(net)):
        for units in ((0,), tuple(range(block.n)), tuple(range(0, block.n, 2))):
            cut = Cut(b, kind, units, value)
            np.testing.assert_array_equal(operated(net, (cut,))(x), by_hand(net, cut, x), err_msg=f"{b}")


@pytest.mark.parametrize("name", ALL)
def test_values_are_edited_as_in_theta(name: str) -> None:
    net = made(name)
    x = questions(net)
    for b, block in enumerate(blocks(net)):
        unit = block.n - 1
        for (layer, what), row in own_values(net, block, unit).items():
            place = len(row) - 1
            theta = net.theta.copy()
            view = net.plan.views(theta, layer)[what]
            if what != "w":
                view[unit] = 2.0
            elif view.ndim == 2:
                view[place, unit] = 2.0
            else:
                view[unit].reshape(-1)[place] = 2.0
            cuts = with_edits(net, (), b, unit, [(layer, what, place, 2.0)])
            np.testing.assert_array_equal(operated(net, cuts)(x), net.with_theta(theta)(x))
            assert own_after(net, block, b, unit, cuts)[layer, what][place] == 2.0


def test_the_blocks_of_a_net_with_everything() -> None:
    dense, conv = blocks(made("dense")), blocks(made("conv"))
    assert [(block.layer, block.gate, block.n) for block in dense] == [(0, 2, 6), (2, 5, 5), (6, 7, 3)]
    assert [(block.layer, block.gate, block.n) for block in conv] == [(0, 2, 3), (3, 5, 4), (6, 7, 3)]
    assert dense[1].norms == (3,)
    assert conv[1].fan == (3, 2, 2)
    assert blocks(nn.Net.create((nn.ReLU(),), (3,), np.random.default_rng(0))) == ()


def test_the_answer_is_cut_before_it_is_made_of_the_sums() -> None:
    net = made("conv")
    edited = operated(net, (Cut(2, OFF, (1,)),))
    assert edited.layers[-1].kind == "softmax"
    np.testing.assert_allclose(edited(questions(net)).sum(axis=1), 1, rtol=1e-5)


def test_the_last_active_cut_of_a_unit_counts() -> None:
    net = made("dense")
    x = questions(net)
    loud, off = Cut(0, BOOST, (0, 1, 2), 3.0), Cut(0, OFF, (1,))
    both = operated(net, (loud, off)).trace(x).activations
    plain = net.trace(x).activations[1]
    place = shown_at(net, blocks(net), (loud, off))[0]
    np.testing.assert_array_equal(both[place][:, [0, 2]], plain[:, [0, 2]] * np.float32(3))
    np.testing.assert_array_equal(both[place][:, 1], 0)
    assert state_of((loud, off), 0, 1) is off
    aside = Cut(0, OFF, (1,), active=False)
    assert state_of((loud, aside), 0, 1) is loud
    assert operated(net, (aside,)) is net


def test_an_edited_net_can_be_cut_again() -> None:
    net = made("dense")
    x = questions(net)
    once = operated(net, (Cut(0, BOOST, (0,), 2.0),))
    parts = blocks(once)
    assert [block.n for block in parts] == [6, 5, 3]
    twice = operated(once, (Cut(0, BOOST, (0,), 5.0), Cut(1, OFF, (2,))))
    assert sum(layer.kind == "gate" for layer in twice.layers) == 2
    want = operated(net, (Cut(0, BOOST, (0,), 10.0), Cut(1, OFF, (2,))))
    np.testing.assert_allclose(twice(x), want(x), rtol=1e-5)
    assert first_layer(once, (Cut(0, BOOST, (0,), 5.0),)) == 2


@pytest.mark.parametrize(
    "cut",
    [
        Cut(9, OFF, (0,)), Cut(0, OFF, ()), Cut(0, OFF, (6,)), Cut(0, OFF, (1, 1)), Cut(0, OFF, (-1,)),
        Cut(0, CLAMP, (0,), np.inf), Cut(0, CLAMP, (0,), np.nan), Cut(0, EDIT, (0,)),
        Cut(0, EDIT, (0, 1), edits=((0, "b", 0, 1.0),)), Cut(0, EDIT, (0,), edits=((0, "x", 0, 1.0),)),
        Cut(0, EDIT, (0,), edits=((0, "w", 4, 1.0),)), Cut(0, EDIT, (0,), edits=((2, "b", 0, 1.0),)),
        Cut(0, EDIT, (0,), edits=((0, "b", 0, np.nan),)),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused(cut: Cut) -> None:
    net = made("dense")
    assert not fits(blocks(net), net, cut)
    with pytest.raises(ValueError, match="does not have"):
        operated(net, (cut,))


def test_dragging_is_one_cut_and_as_it_was_is_none() -> None:
    net = made("dense")
    cuts = with_state((), Cut(0, CLAMP, (1,), 1.0))
    cuts = with_state(cuts, Cut(0, CLAMP, (1,), 1.5))
    assert cuts == (Cut(0, CLAMP, (1,), 1.5),)
    cuts = with_state(cuts, Cut(0, OFF, (0, 1, 2)))
    assert without_state(cuts, 0, (1,)) == (Cut(0, OFF, (0, 2)),)
    b = float(net.views(0)["b"][2])
    edited = with_edits(net, (), 0, 2, [(0, "b", 0, b + 1), (0, "w", 1, 0.0)])
    assert len(edited) == 1
    w = float(net.views(0)["w"][1, 2])
    assert with_edits(net, edited, 0, 2, [(0, "b", 0, b), (0, "w", 1, w)]) == ()


def test_dice_are_seeded_and_order_is_by_activity() -> None:
    assert at_random(100, 10, 4) == at_random(100, 10, 4) != at_random(100, 10, 5)
    assert at_random(5, 9, 0) == (0, 1, 2, 3, 4)
    activity = np.array([2, np.nan, 0, 3], np.float32)
    assert ranked(activity, strongest=False) == (2, 0, 3, 1)
    assert ranked(activity, strongest=True) == (3, 0, 2, 1)
