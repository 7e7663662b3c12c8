"""Cost: what a net asks for before it has learned anything: parameters, multiplications, memory."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from neuroviz.nn.arrays import Array
from neuroviz.nn.inference import PICTURES_AT_ONCE
from neuroviz.nn.layer import Layer
from neuroviz.nn.layers import BatchNorm, Conv2d, Dense, LayerNorm
from neuroviz.nn.optimiser import TILE, Optimiser
from neuroviz.nn.plan import Plan, Program

_FLOAT = 4  # bytes


@dataclass(frozen=True)
class LayerCost:
    """One layer. parameters: learned numbers; values: what it gives for one example.

    answering: multiply-adds to answer for one example; learning: of one example in a step, which is the way
    forward, the gradient of the weights, and the gradient of the input where a layer below learns.
    """

    parameters: int
    values: int
    answering: int
    learning: int


@dataclass(frozen=True)
class Cost:
    """All layers, and a step of `batch` examples. Memory in bytes, as the trainer holds it.

    weights: parameters and their gradient; activations: the values and gradients of the examples that are
    worked on at once, with all that the layers lay beside them; optimiser: what it carries from step to
    step, and a place to work.
    """

    layers: tuple[LayerCost, ...]
    batch: int
    weights: int
    activations: int
    optimiser: int

    @cached_property
    def parameters(self) -> int:
        """Learned numbers in all."""
        return sum(one.parameters for one in self.layers)

    @cached_property
    def answering(self) -> int:
        """Multiply-adds to answer for one example."""
        return sum(one.answering for one in self.layers)

    @cached_property
    def step(self) -> int:
        """Multiply-adds of one step."""
        return self.batch * sum(one.learning for one in self.layers)

    @property
    def memory(self) -> int:
        """Bytes in all."""
        return self.weights + self.activations + self.optimiser


def cost(plan: Plan, batch: int, optimiser: Optimiser) -> Cost:
    """What `plan` asks for when it learns from batches of that size by that optimiser."""
    moments = len(optimiser.bind(np.zeros(1, np.float32), np.zeros(1, np.float32)).moments)
    n = plan.n_trainable
    return Cost(
        layer_costs(plan), batch, weights=_FLOAT * (plan.n_values + 2 * n),
        activations=_activations(plan, batch), optimiser=_FLOAT * (moments * n + min(TILE, n)),
    )  # fmt: skip


def layer_costs(plan: Plan) -> tuple[LayerCost, ...]:
    """What each layer asks for, whatever the batch."""
    found, below = [], False
    for layer, before, after, own in zip(
        plan.layers, (plan.input_shape, *plan.shapes), plan.shapes, plan.segments, strict=False
    ):
        learned = sum(s.parameter.size for s in own.values() if s.parameter.trainable)
        forward = _multiply_adds(layer, before, after)
        backward = forward * ((learned > 0) + below)
        found.append(LayerCost(learned, math.prod(after), forward, forward + backward))
        below = below or learned > 0
    return tuple(found)


def _multiply_adds(layer: Layer, before: tuple[int, ...], after: tuple[int, ...]) -> int:
    """Those with weights; what a function does to each value is not one."""
    if isinstance(layer, Dense):
        return math.prod(before) * layer.n_out
    if isinstance(layer, Conv2d):
        return math.prod(after) * before[0] * layer.kernel**2
    if isinstance(layer, BatchNorm | LayerNorm):
        return math.prod(after)
    return 0


def _activations(plan: Plan, batch: int) -> int:
    """Bytes of the programs that a trainer binds: what two and three examples need tells what all do."""
    two, three = (_held(_bound(plan, size)) for size in (2, 3))
    each, fixed = three - two, 3 * two - 2 * three
    in_pieces = plan.has_pictures and not plan.couples_batch
    at_once = min(batch, PICTURES_AT_ONCE) if in_pieces else batch
    sizes = [at_once]
    if batch > at_once:  # the first piece of a batch writes its gradient, the others add; the last is shorter
        sizes += [at_once] * (batch >= 2 * at_once) + [batch % at_once] * (batch % at_once > 0)
    return sum(max(0, fixed + each * size) for size in sizes)


def _bound(plan: Plan, size: int) -> tuple[Program, set[int]]:
    """A program in training, and the addresses of what is not its own."""
    theta, grad = np.zeros(plan.n_values, np.float32), np.zeros(plan.n_trainable, np.float32)
    program = plan.bind(theta, size, grad=grad)
    return program, {id(theta), id(grad)}


def _held(bound: tuple[Program, set[int]]) -> int:
    """Bytes of all arrays that a program holds."""
    program, seen = bound
    return _bytes((program.x, program.y, program.dy, *(vars(op) for op in program.ops)), seen)


def _bytes(things: Iterable[object], seen: set[int]) -> int:
    """Of all arrays in `things`, each once, however deep they lie."""
    total = 0
    for thing in things:
        one = _owner(thing) if isinstance(thing, np.ndarray) else thing
        if id(one) in seen:
            continue
        seen.add(id(one))
        if isinstance(one, np.ndarray):
            total += one.nbytes
        elif isinstance(one, dict):
            total += _bytes(one.values(), seen)
        elif isinstance(one, list | tuple):
            total += _bytes(one, seen)
        elif type(one).__module__.startswith("neuroviz.nn") and not isinstance(one, Layer | type):
            slots = getattr(type(one), "__slots__", ())
            total += _bytes([getattr(one, name) for name in slots] or vars(one).values(), seen)
    return total


def _owner(array: Array) -> Array:
    """The array whose memory a view looks at."""
    while array.base is not None:
        base = array.base
        if not isinstance(base, np.ndarray):  # a strided view lies on a stand-in for its array
            base = getattr(base, "base", None)
        if not isinstance(base, np.ndarray):
            break
        array = base
    return array
