"""PlaneSim: the loss of a net in a plane of weight space, coarse to fine, with the way of its run on it."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.task import Task
from neuroviz.nn.arrays import DIVERGING_IS_ALLOWED, Array
from neuroviz.nn.landscape import NetLoss, PlaneLoss, Scores, grid
from neuroviz.nn.plane import Plane
from neuroviz.runtime import Change, Frame, knob
from neuroviz.runtime.knob import check
from neuroviz.scenes.run_path import RunPath
from neuroviz.sims.descent.asked import PARTS, Asked, asking
from neuroviz.sims.descent.net_directions import KINDS, Chosen, Window, choosing, window

Floats = NDArray[np.float64]

SIDES = (17, 33, 51)
"""Points along a side with all examples, one picture after the other; before them two with some."""

_FIRST_SIDES = (9, 17)
_FIRST_WORK = 7e8  # multiplications of the first picture: well below 0.1 s
_FEWEST, _FIRST_MOST = 50, 500  # examples of the first picture


@dataclass(frozen=True)
class PlaneKnobs:
    """kind: how the plane is chosen. span: how far it is looked at, in what is usual for that kind. samples:
    examples, at most. seed: of random directions, and of the start from which the sharpest is sought. follow:
    the plane moves on with the run.
    """

    kind: str = knob("pca", choices=KINDS)
    span: float = knob(1.0, 0.05, 20.0, log=True)
    samples: int = knob(2000, 50, 10_000, log=True)
    part: str = knob("train", choices=PARTS)
    seed: int = knob(1, 0, 9999)
    follow: bool = knob(True)


@dataclass(frozen=True, eq=False)
class Track:
    """The path (T,): steps; a, b: where each moment casts its shadow on the plane, off: how far it is from
    there. true: the loss of the net itself, right: its share right; slice: the loss of the plane at its
    shadow; NaN where it is not known yet. The gap is true - slice: what the picture does not show. n: the
    examples behind these. here: the present moment.
    """

    steps: NDArray[np.int64]
    a: Floats
    b: Floats
    off: Floats
    true: Floats
    right: Floats
    slice: Floats
    n: int
    here: int


@dataclass(frozen=True, eq=False)
class PlaneFrame(Frame):
    """knobs: as asked; plane: the one that is shown, None before the first; kind: of it, number: another for
    each that is chosen. fault: why it is not of the kind that was asked for (see net_directions.Chosen).

    a (S,), b (S,): coordinates of columns and rows; loss, right (S, S), rows by b, from n examples; (0,) and
    (0, 0) before the first picture. shares (2,): of the variance of the path, None if it is not of a path.
    sharpness: the top eigenvalue, where it was sought, else NaN. side: of the picture that is being made, 0
    when all are; share: how much of it is done.
    """

    knobs: PlaneKnobs
    plane: Plane | None
    kind: str
    number: int
    fault: str | None
    a: Floats
    b: Floats
    loss: Floats
    right: Floats
    n: int
    shares: Floats | None
    sharpness: float
    track: Track | None
    side: int
    share: float


class _Known:
    """What is known of one moment: NaN what is not."""

    def __init__(self, theta: Array) -> None:
        self.theta = theta
        self.true = self.right = self.slice = np.nan
        self.shadow: tuple[float, float, float] | None = None
        self.n = self.slice_n = 0


class PlaneSim:
    """Changes: the names of PlaneKnobs; "path": RunPath, the run has moved on (a plane that follows is chosen
    anew, else the path alone is); "others": the two other solutions for the kind "three", parameters
    (n_values,) each; "recentre": chosen anew from the path as it is; "view": Window, look at this part of the
    plane, or None for the usual one, which each plane begins with. Paths are best sent to a run without
    a log, which would keep them all. `advance` is a unit of work; False when the finest picture is made.
    ValueError: a path whose nets do not fit the task.
    """

    def __init__(self, task: Task, path: RunPath, knobs: PlaneKnobs | None = None,
                 others: tuple[Array, ...] = ()) -> None:
        self._task, self._path, self._knobs = task, path, knobs or PlaneKnobs()
        check(self._knobs)
        self._plan = path.recipe.plan()
        self._others = self._checked(others)
        self._asked: Asked | None = None
        self._nets: NetLoss | None = None
        self._chosen: Chosen | None = None
        self._over: PlaneLoss | None = None
        self._known: dict[int, _Known] = {}
        self._number = self._step = 0
        self._side, self._done = 0, 0.0
        self._view: Window | None = None
        self._level = -1  # the last of the pictures that is made
        line, square = np.zeros(0), np.zeros((0, 0))
        self._shown = PlaneFrame(
            0, self._knobs, None, self._knobs.kind, 0, None, line, line, square, square, 0, None, np.nan,
            None, 0, 0.0,
        )  # fmt: skip
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
            self._take_path(value)
            return
        if name == "others":
            self._others = self._checked(value)
            if self._knobs.kind == "three":
                self._chosen = None
        elif name == "recentre":
            self._chosen = None
        elif name == "view":
            self._view, self._level = (None if value is None else _sensible(value)), -1
        elif name in {one.name for one in fields(PlaneKnobs)}:
            knobs = replace(self._knobs, **{name: value})
            check(knobs)
            self._knobs = knobs
            if name in ("samples", "part"):
                self._asked = None
            if name in ("kind", "seed"):
                self._chosen = None
            if name == "span":
                self._view = None
        else:
            raise ValueError(f"unknown change {name!r}")
        self._work = self._all()

    def snapshot(self) -> PlaneFrame:
        """The finest picture so far; while another plane is begun, that of the last."""
        return replace(
            self._shown, step=self._step, knobs=self._knobs, side=self._side, share=self._done)

    # -- changes -----------------------------------------------------------------------------------

    def _take_path(self, path: RunPath) -> None:
        plan = path.recipe.plan()
        if (plan.layers, plan.input_shape) != (self._plan.layers, self._plan.input_shape):
            raise ValueError("the path of another net needs a plane of its own")
        self._path = path
        if self._knobs.follow:
            self._chosen = None
        self._work = self._all()

    def _checked(self, others: Any) -> tuple[Array, ...]:
        found = tuple(np.asarray(one) for one in others)
        if any(one.shape != (self._plan.n_values,) for one in found):
            raise ValueError(f"solutions need {self._plan.n_values} parameters")
        return found

    # -- work --------------------------------------------------------------------------------------

    def _all(self) -> Generator[None, None, None]:
        """Everything that is not known yet, in the order in which it is wanted."""
        if self._asked is None:
            asked = yield from asking(self._task, self._plan, self._knobs.part, self._knobs.samples)
            self._nets = NetLoss(self._plan, asked.loss, asked.x, asked.y)
            self._asked, self._over, self._known = asked, None, {}
        if self._chosen is None:
            chosen = yield from choosing(
                self._knobs.kind, self._path, self._others, self._asked, self._knobs.seed)
            self._chosen, self._over, self._view = chosen, None, None
            self._number += 1
            for one in self._known.values():
                one.shadow, one.slice, one.slice_n = None, np.nan, 0
        if self._over is None:
            asked = self._asked
            self._over = PlaneLoss(self._plan, asked.loss, self._chosen.plane, asked.x, asked.y)
            self._level = -1
        yield from self._shadows(self._chosen.plane)
        if self._view is None:
            self._view, self._level = window(self._chosen, self._ab(), self._knobs.span), -1
        few = int(np.clip(_FIRST_WORK / (_FIRST_SIDES[0] ** 2 * self._over.work), _FEWEST, _FIRST_MOST))
        n = len(self._asked.x)
        pictures = list(dict.fromkeys(
            [*((side, min(few, n)) for side in _FIRST_SIDES), *((side, n) for side in SIDES)]))
        for level, (side, of) in enumerate(pictures):
            if level > self._level:
                yield from self._picture(self._over, side, of)
                self._level = level
            if level > 0:
                yield from self._along(of)
        self._side, self._done = 0, 1.0

    def _picture(self, over: PlaneLoss, side: int, n: int) -> Generator[None, None, None]:
        assert self._view is not None
        radius, middle = self._view
        a, b = grid(radius, side)
        a, b = a + middle[0], b + middle[1]
        units, whole = over.at(a, b, n), over.units(len(a), n)
        self._side = side
        for count in range(whole + 1):
            self._done = count / whole
            try:
                next(units)
            except StopIteration as end:
                scores: Scores = end.value
                break
            yield
        shape = side, side
        self._show((a[:side], b[::side], scores.loss.reshape(shape), scores.right.reshape(shape)), scores.n)

    def _shadows(self, plane: Plane) -> Generator[None, None, None]:
        known = self._known
        self._known = {id(theta): known.get(id(theta)) or _Known(theta) for theta in self._path.thetas}
        for one in self._known.values():
            if one.shadow is None:
                one.shadow = _shadow(plane, one.theta)
                yield

    def _along(self, n: int) -> Generator[None, None, None]:
        """The loss of each net of the path and of its shadow, the present first, then from its end back."""
        assert self._nets is not None
        assert self._over is not None
        order = [self._path.theta, *reversed(self._path.thetas)]
        for one in (self._known[id(theta)] for theta in order):
            if one.n < n:
                found = yield from self._nets.at(one.theta[None], n)
                one.true, one.right, one.n = float(found.loss[0]), float(found.right[0]), found.n
            if one.slice_n < n and one.shadow is not None:
                a, b = (np.array([value]) for value in one.shadow[:2])
                found = yield from self._over.at(a, b, n)
                one.slice, one.slice_n = float(found.loss[0]), found.n
            self._shown = replace(self._shown, track=self._track())

    # -- frames ------------------------------------------------------------------------------------

    def _show(self, picture: tuple[Floats, ...], n: int) -> None:
        chosen = self._chosen
        assert chosen is not None
        a, b, loss, right = picture
        self._shown = PlaneFrame(
            self._step, self._knobs, chosen.plane, chosen.kind, self._number, chosen.fault, a, b, loss, right,
            n, chosen.shares, chosen.sharpness, self._track(), self._side, self._done,
        )  # fmt: skip

    def _ab(self) -> Floats:
        """(T, 2) shadows of the path."""
        return np.array([one.shadow[:2] for one in self._known.values() if one.shadow is not None])

    def _track(self) -> Track:
        path = self._path
        known = [self._known[id(theta)] for theta in path.thetas]
        nowhere = (np.nan,) * 3
        a, b, off, true, right, cut = np.array([
            (*(one.shadow or nowhere), one.true, one.right, one.slice) for one in known
        ]).T  # fmt: skip
        n = min(min(one.n, one.slice_n) for one in known)
        return Track(np.array(path.steps, np.int64), a, b, off, true, right, cut, n, path.here)


def _sensible(view: Any) -> Window:
    (across, up), (x, y) = view
    if not (np.isfinite([across, up, x, y]).all() and across > 0 and up > 0):
        raise ValueError(f"nothing can be looked at in {view!r}")
    return (float(across), float(up)), (float(x), float(y))


@DIVERGING_IS_ALLOWED
def _shadow(plane: Plane, theta: Array) -> tuple[float, float, float]:
    shadow = plane.shadow(theta)
    return float(shadow.a), float(shadow.b), float(shadow.off)
