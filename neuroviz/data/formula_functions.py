"""The functions a typed formula may call, each with its exact first and second derivative.

At a kink a function has the mean of what its derivatives are on both sides (abs: 0; min and max of equals:
half of each; hypot at 0: 0), and the steps of sign, floor and ceil are flat.
"""

from __future__ import annotations

import numpy as np

from neuroviz.data.formula_jets import Binary, Jet, One, Part, Two, Unary, chain_two, square_root

# -- of one argument: (u, order) -> value, first, second derivative -------------------------------------


def _sin(u: Part, order: int) -> One:
    f = np.sin(u)
    return f, np.cos(u) if order else None, -f if order > 1 else None


def _cos(u: Part, order: int) -> One:
    f = np.cos(u)
    return f, -np.sin(u) if order else None, -f if order > 1 else None


def _tan(u: Part, order: int) -> One:
    f = np.tan(u)
    d = 1.0 + f * f if order else None
    return f, d, 2.0 * f * d if order > 1 else None


def _asin(u: Part, order: int) -> One:
    d = 1.0 / np.sqrt((1.0 - u) * (1.0 + u)) if order else None
    return np.arcsin(u), d, u * d * d * d if order > 1 else None


def _acos(u: Part, order: int) -> One:
    _, d, dd = _asin(u, order)
    return np.arccos(u), None if d is None else -d, None if dd is None else -dd


def _atan(u: Part, order: int) -> One:
    d = 1.0 / (1.0 + u * u) if order else None
    return np.arctan(u), d, -2.0 * u * d * d if order > 1 else None


def _sinh(u: Part, order: int) -> One:
    f = np.sinh(u)
    return f, np.cosh(u) if order else None, f if order > 1 else None


def _cosh(u: Part, order: int) -> One:
    f = np.cosh(u)
    return f, np.sinh(u) if order else None, f if order > 1 else None


def _tanh(u: Part, order: int) -> One:
    f = np.tanh(u)
    if not order:
        return f, None, None
    # 1 - tanh² loses all its digits far out; this keeps them.
    e = np.exp(-2.0 * np.abs(u))
    d = 4.0 * e / ((1.0 + e) * (1.0 + e))
    return f, d, -2.0 * f * d if order > 1 else None


def _exp(u: Part, order: int) -> One:
    f = np.exp(u)
    return f, f if order else None, f if order > 1 else None


def _logarithm(base: float) -> Unary:
    scale = 1.0 if base == np.e else 1.0 / float(np.log(base))
    exact = {np.e: np.log, 2.0: np.log2, 10.0: np.log10}[base]

    def logarithm(u: Part, order: int) -> One:
        d: Part = scale / u if order else None
        return exact(u), d, -d / u if order > 1 else None

    return logarithm


def _cbrt(u: Part, order: int) -> One:
    f = np.cbrt(u)
    d: Part = 1.0 / (3.0 * f * f) if order else None
    return f, d, -2.0 / 3.0 * d / u if order > 1 else None


def _abs(u: Part, order: int) -> One:
    return np.abs(u), np.sign(u) if order else None, None


def _sign(u: Part, _order: int) -> One:
    return np.sign(u), None, None


def _floor(u: Part, _order: int) -> One:
    return np.floor(u), None, None


def _ceil(u: Part, _order: int) -> One:
    return np.ceil(u), None, None


def _sigmoid(u: Part, order: int) -> One:
    f = 0.5 + 0.5 * np.tanh(0.5 * u)
    if not order:
        return f, None, None
    e = np.exp(-np.abs(u))
    d = e / ((1.0 + e) * (1.0 + e))
    return f, d, -np.tanh(0.5 * u) * d if order > 1 else None


def _relu(u: Part, order: int) -> One:
    return np.maximum(u, 0.0), 0.5 + 0.5 * np.sign(u) if order else None, None


def _softplus(u: Part, order: int) -> One:
    s, d, _ = _sigmoid(u, order - 1)
    return np.logaddexp(0.0, u), s if order else None, d


UNARY: dict[str, Unary] = {
    "sin": _sin, "cos": _cos, "tan": _tan, "asin": _asin, "acos": _acos, "atan": _atan,
    "sinh": _sinh, "cosh": _cosh, "tanh": _tanh, "exp": _exp,
    "ln": _logarithm(np.e), "log": _logarithm(np.e), "log2": _logarithm(2.0), "log10": _logarithm(10.0),
    "sqrt": square_root, "cbrt": _cbrt, "abs": _abs, "sign": _sign, "floor": _floor, "ceil": _ceil,
    "sigmoid": _sigmoid, "relu": _relu, "softplus": _softplus,
}  # fmt: skip
"""log is the natural one, as in every formula of the field."""

# -- of two arguments -----------------------------------------------------------------------------------


def _hypot(u: Jet, w: Jet, order: int) -> Jet:
    f = np.hypot(u.f, w.f)
    if not order:
        return Jet(f)
    # At the tip both slopes are 0/0; a cone's mean slope there is 0.
    tip = np.equal(f, 0.0)
    du, dw = np.where(tip, 0.0, u.f / f), np.where(tip, 0.0, w.f / f)
    if order < 2:
        return chain_two(u, w, (f, du, dw, None, None, None))
    r = np.where(tip, 0.0, 1.0 / f)
    return chain_two(u, w, (f, du, dw, dw * dw * r, -du * dw * r, du * du * r))


def _atan2(u: Jet, w: Jet, order: int) -> Jet:
    f = np.arctan2(u.f, w.f)
    if not order:
        return Jet(f)
    q = u.f * u.f + w.f * w.f
    du, dw = w.f / q, -u.f / q
    if order < 2:
        return chain_two(u, w, (f, du, dw, None, None, None))
    two: Two = (f, du, dw, 2.0 * du * dw, dw * dw - du * du, -2.0 * du * dw)
    return chain_two(u, w, two)


def _chosen(first: Part, u: Jet, w: Jet, f: Part) -> Jet:
    """Parts of u where `first`, the mean of both where they are equal, else of w."""
    same = np.equal(u.f, w.f)

    def part(a: Part, b: Part) -> Part:
        if a is None and b is None:
            return None
        a, b = 0.0 if a is None else a, 0.0 if b is None else b
        return np.where(same, 0.5 * a + 0.5 * b, np.where(first, a, b))

    return Jet(f, *map(part, u[1:], w[1:]))


def _min(u: Jet, w: Jet, order: int) -> Jet:
    f = np.minimum(u.f, w.f)
    return _chosen(np.less(u.f, w.f), u, w, f) if order else Jet(f)


def _max(u: Jet, w: Jet, order: int) -> Jet:
    f = np.maximum(u.f, w.f)
    return _chosen(np.greater(u.f, w.f), u, w, f) if order else Jet(f)


BINARY: dict[str, Binary] = {"hypot": _hypot, "atan2": _atan2}
FOLDED: dict[str, Binary] = {"min": _min, "max": _max}
"""Of two or more arguments, taken together one after the other."""
CONSTANTS = {"pi": float(np.pi), "e": float(np.e)}
NAMES = (*UNARY, *BINARY, *FOLDED)
"""All functions, in the order in which they are best shown."""
