"""Schedules: the factor on the learning rate at each step, as frozen values that are called with the step."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field

from neuroviz.nn.checks import real, whole

Schedule = Callable[[int], float]


@dataclass(frozen=True)
class Constant:
    """Always 1."""

    def __call__(self, step: int) -> float:  # noqa: ARG002
        return 1.0


@dataclass(frozen=True)
class Step:
    """Multiplied by `factor` after every `every` steps."""

    every: int
    factor: float = 0.1

    def __post_init__(self) -> None:
        whole("every", self.every, 1)
        real("factor", self.factor, 0)

    def __call__(self, step: int) -> float:
        return float(self.factor ** (step // self.every))


@dataclass(frozen=True)
class Exponential:
    """Falls by the same share at every step, to half of itself after `half_life` steps."""

    half_life: int

    def __post_init__(self) -> None:
        whole("half_life", self.half_life, 1)

    def __call__(self, step: int) -> float:
        return float(0.5 ** (step / self.half_life))


@dataclass(frozen=True)
class Cosine:
    """From 1 to `floor` along half a cosine over `steps` steps, then stays there (Loshchilov 2016)."""

    steps: int
    floor: float = 0.0

    def __post_init__(self) -> None:
        whole("steps", self.steps, 1)
        real("floor", self.floor, 0, 1)

    def __call__(self, step: int) -> float:
        done = min(step / self.steps, 1.0)
        return self.floor + (1 - self.floor) * (1 + math.cos(math.pi * done)) / 2


@dataclass(frozen=True)
class Warmup:
    """Grows evenly from 1 / steps to 1 over `steps` steps, then follows `then` from its beginning."""

    steps: int
    then: Schedule = field(default_factory=Constant)

    def __post_init__(self) -> None:
        whole("steps", self.steps, 1)

    def __call__(self, step: int) -> float:
        return (step + 1) / self.steps if step < self.steps else self.then(step - self.steps)
