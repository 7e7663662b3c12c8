"""Every method on every surface of the library goes where PyTorch's goes, and nobody stumbles."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from neuroviz.data.formula import parse
from neuroviz.data.surfaces import SURFACES, surface
from neuroviz.sims.descent.methods import KINDS, Kind, usual
from neuroviz.sims.descent.walk import Walk, WalkSim
from neuroviz.sims.descent.walkers import walkers
from tests.sims.descent.test_walkers import torch_optimiser

STEPS = 40


@pytest.mark.parametrize("name", SURFACES)
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "newton"])
def test_step_by_step_as_torch(kind: Kind, name: str) -> None:
    torch = pytest.importorskip("torch", reason="the reference is PyTorch")
    ground = surface(name)
    starts = np.array(ground.starts)
    method = usual(kind, min(ground.rate, 0.01))
    ours = walkers(method, ground, starts)
    places = [torch.tensor(start, dtype=torch.float64, requires_grad=True) for start in starts]
    theirs = [torch_optimiser(torch, method, at) for at in places]
    for _ in range(STEPS):
        ours.step()
        for at, one in zip(places, theirs, strict=True):

            def closure(at: Any = at) -> Any:
                x, y = at.detach().numpy()
                at.grad = torch.tensor([float(g) for g in ground.gradient(x, y)], dtype=torch.float64)
                return torch.tensor(float(ground.value(x, y)), dtype=torch.float64)

            closure()
            one.step(closure)
        there = np.array([at.detach().numpy() for at in places])
        # The order of a sum differs, and who is thrown far out makes much of the last digit.
        if kind == "lbfgs" and np.abs(there).max() > 10 * np.abs(ground.domain).max():
            break
        np.testing.assert_allclose(ours.xy, there, rtol=1e-7, atol=1e-9)


@pytest.mark.parametrize("name", SURFACES)
def test_newtons_step_solves_for_the_gradient(name: str) -> None:
    ground = surface(name)
    starts = np.array(ground.starts)
    ours = walkers(usual("newton"), ground, starts)
    ours.step()
    xx, xy, yy = ground.hessian(*starts.T)
    back = np.stack([xx * ours.made.step[:, 0] + xy * ours.made.step[:, 1],
                     xy * ours.made.step[:, 0] + yy * ours.made.step[:, 1]], axis=1)  # fmt: skip
    np.testing.assert_allclose(back, -ours.made.gradient, rtol=1e-6, atol=1e-9)


@pytest.mark.parametrize("name", SURFACES)
def test_all_race_from_every_start_without_a_warning(name: str) -> None:
    ground = surface(name)
    for start in ground.starts:
        sim = WalkSim(Walk(tuple(usual(kind, ground.rate) for kind in KINDS), start), ground)
        for _ in range(100):
            sim.advance()
        frame = sim.snapshot()
        best = min(one.values[-1] for one in frame.walkers if np.isfinite(one.values[-1]))
        assert best < float(ground.value(*start))


def test_a_typed_formula_is_walked_on_like_any_other() -> None:
    ground = parse("(x-1)^2 + 10*(y+2)^2").surface((-5, 5, -5, 5))
    ours = walkers(usual("newton"), ground, np.array([[4.0, 4.0]]))
    ours.step()
    np.testing.assert_allclose(ours.xy, [[1, -2]], atol=1e-9)
