"""Every activation of a net for what lies before it, whenever one of them changes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from neuroviz.nn import Trace
from neuroviz.runtime import Change, Frame
from neuroviz.sims.subject import Subject, answer


@dataclass(frozen=True, eq=False)
class LayersFrame(Frame):
    """The trace of a subject; None while nothing lies before the net.

    probabilities: (K,), None where the output cannot be read so (one number, or not a number).
    """

    subject: Subject
    trace: Trace | None
    probabilities: NDArray[np.float32] | None


class LayersSim:
    """Changes: `subject` (Subject). There is no time: `advance` has nothing to do."""

    def __init__(self, subject: Subject) -> None:
        self._subject = subject
        self._frame: LayersFrame | None = None

    def advance(self) -> bool:
        """Nothing to do: answers are made for frames that are shown."""
        return False

    def snapshot(self) -> LayersFrame:
        """The trace of the present subject."""
        if self._frame is None:
            x = self._subject.x
            trace = None if x is None else self._subject.net.trace(x)
            found = None if trace is None else answer(self._subject.net, trace.output[0])
            self._frame = LayersFrame(0, self._subject, trace, found)
        return self._frame

    def apply(self, change: Change) -> None:
        """Take another subject. Raises ValueError for any other change."""
        if change.name != "subject" or not isinstance(change.value, Subject):
            raise ValueError(f"unknown change {change.name!r}")
        self._subject, self._frame = change.value, None
