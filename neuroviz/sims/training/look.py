"""LookSim: what a task looks like, and what can be said of it without any net."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from neuroviz.data import mnist
from neuroviz.data.task import Examples, Task
from neuroviz.data.tasks import DIGITS, build, fresh
from neuroviz.data.toys import TOYS
from neuroviz.runtime import Change, Frame

Floats = NDArray[np.float32]

_SHOWN = 240  # points in a small picture
_LEARNED, _ASKED = 4000, 500  # examples that are compared, at most
_AT_ONCE = 3_000_000  # multiplications in one piece: a few ms


@dataclass(frozen=True, eq=False)
class Small:
    """A small picture of a task: points x (N, 1 or 2) with their y; or images (M, 28, 28) uint8."""

    x: Floats | None = None
    y: NDArray[np.intp] | Floats | None = None
    images: NDArray[np.uint8] | None = None


@dataclass(frozen=True, eq=False)
class Baseline:
    """What is reached without a net: by always giving the most frequent answer (or the mean), and by giving
    that of the nearest training example; shares right, or of the variance explained.

    test_nearest: the same on the test examples; it tells whether they have been learned. n: examples asked.
    """

    most_frequent: float
    nearest: float
    test_nearest: float
    n: int


@dataclass(frozen=True, eq=False)
class LookFrame(Frame):
    """Small pictures of the tasks of the house by name, and what can be said of the present task."""

    small: Mapping[str, Small]
    task: Task | None
    baseline: Baseline | None


class LookSim:
    """Change "task": Task or None, the one to be looked at. It rests when all is there."""

    def __init__(self, task: Task | None = None) -> None:
        self._step = 0
        self._small: dict[str, Small] = {}
        self._left = [*TOYS, DIGITS]
        self._task = task
        self._baseline: Baseline | None = None
        self._comparing = _compared(task)

    def advance(self) -> bool:
        """Compare some more examples, or make a small picture; False when there is nothing left to do."""
        self._step += 1
        for found in self._comparing:
            self._baseline = found
            return True
        if self._left:
            name = self._left.pop(0)
            self._small = {**self._small, name: small(name)}
        return bool(self._left)

    def snapshot(self) -> LookFrame:
        """What is known so far. The task is a value: it is handed on."""
        return LookFrame(self._step, MappingProxyType(self._small), self._task, self._baseline)

    def apply(self, change: Change) -> None:
        """Another task. ValueError for anything else."""
        if change.name != "task" or not isinstance(change.value, Task | None):
            raise ValueError(f"unknown change {change.name!r}")
        self._task, self._baseline = change.value, None
        self._comparing = _compared(self._task)


def small(name: str) -> Small:
    """The small picture of a task of the house; an empty one if its data is not there."""
    if name == DIGITS:
        try:
            some = mnist.load_some(200)
        except (OSError, ValueError):
            return Small()
        firsts = [int(np.flatnonzero(some.labels == k)[0]) for k in range(10)]
        return Small(images=some.images[firsts[:9]])
    task = build(replace(fresh(name), n=_SHOWN, noise=min(fresh(name).noise, 0.1)))
    x = np.concatenate([one.x for one in (task.train, task.valid, task.test)])
    y = np.concatenate([one.y for one in (task.train, task.valid, task.test)])
    return Small(x, y)


def _compared(task: Task | None) -> Iterator[Baseline | None]:
    """The baseline once all asked examples have been compared with all learned ones; None on the way."""
    if task is None:
        return
    learned = Examples(task.train.x[:_LEARNED], task.train.y[:_LEARNED])
    x = learned.inputs()
    size = np.einsum("ij,ij->i", x, x)
    scores = []
    for side in (task.valid, task.test):
        asked = Examples(side.x[:_ASKED], side.y[:_ASKED])
        nearest = np.empty(len(asked), np.intp)
        step = max(1, _AT_ONCE // x.size)
        for at in range(0, len(asked), step):
            some = asked.inputs(slice(at, at + step))
            nearest[at : at + step] = (size - 2.0 * (some @ x.T)).argmin(axis=1)
            yield None
        scores.append(_score(task, learned.y[nearest], asked.y))
        if side is task.valid:
            scores.append(_score(task, _usual(task, asked.y), asked.y))
    yield Baseline(scores[1], scores[0], scores[2], min(_ASKED, len(task.valid)))


def _usual(task: Task, y: NDArray[np.generic]) -> NDArray[np.generic]:
    """The most frequent class, or the mean, of what is learned from, for every example."""
    if task.kind == "classes":
        return np.full_like(y, np.bincount(task.train.y).argmax())
    found: NDArray[np.generic] = np.broadcast_to(task.train.y.mean(axis=0), y.shape)
    return found


def _score(task: Task, said: NDArray[np.generic], y: NDArray[np.generic]) -> float:
    """The share said rightly, or 1 minus the part of the variance that is left."""
    if task.kind == "classes":
        return float((said == y).mean())
    true, answer = y.astype(np.float64), said.astype(np.float64)
    spread = float(((true - true.mean(axis=0)) ** 2).mean())
    return 1.0 - float(((answer - true) ** 2).mean()) / spread if spread else 0.0
