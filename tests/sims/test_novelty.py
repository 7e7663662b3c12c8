"""The meter of novelty: fitted from a seed, in pieces, the same however it is asked."""

from __future__ import annotations

from functools import lru_cache, partial

import numpy as np
import pytest

from neuroviz.app import shipped_nets
from neuroviz.data import mnist, strokes
from neuroviz.data.ink import Drawing
from neuroviz.data.scrawls import SYMBOLS
from neuroviz.nn import Dense, Net, ReLU, Softmax
from neuroviz.runtime import Change
from neuroviz.sims.digits import DigitsSim
from neuroviz.sims.novelty import (
    ACCEPTED,
    HELD_OUT,
    KNOWN,
    THRESHOLD_AT,
    Meter,
    NoveltySim,
    can_measure,
    fitted,
    look,
)

load = partial(mnist.load_some, 10_000)


@lru_cache
def small() -> Net:
    """An untrained net: even that has its layers, and so a meter."""
    layers = (Dense(24), ReLU(), Dense(10), Softmax())
    return Net.create(layers, (784,), np.random.default_rng(1))


@lru_cache
def small_meter() -> Meter:
    return fitted(small(), load)


@lru_cache
def cnn_meter() -> Meter:
    return fitted(shipped_nets()["CNN"], load)


def test_the_same_seed_fits_the_same_meter_and_another_does_not() -> None:
    again, other = fitted(small(), load), fitted(small(), load, seed=3)
    np.testing.assert_array_equal(again.calm, small_meter().calm)
    for one, same in zip(again.nearest, small_meter().nearest, strict=True):
        np.testing.assert_array_equal(one.known, same.known)
    assert (other.calm != small_meter().calm).any()


def test_it_is_fitted_in_pieces_and_says_how_far_it_is() -> None:
    calls: list[int] = []

    def counted() -> mnist.DigitSet:
        calls.append(1)
        return load()

    sim = NoveltySim(small(), counted)
    assert calls == []
    seen = [sim.snapshot().step]
    while sim.advance():
        frame = sim.snapshot()
        assert frame.meter is None
        assert 0 <= frame.step - seen[-1] <= 32
        seen.append(frame.step)
    assert sim.snapshot().step == sim.snapshot().total == KNOWN + HELD_OUT
    assert sim.snapshot().meter is not None
    assert calls == [1]


def test_the_threshold_accepts_the_part_of_held_out_digits_it_says() -> None:
    meter = small_meter()
    assert len(meter.calm) == HELD_OUT
    assert (meter.calm <= meter.threshold).mean() == pytest.approx(ACCEPTED, abs=1 / HELD_OUT)
    assert meter.places(np.array([meter.threshold]))[0] == pytest.approx(THRESHOLD_AT)
    assert meter.places(meter.calm[:1])[0] == 0.0
    assert (np.diff(meter.places(meter.calm)) >= 0).all()


def test_each_part_of_the_score_weighs_the_same() -> None:
    """Standardised on the digits held out: their total has mean 0."""
    meter = small_meter()
    assert meter.calm.mean() == pytest.approx(0.0, abs=1e-9)
    assert len(meter.centre) == len(meter.senses) + 1 == 3


def test_a_reading_is_the_rank_among_the_digits_held_out() -> None:
    meter, images = small_meter(), mnist.load_test().images[:50]
    for image in images:
        trace = look(small(), image[None])
        reading = meter.reading(trace)
        assert reading is not None
        score = meter.scores(trace)[0]
        assert reading.farther == (meter.calm < score).mean()
        assert reading.beyond == (score > meter.threshold) == (reading.at > THRESHOLD_AT)


def test_scores_do_not_depend_on_the_batch() -> None:
    images = mnist.load_test().images[:70]
    for meter in (small_meter(), cnn_meter()):
        whole = meter.scores(look(meter.net, images))
        alone = np.concatenate([meter.scores(look(meter.net, one[None])) for one in images])
        np.testing.assert_allclose(alone, whole, atol=2e-3)


def test_a_digit_it_remembers_is_less_strange_than_a_new_one() -> None:
    images = load().images
    scores = cnn_meter().scores(look(cnn_meter().net, images[:2_000]))
    new = cnn_meter().scores(look(cnn_meter().net, mnist.load_test().images[:2_000]))
    assert scores.mean() < new.mean()


def test_numbers_that_are_not_finite_have_no_reading() -> None:
    net = small()
    broken = net.with_theta(np.full(net.theta.shape, np.nan, np.float32))
    meter = small_meter()
    strange = Meter(broken, meter.senses, meter.nearest, meter.centre, meter.spread, meter.calm)
    assert strange.reading(look(broken, mnist.load_test().images[:1])) is None


def test_the_profile_is_a_hill_of_real_digits_mostly_below_the_threshold() -> None:
    profile = cnn_meter().profile()
    assert profile.max() == 1.0
    assert profile.min() >= 0.0
    below = profile[: round(THRESHOLD_AT * len(profile))].sum()
    assert below / profile.sum() > 0.9


def test_a_net_that_judges_something_else_has_no_meter() -> None:
    rng = np.random.default_rng(0)
    two = Net.create((Dense(2),), (784,), rng)
    tiny = Net.create((Dense(10),), (4,), rng)
    assert not can_measure(two)
    assert not can_measure(tiny)
    with pytest.raises(ValueError, match="does not judge"):
        NoveltySim(two, load)


def test_too_few_images_are_refused() -> None:
    with pytest.raises(ValueError, match="500 images"):
        NoveltySim(small(), partial(mnist.load_some, 500)).advance()


def test_there_is_no_knob() -> None:
    with pytest.raises(ValueError, match="unknown"):
        NoveltySim(small(), load).apply(Change("x", 1))


def reading_of(sim: DigitsSim, drawing: Drawing) -> object:
    sim.apply(Change("drawing", drawing))
    answer = sim.snapshot().answer
    return None if answer is None else answer.novelty


def test_answers_carry_a_reading_once_the_meter_of_their_net_is_there() -> None:
    meter = cnn_meter()
    sim = DigitsSim(meter.net)
    assert reading_of(sim, strokes.digit(3)) is None
    sim.apply(Change("meter", small_meter()))
    assert reading_of(sim, strokes.digit(3)) is None, "another net's meter says nothing"
    sim.apply(Change("meter", meter))
    three, house = (reading_of(sim, d) for d in (strokes.digit(3), strokes.written(SYMBOLS["house"])))
    assert not three.beyond  # type: ignore[attr-defined]
    assert house.beyond  # type: ignore[attr-defined]
    assert reading_of(sim, Drawing()) is None
    sim.apply(Change("net", small()))
    assert reading_of(sim, strokes.digit(3)) is None


def test_only_a_meter_is_a_meter() -> None:
    with pytest.raises(ValueError, match="meter"):
        DigitsSim(small()).apply(Change("meter", 1))


def test_the_first_training_images_are_those_of_the_whole_file() -> None:
    whole, some = mnist.load().train, mnist.load_some(500)
    np.testing.assert_array_equal(some.images, whole.images[:500])
    np.testing.assert_array_equal(some.labels, whole.labels[:500])
    for wrong in (0, 60_001):
        with pytest.raises(ValueError, match="does not hold"):
            mnist.load_some(wrong)
