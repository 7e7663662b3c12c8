"""Jets: a value with its first and second derivatives by x and y, carried through every step of a formula.

Forward-mode differentiation to second order (Griewank and Walther, "Evaluating Derivatives", 2008, chapter
13). A derivative that is zero everywhere is None, so that nothing is computed for it and 0 times infinity
does not arise. Values are float64 arrays or scalars; whoever calls has NumPy's warnings switched off.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Part = Any  # Floats | np.float64 | None; NumPy's stubs do not follow arithmetic on that union
One = tuple[Part, Part, Part]
"""A function's value, first and second derivative by its argument."""
Two = tuple[Part, Part, Part, Part, Part, Part]
"""The same of f(u, w): value, by u, by w, by uu, by uw, by ww."""


class Jet(NamedTuple):
    """f and its derivatives; None is zero."""

    f: Part
    x: Part = None
    y: Part = None
    xx: Part = None
    xy: Part = None
    yy: Part = None

    @property
    def fixed(self) -> bool:
        """Whether it does not move with x and y."""
        return self.x is None and self.y is None


def times(*factors: Part) -> Part:
    """The product, None if one is None."""
    found = factors[0]
    for one in factors[1:]:
        if found is None or one is None:
            return None
        found = found * one
    return found


def plus(*terms: Part) -> Part:
    """The sum of those that are not None; None if all are."""
    found = None
    for one in terms:
        if one is not None:
            found = one if found is None else found + one
    return found


def _twice(part: Part) -> Part:
    return None if part is None else part + part


def chain(u: Jet, one: One) -> Jet:
    """g(u) by the chain rule."""
    f, d, dd = one
    return Jet(
        f, times(d, u.x), times(d, u.y),
        plus(times(dd, u.x, u.x), times(d, u.xx)),
        plus(times(dd, u.x, u.y), times(d, u.xy)),
        plus(times(dd, u.y, u.y), times(d, u.yy)),
    )  # fmt: skip


def chain_two(u: Jet, w: Jet, two: Two) -> Jet:
    """g(u, w) by the chain rule."""
    f, du, dw, duu, duw, dww = two

    def second(ua: Part, wa: Part, ub: Part, wb: Part, ab: tuple[Part, Part]) -> Part:
        crossed = _twice(times(ua, wa)) if ua is ub and wa is wb else plus(times(ua, wb), times(ub, wa))
        return plus(
            times(duu, ua, ub), times(duw, crossed), times(dww, wa, wb), times(du, ab[0]), times(dw, ab[1])
        )

    return Jet(
        f, plus(times(du, u.x), times(dw, w.x)), plus(times(du, u.y), times(dw, w.y)),
        second(u.x, w.x, u.x, w.x, (u.xx, w.xx)),
        second(u.x, w.x, u.y, w.y, (u.xy, w.xy)),
        second(u.y, w.y, u.y, w.y, (u.yy, w.yy)),
    )  # fmt: skip


# -- the operators: (operands, order) -> jet; order 0 asks the value, 1 also the gradient, 2 all --------


def negative(u: Jet, _order: int) -> Jet:
    """-u."""
    return Jet(*(None if part is None else -part for part in u))


def add(u: Jet, w: Jet, _order: int) -> Jet:
    """u + w."""
    return Jet(*map(plus, u, w))


def subtract(u: Jet, w: Jet, order: int) -> Jet:
    """u - w."""
    parts = (a if b is None else -b if a is None else a - b for a, b in zip(u[1:], w[1:], strict=True))
    return Jet(u.f - w.f, *parts) if order else Jet(u.f - w.f)


def multiply(u: Jet, w: Jet, order: int) -> Jet:
    """u · w."""
    one = np.float64(1.0) if order > 1 else None
    return chain_two(u, w, (u.f * w.f, w.f, u.f, None, one, None)) if order else Jet(u.f * w.f)


def divide(u: Jet, w: Jet, order: int) -> Jet:
    """u / w; infinite or NaN where w is 0."""
    f = np.true_divide(u.f, w.f)
    if not order:
        return Jet(f)
    r = np.true_divide(1.0, w.f)
    if w.fixed:
        return Jet(f, *(times(r, part) for part in u[1:]))
    dw = -f * r
    if order < 2:
        return chain_two(u, w, (f, r, dw, None, None, None))
    return chain_two(u, w, (f, r, dw, None, -r * r, -2.0 * r * dw))


def power(u: Jet, w: Jet, order: int) -> Jet:
    """u ^ w of an exponent that may move: of a base below 0 it is NaN, also at the whole numbers, where the
    value alone could be told but stands beside no other."""
    f = np.where(np.less(u.f, 0.0), np.nan, np.power(u.f, w.f))
    if not order:
        return Jet(f)
    log = np.log(u.f)
    dw = _vanishing(f, log)
    if u.fixed:
        return chain(w, (f, dw, _vanishing(f, log * log) if order > 1 else None))
    less = np.power(u.f, w.f - 1.0)
    du = w.f * less
    if order < 2:
        return chain_two(u, w, (f, du, dw, None, None, None))
    duu = w.f * (w.f - 1.0) * np.power(u.f, w.f - 2.0)
    return chain_two(u, w, (f, du, dw, duu, _vanishing(less, 1.0 + w.f * log), _vanishing(f, log * log)))


def _vanishing(small: Part, large: Part) -> Part:
    """The product, and 0 where the power is 0: it wins over its logarithm."""
    return np.where(np.equal(small, 0.0), 0.0, small * large)


def raised(u: Part, n: float, order: int) -> One:
    """u ^ n of a constant exponent; small whole ones by multiplication, which is ten times faster."""
    if n in (0.0, 1.0):
        return (u, np.float64(1.0), None) if n else (np.ones_like(u), None, None)
    if n == 0.5:
        return square_root(u, order)
    if n == 2.0:
        return u * u, u + u if order else None, np.float64(2.0) if order > 1 else None
    if n.is_integer() and 0.0 < n <= 32:
        # In every order the same way, so that the value is the same to the last bit.
        two = _whole_power(u, n - 2.0)
        one = two * u
        return one * u, n * one if order else None, n * (n - 1.0) * two if order > 1 else None
    way = _whole_power if n.is_integer() and -32 <= n < 0.0 else np.power
    d = n * way(u, n - 1.0) if order else None
    return way(u, n), d, n * (n - 1.0) * way(u, n - 2.0) if order > 1 else None


def _whole_power(u: Part, n: float) -> Part:
    """By repeated squaring."""
    left, square, found = abs(int(n)), u, None
    while left:
        if left & 1:
            found = square if found is None else found * square
        left >>= 1
        if left:
            square = square * square
    if found is None:
        return np.ones_like(u)
    return np.true_divide(1.0, found) if n < 0.0 else found


def square_root(u: Part, order: int) -> One:
    """√u; NaN below 0, of infinite slope at 0."""
    f = np.sqrt(u)
    d: Part = np.true_divide(0.5, f) if order else None
    return f, d, -0.5 * d / u if order > 1 else None


Unary = Callable[[Part, int], One]
Binary = Callable[[Jet, Jet, int], Jet]
