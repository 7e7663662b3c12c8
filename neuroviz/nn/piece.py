"""Piece: a program in training for a fixed number of examples, with its loss and the way its data come in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

import numpy as np

from neuroviz.nn.arrays import Array
from neuroviz.nn.loss import Loss
from neuroviz.nn.plan import Plan


class Learning(Protocol):
    """Learns from so many examples: `load` or `gather` them, then `learn` fills the gradient."""

    def load(self, x: Array, y: Array) -> None:
        """Take the examples x (size, *input_shape) and targets y."""

    def gather(self, x: Array, y: Array, at: Array) -> None:
        """Take the examples `at` of x and y; the indices have been checked."""

    def feed(self, x: Array, y: Array, at: Array) -> Iterator[None]:
        """Take the examples of one row of `at` (S, size) after the other; meanwhile x and y do not change."""

    def learn(self, share: float, fold: float) -> float:
        """Sum of the losses times `share`, the gradient times `fold` (see BoundLoss)."""


class Piece:
    """Learns from `size` examples: `load` or `gather` them, then `learn` fills `grad`."""

    def __init__(self, plan: Plan, loss: Loss, theta: Array, grad: Array, size: int,
                 rng: np.random.Generator) -> None:
        self.program = program = plan.bind(theta, size, grad=grad, rng=rng)
        assert program.dy is not None
        self.loss = loss.bind(program.y, program.dy)
        self.x = program.outer_x
        flat = program.x.ndim == 2
        self.rows = self.x if flat else np.empty((size, *plan.input_shape), theta.dtype)
        self.targets = np.empty(0)

    def load(self, x: Array, y: Array) -> None:
        """Take the examples x (size, *input_shape) and targets y."""
        np.copyto(self.x, x, casting="same_kind")
        self.targets = y

    def gather(self, x: Array, y: Array, at: Array) -> None:
        """Take the examples `at` of x and y; the indices have been checked."""
        if x.dtype == self.rows.dtype:
            x.take(at, 0, self.rows, "clip")  # the other modes gather into a copy first
            if self.rows is not self.x:
                np.copyto(self.x, self.rows)
        else:
            np.copyto(self.x, x.take(at, 0), casting="same_kind")
        self.targets = y.take(at, 0)

    def feed(self, x: Array, y: Array, at: Array) -> Iterator[None]:
        """Take the examples of one row of `at` (S, size) after the other."""
        for rows in at:
            self.gather(x, y, rows)
            yield

    def learn(self, share: float, fold: float) -> float:
        """Sum of the losses times `share`, the gradient times `fold` (see BoundLoss)."""
        self.program.forward()
        loss = self.loss(self.targets, share, fold)
        self.program.backward()
        return loss
