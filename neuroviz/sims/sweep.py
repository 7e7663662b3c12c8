"""Sweep: accuracy against the number of units that are switched off, in three orders, ever more exactly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from neuroviz.nn import Net
from neuroviz.nn.arrays import Array
from neuroviz.nn.edit import part
from neuroviz.runtime import Change, Frame
from neuroviz.sims.cuts import Block, blocks, ranked
from neuroviz.sims.questions import COARSE, Questions, at_once, questions_of, taken_for
from neuroviz.sims.surgery import activity_of

ORDERS = ("random", "weakest", "strongest")
"""Which units go first: thrown dice, those that are least active on average, those that are most."""

_MOST = 24  # counts of removed units along the curve, the ends included
_AT_ONCE = 6  # points of a curve in one step


@dataclass(frozen=True, eq=False)
class SweepFrame(Frame):
    """After `done` of `total` questions: right (3, n) answers with removed (n,) units off, by ORDERS.

    orders (3, units): which unit goes first, second, …; empty before activity is measured. done counts
    questions for which the whole of the curves is known.
    """

    block: int
    removed: NDArray[np.int64]
    orders: NDArray[np.int64]
    right: NDArray[np.int64]
    done: int
    total: int

    @property
    def complete(self) -> bool:
        """Whether all questions have been asked; also so where there are none."""
        return self.done == self.total


class SweepSim:
    """One block of a net, cuts included: its units are switched off in turn. There are no knobs.

    name: the net's, by which its task is known; seed: of the dice. ValueError for a block that is none.
    """

    def __init__(self, net: Net, name: str, block: int, seed: int) -> None:
        parts = blocks(net)
        if not 0 <= block < len(parts):
            raise ValueError(f"there is no block {block} of {len(parts)}")
        self._net, self._name, self._block, self._seed = net, name, block, seed
        self._part: Block = parts[block]
        self._questions: Questions | None = None
        n = self._part.n
        self._removed = np.unique(np.rint(np.linspace(0, n, min(n + 1, _MOST))).astype(np.int64))
        self._orders = np.zeros((0, n), np.int64)
        self._right = np.zeros((len(ORDERS), len(self._removed)), np.int64)
        self._done, self._whole = 0, 0
        self._shown = self._right.copy()
        self._work = self._plan()

    def advance(self) -> bool:
        """The next few points for the next few questions; False when all is known."""
        return next(self._work, None) is not None

    def snapshot(self) -> SweepFrame:
        """The curves as far as they are whole."""
        return SweepFrame(
            self._done, self._block, self._removed, self._orders, self._shown, self._whole,
            0 if self._questions is None else len(self._questions),
        )  # fmt: skip

    def apply(self, change: Change) -> None:
        """Raises ValueError: there are no knobs."""
        raise ValueError(f"unknown change {change.name!r}")

    def _plan(self) -> Iterator[str]:
        self._questions = questions_of(self._net, self._name)
        if self._questions is None:
            return
        yield "asked"
        gate, size = self._part.gate, at_once(self._net)
        first = part(self._net, 0, gate)
        rest = self._net.rest(gate) if gate < len(self._net.layers) else None
        yield from self._order(first, size)
        masks = self._masks()
        for start in range(0, len(self._questions), size):
            stop = min(start + size, len(self._questions))
            a = first(self._questions.asked(start, stop))
            labels = self._questions.labels[start:stop]
            flat = self._right.reshape(-1)
            for i, mask in enumerate(masks):
                outputs = _silenced(a, mask) if rest is None else rest(_silenced(a, mask))
                flat[i] += int((taken_for(self._net, outputs) == labels).sum())
                if i % _AT_ONCE == _AT_ONCE - 1:
                    self._done += 1
                    yield "some"
            self._whole = stop
            self._shown = self._right.copy()
            self._done += 1
            yield "piece"

    def _order(self, first: Net, size: int) -> Iterator[str]:
        """How active the units are, and from it the orders."""
        assert self._questions is not None
        n, total = min(COARSE, len(self._questions)), np.zeros(self._part.n)
        for start in range(0, n, size):
            stop = min(start + size, n)
            total += activity_of(first(self._questions.asked(start, stop))) * (stop - start)
            yield "measured"
        activity = total.astype(np.float32)
        dice = np.random.default_rng(self._seed).permutation(self._part.n)
        weak, strong = (ranked(activity, strongest=strongest) for strongest in (False, True))
        self._orders = np.array([dice, weak, strong], np.int64)

    def _masks(self) -> list[Array]:
        """Which units are left, for every point of every curve: (units,) of 0 and 1."""
        found = []
        for order in self._orders:
            for n in self._removed:
                mask = np.ones(self._part.n, np.float32)
                mask[order[:n]] = 0
                found.append(mask)
        return found


def _silenced(a: Array, mask: Array) -> Array:
    """Activations (N, n, …) of which only the units of the mask are left; 0 whatever was there."""
    wide = mask.reshape(1, -1, *(1,) * (a.ndim - 2))
    found: Array = np.where(wide > 0, a, np.float32(0))
    return found
