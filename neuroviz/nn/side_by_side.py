"""What an ensemble is made of: parameters of many nets in one vector, layers and losses on all of them."""

from __future__ import annotations

from abc import ABC, abstractmethod

import numpy as np

from neuroviz.nn.arrays import Array
from neuroviz.nn.columns import Columns
from neuroviz.nn.layer import Op
from neuroviz.nn.loss import Loss
from neuroviz.nn.losses import CrossEntropy
from neuroviz.nn.plan import Plan


class Weights:
    """The parameters of k nets in one vector, layer by layer; `of[i]` (k, n_out, n_in + 1) is dense layer i,
    the last column its bias. So the first layer of all nets is one matrix, and an optimiser sees one vector.
    """

    def __init__(self, plan: Plan, k: int, flat: Array) -> None:
        """flat (k n_params,): where they are to lie."""
        self.flat = flat
        self.of: dict[int, Array] = {}
        self.spans: dict[int, slice] = {}
        self._rows: dict[int, tuple[slice, tuple[int, int, int]]] = {}
        end = 0
        for i, own in enumerate(plan.segments):
            if not own:
                continue
            n_in, n_out = own["w"].parameter.shape
            start, size = own["w"].start, (n_in + 1) * n_out  # in a net's theta the bias follows the weights
            self.spans[i] = slice(end, end + k * size)
            self.of[i] = flat[self.spans[i]].reshape(k, n_out, n_in + 1)
            self._rows[i] = slice(start, start + size), (k, n_in + 1, n_out)
            end += k * size

    def write(self, rows: Array) -> None:
        """Take the parameters from rows (k, n_params), a net each."""
        for i, (span, shape) in self._rows.items():
            self.of[i][...] = rows[:, span].reshape(shape).transpose(0, 2, 1)

    def read(self, rows: Array) -> None:
        """Write them into rows (k, n_params), a net each."""
        for i, (span, shape) in self._rows.items():
            rows[:, span].reshape(shape)[...] = self.of[i].transpose(0, 2, 1)


class Program:
    """The layers of k nets at work on the same `batch` examples; `use` says which nets; y, dy (k, n_out, N).

    Its buffers serve one block of nets after the other, so that they stay in the processor's cache.
    """

    def __init__(self, plan: Plan, k: int, batch: int) -> None:
        self._dense: dict[int, _Shared | _Own | _Single] = {}
        self.columns = Columns(plan, (k,), batch, self._make)
        self.y, self.dy = self.columns.y, self.columns.dy

    def use(self, weights: Weights, grads: Weights) -> None:
        """Work with these from now on."""
        for i, op in self._dense.items():
            op.use(weights.of[i], grads.of[i])

    def load(self, x: Array) -> None:
        """Take the examples x (N, n_in)."""
        np.copyto(self.columns.x, x.T, casting="same_kind")

    def _make(self, i: int, x: Array, dx: Array | None, y: Array) -> Op:
        kind = _Shared if x.ndim == 2 else _Single if y.shape[1] == 1 else _Own
        self._dense[i] = op = kind(x, dx, y)
        return op


class _Dense(Op):
    """x (k, n_in + 1, N), or (n_in + 1, N) the same for all; y (k, n_out, N)."""

    def __init__(self, x: Array, dx: Array | None, y: Array) -> None:
        self.x, self.dx, self.y = x, dx, y
        self.x_t = np.swapaxes(x, -1, -2)
        self.dy: Array = np.empty(y.shape, y.dtype)

    def use(self, w: Array, dw: Array) -> None:
        """w and its gradient (k, n_out, n_in + 1)."""
        self.w, self.dw = w, dw
        self.w_in = w[:, :, :-1].transpose(0, 2, 1)

    def forward(self) -> None:
        np.matmul(self.w, self.x, out=self.y)

    def backward(self, dy: Array) -> None:
        np.matmul(dy, self.x_t, out=self.dw)
        if self.dx is not None:
            np.matmul(self.w_in, dy, out=self.dx)


class _Own(_Dense):
    """Every net has inputs of its own: a stack of small products."""


class _Single(_Dense):
    """One output: what goes back is no product of matrices, and costs a third without one."""

    def backward(self, dy: Array) -> None:
        np.matmul(dy, self.x_t, out=self.dw)
        if self.dx is not None:
            np.multiply(self.w_in, dy, out=self.dx)


class _Shared(_Dense):
    """All nets have the same inputs: one product for all of them."""

    def __init__(self, x: Array, dx: Array | None, y: Array) -> None:
        super().__init__(x, dx, y)
        k, n_out, n = y.shape
        self.straight = bool(y.flags.c_contiguous)
        self.z = y.reshape(k * n_out, n) if self.straight else np.empty((k * n_out, n), y.dtype)
        self.apart = self.z.reshape(y.shape)
        self.together = self.dy.reshape(k * n_out, n)

    def use(self, w: Array, dw: Array) -> None:
        self.w, self.dw = w.reshape(-1, w.shape[2]), dw.reshape(-1, w.shape[2])

    def forward(self) -> None:
        np.dot(self.w, self.x, self.z)
        if not self.straight:
            np.copyto(self.y, self.apart)

    def backward(self, dy: Array) -> None:  # noqa: ARG002  (bound to it)
        np.dot(self.together, self.x_t, self.dw)


class Losses(ABC):
    """A loss of k nets on the same examples: y and its gradient dy (k, n_out, N)."""

    def __init__(self, y: Array, dy: Array) -> None:
        self.y, self.dy = y, dy

    @abstractmethod
    def __call__(self, targets: Array, share: float, fold: float, out: Array) -> None:
        """out (k,): each net's sum of losses times `share`; dy becomes its gradient times `fold`."""


def losses_of(loss: Loss, y: Array, dy: Array) -> Losses:
    """The loss at work on y and dy."""
    return (_CrossEntropies if isinstance(loss, CrossEntropy) else _SquaredErrors)(y, dy)


class _SquaredErrors(Losses):
    def __init__(self, y: Array, dy: Array) -> None:
        super().__init__(y, dy)
        self.flat = dy.reshape(len(dy), -1)

    def __call__(self, targets: Array, share: float, fold: float, out: Array) -> None:
        share /= self.y.shape[1]
        np.subtract(self.y, targets.T, out=self.dy)
        np.vecdot(self.flat, self.flat, out=out)
        np.multiply(out, share, out=out)
        np.multiply(self.dy, 2 * share * fold, out=self.dy)


class _CrossEntropies(Losses):
    """See nn.losses.CrossEntropy."""

    def __init__(self, y: Array, dy: Array) -> None:
        super().__init__(y, dy)
        k, n_out, n = y.shape
        self.flat = dy.reshape(k, n_out * n)
        self.row, self.truth = np.empty((k, 1, n), y.dtype), np.empty((k, n), y.dtype)
        self.hot = np.zeros((n_out, n), y.dtype)
        self.examples = np.arange(n)

    def __call__(self, targets: Array, share: float, fold: float, out: Array) -> None:
        p, row, truth, hot = self.dy, self.row, self.truth, self.hot
        hot[...] = 0
        hot[targets, self.examples] = share * fold
        np.maximum.reduce(self.y, axis=1, keepdims=True, out=row)
        np.subtract(self.y, row, out=p)  # exp of at most 0 cannot overflow
        self.flat.take(targets * len(self.examples) + self.examples, 1, truth, "clip")
        np.exp(p, out=p)
        np.add.reduce(p, axis=1, keepdims=True, out=row)
        np.subtract(np.log(row[:, 0]), truth, out=truth)
        np.add.reduce(truth, axis=1, out=out)
        np.multiply(out, share, out=out)
        np.divide(share * fold, row, out=row)
        np.multiply(p, row, out=p)
        np.subtract(p, hot, out=p)
