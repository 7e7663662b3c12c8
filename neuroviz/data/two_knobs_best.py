"""Where the loss of a model with two parameters is lowest, if it is lowest anywhere."""

from __future__ import annotations

import numpy as np

from neuroviz.data.surface import Domain, Point, Surface
from neuroviz.data.two_knobs import TwoKnobs

_SIDE = 61  # places along each side, from whose hollows minima are looked for
_STEPS = 40
_STRIDE = 0.05  # of the domain
_MOST = 8  # hollows that are followed
_FLAT = 1e-7  # of the curvature at its strongest: flatter is no minimum
_STILL = 1e-10  # of where it is: a shorter step is the last
_EVERYWHERE = (-1e6, 1e6, -1e6, 1e6)
_APART = 1e-3  # of the domain


def separable(model: TwoKnobs) -> bool:
    """Whether a border divides the examples without a fault, or all are of one class: the loss of logistic
    regression then falls for ever as w grows, and has no minimum.
    """
    x, y = model.examples.x, model.examples.y
    low, high = x[y < 0.5], x[y >= 0.5]
    if not len(low) or not len(high):
        return True
    return bool(low.max() < high.min() or high.max() < low.min())


def minima(model: TwoKnobs, domain: Domain | None = None) -> tuple[Point, ...]:
    """The local minima (w, b) within a domain (the model's own by default), the lowest first; () for none.

    A line's is exact, logistic regression's is unique where it exists (its loss is convex): both may lie
    outside. A neuron's are followed by Newton's method from the hollows of a grid.
    """
    ground = model.surface()
    if model.kind == "line":
        return ground.minima
    if model.kind == "logistic":
        return () if separable(model) else tuple(_followed(model, (0.0, 0.0)))
    domain = domain or model.domain
    sides = np.array([domain[1] - domain[0], domain[3] - domain[2]])
    found: list[Point] = []
    for start in _hollows(ground, domain):
        for one in _followed(model, start, domain):
            if all(np.abs(np.subtract(one, other) / sides).max() > _APART for other in found):
                found.append(one)
    return tuple(sorted(found, key=lambda at: float(ground.value(*at))))


def _hollows(ground: Surface, domain: Domain) -> list[Point]:
    """The lowest place of a grid, and those that lie lower than all around them, the lowest first."""
    w, b = np.linspace(*domain[:2], _SIDE), np.linspace(*domain[2:], _SIDE)
    z = ground.value(w[None], b[:, None])
    inner = z[1:-1, 1:-1]
    lower = np.ones_like(inner, bool)
    for i in (0, 1, 2):
        for j in (0, 1, 2):
            if (i, j) != (1, 1):
                lower &= inner < z[i : i + _SIDE - 2, j : j + _SIDE - 2]
    rows, columns = np.nonzero(lower)
    order = np.argsort(inner[rows, columns])[:_MOST]
    lowest = np.unravel_index(np.nanargmin(z), z.shape)
    places = [(int(rows[k]) + 1, int(columns[k]) + 1) for k in order]
    return [(float(w[j]), float(b[i])) for i, j in dict.fromkeys([(int(lowest[0]), int(lowest[1])), *places])]


def _followed(model: TwoKnobs, start: Point, domain: Domain = _EVERYWHERE) -> list[Point]:
    """From there downhill by Newton's steps, damped until they lead down; [] where they come to no minimum or
    leave the domain.

    A step is divided by the size of the curvature, whatever its sign: so it never leads to a saddle. None is
    longer than a small part of the domain: so it stays in its valley.
    """
    low, high = np.array(domain[::2]), np.array(domain[1::2])
    at, damping = np.array(start), 0.0
    value, slope, hessian = model.shape(*at)
    bends, axes = np.linalg.eigh(hessian)
    for _ in range(_STEPS):
        size = np.abs(bends) + damping
        if not size.min() > 0 or (at < low).any() or (at > high).any():
            return []
        step = -axes @ (axes.T @ slope / size)
        step /= max(1.0, float((np.abs(step) / (_STRIDE * (high - low))).max()))
        lower, *there = model.shape(*(at + step))
        if lower < value:
            at, value, slope, damping = at + step, lower, there[0], damping / 10
            bends, axes = np.linalg.eigh(there[1])
        else:
            damping = max(10 * damping, 1e-3 * float(np.abs(bends).max()))
        if np.abs(step).max() <= _STILL * (1 + np.abs(at).max()):
            break
    least, most = bends
    if not least > _FLAT * most > 0 or np.abs(slope).max() > 1e-6 * (1 + most):
        return []
    return [(float(at[0]), float(at[1]))]
