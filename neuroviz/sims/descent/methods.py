"""The ways to go downhill, each with its knobs, as values."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, get_args

from neuroviz.runtime import knob

Kind = Literal["gd", "momentum", "nesterov", "adagrad", "rmsprop", "adam", "adamw", "newton", "lbfgs"]
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True)
class Method:
    """One of KINDS. What a kind has no use for is left alone; `OWN` says what it uses."""

    kind: Kind = "gd"
    rate: float = knob(0.01, 1e-5, 100.0, log=True)
    momentum: float = knob(0.9, 0.0, 0.999)
    beta1: float = knob(0.9, 0.0, 0.999)
    beta2: float = knob(0.999, 0.0, 0.9999)
    decay: float = knob(0.99, 0.0, 0.9999)
    weight_decay: float = knob(0.01, 0.0, 1.0)
    damping: float = knob(0.0, 0.0, 100.0)
    memory: int = knob(10, 1, 50)


OWN: dict[Kind, tuple[str, ...]] = {
    "gd": ("rate",), "momentum": ("rate", "momentum"), "nesterov": ("rate", "momentum"),
    "adagrad": ("rate",), "rmsprop": ("rate", "decay"), "adam": ("rate", "beta1", "beta2"),
    "adamw": ("rate", "beta1", "beta2", "weight_decay"), "newton": ("rate", "damping"),
    "lbfgs": ("rate", "memory"),
}  # fmt: skip
"""The knobs of each kind, most important first."""

_TIMES: dict[Kind, float] = {"momentum": 0.3, "nesterov": 0.3, "adagrad": 30.0, "rmsprop": 3.0,
                             "adam": 10.0, "adamw": 10.0}  # fmt: skip


def usual(kind: Kind, rate: float = 0.01) -> Method:
    """A method as one would begin with, where plain descent would take `rate`.

    Newton's and L-BFGS's steps have their length from the surface itself: their rate is 1.
    """
    method = Method(kind=kind)
    if kind in ("newton", "lbfgs"):
        return replace(method, rate=1.0)
    return replace(method, rate=min(max(rate * _TIMES.get(kind, 1.0), 1e-5), 100.0))
