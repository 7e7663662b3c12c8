"""Dropout: in training every value is silenced with probability `rate` (Srivastava 2014)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from neuroviz.nn.arrays import Array
from neuroviz.nn.checks import real
from neuroviz.nn.layer import Layer, Op, Site


@dataclass(frozen=True)
class Dropout(Layer):
    """Any shape, kept. What stays is scaled by 1 / (1 - rate), so outside training nothing is to be done."""

    kind = "dropout"
    rate: float = 0.5

    def __post_init__(self) -> None:
        real("rate", self.rate, 0, 1, open_high=True)

    def bind(self, site: Site) -> Op:
        return _DropoutOp(self.rate, site) if site.training else _Identity(site)


class _Identity(Op):
    def __init__(self, site: Site) -> None:
        self.y, self.dy = site.x, site.dx


class _DropoutOp(Op):
    def __init__(self, rate: float, site: Site) -> None:
        self.rate, self.rng, self.x = rate, site.rng, site.x
        self.y = np.empty_like(site.x)
        self.mask = np.empty(site.x.shape, site.x.dtype)
        self.dy = site.dx  # the gradient is masked in place

    def forward(self) -> None:
        self.rng.random(out=self.mask, dtype=self.mask.dtype)
        np.greater_equal(self.mask, self.rate, out=self.mask)
        np.multiply(self.mask, 1 / (1 - self.rate), out=self.mask)
        np.multiply(self.x, self.mask, out=self.y)

    def backward(self, dy: Array) -> None:
        np.multiply(dy, self.mask, out=dy)
