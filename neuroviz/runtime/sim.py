"""What a simulation owes the runtime: three methods, two more if it can be rewound."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from neuroviz.runtime.frame import Change, Frame


class Sim(Protocol):
    """A computation in steps. It knows no thread, no clock and no screen."""

    def advance(self) -> bool:
        """Do one unit of work, at most about 10 ms. False when there is nothing left to do."""
        ...

    def snapshot(self) -> Frame:
        """What the screen may know now. Called per displayed frame, not per step."""
        ...

    def apply(self, change: Change) -> None:
        """Take a change between two steps. Raises ValueError when it makes no sense; then nothing changes."""
        ...


class State(Protocol):
    """Everything that decides a simulation's future: parameters, moments, random state, counters."""

    @property
    def nbytes(self) -> int:
        """The memory it holds, in bytes."""
        ...


@runtime_checkable
class Rewindable(Protocol):
    """A simulation whose past can be shown again.

    `restore(state())` leaves the future unchanged, bit for bit.
    """

    def advance(self) -> bool: ...

    def snapshot(self) -> Frame: ...

    def apply(self, change: Change) -> None: ...

    @property
    def step(self) -> int:
        """How many steps have been taken."""
        ...

    def state(self) -> State:
        """An immutable copy of all that decides the future."""
        ...

    def restore(self, state: State) -> None:
        """Go back to a state that `state` returned."""
        ...


@runtime_checkable
class Gradual(Protocol):
    """A simulation whose snapshot takes more than a unit of work: it is asked to prepare it piece by piece.

    Between two pieces a run can be stopped, or hear a newer wish. `snapshot` itself does what is left.
    """

    def prepare(self) -> bool:
        """One piece of what a snapshot needs now, at most about 10 ms. False when nothing is left to do."""
        ...
