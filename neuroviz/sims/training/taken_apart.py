"""One batch on its way through a net and back, layer by layer, by the arithmetic of the trainer itself."""

from __future__ import annotations

import math
from collections.abc import Generator, Mapping
from dataclasses import dataclass
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from neuroviz.data.task import Task
from neuroviz.nn import Conv2d, Dense, Plan
from neuroviz.nn.arrays import Array, freeze, to_outer
from neuroviz.nn.inference import PICTURES_AT_ONCE
from neuroviz.sims.bends import BENDS
from neuroviz.sims.training.report import loss_of, marked

Floats = NDArray[np.float64]

MOST_VALUES = 2_000_000
"""Numbers of each kind (activations, errors) that one pass keeps: 8 MB."""


@dataclass(frozen=True)
class Block:
    """Shown as one layer: the weights at `start`, the function that bends their sums, all up to `last`.

    shown: the layer whose outputs are on show, those of maps before they are laid flat; shape: of these, for
    one example.
    """

    start: int
    bend: int | None
    last: int
    shown: int
    shape: tuple[int, ...]

    @property
    def size(self) -> int:
        """Numbers it hands on."""
        return math.prod(self.shape)


@dataclass(frozen=True, eq=False)
class Pass:
    """Read-only. n examples; of the first K of them all is kept, K = n unless that is too much.

    x (K, *input_shape); ys[i] (K, *shapes[i]) activations; dys[i] the gradient of each example's own loss by
    them. outputs (n, n_out), losses (n,), y the n targets; grad (n_params,) of the mean loss; theta the
    parameters it was done with; random: what dropout drew, in order.
    """

    plan: Plan
    theta: Array
    x: Array
    y: Array
    ys: tuple[Array, ...]
    dys: tuple[Array | None, ...]
    outputs: Array
    losses: Floats
    grad: Array
    random: tuple[Array, ...]

    @property
    def n(self) -> int:
        """Examples in the batch."""
        return len(self.losses)

    @property
    def kept(self) -> int:
        """Examples of which all is kept."""
        return len(self.x)

    @property
    def loss(self) -> float:
        """The mean."""
        return float(self.losses.mean())

    def seen(self, at: int) -> Array:
        """What layer `at` gets: (K, ...)."""
        return self.x if at == 0 else self.ys[at - 1]


def blocks_of(plan: Plan) -> tuple[Block, ...]:
    """The layers as they are counted: each with weights, and what follows it; at least one."""
    starts = [i for i, layer in enumerate(plan.layers) if isinstance(layer, Dense | Conv2d)] or [0]
    found = []
    for start, after in zip(starts, (*starts[1:], len(plan.layers)), strict=True):
        bends = [i for i in range(start, after) if isinstance(plan.layers[i], BENDS)]
        rank = len(plan.shapes[start])
        shown = [i for i in range(start, after) if len(plan.shapes[i]) == rank][-1]
        found.append(Block(start, bends[0] if bends else None, after - 1, shown, plan.shapes[shown]))
    return tuple(found)


class _Noting:
    """In place of a generator: what dropout draws from it is noted."""

    def __init__(self, state: Mapping[str, Any] | None) -> None:
        bits = np.random.PCG64(0)
        if state is not None:
            bits.state = cast("Any", state)
        self._rng = np.random.Generator(bits)
        self.drawn: list[Array] = []

    def random(self, *, out: Array, dtype: Any) -> None:
        """As a generator does it."""
        self._rng.random(out=out, dtype=dtype)
        self.drawn.append(freeze(out.copy()))


class _Again:
    """In place of a generator: what has been drawn once, in whatever precision is asked for."""

    def __init__(self, drawn: tuple[Array, ...]) -> None:
        self._drawn = list(drawn)

    def random(self, *, out: Array, dtype: Any) -> None:  # noqa: ARG002  (the signature of a generator)
        """The next."""
        np.copyto(out, self._drawn.pop(0))


def pieces(plan: Plan, n: int) -> list[slice]:
    """How the trainer works off n examples: pictures in pieces, so that they stay in the cache."""
    most = PICTURES_AT_ONCE if plan.has_pictures and not plan.couples_batch else n
    return [slice(start, min(start + most, n)) for start in range(0, n, most)]


def taken_apart(
    task: Task, plan: Plan, theta: Array, batch: tuple[Array, Array], random: Mapping[str, Any] | None
) -> Generator[None, None, Pass]:
    """Forward and back with batch (x, y), layer by layer, so that it can be left at any of them.

    random: the state of the generator that dropout draws from.
    """
    x, y = batch
    n, theta = len(x), theta.copy()  # batch norm writes its running statistics
    values = sum(math.prod(shape) for shape in (plan.input_shape, *plan.shapes))
    kept = max(1, min(n, MOST_VALUES // values))
    rng, loss = _Noting(random), loss_of(task)
    before, grad, part = freeze(theta.copy()), np.zeros(plan.n_trainable, np.float32), None
    ys: list[list[Array]] = [[] for _ in plan.layers]
    dys: list[list[Array]] = [[] for _ in plan.layers]
    outputs = []
    for piece in pieces(plan, n):
        into = grad if part is None else part
        program = plan.bind(theta, piece.stop - piece.start, grad=into, rng=cast("Any", rng))
        np.copyto(program.outer_x, x[piece])
        more = max(0, min(piece.stop, kept) - piece.start)
        for i, op in enumerate(program.ops):
            op.forward()
            ys[i].append(program.outer_ys[i][:more].copy())  # now: the next one may write over it
            yield
        outputs.append(program.outer_ys[-1].copy())
        last = program.ops[-1]
        assert last.dy is not None
        loss.bind(last.y, last.dy)(y[piece], 1 / n, 1.0)
        for i in range(len(program.ops) - 1, -1, -1):
            dy = program.ops[i].dy
            if dy is not None:
                dys[i].append(np.float32(n) * to_outer(dy)[:more])
                program.ops[i].backward(dy)
                yield
        if part is not None:
            grad += part
        part = np.zeros_like(grad)
    out = freeze(np.concatenate(outputs))
    return Pass(
        plan, before, freeze(x[:kept].copy()), freeze(y.copy()),
        tuple(freeze(np.concatenate(one)) for one in ys),
        tuple(freeze(np.concatenate(one)) if one else None for one in dys),
        out, marked(task, out, y).losses, freeze(grad), tuple(rng.drawn),
    )  # fmt: skip


def asked_again(
    one: Pass, theta: Array, x: Array, precision: type = np.float32
) -> Generator[None, None, Array]:
    """The outputs (n, n_out) of the same batch x, with what dropout drew, at other parameters."""
    rng = _Again(one.random)
    theta = theta.astype(precision)
    outputs = []
    nothing: Array = np.zeros(one.plan.n_trainable, precision)
    for piece in pieces(one.plan, one.n):
        size = piece.stop - piece.start
        program = one.plan.bind(theta, size, grad=nothing, rng=cast("Any", rng))
        np.copyto(program.outer_x, x[piece])
        for op in program.ops:
            op.forward()
            yield
        outputs.append(program.outer_ys[-1].copy())
    return np.concatenate(outputs)
