"""The curves along the sliders are what the net says, and their flips are where its answer changes."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from neuroviz.app import shipped_nets
from neuroviz.data import mnist, strokes
from neuroviz.data.disturb import LIMITS, Disturbance, disturbed, noise_field
from neuroviz.data.sheet import Sheet
from neuroviz.nn import Net
from neuroviz.runtime import Change, record
from neuroviz.sims.digits import answer_to
from neuroviz.sims.disturb import ALONG, LAST, DisturbFrame, DisturbSim, answers, grey_of

SEVEN = Sheet(strokes.digit(7))


@pytest.fixture(scope="module")
def nets() -> dict[str, Net]:
    return shipped_nets()


def settled(sim: DisturbSim, *changes: Change) -> DisturbFrame:
    for change in changes:
        sim.apply(change)
    for _ in range(500):
        if not sim.advance():
            break
    frame = sim.snapshot()
    assert frame.complete
    return frame


@pytest.fixture(scope="module")
def whole(nets: dict[str, Net]) -> DisturbFrame:
    amounts = Disturbance(rotate=12, shift_x=1.5, blur=0.5, noise=0.2, patch=5, patch_x=9)
    return settled(DisturbSim(nets["CNN"], SEVEN), Change("amounts", amounts))


def test_at_rest_the_answer_is_that_of_the_digits_room(nets: dict[str, Net]) -> None:
    for sheet in (SEVEN, Sheet(picture=mnist.load_test().images[5])):
        frame = DisturbSim(nets["CNN"], sheet).snapshot()
        assert frame.grey is not None
        assert frame.probabilities is not None
        assert_array_equal(frame.probabilities, answer_to(nets["CNN"], frame.grey).probabilities)
        assert_array_equal(frame.plain, frame.probabilities)


def test_a_curve_at_the_present_amount_is_the_present_answer(whole: DisturbFrame) -> None:
    for name in ALONG:
        share = LIMITS[name].share(getattr(whole.amounts, name))
        exact = share * LAST
        curve = whole.curves[name]
        assert curve.refined
        if abs(exact - round(exact)) < 1e-6:
            assert_allclose(curve.probabilities[round(exact)], whole.probabilities, atol=1e-5)
        around = curve.probabilities[[int(exact), min(int(exact) + 1, LAST)]]
        slack = 0.02 + 0.5 * np.ptp(around, axis=0)
        assert (whole.probabilities >= around.min(axis=0) - slack).all(), name
        assert (whole.probabilities <= around.max(axis=0) + slack).all(), name


def test_a_curve_is_what_the_net_says_picture_by_picture(whole: DisturbFrame) -> None:
    field = noise_field(np.random.default_rng(0))
    plain = whole.grey[None].astype(np.float32) / np.float32(255)
    for name in ALONG:
        for place in (0, 17, 60):
            amounts = {**vars(whole.amounts), name: float(whole.curves[name].values[place])}
            alone = answers(whole.net, disturbed(plain, amounts, field))[0]
            assert_allclose(whole.curves[name].probabilities[place], alone, atol=2e-5)


def test_on_both_sides_of_a_flip_the_answers_are_those_it_names(whole: DisturbFrame) -> None:
    field = noise_field(np.random.default_rng(0))
    plain = whole.grey[None].astype(np.float32) / np.float32(255)
    flips = [(name, flip) for name in ALONG for flip in whole.curves[name].flips]
    assert len(flips) >= 5
    for name, flip in flips:
        limits = LIMITS[name]
        share = limits.share(flip.at)
        for side, expected in ((-1, flip.before), (1, flip.after)):
            near = float(np.clip(limits.value(share + side * 1e-4), limits.low, limits.high))
            p = answers(whole.net, disturbed(plain, {**vars(whole.amounts), name: near}, field))[0]
            assert p.argmax() == expected or np.sort(p)[-1] - np.sort(p)[-2] < 0.02, (name, flip)
    for name in ALONG:
        sayings = whole.curves[name].probabilities.argmax(1)
        chain = whole.curves[name].flips
        assert [flip.before for flip in chain][:1] in ([], [sayings[0]])
        assert [flip.after for flip in chain][-1:] in ([], [sayings[-1]])
        assert all(one.after == other.before for one, other in pairwise(chain))


def test_moving_one_slider_leaves_its_own_curve(nets: dict[str, Net]) -> None:
    sim = DisturbSim(nets["MLP"], SEVEN)
    first = settled(sim)
    sim.apply(Change("amounts", Disturbance(rotate=20)))
    assert sim.snapshot().fresh == {"rotate"}
    then = settled(sim)
    assert then.curves["rotate"] is first.curves["rotate"]
    assert then.curves["blur"] is not first.curves["blur"]
    sim.apply(Change("amounts", Disturbance(rotate=20, patch_tone=1.0)))
    assert sim.snapshot().fresh == set()


def test_preparing_again_undoes_shift_and_scale(nets: dict[str, Net]) -> None:
    sim = DisturbSim(nets["MLP"], SEVEN)
    moved = Change("amounts", Disturbance(shift_x=5.0, shift_y=-3.0))
    lost = settled(sim, moved)
    found = settled(sim, Change("again", True))
    again = settled(sim, Change("amounts", Disturbance()))
    assert found.probabilities[7] > 0.9
    assert_allclose(found.probabilities, again.probabilities, atol=0.02)
    assert lost.probabilities[7] < found.probabilities[7]
    assert_array_equal(lost.seen, found.seen)
    assert not np.array_equal(found.seen, found.given)


def test_nothing_left_to_judge_is_no_answer(nets: dict[str, Net]) -> None:
    sim = DisturbSim(nets["MLP"], SEVEN)
    covered = Disturbance(patch=28.0)
    frame = settled(sim, Change("again", True), Change("amounts", covered))
    assert frame.probabilities is None
    assert not frame.curves["patch"].probabilities[-1].any()
    empty = DisturbSim(nets["MLP"])
    assert not empty.advance()
    assert empty.snapshot().probabilities is None
    assert grey_of(Sheet()) is None


def test_the_same_seed_is_the_same_noise(nets: dict[str, Net]) -> None:
    noisy = Change("amounts", Disturbance(noise=0.5))
    one, two = (DisturbSim(nets["CNN"], SEVEN) for _ in range(2))
    for sim in (one, two):
        sim.apply(noisy)
    assert_array_equal(one.snapshot().seen, two.snapshot().seen)
    two.apply(Change("noise", 5))
    assert not np.array_equal(one.snapshot().seen, two.snapshot().seen)
    two.apply(Change("noise", 0))
    assert_array_equal(one.snapshot().seen, two.snapshot().seen)


def test_a_replayed_run_is_the_same_and_nonsense_is_refused(nets: dict[str, Net]) -> None:
    first, second = (record(DisturbSim(nets["MLP"], SEVEN), 30)[-1] for _ in range(2))
    for name in first.curves:
        assert_array_equal(first.curves[name].probabilities, second.curves[name].probabilities)
    sim = DisturbSim(nets["MLP"], SEVEN)
    for bad in (Change("nothing", 1), Change("net", 3), Change("amounts", 1), Change("again", "x"),
                Change("noise", -1), Change("chosen", "patch_x"), Change("sheet", None)):  # fmt: skip
        with pytest.raises(ValueError, match=r"."):
            sim.apply(bad)
