"""Scores: what an answer is decided by."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz import nn
from neuroviz.nn import Net
from neuroviz.sims.scores import Question, Scorer, class_scores, n_classes, score_layer

RNG = np.random.default_rng


def net(*layers: nn.Layer, n: int = 4) -> Net:
    return Net.create(layers, (n,), RNG(1))


def test_the_score_is_what_softmax_or_sigmoid_gets() -> None:
    assert score_layer(net(nn.Dense(3))) == 0
    assert score_layer(net(nn.Dense(3), nn.Softmax())) == 0
    assert score_layer(net(nn.Dense(3), nn.ReLU(), nn.Dense(1), nn.Sigmoid())) == 2
    assert score_layer(net(nn.Softmax())) == 0


def test_one_output_stands_for_two_classes() -> None:
    one = net(nn.Dense(1), nn.Sigmoid())
    x = RNG(0).normal(size=(6, 4)).astype(np.float32)
    scorer = Scorer(one)
    z, p = scorer.scores(x), scorer.probabilities(x)
    assert n_classes(one) == 2
    np.testing.assert_allclose(p[:, 1], 1 / (1 + np.exp(-z[:, 0])), rtol=1e-5)
    np.testing.assert_array_equal(class_scores(z).argmax(axis=1), p.argmax(axis=1))
    np.testing.assert_array_equal(Question(0).row(one), [-1.0])
    np.testing.assert_array_equal(Question(1, 0).row(one), [1.0])


def test_a_question_against_a_rival_is_a_difference_of_scores() -> None:
    np.testing.assert_array_equal(Question(2, 0).row(net(nn.Dense(3))), [-1, 0, 1])


@pytest.mark.parametrize("size", [1, 2, 7])
def test_any_number_of_examples_gives_the_same_as_the_net(size: int) -> None:
    one = net(nn.Dense(5), nn.Tanh(), nn.Dense(3))
    x = RNG(0).normal(size=(size, 4)).astype(np.float32)
    scorer = Scorer(one)
    np.testing.assert_allclose(scorer.scores(x), one(x), rtol=1e-5, atol=1e-6)
    z, dx = scorer.slopes(x, np.array([1, 0, 0], np.float32))
    np.testing.assert_allclose(z, one(x), rtol=1e-5, atol=1e-6)
    assert dx.shape == x.shape


def test_each_example_may_be_asked_about_another_class() -> None:
    one = net(nn.Dense(5), nn.Tanh(), nn.Dense(3))
    scorer, x = Scorer(one), np.repeat(RNG(0).normal(size=(1, 4)).astype(np.float32), 3, axis=0)
    _, each = scorer.slopes(x, np.eye(3, dtype=np.float32))
    for k in range(3):
        _, alone = scorer.slopes(x[:1], Question(k).row(one))
        np.testing.assert_allclose(each[k], alone[0], rtol=1e-5, atol=1e-7)


def test_too_many_examples_are_refused() -> None:
    scorer = Scorer(net(nn.Dense(3)))
    with pytest.raises(ValueError, match="examples at once"):
        scorer.scores(np.zeros((scorer.chunk + 1, 4), np.float32))
