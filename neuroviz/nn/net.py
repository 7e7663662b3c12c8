"""Net: a trained or untrained net as a value; Trace: every activation of one pass."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np

from neuroviz.nn.arrays import Array, Shape, freeze
from neuroviz.nn.inference import Inference
from neuroviz.nn.initialisers import fill
from neuroviz.nn.layer import Layer, layer_from_dict
from neuroviz.nn.plan import Plan


@dataclass(frozen=True, eq=False)
class Trace:
    """One pass through a net, read-only: input (N, *input_shape), activations[i] (N, *shapes[i])."""

    input: Array
    activations: tuple[Array, ...]

    @property
    def output(self) -> Array:
        return self.activations[-1]


@dataclass(frozen=True, eq=False)
class Net:
    """Layers and one flat float32 vector of all their parameters; a value that never changes.

    theta holds the trainable parameters layer by layer, then the running statistics of batch-norm.
    ValueError: layers that do not fit each other, or a theta of another type or length than they need.
    """

    layers: tuple[Layer, ...]
    theta: Array
    input_shape: Shape
    plan: Plan = field(init=False, repr=False)
    _inference: Inference = field(init=False, repr=False)

    def __post_init__(self) -> None:
        layers, shape = tuple(self.layers), tuple(self.input_shape)
        plan = Plan(layers, shape)
        theta = _own(self.theta, plan.n_values)
        for name, value in (("layers", layers), ("input_shape", shape), ("plan", plan), ("theta", theta)):
            object.__setattr__(self, name, value)
        object.__setattr__(self, "_inference", Inference(plan, theta))

    @classmethod
    def create(cls, layers: Iterable[Layer], input_shape: Shape, rng: np.random.Generator,
               init: str = "he") -> Net:
        """A fresh net; weights drawn by the initialiser `init` (see nn.INITIALISERS), biases zero.

        ValueError for layers that do not fit, or an unknown initialiser.
        """
        plan = Plan(tuple(layers), tuple(input_shape))
        theta = np.empty(plan.n_values, np.float32)
        for own in plan.segments:
            for segment in own.values():
                fill(segment.view(theta), segment.parameter, rng, init)
        return cls(plan.layers, freeze(theta), plan.input_shape)

    def with_theta(self, theta: Array) -> Net:
        """The same layers with other parameters (copied). ValueError for a wrong type or length."""
        return Net(self.layers, theta, self.input_shape)

    @property
    def n_params(self) -> int:
        """How many numbers are learned (running statistics are not)."""
        return self.plan.n_trainable

    @property
    def shapes(self) -> tuple[Shape, ...]:
        """Output shape of each layer for one example."""
        return self.plan.shapes

    @cached_property
    def digest(self) -> str:
        """SHA-256 of specification and parameters: equal nets, equal digests."""
        spec = json.dumps(self.to_dict(), sort_keys=True).encode()
        return hashlib.sha256(spec + b"\0" + self.theta.tobytes()).hexdigest()

    def views(self, i: int) -> dict[str, Array]:
        """Read-only views of layer i's parameters by name: "w" and "b", …; empty for a layer without."""
        return self.plan.views(self.theta, i)

    def __call__(self, x: Array) -> Array:
        """Outputs (N, *shapes[-1]) for x (N, *input_shape). ValueError for another shape."""
        return self._inference.outputs(self._checked(x))

    def trace(self, x: Array) -> Trace:
        """Every activation for x (N, *input_shape). ValueError for another shape."""
        x = self._checked(x)
        return Trace(freeze(x.copy()), self._inference.activations(x))

    def rest(self, i: int) -> Net:
        """What follows the first i layers, as a net that takes what they give. ValueError if nothing does.

        net.rest(i)(net.trace(x).activations[i - 1]) is net(x).
        """
        if not 0 <= i < len(self.layers):
            raise ValueError(f"nothing follows layer {i} of {len(self.layers)}")
        if i == 0:
            return self
        plan = Plan(self.layers[i:], self.shapes[i - 1])
        theta = np.empty(plan.n_values, np.float32)
        for k, own in enumerate(plan.segments):
            for name, values in self.views(i + k).items():
                own[name].view(theta)[...] = values
        return Net(plan.layers, freeze(theta), plan.input_shape)

    def _checked(self, x: Array) -> Array:
        x = np.asarray(x, np.float32)
        if x.shape[1:] != self.input_shape or x.ndim == 0 or len(x) == 0:
            wanted = ", ".join(["N", *map(str, self.input_shape)])
            raise ValueError(f"the net takes inputs of shape ({wanted}), not {x.shape}")
        return x

    def to_dict(self) -> dict[str, Any]:
        """The specification (not theta) as plain JSON values."""
        return {"input_shape": list(self.input_shape), "layers": [layer.to_dict() for layer in self.layers]}

    @classmethod
    def from_dict(cls, plain: Mapping[str, Any], theta: Array) -> Net:
        """The net with the specification `to_dict` wrote. ValueError if anything in it is wrong."""
        try:
            layers, shape = plain["layers"], plain["input_shape"]
        except (KeyError, TypeError):
            raise ValueError("a net is described by layers and input_shape") from None
        if not isinstance(layers, list) or not isinstance(shape, list):
            raise ValueError("layers and input_shape must be lists")
        return cls(tuple(layer_from_dict(layer) for layer in layers), theta, tuple(shape))


def _own(theta: Array, n_values: int) -> Array:
    """`theta` itself when nobody can write to it, else a frozen copy."""
    if not isinstance(theta, np.ndarray) or theta.dtype != np.float32:
        raise ValueError(f"theta must be a float32 array, not {getattr(theta, 'dtype', type(theta))}")
    if theta.shape != (n_values,):
        raise ValueError(f"these layers need {n_values} parameters in one vector, not shape {theta.shape}")
    if theta.base is None and not theta.flags.writeable:
        return theta
    return freeze(theta.copy())
