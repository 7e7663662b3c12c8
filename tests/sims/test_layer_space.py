"""The space of a layer: what is mapped, where the current input lies, and nets of every kind."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz.data import mnist
from neuroviz.data.ink import Drawing
from neuroviz.data.plane import task
from neuroviz.data.sheet import Sheet
from neuroviz.nn import Net
from neuroviz.runtime import Change
from neuroviz.sims.layer_points import Points, answers, judges, of_chance, of_digits, of_plane
from neuroviz.sims.layer_space import IN_STRIP, SpaceFrame, SpaceSim, in_strip
from neuroviz.sims.layer_tsne import LAST, TsneSim
from neuroviz.sims.subject import Subject, kind_of
from tests.odd_nets import ODD

_FEW = 150


def points(net: Net) -> Points:
    if kind_of(net) == "digit":
        return of_digits(mnist.load_test(), _FEW)
    return of_chance(net, np.random.default_rng(0), _FEW)


def given(net: Net) -> Subject:
    if kind_of(net) == "digit":
        return Subject(net, Sheet(picture=mnist.load_test().images[3]))
    return Subject(net, np.full(int(np.prod(net.input_shape)), 0.25, np.float32))


def done(sim: SpaceSim) -> SpaceFrame:
    for _ in range(5_000):
        if not sim.advance():
            return sim.snapshot()
    raise AssertionError("it never ends")


@pytest.mark.parametrize("name", ODD)
def test_any_net_is_mapped_or_says_why_not(name: str) -> None:
    net = ODD[name]()
    sim = SpaceSim(given(net), points, len(net.layers))
    sim.snapshot()
    frame = done(sim)
    assert frame.complete
    assert len(frame.strip) <= IN_STRIP
    for one in frame.maps.values():
        assert one.fault in ("", "numbers", "flat")
        assert np.isfinite(one.places).all()
        assert (one.fault == "") == (one.accuracy is not None)
    if frame.map is not None and not frame.map.fault and frame.here is not None:
        assert np.isfinite(frame.here.place).all()
        assert frame.here.weights.sum() == pytest.approx(1, abs=1e-5)


def test_the_chosen_layer_is_mapped_first() -> None:
    net = ODD["convolution and batch norm"]()
    sim = SpaceSim(given(net), points, 3)
    while not sim.snapshot().maps:
        sim.advance()
    assert set(sim.snapshot().maps) == {3}
    sim.apply(Change("layer", 5))
    while 5 not in sim.snapshot().maps:
        sim.advance()
    assert sim.snapshot().map is not None
    assert done(sim).complete


def test_an_image_of_the_map_is_found_at_its_own_place() -> None:
    net = ODD["layer norm and dropout"]()
    frame = done(SpaceSim(given(net), points, 2))
    assert frame.here is not None
    assert frame.map is not None
    assert frame.here.nearest[0] == 3
    assert frame.here.distances[0] == 0
    np.testing.assert_allclose(frame.here.place, frame.map.places[3], atol=1e-4)
    assert (np.diff(frame.here.distances) >= 0).all()
    a = net.trace(points(net).x.reshape(-1, 784)).activations[1]
    true = np.linalg.norm(a[frame.here.nearest] - a[3], axis=1)
    np.testing.assert_allclose(frame.here.distances, true, rtol=1e-3, atol=1e-4)


def test_the_share_is_that_of_brute_force() -> None:
    net = ODD["one layer"]()
    frame = done(SpaceSim(given(net), points, 1))
    own = points(net)
    a = net(own.x).astype(np.float64)
    d = np.linalg.norm(a[:, None] - a[None], axis=2)
    np.fill_diagonal(d, np.inf)
    hits = 0
    for i in range(len(own)):
        labels = own.labels[np.argsort(d[i])[:5]].tolist()
        best = max(labels, key=lambda one: (labels.count(one), -labels.index(one)))
        hits += best == own.labels[i]
    assert frame.map is not None
    assert frame.map.accuracy == pytest.approx(hits / len(own), abs=1.01 / len(own))


def test_an_empty_pad_is_nowhere_and_a_drawing_moves() -> None:
    net = ODD["one layer"]()
    sim = SpaceSim(Subject(net, Sheet()), points, 1)
    assert done(sim).here is None
    sim.apply(Change("subject", given(net)))
    first = sim.snapshot().here
    assert first is not None
    sim.apply(Change("subject", Subject(net, Sheet(picture=mnist.load_test().images[4]))))
    second = sim.snapshot().here
    assert second is not None
    assert not np.array_equal(first.place, second.place)
    assert not sim.advance()  # nothing of it is mapped again


def test_another_net_is_mapped_anew() -> None:
    sim = SpaceSim(given(ODD["one layer"]()), points, 1)
    done(sim)
    small = ODD["five inputs"]()
    sim.apply(Change("subject", given(small)))
    assert not sim.snapshot().maps
    frame = done(sim)
    assert frame.net is small
    assert frame.layer == 1
    assert not frame.judged


@pytest.mark.parametrize(
    "change", [Change("layer", 9), Change("layer", -1), Change("subject", 3), Change("x", 1)]
)
def test_senseless_changes_are_refused(change: Change) -> None:
    sim = SpaceSim(given(ODD["one layer"]()), points, 1)
    with pytest.raises(ValueError, match="no change"):
        sim.apply(change)


def test_the_points_of_a_task_are_judged_by_the_class_they_have() -> None:
    net = ODD["two inputs, one output"]()
    own = task("circle")
    plane = of_plane(own.points, own.labels)
    assert judges(net, plane)
    frame = done(SpaceSim(Subject(net, np.zeros(2, np.float32)), lambda _: plane, 2))
    assert frame.judged
    assert frame.map is not None
    np.testing.assert_array_equal(frame.map.said, net(own.points)[:, 0] > 0.5)


def test_an_answer_that_is_no_number_names_no_class() -> None:
    net = ODD["one layer"]()
    out = np.zeros((2, 10), np.float32)
    out[0, 3], out[1, 4] = 1, np.nan
    assert answers(net, out).tolist() == [3, -1]


def test_the_strip_leaves_out_what_changes_nothing() -> None:
    assert in_strip(ODD["layer norm and dropout"]()) == (0, 1, 2, 4, 5)
    assert in_strip(ODD["convolution and batch norm"]()) == (0, 1, 2, 3, 5)
    deep = in_strip(ODD["a thousand layers of one unit"]())
    assert len(deep) == IN_STRIP
    assert (deep[0], deep[-1]) == (0, 1000)


def test_the_path_of_tsne_is_kept_and_comes_again() -> None:
    net = ODD["one layer"]()
    frame = done(SpaceSim(given(net), points, 1))
    assert frame.map is not None
    assert frame.map.near is not None
    first, second = (TsneSim(frame.map.near, frame.map.places, 10.0) for _ in range(2))
    for sim in (first, second):
        while sim.snapshot().reached < 40:
            assert sim.advance()
    track, other = first.snapshot().track, second.snapshot().track
    np.testing.assert_array_equal(track.places(0), frame.map.places)
    np.testing.assert_array_equal(track.places(25), other.places(25))
    assert not np.array_equal(track.places(25), track.places(26))
    assert not track.places(25).flags.writeable
    assert np.isfinite([track.kl(i) for i in range(1, 40)]).all()
    assert track.kl(40) == track.kl(39)
    assert np.isfinite(track.kl(0))
    with pytest.raises(ValueError, match="unknown change"):
        first.apply(Change("perplexity", 3))


def test_a_path_ends() -> None:
    near = done(SpaceSim(given(ODD["five inputs"]()), points, 1)).map
    assert near is not None
    assert near.near is not None
    sim = TsneSim(near.near, near.places, 5.0)
    while sim.advance():
        pass
    assert sim.snapshot().complete
    assert sim.snapshot().reached == LAST


def test_drawings_are_placed_too() -> None:
    net = ODD["one layer"]()
    assert done(SpaceSim(Subject(net, Sheet(Drawing())), points, 1)).here is None
