"""LBFGS: the inverse Hessian as the last steps and changes of gradient tell it, for many walkers at once.

PyTorch's form without line search: the first step is the gradient, no longer than 1 (in the sum of absolute
values), all later ones the two-loop recursion of Nocedal & Wright (Numerical Optimization, algorithm 7.4).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_FLAT = 1e-7  # the largest slope at which a walker has arrived
_CURVED = 1e-10  # the least s·y of a pair that is kept
_STILL = 1e-9  # a step that goes down less than that is not taken


@dataclass(frozen=True, eq=False)
class LBFGSState:
    """The pairs s and y (memory, K, n), newest last, how many each walker has (K,), and what came before."""

    s: Floats
    y: Floats
    kept: NDArray[np.intp]
    scale: Floats
    gradient: Floats
    step: Floats
    begun: NDArray[np.bool_]


class LBFGS:
    """Of K walkers with n numbers each."""

    def __init__(self, k: int, n: int, memory: int) -> None:
        pairs = np.zeros((memory, k, n))
        self._state = LBFGSState(
            pairs, pairs.copy(), np.zeros(k, np.intp), np.ones(k), np.zeros((k, n)), np.zeros((k, n)),
            np.zeros(k, bool),
        )  # fmt: skip

    def step(self, gradient: Floats, rate: float) -> Floats:
        """The step (K, n) from a gradient (K, n)."""
        state = self._state
        flat = ~(np.abs(gradient).max(axis=1) > _FLAT)
        first = ~state.begun & ~flat
        later = state.begun & ~flat
        self._learn(gradient, later)
        direction = np.where(later[:, None], self._direction(gradient), -gradient)
        length = np.full(len(gradient), rate)
        size = np.abs(gradient).sum(axis=1)
        length[first] *= np.minimum(1.0, 1.0 / size[first])
        still = (gradient * direction).sum(axis=1) > -_STILL
        length[flat | still] = 0.0
        taken = length[:, None] * direction
        taken[length == 0.0] = 0.0
        seen = (~flat)[:, None]
        self._state = replace(
            self._state, gradient=np.where(seen, gradient, state.gradient),
            step=np.where(seen, taken, state.step), begun=state.begun | ~flat,
        )  # fmt: skip
        return taken

    def state(self) -> LBFGSState:
        """All that decides the future; never written to."""
        return self._state

    def restore(self, state: LBFGSState) -> None:
        """Go on from there."""
        self._state = state

    def _learn(self, gradient: Floats, who: NDArray[np.bool_]) -> None:
        state = self._state
        y = gradient - state.gradient
        curved = (y * state.step).sum(axis=1)
        new = who & (curved > _CURVED)
        s_all, y_all = state.s.copy(), state.y.copy()
        s_all[:-1, new], y_all[:-1, new] = state.s[1:, new], state.y[1:, new]
        s_all[-1, new], y_all[-1, new] = state.step[new], y[new]
        scale = state.scale.copy()
        scale[new] = curved[new] / (y[new] * y[new]).sum(axis=1)
        kept = np.minimum(state.kept + new, len(state.s))
        self._state = replace(state, s=s_all, y=y_all, kept=kept, scale=scale)

    def _direction(self, gradient: Floats) -> Floats:
        """-H gradient by the two loops; pairs that a walker does not have yet count nothing."""
        state = self._state
        memory = len(state.s)
        curved = (state.s * state.y).sum(axis=2)
        has = np.arange(memory)[:, None] >= memory - state.kept
        weight = np.where(has, 1.0 / np.where(has, curved, 1.0), 0.0)
        q, alpha = -gradient, np.zeros((memory, len(gradient)))
        for i in range(memory - 1, -1, -1):
            alpha[i] = (state.s[i] * q).sum(axis=1) * weight[i]
            q = q - alpha[i][:, None] * state.y[i]
        r = q * state.scale[:, None]
        for i in range(memory):
            beta = (state.y[i] * r).sum(axis=1) * weight[i]
            r = r + ((alpha[i] - beta) * has[i])[:, None] * state.s[i]
        return r
