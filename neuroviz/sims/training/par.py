"""Par: what is reached on a task by saying the same of every example; the mark any net has to beat."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.task import Task

_LOOKED_AT = 2000  # examples whose inputs are measured


@dataclass(frozen=True, eq=False)
class Par:
    """loss: of saying how frequent each class is among the training examples (the entropy of that), or the
    mean value (the variance). score: the largest share of the validation examples that is right when one
    class is said of all, 0 for values. counts (K,): training examples of each class, None for values. sizes
    (n_in,): root mean square of each input, None for pictures, which are all of one scale.
    """

    loss: float
    score: float
    counts: NDArray[np.int64] | None
    sizes: NDArray[np.float64] | None

    @classmethod
    def of(cls, task: Task) -> Par:
        """Of all training labels; of inputs, the first two thousand examples."""
        sizes = None
        if task.view != "images":
            x = task.train.inputs(slice(0, _LOOKED_AT)).astype(np.float64)
            sizes = np.sqrt(np.square(x).mean(axis=0))
        y = task.train.y
        if task.kind == "values":
            return cls(float(y.astype(np.float64).var(axis=0).mean()), 0.0, None, sizes)
        counts = np.bincount(y, minlength=task.n_out)
        p = counts[counts > 0] / len(y)
        best = np.bincount(task.valid.y, minlength=task.n_out).max() / len(task.valid)
        return cls(float(-(p * np.log(p)).sum()), float(best), counts, sizes)
