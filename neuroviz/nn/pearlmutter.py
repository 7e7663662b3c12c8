"""Layers that carry a change of the parameters along: what a Hessian times a vector is made of, exactly.

R{f}(theta) = d/dr f(theta + r v) at r = 0 is pushed forward through each layer and pulled back through its
gradient (Pearlmutter, Fast Exact Multiplication by the Hessian, 1994). All in the inner layout, in the type
of x. As in inference: batch norm works with its running statistics, dropout does nothing. A kink has no
curvature: that of ReLU is 0 everywhere.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping

import numpy as np

from neuroviz.nn.arrays import Array
from neuroviz.nn.layer import Layer
from neuroviz.nn.layers import (
    GELU,
    AvgPool,
    BatchNorm,
    Conv2d,
    Dense,
    Dropout,
    Flatten,
    Gate,
    LeakyReLU,
    Linear,
    MaxPool,
    ReLU,
    Sigmoid,
    Tanh,
)
from neuroviz.nn.layers.batch_norm import EPSILON
from neuroviz.nn.layers.conv2d import windows
from neuroviz.nn.layers.gelu import CUBIC, SCALE

Params = Mapping[str, Array]


class Rung(ABC):
    """One layer at x and its parameters. y: its output. First `back`, then `push` and `pull` for any v."""

    y: Array
    dy: Array

    def __init__(self, layer: Layer, params: Params, x: Array) -> None:  # noqa: ARG002  (of those that have some)
        self.x = x
        self.rx: Array | None = None

    @abstractmethod
    def back(self, dy: Array) -> Array:
        """dx from dy, which is kept."""

    @abstractmethod
    def push(self, rx: Array | None, v: Params) -> Array | None:
        """R{y} from R{x}, None for none, and v, the change of the parameters."""

    @abstractmethod
    def pull(self, rdy: Array, out: Params, *, last: bool) -> Array | None:
        """R{dx} from R{dy}, after `push`; that of the parameters' gradients is added to `out`. last: nobody
        asks for R{dx}."""


class _Linear(Rung):
    """y is linear in x and has no parameters that are learned."""

    @abstractmethod
    def _onward(self, x: Array) -> Array: ...

    def push(self, rx: Array | None, v: Params) -> Array | None:  # noqa: ARG002
        return None if rx is None else self._onward(rx)

    def pull(self, rdy: Array, out: Params, *, last: bool) -> Array | None:  # noqa: ARG002
        return None if last else self.back(rdy)


class _Same(_Linear):
    def __init__(self, layer: Layer, params: Params, x: Array) -> None:
        super().__init__(layer, params, x)
        self.y = x

    def _onward(self, x: Array) -> Array:
        return x

    def back(self, dy: Array) -> Array:
        return dy


class _Flatten(_Same):
    def __init__(self, layer: Layer, params: Params, x: Array) -> None:
        super().__init__(layer, params, x)
        self.y = self._onward(x)

    def _onward(self, x: Array) -> Array:
        return x if x.ndim == 2 else x.reshape(-1, x.shape[-1]).T

    def back(self, dy: Array) -> Array:
        return dy if self.x.ndim == 2 else dy.T.reshape(self.x.shape)


class _Gate(_Linear):
    def __init__(self, layer: Layer, params: Params, x: Array) -> None:
        super().__init__(layer, params, x)
        beside = _beside(x)
        self.factor = params["factor"].reshape(beside)
        self.y = np.where(self.factor == 0, 0, x * self.factor) + params["held"].reshape(beside)

    def _onward(self, x: Array) -> Array:
        return x * self.factor

    def back(self, dy: Array) -> Array:
        return dy * self.factor


class _Pool(_Linear):
    """Blocks as (size², C, rows, columns, N)."""

    def __init__(self, layer: MaxPool | AvgPool, params: Params, x: Array) -> None:
        super().__init__(layer, params, x)
        self.size, self.shape = layer.size, layer.output_shape(x.shape[:3])
        blocks = self._blocks(x)
        self.winner = blocks.argmax(axis=0)[None] if isinstance(layer, MaxPool) else None
        self.y = self._onward(x)

    def _blocks(self, x: Array) -> Array:
        return np.array(self._slices(x))

    def _slices(self, x: Array) -> list[Array]:
        s, rows, columns = self.size, self.shape[1] * self.size, self.shape[2] * self.size
        return [x[:, i:rows:s, j:columns:s] for i in range(s) for j in range(s)]

    def _onward(self, x: Array) -> Array:
        if self.winner is None:
            mean: Array = self._blocks(x).mean(axis=0)
            return mean
        taken: Array = np.take_along_axis(self._blocks(x), self.winner, 0)[0]
        return taken

    def back(self, dy: Array) -> Array:
        dx = np.zeros_like(self.x)
        share = dy if self.winner is not None else dy / self.size**2
        for k, part in enumerate(self._slices(dx)):
            part[...] = share if self.winner is None else np.where(self.winner[0] == k, share, 0)
        return dx


class _Bend(Rung):
    """y = f(x), value by value: `slope` is f', `curve` f'' or None where it is 0."""

    slope: Array
    curve: Array | None = None

    def back(self, dy: Array) -> Array:
        self.dy = dy
        return dy * self.slope

    def push(self, rx: Array | None, v: Params) -> Array | None:  # noqa: ARG002
        self.rx = rx
        return None if rx is None else rx * self.slope

    def pull(self, rdy: Array, out: Params, *, last: bool) -> Array | None:  # noqa: ARG002
        if last:
            return None
        found = rdy * self.slope
        if self.curve is not None and self.rx is not None:
            found += self.curve * self.rx * self.dy
        return found


class _ReLU(_Bend):
    def __init__(self, layer: ReLU | LeakyReLU, params: Params, x: Array) -> None:
        super().__init__(layer, params, x)
        low = layer.slope if isinstance(layer, LeakyReLU) else 0.0
        self.slope = np.where(x > 0, x.dtype.type(1), x.dtype.type(low))
        self.y = x * self.slope


class _Tanh(_Bend):
    def __init__(self, layer: Layer, params: Params, x: Array) -> None:
        super().__init__(layer, params, x)
        self.y = np.tanh(x)
        self.slope = 1 - self.y**2
        self.curve = -2 * self.y * self.slope


class _Sigmoid(_Bend):
    def __init__(self, layer: Layer, params: Params, x: Array) -> None:
        super().__init__(layer, params, x)
        self.y = (1 + np.tanh(x / 2)) / 2
        self.slope = self.y * (1 - self.y)
        self.curve = self.slope * (1 - 2 * self.y)


class _GELU(_Bend):
    """y = x (1 + t) / 2, t = tanh(u), u = SCALE (x + CUBIC x³)."""

    def __init__(self, layer: Layer, params: Params, x: Array) -> None:
        super().__init__(layer, params, x)
        t = np.tanh(SCALE * (x + CUBIC * x**3))
        u1, u2 = SCALE * (1 + 3 * CUBIC * x**2), 6 * SCALE * CUBIC * x
        t1 = (1 - t**2) * u1
        t2 = (1 - t**2) * u2 - 2 * t * t1 * u1
        self.y = x * (1 + t) / 2
        self.slope = (1 + t + x * t1) / 2
        self.curve = t1 + x * t2 / 2


class _Dense(Rung):
    def __init__(self, layer: Layer, params: Params, x: Array) -> None:
        super().__init__(layer, params, x)
        self.w = params["w"]
        self.y = x @ self.w + params["b"]

    def back(self, dy: Array) -> Array:
        self.dy = dy
        return dy @ self.w.T

    def push(self, rx: Array | None, v: Params) -> Array | None:
        self.rx, self.v = rx, v["w"]
        found: Array = self.x @ v["w"]
        found += v["b"]
        if rx is not None:
            found += rx @ self.w
        return found

    def pull(self, rdy: Array, out: Params, *, last: bool) -> Array | None:
        dw = out["w"]
        dw += self.x.T @ rdy
        if self.rx is not None:
            dw += self.rx.T @ self.dy
        np.add(out["b"], rdy.sum(axis=0), out=out["b"])
        return None if last else rdy @ self.w.T + self.dy @ self.v.T


class _Conv(Rung):
    """As a product with the windows laid side by side; these are made anew each time, they are many."""

    def __init__(self, layer: Conv2d, params: Params, x: Array) -> None:
        super().__init__(layer, params, x)
        self.layer = layer
        c_out, self.rows, self.columns = layer.output_shape(x.shape[:3])
        self.w = params["w"].reshape(c_out, -1)
        self.shape = (c_out, self.rows, self.columns, x.shape[3])
        self.y = (self.w @ self._laid(x) + params["b"][:, None]).reshape(self.shape)

    def _laid(self, x: Array) -> Array:
        p, layer = self.layer.padding, self.layer
        padded = np.pad(x, ((0, 0), (p, p), (p, p), (0, 0))) if p else np.ascontiguousarray(x)
        return windows(padded, layer.kernel, layer.stride, self.rows, self.columns).reshape(
            self.w.shape[1], -1)

    def _gathered(self, laid: Array) -> Array:
        """The other way: what falls on one place of x is added up."""
        c, h, w, n = self.x.shape
        p, k, s = self.layer.padding, self.layer.kernel, self.layer.stride
        padded = np.zeros((c, h + 2 * p, w + 2 * p, n), laid.dtype)
        parts = laid.reshape(c, k, k, self.rows, self.columns, n)
        down, across = s * (self.rows - 1) + 1, s * (self.columns - 1) + 1
        for i in range(k):
            for j in range(k):
                padded[:, i : i + down : s, j : j + across : s] += parts[:, i, j]
        return padded[:, p : p + h, p : p + w]

    def back(self, dy: Array) -> Array:
        self.dy = np.ascontiguousarray(dy).reshape(len(self.w), -1)
        return self._gathered(self.w.T @ self.dy)

    def push(self, rx: Array | None, v: Params) -> Array | None:
        self.rx, self.v = rx, v["w"].reshape(self.w.shape)
        found: Array = self.v @ self._laid(self.x)
        found += v["b"][:, None]
        if rx is not None:
            found += self.w @ self._laid(rx)
        return found.reshape(self.shape)

    def pull(self, rdy: Array, out: Params, *, last: bool) -> Array | None:
        rdy = np.ascontiguousarray(rdy).reshape(len(self.w), -1)
        dw = rdy @ self._laid(self.x).T
        if self.rx is not None:
            dw += self.dy @ self._laid(self.rx).T
        np.add(out["w"], dw.reshape(out["w"].shape), out=out["w"])
        np.add(out["b"], rdy.sum(axis=1), out=out["b"])
        return None if last else self._gathered(self.w.T @ rdy + self.v.T @ self.dy)


class _BatchNorm(Rung):
    """y = gain x̂ + shift, x̂ = (x - mean) scale, with the running statistics."""

    def __init__(self, layer: Layer, params: Params, x: Array) -> None:
        super().__init__(layer, params, x)
        self.beside = beside = _beside(x)
        self.over = tuple(i for i, n in enumerate(beside) if n == 1)
        self.scale = (1 / np.sqrt(params["variance"] + x.dtype.type(EPSILON))).reshape(beside)
        self.normal = (x - params["mean"].reshape(beside)) * self.scale
        self.factor = params["gain"].reshape(beside) * self.scale
        self.y = self.normal * params["gain"].reshape(beside) + params["shift"].reshape(beside)

    def back(self, dy: Array) -> Array:
        self.dy = dy
        dx: Array = dy * self.factor
        return dx

    def push(self, rx: Array | None, v: Params) -> Array | None:
        self.rx, self.v = rx, v["gain"].reshape(self.beside)
        found: Array = self.normal * self.v
        found += v["shift"].reshape(self.beside)
        if rx is not None:
            found += rx * self.factor
        return found

    def pull(self, rdy: Array, out: Params, *, last: bool) -> Array | None:
        share = rdy * self.normal
        if self.rx is not None:
            share += self.dy * self.rx * self.scale
        np.add(out["gain"], share.sum(axis=self.over), out=out["gain"])
        np.add(out["shift"], rdy.sum(axis=self.over), out=out["shift"])
        return None if last else rdy * self.factor + self.dy * self.v * self.scale


RUNGS: dict[type[Layer], type[Rung]] = {
    Dense: _Dense, Conv2d: _Conv, BatchNorm: _BatchNorm, Gate: _Gate, Flatten: _Flatten, Linear: _Same,
    Dropout: _Same, MaxPool: _Pool, AvgPool: _Pool, ReLU: _ReLU, LeakyReLU: _ReLU, Tanh: _Tanh,
    Sigmoid: _Sigmoid, GELU: _GELU,
}  # fmt: skip
"""The layers that can be carried through; LayerNorm and Softmax cannot."""


def _beside(x: Array) -> tuple[int, ...]:
    """The shape of a number a channel, to meet a batch."""
    return (1, -1) if x.ndim == 2 else (-1, *(1,) * (x.ndim - 1))
