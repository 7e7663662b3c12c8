"""AdaGrad: each parameter's step divided by the size of all its gradients so far (Duchi 2011)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from neuroviz.nn.arrays import Array
from neuroviz.nn.checks import real
from neuroviz.nn.optimiser import Optimiser, Stepper, decay_into


@dataclass(frozen=True)
class AdaGrad(Optimiser):
    """PyTorch's form: v += g², θ -= learning_rate g / (sqrt(v) + epsilon)."""

    kind = "adagrad"
    learning_rate: float = 0.01
    epsilon: float = 1e-10
    weight_decay: float = 0.0

    def __post_init__(self) -> None:
        real("learning_rate", self.learning_rate, 0)
        real("epsilon", self.epsilon, 0)
        real("weight_decay", self.weight_decay, 0)

    def bind(self, theta: Array, grad: Array) -> Stepper:
        return _AdaGradStepper(self, theta, grad)


class _AdaGradStepper(Stepper):
    n_moments = 1

    def __init__(self, spec: AdaGrad, theta: Array, grad: Array) -> None:
        super().__init__(theta, grad)
        self.spec = spec

    def step(self, learning_rate: float) -> None:
        spec = self.spec
        for theta, grad, v, work in self.tiles:
            decay_into(grad, theta, work, spec.weight_decay)
            np.multiply(grad, grad, out=work)
            np.add(v, work, out=v)
            np.sqrt(v, out=work)
            np.add(work, spec.epsilon, out=work)
            np.divide(grad, work, out=work)
            np.multiply(work, learning_rate, out=work)
            np.subtract(theta, work, out=theta)
