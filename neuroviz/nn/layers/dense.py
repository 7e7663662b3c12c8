"""Dense: y = x w + b, every input wired to every output."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from neuroviz.nn.arrays import Array, Shape
from neuroviz.nn.checks import whole
from neuroviz.nn.gemm import Product, TallProduct
from neuroviz.nn.layer import Layer, Op, Parameter, Site, want_rank


@dataclass(frozen=True)
class Dense(Layer):
    """Flat (n_in,) to (n_out,). Parameters: w (n_in, n_out), b (n_out,)."""

    kind = "dense"
    n_out: int

    def __post_init__(self) -> None:
        whole("n_out", self.n_out, 1)

    def output_shape(self, shape: Shape) -> Shape:
        want_rank(self, shape, 1)
        return (self.n_out,)

    def parameters(self, shape: Shape) -> tuple[Parameter, ...]:
        n_in, n_out = shape[0], self.n_out
        return Parameter("w", (n_in, n_out), "weight", n_in, n_out), Parameter("b", (n_out,))

    def bind(self, site: Site) -> Op:
        return _DenseOp(site)


class _DenseOp(Op):
    def __init__(self, site: Site) -> None:
        self.w, self.b = site.params["w"], site.params["b"]
        n = len(site.x)
        self.y = np.empty((n, len(self.b)), site.x.dtype)
        self.dy = dy = site.dy(self.y)
        self.times_w = Product(site.x, self.w, self.y)
        self.dx, self.learns = site.dx, bool(site.grads)
        if dy is None:
            return
        if self.learns:
            self.db = site.grads["b"]
            self.ones = np.ones(n, self.y.dtype)
            self.grad_w = TallProduct(site.x, dy, site.grads["w"])
        if site.dx is not None:
            self.w_t = np.empty(self.w.shape[::-1], self.w.dtype)
            self.times_w_t = Product(dy, self.w_t, site.dx)

    def forward(self) -> None:  # [n, n_in] @ [n_in, n_out] + [n_out]
        self.times_w()
        np.add(self.y, self.b, out=self.y)

    def backward(self, dy: Array) -> None:
        if self.learns:
            self.grad_w()  # [n_in, n] @ [n, n_out]
            np.dot(self.ones, dy, out=self.db)  # the sum over the batch, faster than sum(axis=0)
        if self.dx is not None:
            np.copyto(self.w_t, self.w.T)  # copying costs less than a product with a transposed operand
            self.times_w_t()  # [n, n_out] @ [n_out, n_in]
