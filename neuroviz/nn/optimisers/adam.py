"""Adam: momentum divided by the running size of the gradient, corrected for their start (Kingma 2014)."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from neuroviz.nn.arrays import Array
from neuroviz.nn.checks import real
from neuroviz.nn.optimiser import Optimiser, Stepper, decay_into


@dataclass(frozen=True)
class Adam(Optimiser):
    """PyTorch's form: m = beta1 m + (1 - beta1) g, v = beta2 v + (1 - beta2) g²,
    θ -= learning_rate m̂ / (sqrt(v̂) + epsilon), m̂ = m / (1 - beta1^t), v̂ = v / (1 - beta2^t).
    """

    kind = "adam"
    learning_rate: float = 0.001
    beta1: float = 0.9
    beta2: float = 0.999
    epsilon: float = 1e-8
    weight_decay: float = 0.0

    def __post_init__(self) -> None:
        real("learning_rate", self.learning_rate, 0)
        real("beta1", self.beta1, 0, 1, open_high=True)
        real("beta2", self.beta2, 0, 1, open_high=True)
        real("epsilon", self.epsilon, 0)
        real("weight_decay", self.weight_decay, 0)

    def bind(self, theta: Array, grad: Array) -> Stepper:
        return AdamStepper(self, theta, grad, weight_decay=self.weight_decay)


class AdamStepper(Stepper):
    """m and v are kept without the factors (1 - beta), all constants meet in two numbers: ten passes."""

    n_moments = 2

    def __init__(self, spec: Adam, theta: Array, grad: Array, *,
                 weight_decay: float, shrink: float = 0.0) -> None:
        super().__init__(theta, grad)
        self.spec, self.weight_decay, self.shrink = spec, weight_decay, shrink
        self.memory = {"t": 0.0}

    def step(self, learning_rate: float) -> None:
        spec = self.spec
        self.memory["t"] = t = self.memory["t"] + 1
        size = math.sqrt((1 - spec.beta2) / (1 - spec.beta2**t))  # sqrt(v̂) = size sqrt(our v)
        rate = learning_rate * (1 - spec.beta1) / (1 - spec.beta1**t) / size
        epsilon = spec.epsilon / size
        for theta, grad, m, v, work in self.tiles:
            if self.shrink:
                np.multiply(theta, 1 - learning_rate * self.shrink, out=theta)
            decay_into(grad, theta, work, self.weight_decay)
            np.multiply(m, spec.beta1, out=m)
            np.add(m, grad, out=m)
            np.multiply(v, spec.beta2, out=v)
            np.multiply(grad, grad, out=work)
            np.add(v, work, out=v)
            np.sqrt(v, out=work)
            np.add(work, epsilon, out=work)
            np.divide(m, work, out=work)
            np.multiply(work, rate, out=work)
            np.subtract(theta, work, out=theta)
