"""Frame and Change: the only things that pass between a worker and the screen."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

import numpy as np


@dataclass(frozen=True, eq=False)
class Frame:
    """What the screen may know of one step. Arrays are copied in and read-only.

    The simulation goes on writing to its buffers while the screen draws: a frame that shared
    them would show a mixture of two steps.
    """

    step: int

    def __post_init__(self) -> None:
        for one in fields(self):
            object.__setattr__(self, one.name, frozen(getattr(self, one.name)))


@dataclass(frozen=True)
class Change:
    """A knob that was turned: it takes effect between two steps and goes into the run's log."""

    name: str
    value: Any


def frozen(value: Any) -> Any:
    """`value` with every array in it, also inside tuples and lists, replaced by a read-only copy."""
    if isinstance(value, np.ndarray):
        copy = value.copy()
        copy.flags.writeable = False
        return copy
    if isinstance(value, tuple | list) and type(value) in (tuple, list):
        return tuple(frozen(part) for part in value)
    return value
