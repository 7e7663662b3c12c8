"""Conv2d: the same small window of weights slid over every place of a picture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import as_strided

from neuroviz.nn.arrays import Array, Shape
from neuroviz.nn.checks import whole
from neuroviz.nn.gemm import LongProduct, Product, pieces
from neuroviz.nn.layer import Layer, Op, Parameter, Site, want_rank

FEW = 32  # with more output channels a product is large enough in every direction to be left whole


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


def stretches(x: Array, kernel: int, length: int) -> Array:
    """(C, kernel, kernel, length): what each weight meets along all of one picture x (C, H, W, 1), a view."""
    c, h, w, _ = x.strides
    return as_strided(x, (x.shape[0], kernel, kernel, length), (c, h, w, w))


class _ConvOp(Op):
    """im2col: one copy lays the windows side by side, one product does the rest.

    The columns end in a row of ones, so that the bias and its gradient ride along in the products.
    A single picture is answered with each row at its full width, windows that wrap around the edge
    included and never looked at: then each row of the columns is one stretch of the picture.
    """

    def __init__(self, conv: Conv2d, site: Site) -> None:
        x, dtype, p = site.x, site.x.dtype, conv.padding
        self.conv, self.x, self.training = conv, x, site.training
        c_out, rows, columns = conv.output_shape(x.shape[:3])
        c, h, w, n = x.shape
        compact = not p and x.flags.c_contiguous  # not so behind another answer at full width
        self.padded = x if compact else np.zeros((c, h + 2 * p, w + 2 * p, n), dtype)
        self.inside = self.padded[:, p : p + h, p : p + w]
        wide = n == 1 and conv.stride == 1 and site.dx is None and not site.grads
        width = w + 2 * p if wide else columns
        k, places = c * conv.kernel**2, ((rows - 1) * width + columns) * n
        self.windows = (stretches(self.padded, conv.kernel, places) if wide
                        else windows(self.padded, conv.kernel, conv.stride, rows, columns))
        self.columns = np.ones((k + 1, places), dtype)
        self.columns_as_windows = self.columns[:k].reshape(self.windows.shape)
        self.w, self.b = site.params["w"].reshape(c_out, k), site.params["b"]
        self.wb = np.empty((c_out, k + 1), dtype)
        self._pack()
        y = np.empty((c_out, rows * width * n), dtype)
        self.y = y.reshape(c_out, rows, width, n)[:, :, :columns]
        self.cuts = pieces(places, c_out * (k + 1)) if c_out <= FEW else 1
        self.convolve = Product(self.wb, self.columns, y[:, :places], self.cuts)
        self.dy, self.dx = site.dy(self.y), site.dx
        if self.dy is not None:
            self._bind_backward(site.grads, self.dy.reshape(c_out, places))

    def _bind_backward(self, grads: Mapping[str, Array], dy: Array) -> None:
        self.learns = bool(grads)
        if self.learns:
            self.dw, self.db = grads["w"].reshape(self.w.shape), grads["b"]
            self.dwb = np.empty(self.wb.shape[::-1], dy.dtype)  # transposed: a tall product is faster
            self.grad_wb = LongProduct(self.columns, dy, self.dwb, self.cuts)
        if self.dx is None:
            return
        # Once the weights' gradient is known the columns are done with: their gradient takes the place.
        self.back = Product(self.w.T, dy, self.columns[:-1], self.cuts)
        p, (c, h, w, n) = self.conv.padding, self.x.shape
        self.dpadded = np.empty_like(self.padded) if self.padded is not self.x else self.dx
        self.dinside = self.dpadded[:, p : p + h, p : p + w]
        self.dstrips = np.empty((c, self.conv.kernel, h + 2 * p, self.y.shape[2], n), dy.dtype)
        # col2im in two stages, rows then columns: together fewer and longer additions than window by window.
        stride, span = self.conv.stride, [self.conv.stride * (size - 1) + 1 for size in self.y.shape[1:3]]
        self.additions = [
            (self.dstrips[:, :, i : i + span[0] : stride], self.columns_as_windows[:, i])
            for i in range(self.conv.kernel)
        ], [
            (self.dpadded[:, :, j : j + span[1] : stride], self.dstrips[:, j])
            for j in range(self.conv.kernel)
        ]
        # The first share is laid there, not added: without gaps in it, only what it leaves needs to be zero.
        self.rest = (self.dstrips, self.dpadded)
        if stride == 1:
            self.rest = self.dstrips[:, :, span[0] :], self.dpadded[:, :, span[1] :]

    def renew(self) -> None:
        self._pack()

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
        if self.learns:
            self.grad_wb()  # [c k k + 1, places] @ [places, c_out]
            np.copyto(self.dw, self.dwb[:-1].T)
            np.copyto(self.db, self.dwb[-1])
        if self.dx is None:
            return
        self.back()  # [c k k, c_out] @ [c_out, places]
        for rest, ((first, laid), *additions) in zip(self.rest, self.additions, strict=True):
            rest.fill(0)
            np.copyto(first, laid)
            for target, share in additions:
                np.add(target, share, out=target)
        if self.dpadded is not self.dx:
            np.copyto(self.dx, self.dinside)
