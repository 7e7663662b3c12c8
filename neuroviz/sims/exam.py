"""Exam: what else a net is asked, so that what one step does to everything else is seen."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.digits import DigitSet
from neuroviz.data.plane import PlaneTask
from neuroviz.nn import Net

AT_ONCE = 50  # questions in one piece: some milliseconds for a small convolutional net


@dataclass(frozen=True, eq=False)
class Exam:
    """x (N, n_in) flat float32 and the right classes (N,)."""

    x: NDArray[np.float32]
    labels: NDArray[np.uint8]

    @classmethod
    def of_digits(cls, digits: DigitSet, n: int = 1000) -> Exam:
        """The first n of these."""
        x = digits.images[:n].reshape(-1, 784) * np.float32(1 / 255)
        return cls(x.astype(np.float32), digits.labels[:n])

    @classmethod
    def of_task(cls, task: PlaneTask) -> Exam:
        """All points of a task."""
        return cls(task.points, task.labels)

    def __len__(self) -> int:
        return len(self.labels)

    def fits(self, net: Net) -> bool:
        """Whether the net can be asked this."""
        return math.prod(net.input_shape) == self.x.shape[1] and len(net.shapes[-1]) == 1

    def right(self, net: Net, start: int) -> int:
        """How many of the next AT_ONCE from `start` it answers rightly; one number means class 1 above ½."""
        x = self.x[start : start + AT_ONCE]
        out = net(x.reshape(-1, *net.input_shape))
        said = out[:, 0] > 0.5 if out.shape[1] == 1 else out.argmax(axis=1)
        return int((said == self.labels[start : start + AT_ONCE]).sum())


class Sitting:
    """One net going through an exam, piece by piece."""

    def __init__(self, exam: Exam, net: Net) -> None:
        self.exam, self.net = exam, net
        self._at = self._right = 0

    @property
    def share(self) -> float | None:
        """The part it has answered rightly; None before the end."""
        return self._right / len(self.exam) if self._at >= len(self.exam) else None

    def advance(self) -> bool:
        """The next piece; False at the end."""
        if self._at < len(self.exam):
            self._right += self.exam.right(self.net, self._at)
            self._at += AT_ONCE
        return self._at < len(self.exam)
