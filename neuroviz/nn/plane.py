"""Plane: a flat piece of weight space, and the way into it and back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from neuroviz.nn.arrays import Array, freeze

Floats = NDArray[np.float64]


class Shadow(NamedTuple):
    """Where on a plane a parameter vector casts its shadow, and how far it is from there: (T,) or numbers."""

    a: Floats
    b: Floats
    off: Floats


@dataclass(frozen=True, eq=False)
class Plane:
    """theta(a, b) = origin + a u + b v, each (n_values,) float32 and read-only; u and v need not be at right
    angles, nor of length 1. A line has v = 0.

    n_learned: only so many of the numbers, from the front, count as a place; behind them are the running
    statistics of batch norm. ValueError: vectors of other lengths, u = 0, u and v in one direction.
    """

    origin: Array
    u: Array
    v: Array
    n_learned: int = -1
    _inverse: Floats = field(init=False, repr=False)

    def __post_init__(self) -> None:
        for name in ("origin", "u", "v"):
            one = np.array(getattr(self, name), np.float32)
            if one.ndim != 1 or one.shape != self.origin.shape:
                raise ValueError(f"{name} has the shape {one.shape}, the origin {self.origin.shape}")
            object.__setattr__(self, name, freeze(one))
        if self.n_learned < 0:
            object.__setattr__(self, "n_learned", len(self.origin))
        object.__setattr__(self, "_inverse", self._inverted())

    @property
    def is_line(self) -> bool:
        """Whether it has one direction only."""
        return not self.v.any()

    def at(self, a: float, b: float = 0.0) -> Array:
        """The parameters there, (n_values,) float32."""
        theta: Array = self.u * np.float32(a)
        if b:
            theta += self.v * np.float32(b)
        theta += self.origin
        return theta

    def shadow(self, thetas: Array) -> Shadow:
        """Of thetas (n_values,) or (T, n_values): the nearest place on the plane, and the distance to it."""
        many = np.atleast_2d(thetas)
        found = np.array([self._one(theta) for theta in many]).T
        a, b, off = found if np.ndim(thetas) == 2 else found[:, 0]
        return Shadow(a, b, off)

    def _one(self, theta: Array) -> tuple[float, float, float]:
        n = self.n_learned
        away = theta[:n].astype(np.float64) - self.origin[:n]
        u, v = self.u[:n], self.v[:n]
        a, b = self._inverse @ (np.dot(away, u), np.dot(away, v))
        away -= a * u
        if b:
            away -= b * v
        return float(a), float(b), float(np.linalg.norm(away))

    def _inverted(self) -> Floats:
        """Of the table of products of u and v; for a line, of u alone."""
        u, v = (one[: self.n_learned].astype(np.float64) for one in (self.u, self.v))
        uu, uv, vv = float(u @ u), float(u @ v), float(v @ v)
        if not uu:
            raise ValueError("a plane needs a direction")
        if not self.v.any():
            return np.array([[1 / uu, 0.0], [0.0, 0.0]])
        rest = uu * vv - uv * uv
        if not rest > 1e-9 * uu * vv:
            raise ValueError("two directions of a plane must not be one")
        return np.array([[vv, -uv], [-uv, uu]]) / rest
