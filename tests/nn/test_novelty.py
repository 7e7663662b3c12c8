"""The scores of novelty against their definitions, written the long way."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from neuroviz.nn import Conv2d, Dense, Flatten, Net, ReLU, Softmax, softmax
from neuroviz.nn.novelty import (
    Mahalanobis,
    Nearest,
    energy,
    logits_layer,
    max_softmax,
    projection,
    unit,
    weighted_layers,
)

LOGITS = hnp.arrays(np.float32, (3, 10), elements=st.floats(-80, 80, width=32))


@given(LOGITS)
def test_energy_is_minus_the_log_of_the_sum_of_exponentials(logits: np.ndarray) -> None:
    naive = -np.log(np.exp(logits.astype(np.float64)).sum(axis=1))
    np.testing.assert_allclose(energy(logits), naive, rtol=1e-9, atol=1e-9)


@given(LOGITS)
def test_energy_follows_a_shift_of_all_logits_and_max_softmax_does_not_see_it(logits: np.ndarray) -> None:
    moved = logits.astype(np.float64) + 7.0
    np.testing.assert_allclose(energy(moved), energy(logits) - 7.0, atol=1e-9)
    np.testing.assert_allclose(max_softmax(moved), max_softmax(logits), atol=1e-9)


@given(LOGITS)
def test_max_softmax_is_one_minus_the_winner_s_probability(logits: np.ndarray) -> None:
    p = softmax(logits.astype(np.float64))
    np.testing.assert_allclose(max_softmax(logits), 1 - p.max(axis=1))
    assert (max_softmax(logits) <= 0.9 + 1e-12).all()


def test_energy_survives_logits_whose_exponentials_overflow() -> None:
    assert energy(np.full((1, 10), 5000.0))[0] == pytest.approx(-5000.0 - np.log(10))


def clouds(rng: np.random.Generator, n: int = 300, d: int = 6) -> tuple[np.ndarray, np.ndarray]:
    labels = rng.integers(0, 3, n)
    x = rng.normal(size=(n, d)) @ rng.normal(size=(d, d)) + 3.0 * labels[:, None]
    return x.astype(np.float32), labels


def test_mahalanobis_is_the_quadratic_form_solved_directly() -> None:
    rng = np.random.default_rng(1)
    x, labels = clouds(rng)
    ridge = 0.01
    means = [x[labels == c].astype(np.float64).mean(axis=0) for c in range(3)]
    apart = np.concatenate([x[labels == c] - means[c] for c in range(3)])
    covariance = apart.T @ apart / len(x)
    covariance += np.eye(6) * ridge * np.trace(covariance) / 6
    asked = rng.normal(size=(20, 6)).astype(np.float32) * 4
    expected = [
        min(float((a - m) @ np.linalg.solve(covariance, a - m)) for m in means)
        for a in asked.astype(np.float64)
    ]
    np.testing.assert_allclose(Mahalanobis.fit(x, labels, ridge)(asked), expected, rtol=1e-8)


def test_mahalanobis_does_not_care_about_the_units_of_the_activations() -> None:
    x, labels = clouds(np.random.default_rng(2))
    one = Mahalanobis.fit(x, labels, ridge=0.0)(x)
    other = Mahalanobis.fit(x * 8.0, labels, ridge=0.0)(x * 8.0)
    np.testing.assert_allclose(one, other, rtol=1e-6)


def test_mahalanobis_stands_activations_that_never_vary() -> None:
    x, labels = clouds(np.random.default_rng(3))
    x[:, 2] = 0.0
    assert np.isfinite(Mahalanobis.fit(x, labels)(x)).all()


@pytest.mark.parametrize("k", [1, 2, 7, 300])
def test_the_kth_nearest_is_that_of_sorting_all_angles(k: int) -> None:
    rng = np.random.default_rng(4)
    x, _ = clouds(rng)
    asked = rng.normal(size=(300, 6)).astype(np.float32)
    norms = np.linalg.norm(asked, axis=1)[:, None] * np.linalg.norm(x, axis=1)[None]
    expected = np.sort(1 - asked.astype(np.float64) @ x.T / norms, axis=1)[:, k - 1]
    np.testing.assert_allclose(Nearest.fit(x, k)(asked), expected, atol=1e-6)


def test_what_is_known_is_nowhere_far_and_what_has_no_direction_is_at_a_right_angle() -> None:
    x, _ = clouds(np.random.default_rng(5))
    near = Nearest.fit(x)
    np.testing.assert_allclose(near(x), 0.0, atol=1e-6)
    np.testing.assert_allclose(near(3.0 * x), 0.0, atol=1e-6)
    np.testing.assert_allclose(near(np.zeros((1, 6), np.float32)), 1.0)


@pytest.mark.parametrize("k", [0, 301])
def test_there_is_no_kth_of_fewer(k: int) -> None:
    with pytest.raises(ValueError, match="nearest of 300"):
        Nearest.fit(clouds(np.random.default_rng(6))[0], k)


def test_scores_do_not_depend_on_what_else_is_asked() -> None:
    x, labels = clouds(np.random.default_rng(7))
    for score in (Nearest.fit(x[:200]), Nearest.fit(x[:200], 5), Mahalanobis.fit(x, labels), energy):
        whole = score(x)
        alone = np.concatenate([score(one[None]) for one in x])
        np.testing.assert_allclose(alone, whole, rtol=1e-5, atol=1e-6)


def test_a_random_projection_keeps_angles_on_average() -> None:
    rng = np.random.default_rng(8)
    x = unit(rng.normal(size=(40, 1_000)).astype(np.float32) + 0.5)
    there = unit(x @ projection(1_000, 256, rng))
    error = (there @ there.T - x @ x.T)[np.triu_indices(40, 1)]
    assert abs(error.mean()) < 0.05
    assert error.std() < 2 / np.sqrt(256)


def test_logits_are_found_before_a_softmax_and_layers_by_their_weights() -> None:
    rng = np.random.default_rng(9)
    layers = (Conv2d(4, 5), ReLU(), Flatten(), Dense(10))
    plain = Net.create(layers, (1, 28, 28), rng)
    soft = Net.create((*layers, Softmax()), (1, 28, 28), rng)
    assert logits_layer(plain) == logits_layer(soft) == 3
    assert weighted_layers(plain, 10_000) == (0, 3)
    assert weighted_layers(plain, 2_000) == (3,)
