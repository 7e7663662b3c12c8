"""Subject: a net and what lies before it: a sheet with a digit, a point, or any vector of the right size."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.prepare import FIELD, prepare
from neuroviz.data.sheet import Sheet
from neuroviz.nn import Net, Sigmoid, Softmax, softmax
from neuroviz.nn.arrays import Array, freeze
from neuroviz.sims.pen import Pen

Kind = Literal["digit", "plane", "vector"]
Given = Sheet | NDArray[np.float32]
PIXELS = FIELD * FIELD


def kind_of(net: Net) -> Kind:
    """What a net takes: the 784 grey values of a digit, a point of the plane, or other numbers."""
    size = math.prod(net.input_shape)
    return "digit" if size == PIXELS else "plane" if size == 2 else "vector"


@dataclass(frozen=True, eq=False)
class Subject:
    """A value, made on the screen's thread and looked into on the worker's.

    given: a sheet for a net of 784 inputs, else a float32 vector of the net's input size.
    Raises ValueError for anything else.
    """

    net: Net
    given: Given

    def __post_init__(self) -> None:
        size = math.prod(self.net.input_shape)
        if isinstance(self.given, Sheet):
            if size != PIXELS:
                raise ValueError(f"this net takes {size} numbers, not a picture")
            return
        if np.shape(self.given) != (size,):
            raise ValueError(f"this net takes {size} numbers, not {np.shape(self.given)}")
        object.__setattr__(self, "given", freeze(np.array(self.given, np.float32)))

    @property
    def kind(self) -> Kind:
        """What the net takes."""
        return kind_of(self.net)

    @cached_property
    def x(self) -> Array | None:
        """The net's input (1, *input_shape); None while nothing lies there. Computed once, read-only."""
        if not isinstance(self.given, Sheet):
            return freeze(self.given.reshape(1, *self.net.input_shape).copy())
        grey = self._grey(self.given)
        if grey is None:
            return None
        x = np.multiply(grey, np.float32(1 / 255), dtype=np.float32)
        return freeze(x.reshape(1, *self.net.input_shape))

    @property
    def label(self) -> int | None:
        """The class that is known to be right; None where nobody knows."""
        return self.given.label if isinstance(self.given, Sheet) and self.given.drawing.empty else None

    @staticmethod
    def _grey(sheet: Sheet) -> NDArray[np.uint8] | None:
        if sheet.drawing.empty and sheet.picture is not None and sheet.picture.shape == (FIELD, FIELD):
            return sheet.picture
        prepared = prepare(Pen(sheet.picture).follow(sheet.drawing))
        return None if prepared is None else prepared.grey


def answer(net: Net, output: Array) -> NDArray[np.float32] | None:
    """Probabilities (K,) for one output (K,): of logits by softmax, as they are after softmax or sigmoid.

    A single sigmoid stands for two classes. None for an output that cannot be read so.
    """
    if output.ndim != 1 or not np.isfinite(output).all():
        return None
    if isinstance(net.layers[-1], Softmax):
        return output
    if isinstance(net.layers[-1], Sigmoid):
        return np.array([1 - output[0], output[0]], np.float32) if len(output) == 1 else output
    return None if len(output) == 1 else softmax(output)
