"""Where one parameter goes in one step, with the moments of the optimiser as the textbooks have them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from neuroviz.nn import SGD, AdaGrad, Adam, AdamW, Plan, RMSProp, TrainerState
from neuroviz.nn.arrays import DIVERGING_IS_ALLOWED, Array, freeze


@dataclass(frozen=True, eq=False)
class Update:
    """One step of the trainer: its states before and after; rate: the learning rate of that step; shrink:
    what clipping multiplied the gradient by; factors on the rate by layer.
    """

    before: TrainerState
    after: TrainerState
    rate: float
    shrink: float
    factors: tuple[float, ...]

    @cached_property
    def change(self) -> Array:
        """All parameters: after - before, read-only."""
        with np.errstate(invalid="ignore", over="ignore"):
            return freeze(self.after.theta - self.before.theta)


@dataclass(frozen=True)
class Moved:
    """One parameter. kind: of the optimiser; gradient: of the loss; g: after clipping, with L2 decay; decay:
    the optimiser's; keep: momentum or beta1; keep_square: beta2, or RMSProp's decay. m, v: the running mean
    and the running square before and after, NaN for an optimiser without; m_hat, v_hat: Adam's, corrected;
    epsilon, t: steps counted by Adam. rate: of this step and this layer. nesterov: whether it looks ahead.
    """

    kind: str
    before: float
    after: float
    gradient: float
    g: float
    rate: float
    shrink: float
    decay: float = 0.0
    keep: float = 0.0
    keep_square: float = 0.0
    m: tuple[float, float] = (math.nan, math.nan)
    v: tuple[float, float] = (math.nan, math.nan)
    m_hat: float = math.nan
    v_hat: float = math.nan
    epsilon: float = 0.0
    t: int = 0
    nesterov: bool = False

    @property
    def step(self) -> float:
        """What is taken away from the parameter."""
        return self.before - self.after


@DIVERGING_IS_ALLOWED
def moved(plan: Plan, grad: Array, update: Update, at: int) -> Moved:
    """The parameter with the place `at` in the flat vector, below plan.n_trainable. ValueError beyond."""
    if not 0 <= at < plan.n_trainable:
        raise ValueError(f"there is no parameter {at}")
    optimiser = update.before.optimiser
    gradient, w = float(grad[at]), float(update.before.theta[at])
    decay = float(getattr(optimiser, "weight_decay", 0.0))
    g = gradient * update.shrink
    if not isinstance(optimiser, AdamW):
        g += decay * w
    rate = update.rate * update.factors[layer_of(plan, at)]
    plain = Moved(
        optimiser.kind, w, float(update.after.theta[at]), gradient, g, rate, update.shrink, decay
    )  # fmt: skip
    one, two = ([float(m[at]) for m in state.moments] for state in (update.before, update.after))
    return _with_moments(plain, update, one, two)


def _with_moments(plain: Moved, update: Update, one: list[float], two: list[float]) -> Moved:
    optimiser = update.before.optimiser
    known = vars(plain)
    if isinstance(optimiser, SGD):
        scales = [float(state.memory["scale"]) or 1.0 for state in (update.before, update.after)]
        m = one[0] / scales[0], two[0] / scales[1]
        return Moved(**known | {"keep": optimiser.momentum, "nesterov": optimiser.nesterov, "m": m})
    if isinstance(optimiser, Adam):  # the engine keeps both without the factors (1 - beta)
        b1, b2, t = optimiser.beta1, optimiser.beta2, int(update.after.memory["t"])
        m = (1 - b1) * one[0], (1 - b1) * two[0]
        v = (1 - b2) * one[1], (1 - b2) * two[1]
        return Moved(**known | {
            "keep": b1, "keep_square": b2, "m": m, "v": v, "t": t, "epsilon": optimiser.epsilon,
            "m_hat": m[1] / (1 - b1**t), "v_hat": v[1] / (1 - b2**t),
        })  # fmt: skip
    assert isinstance(optimiser, RMSProp | AdaGrad)
    keep = optimiser.decay if isinstance(optimiser, RMSProp) else 1.0
    return Moved(**known | {"keep_square": keep, "v": (one[0], two[0]), "epsilon": optimiser.epsilon})


def layer_of(plan: Plan, at: int) -> int:
    """The layer whose parameter that is."""
    for i, own in enumerate(plan.segments):
        if any(s.start <= at < s.start + s.parameter.size for s in own.values()):
            return i
    raise ValueError(f"there is no parameter {at}")
