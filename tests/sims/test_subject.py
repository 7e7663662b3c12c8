"""What lies before a net, and every activation for it."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz import nn
from neuroviz.data import strokes
from neuroviz.data.sheet import Sheet
from neuroviz.runtime import Change, record
from neuroviz.runtime.log import Entry
from neuroviz.sims.digits import DigitsFrame, DigitsSim
from neuroviz.sims.layers import LayersFrame, LayersSim
from neuroviz.sims.subject import Subject, answer, kind_of

RNG = np.random.default_rng(0)
DIGITS = nn.Net.create((nn.Dense(10),), (784,), RNG)
PICTURES = nn.Net.create((nn.Conv2d(2, 3), nn.Flatten(), nn.Dense(10)), (1, 28, 28), RNG)
PLANE = nn.Net.create((nn.Dense(3), nn.Tanh(), nn.Dense(1), nn.Sigmoid()), (2,), RNG)
FIVE = nn.Net.create((nn.Dense(4),), (5,), RNG)


def test_kinds() -> None:
    assert [kind_of(net) for net in (DIGITS, PICTURES, PLANE, FIVE)] == ["digit", "digit", "plane", "vector"]


@pytest.mark.parametrize("net", [DIGITS, PICTURES])
def test_a_drawing_comes_to_the_net_as_it_does_in_digits(net: nn.Net) -> None:
    drawing = strokes.digit(4)
    frame = record(DigitsSim(net, drawing), 0, [])[0]
    assert isinstance(frame, DigitsFrame)
    assert frame.answer is not None
    x = Subject(net, Sheet(drawing)).x
    assert x is not None
    np.testing.assert_array_equal(x, frame.answer.trace.input)


def test_a_test_image_is_taken_as_it_is_and_its_label_is_known() -> None:
    picture = RNG.integers(0, 256, (28, 28)).astype(np.uint8)
    subject = Subject(DIGITS, Sheet(picture=picture, label=7, number=3))
    assert subject.x is not None
    np.testing.assert_allclose(subject.x[0], picture.ravel() / 255, rtol=1e-6)
    assert subject.label == 7
    assert Subject(DIGITS, Sheet(strokes.digit(1), picture, 7)).label is None
    assert Subject(DIGITS, Sheet()).x is None


def test_numbers_of_the_right_size_only() -> None:
    assert Subject(FIVE, np.arange(5, dtype=np.float32)).x is not None
    for net, given in ((FIVE, np.zeros(4, np.float32)), (FIVE, Sheet()), (PLANE, np.zeros((1, 2)))):
        with pytest.raises(ValueError, match="numbers"):
            Subject(net, given)


def test_what_an_output_means() -> None:
    logits = np.array([1.0, 2.0, 3.0], np.float32)
    softened = nn.Net.create((nn.Dense(3), nn.Softmax()), (2,), RNG)
    np.testing.assert_allclose(answer(DIGITS, logits), nn.softmax(logits))
    np.testing.assert_array_equal(answer(softened, logits), logits)
    np.testing.assert_allclose(answer(PLANE, np.array([0.3], np.float32)), [0.7, 0.3], rtol=1e-6)
    assert answer(DIGITS, np.array([np.nan, 1.0])) is None
    assert answer(nn.Net.create((nn.Dense(1),), (2,), RNG), np.array([4.0])) is None
    assert answer(DIGITS, np.zeros((2, 2))) is None


def test_a_frame_has_every_activation_of_the_subject_told_last() -> None:
    changes = [Entry(0, Change("subject", Subject(FIVE, np.ones(5, np.float32))))]
    frame = record(LayersSim(Subject(DIGITS, Sheet())), 1, changes)[-1]
    assert isinstance(frame, LayersFrame)
    assert frame.trace is not None
    np.testing.assert_array_equal(frame.trace.output, FIVE(np.ones((1, 5), np.float32)))
    with pytest.raises(ValueError, match="unknown"):
        LayersSim(Subject(DIGITS, Sheet())).apply(Change("subject", 3))
