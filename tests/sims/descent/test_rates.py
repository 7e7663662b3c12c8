"""The map of rates and momenta says what becomes of each pair; its border is where theory has it."""

from __future__ import annotations

import numpy as np
import pytest

from neuroviz.data.surfaces import Knobs, surface
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
    optimum,
)
from neuroviz.sims.descent.walkers import walkers
from tests.sims.descent.grounds import Bowl

RATES = Rates((1.0, 1.0))
PAIR = (0.1, 0.0)


def mapped(plan: Rates, ground: object) -> RatesFrame:
    sim = RatesSim(plan, ground, PAIR)  # type: ignore[arg-type]
    while sim.advance():
        pass
    return sim.snapshot()


def walked(sim: RatesSim, pair: tuple[float, float]) -> RatesFrame:
    """The sim once it has walked this pair."""
    sim.apply(Change("pair", pair))
    while sim.snapshot().pair != pair or not len(sim.snapshot().path):
        sim.advance()
    return sim.snapshot()


@pytest.fixture(scope="module")
def whole() -> RatesFrame:
    sim = RatesSim(RATES, Bowl(1, 10), PAIR)
    assert sim.snapshot().fate.shape == (0, 0)
    assert sim.snapshot().best is None
    sides = []
    while sim.advance():
        sides.append(len(sim.snapshot().fate))
    assert [side for side in SIDES if side in sides] == list(SIDES[:-1])
    assert not sim.advance()
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


@pytest.mark.parametrize("noise", [0.0, 0.3])
def test_the_pair_is_judged_as_its_cell_is(noise: float) -> None:
    plan = Rates((1.0, 1.0), noise=noise, steps=100)
    sim = RatesSim(plan, Bowl(1, 10), PAIR)
    while sim.advance():
        pass
    frame = sim.snapshot()
    rates, momenta = plan.axes(SIDES[-1])
    for i, j in np.random.default_rng(4).integers(0, SIDES[-1], (20, 2)):
        one = walked(sim, (float(rates[j]), float(momenta[i])))
        assert one.pair_fate == frame.fate[i, j]
        assert one.pair_taken == frame.taken[i, j]
        np.testing.assert_allclose(one.pair_left, frame.left[i, j], rtol=1e-6, atol=1e-12)
        assert one.path.shape == (101, 2)
        assert one.losses[0] == 1.0


@pytest.mark.parametrize("condition", [1.0, 10.0, 100.0])
def test_the_best_pair_is_near_polyaks(condition: float) -> None:
    ground = surface("bowl", Knobs(condition=condition))
    frame = mapped(Rates(ground.starts[0], (1e-3, 8.0)), ground)
    assert frame.best is not None
    rate, momentum = optimum(1.0, 1 / condition)
    one = walked(RatesSim(frame.plan, ground, PAIR), (rate, momentum))
    assert one.pair_taken <= 2 * frame.best[2] + 2
    assert abs(frame.best[1] - momentum) < 0.2


def test_polyaks_momentum_is_how_fast_the_loss_falls() -> None:
    ground = surface("bowl", Knobs(condition=50.0))
    pair = optimum(1.0, 0.02)
    losses = walked(RatesSim(Rates(ground.starts[0], steps=200), ground, PAIR), pair).losses
    measured = (losses[150] / losses[50]) ** (1 / 100)
    assert measured == pytest.approx(pair[1], abs=0.02)


def test_the_best_momentum_rises_with_the_condition() -> None:
    momenta = [optimum(1.0, 1 / condition)[1] for condition in (1, 3, 10, 100, 1000)]
    assert momenta[0] == 0
    assert momenta == sorted(momenta)
    for bad in ((1.0, 0.0), (1.0, 2.0), (float("nan"), 1.0)):
        with pytest.raises(ValueError, match="bowl"):
            optimum(*bad)


def test_noise_throws_about_those_with_high_rates_and_is_the_same_each_time() -> None:
    ground = surface("bowl")
    plan = Rates(ground.starts[0], (1e-3, 8.0), noise=0.5)
    one, other = mapped(plan, ground), mapped(plan, ground)
    np.testing.assert_array_equal(one.left, other.left)
    assert {SLOW, SMOOTH, SWINGING, GONE} == set(np.unique(one.fate))
    rates, _ = plan.axes(SIDES[-1])
    plain = one.fate[0]
    assert np.median(rates[plain == SLOW]) < np.median(rates[plain == SMOOTH])
    assert np.median(rates[plain == SMOOTH]) < np.median(rates[plain == SWINGING])


def test_axes_and_shares_belong_to_each_other() -> None:
    rates, momenta = RATES.axes(8)
    for i in range(8):
        share = RATES.share_of((float(rates[i]), float(momenta[i])))
        assert share == pytest.approx(((i + 0.5) / 8, (i + 0.5) / 8))


def test_without_curvature_no_rate_is_too_high() -> None:
    assert np.isinf(border(0.0, np.array([0.5]))).all()
    assert border(2.0, np.array([0.0]))[0] == 1.0


@pytest.mark.parametrize("change", [
    Change("x", 1), Change("pair", (0.0, 0.5)), Change("pair", (1.0, 1.0)), Change("pair", (1.0, -0.1)),
    Change("pair", (float("nan"), 0.0)),
])
def test_what_makes_no_sense_is_refused(change: Change) -> None:
    with pytest.raises(ValueError, match=r"change|rate"):
        RatesSim(RATES, Bowl(), PAIR).apply(change)


def test_a_pair_that_is_looked_at_goes_before_the_map_and_after_it() -> None:
    sim = RatesSim(RATES, Bowl(1, 10), PAIR)
    assert walked(sim, (0.2, 0.5)).fate.shape == (0, 0)
    while sim.advance():
        pass
    sim.apply(Change("pair", (0.01, 0.9)))
    assert sim.advance()
    while sim.advance():
        pass
    assert sim.snapshot().pair == (0.01, 0.9)
    assert sim.snapshot().done


def test_a_pair_that_is_lost_leaves_the_rest_of_its_path_open() -> None:
    frame = walked(RatesSim(RATES, Bowl(1, 10), PAIR), (1.0, 0.0))
    assert frame.pair_fate == GONE
    assert np.isnan(frame.path[-1]).all()
    assert frame.path.shape == (201, 2)
