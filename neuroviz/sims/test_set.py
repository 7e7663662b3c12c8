"""The test images, read on a worker: the screen must not wait for them."""

from __future__ import annotations

from dataclasses import dataclass

from neuroviz.data import mnist
from neuroviz.data.digits import DigitSet
from neuroviz.runtime import Change, Frame


@dataclass(frozen=True, eq=False)
class TestSetFrame(Frame):
    """The 10,000 test images; None before they are read."""

    __test__ = False

    digits: DigitSet | None


class TestSetSim:
    """One step: reading. Raises what the file raises."""

    __test__ = False

    def __init__(self) -> None:
        self._digits: DigitSet | None = None

    def advance(self) -> bool:
        """Read."""
        self._digits = mnist.load_test()
        return False

    def snapshot(self) -> TestSetFrame:
        """What there is."""
        return TestSetFrame(0, self._digits)

    def apply(self, change: Change) -> None:
        """Raises ValueError: there are no knobs."""
        raise ValueError(f"unknown change {change.name!r}")
