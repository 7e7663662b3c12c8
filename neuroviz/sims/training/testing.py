"""TestSim: a net asked all the test examples, once, when a run rests."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from neuroviz.data.task import Task
from neuroviz.nn import Net
from neuroviz.nn.arrays import Array
from neuroviz.runtime import Change, Frame
from neuroviz.sims.training.report import marked

AT_ONCE = 100  # some milliseconds for a small convolutional net


@dataclass(frozen=True, eq=False)
class TestedFrame(Frame):
    """score: as in a Report, of all n test examples; NaN until all have been asked."""

    __test__ = False

    net: Net
    n: int
    score: float


class TestSim:
    """Asks piece by piece. It takes no changes."""

    __test__ = False

    def __init__(self, net: Net, task: Task) -> None:
        self._net, self._task = net, task
        self._outputs: list[Array] = []
        self._asked = 0

    def advance(self) -> bool:
        """The next piece; False at the end."""
        rows = slice(self._asked, self._asked + AT_ONCE)
        x = self._task.test.inputs(rows)
        self._outputs.append(self._net(x.reshape(-1, *self._net.input_shape)))
        self._asked += len(x)
        return self._asked < len(self._task.test)

    def snapshot(self) -> TestedFrame:
        """The score, once it is known."""
        n, score = len(self._task.test), math.nan
        if self._asked >= n:
            score = marked(self._task, np.concatenate(self._outputs), self._task.test.y).score
        return TestedFrame(self._asked, self._net, n, score)

    def apply(self, change: Change) -> None:
        """There is nothing to turn."""
        raise ValueError(f"unknown change {change.name!r}")
