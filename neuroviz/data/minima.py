"""Where the local minima of a surface lie: looked for on a grid, then settled by Newton's method."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from neuroviz.data.surface import Domain, Floats, Functions, Point, Surface

_FINE = 161  # grid points a side
_STEPS = 60
_APART = 1e-5  # of the domain: what lies nearer is the same minimum


def with_minima(surface: Surface) -> Surface:
    """The same surface with the minima that are found."""
    return replace(surface, minima=found_minima(surface.functions, surface.domain))


def found_minima(functions: Functions, domain: Domain) -> tuple[Point, ...]:
    """Points within the domain where the gradient is 0 and both curvatures are above 0, the lowest first.

    A minimum narrower than a cell of 1/160 of the domain can be missed; a flat floor has none.
    """
    with np.errstate(all="ignore"):
        x, y = _low_cells(functions, domain)
        x, y = _settled(functions, x, y, domain)
        gx, gy = functions.gradient(x, y)
        hxx, hxy, hyy = (np.broadcast_to(part, x.shape) for part in functions.hessian(x, y))
        z = np.broadcast_to(functions.value(x, y), x.shape)
        scale = np.abs(hxx) + np.abs(hyy)
        size = np.hypot(domain[1] - domain[0], domain[3] - domain[2])
        good = (np.hypot(gx, gy) <= 1e-9 * scale * size) & (hxx > 0.0) & (hxx * hyy - hxy * hxy > 0.0)
    good &= (x >= domain[0]) & (x <= domain[1]) & (y >= domain[2]) & (y <= domain[3]) & np.isfinite(z)
    left = np.flatnonzero(good)[np.argsort(z[good], kind="stable")]
    found: list[Point] = []
    while len(left):
        a, b = float(x[left[0]]), float(y[left[0]])
        found.append((a, b))
        left = left[np.hypot(x[left] - a, y[left] - b) > _APART * size]
    return tuple(found)


def _low_cells(functions: Functions, domain: Domain) -> tuple[Floats, Floats]:
    """Grid points no higher than their eight neighbours."""
    x = np.linspace(domain[0], domain[1], _FINE)[None, :]
    y = np.linspace(domain[2], domain[3], _FINE)[:, None]
    z = np.full((_FINE + 2, _FINE + 2), np.inf)
    z[1:-1, 1:-1] = np.nan_to_num(functions.value(x, y), nan=np.inf, posinf=np.inf, neginf=-np.inf)
    low = z[1:-1, 1:-1] < np.inf
    for i in range(3):
        for j in range(3):
            low &= z[1:-1, 1:-1] <= z[i : i + _FINE, j : j + _FINE]
    rows, columns = np.nonzero(low)
    return x[0, columns].copy(), y[rows, 0].copy()


def _settled(functions: Functions, x: Floats, y: Floats, domain: Domain) -> tuple[Floats, Floats]:
    """Newton steps of no more than a cell; where the surface is not bowl-shaped, downhill. What leaves
    the domain is given up."""
    cell = np.hypot(domain[1] - domain[0], domain[3] - domain[2]) / _FINE
    middle = 0.5 * (domain[0] + domain[1]), 0.5 * (domain[2] + domain[3])
    reach = 0.51 * (domain[1] - domain[0]), 0.51 * (domain[3] - domain[2])
    for _ in range(_STEPS):
        gx, gy = functions.gradient(x, y)
        hxx, hxy, hyy = functions.hessian(x, y)
        half, mean = np.hypot(0.5 * (hxx - hyy), hxy), 0.5 * (hxx + hyy)
        # Lifts the lower eigenvalue above 0 where it is not; within a bowl this is Newton's step itself.
        lift = np.where(mean - half > 0.0, 0.0, half - mean + 1e-3 * (half + np.abs(mean)) + 1e-300)
        a, d = hxx + lift, hyy + lift
        q = a * d - hxy * hxy
        dx, dy = (hxy * gy - d * gx) / q, (hxy * gx - a * gy) / q
        # One cell at a time, lest a step leaves the bowl it is in.
        short = np.minimum(1.0, cell / np.maximum(np.hypot(dx, dy), 1e-300))
        x, y = x + short * dx, y + short * dy
        inside = (np.abs(x - middle[0]) <= reach[0]) & (np.abs(y - middle[1]) <= reach[1])
        x, y = x[inside], y[inside]
        # Newton's error is squared with each step: after one this short nothing is left of it.
        if not np.any(np.hypot(dx, dy)[inside] > 1e-8 * cell):
            break
    return x, y
