"""LineSim: the loss between two nets, on the straight line and after matching their hidden units."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, fields, replace

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.task import Task
from neuroviz.nn import Net
from neuroviz.nn.arrays import Array
from neuroviz.nn.directions import line
from neuroviz.nn.landscape import NetLoss, PlaneLoss, Scores
from neuroviz.nn.matching import Matched, matching
from neuroviz.runtime import Change, Frame, knob
from neuroviz.runtime.knob import check
from neuroviz.sims.descent.asked import PARTS, Asked, asking

Floats = NDArray[np.float64]

ENDS = (-0.25, 1.25)
"""From where to where; 0 is the first net, 1 the second."""

_POINTS, _FIRST = 61, 13
_FEW = 500  # examples of the first curve


@dataclass(frozen=True)
class LineKnobs:
    """samples: examples, at most. seed: of the order in which layers are matched."""

    samples: int = knob(2000, 50, 10_000, log=True)
    part: str = knob("train", choices=PARTS)
    seed: int = knob(1, 0, 9999)


@dataclass(frozen=True, eq=False)
class LineCurve:
    """At t (K,), 0 the first net and 1 the second: loss and share right (K,), from n examples. barrier: how
    far the loss rises above the straight line between its two ends. distance: of the two nets."""

    t: Floats
    loss: Floats
    right: Floats
    n: int
    barrier: float
    distance: float


@dataclass(frozen=True, eq=False)
class LineFrame(Frame):
    """straight, matched: None until they are known. moved: hidden units, of `units`, that the second net has
    elsewhere after matching; it computes the same. done: nothing is left to do."""

    knobs: LineKnobs
    straight: LineCurve | None
    matched: LineCurve | None
    moved: int
    units: int
    done: bool


class LineSim:
    """Changes: the names of LineKnobs; "nets": two others. `advance` is a unit of work; False when both
    curves are as fine as they get. ValueError: nets of different layers, or that do not fit the task.
    """

    def __init__(self, task: Task, nets: tuple[Net, Net], knobs: LineKnobs | None = None) -> None:
        self._task, self._knobs = task, knobs or LineKnobs()
        check(self._knobs)
        self._nets = _checked(nets)
        self._step = 0
        self._asked: Asked | None = None
        self._matched: Matched | None = None
        self._straight: LineCurve | None = None
        self._after: LineCurve | None = None
        self._done = False
        self._work = self._all()

    def advance(self) -> bool:
        """See the class."""
        self._step += 1
        try:
            next(self._work)
        except StopIteration:
            self._done = True
            return False
        return True

    def apply(self, change: Change) -> None:
        """See the class. ValueError for what makes no sense."""
        name, value = change.name, change.value
        if name == "nets":
            self._nets = _checked(value)
        elif name in {one.name for one in fields(LineKnobs)}:
            knobs = replace(self._knobs, **{name: value})
            check(knobs)
            self._knobs = knobs
            if name != "seed":
                self._asked = None
        else:
            raise ValueError(f"unknown change {name!r}")
        if name in ("nets", "seed"):
            self._matched = None
        self._straight = self._after = None
        self._done = False
        self._work = self._all()

    def snapshot(self) -> LineFrame:
        """What is known."""
        found = self._matched
        moved, units = (0, 0) if found is None else (found.moved, found.units)
        return LineFrame(self._step, self._knobs, self._straight, self._after, moved, units, self._done)

    # -- inside ------------------------------------------------------------------------------------

    def _all(self) -> Generator[None, None, None]:
        first, second = self._nets
        plan = first.plan
        if self._asked is None:
            self._asked = yield from asking(self._task, plan, self._knobs.part, self._knobs.samples)
        self._straight = yield from self._curve(second.theta, _FIRST, _FEW)
        if self._matched is None:
            rng = np.random.default_rng((self._knobs.seed, 6))
            self._matched = yield from matching(plan, first.theta, second.theta, rng)
        self._after = yield from self._curve(self._matched.theta, _FIRST, _FEW)
        self._straight = yield from self._curve(second.theta, _POINTS, None)
        self._after = yield from self._curve(self._matched.theta, _POINTS, None)

    def _curve(self, other: Array, points: int, n: int | None) -> Generator[None, None, LineCurve]:
        asked, net = self._asked, self._nets[0]
        assert asked is not None
        t, learned = np.linspace(*ENDS, points), net.n_params
        distance = float(np.linalg.norm(other[:learned] - net.theta[:learned]))
        places = np.concatenate([t, (0.0, 1.0)])
        if distance > 0:
            over = PlaneLoss(net.plan, asked.loss, line(net.plan, net.theta, other), asked.x, asked.y)
            scores: Scores = yield from over.at(places, np.zeros_like(places), n)
        else:
            one = yield from NetLoss(net.plan, asked.loss, asked.x, asked.y).at(net.theta[None], n)
            everywhere = np.zeros(len(places), int)
            scores = Scores(one.loss[everywhere], one.right[everywhere], one.n)
        ends = scores.loss[-2:]
        return LineCurve(
            t, scores.loss[:-2], scores.right[:-2], scores.n, _barrier(t, scores.loss[:-2], ends), distance)


def _barrier(t: Floats, loss: Floats, ends: Floats) -> float:
    """The largest rise above the line between both ends (Frankle et al., Linear Mode Connectivity, 2020)."""
    between = (t >= 0) & (t <= 1)
    rise = loss[between] - (ends[0] + t[between] * (ends[1] - ends[0]))
    return max(0.0, float(rise.max()))


def _checked(nets: object) -> tuple[Net, Net]:
    if not isinstance(nets, tuple) or len(nets) != 2 or not all(isinstance(one, Net) for one in nets):
        raise ValueError("a line goes from one net to another")
    first, second = nets
    if (first.layers, first.input_shape) != (second.layers, second.input_shape):
        raise ValueError("there is a line only between nets of the same layers")
    return first, second
