"""Agreement: intervals against published numbers, the fit against a search, kappa by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from neuroviz.sims.agreement import (
    UNREAD,
    Answers,
    fit,
    joined,
    kappa,
    log_posterior,
    rate,
    summary,
)


def test_nothing_has_no_share() -> None:
    assert math.isnan(rate(np.zeros(0, bool)).share)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**6), st.floats(-3, 3), st.floats(-6, 2))
def test_no_other_curve_is_likelier(seed: int, a: float, b: float) -> None:
    """A search of a fine grid, then of finer ones, finds the same maximum."""
    rng = np.random.default_rng(seed)
    levels = rng.uniform(1.0, 5.0, 60)
    t = (levels - 3.0) / 2.0
    hits = rng.random(60) < 1 / (1 + np.exp(-(a + b * t)))
    found = fit(levels, hits, 1.0, 5.0)
    if found is None:
        assert min(hits.sum(), (~hits).sum()) < 3
        return
    design, target = np.stack([np.ones(60), t], axis=1), hits.astype(float)
    centre, reach = np.zeros(2), 16.0
    for _ in range(12):
        grid = np.linspace(-reach, reach, 21)
        points = [centre + np.array([i, j]) for i in grid for j in grid]
        centre = max(points, key=lambda w: log_posterior(w, design, target))
        reach /= 4
    assert (found.a, found.b) == pytest.approx(tuple(centre), abs=1e-3)


def test_the_likelihood_is_the_product_of_the_chances() -> None:
    design = np.array([[1.0, -1.0], [1.0, 0.5], [1.0, 1.0]])
    target, weights = np.array([1.0, 0.0, 1.0]), np.array([0.3, -0.7])
    p = 1 / (1 + np.exp(-design @ weights))
    product = p[0] * (1 - p[1]) * p[2]
    prior = math.exp(-(0.3**2 + 0.7**2) / (2 * 25))
    assert log_posterior(weights, design, target) == pytest.approx(math.log(product * prior))


def test_answers_that_a_level_separates_still_have_a_curve() -> None:
    levels = np.linspace(0.0, 1.0, 20)
    found = fit(levels, levels < 0.6, 0.0, 1.0)
    assert found is not None
    assert found.half_way == pytest.approx(0.6, abs=0.05)
    assert found(np.array([0.0, 1.0])) == pytest.approx([1.0, 0.0], abs=0.05)


@pytest.mark.parametrize("hits", [[True] * 20, [True] * 18 + [False] * 2, [True, False] * 4])
def test_too_few_answers_have_none(hits: list[bool]) -> None:
    assert fit(np.linspace(0, 1, len(hits)), np.array(hits), 0.0, 1.0) is None


def test_kappa_by_hand() -> None:
    """Cohen's own arithmetic: 20 agreed yes, 15 agreed no, 5 and 10 apart: (0.7 − 0.5) / (1 − 0.5)."""
    one = np.array([1] * 20 + [1] * 5 + [0] * 10 + [0] * 15)
    other = np.array([1] * 20 + [0] * 5 + [1] * 10 + [0] * 15)
    assert kappa(one, other) == pytest.approx(0.4)
    assert kappa(one, one) == 1.0
    assert math.isnan(kappa(np.ones(5, int), np.ones(5, int)))
    assert math.isnan(kappa(np.zeros(0, int), np.zeros(0, int)))


def game(said: list[int], net: list[int], labels: list[int]) -> Answers:
    n = len(labels)
    return Answers(
        np.arange(n, dtype=float), np.array(labels), np.array(said), np.array(net), np.full(n, 0.75)
    )


def test_a_summary_counts_what_it_says() -> None:
    found = summary(
        game([3, 1, UNREAD, 4, UNREAD, 7], [3, 1, 2, 4, 5, 8], [3, 1, 2, 9, 6, 7]), 0.0, 6.0, n_bins=3
    )
    assert (found.n, found.you.whole.k, found.net.whole.k, found.pair.whole.k) == (6, 3, 3, 3)
    assert [one.k for one in found.you.bins] == [2, 0, 1]
    assert [one.n for one in found.you.bins] == [2, 2, 2]
    assert found.clear == 1.0
    assert (found.unread, found.unread_right, found.unread_certainty) == (2, 1, 0.75)
    assert found.same_slip == 1


def test_games_are_joined_end_to_end() -> None:
    one, other = game([1, 2], [1, 2], [1, 3]), game([5], [6], [5])
    both = joined([one, other])
    assert both.said.tolist() == [1, 2, 5]
    assert both.levels.tolist() == [0.0, 1.0, 0.0]
    with pytest.raises(ValueError, match="one level"):
        Answers(np.zeros(2), np.zeros(1, int), np.zeros(2, int), np.zeros(2, int), np.zeros(2))
