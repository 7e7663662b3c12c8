"""RMSProp: each parameter's step divided by the running size of its gradient (Hinton 2012)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from neuroviz.nn.arrays import Array
from neuroviz.nn.checks import real
from neuroviz.nn.optimiser import Optimiser, Stepper, decay_into


@dataclass(frozen=True)
class RMSProp(Optimiser):
    """PyTorch's form: v = decay v + (1 - decay) g², θ -= learning_rate g / (sqrt(v) + epsilon)."""

    kind = "rmsprop"
    learning_rate: float = 0.01
    decay: float = 0.99
    epsilon: float = 1e-8
    weight_decay: float = 0.0

    def __post_init__(self) -> None:
        real("learning_rate", self.learning_rate, 0)
        real("decay", self.decay, 0, 1, open_high=True)
        real("epsilon", self.epsilon, 0)
        real("weight_decay", self.weight_decay, 0)

    def bind(self, theta: Array, grad: Array) -> Stepper:
        return _RMSPropStepper(self, theta, grad)


class _RMSPropStepper(Stepper):
    n_moments = 1

    def __init__(self, spec: RMSProp, theta: Array, grad: Array) -> None:
        super().__init__(theta, grad)
        self.spec = spec

    def step(self, learning_rate: float) -> None:
        spec = self.spec
        for theta, grad, v, work in self.tiles:
            decay_into(grad, theta, work, spec.weight_decay)
            np.multiply(v, spec.decay, out=v)
            np.multiply(grad, grad, out=work)
            np.multiply(work, 1 - spec.decay, out=work)
            np.add(v, work, out=v)
            np.sqrt(v, out=work)
            np.add(work, spec.epsilon, out=work)
            np.divide(grad, work, out=work)
            np.multiply(work, learning_rate, out=work)
            np.subtract(theta, work, out=theta)
