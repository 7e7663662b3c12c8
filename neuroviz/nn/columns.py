"""Columns: dense nets at work on examples in columns, (features, N), with a last row of ones for the bias."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import numpy.typing as npt

from neuroviz.nn.arrays import Array
from neuroviz.nn.layer import Layer, Op, Site
from neuroviz.nn.layers.dense import Dense
from neuroviz.nn.layers.linear import Linear
from neuroviz.nn.plan import Plan

MakeDense = Callable[[int, Array, Array | None, Array], Op]
"""From its place in the net, its inputs with the row of ones, the gradient of its inputs (None where nobody
asks for it), and its outputs."""


def want_dense(plan: Plan) -> None:
    """Raise ValueError unless all layers are dense or work value by value."""
    other = [layer.kind for layer in plan.layers if not (isinstance(layer, Dense) or layer.elementwise)]
    if other or len(plan.input_shape) > 1:
        found = ", ".join(other) or "pictures"
        raise ValueError(f"only dense layers and activations learn in columns, not {found}")
    if not plan.n_trainable:
        raise ValueError("this net has nothing to learn")


class Columns:
    """A bound plan: write `x` (n_in, N), call `forward`, read `y`; write `dy`, call `backward`.

    From the first dense layer on all arrays are (*lead, features, N): so many nets beside each other.
    """

    def __init__(self, plan: Plan, lead: tuple[int, ...], batch: int, dense: MakeDense,
                 dtype: npt.DTypeLike = np.float32) -> None:
        layers = list(_working(plan))
        kinds = [isinstance(layer, Dense) for _, layer in layers]
        first = kinds.index(True)
        ahead = [*kinds[1:], False]
        n_in = plan.input_shape[0]
        with_ones: Array = np.ones((n_in + 1, batch), dtype)
        self.x = x = with_ones[:-1]
        dx: Array | None = None
        self._calls: list[Callable[[], None]] = []
        backwards: list[tuple[Op, Array]] = []
        for k, (i, layer) in enumerate(layers):
            nets, n_out = lead if k >= first else (), plan.shapes[i][0]
            ones = np.ones((*nets, n_out + ahead[k], batch), dtype)  # a row more, if a dense layer follows
            y = ones[..., :n_out, :]
            if kinds[k]:
                op = dense(i, with_ones, dx, y)
                dx = op.dy
            else:
                op = layer.bind(Site(x, dx, {}, {}, True, _NO_CHANCE, out=y))
            self._calls.append(op.forward)
            if dx is not None:
                backwards.append((op, dx))
            x, with_ones = y, ones
        assert dx is not None
        self.y, self.dy = x, dx
        self._backs = [(op.backward, dy) for op, dy in reversed(backwards)]

    def forward(self) -> None:
        """Fill y from x."""
        for call in self._calls:
            call()

    def backward(self) -> None:
        """Fill the gradient from dy, after `forward`."""
        for call, dy in self._backs:
            call(dy)


_NO_CHANCE = np.random.default_rng(0)  # no elementwise layer draws from it


def _working(plan: Plan) -> Iterator[tuple[int, Layer]]:
    """The layers that do something, with their places."""
    return ((i, layer) for i, layer in enumerate(plan.layers) if not isinstance(layer, Linear))
