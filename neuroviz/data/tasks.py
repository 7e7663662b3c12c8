"""Tasks: a TaskSpec made into a Task, bit for bit the same each time."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any, Protocol, runtime_checkable

import numpy as np

from neuroviz.data import mnist
from neuroviz.data.digits import DigitSet
from neuroviz.data.pool import Outline, Pool, Unfit
from neuroviz.data.split import cutting
from neuroviz.data.task import Task, TaskSpec
from neuroviz.data.toys import CLASSES, HEIGHTS, LINES, TOYS, toy
from neuroviz.data.toys import outline as toy_outline

DIGITS = "digits"
BUILT_IN = (*TOYS, DIGITS)

_FRESH: dict[str, dict[str, Any]] = {
    "blobs": {"classes": 5}, "three": {"classes": 3, "n": 600},
    "spirals": {"n": 500}, "sine": {"n": 200, "noise": 0.1}, "step": {"n": 200}, "bumps": {"n": 300},
    "parabola": {"n": 60, "noise": 0.25}, "slope": {"n": 300, "noise": 0.2}, "hills": {"n": 800},
    "regions": {"n": 1000},
}  # fmt: skip
_MANY: dict[str, Any] = {"n": 70_000, "valid": 0.1, "test": 0.15}


@runtime_checkable
class Source(Protocol):
    """Data of the visitor's own."""

    def outline(self) -> Outline:
        """What its task will be like, at once. Raises Unfit."""
        ...

    def pool(self) -> Pool:
        """All its examples. Raises Unfit when there are none to be used."""
        ...


def fresh(source: str) -> TaskSpec:
    """What a built-in task is asked for when nothing else is said. KeyError for an unknown one."""
    if source not in BUILT_IN:
        raise KeyError(source)
    changes = dict(_MANY) if source == DIGITS else _FRESH.get(source, {})
    return replace(TaskSpec(source), **changes)


def outline(spec: TaskSpec, source: Source | None = None) -> Outline:
    """What the task of `spec` will be like, without building it. Raises Unfit."""
    if source is not None:
        return source.outline()
    if spec.source == DIGITS:
        return Outline("classes", "images", (1, 28, 28), 10)
    if spec.source in TOYS:
        return toy_outline(spec)
    raise Unfit("task-source", name=spec.source)


def own_name(name: str, taken: Collection[str]) -> str:
    """A name for data of the visitor's own that neither a task of the house has nor anything in `taken`."""
    found, again = name, 2
    while found in BUILT_IN or found in taken:
        found, again = f"{name} ({again})", again + 1
    return found


def build(spec: TaskSpec, source: Source | None = None) -> Task:
    """The task of `spec`; `source` is the visitor's own data, if it is of them. Raises Unfit."""
    return next(one for one in building(spec, source) if isinstance(one, Task))


def building(spec: TaskSpec, source: Source | None = None) -> Iterator[float | Task]:
    """`build` in pieces of a few ms: shares done in 0..1, then the task."""
    pool: float | Pool = 0.0
    if source is not None:
        pool = source.pool()
    elif spec.source == DIGITS:
        for pool in _digits():
            if isinstance(pool, float):
                yield pool / 2
    elif spec.source in TOYS:
        pool = toy(spec)
    else:
        raise Unfit("task-source", name=spec.source)
    assert isinstance(pool, Pool)
    for one in cutting(pool, spec):
        yield 0.5 + one / 2 if isinstance(one, float) else one


def _digits() -> Iterator[float | Pool]:
    """MNIST; its own test set stays the test set."""
    halves: list[DigitSet] = []
    for share, half in ((0.85, mnist.training()), (0.15, mnist.testing())):
        done = 0.85 * len(halves)
        for one in half:
            if isinstance(one, float):
                yield done + share * one
            else:
                halves.append(one)
    train, test = halves
    yield Pool(
        DIGITS, "classes", "images", (1, 28, 28), 10,
        train.images.reshape(len(train), -1), train.labels.astype(np.intp), tuple("0123456789"),
        test_x=test.images.reshape(len(test), -1), test_y=test.labels.astype(np.intp),
    )  # fmt: skip


__all__ = [
    "BUILT_IN", "CLASSES", "DIGITS", "HEIGHTS", "LINES", "Source", "build", "building", "fresh", "outline",
    "own_name",
]  # fmt: skip
