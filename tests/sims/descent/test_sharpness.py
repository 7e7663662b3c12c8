"""Sharpness is the largest eigenvalue of the whole Hessian, at every moment; nothing is measured twice."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from neuroviz import nn
from neuroviz.data.task import TaskSpec
from neuroviz.data.tasks import build
from neuroviz.nn.curvature import HessianProduct, Lanczos, edge_of_stability, sharpest
from neuroviz.runtime import Change
from neuroviz.scenes.recipe import LARGEST_BATCH, OPTIMISERS, Knobs, LayerPlan, Recipe
from neuroviz.sims.descent.asked import asking
from neuroviz.sims.descent.sharpness import SharpnessFrame, SharpnessKnobs, SharpnessSim, edge_of
from tests.nn.stacks import done
from tests.sims.descent.paths import conv, dense, lived, values

MADE = {"dense": dense, "values": values, "conv": conv}


def run_out(sim: SharpnessSim) -> SharpnessFrame:
    while sim.advance():
        pass
    return sim.snapshot()


@pytest.mark.parametrize("name", MADE)
def test_every_moment_is_measured(name: str) -> None:
    task, made = MADE[name]()
    path = lived(task, made, 8)
    frame = run_out(SharpnessSim(task, path, SharpnessKnobs(tolerance=0.001)))
    asked = done(asking(task, made.plan(), "train", 500))
    assert frame.n == len(asked.x)
    assert frame.exact
    assert frame.now_step == -1
    for theta, sharpness, residual in zip(path.thetas, frame.sharpness, frame.residual, strict=True):
        product = HessianProduct(made.plan(), asked.loss, theta.astype(float), asked.x, asked.y)
        whole = np.array([done(product.of(row)) for row in np.eye(product.n)])
        largest = np.linalg.eigvalsh((whole + whole.T) / 2)[-1]
        assert sharpness == pytest.approx(largest, rel=0.002)
        assert residual <= 0.001 * sharpness
    expected = edge_of_stability(made.knobs.rate, made.knobs.momentum)
    np.testing.assert_allclose(frame.edge, expected)


def test_the_present_comes_first_and_what_is_under_way_is_seen() -> None:
    task, made = dense()
    path = lived(task, made)
    sim, under_way = SharpnessSim(task, path), set()
    while np.isnan((frame := sim.snapshot()).sharpness[path.here]):
        sim.advance()
        assert np.isnan(np.delete(frame.sharpness, path.here)).all()
        under_way.add((frame.now_step, frame.products))
    assert {step for step, _ in under_way} == {-1, path.step}
    assert sim.snapshot().now_step != path.step
    assert max(products for _, products in under_way) > 1


def test_as_the_run_moves_on_only_what_is_new_is_measured() -> None:
    task, made = dense()
    whole = lived(task, made, 40)
    parts = (whole.steps, whole.thetas, whole.losses, whole.knobs, whole.rates)
    sim = SharpnessSim(task, type(whole)(made, *(one[:8] for one in parts), 7))  # type: ignore[arg-type]
    before = run_out(sim)
    sim.apply(Change("path", whole))
    np.testing.assert_array_equal(sim.snapshot().sharpness[:8], before.sharpness)
    seen = set()
    while sim.advance():
        seen.add(sim.snapshot().now_step)
    assert seen <= {-1, *whole.steps[8:]}
    assert np.isfinite(sim.snapshot().sharpness).all()


def test_only_the_present_if_that_is_all_that_is_asked() -> None:
    task, made = dense()
    frame = run_out(SharpnessSim(task, lived(task, made), SharpnessKnobs(path=False)))
    assert np.isfinite(frame.sharpness).sum() == 1


def test_a_net_that_is_lost_has_none() -> None:
    task, made = dense()
    path = lived(task, made)
    lost = replace(path, thetas=(*path.thetas[:-1], np.full_like(path.theta, np.inf)))
    frame = run_out(SharpnessSim(task, lost))
    assert np.isnan(frame.sharpness[-1])
    assert np.isfinite(frame.sharpness[:-1]).all()


@pytest.mark.parametrize("optimiser", OPTIMISERS)
def test_methods_that_scale_each_parameter_have_no_such_edge(optimiser: str) -> None:
    knobs = Knobs(optimiser=optimiser, momentum=0.5, decay=0.01)
    edge = edge_of(knobs, 0.1)
    expected = {"sgd": 30.0, "nesterov": 15.0}.get(optimiser, np.nan)
    np.testing.assert_allclose(edge, expected - 0.01)


def test_what_makes_no_sense_is_refused() -> None:
    task, made = dense()
    sim = SharpnessSim(task, lived(task, made, 4))
    for change in (Change("path", lived(*values(), 4)), Change("samples", 0), Change("colour", 1)):
        with pytest.raises(ValueError, match=r"."):
            sim.apply(change)


def test_a_direction_that_is_overtaken_is_not_taken_for_the_sharpest() -> None:
    layers = (nn.Dense(16), nn.Tanh(), nn.Dense(16), nn.Tanh(), nn.Dense(2))
    knobs = Knobs(rate=0.2, momentum=0.0, batch=LARGEST_BATCH)
    made = Recipe(TaskSpec("spirals", n=500), tuple(map(LayerPlan, layers)), (2,), knobs)
    task = build(made.task)
    path = lived(task, made, steps=160, every=8)
    sim = SharpnessSim(task, path)
    found, plan = run_out(sim).sharpness, made.plan()
    asked = done(asking(task, plan, "train", 500))
    for theta, sharpness in zip(path.thetas, found, strict=True):
        product = HessianProduct(plan, asked.loss, theta, asked.x, asked.y)
        start = np.random.default_rng(1).standard_normal(plan.n_trainable, np.float32)
        exact = done(sharpest(product, Lanczos(start, tolerance=1e-4)))
        assert sharpness == pytest.approx(float(exact.values[0]), rel=0.01)
