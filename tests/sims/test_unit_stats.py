"""Statistics of units are those that NumPy gives when it has everything at once."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz.sims.unit_stats import Survey, Tally

RNG = np.random.default_rng(3)


def counted(values: np.ndarray, labels: np.ndarray, n_classes: int = 4, piece: int = 37) -> Survey:
    tally = Tally(values.shape[1], n_classes, len(values))
    for start in range(0, len(values), piece):
        tally.add(values[start : start + piece], labels[start : start + piece])
    return tally.survey()


def test_means_of_classes_and_all_else_by_hand() -> None:
    values = RNG.normal(2, 3, (500, 6)).astype(np.float32)
    labels = RNG.integers(0, 4, 500)
    found = counted(values, labels)
    assert found.complete
    np.testing.assert_allclose(found.mean, values.mean(axis=0), rtol=1e-5)
    np.testing.assert_allclose(found.std, values.std(axis=0), rtol=1e-5)
    np.testing.assert_allclose(found.active, (values > 0).mean(axis=0))
    assert found.class_counts.tolist() == np.bincount(labels, minlength=4).tolist()
    for c in range(4):
        np.testing.assert_allclose(found.class_means[:, c], values[labels == c].mean(axis=0), rtol=1e-5)


@pytest.mark.parametrize("kind", ["normal", "ties", "signed zeros", "infinite"])
def test_the_examples_kept_are_those_that_sorting_gives(kind: str) -> None:
    values = RNG.normal(size=(400, 5)).astype(np.float32)
    if kind == "ties":
        values = np.maximum(np.rint(4 * values), 0).astype(np.float32)
    elif kind == "signed zeros":
        values[:] = 0
        values[::3] *= -1
    elif kind == "infinite":
        values[7, 0], values[9, 0] = np.inf, -np.inf
    found = counted(values, np.zeros(400, np.int64))
    for unit in range(5):
        order = np.argsort(-values[:, unit], kind="stable")[:16]
        assert found.top[unit].tolist() == order.tolist()
        np.testing.assert_array_equal(found.top_values[unit], values[order, unit])
        order = np.argsort(values[:, unit], kind="stable")[:16]
        assert found.bottom[unit].tolist() == order.tolist()
        np.testing.assert_array_equal(found.bottom_values[unit], values[order, unit])


def test_what_is_no_number_comes_last_and_is_counted() -> None:
    values = RNG.normal(size=(60, 2)).astype(np.float32)
    values[:50, 0] = np.nan
    found = counted(values, np.zeros(60, np.int64))
    assert found.odd.tolist() == pytest.approx([50 / 60, 0])
    order = 50 + np.argsort(-values[50:, 0], kind="stable")
    assert found.top[0, :10].tolist() == order.tolist()
    assert np.isfinite(found.selectivity()).all()


def test_fewer_examples_than_are_kept() -> None:
    found = counted(np.arange(5, dtype=np.float32)[:, None], np.zeros(5, np.int64))
    assert found.top.tolist() == [[4, 3, 2, 1, 0]]


def test_selectivity_goes_from_nothing_to_all() -> None:
    labels = np.repeat(np.arange(4), 50)
    only = (labels == 2).astype(np.float32)
    same = np.ones(200, np.float32)
    dead = np.zeros(200, np.float32)
    half = np.where(labels == 1, 3, 1).astype(np.float32)
    found = counted(np.stack([only, same, dead, half, half - 1], axis=1), labels)
    np.testing.assert_allclose(found.selectivity(), [1, 0, 0, 0.5, 1], atol=1e-6)
    assert found.best_class()[[0, 3]].tolist() == [2, 1]


def test_a_class_that_has_not_come_has_no_mean() -> None:
    found = counted(np.ones((20, 1), np.float32), np.zeros(20, np.int64))
    assert np.isnan(found.class_means[0, 1:]).all()
    assert found.best_class().tolist() == [0]
