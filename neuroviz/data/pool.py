"""Pool: all the examples there are, before any is set aside, spoiled or scaled."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.task import Kind, View


class Unfit(ValueError):
    """No task can be made of this. `id` says why, `facts` with which numbers; the window has the words."""

    def __init__(self, id: str, **facts: int | str) -> None:
        super().__init__(f"{id} {facts}")
        self.id, self.facts = id, facts


@dataclass(frozen=True)
class Outline:
    """What a task will be like, as a net has to know it: the same fields as in Task."""

    kind: Kind
    view: View
    shape: tuple[int, ...]
    n_out: int

    @property
    def n_in(self) -> int:
        """Numbers in one example."""
        return math.prod(self.shape)


@dataclass(frozen=True, eq=False)
class Pool:
    """x (N, n_in) uint8 or any float; y (N,) class numbers (intp), or (N, n_out) floats.

    shape, n_out and the names as in Task. test_x, test_y: examples that were made to be tested on and are
    never learned from. scaled: which inputs are to be scaled, (n_in,) bool; None for none. scale_values: the
    values too.
    """

    name: str
    kind: Kind
    view: View
    shape: tuple[int, ...]
    n_out: int
    x: NDArray[Any]
    y: NDArray[Any]
    class_names: tuple[str, ...] = ()
    input_names: tuple[str, ...] = ()
    test_x: NDArray[Any] | None = None
    test_y: NDArray[Any] | None = None
    scaled: NDArray[np.bool_] | None = None
    scale_values: bool = False
    answer_name: str = ""

    def __len__(self) -> int:
        return len(self.x)
