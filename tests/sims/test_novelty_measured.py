"""What docs/not-a-digit.md says about the meter, measured again on a part of the drawings."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuroviz.app import shipped_nets
from neuroviz.data import mnist
from neuroviz.data.scrawls import KINDS
from tools.measure_novelty import (
    SHIPPED,
    SOURCE,
    UNCLEAR,
    auc,
    clear,
    judged,
    passed,
    pictures,
    scores,
)
from tools.measure_weights import marked

PAGE = Path(__file__).resolve().parents[2] / "docs" / "not-a-digit.md"
SOME = 80  # drawings of a kind: enough for a hundredth


@lru_cache
def measured(name: str) -> tuple[dict[str, float], dict[str, dict[str, float]]]:
    """The average area of each score, and the areas of the shipped one, by digits and kind."""
    net = shipped_nets()[name.upper()]
    shown = pictures(SOME, mnist.load_test().images[5_000:7_000])
    every = scores(net, mnist.load_some(SOURCE))
    other = {kind: judged(net, every, images) for kind, images in shown.other.items()}
    areas: dict[str, dict[str, dict[str, float]]] = {}
    for title, images in shown.real.items():
        real = judged(net, every, images)
        for score in every:
            areas.setdefault(score, {})[title] = {k: auc(real[score], f[score]) for k, f in other.items()}
    averages = {score: float(np.mean([clear(one) for one in by.values()])) for score, by in areas.items()}
    return averages, areas[SHIPPED]


def documented(name: str) -> list[dict[str, float]]:
    """The rows of the shipped score on the page: against MNIST, against drawn digits."""
    match = re.search(marked(name), PAGE.read_text(encoding="utf-8"))
    assert match is not None
    rows = [line for line in match.group(0).splitlines() if line.startswith(f"| {SHIPPED} |")]
    cells = [row.strip("| ").split(" | ")[1:] for row in rows]
    return [dict(zip([*KINDS, "average"], map(float, row[:-1]), strict=True)) for row in cells]


@pytest.mark.slow
@pytest.mark.parametrize("name", ["cnn", "mlp"])
def test_the_shipped_score_is_the_best_or_as_good_as_the_best(name: str) -> None:
    averages, _ = measured(name)
    assert averages[SHIPPED] > max(averages.values()) - 0.004
    for score in ("max-softmax", "energy", "Mahalanobis, all layers", "nearest, last hidden layer"):
        assert averages[SHIPPED] > averages[score] + 0.002, score


@pytest.mark.slow
@pytest.mark.parametrize("name", ["cnn", "mlp"])
def test_the_page_says_what_is_measured(name: str) -> None:
    _, areas = measured(name)
    rows = documented(name)
    assert len(rows) == 2
    for row, found in zip(rows, areas.values(), strict=True):
        assert clear(found) == pytest.approx(row["average"], abs=0.012)
        for kind in set(KINDS) - {UNCLEAR}:
            assert found[kind] == pytest.approx(row[kind], abs=0.04), kind


NUMBERS = st.lists(st.integers(0, 6), min_size=1, max_size=12).map(lambda values: np.array(values, float))


@given(NUMBERS, NUMBERS)
def test_the_area_is_the_share_of_pairs_in_the_right_order(real: np.ndarray, other: np.ndarray) -> None:
    pairs = [1.0 if o > r else 0.5 if o == r else 0.0 for r, o in product(real, other)]
    assert auc(real, other) == pytest.approx(np.mean(pairs))


@given(NUMBERS, NUMBERS)
def test_the_area_is_that_under_the_curve(real: np.ndarray, other: np.ndarray) -> None:
    """The trapezoids under (real beyond t, other beyond t) for every threshold t."""
    cuts = [np.inf, *sorted(set(real) | set(other), reverse=True)]
    x = np.array([(real >= t).mean() for t in cuts])
    y = np.array([(other >= t).mean() for t in cuts])
    assert auc(real, other) == pytest.approx(float(np.trapezoid(y, x)))
    assert auc(real, other) == pytest.approx(1 - auc(other, real))


def test_what_passes_is_counted_at_the_threshold_of_real_digits() -> None:
    real = np.arange(100.0)
    assert passed(real, np.array([10.0, 94.0, 95.0, 300.0])) == 0.5
