"""Histograms that grow, against NumPy's."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz.data.histogram import BINS, Histogram


def counted(*pieces: np.ndarray) -> Histogram:
    found = Histogram()
    for piece in pieces:
        found.add(piece)
    return found


@pytest.mark.parametrize("grow", [1.0, 1.7, 40.0, 1e6])
def test_counts_are_those_of_numpy_over_the_same_range(grow: float) -> None:
    rng = np.random.default_rng(0)
    pieces = [(rng.standard_normal((50, 3)) * grow**i).astype(np.float32) for i in range(6)]
    found = counted(*pieces).counts()
    flat = np.concatenate([piece.reshape(-1) for piece in pieces]).astype(np.float64)
    counts, _ = np.histogram(flat, BINS, (found.low, found.high))
    assert found.n == flat.size
    assert np.abs(found.counts.cumsum() - counts.cumsum()).max() <= 2  # of rounding at the borders
    assert found.low <= flat.min()
    assert flat.max() <= found.high


def test_zeros_and_what_is_no_number_are_counted_apart() -> None:
    found = counted(np.array([0.0, 1.0, np.nan, np.inf, -np.inf, 2.0, 0.0], np.float32)).counts()
    assert (found.zeros, found.odd, int(found.counts.sum()), found.n) == (2, 3, 2, 7)


@pytest.mark.parametrize("values", [[], [0.0], [0.0, 0.0], [np.nan]])
def test_nothing_to_show_is_no_fault(values: list[float]) -> None:
    found = counted(np.array(values, np.float32)).counts()
    assert not found.counts.any()
    assert found.n == len(values)


@pytest.mark.parametrize("value", [3.5, -2.0, 1e30, 1e-30])
def test_one_value_many_times_has_a_range(value: float) -> None:
    found = counted(np.full(9, value, np.float32), np.full(4, value * 1.5, np.float32)).counts()
    assert found.low < found.high
    assert found.counts.sum() == 13


def test_numbers_of_one_sign_have_a_range_of_one_sign() -> None:
    assert counted(np.array([0.01, 5.0])).counts().low >= 0
    assert counted(np.array([-0.01, -5.0])).counts().high <= 0


def test_memory_does_not_grow() -> None:
    found = counted(*(np.random.default_rng(i).standard_cauchy(100) for i in range(50)))
    assert len(found.counts().counts) == BINS
    assert found.counts().n == 5000
