"""The simulation of Surgery: the cached path is the net itself, whatever the net is."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from neuroviz import nn
from neuroviz.app import shipped_nets
from neuroviz.data import mnist
from neuroviz.data.plane import task
from neuroviz.data.sheet import Sheet
from neuroviz.nn.arrays import Array
from neuroviz.nn.edit import part, with_gates
from neuroviz.runtime import Change
from neuroviz.sims.cuts import BOOST, CLAMP, EDIT, OFF, Cut, Cuts, blocks, operated
from neuroviz.sims.questions import Before, questions_of, taken_for
from neuroviz.sims.subject import Subject, kind_of
from neuroviz.sims.surgery import SIDES, SurgeryFrame, SurgerySim, activity_of, fine_side
from neuroviz.sims.sweep import SweepSim


def subject(net: nn.Net) -> Subject:
    if kind_of(net) == "digit":
        return Subject(net, Sheet(picture=mnist.load_test().images[3], label=0, number=3))
    return Subject(net, np.linspace(-0.5, 0.5, int(np.prod(net.input_shape))).astype(np.float32))


def run(sim: SurgerySim) -> SurgeryFrame:
    while sim.advance():
        pass
    return sim.snapshot()


def expected(net: nn.Net, before: nn.Net) -> tuple[int, int]:
    digits = mnist.load_test()
    x = (digits.images / np.float32(255)).astype(np.float32).reshape(-1, *net.input_shape)
    right = [(taken_for(one, one(x)) == digits.labels).sum() for one in (before, net)]
    return int(right[0]), int(right[1])


CUTS: dict[str, Cuts] = {
    "MLP": (Cut(1, OFF, (3, 4)), Cut(0, EDIT, (7,), edits=((0, "w", 300, 1.0), (0, "b", 0, 0.5)))),
    "CNN": (Cut(1, BOOST, (2,), 2.0), Cut(2, CLAMP, (1,), 3.0)),
    "Linear": (Cut(0, OFF, (8,)),),
}


@pytest.mark.parametrize("name", CUTS)
def test_all_test_images_are_judged_as_by_the_whole_net(name: str) -> None:
    net = shipped_nets()[name]
    sim = SurgerySim(subject(net), name)
    assert run(sim).score is not None
    for cuts in (CUTS[name], CUTS[name][-1:], ()):
        sim.apply(Change("cuts", cuts))
        frame = run(sim)
        assert frame.complete
        assert frame.score is not None
        assert frame.score.right() == expected(operated(net, cuts), net)
        assert frame.score.asked.sum() == frame.score.before.sum() == 10_000


@pytest.mark.parametrize("name", ["MLP", "CNN"])
def test_what_comes_before_a_layer_is_what_the_net_gives(name: str) -> None:
    net = shipped_nets()[name]
    exam = questions_of(net)
    assert exam is not None
    before = Before(net, exam)
    start, stop = before.bounds(1)
    x = exam.asked(start, stop)
    trace = net.trace(x)
    for layer in (len(net.layers), len(net.layers) - 1, 2, 0, 3):
        place = before.place(layer)
        assert place <= layer
        got = before.get(1, place)
        want = x if place == 0 else trace.activations[place - 1]
        np.testing.assert_allclose(got, want, rtol=1e-5, atol=1e-5)
        rest = net.rest(place)(got) if place < len(net.layers) else got
        np.testing.assert_allclose(rest, net(x), rtol=1e-5, atol=1e-5)


def test_a_tenth_is_judged_first_and_stands_for_all() -> None:
    net = shipped_nets()["MLP"]
    sim = SurgerySim(subject(net), "MLP")
    while sim.snapshot().step < 1000:
        assert sim.advance()
    score = sim.snapshot().score
    assert score is not None
    assert not score.complete
    assert score.asked.min() > 70
    assert score.right()[0] / score.done == pytest.approx(0.99, abs=0.01)


def test_judging_is_stopped_and_goes_on_where_it_was() -> None:
    net = shipped_nets()["MLP"]
    sim = SurgerySim(subject(net), "MLP")
    for _ in range(5):
        sim.advance()
    sim.apply(Change("halted", True))
    done = sim.snapshot().step
    assert not sim.advance()
    assert sim.snapshot().step == done < 10_000
    sim.apply(Change("halted", False))
    assert run(sim).step == 10_000
    sim.apply(Change("halted", True))
    sim.apply(Change("cuts", CUTS["MLP"]))
    assert run(sim).step == 10_000


def test_a_large_net_of_the_plane_is_mapped_coarsely() -> None:
    small = shipped_nets()["2-3-1"]
    large = _net((nn.Dense(1000), nn.Tanh(), nn.Dense(1000), nn.Tanh(), nn.Dense(2)), (2,))
    assert fine_side(small) == SIDES[1]
    assert SIDES[0] <= fine_side(large) < 70


def test_undoing_gives_the_same_bits() -> None:
    net = shipped_nets()["MLP"]
    sim = SurgerySim(subject(net), "MLP")
    first, theta = run(sim), net.theta.copy()
    sim.apply(Change("cuts", CUTS["MLP"]))
    cut = run(sim)
    sim.apply(Change("cuts", ()))
    back = run(sim)
    assert back.edited is net
    np.testing.assert_array_equal(net.theta, theta)
    np.testing.assert_array_equal(back.after.output, first.after.output)
    np.testing.assert_array_equal(back.score.after, first.score.after)
    sim.apply(Change("cuts", CUTS["MLP"]))
    again = run(sim)
    assert again.edited.digest == cut.edited.digest
    np.testing.assert_array_equal(again.score.after, cut.score.after)
    np.testing.assert_array_equal(again.after.output, cut.after.output)


def test_activity_and_the_class_that_suffers() -> None:
    net = shipped_nets()["CNN"]
    sim = SurgerySim(subject(net), "CNN", (Cut(0, OFF, (4,)),))
    frame = run(sim)
    exam = questions_of(net)
    assert exam is not None
    assert frame.activity is not None
    trace = net.trace(exam.asked(0, 1000))
    for block, values in zip(frame.parts, frame.activity, strict=True):
        np.testing.assert_allclose(values, activity_of(trace.activations[block.gate - 1]), rtol=1e-3)
    assert frame.score is not None
    k, n, before, after = frame.score.moved()
    assert k == 1
    assert n > before > after


def test_a_point_of_the_plane_is_judged_and_mapped() -> None:
    net = shipped_nets()["2-3-1"]
    cuts = (Cut(0, EDIT, (0,), edits=((0, "b", 0, 0.0),)),)
    frame = run(SurgerySim(subject(net), "2-3-1", cuts))
    points = task("circle")
    edited = operated(net, cuts)
    right = ((edited(points.points)[:, 0] > 0.5) == points.labels).sum()
    assert frame.score is not None
    assert frame.score.right()[1] == right
    assert frame.maps is not None
    corner = np.array([[-1.25, 1.25]], np.float32) * np.float32(1 - 1 / frame.maps.side)
    np.testing.assert_allclose(frame.maps.after[0, 0], edited(corner)[0], rtol=1e-4)
    np.testing.assert_allclose(frame.maps.before[0, 0], net(corner)[0], rtol=1e-4)


def _net(layers: tuple[nn.Layer, ...], shape: tuple[int, ...], *, spoil: float | None = None) -> nn.Net:
    net = nn.Net.create(layers, shape, np.random.default_rng(0))
    if spoil is None:
        return net
    theta = net.theta.copy()
    theta[::7] = spoil
    return net.with_theta(theta)


ANY = {
    "one layer": _net((nn.Dense(10),), (784,)),
    "no weights": _net((nn.ReLU(),), (5,)),
    "softmax alone": _net((nn.Softmax(),), (784,)),
    "nan": _net((nn.Dense(16), nn.ReLU(), nn.Dense(10)), (784,), spoil=np.nan),
    "infinite": _net((nn.Dense(16), nn.ReLU(), nn.Dense(10)), (784,), spoil=np.inf),
    "thousand layers": _net(tuple(nn.Dense(1) for _ in range(1000)), (2,)),
    "a million": _net((nn.Dense(1000), nn.ReLU(), nn.Dense(200), nn.ReLU(), nn.Dense(10)), (784,)),
    "five numbers": _net((nn.Dense(8), nn.LayerNorm(), nn.GELU(), nn.Dense(3)), (5,)),
    "pictures": _net((nn.Conv2d(4, 3), nn.BatchNorm(), nn.ReLU(), nn.AvgPool(2), nn.Flatten(), nn.Dense(10),
                      nn.Softmax()), (1, 28, 28)),
    "maps at the end": _net((nn.Conv2d(2, 3),), (1, 28, 28)),
    "two classes": _net((nn.Dense(4), nn.Dropout(0.5), nn.Dense(1), nn.Sigmoid()), (784,)),
}  # fmt: skip


@pytest.mark.parametrize("name", ANY)
def test_any_net_can_be_cut(name: str) -> None:
    net = ANY[name]
    sim = SurgerySim(subject(net), name)
    parts = blocks(net)
    for b in {0, len(parts) // 2, len(parts) - 1} if parts else ():
        sim.apply(Change("cuts", (Cut(b, OFF, (0,)), Cut(b, CLAMP, (parts[b].n - 1,), 1.0))))
        for _ in range(6):
            sim.advance()
        frame = sim.snapshot()
        values = frame.values()
        assert values is not None
        assert np.all(values[b][1][parts[b].n - 1] == 1)
        assert frame.p_after is None or np.isfinite(frame.p_after).all()
    frame = sim.snapshot()
    assert frame.edges() is not None
    assert len(frame.parts) == len(parts)


def test_another_net_has_no_cuts_and_nonsense_is_refused() -> None:
    nets = shipped_nets()
    sim = SurgerySim(subject(nets["MLP"]), "MLP", (Cut(0, OFF, (127,)),))
    sim.apply(Change("subject", subject(nets["2-3-1"])))
    frame = sim.snapshot()
    assert frame.cuts == ()
    assert frame.edited is nets["2-3-1"]
    bad = (("cuts", (Cut(0, OFF, (127,)),)), ("cuts", 3), ("cuts", ("x",)), ("subject", 1), ("else", 1))
    for name, value in bad:
        with pytest.raises(ValueError, match=r"."):
            sim.apply(Change(name, value))
    assert sim.snapshot().cuts == ()


def test_a_sweep_is_brute_force_in_three_orders() -> None:
    net = shipped_nets()["2-8-8-3"]
    sim = SweepSim(net, "2-8-8-3", 1, seed=3)
    while sim.advance():
        pass
    frame = sim.snapshot()
    points = task("three")
    assert frame.complete
    assert frame.done == len(points.points)
    for order, right in zip(frame.orders, frame.right, strict=True):
        assert sorted(order.tolist()) == list(range(8))
        for removed, n in zip(frame.removed.tolist(), right.tolist(), strict=True):
            cuts = (Cut(1, OFF, tuple(sorted(order[:removed].tolist()))),) if removed else ()
            edited = operated(net, cuts)
            assert n == (taken_for(edited, edited(points.points)) == points.labels).sum()


def test_a_sweep_of_the_answer_and_of_a_net_nobody_can_judge() -> None:
    sim = SweepSim(shipped_nets()["Linear"], "Linear", 0, seed=0)
    for _ in range(400):
        if not sim.advance():
            break
    frame = sim.snapshot()
    assert frame.right[0, 0] / frame.done > 0.9
    unknown = SweepSim(ANY["five numbers"], "five", 0, seed=0)
    assert not unknown.advance()
    assert unknown.snapshot().complete
    with pytest.raises(ValueError, match="no block"):
        SweepSim(ANY["five numbers"], "five", 2, seed=0)


def test_parts_and_gates_of_a_net() -> None:
    net = ANY["pictures"]
    x = np.random.default_rng(0).random((3, 1, 28, 28), np.float32)
    trace = net.trace(x)
    np.testing.assert_allclose(part(net, 2, 5)(trace.activations[1]), trace.activations[4], rtol=1e-5)
    with pytest.raises(ValueError, match="no layers"):
        part(net, 2, 2)

    def gate(n: int) -> tuple[Array, Array]:
        return np.ones(n, np.float32), np.zeros(n, np.float32)

    np.testing.assert_array_equal(with_gates(net, {1: gate(4), 6: gate(10)})(x), net(x))
    with pytest.raises(ValueError, match="shape"):
        with_gates(net, {1: gate(3)})
    with pytest.raises(ValueError, match="only"):
        with_gates(net, {8: gate(3)})
    assert replace(Cut(0, OFF, (1,)), active=False).active is False
