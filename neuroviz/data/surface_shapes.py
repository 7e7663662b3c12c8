"""Surfaces that each show one difficulty: condition, saddles, plateaus, ravines, many minima, noise."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from neuroviz.data.minima import with_minima
from neuroviz.data.surface import Floats, Functions, Point, Surface

# -- bowls ----------------------------------------------------------------------------------------------


def bowl(condition: float, angle: float) -> Surface:
    """½ pᵀH p with eigenvalues 1/condition, along `angle` (degrees from the x axis), and 1, across.

    The quadratic of Boyd and Vandenberghe, "Convex Optimization", 2004, 9.3.2, turned. Plain descent bears
    rates up to 2 whatever the condition number; what grows with it is the way along the flat axis.
    """
    turn = np.deg2rad(angle)
    flat, steep = np.array((np.cos(turn), np.sin(turn))), np.array((-np.sin(turn), np.cos(turn)))
    h = np.outer(flat, flat) / condition + np.outer(steep, steep)
    a, b, c = float(h[0, 0]), float(h[0, 1]), float(h[1, 1])

    def value(x: Any, y: Any) -> Any:
        # By its own axes: never below 0, however flat.
        along, across = flat[0] * x + flat[1] * y, steep[0] * x + steep[1] * y
        return 0.5 * (along * along / condition + across * across)

    def gradient(x: Any, y: Any) -> Any:
        return a * x + b * y, b * x + c * y

    def hessian(_x: Any, _y: Any) -> Any:
        return a, b, c

    starts = tuple(_point(u * flat + v * steep) for u, v in ((-2.4, 1.2), (1.5, 2.2)))
    return Surface(
        "bowl", Functions(value, gradient, hessian), (-3.0, 3.0, -3.0, 3.0), starts, rate=0.3,
        minima=((0.0, 0.0),), text=f"{0.5 * a!r}*x^2 + {b!r}*x*y + {0.5 * c!r}*y^2",
    )  # fmt: skip


def _point(at: Any) -> Point:
    return float(at[0]), float(at[1])


def noisy(condition: float, angle: float, noise: float) -> Surface:
    """The bowl again, seen through gradients of single examples: each has noise of its own, as Surface says.

    The noisy quadratic model (Schaul, Zhang and LeCun, "No more pesky learning rates", 2013), with the same
    noise in every direction.
    """
    return replace(bowl(condition, angle), id="noisy", noise=noise, rate=0.1)


# -- saddles --------------------------------------------------------------------------------------------


def saddle() -> Surface:
    """x² - y² + y⁴/4: a saddle at (0, 0) between minima at (0, ±√2), the plain one within quartic walls.

    Saddles, not minima, are what high dimensions are full of (Dauphin et al., "Identifying and attacking
    the saddle point problem in high-dimensional non-convex optimization", 2014).
    """

    def value(x: Any, y: Any) -> Any:
        return x * x - y * y + 0.25 * (y * y) * (y * y)

    def gradient(x: Any, y: Any) -> Any:
        return 2.0 * x, -2.0 * y + y * y * y

    def hessian(_x: Any, y: Any) -> Any:
        return 2.0, 0.0, -2.0 + 3.0 * y * y

    low = float(np.sqrt(2.0))
    return Surface(
        "saddle", Functions(value, gradient, hessian), (-2.2, 2.2, -2.2, 2.2), ((-1.7, 0.01), (1.8, -0.3)),
        rate=0.05, minima=((0.0, low), (0.0, -low)), text="x^2 - y^2 + y^4/4",
    )  # fmt: skip


def open_saddle() -> Surface:
    """x² - y²: the plain saddle, which goes down for ever."""

    def value(x: Any, y: Any) -> Any:
        return x * x - y * y

    def gradient(x: Any, y: Any) -> Any:
        return 2.0 * x, -2.0 * y

    def hessian(_x: Any, _y: Any) -> Any:
        return 2.0, 0.0, -2.0

    return Surface(
        "open_saddle", Functions(value, gradient, hessian), (-2.0, 2.0, -2.0, 2.0),
        ((-1.7, 0.01), (1.6, -0.3)), rate=0.05, text="x^2 - y^2",
    )  # fmt: skip


# -- plateau and ravine ---------------------------------------------------------------------------------


def plateau() -> Surface:
    """tanh(x)² + y²/10: flat along x from about 3 on, then a step down; along y a bowl.

    The squared error of one saturated unit. The slope on the plateau is 8 exp(-2x), so plain descent waits
    about exp(2x)/16 divided by its rate (saturation: LeCun et al., "Efficient BackProp", 1998).
    """

    def value(x: Any, y: Any) -> Any:
        return np.tanh(x) ** 2 + 0.1 * y * y

    def gradient(x: Any, y: Any) -> Any:
        return 2.0 * np.tanh(x) / np.cosh(x) ** 2, 0.2 * y

    def hessian(x: Any, _y: Any) -> Any:
        # 1 - tanh² as 1/cosh²: on the plateau it is small, not 0.
        t, s = np.tanh(x), 1.0 / np.cosh(x) ** 2
        return 2.0 * s * (s - 2.0 * t * t), 0.0, 0.2

    return Surface(
        "plateau", Functions(value, gradient, hessian), (-1.5, 5.0, -3.0, 3.0), ((3.2, 2.0), (4.2, -2.0)),
        rate=0.3, minima=((0.0, 0.0),), text="tanh(x)^2 + y^2/10",
    )  # fmt: skip


def ravine() -> Surface:
    """10 (y - sin x)² + x²/20: a narrow winding valley whose floor falls gently towards (0, 0), its one
    minimum."""

    def value(x: Any, y: Any) -> Any:
        return 10.0 * (y - np.sin(x)) ** 2 + 0.05 * x * x

    def gradient(x: Any, y: Any) -> Any:
        up = y - np.sin(x)
        return -20.0 * up * np.cos(x) + 0.1 * x, 20.0 * up

    def hessian(x: Any, y: Any) -> Any:
        s, c = np.sin(x), np.cos(x)
        return 20.0 * (c * c + (y - s) * s) + 0.1, -20.0 * c, 20.0

    return Surface(
        "ravine", Functions(value, gradient, hessian), (-5.0, 5.0, -3.0, 3.0), ((-4.5, 0.6), (4.2, 1.5)),
        rate=0.03, minima=((0.0, 0.0),), text="10(y - sin(x))^2 + x^2/20",
    )  # fmt: skip


# -- many minima ----------------------------------------------------------------------------------------

_HOLLOWS, _HILLS = 15, 6


def _apart(n: int, rng: np.random.Generator) -> Floats:
    """(n, 2) places, each the one of ten that lies farthest from all before it (Mitchell, "Spectrally optimal
    sampling for distribution ray tracing", 1991)."""
    found = rng.uniform(-3.6, 3.6, (1, 2))
    while len(found) < n:
        offered = rng.uniform(-3.6, 3.6, (10, 2))
        away = ((offered[:, None] - found) ** 2).sum(axis=2).min(axis=1)
        found = np.vstack((found, offered[np.argmax(away)]))
    return found


def hollows(seed: int) -> Surface:
    """A shallow bowl with Gaussian hollows and hills, another landscape for each seed: (x² + y²)/25 + Σ hᵢ
    exp(-|p - cᵢ|²/wᵢ).

    Heights, middles and widths have two digits after the point, so that its typed formula is the same
    function.
    """
    rng = np.random.default_rng((seed, 14))
    n = _HOLLOWS + _HILLS
    cx, cy = np.round(_apart(n, rng), 2).T
    width = np.round(rng.uniform(0.25, 0.9, n), 2)
    height = np.round(rng.uniform(0.5, 1.5, n) * np.where(np.arange(n) < _HOLLOWS, -1.0, 0.7), 2)

    def bells(u: Any, c: Any, w: Any) -> tuple[Any, ...]:
        """exp(-(u - c)²/w), its slope and its curvature: each (bells, …)."""
        steep = -2.0 / w
        away = u - c
        slope = steep * away
        bell = np.exp(0.5 * slope * away)
        return bell, slope * bell, (slope * slope + steep) * bell

    def summed(x: Any, y: Any, orders: tuple[tuple[int, int], ...]) -> list[Any]:
        """Σ of the bells, differentiated so often by x and by y. A bell of x and y is one of x times one of
        y; as many are taken at a time as fit into the processor's cache."""
        found: list[Any] = [0.0] * len(orders)
        deep = (-1,) + (1,) * max(x.ndim, y.ndim)
        at_once = max(1, 8192 // max(x.size, y.size, 1))
        for i in range(0, n, at_once):
            a, b, w, h = (one[i : i + at_once].reshape(deep) for one in (cx, cy, width, height))
            along_x, along_y = bells(x, a, w), bells(y, b, w)
            for k, (p, q) in enumerate(orders):
                found[k] = found[k] + (along_x[p] * (h * along_y[q])).sum(axis=0)
        return found

    def value(x: Any, y: Any) -> Any:
        return 0.04 * (x * x + y * y) + summed(x, y, ((0, 0),))[0]

    def gradient(x: Any, y: Any) -> Any:
        gx, gy = summed(x, y, ((1, 0), (0, 1)))
        return 0.08 * x + gx, 0.08 * y + gy

    def hessian(x: Any, y: Any) -> Any:
        hxx, hxy, hyy = summed(x, y, ((2, 0), (1, 1), (0, 2)))
        return 0.08 + hxx, hxy, 0.08 + hyy

    def term(i: int) -> str:
        return f"{height[i]:+g}exp(-((x{-cx[i]:+g})²+(y{-cy[i]:+g})²)/{width[i]:g})"

    text = "(x²+y²)/25" + "".join(map(term, range(n)))
    return with_minima(
        Surface(
            "hollows", Functions(value, gradient, hessian), (-4.0, 4.0, -4.0, 4.0),
            ((-3.5, 3.2), (3.3, -2.8)), rate=0.05, text=text,
        )
    )  # fmt: skip
