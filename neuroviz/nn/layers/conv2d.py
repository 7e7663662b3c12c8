"""Conv2d: the same small window of weights slid over every place of a picture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import as_strided

from neuroviz.nn.arrays import Array, Shape
from neuroviz.nn.checks import whole
from neuroviz.nn.gemm import Product
from neuroviz.nn.layer import Layer, Op, Parameter, Site, want_rank


@dataclass(frozen=True)
class Conv2d(Layer):
    """(C, H, W) to (channels, H', W'), H' = (H + 2 padding - kernel) // stride + 1 (cross-correlation).

    Parameters: w (channels, C, kernel, kernel), b (channels,). The padding is zeros.
    """

    kind = "conv2d"
    channels: int
    kernel: int
    stride: int = 1
    padding: int = 0

    def __post_init__(self) -> None:
        whole("channels", self.channels, 1)
        whole("kernel", self.kernel, 1)
        whole("stride", self.stride, 1)
        whole("padding", self.padding, 0)

    def output_shape(self, shape: Shape) -> Shape:
        want_rank(self, shape, 3)
        rows, columns = ((n + 2 * self.padding - self.kernel) // self.stride + 1 for n in shape[1:])
        if rows < 1 or columns < 1:
            raise ValueError(f"a {self.kernel}×{self.kernel} window does not fit into {shape}")
        return (self.channels, rows, columns)

    def parameters(self, shape: Shape) -> tuple[Parameter, ...]:
        area = self.kernel * self.kernel
        w_shape = (self.channels, shape[0], self.kernel, self.kernel)
        w = Parameter("w", w_shape, "weight", shape[0] * area, self.channels * area)
        return w, Parameter("b", (self.channels,))

    def bind(self, site: Site) -> Op:
        return _ConvOp(self, site)


def windows(x: Array, kernel: int, stride: int, rows: int, columns: int) -> Array:
    """(C, kernel, kernel, rows, columns, N): every place of the window in x (C, H, W, N), a view."""
    c, h, w, n = x.strides
    shape = (x.shape[0], kernel, kernel, rows, columns, x.shape[3])
    return as_strided(x, shape, (c, h, w, stride * h, stride * w, n))


class _ConvOp(Op):
    """im2col: one copy lays the windows side by side, one product does the rest.

    The columns end in a row of ones, so that the bias and its gradient ride along in the products.
    """

    def __init__(self, conv: Conv2d, site: Site) -> None:
        x, dtype, p = site.x, site.x.dtype, conv.padding
        self.conv, self.x = conv, x
        c_out, rows, columns = conv.output_shape(x.shape[:3])
        c, h, w, n = x.shape
        self.padded = np.zeros((c, h + 2 * p, w + 2 * p, n), dtype) if p else x
        self.inside = self.padded[:, p : p + h, p : p + w]
        self.windows = windows(self.padded, conv.kernel, conv.stride, rows, columns)
        k, places = c * conv.kernel**2, rows * columns * n
        self.columns = np.ones((k + 1, places), dtype)
        self.columns_as_windows = self.columns[:k].reshape(self.windows.shape)
        self.w, self.b = site.params["w"].reshape(c_out, k), site.params["b"]
        self.wb = np.empty((c_out, k + 1), dtype)
        self._pack()
        self.training = site.training
        self.y = np.empty((c_out, rows, columns, n), dtype)
        self.convolve = Product(self.wb, self.columns, self.y.reshape(c_out, places))
        self.dy, self.dx = site.dy(self.y), site.dx
        if self.dy is not None:
            self._bind_backward(site.grads, self.dy.reshape(c_out, places))

    def _bind_backward(self, grads: Mapping[str, Array], dy: Array) -> None:
        self.dwb = np.empty_like(self.wb)
        self.dw, self.db = grads["w"].reshape(self.w.shape), grads["b"]
        self.grad_wb = Product(dy, self.columns.T, self.dwb)
        if self.dx is None:
            return
        self.dpadded = np.zeros_like(self.padded) if self.conv.padding else self.dx
        p, (_, h, w, _) = self.conv.padding, self.x.shape
        self.dinside = self.dpadded[:, p : p + h, p : p + w]
        self.dcolumns = np.empty_like(self.columns[:-1])
        self.back = Product(self.w.T, dy, self.dcolumns)
        self.dwindows = self.dcolumns.reshape(self.windows.shape)
        self.targets = windows(self.dpadded, self.conv.kernel, self.conv.stride, *self.y.shape[1:3])

    def _pack(self) -> None:
        self.wb[:, :-1] = self.w
        self.wb[:, -1] = self.b

    def forward(self) -> None:  # [c_out, c k k + 1] @ [c k k + 1, rows columns n]
        if self.training:
            self._pack()
        if self.padded is not self.x:
            np.copyto(self.inside, self.x)
        np.copyto(self.columns_as_windows, self.windows)
        self.convolve()

    def backward(self, dy: Array) -> None:  # noqa: ARG002  (the products are bound to it)
        self.grad_wb()  # [c_out, places] @ [places, c k k + 1]
        np.copyto(self.dw, self.dwb[:, :-1])
        np.copyto(self.db, self.dwb[:, -1])
        if self.dx is None:
            return
        self.back()  # [c k k, c_out] @ [c_out, places]
        self.dpadded.fill(0)
        for i in range(self.conv.kernel):  # col2im: windows overlap, their gradients add up
            for j in range(self.conv.kernel):
                target = self.targets[:, i, j]
                np.add(target, self.dwindows[:, i, j], out=target)
        if self.dpadded is not self.dx:
            np.copyto(self.dx, self.dinside)
