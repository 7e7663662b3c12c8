"""The plane that is shown is made of nets, the way of the run lies where it does, and changes cost little."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from neuroviz.data.task import Task
from neuroviz.runtime import Change
from neuroviz.scenes.recipe import Recipe
from neuroviz.scenes.run_path import RunPath
from neuroviz.sims.descent import net_plane
from neuroviz.sims.descent.asked import asking
from neuroviz.sims.descent.net_directions import KINDS
from neuroviz.sims.descent.net_plane import PlaneFrame, PlaneKnobs, PlaneSim
from neuroviz.sims.training.report import loss_of
from tests.nn.stacks import done
from tests.sims.descent.paths import conv, dense, lived, values

MADE = {"dense": dense, "values": values, "conv": conv}
Maker = Callable[[], tuple[Task, Recipe]]


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(net_plane, "SIDES", (5, 7))
    monkeypatch.setattr(net_plane, "_FIRST_SIDES", (3, 5))


def run_out(sim: PlaneSim) -> PlaneFrame:
    for _ in range(10_000):
        if not sim.advance():
            return sim.snapshot()
    raise AssertionError("it does not end")


def others(path: RunPath) -> tuple[Any, ...]:
    made = path.recipe
    return tuple(replace(made, seed=seed).net().theta for seed in (11, 12))


def simulated(make: Maker, **knobs: Any) -> tuple[PlaneSim, RunPath, Task]:
    task, made = make()
    path = lived(task, made)
    return PlaneSim(task, path, PlaneKnobs(**knobs), others(path)), path, task


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", MADE)
def test_every_point_and_every_moment_is_a_net(name: str, kind: str) -> None:
    sim, path, task = simulated(MADE[name], kind=kind)
    frame = run_out(sim)
    assert (frame.kind, frame.fault, frame.side, frame.share) == (kind, None, 0, 1.0)
    asked, loss, net = done(asking(task, path.recipe.plan(), "train", 2000)), loss_of(task), path.recipe.net()
    assert frame.plane is not None
    assert frame.n == len(asked.x) == len(task.train)
    assert frame.loss.shape == (7, 7) == (len(frame.b), len(frame.a))
    for i, j in ((0, 0), (3, 3), (6, 2), (1, 5)):
        there = net.with_theta(frame.plane.at(frame.a[j], frame.b[i]))
        assert frame.loss[i, j] == pytest.approx(loss(there(asked.x), asked.y), rel=1e-4)
    track = frame.track
    assert track is not None
    assert track.steps.tolist() == list(path.steps)
    assert (track.here, track.n) == (path.here, frame.n)
    n = net.n_params
    for k, theta in enumerate(path.thetas):
        assert track.true[k] == pytest.approx(loss(net.with_theta(theta)(asked.x), asked.y), rel=1e-4)
        shadow = frame.plane.at(track.a[k], track.b[k])
        assert track.slice[k] == pytest.approx(loss(net.with_theta(shadow)(asked.x), asked.y), rel=1e-3)
        assert track.off[k] == pytest.approx(np.linalg.norm(theta[:n] - shadow[:n]), rel=1e-3, abs=1e-5)
    here = track.here
    assert track.off[here] == pytest.approx(0, abs=1e-5)
    assert track.slice[here] == pytest.approx(track.true[here], rel=1e-4)
    assert (frame.shares is not None) == (kind == "pca")
    assert np.isfinite(frame.sharpness) == (kind in ("gradient", "curvature"))


def test_downhill_is_to_the_right_of_the_present_net() -> None:
    frame = run_out(simulated(dense, kind="gradient")[0])
    middle = frame.loss[3]
    assert frame.a[3] == pytest.approx(0)
    assert middle[4] < middle[3] or middle[2] > middle[3]


def test_pictures_come_coarse_to_fine_and_never_finer_to_coarse() -> None:
    sim, _, _ = simulated(dense)
    seen, more = [(0, 0)], True
    while more:
        more = sim.advance()
        frame = sim.snapshot()
        if (len(frame.a), frame.n) != seen[-1]:
            seen.append((len(frame.a), frame.n))
    assert seen == [(0, 0), (3, 72), (5, 72), (7, 72)]  # with so few examples, some are all


def test_the_way_lies_within_its_own_picture() -> None:
    for kind in ("pca", "three"):
        frame = run_out(simulated(dense, kind=kind)[0])
        track = frame.track
        assert track is not None
        if kind == "pca":
            assert frame.a.min() <= track.a.min() <= track.a.max() <= frame.a.max()
            assert frame.b.min() <= track.b.min() <= track.b.max() <= frame.b.max()
        assert frame.a.min() < 0 < frame.a.max()


def test_the_run_moves_on_and_the_plane_with_it_or_not() -> None:
    task, made = dense()
    longer = lived(task, made, 40)
    n = 6
    parts = (longer.steps, longer.thetas, longer.losses, longer.knobs, longer.rates)
    shorter = RunPath(made, *(one[:n] for one in parts), n - 1)  # type: ignore[arg-type]
    for follow in (True, False):
        sim = PlaneSim(task, shorter, PlaneKnobs(follow=follow))
        before = run_out(sim)
        sim.apply(Change("path", longer))
        at_once = sim.snapshot()
        assert at_once.number == before.number  # what is shown belongs together
        assert len(at_once.track.steps) == n  # type: ignore[union-attr]
        after = run_out(sim)
        assert after.track is not None
        assert len(after.track.steps) == len(longer.steps)
        assert np.isfinite(after.track.true).all()
        assert (after.number == before.number + 1) == follow
        assert np.array_equal(after.loss, before.loss) == (not follow)
        again = run_out(PlaneSim(task, longer, PlaneKnobs()))
        if follow:
            np.testing.assert_allclose(after.loss, again.loss, rtol=1e-5)


def test_turning_a_knob_makes_what_a_new_simulation_would_make() -> None:
    sim, path, task = simulated(dense)
    run_out(sim)
    knobs = PlaneKnobs()
    for name, value in (("span", 0.3), ("kind", "random"), ("seed", 9), ("samples", 50), ("part", "valid"),
                        ("kind", "three"), ("kind", "pca")):
        sim.apply(Change(name, value))
        knobs = replace(knobs, **{name: value})
        found, fresh = run_out(sim), run_out(PlaneSim(task, path, knobs, others(path)))
        assert found.knobs == knobs
        np.testing.assert_allclose(found.loss, fresh.loss, rtol=1e-6)
        assert found.track is not None
        assert fresh.track is not None
        np.testing.assert_allclose(found.track.true, fresh.track.true, rtol=1e-6)
        np.testing.assert_allclose(found.track.slice, fresh.track.slice, rtol=1e-4)


def test_nothing_is_done_twice() -> None:
    sim, path, _ = simulated(dense, follow=False)
    run_out(sim)
    sim.apply(Change("path", path))
    units = 1
    while sim.advance():
        units += 1
    assert units < 5
    sim.apply(Change("recentre", None))
    number = sim.snapshot().number
    assert run_out(sim).number == number + 1


@pytest.mark.parametrize(("kind", "fault"), [("pca", "short"), ("three", "others")])
def test_what_cannot_be_is_told_and_shown_at_random(kind: str, fault: str) -> None:
    task, made = dense()
    sim = PlaneSim(task, lived(task, made, 0), PlaneKnobs(kind=kind))
    frame = run_out(sim)
    assert (frame.kind, frame.fault) == ("random", fault)
    assert np.isfinite(frame.loss).all()


def test_a_run_that_is_lost_is_shown_from_where_it_was() -> None:
    task, made = dense()
    path = lived(task, made)
    lost = replace(path, thetas=(*path.thetas[:-1], np.full_like(path.theta, np.nan)))
    for kind in KINDS:
        frame = run_out(PlaneSim(task, lost, PlaneKnobs(kind=kind)))
        assert (frame.kind, frame.fault) == ("random", "lost")
        assert frame.track is not None
        assert np.isnan(frame.track.off[-1])
        assert np.isposinf(frame.track.true[-1])
        assert np.isfinite(frame.loss).all()


def test_what_makes_no_sense_is_refused_and_changes_nothing() -> None:
    sim, path, task = simulated(dense)
    other = lived(*values())
    before = run_out(sim)
    for change in (Change("kind", "best"), Change("span", -1.0), Change("colour", 1), Change("path", other),
                   Change("path", 3), Change("others", (np.zeros(3),)), Change("samples", 1)):
        with pytest.raises(ValueError, match=r"."):
            sim.apply(change)
    assert run_out(sim).number == before.number
    with pytest.raises(ValueError, match="parameters"):
        PlaneSim(task, path, others=(np.zeros(3),))
    with pytest.raises(ValueError, match="fit"):
        run_out(PlaneSim(conv()[0], path))


def test_a_part_of_the_plane_is_looked_at_until_another_plane_comes() -> None:
    sim, _, _ = simulated(dense, kind="random")
    usual = run_out(sim)
    sim.apply(Change("view", ((0.25, 0.5), (0.1, -0.2))))
    part = run_out(sim)
    assert part.number == usual.number
    np.testing.assert_allclose((part.a[0], part.a[-1], part.b[0], part.b[-1]), (-0.15, 0.35, -0.7, 0.3))
    sim.apply(Change("view", None))
    assert np.array_equal(run_out(sim).loss, usual.loss)
    sim.apply(Change("view", ((0.25, 0.5), (0.1, -0.2))))
    sim.apply(Change("seed", 5))
    assert np.array_equal(run_out(sim).a, usual.a)


@pytest.mark.parametrize(
    "view", [((0, 1), (0, 0)), ((1, np.nan), (0, 0)), ((1, -1), (0, 0)), ((1, 1), (np.inf, 0))]
)
def test_nothing_can_be_looked_at_in_no_part(view: Any) -> None:
    sim, _, _ = simulated(dense)
    with pytest.raises(ValueError, match="looked at"):
        sim.apply(Change("view", view))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("size", [1e12, 1e30, 3e38])
def test_a_net_about_to_leave_all_bounds_is_lost(kind: str, size: float) -> None:
    task, made = dense()
    path = lived(task, made)
    huge = np.full_like(path.theta, size)
    huge.flags.writeable = False
    path = replace(path, thetas=(*path.thetas[:-1], huge))
    frame = run_out(PlaneSim(task, path, PlaneKnobs(kind=kind), others(path)))
    assert (frame.kind, frame.fault) == ("random", "lost")
    assert np.isfinite(frame.loss[3, 3])
