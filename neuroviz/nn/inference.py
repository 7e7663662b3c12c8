"""Inference: programs for a net that never changes, kept for the batch sizes in use."""

from __future__ import annotations

import numpy as np

from neuroviz.nn.arrays import Array, freeze, to_inner, to_outer
from neuroviz.nn.plan import Plan, Program

PICTURES_AT_ONCE = 32  # larger pieces of a picture's columns fall out of the L2 cache
VECTORS_AT_ONCE = 256
SIZES_KEPT = 4


class Inference:
    """Runs a plan with fixed parameters, in pieces that stay in cache, from any number of threads."""

    def __init__(self, plan: Plan, theta: Array) -> None:
        self._plan = plan
        self._theta = theta
        self._piece = PICTURES_AT_ONCE if plan.has_pictures else VECTORS_AT_ONCE
        # A program is taken out of its list while it runs, so two threads never share one:
        # list.pop and list.append are atomic, and a second thread binds a program of its own.
        self._idle: dict[int, list[Program]] = {}

    def outputs(self, x: Array) -> Array:
        """(N, *shapes[-1]) for x (N, *input_shape)."""
        out = np.empty((len(x), *self._plan.shapes[-1]), self._theta.dtype)
        for start in range(0, len(x), self._piece):
            piece = x[start : start + self._piece]
            program = self._take(len(piece))
            np.copyto(program.x, to_inner(piece))
            program.forward()
            np.copyto(out[start : start + len(piece)], to_outer(program.y))
            self._give_back(len(piece), program)
        return out

    def activations(self, x: Array) -> tuple[Array, ...]:
        """The read-only outputs of each layer, (N, *shapes[i]), for x (N, *input_shape)."""
        outs = [np.empty((len(x), *shape), self._theta.dtype) for shape in self._plan.shapes]
        for start in range(0, len(x), self._piece):
            piece = x[start : start + self._piece]
            program = self._take(len(piece))
            np.copyto(program.x, to_inner(piece))
            program.forward()
            for out, op in zip(outs, program.ops, strict=True):
                np.copyto(out[start : start + len(piece)], to_outer(op.y))
            self._give_back(len(piece), program)
        return tuple(freeze(out) for out in outs)

    def _take(self, size: int) -> Program:
        try:
            return self._idle[size].pop()
        except (KeyError, IndexError):
            return self._plan.bind(self._theta, size)

    def _give_back(self, size: int, program: Program) -> None:
        if size in self._idle or len(self._idle) < SIZES_KEPT:
            self._idle.setdefault(size, []).append(program)
