"""AdamW: Adam whose decay shrinks the weights directly and leaves the gradient alone (Loshchilov 2017)."""

from __future__ import annotations

from dataclasses import dataclass

from neuroviz.nn.arrays import Array
from neuroviz.nn.optimiser import Stepper
from neuroviz.nn.optimisers.adam import Adam, AdamStepper


@dataclass(frozen=True)
class AdamW(Adam):
    """PyTorch's form: θ *= 1 - learning_rate weight_decay, then Adam without decay."""

    kind = "adamw"
    weight_decay: float = 0.01

    def bind(self, theta: Array, grad: Array) -> Stepper:
        return AdamStepper(self, theta, grad, weight_decay=0.0, shrink=self.weight_decay)
