"""Linear: the activation that changes nothing, to show what a net without bends can do."""

from __future__ import annotations

from dataclasses import dataclass

from neuroviz.nn.layer import Layer, Op, Site


@dataclass(frozen=True)
class Linear(Layer):
    """Any shape, kept: y = x."""

    kind = "linear"
    elementwise = True

    def bind(self, site: Site) -> Op:
        return _LinearOp(site)


class _LinearOp(Op):
    def __init__(self, site: Site) -> None:
        self.y, self.dy = site.x, site.dx
