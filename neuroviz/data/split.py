"""Split: examples cut into those to learn from, to choose by and to test on; labels spoiled on purpose."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.task import Examples, Task, TaskSpec

LEAST = 2  # examples in any part


def cut(task: Task, spec: TaskSpec, rng: np.random.Generator) -> Task:
    """`task`, all of whose examples are in `train`, cut up, thinned and spoiled as `spec` says.

    ValueError when too few would be left in a part.
    """
    everything = task.train
    rows = rng.permutation(len(everything))
    if task.kind == "classes" and spec.balance < 1.0:
        rows = _thinned(rows, everything.y, task.n_out, spec.balance)
    rows = rows[: spec.n]
    n_valid, n_test = round(spec.valid * len(rows)), round(spec.test * len(rows))
    n_train = len(rows) - n_valid - n_test
    if min(n_valid, n_test, n_train) < LEAST:
        raise ValueError(f"{len(rows)} examples are too few for {n_train}, {n_valid} and {n_test}")
    test, valid, train = np.split(rows, (n_test, n_test + n_valid))
    if spec.leak:
        train = rng.permutation(np.concatenate((train, test)))
    return spoiled(
        replace(task, train=everything.take(train), valid=everything.take(valid), test=everything.take(test)),
        spec.wrong_labels, rng,
    )  # fmt: skip


def spoiled(task: Task, share: float, rng: np.random.Generator) -> Task:
    """That share of the training labels (or values) handed round among their examples; the rest is true."""
    if not share:
        return task
    rows = rng.permutation(len(task.train))[: round(share * len(task.train))]
    y = task.train.y.copy()
    y[rows] = y[rng.permutation(rows)]
    return replace(task, train=Examples(task.train.x, y))


def _thinned(rows: NDArray[np.intp], y: NDArray[np.intp], classes: int, balance: float) -> NDArray[np.intp]:
    """Rows left when class k may keep balance ** k of the rows of the largest class, one at least."""
    labels = y[rows]
    most = np.bincount(labels, minlength=classes).max()
    keep = np.zeros(len(rows), bool)
    for k in range(classes):
        mine = np.flatnonzero(labels == k)
        keep[mine[: max(1, round(most * balance**k))]] = True
    return rows[keep]
