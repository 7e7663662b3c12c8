"""Task: what a net is to learn: examples to learn from, to choose by and to be tested on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

Kind = Literal["classes", "values"]
View = Literal["plane", "line", "images", "table"]

REACH = 1.25
"""Pictures of the plane and of the line go from -REACH to REACH, a little beyond the data."""

LEAST = 2
"""Examples in any part of a task."""

_FAR = 4.0  # deviations: what lies farther off is not worth that all the rest is small
_BEYOND = 1e6  # deviations; a column that is constant while training may be anything in validation
_ENOUGH = 1000  # examples for any shares of a percent or more
_AIR = 0.06  # of a picture, beyond the data on each side


@dataclass(frozen=True, eq=False)
class Examples:
    """x (N, n_in), float32, or uint8 that stands for 0..1 in 255ths; y (N,) class numbers (intp), or
    (N, n_out) float32 values. Both become read-only. ValueError for other types or lengths.
    """

    x: NDArray[Any]
    y: NDArray[Any]

    def __post_init__(self) -> None:
        if self.x.dtype not in (np.float32, np.uint8) or self.x.ndim != 2:
            raise ValueError(f"x is {self.x.dtype} {self.x.shape}, not float32 or uint8 (N, n_in)")
        labels, values = self.y.dtype == np.intp, self.y.dtype == np.float32
        if self.y.ndim != (1 if labels else 2) or not (labels or values) or len(self.y) != len(self.x):
            raise ValueError(f"y is {self.y.dtype} {self.y.shape} for {len(self.x)} examples")
        for name in ("x", "y"):
            array = getattr(self, name).view()
            array.flags.writeable = False
            object.__setattr__(self, name, array)

    def __len__(self) -> int:
        return len(self.x)

    def inputs(self, rows: Any = slice(None)) -> NDArray[np.float32]:
        """Those rows as numbers a net takes: (n, n_in) float32."""
        some = self.x[rows]
        floats: NDArray[np.float32] = some * np.float32(1 / 255) if some.dtype == np.uint8 else some
        return floats

    def take(self, rows: Any) -> Examples:
        """Those rows alone, copied."""
        return Examples(self.x[rows].copy(), self.y[rows].copy())


@dataclass(frozen=True, eq=False)
class Scaling:
    """How a column of the world became a number for the net: net = (world - mean) / deviation, (n,) each."""

    mean: NDArray[np.float64]
    deviation: NDArray[np.float64]

    def there(self, world: NDArray[Any]) -> NDArray[np.float32]:
        """World to net, (N, n); what lies beyond all measure lies as far off as a net can reckon with."""
        scaled = np.clip((world - self.mean) / self.deviation, -_BEYOND, _BEYOND)
        return scaled.astype(np.float32)

    def back(self, net: NDArray[Any]) -> NDArray[np.float64]:
        """Net to world, (N, n)."""
        world: NDArray[np.float64] = net * self.deviation + self.mean
        return world

    def back_of(self, k: int, net: Any) -> Any:
        """Column k alone, net to world, of any shape."""
        return net * float(self.deviation[k]) + float(self.mean[k])


@dataclass(frozen=True, eq=False)
class Task:
    """What is learned from, chosen by (valid) and, in the end, tested on.

    shape: of one example as the world has it: (n,), or (channels, height, width) for pictures; its product
    is n_in. n_out: classes, or values. class_names, input_names and answer_name say what they are called, in
    the data's own words; scaling of inputs and of values, where there was one.
    """

    name: str
    kind: Kind
    view: View
    shape: tuple[int, ...]
    n_out: int
    train: Examples
    valid: Examples
    test: Examples
    class_names: tuple[str, ...] = ()
    input_names: tuple[str, ...] = ()
    inputs: Scaling | None = None
    values: Scaling | None = None
    answer_name: str = ""

    @property
    def n_in(self) -> int:
        """Numbers in one example."""
        return int(self.train.x.shape[1])

    @property
    def is_mapped(self) -> bool:
        """Whether all that a net answers can be seen at once: along one input, or over two."""
        return self.n_in <= 2 and self.view != "images"

    @cached_property
    def window(self) -> tuple[tuple[float, float], ...]:
        """From where to where a picture goes along each input, as the net takes it: over all examples of a
        table that are not chosen to test on, but for single ones that lie far off. Of mapped tasks alone.
        """
        if self.view != "table":
            return ((-REACH, REACH),) * self.n_in
        found = []
        for k in range(self.n_in):
            x = np.concatenate([self.train.inputs()[:, k], self.valid.inputs()[:, k]])
            low, high = max(float(x.min()), -_FAR), min(float(x.max()), _FAR)
            air = _AIR * (high - low) if high > low else 1.0
            found.append((low - air, high + air))
        return tuple(found)

    def world_input(self, k: int, net: Any) -> Any:
        """Input k in the units of the data."""
        return net if self.inputs is None else self.inputs.back_of(k, net)

    def world_answer(self, net: Any) -> Any:
        """The first value in the units of the data."""
        return net if self.values is None else self.values.back_of(0, net)


@dataclass(frozen=True)
class TaskSpec:
    """Which task, as plain values: the same spec and the same source make the same task, bit for bit.

    source: the id of a task of data.toys, "digits", or the name of the visitor's own data. n: examples in
    all, at most. noise: of points, as a deviation in units of the square; of pictures, of a pixel; of values,
    as a share of their deviation. balance: each class has this share of the examples of the class before it.
    wrong_labels: share of the training labels that are handed round. leak: the test examples are learned too.
    valid, test: shares of all examples. classes: where the task may have more or fewer.
    """

    source: str = "spirals"
    n: int = 400
    noise: float = 0.0
    balance: float = 1.0
    wrong_labels: float = 0.0
    leak: bool = False
    valid: float = 0.2
    test: float = 0.2
    classes: int = 2
    seed: int = 1

    @property
    def least(self) -> int | None:
        """The fewest examples that can be cut in these shares, with LEAST in each part; None: no number is
        enough.
        """
        return next((n for n in range(3 * LEAST, _ENOUGH) if min(self.cut_of(n)) >= LEAST), None)

    def cut_of(self, n: int) -> tuple[int, int, int]:
        """How many of n examples are learned from, chosen by and tested on."""
        test, valid = round(self.test * n), round(self.valid * n)
        return n - valid - test, valid, test
