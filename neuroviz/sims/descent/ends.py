"""Where balls come to an end: who is at rest, in which hollow, and what kind of place that is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from neuroviz.sims.descent.walkers import Floats, Ground, lost

Ints = NDArray[np.int64]
WALKING, LOST, OTHER, LEVEL = -1, -2, -3, -4
"""In place of the number of an end; LEVEL: at rest where the ground is level some way, so that there is no
place to name."""

MOST_ENDS = 256
"""Ends that are told apart; who ends elsewhere later is OTHER."""

HOLLOW, SADDLE, TOP, FLAT = range(4)
"""Kinds of ends: a minimum; up one way, down the other; a maximum; neither up nor down some way."""

_HOLD = 4  # looks in a row that find a ball at the same end
_NEAR = 0.01  # of the side of the field: so near to its minimum a ball counts as in it
_STILL = 1e-9  # of the side: a step that is none
_EVEN = 1e-9  # of the larger curvature: a smaller one is none


@dataclass(frozen=True, eq=False)
class EndsState:
    """All that decides the future; never written to."""

    hold: Ints
    end: Ints
    places: Floats

    @property
    def nbytes(self) -> int:
        """Of all arrays."""
        return self.hold.nbytes + self.end.nbytes + self.places.nbytes


class Ends:
    """Of n balls over a field whose longer side is `side`. Ends are numbered as they are found.

    A ball is at rest when it has been near a minimum for some looks in a row: as near as Newton's step from
    there is short, where the surface is curved upwards both ways. So nobody who is slow on a plateau, beside
    a saddle or along a valley is taken for one who has arrived. Who makes no step any more is at rest too,
    wherever that is.
    """

    def __init__(self, n: int, side: float) -> None:
        self._near, self._still = _NEAR * side, _STILL * side
        self.hold, self.end = np.zeros(n, np.int64), np.full(n, WALKING)
        self.places = np.zeros((0, 2))
        self.aims = np.zeros((n, 2))

    def look(self, ground: Ground, xy: Floats, step: Floats) -> None:
        """Where they are, (n, 2), and the last step each has made."""
        with np.errstate(all="ignore"):
            self.aims = aims(ground, xy)
            gap = np.hypot(*(self.aims - xy).T)
            stands = np.hypot(*step.T) <= self._still
            self.aims[stands & ~(gap <= self._near)] = xy[stands & ~(gap <= self._near)]
            calm = stands | (gap <= self._near)
        gone = lost(xy)
        self.hold = np.where(calm & ~gone, self.hold + 1, 0)
        rests = self.hold >= _HOLD
        self.end = np.where(gone, LOST, np.where(rests, self.end, WALKING))
        self._assign(ground, np.flatnonzero(rests & (self.end == WALKING)))

    def counts(self) -> Ints:
        """(m,) how many balls are in each."""
        return np.bincount(self.end[self.end >= 0], minlength=len(self.places)).astype(np.int64)

    def state(self) -> EndsState:
        """To come back to."""
        return EndsState(self.hold.copy(), self.end.copy(), self.places.copy())

    def restore(self, state: EndsState) -> None:
        """Go on from there."""
        self.hold, self.end, self.places = state.hold.copy(), state.end.copy(), state.places.copy()

    def _assign(self, ground: Ground, new: NDArray[np.intp]) -> None:
        """The nearest known end, or one that is new, for balls that have just come to rest."""
        level = kinds(ground, self.aims[new]) == FLAT
        self.end[new[level]] = LEVEL
        new = new[~level]
        while len(new):
            if len(self.places):
                gaps = np.linalg.norm(self.aims[new, None] - self.places[None], axis=2)
                nearest, known = gaps.argmin(axis=1), gaps.min(axis=1) <= self._near
                self.end[new[known]] = nearest[known]
                new = new[~known]
            if not len(new):
                return
            if len(self.places) == MOST_ENDS:
                self.end[new] = OTHER
                return
            self.places = np.concatenate([self.places, self.aims[new[:1]]])


def aims(ground: Ground, xy: Floats) -> Floats:
    """(n, 2) the minimum that each of xy is near, by Newton's step; ∞ where it is not curved upwards.

    A way that is neither curved nor sloped is left out: the floor of a straight valley is at rest.
    """
    gradient = np.stack(np.broadcast_arrays(*ground.gradient(*xy.T)), axis=1)
    values, ways = _curvatures(ground, xy)
    along = np.einsum("nij,ni->nj", ways, gradient)
    least = _EVEN * np.abs(values).max(axis=1, keepdims=True)
    even = (np.abs(values) <= least) & (np.abs(along) <= least)
    way = np.where(even, 0.0, np.where(values > least, along / values, np.inf))
    found = xy - np.einsum("nij,nj->ni", ways, np.where(np.isfinite(way), way, 0.0))
    return np.where(np.isfinite(way).all(axis=1, keepdims=True), found, np.inf)


def kinds(ground: Ground, xy: Floats) -> Ints:
    """(n,) what kind of place each of xy (n, 2) is."""
    if not len(xy):
        return np.zeros(0, np.int64)
    with np.errstate(all="ignore"):
        values, _ = _curvatures(ground, xy)
    least = 1e-6 * np.abs(values).max(axis=1)
    low, high = values.T
    flat = (np.abs(low) <= least) | ~np.isfinite(low)
    found = np.where(low > 0, HOLLOW, np.where(high > 0, SADDLE, TOP))
    return np.where(flat, FLAT, found).astype(np.int64)


def _curvatures(ground: Ground, xy: Floats) -> tuple[Floats, Floats]:
    """The eigenvalues (n, 2) of the Hessians, the lower first, and their ways (n, 2, 2), one a column."""
    xx, both, yy = (np.broadcast_to(part, (len(xy),)) for part in ground.hessian(*xy.T))
    middle, half = (xx + yy) / 2, (xx - yy) / 2
    apart = np.hypot(half, both)
    turn = 0.5 * np.arctan2(both, half)  # of the way that is curved most
    c, s = np.cos(turn), np.sin(turn)
    ways = np.stack([np.stack([-s, c], axis=1), np.stack([c, s], axis=1)], axis=2)
    return np.stack([middle - apart, middle + apart], axis=1), ways
