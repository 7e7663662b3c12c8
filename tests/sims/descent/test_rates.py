"""The map of rates and momenta says what becomes of each pair; its border is where theory has it."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz.runtime import Change
from neuroviz.sims.descent.methods import Method
from neuroviz.sims.descent.rates import (
    GONE,
    SIDES,
    SLOW,
    SMOOTH,
    SWINGING,
    Rates,
    RatesFrame,
    RatesSim,
    border,
)
from neuroviz.sims.descent.walkers import walkers
from tests.sims.descent.grounds import Bowl

RATES = Rates((1.0, 1.0))


@pytest.fixture(scope="module")
def whole() -> RatesFrame:
    sim = RatesSim(RATES, Bowl(1, 10))
    assert sim.snapshot().fate.shape == (0, 0)
    sides = []
    while sim.advance():
        sides.append(len(sim.snapshot().fate))
    assert [side for side in SIDES if side in sides] == list(SIDES[:-1])
    return sim.snapshot()


def test_it_becomes_finer_until_it_is_done(whole: RatesFrame) -> None:
    assert whole.fate.shape == whole.left.shape == whole.taken.shape == (SIDES[-1], SIDES[-1])
    assert whole.done
    assert set(np.unique(whole.fate)) == {SLOW, SMOOTH, SWINGING, GONE}


def test_the_border_of_divergence_is_polyaks(whole: RatesFrame) -> None:
    rates, momenta = RATES.axes(SIDES[-1])
    beyond = rates[None, :] > border(10.0, momenta)[:, None]
    calm = momenta[:, None] < 0.9  # near 1 what diverges, or dies out, does so too slowly to be seen
    agree = (whole.fate == GONE) == beyond
    assert agree[np.broadcast_to(calm, agree.shape)].mean() > 0.97


def test_a_cell_is_what_a_walker_does(whole: RatesFrame) -> None:
    rates, momenta = RATES.axes(SIDES[-1])
    ground = Bowl(1, 10)
    rng = np.random.default_rng(3)
    for i, j in rng.integers(0, SIDES[-1], (12, 2)):
        one = walkers(Method("momentum", float(rates[j]), float(momenta[i])), ground, np.array([[1.0, 1.0]]))
        for _ in range(RATES.steps):
            one.step()
        with np.errstate(over="ignore"):
            left = float(ground.value(*one.xy.T)[0] / ground.value(np.ones(1), np.ones(1))[0])
        if whole.fate[i, j] == GONE:
            assert not left < 1
        else:
            np.testing.assert_allclose(whole.left[i, j], left, rtol=1e-6, atol=1e-12)


def test_without_curvature_no_rate_is_too_high() -> None:
    assert np.isinf(border(0.0, np.array([0.5]))).all()
    assert border(2.0, np.array([0.0]))[0] == 1.0


def test_nothing_can_be_turned() -> None:
    with pytest.raises(ValueError, match="change"):
        RatesSim(RATES, Bowl()).apply(Change("x", 1))
