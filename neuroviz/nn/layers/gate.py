"""Gate: each unit or map passed on, silenced, boosted or held at a value; nothing of it is learned."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from neuroviz.nn.arrays import Array, Shape
from neuroviz.nn.layer import Layer, Op, Parameter, Site


@dataclass(frozen=True)
class Gate(Layer):
    """Any shape, kept: y = factor x + held, one of each for a unit of (F,) or a map of (C, H, W).

    factor 1 and held 0 change nothing, 0 and 0 switch off, 0 and v hold at v. Not trainable.
    """

    kind = "gate"

    def parameters(self, shape: Shape) -> tuple[Parameter, ...]:
        one = (shape[0],)
        return Parameter("factor", one, "ones", trainable=False), Parameter("held", one, trainable=False)

    def bind(self, site: Site) -> Op:
        return _GateOp(site)


class _GateOp(Op):
    def __init__(self, site: Site) -> None:
        flat = site.x.ndim == 2
        beside = (1, -1) if flat else (-1, *(1,) * (site.x.ndim - 1))
        self.x, self.y = site.x, np.empty_like(site.x)
        self.factor, self.held = (site.params[name].reshape(beside) for name in ("factor", "held"))
        self.renew()
        self.dx = site.dx
        self.dy = site.dy(self.y)

    def renew(self) -> None:
        # An infinite value times 0 is not a number: what is switched off must be 0 whatever comes in.
        self.shut = (self.factor == 0) if (self.factor == 0).any() else None

    def forward(self) -> None:
        np.multiply(self.x, self.factor, out=self.y)
        if self.shut is not None:
            np.copyto(self.y, 0, where=self.shut)
        np.add(self.y, self.held, out=self.y)

    def backward(self, dy: Array) -> None:
        if self.dx is not None:
            np.multiply(dy, self.factor, out=self.dx)
