"""Which pictures the sheet shows, as a value, and how they are found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.calibration import Reliability
from neuroviz.data.judged import Judged
from neuroviz.ui.confusion import ALL

Kind = Literal["wrong", "hesitant", "cell", "pair", "bin"]


@dataclass(frozen=True)
class Filter:
    """wrong: mistakes, hesitant: right answers, both of one digit (`label`) or of ALL; cell: of the confusion
    matrix; pair: two digits taken for each other, either way; bin: of the calibration, at a certainty.
    """

    kind: Kind = "wrong"
    label: int = ALL
    answer: int = ALL
    certainty: float = 1.0

    @property
    def cell(self) -> tuple[int, int] | None:
        """The cell of the matrix whose pictures these are, if there is one."""
        if self.kind == "cell":
            return self.label, self.answer
        return (self.label, ALL) if self.kind == "wrong" and self.label != ALL else None


def found(judged: Judged, wanted: Filter, bins: Reliability) -> NDArray[np.int64]:
    """The rows of the pictures that are wanted, the most telling first."""
    if wanted.kind == "hesitant":
        rows = judged.hesitant
        return rows if wanted.label == ALL else rows[judged.labels[rows] == wanted.label]
    if wanted.kind == "pair":
        both = np.concatenate(
            [judged.cell(wanted.label, wanted.answer), judged.cell(wanted.answer, wanted.label)]
        )
        return np.asarray(both[np.argsort(-judged.certainty[both], kind="stable")])
    if wanted.kind == "bin":
        return in_bin(judged, bins, wanted.certainty)
    return judged.cell(_any(wanted.label), _any(wanted.answer) if wanted.kind == "cell" else None)


def bin_at(bins: Reliability, certainty: float) -> int:
    """The bin whose mean certainty is nearest; −1 without any."""
    return int(np.abs(bins.certainty - certainty).argmin()) if len(bins.counts) else -1


def in_bin(judged: Judged, bins: Reliability, certainty: float) -> NDArray[np.int64]:
    """All rows of a bin: its mistakes first, then its right answers."""
    mine = bins.place == bin_at(bins, certainty)
    wrong, right = judged.wrong, judged.hesitant
    return np.concatenate([wrong[mine[wrong]], right[mine[right]]])


def _any(label: int) -> int | None:
    return None if label == ALL else label
