"""Asked: the examples on which a landscape is measured, chosen by chance, once and for all."""

from __future__ import annotations

from collections.abc import Generator

import numpy as np

from neuroviz.data.task import Task
from neuroviz.nn import Loss, Plan
from neuroviz.nn.arrays import Array
from neuroviz.sims.training.report import loss_of

_ROWS_AT_ONCE = 1000
PARTS = ("train", "valid")


class Asked:
    """x (N, *input_shape) float32, y: at most `samples` examples of one part of the task. The first of them
    are a sample too, and the same whatever `samples` is.
    """

    def __init__(self, x: Array, y: Array, loss: Loss) -> None:
        self.x, self.y, self.loss = x, y, loss


def asking(task: Task, plan: Plan, part: str, samples: int) -> Generator[None, None, Asked]:
    """Gathers them; between two units of work it can be left."""
    examples = task.train if part == "train" else task.valid
    rows = np.random.default_rng(0).permutation(len(examples))[:samples]
    x = np.empty((len(rows), examples.x.shape[1]), np.float32)
    for at in range(0, len(rows), _ROWS_AT_ONCE):
        some = rows[at : at + _ROWS_AT_ONCE]
        x[at : at + len(some)] = examples.inputs(some)
        yield
    return Asked(x.reshape(-1, *plan.input_shape), examples.y[rows], loss_of(task))
