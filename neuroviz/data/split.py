"""Split: examples cut into those to learn from, to choose by and to test on; spoiled on purpose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.pool import Pool, Unfit
from neuroviz.data.task import LEAST, Examples, Scaling, Task, TaskSpec

_STEADY = 1e-12  # of a mean: what varies less does not vary
_AT_ONCE = 300_000  # numbers copied or spoiled in one piece: a few ms
Rows = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Parts:
    """Rows of a pool; those of its own test set are counted on from its last."""

    train: Rows
    valid: Rows
    test: Rows


def cut(pool: Pool, spec: TaskSpec) -> Task:
    """The task that `spec` makes of a pool. Raises Unfit when a part would be left with nothing to count."""
    return next(one for one in cutting(pool, spec) if isinstance(one, Task))


def cutting(pool: Pool, spec: TaskSpec) -> Iterator[float | Task]:
    """`cut` in pieces of a few ms: shares done in 0..1, then the task."""
    parts = parted(pool, spec, np.random.default_rng((spec.seed, 12)))
    total = sum(len(rows) for rows in (parts.train, parts.valid, parts.test))
    noise, done = np.random.default_rng((spec.seed, 13)), 0
    inputs = _scaling(pool.x, parts.train, pool.scaled)
    values = _scaling(pool.y, parts.train, np.ones(pool.n_out, bool)) if pool.scale_values else None
    found: list[Examples] = []
    for rows in (parts.train, parts.valid, parts.test):
        x = np.empty((len(rows), pool.x.shape[1]), np.uint8 if pool.x.dtype == np.uint8 else np.float32)
        for piece in _pieces(len(rows), x.shape[1]):
            x[piece] = _scaled(_taken(pool.x, pool.test_x, rows[piece]), inputs)
            if spec.noise and pool.kind == "classes":
                x[piece] = _blurred(x[piece], spec.noise, noise)
            done += piece.stop - piece.start
            yield done / (total + 1)
        y = _scaled(_taken(pool.y, pool.test_y, rows), values)
        found.append(Examples(x, y if pool.kind == "classes" else y.astype(np.float32)))
    if spec.noise and pool.kind == "values":
        found = _shaken(found, spec.noise, noise)
    task = Task(
        pool.name, pool.kind, pool.view, pool.shape, pool.n_out, found[0], found[1], found[2],
        pool.class_names, pool.input_names, inputs, values, pool.answer_name,
    )  # fmt: skip
    spoiling = np.random.default_rng((spec.seed, 14))
    if spec.leak:
        for both in _joining(task.train, task.test, spoiling):
            if both is None:
                yield 1.0
            else:
                task = replace(task, train=both)
    yield spoiled(task, spec.wrong_labels, spoiling)


def parted(pool: Pool, spec: TaskSpec, rng: np.random.Generator) -> Parts:
    """Which examples go where, in random order. Raises Unfit.

    Stratified: in each part a class has the share that it has in all examples (once `balance` has made some
    rarer), to within a few examples; how large the parts are does not depend on it.
    """
    own = 0 if pool.test_x is None else len(pool.test_x)
    rows, kept = rng.permutation(len(pool)), rng.permutation(own)
    if pool.kind == "classes":
        rows = _spread(_thinned(rows, pool.y, spec.balance), pool.y)
        if pool.test_y is not None:
            kept = _spread(_thinned(kept, pool.test_y, spec.balance), pool.test_y)
    total = min(spec.n, len(rows) + len(kept))
    _, n_valid, n_test = spec.cut_of(total)
    if own:
        test = kept[:n_test] + len(pool)
        valid, train = np.split(rows[: total - len(test)], (n_valid,))
    else:
        test, valid, train = np.split(rows[:total], (n_test, n_test + n_valid))
    if min(map(len, (train, valid, test))) < LEAST:
        raise _few(pool, spec, total)
    if pool.kind == "classes" and len(np.unique(pool.y[train])) < LEAST:
        raise Unfit("task-one-class", n=len(train))
    if pool.kind == "classes":  # spread out, the classes would take turns
        train, valid, test = map(rng.permutation, (train, valid, test))
    return Parts(train, valid, test)


def _few(pool: Pool, spec: TaskSpec, n: int) -> Unfit:
    """Whether more are needed, or other shares."""
    need = spec.least
    if need is None or n >= need:
        return Unfit("task-shares", n=n)
    if pool.view == "table" and len(pool) < need:
        return Unfit("table-few", n=len(pool), need=need)
    return Unfit("task-few", n=n, need=need)


def spoiled(task: Task, share: float, rng: np.random.Generator) -> Task:
    """That share of the training labels (or values) handed round among their examples; the rest is true."""
    rows = rng.permutation(len(task.train))[: round(share * len(task.train))]
    if not len(rows):
        return task
    y = task.train.y.copy()
    y[rows] = y[rng.permutation(rows)]
    return replace(task, train=Examples(task.train.x, y))


def _spread(rows: Rows, y: Rows) -> Rows:
    """The same rows, each class evenly from first to last (one alone in the middle): any piece of them has
    its share of each.
    """
    labels = y[rows].astype(np.uint16)  # sorted by their digits: a tenth of the time
    by_class = np.argsort(labels, kind="stable")
    counts = np.bincount(labels)
    rank = np.empty(len(rows))
    rank[by_class] = np.arange(len(rows)) - np.repeat(np.cumsum(counts) - counts, counts)
    return rows[np.argsort((rank + 0.5) / counts[labels], kind="stable")]


def _thinned(rows: Rows, y: Rows, balance: float) -> Rows:
    """Rows left when class k may keep balance ** k of the rows of the largest, one at least."""
    if balance == 1.0:
        return rows
    labels = y[rows]
    counts = np.bincount(labels)
    keep = np.zeros(len(rows), bool)
    for k in range(len(counts)):
        mine = np.flatnonzero(labels == k)
        keep[mine[: max(1, round(counts.max() * balance**k))]] = True
    return rows[keep]


def _scaling(values: NDArray[Any], train: Rows, scaled: NDArray[np.bool_] | None) -> Scaling | None:
    """By what is learned from alone: the other parts must not be known. What never changes becomes 0, and
    keeps its unit.
    """
    if scaled is None:
        return None
    some = values[train].astype(np.float64)
    mean, deviation = some.mean(axis=0), some.std(axis=0)
    least = _STEADY * np.abs(mean)
    steady = (deviation <= least) | ~np.isfinite(deviation)
    # The mean of equal numbers is another number by a rounding, which is large of large ones.
    middle, spread = np.where(steady, some[0], mean), np.where(steady, np.maximum(1.0, least), deviation)
    return Scaling(np.where(scaled, middle, 0.0), np.where(scaled, spread, 1.0))


def _scaled(values: NDArray[Any], scaling: Scaling | None) -> NDArray[Any]:
    return values if scaling is None else scaling.there(values)


def _taken(first: NDArray[Any], more: NDArray[Any] | None, rows: Rows) -> NDArray[Any]:
    """Rows of `first`, and of `more` for numbers beyond it; copied."""
    if more is None:
        return first[rows]
    beyond = rows >= len(first)
    found = np.empty((len(rows), *first.shape[1:]), first.dtype)
    found[~beyond], found[beyond] = first[rows[~beyond]], more[rows[beyond] - len(first)]
    return found


def _pieces(n: int, width: int) -> Iterator[slice]:
    size = max(1, _AT_ONCE // width)
    return (slice(at, min(n, at + size)) for at in range(0, n, size))


def _blurred(x: NDArray[Any], noise: float, rng: np.random.Generator) -> NDArray[Any]:
    """Noise on what is seen; pictures stay within their 0..255."""
    drawn = rng.standard_normal(x.shape, np.float32) * np.float32(noise)
    if x.dtype == np.uint8:
        drawn *= np.float32(255.0)
        drawn += x
        return np.clip(np.rint(drawn, out=drawn), 0, 255, out=drawn).astype(np.uint8)
    drawn += x
    return drawn


def _shaken(parts: list[Examples], noise: float, rng: np.random.Generator) -> list[Examples]:
    """Noise on what is to be said, as a share of how much that varies."""
    deviation = parts[0].y.std(axis=0, dtype=np.float64)
    return [
        Examples(one.x, (one.y + rng.standard_normal(one.y.shape) * noise * deviation).astype(np.float32))
        for one in parts
    ]


def _joining(train: Examples, test: Examples, rng: np.random.Generator) -> Iterator[Examples | None]:
    """None for each piece done, then both, shuffled."""
    order = rng.permutation(len(train) + len(test))
    x = np.empty((len(order), train.x.shape[1]), train.x.dtype)
    for piece in _pieces(*x.shape):
        x[piece] = _taken(train.x, test.x, order[piece])
        yield None
    yield Examples(x, _taken(train.y, test.y, order))
