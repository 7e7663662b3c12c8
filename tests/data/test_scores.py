"""Scores against counting by hand, known formulas, and what must hold for any answers."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuroviz.data import scores

pairs = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=60)


@given(pairs)
def test_confusion_counts_every_pair_once(found: list[tuple[int, int]]) -> None:
    true, taken = [t for t, _ in found], [a for _, a in found]
    matrix = scores.confusion(true, taken)
    assert matrix.sum() == len(found)
    assert all(matrix[t, a] == found.count((t, a)) for t in range(10) for a in range(10))
    np.testing.assert_array_equal(matrix.sum(axis=1), np.bincount(true, minlength=10) if true else 0)
    np.testing.assert_array_equal(matrix.sum(axis=0), np.bincount(taken, minlength=10) if taken else 0)


@given(pairs)
def test_recall_and_precision_by_hand(found: list[tuple[int, int]]) -> None:
    matrix = scores.confusion([t for t, _ in found], [a for _, a in found])
    for k in range(10):
        own, called = [a for t, a in found if t == k], [t for t, a in found if a == k]
        for share, mine in ((scores.recall(matrix)[k], own), (scores.precision(matrix)[k], called)):
            assert share == pytest.approx(mine.count(k) / len(mine) if mine else np.nan, nan_ok=True)


@given(pairs)
def test_the_worst_pair_is_a_mistake_and_none_is_commoner(found: list[tuple[int, int]]) -> None:
    matrix = scores.confusion([t for t, _ in found], [a for _, a in found])
    worst = scores.worst_pair(matrix)
    mistakes = [pair for pair in found if pair[0] != pair[1]]
    if worst is None:
        assert not mistakes
    else:
        assert worst[2] == max(map(mistakes.count, mistakes)) == mistakes.count(worst[:2])


@pytest.mark.parametrize(("labels", "answers"), [([1], [1, 2]), ([10], [1]), ([1], [-1]), ([[1]], [[1]])])
def test_what_cannot_be_counted_is_refused(labels: list[int], answers: list[int]) -> None:
    with pytest.raises(ValueError, match=r"class|labels"):
        scores.confusion(labels, answers)


def probabilities(n: int, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    return rng.dirichlet(np.full(10, 0.3), n).astype(np.float32), rng.integers(0, 10, n)


def test_brier_and_log_loss_are_their_formulas() -> None:
    p, y = probabilities(50)
    onehot = np.eye(10)[y]
    assert scores.brier(p, y) == pytest.approx(
        np.mean([sum((a - b) ** 2) for a, b in zip(p, onehot, strict=True)])
    )
    assert scores.log_loss(p, y) == pytest.approx(np.mean([-np.log(a[k]) for a, k in zip(p, y, strict=True)]))


@pytest.mark.parametrize("score", [scores.brier, scores.log_loss])
def test_a_proper_score_is_least_for_the_truth(score) -> None:
    rng = np.random.default_rng(3)
    truth = np.array([0.5, 0.3, 0.2])
    y = rng.choice(3, 20_000, p=truth)
    told = [truth, [0.6, 0.2, 0.2], [0.4, 0.35, 0.25], [1.0, 0.0, 0.0], [1 / 3] * 3]
    costs = [score(np.tile(p, (len(y), 1)), y) for p in told]
    assert costs[0] == min(costs)
    assert np.isfinite(costs).all()


def test_perfect_and_hopeless() -> None:
    y = np.arange(10)
    assert scores.brier(np.eye(10), y) == 0
    assert scores.log_loss(np.eye(10), y) == 0
    assert scores.brier(np.eye(10), (y + 1) % 10) == 2
    with pytest.raises(ValueError, match="probabilities"):
        scores.brier(np.zeros((0, 10)), [])


@pytest.mark.parametrize("t", [0.3, 1.0, 2.5])
def test_temperature_is_that_of_the_logits(t: float) -> None:
    z = np.random.default_rng(1).normal(0, 4, (40, 10))
    soft = lambda a: np.exp(a) / np.exp(a).sum(axis=1, keepdims=True)  # noqa: E731
    p = soft(z).astype(np.float32)
    np.testing.assert_allclose(scores.tempered(p, t), soft(z / t), atol=2e-5)
    np.testing.assert_array_equal(scores.tempered(p, t).argmax(axis=1), p.argmax(axis=1))


def test_temperature_bears_certainties_of_one() -> None:
    p = np.eye(10, dtype=np.float32)
    for t in (0.2, 5.0):
        warm = scores.tempered(p, t)
        assert np.isfinite(warm).all()
        np.testing.assert_allclose(warm.sum(axis=1), 1, rtol=1e-6)


@pytest.mark.parametrize(
    ("k", "n", "low", "high"),
    [  # R. G. Newcombe, Statistics in Medicine 17, 857 (1998), table I, method 3
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_the_interval_is_the_published_one(k: int, n: int, low: float, high: float) -> None:
    assert scores.wilson(k, n) == pytest.approx((low, high), abs=5e-5)


@given(st.integers(1, 400), st.data())
def test_the_ends_are_the_shares_that_a_score_test_just_accepts(n: int, data: st.DataObject) -> None:
    """The definition: |p̂ − p| = z √(p (1 − p) / n) at both ends, and mirrored for n − k."""
    k = data.draw(st.integers(0, n))
    low, high = scores.wilson(k, n)
    assert 0 <= low <= k / n <= high <= 1
    for end in (low, high):
        if 0 < end < 1:
            assert abs(k / n - end) == pytest.approx(1.959964 * math.sqrt(end * (1 - end) / n), rel=1e-6)
    assert scores.wilson(n - k, n) == pytest.approx((1 - high, 1 - low), abs=1e-12)


@given(st.integers(1, 500), st.data())
def test_a_hundred_times_the_pictures_narrow_the_interval(n: int, data: st.DataObject) -> None:
    hits = data.draw(st.integers(0, n))
    assert np.diff(scores.wilson(100 * hits, 100 * n))[0] < np.diff(scores.wilson(hits, n))[0]


def test_no_picture_says_nothing_and_nonsense_is_refused() -> None:
    assert scores.wilson(0, 0) == (0.0, 1.0)
    with pytest.raises(ValueError, match="3 of 2"):
        scores.wilson(3, 2)
