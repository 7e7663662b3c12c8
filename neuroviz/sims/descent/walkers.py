"""Walkers: many places on one surface that go downhill by the same method, all at once, in float64."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from neuroviz import nn
from neuroviz.nn.arrays import DIVERGING_IS_ALLOWED
from neuroviz.nn.optimiser import Optimiser
from neuroviz.sims.descent.lbfgs import LBFGS
from neuroviz.sims.descent.methods import Method

Floats = NDArray[np.float64]
LOST = 1e9
"""Who is further away than that has diverged."""


class Ground(Protocol):
    """What is walked on: value, gradient and Hessian at places x, y of one shape."""

    def value(self, x: Floats, y: Floats) -> Floats: ...

    def gradient(self, x: Floats, y: Floats) -> tuple[Floats, Floats]: ...

    def hessian(self, x: Floats, y: Floats) -> tuple[Floats, Floats, Floats]: ...


@dataclass(frozen=True, eq=False)
class Made:
    """How the last step came about, each (K, 2): the gradient that was seen, the running mean of gradients
    (momentum), the running or summed squares, and the step itself; None where a method has none.
    """

    gradient: Floats
    mean: Floats | None
    squares: Floats | None
    step: Floats


class Walkers(ABC):
    """xy: (K, 2) where they are. `step(noise)` moves all by one; noise (K, 2) is added to the gradient."""

    def __init__(self, method: Method, ground: Ground, start: Floats) -> None:
        self.method, self.ground = method, ground
        self.xy = np.array(start, np.float64)
        self.made = Made(np.zeros_like(self.xy), None, None, np.zeros_like(self.xy))

    @DIVERGING_IS_ALLOWED
    def step(self, noise: Floats | float = 0.0, seen: Ground | None = None) -> None:
        """All by one. seen: what a batch shows of the ground, in place of it. Who is lost stays lost."""
        gradient = np.stack((seen or self.ground).gradient(self.xy[:, 0], self.xy[:, 1]), axis=1) + noise
        before = self.xy.copy()
        mean, squares = self._move(gradient)
        self.made = Made(gradient, mean, squares, self.xy - before)

    @abstractmethod
    def _move(self, gradient: Floats) -> tuple[Floats | None, Floats | None]:
        """Change xy; the running mean and the squares that were used, for those who have them."""

    @abstractmethod
    def state(self) -> tuple[object, ...]:
        """All that decides the future, copied."""

    @abstractmethod
    def restore(self, state: tuple[object, ...]) -> None:
        """Go on from there."""


class Elementwise(Walkers):
    """The methods that treat every number alike: those that train nets, on the numbers of all walkers."""

    def __init__(self, method: Method, ground: Ground, start: Floats) -> None:
        super().__init__(method, ground, start)
        self._theta = self.xy.reshape(-1)
        self._gradient = np.zeros_like(self._theta)
        self._stepper = _optimiser(method).bind(self._theta, self._gradient)

    def _move(self, gradient: Floats) -> tuple[Floats | None, Floats | None]:
        stepper, rate, kind = self._stepper, self.method.rate, self.method.kind
        factor = stepper.fold(rate)
        self._gradient[:] = gradient.reshape(-1)
        self._gradient *= factor
        stepper.step(rate)
        moments = [one.reshape(-1, 2) for one in stepper.moments]
        if kind == "gd":
            return None, None
        if kind in ("momentum", "nesterov"):
            return moments[0] / factor, None
        if kind in ("adam", "adamw"):  # kept without the factors 1 - beta, and not yet corrected
            t = stepper.memory["t"]
            b1, b2 = self.method.beta1, self.method.beta2
            return moments[0] * (1 - b1) / (1 - b1**t), moments[1] * (1 - b2) / (1 - b2**t)
        return None, moments[0].copy()

    def state(self) -> tuple[object, ...]:
        return self.xy.copy(), tuple(one.copy() for one in self._stepper.moments), dict(self._stepper.memory)

    def restore(self, state: tuple[object, ...]) -> None:
        xy, moments, memory = state
        self.xy[:] = xy  # type: ignore[call-overload]
        for mine, kept in zip(self._stepper.moments, moments, strict=True):  # type: ignore[call-overload]
            mine[:] = kept
        self._stepper.memory = dict(memory)  # type: ignore[call-overload]


class Newton(Walkers):
    """Newton's method: step = -rate (H + damping I)^-1 gradient. It goes to where the slope is zero, be that
    a minimum, a saddle or a top; where H cannot be inverted it is lost.
    """

    def _move(self, gradient: Floats) -> tuple[Floats | None, Floats | None]:
        xx, xy, yy = self.ground.hessian(self.xy[:, 0], self.xy[:, 1])
        xx, yy = xx + self.method.damping, yy + self.method.damping
        determinant = xx * yy - xy * xy
        across = (yy * gradient[:, 0] - xy * gradient[:, 1]) / determinant
        up = (xx * gradient[:, 1] - xy * gradient[:, 0]) / determinant
        self.xy -= self.method.rate * np.stack([across, up], axis=1)
        return None, None

    def state(self) -> tuple[object, ...]:
        return (self.xy.copy(),)

    def restore(self, state: tuple[object, ...]) -> None:
        self.xy[:] = state[0]  # type: ignore[call-overload]


class QuasiNewton(Walkers):
    """L-BFGS: Newton's step with a Hessian guessed from the last steps (Nocedal & Wright, ch. 7.2)."""

    def __init__(self, method: Method, ground: Ground, start: Floats) -> None:
        super().__init__(method, ground, start)
        self._memory = LBFGS(len(self.xy), self.xy.shape[1], method.memory)

    def _move(self, gradient: Floats) -> tuple[Floats | None, Floats | None]:
        self.xy += self._memory.step(gradient, self.method.rate)
        return None, None

    def state(self) -> tuple[object, ...]:
        return self.xy.copy(), self._memory.state()

    def restore(self, state: tuple[object, ...]) -> None:
        self.xy[:] = state[0]  # type: ignore[call-overload]
        self._memory.restore(state[1])  # type: ignore[arg-type]


def walkers(method: Method, ground: Ground, start: Floats) -> Walkers:
    """Those of the method, at start (K, 2). ValueError for starts of another shape."""
    if start.ndim != 2 or start.shape[1] != 2:
        raise ValueError(f"walkers start at (K, 2) places, not {start.shape}")
    kinds: dict[str, type[Walkers]] = {"newton": Newton, "lbfgs": QuasiNewton}
    return kinds.get(method.kind, Elementwise)(method, ground, start)


def lost(xy: Floats) -> NDArray[np.bool_]:
    """(K,) which of xy (K, 2) have diverged."""
    return np.asarray(~(np.abs(xy).max(axis=1) < LOST))


def _optimiser(method: Method) -> Optimiser:
    rate = method.rate
    if method.kind in ("gd", "momentum", "nesterov"):
        momentum = 0.0 if method.kind == "gd" else method.momentum
        return nn.SGD(rate, momentum, nesterov=method.kind == "nesterov" and momentum > 0)
    if method.kind == "adagrad":
        return nn.AdaGrad(rate)
    if method.kind == "rmsprop":
        return nn.RMSProp(rate, method.decay)
    if method.kind == "adam":
        return nn.Adam(rate, method.beta1, method.beta2)
    return nn.AdamW(rate, method.beta1, method.beta2, weight_decay=method.weight_decay)
