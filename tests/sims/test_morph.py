"""Morphs begin and end at the digits they join, and go through the net as the net itself would."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from neuroviz.app import shipped_nets
from neuroviz.data import mnist, strokes
from neuroviz.data.digits import DigitSet
from neuroviz.data.sheet import Sheet
from neuroviz.nn import Net
from neuroviz.runtime import Change
from neuroviz.sims.digits import answer_to
from neuroviz.sims.disturb import answers
from neuroviz.sims.morph import LAST, MorphFrame, MorphSim, Source

A, B = Source("digit", 4), Source("digit", 9)


@pytest.fixture(scope="module")
def nets() -> dict[str, Net]:
    return shipped_nets()


def few() -> DigitSet:
    every = mnist.load_test()
    return DigitSet(every.images[:300], every.labels[:300], "test")


def settled(sim: MorphSim, *changes: Change) -> MorphFrame:
    for change in changes:
        sim.apply(change)
    for _ in range(2000):
        if not sim.advance():
            break
    frame = sim.snapshot()
    assert frame.complete
    return frame


@pytest.mark.parametrize("name", ["CNN", "MLP"])
def test_both_ways_begin_and_end_at_the_answers_to_a_and_b(nets: dict[str, Net], name: str) -> None:
    net = nets[name]
    for layer in range(len(net.layers) + 1):
        frame = settled(MorphSim(net, A, B, layer, few))
        for way in (frame.pixels, frame.inside):
            assert way is not None
            assert way.probabilities.shape == (LAST + 1, 10)
            for place, grey in ((0, frame.a), (LAST, frame.b)):
                assert grey is not None
                assert_allclose(way.probabilities[place], answer_to(net, grey).probabilities, atol=1e-5)


def test_in_layer_0_it_is_the_way_of_the_pixels(nets: dict[str, Net]) -> None:
    frame = settled(MorphSim(nets["CNN"], A, B, 0, few))
    assert_array_equal(frame.pixels.probabilities, frame.inside.probabilities)
    assert frame.pixels.flips == frame.inside.flips


def test_a_place_on_the_pixel_way_is_the_answer_to_the_mixed_picture(nets: dict[str, Net]) -> None:
    frame = settled(MorphSim(nets["MLP"], A, B, 2, few))
    ends = np.array([frame.a, frame.b], np.float32) / 255
    for place in (13, 50, 88):
        mixed = (1 - place / LAST) * ends[0] + place / LAST * ends[1]
        wanted = answers(nets["MLP"], mixed[None].astype(np.float32))[0]
        assert_allclose(frame.pixels.probabilities[place], wanted, atol=1e-5)


def test_after_the_last_layer_the_logits_themselves_are_mixed(nets: dict[str, Net]) -> None:
    net = nets["CNN"]
    frame = settled(MorphSim(net, A, B, len(net.layers), few))
    logits = net(np.array([frame.a, frame.b], np.float32).reshape(2, *net.input_shape) / 255)
    half = np.exp(logits.mean(0) - logits.mean(0).max())
    assert_allclose(frame.inside.probabilities[50], half / half.sum(), atol=1e-5)
    assert len(frame.inside.flips) >= 1


def test_flips_join_the_answers_and_lie_where_they_change(nets: dict[str, Net]) -> None:
    frame = settled(MorphSim(nets["CNN"], A, B, 6, few))
    for way in (frame.pixels, frame.inside):
        sayings = way.probabilities.argmax(1)
        assert (sayings[0], sayings[-1]) == (4, 9)
        assert way.flips[0].before == 4
        assert way.flips[-1].after == 9
        for flip in way.flips:
            low, high = int(flip.at * LAST), min(int(flip.at * LAST) + 1, LAST)
            assert sayings[low] != sayings[high]


def test_the_nearest_images_are_the_nearest_by_plain_counting(nets: dict[str, Net]) -> None:
    net, layer = nets["MLP"], 2
    frame = settled(MorphSim(net, Source("test", 3), Source("test", 18), layer, few))
    assert frame.searched == 300
    inside = net.trace(few().images.astype(np.float32).reshape(300, *net.input_shape) / 255).activations[
        layer - 1
    ]
    flat = inside.reshape(300, -1).astype(np.float64)
    for place in (0, 20, 50, 81, 100):
        mixed = (1 - place / LAST) * flat[3] + place / LAST * flat[18]
        assert frame.nearest[place] == ((flat - mixed) ** 2).sum(1).argmin()
    assert frame.nearest[0] == 3
    assert frame.nearest[-1] == 18


def test_every_source_is_the_picture_it_names(nets: dict[str, Net]) -> None:
    sheet = Sheet(strokes.digit(2))
    frame = settled(MorphSim(nets["MLP"], Source("sheet", sheet), Source("test", 7), 0, few))
    assert_array_equal(frame.b, mnist.load_test().images[7])
    plain = settled(MorphSim(nets["MLP"], Source("digit", 2), A, 0, few))
    assert_array_equal(frame.a, plain.a)
    empty = settled(MorphSim(nets["MLP"], Source("sheet", Sheet()), A, 0, few))
    assert empty.a is None
    assert empty.pixels is None


def test_changes_begin_anew_and_nonsense_is_refused(nets: dict[str, Net]) -> None:
    sim = MorphSim(nets["CNN"], A, B, 9, few)
    first = settled(sim)
    small = settled(sim, Change("net", nets["MLP"]))
    assert small.layer == min(9, len(nets["MLP"].layers))
    again = settled(sim, Change("net", nets["CNN"]), Change("layer", 9))
    assert_array_equal(first.inside.probabilities, again.inside.probabilities)
    assert_array_equal(first.nearest, again.nearest)
    for bad in (
        Change("layer", 99),
        Change("layer", "x"),
        Change("a", 4),
        Change("net", None),
        Change("c", A),
    ):
        with pytest.raises(ValueError, match="no change"):
            sim.apply(bad)
    for kind, value in (("digit", 10), ("test", -1), ("sheet", 3), ("photo", 1)):
        with pytest.raises(ValueError, match=r"."):
            Source(kind, value)
