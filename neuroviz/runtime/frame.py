"""Frame and Change: the only things that pass between a worker and the screen."""

from __future__ import annotations

from dataclasses import dataclass, fields
from types import MappingProxyType
from typing import Any, Literal

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
    """A knob that was turned: it takes effect between two steps and goes into the run's log.

    Arrays are copied in and read-only: a log must replay the same tomorrow.
    kind: an act made in the past begins another future; what branches off leaves the known future to happen
    again beside it; a look asks for another picture of what happens, and is neither logged nor replayed.
    """

    name: str
    value: Any
    kind: Literal["act", "branch", "look"] = "act"

    def __post_init__(self) -> None:
        object.__setattr__(self, "value", frozen(self.value))


def frozen(value: Any) -> Any:
    """`value` with every array in it replaced by a read-only copy, also inside tuples, lists and dicts.

    Lists become tuples and dicts read-only mappings. Values of other types must be immutable already.
    """
    if isinstance(value, np.ndarray):
        copy = value.copy()
        copy.flags.writeable = False
        return copy
    if isinstance(value, dict):
        return MappingProxyType({key: frozen(part) for key, part in value.items()})
    if isinstance(value, tuple) and hasattr(value, "_make"):
        return value._make(frozen(part) for part in value)
    if isinstance(value, tuple | list):
        return tuple(frozen(part) for part in value)
    return value
