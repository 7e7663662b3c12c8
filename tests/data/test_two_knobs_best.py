"""The lowest places: one for classes that overlap, none where w runs away, several at times."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz.data.two_knobs import KINDS, Examples, Kind, TwoKnobs, drawn
from neuroviz.data.two_knobs_best import minima, separable

HILL = Examples(
    np.array([-1.5, -0.5, -0.25, 0.0, 0.25, 0.5, 1.2, 1.35]),
    np.array([-0.8, 0.8, 0.9, 0.85, 0.9, 0.8, -0.8, -0.9]),
)
"""High in the middle, low on both sides: a neuron can have one edge of it."""


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("seed", range(5))
def test_a_minimum_has_no_slope_and_bends_up_everywhere(kind: Kind, seed: int) -> None:
    model = TwoKnobs(kind, drawn(kind, 25, 0.4, seed))
    for w, b in minima(model):
        _, slope, bends = model.shape(w, b)
        assert np.abs(slope).max() < 1e-6
        assert np.linalg.eigvalsh(bends)[0] > 0


@pytest.mark.parametrize("seed", range(5))
def test_no_place_of_a_fine_grid_is_lower(seed: int) -> None:
    model = TwoKnobs("logistic", drawn("logistic", 30, 0.7, seed))
    ground, ((w, b),), around = model.surface(), minima(model), np.linspace(-8, 8, 301)
    assert ground.value(w + around[None], b + around[:, None]).min() >= ground.value(w, b) - 1e-12


def test_a_neuron_can_have_two_valleys_the_lower_one_first() -> None:
    model = TwoKnobs("neuron", HILL)
    found = minima(model)
    assert len(found) == 2
    low, high = (float(model.surface().value(*one)) for one in found)
    assert low < high - 0.3
    assert found[0][0] < 0 < found[1][0], "one falls with x, the other rises"
    w0, w1, b0, b1 = model.domain
    assert all(w0 <= w <= w1 and b0 <= b <= b1 for w, b in found)
    assert len(minima(model, (-6.0, 0.0, -4.0, 4.0))) == 1


@pytest.mark.parametrize(
    ("x", "y", "parted"),
    [([0.0, 1.0, 2.0, 3.0], [0, 0, 1, 1], True), ([0.0, 1.0, 2.0, 3.0], [1, 1, 0, 0], True),
     ([0.0, 1.0, 2.0, 3.0], [0, 1, 0, 1], False), ([0.0, 1.0], [1, 1], True), ([1.0, 1.0], [0, 1], False)],
)  # fmt: skip
def test_parted_classes_have_no_best_border(x: list[float], y: list[int], parted: bool) -> None:
    model = TwoKnobs("logistic", Examples(np.array(x), np.array(y, np.float64)))
    assert separable(model) is parted
    assert parted <= (minima(model) == ())


@pytest.mark.parametrize("kind", KINDS)
def test_odd_examples_are_survived(kind: Kind) -> None:
    rng = np.random.default_rng(0)
    for n in (1, 2, 3):
        for scale in (0.0, 1e-6, 1.0, 1e5):
            y = rng.integers(0, 2, n).astype(np.float64)
            for w, b in minima(TwoKnobs(kind, Examples(scale * rng.standard_normal(n), y))):
                assert np.isfinite([w, b]).all()
