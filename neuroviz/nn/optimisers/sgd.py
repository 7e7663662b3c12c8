"""SGD: downhill against the gradient, with momentum and Nesterov's look-ahead if wanted."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from neuroviz.nn.arrays import Array
from neuroviz.nn.checks import real, truth
from neuroviz.nn.optimiser import Optimiser, Stepper, decay_into


@dataclass(frozen=True)
class SGD(Optimiser):
    """PyTorch's form: g += weight_decay θ, m = momentum m + g, θ -= learning_rate m
    (Nesterov: θ -= learning_rate (g + momentum m)).
    """

    kind = "sgd"
    learning_rate: float
    momentum: float = 0.0
    nesterov: bool = False
    weight_decay: float = 0.0

    def __post_init__(self) -> None:
        real("learning_rate", self.learning_rate, 0)
        real("momentum", self.momentum, 0, 1, open_high=True)
        truth("nesterov", self.nesterov)
        real("weight_decay", self.weight_decay, 0)
        if self.nesterov and not self.momentum:
            raise ValueError("nesterov needs a momentum above 0")

    def bind(self, theta: Array, grad: Array) -> Stepper:
        return _SGDStepper(self, theta, grad)


class _SGDStepper(Stepper):
    """Gradient and momentum are kept already multiplied by the learning rate, which saves a pass over all
    parameters: three are left, m *= momentum; m += g; θ -= m. A change of rate goes into the factor of m.
    """

    n_moments = 1

    def __init__(self, spec: SGD, theta: Array, grad: Array) -> None:
        super().__init__(theta, grad)
        self.spec = spec
        self.memory = {"scale": 1.0}  # the learning rate that is inside m

    def fold(self, learning_rate: float) -> float:
        return learning_rate or self.memory["scale"]  # a rate of 0 cannot be folded in: m must go on

    def step(self, learning_rate: float) -> None:
        spec, scale = self.spec, self.fold(learning_rate)
        carry = spec.momentum * scale / self.memory["scale"]
        self.memory["scale"] = scale
        for theta, grad, m, work in self.tiles:
            decay_into(grad, theta, work, spec.weight_decay * scale)
            change = grad
            if spec.momentum:
                np.multiply(m, carry, out=m)
                np.add(m, grad, out=m)
                change = m
            if spec.nesterov:
                np.multiply(m, spec.momentum, out=work)
                np.add(work, grad, out=work)
                change = work
            if learning_rate:
                np.subtract(theta, change, out=theta)
