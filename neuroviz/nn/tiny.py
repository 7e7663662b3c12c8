"""TinyTrainer: a trainer for nets so small that the calls cost more than the arithmetic.

A step of 2-8-8-1 is about thirty calls of NumPy, and they are nearly all it costs. So a weight matrix and
its bias are one matrix (they lie beside each other in theta), examples are columns with a row of ones, and
outputs go straight into the next layer's inputs.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from neuroviz.nn.arrays import Array
from neuroviz.nn.columns import Columns, want_dense
from neuroviz.nn.layer import Op
from neuroviz.nn.loss import BoundLoss, Loss
from neuroviz.nn.losses import SquaredError
from neuroviz.nn.plan import Plan
from neuroviz.nn.trainer import Trainer


class TinyTrainer(Trainer):
    """A `Trainer` for dense layers and activations: the same in half the time, but it rounds otherwise.

    So it is asked for, never chosen for a caller: the same recipe must come to the same bits. `steps_at`
    saves what `step` asks each time. ValueError as for `Trainer`, and for other layers.
    """

    def _new_piece(self, grad: Array, size: int) -> TinyPiece:
        return TinyPiece(self._plan, self._loss, self.theta, grad, size)

    def _check_plan(self) -> None:
        want_dense(self._plan)


class TinyPiece:
    """What nn.piece.Piece is, with examples in columns."""

    def __init__(self, plan: Plan, loss: Loss, theta: Array, grad: Array, size: int) -> None:
        def dense(i: int, x: Array, dx: Array | None, y: Array) -> Op:
            own = plan.segments[i]
            span = slice(own["w"].start, own["b"].start + own["b"].parameter.size)
            shape = (len(x), len(y))
            return _Dense(theta[span].reshape(shape), grad[span].reshape(shape), x, dx, y)

        self.columns = Columns(plan, (), size, dense, theta.dtype)
        self.rows = np.empty((size, *plan.input_shape), theta.dtype)
        y, dy = self.columns.y, self.columns.dy
        square = isinstance(loss, SquaredError)
        self.loss = _SquaredError(y, dy) if square else loss.bind(y.T, dy.T)
        self.targets = np.empty(0)

    def load(self, x: Array, y: Array) -> None:
        """Take the examples x (size, n_in) and targets y."""
        np.copyto(self.columns.x, x.T, casting="same_kind")
        self.targets = y

    def gather(self, x: Array, y: Array, at: Array) -> None:
        """Take the examples `at` of x and y; the indices have been checked."""
        if x.dtype == self.rows.dtype:
            x.take(at, 0, self.rows, "clip")
            self.load(self.rows, y.take(at, 0))
        else:
            self.load(x.take(at, 0), y.take(at, 0))

    def feed(self, x: Array, y: Array, at: Array) -> Iterator[None]:
        """Take the examples of one row of `at` (S, size) after the other; the data are turned once."""
        if len(x) > at.size:
            x, y, at = x.take(at.ravel(), 0), y.take(at.ravel(), 0), np.arange(at.size).reshape(at.shape)
        turned = np.ascontiguousarray(x.T, self.rows.dtype)
        columns = self.columns.x
        for rows in at:
            turned.take(rows, 1, columns, "clip")
            self.targets = y.take(rows, 0)
            yield

    def learn(self, share: float, fold: float) -> float:
        """Sum of the losses times `share`, the gradient times `fold` (see BoundLoss)."""
        self.columns.forward()
        loss = self.loss(self.targets, share, fold)
        self.columns.backward()
        return loss


class _Dense(Op):
    """w (n_in + 1, n_out), its last row the bias; x (n_in + 1, N), its last row ones.

    The method `dot` costs two thirds of the function.
    """

    def __init__(self, w: Array, dw: Array, x: Array, dx: Array | None, y: Array) -> None:
        self.dw, self.x, self.dx, self.y = dw, x, dx, y
        self.dy = np.empty(y.shape, y.dtype)
        self.dy_t = self.dy.T
        self.times_w, self.times_x, self.back = w.T.dot, x.dot, w[:-1].dot

    def forward(self) -> None:
        self.times_w(self.x, self.y)

    def backward(self, dy: Array) -> None:
        self.times_x(self.dy_t, self.dw)
        if self.dx is not None:
            self.back(dy, self.dx)


class _SquaredError(BoundLoss):
    """Two calls less than that of the layout for larger nets."""

    def __init__(self, y: Array, dy: Array) -> None:
        self.y, self.dy, self.flat = y, dy, dy.reshape(-1)
        self.squares = self.flat.dot
        self.factor = np.empty((), y.dtype)

    def __call__(self, targets: Array, share: float, fold: float) -> float:
        share /= len(self.y)
        np.subtract(self.y, targets.T, self.dy)
        loss = float(self.squares(self.flat)) * share
        self.factor[()] = 2 * share * fold
        np.multiply(self.dy, self.factor, self.dy)
        return loss

