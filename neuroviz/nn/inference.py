"""Inference: programs for a net that never changes, kept for the batch sizes in use."""

from __future__ import annotations

import numpy as np

from neuroviz.nn.arrays import DIVERGING_IS_ALLOWED, Array, freeze
from neuroviz.nn.plan import Plan, Program

PICTURES_AT_ONCE = 32  # larger pieces of a picture's columns fall out of the L2 cache
VECTORS_AT_ONCE = 256
SIZES_KEPT = 4


class Inference:
    """Runs a plan with fixed parameters, in pieces that stay in cache, from any number of threads.

    Who writes to the parameters all the same has to say so: see `renew`.
    """

    def __init__(self, plan: Plan, theta: Array) -> None:
        self._plan = plan
        self._theta = theta
        self._piece = PICTURES_AT_ONCE if plan.has_pictures else VECTORS_AT_ONCE
        # A program is taken out of its list while it runs, so two threads never share one:
        # list.pop and list.append are atomic, and a second thread binds a program of its own.
        self._idle: dict[int, list[Program]] = {}

    @DIVERGING_IS_ALLOWED
    def outputs(self, x: Array) -> Array:
        """(N, *shapes[-1]) for x (N, *input_shape)."""
        if len(x) > self._piece:
            return np.concatenate([self.outputs(piece) for piece in self._pieces(x)])
        program = self._take(len(x))
        np.copyto(program.outer_x, x)
        program.forward()
        out = program.outer_ys[-1].copy()
        self._give_back(len(x), program)
        return out

    @DIVERGING_IS_ALLOWED
    def activations(self, x: Array) -> tuple[Array, ...]:
        """The read-only outputs of each layer, (N, *shapes[i]), for x (N, *input_shape)."""
        if len(x) > self._piece:
            pieces = [self.activations(piece) for piece in self._pieces(x)]
            return tuple(freeze(np.concatenate(parts)) for parts in zip(*pieces, strict=True))
        program = self._take(len(x))
        np.copyto(program.outer_x, x)
        program.forward()
        outs = tuple(freeze(y.copy()) for y in program.outer_ys)
        self._give_back(len(x), program)
        return outs

    def renew(self) -> None:
        """The parameters have been written to, while nothing was running: take them as they are now."""
        for programs in self._idle.values():
            for program in programs:
                program.renew()

    def _pieces(self, x: Array) -> list[Array]:
        return [x[start : start + self._piece] for start in range(0, len(x), self._piece)]

    def _take(self, size: int) -> Program:
        try:
            return self._idle[size].pop()
        except (KeyError, IndexError):
            return self._plan.bind(self._theta, size)

    def _give_back(self, size: int, program: Program) -> None:
        if size in self._idle or len(self._idle) < SIZES_KEPT:
            self._idle.setdefault(size, []).append(program)
