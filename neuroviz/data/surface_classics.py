"""Test functions of the literature on optimisation, with gradients and Hessians worked out by hand."""

from __future__ import annotations

from typing import Any

import numpy as np

from neuroviz.data.minima import with_minima
from neuroviz.data.surface import Functions, Surface

_TURN = 2.0 * np.pi

# -- Rosenbrock -----------------------------------------------------------------------------------------


def rosenbrock() -> Surface:
    """(1 - x)² + 100 (y - x²)²: a curved valley with a nearly flat floor.

    Rosenbrock, "An automatic method for finding the greatest or least value of a function", 1960, whose
    start is the first one here.
    """

    def value(x: Any, y: Any) -> Any:
        return (1.0 - x) ** 2 + 100.0 * (y - x * x) ** 2

    def gradient(x: Any, y: Any) -> Any:
        up = y - x * x
        return -2.0 * (1.0 - x) - 400.0 * x * up, 200.0 * up

    def hessian(x: Any, y: Any) -> Any:
        return 1200.0 * x * x - 400.0 * y + 2.0, -400.0 * x, 200.0

    return Surface(
        "rosenbrock", Functions(value, gradient, hessian), (-2.0, 2.0, -1.0, 3.0), ((-1.2, 1.0), (-0.5, 2.5)),
        rate=0.001, minima=((1.0, 1.0),), text="(1 - x)^2 + 100(y - x^2)^2",
    )  # fmt: skip


# -- Himmelblau -----------------------------------------------------------------------------------------


def himmelblau() -> Surface:
    """(x² + y - 11)² + (x + y² - 7)²: four minima, all of height 0.

    Himmelblau, "Applied Nonlinear Programming", 1972.
    """

    def value(x: Any, y: Any) -> Any:
        return (x * x + y - 11.0) ** 2 + (x + y * y - 7.0) ** 2

    def gradient(x: Any, y: Any) -> Any:
        a, b = x * x + y - 11.0, x + y * y - 7.0
        return 4.0 * x * a + 2.0 * b, 2.0 * a + 4.0 * y * b

    def hessian(x: Any, y: Any) -> Any:
        return 12.0 * x * x + 4.0 * y - 42.0, 4.0 * (x + y), 12.0 * y * y + 4.0 * x - 26.0

    minima = (
        (3.0, 2.0), (-2.805118086952745, 3.131312518250573),
        (-3.779310253377747, -3.283185991286170), (3.584428340330492, -1.848126526964404),
    )  # fmt: skip
    return Surface(
        "himmelblau", Functions(value, gradient, hessian), (-5.0, 5.0, -5.0, 5.0), ((0.0, 0.0), (-0.5, -4.0)),
        rate=0.01, minima=minima, text="(x^2 + y - 11)^2 + (x + y^2 - 7)^2",
    )  # fmt: skip


# -- Rastrigin ------------------------------------------------------------------------------------------


def rastrigin() -> Surface:
    """20 + x² - 10 cos 2πx + y² - 10 cos 2πy: a bowl full of egg cups, 121 minima within ±5.12.

    Rastrigin, "Systems of Extremal Control", 1974; in n dimensions: Mühlenbein, Schomisch and Born, 1991.
    """

    def value(x: Any, y: Any) -> Any:
        return 20.0 + (x * x - 10.0 * np.cos(_TURN * x)) + (y * y - 10.0 * np.cos(_TURN * y))

    def gradient(x: Any, y: Any) -> Any:
        return tuple(2.0 * u + 10.0 * _TURN * np.sin(_TURN * u) for u in (x, y))

    def hessian(x: Any, y: Any) -> Any:
        hxx, hyy = (2.0 + 10.0 * _TURN**2 * np.cos(_TURN * u) for u in (x, y))
        return hxx, 0.0, hyy

    return with_minima(
        Surface(
            "rastrigin", Functions(value, gradient, hessian), (-5.12, 5.12, -5.12, 5.12),
            ((-3.4, 2.7), (1.6, 1.2)), rate=0.002,
            text="20 + x^2 - 10cos(2pi*x) + y^2 - 10cos(2pi*y)",
        )
    )  # fmt: skip


# -- Ackley ---------------------------------------------------------------------------------------------


def ackley() -> Surface:
    """20 + e - 20 exp(-0.2 √((x² + y²)/2)) - exp((cos 2πx + cos 2πy)/2): flat far out, a cone in the middle.

    Ackley, "A Connectionist Machine for Genetic Hillclimbing", 1987. At (0, 0), its minimum, the cone has
    no slope; the mean of the slopes all around is given, 0, and as Hessian that of the waves alone, which
    is 2π²e along both axes.
    """

    def waves(x: Any, y: Any) -> Any:
        return np.exp(0.5 * (np.cos(_TURN * x) + np.cos(_TURN * y)))

    def value(x: Any, y: Any) -> Any:
        # 20 (1 - cone) + (e - wave), each 0 at the tip to the last bit.
        cone = -np.expm1(-0.2 * np.sqrt(0.5 * (x * x + y * y)))
        return 20.0 * cone + (np.exp(1.0) - waves(x, y))

    def steepness(x: Any, y: Any) -> tuple[Any, Any, Any]:
        """Radius (1 at the tip, where there is no slope), the cone's slope, and how fast that fades."""
        r = np.hypot(x, y)
        tip = r == 0.0
        safe = np.where(tip, 1.0, r)
        k = 0.2 * np.sqrt(0.5)
        slope = np.where(tip, 0.0, 20.0 * k * np.exp(-k * r))
        return safe, slope, k

    def gradient(x: Any, y: Any) -> Any:
        r, slope, _ = steepness(x, y)
        wave = waves(x, y)
        return tuple(slope * u / r + np.pi * np.sin(_TURN * u) * wave for u in (x, y))

    def hessian(x: Any, y: Any) -> Any:
        r, slope, k = steepness(x, y)
        wave = waves(x, y)
        a, b = x / r, y / r
        sx, sy = np.sin(_TURN * x), np.sin(_TURN * y)
        bend = np.pi**2 * wave
        return (
            slope * (b * b / r - k * a * a) + bend * (2.0 * np.cos(_TURN * x) - sx * sx),
            -slope * (a * b / r + k * a * b) - bend * sx * sy,
            slope * (a * a / r - k * b * b) + bend * (2.0 * np.cos(_TURN * y) - sy * sy),
        )

    return with_minima(
        Surface(
            "ackley", Functions(value, gradient, hessian), (-5.0, 5.0, -5.0, 5.0), ((-2.6, 1.7), (0.6, 0.4)),
            rate=0.01, text="20 + e - 20exp(-0.2sqrt((x^2 + y^2)/2)) - exp((cos(2pi*x) + cos(2pi*y))/2)",
        )
    )  # fmt: skip


# -- Beale ----------------------------------------------------------------------------------------------

_BEALE = (1.5, 2.25, 2.625)


def beale() -> Surface:
    """Σ (cᵢ - x + x yⁱ)² with c = 1.5, 2.25, 2.625: a flat middle between very steep corners.

    Beale, "On an iterative method for finding a local minimum of a function of more than one variable", 1958.
    """

    def residuals(x: Any, y: Any) -> list[tuple[Any, Any, int]]:
        """Each residual r, its slope by x (y^i - 1), and i."""
        found, power = [], 1.0
        for i, c in enumerate(_BEALE, 1):
            power = power * y
            found.append((c + x * (power - 1.0), power - 1.0, i))
        return found

    def value(x: Any, y: Any) -> Any:
        return sum(r * r for r, _, _ in residuals(x, y))

    def gradient(x: Any, y: Any) -> Any:
        gx, gy, below = 0.0, 0.0, 1.0
        for r, rx, i in residuals(x, y):
            gx = gx + 2.0 * r * rx
            gy = gy + 2.0 * r * x * i * below
            below = below * y
        return gx, gy

    def hessian(x: Any, y: Any) -> Any:
        hxx, hxy, hyy, below, second = 0.0, 0.0, 0.0, 1.0, 0.0
        for r, rx, i in residuals(x, y):
            ry, rxy, ryy = x * i * below, i * below, x * i * (i - 1) * second
            hxx = hxx + 2.0 * rx * rx
            hxy = hxy + 2.0 * (ry * rx + r * rxy)
            hyy = hyy + 2.0 * (ry * ry + r * ryy)
            below, second = below * y, below
        return hxx, hxy, hyy

    return Surface(
        "beale", Functions(value, gradient, hessian), (-4.5, 4.5, -4.5, 4.5), ((1.0, 1.2), (-2.0, -1.2)),
        rate=0.005, minima=((3.0, 0.5),),
        text="(1.5 - x + x*y)^2 + (2.25 - x + x*y^2)^2 + (2.625 - x + x*y^3)^2",
    )  # fmt: skip
