"""Figures of many nets: how good each is, their answers taken together, and the net of their mean."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.task import Task
from neuroviz.nn import Plan, outputs_of
from neuroviz.nn.arrays import DIVERGING_IS_ALLOWED, Array
from neuroviz.sims.training.many_maps import agreement, probabilities, sound
from neuroviz.sims.training.report import marked

MOST_ASKED = 128
"""Validation examples that are asked, at most."""


@dataclass(frozen=True, eq=False)
class Figures:
    """On the first n validation examples. scores (K,): share answered rightly, or of the variance explained.

    together: of the averaged answers; average: of the net with the mean of all parameters. on_data, beyond:
    mean agreement at the validation examples, and at the places of the map outside the square of the data;
    for values, the mean standard deviation of the answers. good (K,): nets that have not flown apart; the
    others are left out of what is taken together. NaN where nothing can be said.
    """

    n: int
    scores: NDArray[np.float64]
    together: float
    average: float
    on_data: float
    beyond: float
    good: NDArray[np.bool_]

    @property
    def lost(self) -> int:
        """Nets that have flown apart."""
        return int((~self.good).sum())

    @property
    def lowest(self) -> float:
        """The lowest score of a net that has not flown apart."""
        return float(self.scores[self.good].min()) if self.good.any() else float("nan")

    @property
    def median(self) -> float:
        """The score of the net in the middle."""
        return float(np.median(np.where(np.isnan(self.scores), -np.inf, self.scores)))


@DIVERGING_IS_ALLOWED
def figures(plan: Plan, task: Task, theta: Array, out: Array, grid: Array) -> Figures:
    """theta (K, n_params); out (K, n_out, P): what they say at the places `grid` (P, n_in)."""
    side = task.valid if len(task.valid) else task.train
    x, y = side.inputs(slice(0, MOST_ASKED)), side.y[:MOST_ASKED]
    said = outputs_of(plan, theta, x)
    good = sound(task, said) & sound(task, out)
    scores = _scores(task, said, y)
    mean = outputs_of(plan, averaged(theta, good)[None], x)[0].T
    outside = np.abs(grid).max(axis=1) > 1.0
    alike = _agreement(task, said[good]), _agreement(task, out[good][..., outside])
    return Figures(
        len(y), scores, _together(task, said[good], y), marked(task, mean, y).score, *alike, good,
    )  # fmt: skip


def averaged(theta: Array, good: NDArray[np.bool_]) -> Array:
    """The mean of all parameters of those nets; no numbers if there are none."""
    if good.any():
        return np.asarray(theta[good].mean(axis=0), np.float32)
    return np.full(theta.shape[1], np.nan, np.float32)


def _scores(task: Task, said: Array, y: Array) -> NDArray[np.float64]:
    """Of each net, (K,)."""
    if task.kind == "classes":
        right: NDArray[np.float64] = ((said.argmax(axis=1) == y) & np.isfinite(said).all(axis=1)).mean(axis=1)
        return right
    losses = ((said - y.T) ** 2).mean(axis=(1, 2), dtype=np.float64)
    spread = float(((y - y.mean(axis=0)) ** 2).mean())
    return np.asarray(1 - losses / spread if spread else np.full(len(said), np.nan))


def _together(task: Task, said: Array, y: Array) -> float:
    """The score of the mean of probabilities, or of values."""
    if not len(said):
        return float("nan")
    if task.kind == "classes":
        return float((probabilities(said).mean(axis=0).argmax(axis=0) == y).mean())
    return marked(task, said.mean(axis=0).T, y).score


def _agreement(task: Task, said: Array) -> float:
    if not said.size:
        return float("nan")
    if task.kind == "classes":
        return float(agreement(said).mean())
    return float(said[:, 0].std(axis=0).mean())
