"""Gradients of a net that does not learn: of anything it computes, to all that it was computed from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from neuroviz.nn.arrays import DIVERGING_IS_ALLOWED, Array, freeze, to_outer
from neuroviz.nn.net import Net, Trace
from neuroviz.nn.plan import Program

Seed = Array | Callable[[Array], Array]
"""d(what is asked)/d(an activation), (N, *shape), or a function that makes it from that activation."""


@dataclass(frozen=True, eq=False)
class Gradients:
    """One pass forward and back, in inference mode; everything is read-only.

    trace: the pass forward; dx: (N, *input_shape); dys[i]: d/d(activations[i]), None above what was asked;
    dtheta: (n_params,), summed over the batch (`net.plan.views(dtheta, i, trainable_only=True)`).
    """

    trace: Trace
    dx: Array
    dys: tuple[Array | None, ...]
    dtheta: Array


class InputGradient:
    """The gradient of the input, and nothing else, for batches of one size: its buffers are kept.

    One thread at a time.
    """

    def __init__(self, net: Net, batch: int = 1) -> None:
        self._net = net
        self._program = net.plan.bind(net.theta, batch, probing=True)

    @DIVERGING_IS_ALLOWED
    def __call__(self, x: Array, dy: Seed, at: int | None = None) -> Array:
        """dx (N, *input_shape) for x (N, *input_shape) and dy at activation `at`, by default the output.

        ValueError for shapes that do not fit.
        """
        program = self._program
        last = _forward(program, self._net, x, at)
        _seed(program, dy, last)
        for op in reversed(program.ops[: last + 1]):
            if op.dy is not None:
                op.backward(op.dy)
        assert program.dx is not None
        return to_outer(program.dx).copy()

    @property
    def output(self) -> Array:
        """What the net has answered in the last call: (N, *shapes[-1])."""
        return self._program.outer_ys[-1].copy()


def input_gradient(net: Net, x: Array, dy: Seed, at: int | None = None) -> Array:
    """`InputGradient` for one call."""
    return InputGradient(net, len(x))(x, dy, at)


@DIVERGING_IS_ALLOWED
def backward(net: Net, x: Array, dy: Seed, *, at: int | None = None) -> Gradients:
    """All gradients for x (N, *input_shape), from dy at activation `at` (by default the output) downwards.

    Batch norm uses its running statistics, dropout does nothing. ValueError for shapes that do not fit.
    """
    dtheta = np.zeros(net.n_params, np.float32)
    program = net.plan.bind(net.theta, len(x), grad=dtheta, probing=True)
    last = _forward(program, net, x, at)
    trace = Trace(freeze(program.outer_x.copy()), tuple(freeze(y.copy()) for y in program.outer_ys))
    _seed(program, dy, last)
    dys: list[Array | None] = [None] * len(program.ops)
    for i in range(last, -1, -1):
        op = program.ops[i]
        assert op.dy is not None
        dys[i] = freeze(to_outer(op.dy).copy())  # now: a layer may turn it into the gradient of its input
        op.backward(op.dy)
    assert program.dx is not None
    return Gradients(trace, freeze(to_outer(program.dx).copy()), tuple(dys), freeze(dtheta))


def _forward(program: Program, net: Net, x: Array, at: int | None) -> int:
    """Run forward; the index of the layer at which the gradient is asked."""
    wanted = program.outer_x.shape
    if np.shape(x) != wanted:
        raise ValueError(f"inputs of shape {wanted} are wanted, not {np.shape(x)}")
    last = len(net.layers) - 1 if at is None else at
    if not 0 <= last < len(net.layers):
        raise ValueError(f"there is no layer {at}")
    np.copyto(program.outer_x, x)
    program.forward()
    return last


def _seed(program: Program, dy: Seed, last: int) -> None:
    y, into = program.outer_ys[last], program.ops[last].dy
    assert into is not None
    given = dy(y.copy()) if callable(dy) else dy
    if np.shape(given) != y.shape:
        raise ValueError(f"a gradient of shape {y.shape} is wanted, not {np.shape(given)}")
    np.copyto(to_outer(into), given)
