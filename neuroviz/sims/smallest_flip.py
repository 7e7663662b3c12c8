"""The smallest change of an input that flips the answer, found by descent from boundary to boundary.

Linearised steps as in S. Moosavi-Dezfooli et al., "DeepFool", 2016; each is taken from the input itself to
the linearised boundary, within the limits, as in F. Croce, M. Hein, "FAB", 2020. Of few inputs, ways to all
sides are starts, too. What is found is checked, and is an upper bound: nobody can say that there is no
smaller one.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from neuroviz.sims.scores import Floats, Question, Scorer, class_scores

L2, LINF = "l2", "linf"
NORMS = (L2, LINF)

_RIVALS = 9  # classes with the highest scores are candidates
_TRIED = 3  # of which so many are descended to one by one
_ROUNDS = 14  # of linearising, for each
_ALONG = 16  # places looked at along a segment
_ZOOMS = 3  # of 16 places each: to 1/4,096 of the segment
_BEYOND = (1.0005, 1.002, 1.01, 1.05)  # a step over the boundary, so that rounding does not take it back
FEW = 24
"""So few inputs are looked at from all sides, too."""

_SIDES = 48
_HALVINGS = 60
_STEEPNESS = 1e4  # an input whose slope is so much flatter than the steepest one is left alone
_GAIN = 1e-3  # a round that gains less is the last

OPEN, FOUND, FLAT, NONE = "open", "found", "flat", "none"


@dataclass(frozen=True, eq=False)
class Flip:
    """What was found. status: "open" (nothing yet), "found", "flat" (every slope is 0: there is no
    direction), "none" (sought in vain).

    x (n_in,): the changed input; before, after: the answers; p_before, p_after: their probabilities then;
    l2, linf: the size of the change, in units of the input; tried: linearised steps so far.
    """

    status: str = OPEN
    x: Floats | None = None
    before: int = -1
    after: int = -1
    p_before: float = float("nan")
    p_after: float = float("nan")
    l2: float = float("nan")
    linf: float = float("nan")
    tried: int = 0


class SmallestFlip:
    """Descends from x (n_in,) within limits (low, high) to the nearest boundary, by the norm "l2" or "linf".

    target: the class it has to become; None: any other. One unit of work is one linearised step.
    """

    def __init__(
        self, scorer: Scorer, x: Floats, limits: tuple[float, float], norm: str = L2,
        target: int | None = None,
    ) -> None:  # fmt: skip
        self._scorer, self._x, self._norm, self._target = scorer, x, norm, target
        self._low, self._high = np.minimum(x, limits[0]), np.maximum(x, limits[1])
        z = class_scores(scorer.scores(x[None]))[0]
        self._answer = int(z.argmax())
        others = [int(k) for k in np.argsort(-z, kind="stable") if k != self._answer]
        self._rivals = others[: min(_RIVALS, scorer.chunk)] if target is None else [target]
        if target == self._answer:
            self._rivals = []
        # What is still to be descended to, and from where; None: from x, to whichever boundary is nearest.
        self._queue: list[tuple[int | None, Floats | None]] | None = None
        self._aim: int | None = None
        self._looked = len(x) > FEW
        self._sides: Floats | None = None  # while they are being looked at
        self._flipped: list[NDArray[np.bool_]] = []
        self._at, self._round, self._best_here = x, 0, np.inf
        self._point: Floats | None = None  # where the step at hand leads
        self._found: Floats | None = None
        self._size = np.inf
        self._moved = False
        self.tried = 0
        self.done = 0.0 if self._rivals else 1.0

    def advance(self) -> None:
        """One linearised step, or a look along it, or a part of the look around."""
        if self._sides is not None:
            self._look_around(self._sides)
        elif self._point is None:
            self._step()
        else:
            edge = self._first_flip(self._point)
            gained = self._keep(edge)
            self._at, self._point = self._point if edge is None else edge, None
            if self._round >= _ROUNDS or (self._best_here < np.inf and not gained and self._round > 2):
                self._next()
        total = _ROUNDS * (1 + min(_TRIED, len(self._rivals)))
        if self.done < 1:
            self.done = max(self.done, min(0.99, self.tried / max(total, 1)))

    def _step(self) -> None:
        aims = self._rivals if self._aim is None else [self._aim]
        rows = self._rows(aims)
        z, slopes = self._scorer.slopes(np.repeat(self._at[None], len(aims), axis=0), rows)
        margins = (z * rows).sum(axis=1)
        target = self._nearest(margins, slopes)
        self.tried += 1
        self._round += 1
        if self._queue is None:
            self._queue = self._order(aims, margins, slopes)
        if target is None:
            self._next()
            return
        self._moved = True
        # Before a first flip each step starts where the last one ended, or a bent boundary is never reached.
        start = self._x if self._best_here < np.inf else self._at
        self._point = self._onto(start, float(margins[target]), slopes[target])

    def flip(self) -> Flip:
        """The best so far."""
        if self._found is None:
            over = self.done >= 1
            status = OPEN if not over else NONE if self._moved or not self._rivals else FLAT
            return Flip(status, before=self._answer, tried=self.tried)
        p = self._scorer.probabilities(np.stack([self._x, self._found]))
        after = int(class_scores(self._scorer.scores(self._found[None]))[0].argmax())
        change = self._found - self._x
        return Flip(
            FOUND, self._found, self._answer, after, float(p[0, self._answer]), float(p[1, after]),
            float(np.sqrt((change.astype(np.float64) ** 2).sum())), float(np.abs(change).max()), self.tried,
        )  # fmt: skip

    # -- inside ------------------------------------------------------------------------------------

    def _rows(self, rivals: list[int]) -> Floats:
        """Of the answer's score minus each rival's."""
        if self._scorer.scores(self._x[None]).shape[1] == 1:
            return Question.rows(self._scorer.net, np.full(len(rivals), self._answer))
        return -Question.rows(self._scorer.net, np.array(rivals), self._answer)

    def _distances(self, margins: Floats, slopes: Floats) -> NDArray[np.float64]:
        """From x to each linearised boundary, without limits; infinite where the slope is flat."""
        steep = np.sqrt((slopes.astype(np.float64) ** 2).sum(axis=1))
        if self._norm == LINF:
            steep = np.abs(slopes, dtype=np.float64).sum(axis=1)
        here = margins + slopes.astype(np.float64) @ (self._x - self._at)
        with np.errstate(divide="ignore", invalid="ignore"):
            far = np.where(steep > 0, np.abs(here) / steep, np.inf)
        return np.where(np.isfinite(far), far, np.inf)

    def _nearest(self, margins: Floats, slopes: Floats) -> int | None:
        far = self._distances(margins, slopes)
        best = int(far.argmin())
        return best if np.isfinite(far[best]) else None

    def _order(
        self, aims: list[int], margins: Floats, slopes: Floats
    ) -> list[tuple[int | None, Floats | None]]:
        """The rivals to descend to one by one, the nearest first."""
        if len(aims) < 2:
            return []
        return [(aims[i], None) for i in np.argsort(self._distances(margins, slopes))[:_TRIED]]

    def _onto(self, start: Floats, margin: float, slope: Floats) -> Floats:
        """The point nearest to `start`, within the limits, at which the linearised margin is 0.

        It is start − λ·d, clipped, with d = slope (l2) or its sign (linf); the margin falls with λ, so that
        halving finds it. Where the limits do not let it come to 0, as far as they let it.
        """
        d = (np.sign(slope) if self._norm == LINF else slope).astype(np.float64)
        x, g = start.astype(np.float64), slope.astype(np.float64)

        def left(by: float) -> float:
            return margin + float(g @ (np.clip(x - by * d, self._low, self._high) - self._at))

        sign = 1.0 if left(0.0) > 0 else -1.0
        low, high = 0.0, sign * self._reach(d)
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            low, high = (middle, high) if left(middle) * sign > 0 else (low, middle)
        return np.clip(x - high * d, self._low, self._high).astype(np.float32)

    def _reach(self, d: NDArray[np.float64]) -> float:
        """How far along d until nothing moves any more."""
        steepest = float(np.abs(d).max())
        return float(np.max(self._high - self._low)) * _STEEPNESS / steepest

    def _first_flip(self, point: Floats) -> Floats | None:
        """The first place from x through `point` and on at which the answer has flipped, if there is one."""
        way = (point - self._x).astype(np.float64)
        ends, flipped = np.linspace(0.0, 1.6, _ALONG + 1), None
        for _ in range(_ZOOMS):
            at = ends[1:]
            yes = self._has_flipped(np.clip(self._x + at[:, None] * way, self._low, self._high))
            if not yes.any():
                break
            i = int(yes.argmax())
            flipped = at[i]
            ends = np.linspace(ends[i], at[i], _ALONG + 1)
        if flipped is None:
            return None
        for beyond in _BEYOND:
            far = np.clip(self._x + beyond * flipped * way, self._low, self._high)
            place: Floats = far.astype(np.float32)
            if self._has_flipped(place[None])[0]:
                return place
        return None

    def _has_flipped(self, x: NDArray[np.float64] | Floats) -> NDArray[np.bool_]:
        found = []
        x = x.astype(np.float32)
        for start in range(0, len(x), self._scorer.chunk):
            z = class_scores(self._scorer.scores(x[start : start + self._scorer.chunk]))
            answers = z.argmax(axis=1)
            right = answers != self._answer if self._target is None else answers == self._target
            found.append(right & np.isfinite(z).all(axis=1))
        return np.concatenate(found)

    def _keep(self, edge: Floats | None) -> bool:
        """Whether it is clearly better than what this descent had."""
        if edge is None:
            return self._best_here == np.inf
        size = self._measure(edge)
        if size < self._size:
            self._found, self._size = edge, size
        gained, self._best_here = size < self._best_here * (1 - _GAIN), min(size, self._best_here)
        return gained

    def _measure(self, point: Floats) -> float:
        change = (point - self._x).astype(np.float64)
        return float(np.abs(change).max() if self._norm == LINF else np.sqrt((change**2).sum()))

    def _next(self) -> None:
        """Another rival or start; or look around; or the end."""
        if self._queue:
            self._aim, start = self._queue.pop(0)
            self._at, self._point, self._round, self._best_here = self._x, start, 0, np.inf
        elif not self._looked:
            self._looked = True
            self._sides, self._flipped = self._all_sides(), []
        else:
            self.done = 1.0

    def _all_sides(self) -> Floats:
        """Places along ways to all sides, as far as the limits let them go: (sides · places, n_in)."""
        n = len(self._x)
        ways = np.random.default_rng(0).normal(size=(_SIDES, n))
        ends = np.where(ways > 0, self._high - self._x, self._low - self._x) / ways
        ways *= ends.min(axis=1, keepdims=True)
        at = (np.arange(_ALONG) + 1) / _ALONG
        return (self._x + at[None, :, None] * ways[:, None]).reshape(-1, n).astype(np.float32)

    def _look_around(self, sides: Floats) -> None:
        """Ask at the next of these places; the nearest that have flipped are starts."""
        begun = sum(map(len, self._flipped))
        self._flipped.append(self._has_flipped(sides[begun : begun + self._scorer.chunk]))
        if begun + len(self._flipped[-1]) < len(sides):
            return
        self._sides = None
        nearest = sorted(sides[np.concatenate(self._flipped)], key=self._measure)[:_TRIED]
        for one in nearest:
            self._keep(one)
        self._queue = [(None, one) for one in nearest]
        self._next()
