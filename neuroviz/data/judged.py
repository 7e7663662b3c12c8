"""Judged: labelled pictures and a net's ten probabilities for each, and what can be asked of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from neuroviz.data import scores

Rows = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Judged:
    """labels (k,) of the first k pictures of a set, probabilities (k, n) that sum to 1.

    Raises ValueError when there are not as many of one as of the other.
    """

    labels: NDArray[np.uint8]
    probabilities: NDArray[np.float32]

    def __post_init__(self) -> None:
        if self.probabilities.ndim != 2 or self.labels.shape != self.probabilities.shape[:1]:
            raise ValueError(f"labels {self.labels.shape} for probabilities {self.probabilities.shape}")

    def __len__(self) -> int:
        return len(self.labels)

    @cached_property
    def answers(self) -> Rows:
        """(k,) the class with the largest probability."""
        if not len(self):
            return np.zeros(0, np.int64)
        return np.asarray(self.probabilities.argmax(axis=1), np.int64)

    @cached_property
    def certainty(self) -> NDArray[np.float32]:
        """(k,) that largest probability."""
        return np.asarray(self.probabilities.max(axis=1, initial=0.0), np.float32)

    @cached_property
    def right(self) -> NDArray[np.bool_]:
        """(k,) whether the answer is the label."""
        return np.asarray(self.answers == self.labels)

    @cached_property
    def matrix(self) -> scores.Counts:
        """(n, n) confusion: row what it is, column what it was taken for."""
        return scores.confusion(self.labels, self.answers, self.probabilities.shape[1])

    @cached_property
    def wrong(self) -> Rows:
        """The rows of mistakes, the most certain first."""
        return self._sorted(~self.right, falling=True)

    @cached_property
    def hesitant(self) -> Rows:
        """The rows of right answers, the least certain first."""
        return self._sorted(self.right, falling=False)

    def cell(self, label: int | None, answer: int | None) -> Rows:
        """The rows of a cell of the confusion matrix, of the mistakes in its row or its column with None.

        Mistakes come most certain first; right answers (the diagonal) least certain first.
        """
        wanted = np.ones(len(self), bool)
        if label is not None:
            wanted &= self.labels == label
        if answer is not None:
            wanted &= self.answers == answer
        if label is not None and label == answer:
            return self._sorted(wanted, falling=False)
        return self._sorted(wanted & ~self.right, falling=True)

    def tempered(self, temperature: float) -> Judged:
        """The same answers with the certainty that another temperature gives them."""
        if temperature == 1.0:
            return self
        return Judged(self.labels, scores.tempered(self.probabilities, temperature))

    def _sorted(self, wanted: NDArray[np.bool_], *, falling: bool) -> Rows:
        rows = np.flatnonzero(wanted)
        key = -self.certainty[rows] if falling else self.certainty[rows]
        return rows[np.argsort(key, kind="stable")]
