"""BatchNorm: each channel brought to mean 0 and variance 1 over the batch, then scaled (Ioffe 2015)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from neuroviz.nn.arrays import Array, Shape
from neuroviz.nn.layer import Layer, Op, Parameter, Site
from neuroviz.nn.layers.normalise import Normaliser

EPSILON = 1e-5
NEWS = 0.1  # share of the newest batch in the running statistics, as in PyTorch


@dataclass(frozen=True)
class BatchNorm(Layer):
    """Any shape, kept; statistics per channel (or per feature of flat examples) over batch and places.

    Parameters: gain, shift, and the running mean and variance that take the batch's place outside training;
    those two are not learned. ValueError when bound to train on a single value per channel.
    """

    kind = "batch_norm"
    couples_batch = True

    def parameters(self, shape: Shape) -> tuple[Parameter, ...]:
        one = (shape[0],)
        return (
            Parameter("gain", one, "ones"),
            Parameter("shift", one),
            Parameter("mean", one, trainable=False),
            Parameter("variance", one, "ones", trainable=False),
        )

    def bind(self, site: Site) -> Op:
        return _TrainingOp(site) if site.training else _InferenceOp(site)


def _channel_axis(rank: int) -> int:
    """Where the channels are in the inner layout."""
    return 1 if rank == 2 else 0


class _InferenceOp(Op):
    def __init__(self, site: Site) -> None:
        axis = _channel_axis(site.x.ndim)
        self.beside = tuple(-1 if i == axis else 1 for i in range(site.x.ndim))
        self.params = site.params
        self.x, self.y = site.x, np.empty_like(site.x)
        self.renew()
        self.over = tuple(i for i in range(site.x.ndim) if i != axis)
        self.dy, self.dx, self.grads = site.dy(self.y), site.dx, site.grads

    def renew(self) -> None:
        p, beside = self.params, self.beside
        scale = 1 / np.sqrt(p["variance"] + p["variance"].dtype.type(EPSILON))
        factor = p["gain"] * scale
        self.factor, self.term = factor.reshape(beside), (p["shift"] - p["mean"] * factor).reshape(beside)
        self.mean, self.scale = p["mean"].reshape(beside), scale.reshape(beside)

    def forward(self) -> None:
        np.multiply(self.x, self.factor, out=self.y)
        np.add(self.y, self.term, out=self.y)

    def backward(self, dy: Array) -> None:
        if self.grads:
            normalised = (self.x - self.mean) * self.scale
            np.sum(dy * normalised, axis=self.over, out=self.grads["gain"])
            np.sum(dy, axis=self.over, out=self.grads["shift"])
        if self.dx is not None:
            np.multiply(dy, self.factor, out=self.dx)


class _TrainingOp(Op):
    def __init__(self, site: Site) -> None:
        x = site.x
        axis = _channel_axis(x.ndim)
        self.over = tuple(i for i in range(x.ndim) if i != axis)
        self.normaliser = Normaliser(x, self.over, EPSILON)
        if self.normaliser.count < 2:
            raise ValueError("batch_norm cannot learn from a batch of one flat example")
        beside = tuple(-1 if i == axis else 1 for i in range(x.ndim))
        self.gain, self.shift, self.mean, self.variance = (
            site.params[name].reshape(beside) for name in ("gain", "shift", "mean", "variance"))
        self.news = np.empty_like(self.normaliser.mean)
        self.y = np.empty_like(x)
        self.dy, self.dx, self.grads = site.dy(self.y), site.dx, site.grads

    def forward(self) -> None:
        norm = self.normaliser
        norm.forward()
        np.multiply(norm.y, self.gain, out=self.y)
        np.add(self.y, self.shift, out=self.y)
        self._remember(self.mean, norm.mean, NEWS)
        self._remember(self.variance, norm.variance, NEWS * norm.count / (norm.count - 1))  # unbiased

    def _remember(self, running: Array, batch: Array, factor: float) -> None:
        np.multiply(running, 1 - NEWS, out=running)
        np.multiply(batch, factor, out=self.news)
        np.add(running, self.news, out=running)

    def backward(self, dy: Array) -> None:
        np.multiply(dy, self.normaliser.y, out=self.y)  # y has been read by now: room for a product
        np.sum(self.y, axis=self.over, out=self.grads["gain"])
        np.sum(dy, axis=self.over, out=self.grads["shift"])
        if self.dx is not None:
            np.multiply(dy, self.gain, out=dy)
            self.normaliser.backward(dy, self.dx)
