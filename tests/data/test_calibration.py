"""Bins share all answers out; whoever is right as often as sure has no calibration error."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuroviz.data.calibration import reliability
from neuroviz.data.judged import Judged

answers = st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=80)
bins = st.integers(1, 20)


@given(answers, bins, st.booleans())
def test_bins_share_all_answers_out(found: list[tuple[float, bool]], n: int, equal: bool) -> None:
    sure, right = np.array([s for s, _ in found]), np.array([r for _, r in found], bool)
    r = reliability(sure, right, n, equal_mass=equal)
    assert r.counts.sum() == len(found)
    assert (r.counts > 0).all()
    np.testing.assert_array_equal(np.bincount(r.place, minlength=len(r.counts)), r.counts)
    for b in range(len(r.counts)):
        mine = r.place == b
        assert r.certainty[b] == pytest.approx(sure[mine].mean())
        assert r.accuracy[b] == pytest.approx(right[mine].mean())
        assert (sure[mine] >= r.low[b] - 1e-12).all()
        assert (sure[mine] <= r.high[b] + 1e-12).all()
    assert (np.diff(r.certainty) >= 0).all()
    assert 0 <= r.ece <= 1
    if equal and len(found) >= n:
        assert len(r.counts) == n
        assert r.counts.max() - r.counts.min() <= 1


@pytest.mark.parametrize("equal", [False, True])
def test_who_is_right_as_often_as_sure_has_almost_no_error(equal: bool) -> None:
    rng = np.random.default_rng(0)
    sure = rng.uniform(0.1, 1, 200_000)
    honest = reliability(sure, rng.random(len(sure)) < sure, equal_mass=equal)
    boastful = reliability(sure, rng.random(len(sure)) < sure - 0.1, equal_mass=equal)
    assert honest.ece < 0.005
    assert boastful.ece == pytest.approx(0.1, abs=0.005)


def test_the_error_by_hand() -> None:
    r = reliability([0.95, 0.95, 0.55, 0.65], [True, False, True, True], 10)
    assert r.ece == pytest.approx(2 / 4 * 0.45 + 1 / 4 * 0.45 + 1 / 4 * 0.35)
    assert reliability([], [], 10).ece == 0
    for wrong in ({"right": [True]}, {"n_bins": 0}):
        with pytest.raises(ValueError, match="bins"):
            reliability(**{"certainty": [0.5, 0.5], "right": [True, True], "n_bins": 5, **wrong})


# -- judged pictures -----------------------------------------------------------------------------------


def judged(n: int = 300, seed: int = 0) -> Judged:
    rng = np.random.default_rng(seed)
    return Judged(rng.integers(0, 10, n).astype(np.uint8), rng.dirichlet(np.ones(10), n).astype(np.float32))


def test_mistakes_come_most_certain_first_and_right_ones_least_certain_first() -> None:
    j = judged()
    assert set(j.wrong) | set(j.hesitant) == set(range(len(j)))
    assert not set(j.wrong) & set(j.hesitant)
    assert (np.diff(j.certainty[j.wrong]) <= 0).all()
    assert (np.diff(j.certainty[j.hesitant]) >= 0).all()
    assert (j.answers[j.wrong] != j.labels[j.wrong]).all()


def test_cells_hold_what_the_matrix_counts() -> None:
    j = judged()
    for t in range(10):
        assert len(j.cell(t, None)) == j.matrix[t].sum() - j.matrix[t, t]
        assert len(j.cell(None, t)) == j.matrix[:, t].sum() - j.matrix[t, t]
        for a in range(10):
            rows = j.cell(t, a)
            assert len(rows) == j.matrix[t, a]
            assert (j.labels[rows] == t).all()
            assert (j.answers[rows] == a).all()
    assert sorted(j.cell(None, None)) == sorted(j.wrong)


def test_nothing_judged_is_a_state_like_any_other() -> None:
    none = Judged(np.zeros(0, np.uint8), np.zeros((0, 10), np.float32))
    assert len(none.wrong) == len(none.hesitant) == none.matrix.sum() == 0
    assert len(none.cell(4, 9)) == 0
    assert len(none.tempered(2.0)) == 0
    with pytest.raises(ValueError, match="labels"):
        Judged(np.zeros(1, np.uint8), np.zeros((0, 10), np.float32))
