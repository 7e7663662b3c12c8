"""How the loss is bent: the Hessian times a vector, and its largest eigenvalue, the sharpness.

The loss is the mean over given examples, as in inference: batch norm works with its running statistics,
dropout does nothing. All in units of a few milliseconds.
"""

from __future__ import annotations

import math
from collections.abc import Generator, Iterator

import numpy as np
from numpy.typing import NDArray

from neuroviz.nn.arrays import DIVERGING_IS_ALLOWED, Array, inner_empty, to_outer
from neuroviz.nn.cost import layer_costs
from neuroviz.nn.functions import softmax
from neuroviz.nn.inference import PICTURES_AT_ONCE
from neuroviz.nn.loss import Loss
from neuroviz.nn.losses import CrossEntropy
from neuroviz.nn.marking import check_targets
from neuroviz.nn.pearlmutter import RUNGS, Rung
from neuroviz.nn.plan import Plan

Floats = NDArray[np.float64]
Units = Generator[None, None, Array]

_VECTORS_AT_ONCE = 250
_UNIT = 1.5e8  # multiplications of a unit of work
_PASSES = 6  # forward, back, and both once more for the change, whose products are two
_KEPT = 64 * 2**20  # bytes of what does not depend on the vector


class HessianProduct:
    """H v of the mean loss at theta (n_values,), on examples x (N, *input_shape) with targets y.

    exact: by Pearlmutter's operator. Where a layer has none (LayerNorm, Softmax), by central differences of
    the gradient in float64, the step along v being ∛ε (1 + ‖theta‖) long, which balances what is cut off
    against rounding. ValueError: examples that do not fit. One thread at a time.
    """

    def __init__(self, plan: Plan, loss: Loss, theta: Array, x: Array, y: Array) -> None:
        check_targets(plan, loss, x, y)
        if theta.shape != (plan.n_values,):
            raise ValueError(f"these layers need {plan.n_values} parameters, not {theta.shape}")
        self._plan, self._loss, self._x, self._y = plan, loss, x, y
        self.theta = theta.copy()
        self.exact = all(type(layer) in RUNGS for layer in plan.layers)
        each = _PASSES * sum(cost.answering + 20 * cost.values for cost in layer_costs(plan))
        maps = any(len(shape) > 1 for shape in plan.shapes)
        most = PICTURES_AT_ONCE // 2 if maps else _VECTORS_AT_ONCE
        self._size = max(1, min(most, int(_UNIT / each), len(x)))
        values = 3 * len(x) * sum(cost.values for cost in layer_costs(plan)) * theta.itemsize
        self._kept: dict[int, list[Rung]] | None = {} if values <= _KEPT else None

    @property
    def n(self) -> int:
        """Numbers that are learned."""
        return self._plan.n_trainable

    def of(self, v: Array) -> Units:
        """H v (n,) for v (n,), in the type of theta; between two units it can be left."""
        if v.shape != (self.n,):
            raise ValueError(f"wanted is a vector of {self.n} numbers, not {v.shape}")
        found = np.zeros(self.n, self.theta.dtype)
        if not self.exact:
            return (yield from self._by_differences(v))
        v = v.astype(self.theta.dtype)
        for part in self._parts():
            self._add(part, v, found)
            yield
        return found

    def gradient(self) -> Units:
        """Of the mean loss (n,), in float64."""
        return (yield from self._gradient(self.theta.astype(np.float64)))

    def _parts(self) -> Iterator[slice]:
        return (slice(at, min(at + self._size, len(self._x))) for at in range(0, len(self._x), self._size))

    # -- exactly -------------------------------------------------------------------------------------

    @DIVERGING_IS_ALLOWED
    def _add(self, part: slice, v: Array, found: Array) -> None:
        plan, rungs = self._plan, self._rungs(part)
        rx: Array | None = None
        for i, rung in enumerate(rungs):
            rx = rung.push(rx, plan.views(v, i, trainable_only=True))
        if rx is None:  # nothing is learned
            return
        rdy: Array | None = self._bent_loss(rungs[-1].y, rx)
        first = next(i for i, own in enumerate(plan.segments) if own)
        for i in range(len(rungs) - 1, first - 1, -1):
            assert rdy is not None
            rdy = rungs[i].pull(rdy, plan.views(found, i, trainable_only=True), last=i == first)

    def _rungs(self, part: slice) -> list[Rung]:
        if self._kept is not None and part.start in self._kept:
            return self._kept[part.start]
        plan, x = self._plan, self._inner(part)
        rungs = []
        for i, layer in enumerate(plan.layers):
            rungs.append(RUNGS[type(layer)](layer, plan.views(self.theta, i), x))
            x = rungs[-1].y
        dy = np.empty_like(x)
        self._loss.bind(x, dy)(self._y[part], 1 / len(self._x), 1.0)
        for rung in reversed(rungs):
            dy = rung.back(dy)
        if self._kept is not None:
            self._kept[part.start] = rungs
        return rungs

    def _inner(self, part: slice) -> Array:
        x = self._x[part]
        inner = inner_empty(self._plan.input_shape, len(x), self.theta.dtype)
        np.copyto(to_outer(inner), x, casting="same_kind")
        return inner

    def _bent_loss(self, y: Array, ry: Array) -> Array:
        """R{dy} of the loss: its own Hessian times R{y}."""
        n = len(self._x)
        if isinstance(self._loss, CrossEntropy):
            p = softmax(y)
            return np.asarray(p * (ry - (p * ry).sum(axis=1, keepdims=True)) / n)
        each = y.size // (y.shape[0] if y.ndim == 2 else y.shape[-1])
        return np.asarray(2 * ry / (n * each))

    # -- by differences ------------------------------------------------------------------------------

    def _by_differences(self, v: Array) -> Units:
        theta, n = self.theta.astype(np.float64), self.n
        length = float(np.linalg.norm(v.astype(np.float64)))
        if not length:
            return np.zeros(n, self.theta.dtype)
        step = float(np.cbrt(np.finfo(np.float64).eps)) * (1 + float(np.linalg.norm(theta))) / length
        up, down = theta.copy(), theta.copy()
        up[:n] += step * v
        down[:n] -= step * v
        above = yield from self._gradient(up)
        below = yield from self._gradient(down)
        found: Array = ((above - below) / (2 * step)).astype(self.theta.dtype)
        return found

    def _gradient(self, theta: Array) -> Units:
        total = np.zeros(self.n)
        for part in self._parts():
            total += self._slope(theta, part)
            yield
        return total

    @DIVERGING_IS_ALLOWED
    def _slope(self, theta: Array, part: slice) -> Array:
        grad = np.zeros(self.n)
        program = self._plan.bind(theta, part.stop - part.start, grad=grad, probing=True)
        np.copyto(program.outer_x, self._x[part])
        program.forward()
        assert program.dy is not None
        self._loss.bind(program.y, program.dy)(self._y[part], 1 / len(self._x), 1.0)
        program.backward()
        return grad


class Lanczos:
    """The largest eigenvalues of a symmetric matrix that is only known by its products with vectors.

    Power iteration that forgets nothing: the vectors it has met span a space, and in that the best is taken
    (Lanczos 1950, with all vectors kept at right angles). `next` is what to multiply, `take` its product.
    When `most` vectors are together it begins again from the best. Begun with an eigenvector of a matrix
    nearly the same, it is done after a few products.

    tolerance: done when ‖H q - λ q‖ is at most that times |λ|, for each of the `wanted` largest: then an
    eigenvalue lies within that of λ.
    """

    def __init__(self, start: Array, *, wanted: int = 1, tolerance: float = 0.01, most: int = 24) -> None:
        """start (n,): not zero."""
        length = float(np.linalg.norm(start))
        if not 0 < length < math.inf:
            raise ValueError("a start must have a direction")
        if not 1 <= wanted < most:
            raise ValueError(f"{wanted} eigenvalues cannot be told from {most} vectors")
        self.wanted, self.tolerance = min(wanted, len(start)), tolerance
        self._most = min(most, len(start))
        self._q = np.empty((self._most, len(start)), start.dtype)
        self._hq = np.empty_like(self._q)
        self._k = 0
        self.next: Array = start / start.dtype.type(length)
        self.products = 0
        self.values: Floats = np.full(self.wanted, np.nan)
        self.residuals: Floats = np.full(self.wanted, np.inf)
        self.vectors: Array = np.tile(self.next, (self.wanted, 1))
        self._spent = False

    @property
    def done(self) -> bool:
        """Whether all that are wanted are known as precisely as the tolerance says, or cannot be."""
        small = self.residuals <= self.tolerance * np.maximum(np.abs(self.values), 1e-12)
        return self._spent or bool(small.all())

    def take(self, product: Array) -> None:
        """H times `next`. Then values (largest first), residuals, vectors (of length 1) are better ones."""
        self.products += 1
        if not np.isfinite(product).all():
            self.values[:], self._spent = np.nan, True
            return
        k = self._k
        self._q[k], self._hq[k] = self.next, product
        self._k = k = k + 1
        q, hq = self._q[:k], self._hq[:k]
        table = np.asarray(q @ hq.T, np.float64)
        values, turns = np.linalg.eigh((table + table.T) / 2)
        found = min(self.wanted, k)
        self._best = best = turns[:, ::-1][:, :found].T.astype(q.dtype)
        self.values[:found] = values[::-1][:found]
        self.vectors[:found] = best @ q
        off = best @ hq - self.values[:found, None].astype(q.dtype) * self.vectors[:found]
        self.residuals[:found] = np.linalg.norm(off, axis=1)
        if not self.done:
            self._go_on(product)

    def _go_on(self, product: Array) -> None:
        """The next vector: what the product has that is new."""
        if self._k == self._most:
            kept, worst = self._best @ self._hq, int(self.residuals.argmax())
            self._q[: self.wanted], self._hq[: self.wanted] = self.vectors, kept
            self._k = self.wanted
            product = kept[worst] - product.dtype.type(self.values[worst]) * self.vectors[worst]
        q, length = self._q[: self._k], float(np.linalg.norm(product))
        for _ in range(2):
            product = product - (q @ product) @ q
        rest = float(np.linalg.norm(product))
        if not rest > 1e-6 * length or self._k == len(product):
            self._spent = True  # these vectors are all there is to find from this start
            return
        self.next = product / product.dtype.type(rest)


def sharpest(product: HessianProduct, lanczos: Lanczos) -> Generator[None, None, Lanczos]:
    """All products until it is done."""
    while not lanczos.done:
        lanczos.take((yield from product.of(lanczos.next)))
    return lanczos


def edge_of_stability(rate: float, momentum: float = 0.0, *, nesterov: bool = False) -> float:
    """The sharpness above which steps along the sharpest direction swing wider and wider.

    Of descent 2 / rate, with momentum β 2 (1 + β) / rate (Polyak 1964), with Nesterov's
    2 (1 + β) / ((1 + 2 β) rate). Nets trained by all examples at once rise to it and stay there (Cohen et
    al., Gradient Descent on Neural Networks Typically Occurs at the Edge of Stability, 2021). ∞ for rate 0.
    """
    if rate <= 0:
        return math.inf
    return 2 * (1 + momentum) / (rate * (1 + 2 * momentum if nesterov else 1))
