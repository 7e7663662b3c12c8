"""A surface z = f(x, y) to descend on: heights, slopes and curvatures, exact and for many points at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Point = tuple[float, float]
Domain = tuple[float, float, float, float]
"""x from, x to, y from, y to."""


@dataclass(frozen=True)
class Functions:
    """f and its exact derivatives for float64 arrays that broadcast; parts that do not move may be numbers.

    `value(x, y)`: f; `gradient`: (fx, fy); `hessian`: (fxx, fxy, fyy).
    """

    value: Callable[[Any, Any], Any]
    gradient: Callable[[Any, Any], tuple[Any, Any]]
    hessian: Callable[[Any, Any], tuple[Any, Any, Any]]


@dataclass(frozen=True, eq=False)
class Surface:
    """f(x, y) with what is known of it.

    domain: where it is worth looking at; f is defined everywhere else too, unless typed otherwise.
    minima: known local minima within the domain, the lowest first; empty where none is known.
    starts: telling places to begin at, at least one.
    rate: a learning rate with which plain gradient descent gets on from the starts.
    noise: standard deviation of what a single example adds to each component of the gradient, independent
        from step to step; the mean over a batch of B examples has noise/√B. `gradient` itself is without
        it: whoever walks draws it from a generator of its own.
    text: the same function as a typed formula, or "" if that would be too long.
    """

    id: str
    functions: Functions
    domain: Domain
    starts: tuple[Point, ...]
    rate: float
    minima: tuple[Point, ...] = ()
    noise: float = 0.0
    text: str = ""

    def __post_init__(self) -> None:
        x0, x1, y0, y1 = self.domain
        if not (np.isfinite(self.domain).all() and x0 < x1 and y0 < y1):
            raise ValueError(f"a domain of {self.domain}")
        if not self.starts or self.rate <= 0.0 or self.noise < 0.0:
            raise ValueError(f"starts {self.starts}, rate {self.rate}, noise {self.noise}")

    def value(self, x: ArrayLike, y: ArrayLike) -> Floats:
        """Heights, of the shape x and y broadcast to; far outside inf or NaN, without a warning.

        A grid is quickest as a row of x and a column of y.
        """
        return self._called(lambda *at: (self.functions.value(*at),), x, y)[0]

    def gradient(self, x: ArrayLike, y: ArrayLike) -> tuple[Floats, Floats]:
        """Slopes along x and y."""
        gx, gy = self._called(self.functions.gradient, x, y)
        return gx, gy

    def hessian(self, x: ArrayLike, y: ArrayLike) -> tuple[Floats, Floats, Floats]:
        """Second derivatives xx, xy, yy."""
        hxx, hxy, hyy = self._called(self.functions.hessian, x, y)
        return hxx, hxy, hyy

    @cached_property
    def heights(self) -> tuple[float, ...]:
        """f at each of the minima."""
        return tuple(float(self.value(x, y)) for x, y in self.minima)

    @staticmethod
    def _called(function: Callable[[Any, Any], tuple[Any, ...]], x: ArrayLike, y: ArrayLike) -> list[Floats]:
        x, y = np.asarray(x, np.float64), np.asarray(y, np.float64)
        shape = np.broadcast_shapes(x.shape, y.shape)
        found: list[Floats] = []
        with np.errstate(all="ignore"):
            for block, one_x, one_y in blocks(shape, x, y):
                parts = function(one_x, one_y)
                found = found or [np.empty(shape) for _ in parts]
                for whole, part in zip(found, parts, strict=True):
                    whole[block] = part
        return found


_BLOCK = 8192
Block = tuple[Any, ...]
"""An index: slices, or an ellipsis for everything."""


def blocks(shape: tuple[int, ...], x: Floats, y: Floats) -> Iterator[tuple[Block, Floats, Floats]]:
    """Some thousand points of x and y at a time, which broadcast to `shape`: what is computed of them stays
    in the processor's cache, and memory is bounded. What x and y do not share is left apart, so that x² of
    a whole grid is computed for one row."""
    size = int(np.prod(shape))
    if size <= _BLOCK:
        yield (...,), x, y
        return
    axis = int(np.argmax(shape))
    length = max(1, _BLOCK * shape[axis] // size)
    x = x.reshape((1,) * (len(shape) - x.ndim) + x.shape)
    y = y.reshape((1,) * (len(shape) - y.ndim) + y.shape)
    for start in range(0, shape[axis], length):
        block = (*(slice(None),) * axis, slice(start, start + length))
        yield block, x if x.shape[axis] == 1 else x[block], y if y.shape[axis] == 1 else y[block]
