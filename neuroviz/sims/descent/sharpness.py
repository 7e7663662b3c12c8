"""SharpnessSim: how sharply the loss is bent at each moment of a run, against the edge of stability."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass, fields, replace

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.task import Task
from neuroviz.nn.arrays import Array
from neuroviz.nn.curvature import HessianProduct, Lanczos, edge_of_stability
from neuroviz.runtime import Change, Frame, knob
from neuroviz.runtime.knob import check
from neuroviz.scenes.recipe import Knobs
from neuroviz.scenes.run_path import RunPath
from neuroviz.sims.descent.asked import PARTS, Asked, asking

Floats = NDArray[np.float64]

_WANTED = 2
"""Directions that are followed. The sharpest turns slowly, and from the last one a few products will do; but
where the second overtakes it, it stays an eigenvector, and would still be taken for the top one."""

_CHANCE = 0.5  # what a direction by chance counts in the start, beside those of the moment before


@dataclass(frozen=True)
class SharpnessKnobs:
    """samples: examples from which the Hessian is told. tolerance: see nn.curvature.Lanczos. path: not only
    the present moment, but all."""

    samples: int = knob(500, 50, 5000, log=True)
    part: str = knob("train", choices=PARTS)
    tolerance: float = knob(0.02, 0.001, 0.2, log=True)
    path: bool = knob(True)


@dataclass(frozen=True, eq=False)
class SharpnessFrame(Frame):
    """Of the path (T,): steps; sharpness, the top eigenvalue of the Hessian of the mean loss, NaN where it is
    not known (yet), and how precisely it is known, as ‖H q - λ q‖; edge: above it steps along the sharpest
    direction swing wider and wider. It is that of descent by all examples, less the weight decay; the noise
    of batches keeps nets somewhat below. NaN for methods that scale each parameter by itself: theirs is not
    told by this Hessian alone. here: the present moment.

    Under way: at which step; the estimate, its residual, after how many products; step -1 if nothing is.
    exact: by Pearlmutter's operator; else by differences of gradients. n: examples.
    """

    knobs: SharpnessKnobs
    steps: NDArray[np.int64]
    sharpness: Floats
    residual: Floats
    edge: Floats
    here: int
    now_step: int
    now_value: float
    now_residual: float
    products: int
    exact: bool
    n: int


class SharpnessSim:
    """Changes: the names of SharpnessKnobs; "path": RunPath, the run has moved on. `advance` is a unit of
    work, at most one product; False when all that is wanted is known. ValueError: a path whose nets do not
    fit the task.
    """

    def __init__(self, task: Task, path: RunPath, knobs: SharpnessKnobs | None = None) -> None:
        self._task, self._path, self._knobs = task, path, knobs or SharpnessKnobs()
        check(self._knobs)
        self._step = 0
        self._asked: Asked | None = None
        self._last: Array | None = None
        self._known: dict[int, tuple[Array, float, float]] = {}  # theta kept, so that its id stays its own
        self._now: tuple[int, Lanczos] | None = None
        self._exact = True
        self._work = self._all()

    def advance(self) -> bool:
        """See the class."""
        self._step += 1
        try:
            next(self._work)
        except StopIteration:
            return False
        return True

    def apply(self, change: Change) -> None:
        """See the class. ValueError for what makes no sense."""
        name, value = change.name, change.value
        if name == "path" and isinstance(value, RunPath):
            mine, its = self._path.recipe.plan(), value.recipe.plan()
            if (mine.layers, mine.input_shape) != (its.layers, its.input_shape):
                raise ValueError("the path of another net needs a simulation of its own")
            self._path = value
        elif name in {one.name for one in fields(SharpnessKnobs)}:
            knobs = replace(self._knobs, **{name: value})
            check(knobs)
            self._knobs = knobs
            if name in ("samples", "part"):
                self._asked = None
            if name in ("samples", "part", "tolerance"):
                self._known = {}
        else:
            raise ValueError(f"unknown change {name!r}")
        self._now = None
        self._work = self._all()

    def snapshot(self) -> SharpnessFrame:
        """What is known, and what is under way."""
        path = self._path
        nothing = (None, np.nan, np.nan)
        known = [self._known.get(id(theta), nothing) for theta in path.thetas]
        edges = [edge_of(knobs, rate) for knobs, rate in zip(path.knobs, path.rates.tolist(), strict=True)]
        step, value, residual, products = -1, np.nan, np.inf, 0
        if self._now is not None:
            step, lanczos = self._now
            value, residual = float(lanczos.values[0]), float(lanczos.residuals[0])
            products = lanczos.products
        return SharpnessFrame(
            self._step, self._knobs, np.array(path.steps, np.int64), np.array([one[1] for one in known]),
            np.array([one[2] for one in known]), np.array(edges), path.here, step, value, residual, products,
            self._exact, 0 if self._asked is None else len(self._asked.x),
        )  # fmt: skip

    # -- inside ------------------------------------------------------------------------------------

    def _all(self) -> Generator[None, None, None]:
        """The present first, then the rest from coarse to fine."""
        path, plan = self._path, self._path.recipe.plan()
        if self._asked is None:
            self._asked = yield from asking(self._task, plan, self._knobs.part, self._knobs.samples)
        wanted = set(map(id, path.thetas))
        self._known = {key: one for key, one in self._known.items() if key in wanted}
        for i in _coarse_to_fine(len(path.steps), path.here) if self._knobs.path else (path.here,):
            theta = path.thetas[i]
            if id(theta) not in self._known:
                yield from self._measure(path.steps[i], theta)
        self._now = None

    def _measure(self, step: int, theta: Array) -> Generator[None, None, None]:
        asked, plan = self._asked, self._path.recipe.plan()
        assert asked is not None
        if not np.isfinite(theta).all():
            self._known[id(theta)] = theta, np.nan, np.nan
            return
        product = HessianProduct(plan, asked.loss, theta, asked.x, asked.y)
        self._exact = product.exact
        start = np.random.default_rng((7, step)).standard_normal(plan.n_trainable, np.float32)
        start *= _CHANCE / np.linalg.norm(start)
        if self._last is not None:
            start += self._last
        lanczos = Lanczos(start, wanted=_WANTED, tolerance=self._knobs.tolerance)
        self._now = step, lanczos
        while not lanczos.done:
            lanczos.take((yield from product.of(lanczos.next)))
            yield
        value, residual = float(lanczos.values[0]), float(lanczos.residuals[0])
        if np.isfinite(value):
            self._last = lanczos.vectors.sum(axis=0)
        self._known[id(theta)] = theta, value, residual


def edge_of(knobs: Knobs, rate: float) -> float:
    """The edge of stability, for the sharpness of the loss alone; NaN for methods of another kind. Weight
    decay bends the loss by as much in all directions, which is taken off. Without clipping or factors.
    """
    if knobs.optimiser not in ("sgd", "nesterov"):
        return np.nan
    nesterov = knobs.optimiser == "nesterov"
    return edge_of_stability(rate, knobs.momentum, nesterov=nesterov) - knobs.decay


def _coarse_to_fine(n: int, first: int) -> Iterator[int]:
    """All of 0..n-1: `first`, then every 16th from the end, every 8th …; some come again."""
    yield first
    for stride in (16, 8, 4, 2, 1):
        yield from range(n - 1, -1, -stride)
