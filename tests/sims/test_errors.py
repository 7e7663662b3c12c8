"""The search for errors finds exactly those there are, and the first ones early."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz.data.digits import DigitSet
from neuroviz.nn import Dense, Net, Softmax
from neuroviz.runtime import Change
from neuroviz.sims.errors import ErrorsSim


def digits(n: int) -> DigitSet:
    rng = np.random.default_rng(0)
    images = rng.integers(0, 256, (n, 28, 28), dtype=np.uint8)
    return DigitSet(images, rng.integers(0, 10, n, dtype=np.uint8), "noise")


def net() -> Net:
    return Net.create((Dense(10),), (784,), np.random.default_rng(1))


def test_the_errors_are_those_of_judging_everything_at_once() -> None:
    known = digits(300)
    sim = ErrorsSim(net(), lambda: known)
    while sim.advance():
        pass
    frame = sim.snapshot()
    expected = net()(known.images.reshape(300, 784).astype(np.float32) / 255).argmax(axis=1)
    wrong = np.flatnonzero(expected != known.labels)
    assert frame.complete
    np.testing.assert_array_equal(frame.wrong, wrong)
    np.testing.assert_array_equal(frame.taken_for, expected[wrong])
    assert 0 < len(wrong) < 300


def test_all_ten_probabilities_are_found_whatever_the_last_layer() -> None:
    known = digits(150)
    x = known.images.reshape(150, 784).astype(np.float32) / 255
    bare = net()
    z = bare(x).astype(np.float64)
    expected = np.exp(z - z.max(axis=1, keepdims=True))
    expected /= expected.sum(axis=1, keepdims=True)
    for one in (bare, Net((*bare.layers, Softmax()), bare.theta, bare.input_shape)):
        sim = ErrorsSim(one, lambda: known)
        while sim.advance():
            pass
        frame = sim.snapshot()
        np.testing.assert_allclose(frame.probabilities, expected, atol=1e-5)
        np.testing.assert_array_equal(np.sort(frame.judged.wrong), frame.wrong)
        np.testing.assert_array_equal(frame.judged.answers[frame.wrong], frame.taken_for)


def test_loading_belongs_to_the_worker_and_the_first_errors_come_before_the_last() -> None:
    calls: list[int] = []

    def load() -> DigitSet:
        calls.append(1)
        return digits(300)

    sim = ErrorsSim(net(), load)
    assert calls == []
    assert sim.snapshot().digits is None
    sim.advance()
    sim.advance()
    frame = sim.snapshot()
    assert calls == [1]
    assert 0 < frame.step < 300
    assert len(frame.wrong) > 0
    assert not frame.complete


def test_there_is_no_knob() -> None:
    with pytest.raises(ValueError, match="unknown"):
        ErrorsSim(net(), lambda: digits(1)).apply(Change("x", 1))
