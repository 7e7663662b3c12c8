"""A net under the knife: its answer before and after, and how well it does on all that it is judged by."""

from __future__ import annotations

import math
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import cast

import numpy as np
from numpy.typing import NDArray

from neuroviz.nn import Net, Trace
from neuroviz.nn.arrays import Array, freeze
from neuroviz.runtime import Change, Frame
from neuroviz.sims.cuts import Block, Cut, Cuts, blocks, first_layer, fits, operated, shown_at
from neuroviz.sims.questions import COARSE, Before, Questions, at_once, questions_of, taken_for, work_of
from neuroviz.sims.subject import Subject, answer

Counts = NDArray[np.int64]
SIDES = (40, 160)
"""The map of the plane is made with so many places along each side, coarse first; see `fine_side`."""

_HARDLY = 0.005  # a share that is told as 0 %
_MAP_WORK = 4e9  # multiplications: about half a second

EDGES, DEEP = 300, 12
"""So many weights between two layers can be drawn as lines, in nets of so many layers."""

REACH = 1.25  # the plane is shown from -REACH to REACH, as the pad shows it


@dataclass(frozen=True, eq=False)
class Score:
    """After `done` of `total` questions: counts (K, K), row what it is, column what it was taken for.

    A question whose answer was no number is in no cell. asked (K,): how many there were of each class.
    """

    done: int
    total: int
    before: Counts
    after: Counts
    asked: Counts

    @property
    def complete(self) -> bool:
        """Whether all have been asked."""
        return self.done == self.total

    def right(self) -> tuple[int, int]:
        """How many were right, before and after."""
        return int(self.before.trace()), int(self.after.trace())

    @property
    def none_left(self) -> bool:
        """Whether hardly anything of any class is right any more."""
        return bool((self.after.diagonal() < _HARDLY * np.maximum(1, self.asked)).all())

    def moved(self) -> tuple[int, int, int, int]:
        """The class that loses the largest share of its right answers, or where all together gain, gains it.

        The class, how many there were of it, right before, right after.
        """
        before, after = self.before.diagonal(), self.after.diagonal()
        n = np.maximum(1, self.asked)
        gain = (after - before) / n
        k = int(gain.argmax() if after.sum() > before.sum() else gain.argmin())
        return k, int(n[k]), int(before[k]), int(after[k])


@dataclass(frozen=True, eq=False)
class PlaneMaps:
    """Outputs of a net of two inputs all over the plane, before and after: (side, side, K), top row first."""

    side: int
    before: Array
    after: Array


@dataclass(frozen=True, eq=False)
class SurgeryFrame(Frame):
    """The trace of a subject before and after the cuts; None while nothing lies before the net.

    parts: its blocks; p_before, p_after: probabilities (K,), None where the output cannot be read so.
    score: None where there is nothing to judge by. activity: the mean of |a| of each unit of each block as
    trained, over the first questions; None before it is measured.
    """

    subject: Subject
    cuts: Cuts
    edited: Net
    parts: tuple[Block, ...]
    before: Trace | None
    after: Trace | None
    p_before: NDArray[np.float32] | None
    p_after: NDArray[np.float32] | None
    score: Score | None
    maps: PlaneMaps | None
    activity: tuple[Array, ...] | None
    complete: bool

    def values(self) -> tuple[tuple[Array, Array], ...] | None:
        """What each block gives, before and after, (n,) or (n, H, W) each; None while nothing lies there."""
        if self.before is None or self.after is None:
            return None
        return tuple(
            (self.before.activations[block.gate - 1][0], self.after.activations[place][0])
            for block, place in zip(self.parts, self._places(), strict=True)
        )


    def inner(self) -> tuple[tuple[Array, Array], ...] | None:
        """What each block's units sum up, and what they make of it before they are gated, after the cuts."""
        if self.after is None:
            return None
        net, found, more = self.edited, [], 0
        for block, place in zip(self.parts, self._places(), strict=True):
            a = place - 1 if net.layers[place].kind == "gate" else place
            found.append((self.after.activations[block.layer + more][0], self.after.activations[a][0]))
            more = place - (block.gate - 1)
        return tuple(found)

    def _places(self) -> tuple[int, ...]:
        return shown_at(self.subject.net, self.parts, self.cuts)

    def edges(self) -> tuple[Array | None, ...]:
        """For each block but the first the weights (n before, n) after the cuts that lead to it directly.

        None where they are more than EDGES, or something else than the units before is read; empty for a net
        of more than DEEP blocks.
        """
        if len(self.parts) > DEEP:
            return ()
        places, found = self._places(), cast("list[Array | None]", [])
        for b, (left, right) in enumerate(pairwise(self.parts)):
            w = None
            if right.fan == (left.n,) and left.n * right.n <= EDGES and not left.maps:
                w = self.edited.views(right.layer + places[b] - (left.gate - 1))["w"]
            found.append(w)
        return tuple(found)


class SurgerySim:
    """Changes: `subject` (Subject; another net has no cuts yet), `name` (str: the net's name, by which its
    task is known; there are no cuts then either), `cuts` (a tuple of Cut), `halted` (bool: nothing more is
    judged, until told to go on or other cuts are made)."""

    def __init__(self, subject: Subject, name: str = "", cuts: Cuts = ()) -> None:
        self._name, self._subject = name, subject
        self._cuts: Cuts = ()
        self._edited = subject.net
        self._parts: tuple[Block, ...] = ()
        self._traces: tuple[Trace | None, Trace | None] | None = None
        self._counts: tuple[Counts, Counts] | None = None
        self._done, self._complete, self._halted = 0, False, False
        self._work: Iterator[str] = iter(())
        self._open(subject)
        self._cut(cuts)

    def advance(self) -> bool:
        """The next piece of whatever is still to be found out; False when all is known."""
        if self._halted:
            return False
        if next(self._work, "over") == "over":
            self._complete = True
            return False
        return True

    def snapshot(self) -> SurgeryFrame:
        """The answers to the present input are made here, because only frames that are shown need them."""
        net, edited, x = self._subject.net, self._edited, self._subject.x
        if self._traces is None:
            before = None if x is None else net.trace(x)
            after = before if edited is net or x is None else edited.trace(x)
            self._traces = before, after
        before, after = self._traces
        return SurgeryFrame(
            self._done, self._subject, self._cuts, edited, self._parts, before, after,
            None if before is None else answer(net, before.output[0]),
            None if after is None else answer(edited, after.output[0]),
            self._score(), self._maps, self._activity, self._complete,
        )  # fmt: skip

    def apply(self, change: Change) -> None:
        """Take a change. Raises ValueError for one that is unknown, and for cuts that do not fit the net."""
        if change.name == "name" and isinstance(change.value, str):
            self._name = change.value
            self._open(self._subject)
            self._cut(())
        elif change.name == "subject" and isinstance(change.value, Subject):
            self._take_subject(change.value)
        elif change.name == "cuts" and isinstance(change.value, tuple):
            if not all(isinstance(cut, Cut) for cut in change.value):
                raise ValueError("a tuple of cuts is wanted")
            self._cut(change.value)
        elif change.name == "halted" and isinstance(change.value, bool):
            self._halted = change.value
        else:
            raise ValueError(f"unknown change {change.name!r}")

    # -- changes -------------------------------------------------------------------------------------

    def _take_subject(self, subject: Subject) -> None:
        if subject.net is self._subject.net:
            self._subject, self._traces = subject, None
            return
        self._open(subject)
        self._cut(())

    def _open(self, subject: Subject) -> None:
        self._subject = subject
        self._parts = blocks(subject.net)
        self._questions: Questions | None = None
        self._before: Before | None = None
        self._asked = False
        self._as_trained: dict[int, NDArray[np.int64]] = {}
        self._activity: tuple[Array, ...] | None = None
        self._plain_maps: dict[int, Array] = {}
        self._maps: PlaneMaps | None = None

    def _cut(self, cuts: Cuts) -> None:
        if not all(fits(self._parts, self._subject.net, cut) for cut in cuts):
            raise ValueError("a cut names what this net does not have")
        self._cuts, self._edited = cuts, operated(self._subject.net, cuts)
        self._traces = self._counts = None
        self._done, self._complete, self._halted = 0, False, False
        self._work = self._plan()

    # -- work ----------------------------------------------------------------------------------------

    def _plan(self) -> Iterator[str]:
        """Coarse first, then all; what the units do as trained in between."""
        if not self._asked:
            self._questions, self._asked = questions_of(self._subject.net, self._name), True
            if self._questions is not None:
                self._before = Before(self._subject.net, self._questions)
            yield "asked"
        judging = self._judge()
        while self._done < COARSE and next(judging, "over") != "over":
            yield "judged"
        yield from self._map(SIDES[0])
        if self._activity is None:
            yield from self._measure()
        for _ in judging:
            yield "judged"
        yield from self._map(fine_side(self._edited))

    def _judge(self) -> Iterator[str]:
        if self._questions is None or self._before is None:
            return
        net, edited, exam, before = self._subject.net, self._edited, self._questions, self._before
        place = before.place(first_layer(net, self._cuts))
        plain_rest, rest = (one.rest(place) if place < len(one.layers) else None for one in (net, edited))
        counts = np.zeros((2, exam.n_classes, exam.n_classes), np.int64)
        for k in range(before.n_pieces):
            start, stop = before.bounds(k)
            if k not in self._as_trained:
                x = before.get(k, place)
                self._as_trained[k] = taken_for(net, x if plain_rest is None else plain_rest(x))
            taken = plain = self._as_trained[k]
            if edited is not net:
                x = before.get(k, place)
                taken = taken_for(edited, x if rest is None else rest(x))
            for matrix, answers in zip(counts, (plain, taken), strict=True):
                known = answers >= 0
                np.add.at(matrix, (exam.labels[start:stop][known], answers[known]), 1)
            self._counts, self._done = (counts[0], counts[1]), stop
            yield "judged"

    def _measure(self) -> Iterator[str]:
        """How active each unit is: the mean of |a| over the first questions."""
        if self._questions is None or self._before is None:
            return
        sums = [np.zeros(part.n) for part in self._parts]
        n = 0
        for k in range(self._before.n_pieces):
            start, stop = (min(end, COARSE) for end in self._before.bounds(k))
            if start == stop:
                break
            trace = self._subject.net.trace(self._questions.asked(start, stop))
            for i, block in enumerate(self._parts):
                sums[i] += activity_of(trace.activations[block.gate - 1]) * (stop - start)
            n = stop
            yield "measured"
        self._activity = tuple(freeze((total / max(1, n)).astype(np.float32)) for total in sums)

    def _map(self, side: int) -> Generator[str]:
        """Both nets all over the plane."""
        net, edited = self._subject.net, self._edited
        if self._subject.kind != "plane":
            return
        if side not in self._plain_maps:
            self._plain_maps[side] = yield from _mapped(net, side)
        after = self._plain_maps[side]
        if edited is not net:
            after = yield from _mapped(edited, side)
        self._maps = PlaneMaps(side, self._plain_maps[side], after)
        yield "mapped"

    def _score(self) -> Score | None:
        if self._questions is None:
            return None
        if self._counts is None:
            none = np.zeros((self._questions.n_classes, self._questions.n_classes), np.int64)
            return Score(0, len(self._questions), none, none, none[0])
        before, after = (freeze(one.copy()) for one in self._counts)
        asked = np.bincount(self._questions.labels[: self._done], minlength=self._questions.n_classes)
        return Score(self._done, len(self._questions), before, after, freeze(asked))


def activity_of(a: Array) -> Array:
    """The mean of |a| of each unit or map: (n,) of activations (N, n) or (N, n, H, W)."""
    flat = np.abs(a.reshape(len(a), a.shape[1], -1))
    with np.errstate(invalid="ignore", over="ignore"):
        found: Array = flat.mean(axis=(0, 2), dtype=np.float64).astype(np.float32)
    return found


def fine_side(net: Net) -> int:
    """Places along a side of the fine map: fewer for a net that takes long for each."""
    return int(min(SIDES[1], max(SIDES[0], math.sqrt(_MAP_WORK / work_of(net)))))


def plane_grid(side: int) -> Array:
    """(side², 2) places of the plane, row by row from the top."""
    along = ((np.arange(side, dtype=np.float32) + 0.5) / side * 2 - 1) * np.float32(REACH)
    x, y = np.meshgrid(along, along[::-1])
    return np.stack([x.ravel(), y.ravel()], axis=1)


def _mapped(net: Net, side: int) -> Generator[str, None, Array]:
    """Yields while it works, returns outputs (side, side, K)."""
    grid = plane_grid(side).reshape(-1, *net.input_shape)
    step, found = at_once(net), []
    for start in range(0, len(grid), 8 * step):
        stop = min(start + 8 * step, len(grid))
        found.append(np.concatenate([net(grid[i : i + step]) for i in range(start, stop, step)]))
        yield "mapped"
    whole: Array = np.concatenate(found).reshape(side, side, -1)
    return freeze(whole)
