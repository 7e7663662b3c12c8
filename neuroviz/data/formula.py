"""A typed formula in x and y, such as "sin(3x) + y²/2": read safely, differentiated, made into a surface."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import ArrayLike, NDArray

from neuroviz.data.formula_parser import compiled
from neuroviz.data.formula_program import Program
from neuroviz.data.formula_text import FormulaError
from neuroviz.data.surface import Domain, Functions, Point, Surface

__all__ = ["DOMAIN", "Formula", "FormulaError", "parse"]

Floats = NDArray[np.float64]

DOMAIN: Domain = (-4.0, 4.0, -4.0, 4.0)
"""Where a formula is shown first."""


@dataclass(frozen=True)
class Formula:
    """What was typed, and how it is computed.

    Nothing here raises or warns for any x and y. Values are NaN where the real function has none (√ and ln
    of what is below 0, 0/0, a base below 0 with an exponent that is not whole or that moves), inf where it
    has a pole or passes what a float64 holds. Derivatives are NaN there too, and where they do not exist
    (√(x²+y²) at 0; but see `formula_functions` for the kinks of abs, min, max and hypot).
    """

    text: str
    program: Program = field(repr=False, compare=False)

    @property
    def uses(self) -> frozenset[str]:
        """Which of x and y it depends on: of a constant neither."""
        return frozenset(step.name for step in self.program.steps) & {"x", "y"}

    def value(self, x: ArrayLike, y: ArrayLike) -> Floats:
        """f, of the shape x and y broadcast to."""
        return self._run(x, y, 0)[0]

    def gradient(self, x: ArrayLike, y: ArrayLike) -> tuple[Floats, Floats]:
        """fx, fy."""
        _, gx, gy = self._run(x, y, 1)
        return gx, gy

    def hessian(self, x: ArrayLike, y: ArrayLike) -> tuple[Floats, Floats, Floats]:
        """fxx, fxy, fyy."""
        return self.jet(x, y)[3:]

    def jet(self, x: ArrayLike, y: ArrayLike) -> tuple[Floats, Floats, Floats, Floats, Floats, Floats]:
        """f, fx, fy, fxx, fxy, fyy in one go."""
        f, gx, gy, hxx, hxy, hyy = self._run(x, y, 2)
        return f, gx, gy, hxx, hxy, hyy

    def surface(self, domain: Domain = DOMAIN, id: str = "formula") -> Surface:
        """A surface of it. Its minima are not looked for: `minima.with_minima` does, in some milliseconds."""
        starts = self._starts(domain)
        _, _, _, hxx, hxy, hyy = self.jet(*np.array(starts).T)
        bend = np.abs(0.5 * (hxx + hyy)) + np.hypot(0.5 * (hxx - hyy), hxy)
        sharpest = float(np.max(bend, where=np.isfinite(bend), initial=0.0))
        functions = Functions(self.value, self.gradient, self.hessian)
        # 1 over the sharpest curvature: half of what plain descent could bear there.
        rate = float(np.clip(1.0 / sharpest, 1e-6, 1.0)) if sharpest > 0.0 else 0.1
        return Surface(id, functions, domain, starts, rate, text=self.text)

    def _starts(self, domain: Domain) -> tuple[Point, ...]:
        """Two places towards the corners where there is a height to start from; the middle if none."""
        x0, x1, y0, y1 = domain
        shares = [(0.15, 0.8), (0.8, 0.3), (0.85, 0.85), (0.2, 0.2), (0.55, 0.6), (0.4, 0.35)]
        x, y = (np.array(one) for one in zip(*shares, strict=True))
        x, y = x0 + x * (x1 - x0), y0 + y * (y1 - y0)
        good = np.flatnonzero(np.all(np.isfinite(self._run(x, y, 1)), axis=0))[:2]
        return tuple((float(x[i]), float(y[i])) for i in good) or ((0.5 * (x0 + x1), 0.5 * (y0 + y1)),)

    def _run(self, x: ArrayLike, y: ArrayLike, order: int) -> tuple[Floats, ...]:
        return self.program.run(np.asarray(x, np.float64), np.asarray(y, np.float64), order)


def parse(text: str) -> Formula:
    """The formula that was typed; see `formula_parser` for what may be. Raises FormulaError and nothing else.

    Safe for anything that anybody types: it is read by a grammar of its own, whose words are numbers, x, y,
    pi, e, + - * / ^ ** and the functions in `formula_functions`, and never handed to Python.
    """
    return Formula(text, compiled(text))
