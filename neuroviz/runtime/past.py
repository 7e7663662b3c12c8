"""Past: all that a run has behind it, as a value that another run can go on from."""

from __future__ import annotations

from dataclasses import dataclass

from neuroviz.runtime.frame import Frame
from neuroviz.runtime.log import Entry
from neuroviz.runtime.sim import State


@dataclass(frozen=True, eq=False)
class Past:
    """What a run with a history has behind it: where it stands, how far it has been, all changes, and
    checkpoints by step. With it another run can go on."""

    step: int
    head: int
    log: tuple[Entry, ...]
    checkpoints: tuple[tuple[int, State], ...]


@dataclass(frozen=True, eq=False)
class Handed:
    """What a run hands over between two steps: its past, with the present moment among the checkpoints if
    that can be, and the frame of that moment. number: of the wish that it answers."""

    number: int
    past: Past
    frame: Frame
