"""Plan: what follows from a stack of layers and an input shape alone, and how it is bound to buffers."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from neuroviz.nn.arrays import Array, Shape, inner_empty, to_outer
from neuroviz.nn.checks import whole
from neuroviz.nn.layer import Layer, Op, Parameter, Site


@dataclass(frozen=True)
class Segment:
    """The place of one parameter array in the flat vector."""

    parameter: Parameter
    start: int

    def view(self, flat: Array) -> Array:
        return flat[self.start : self.start + self.parameter.size].reshape(self.parameter.shape)


class Plan:
    """Shapes and the map of theta: first everything trainable, layer by layer, then the running statistics.

    So `theta[:n_trainable]` is what an optimiser may touch, in one piece.
    """

    def __init__(self, layers: tuple[Layer, ...], input_shape: Shape) -> None:
        """ValueError if there is no layer, or one cannot take what the one before gives."""
        if not layers:
            raise ValueError("a net needs at least one layer")
        if not input_shape:
            raise ValueError("input_shape needs at least one axis")
        for n in input_shape:
            whole("input_shape", n, 1)
        self.layers = layers
        self.input_shape = input_shape
        self.shapes = self._infer_shapes()
        self.segments, self.n_trainable, self.n_values = self._lay_out()

    def _infer_shapes(self) -> tuple[Shape, ...]:
        shapes = []
        shape = self.input_shape
        for i, layer in enumerate(self.layers):
            if not isinstance(layer, Layer):
                raise ValueError(f"layer {i} is not a layer but {layer!r}")
            try:
                shape = layer.output_shape(shape)
            except ValueError as error:
                raise ValueError(f"layer {i}: {error}") from None
            shapes.append(shape)
        return tuple(shapes)

    def _lay_out(self) -> tuple[tuple[dict[str, Segment], ...], int, int]:
        inputs = (self.input_shape, *self.shapes)
        wanted = [layer.parameters(shape) for layer, shape in zip(self.layers, inputs, strict=False)]
        found: tuple[dict[str, Segment], ...] = tuple({} for _ in self.layers)
        end = n_trainable = 0
        for trainable in (True, False):
            for own, parameters in zip(found, wanted, strict=True):
                for p in parameters:
                    if p.trainable == trainable:
                        own[p.name] = Segment(p, end)
                        end += p.size
            n_trainable = n_trainable or end
        return found, n_trainable if any(p.trainable for ps in wanted for p in ps) else 0, end

    @property
    def couples_batch(self) -> bool:
        return any(layer.couples_batch for layer in self.layers)

    @property
    def least_batch(self) -> int:
        """Examples that a step of learning needs: two, where a norm would meet single values."""
        inputs = zip(self.layers, (self.input_shape, *self.shapes), strict=False)
        return 2 if any(one.couples_batch and math.prod(shape[1:]) == 1 for one, shape in inputs) else 1

    @property
    def has_pictures(self) -> bool:
        """True when some layer works on examples of more than one axis."""
        return any(len(s) > 1 for s in (self.input_shape, *self.shapes))

    def views(self, flat: Array, i: int, *, trainable_only: bool = False) -> dict[str, Array]:
        """Layer i's arrays as views of `flat` (theta, or a gradient when `trainable_only`)."""
        return {
            name: segment.view(flat)
            for name, segment in self.segments[i].items()
            if segment.parameter.trainable or not trainable_only
        }

    def bind(self, theta: Array, batch: int, *, grad: Array | None = None,
             rng: np.random.Generator | None = None, probing: bool = False) -> Program:
        """The layers at work on their own buffers for exactly `batch` examples.

        theta (n_values,) is read in place; with `grad` (n_trainable,) the program trains: it writes gradients
        there, running statistics into theta, and draws dropout from `rng`. Without, it infers.
        `probing`: it infers, and its `backward` asks that inference: it fills `dx`, the gradient of the
        input, and `grad` where one is given.
        """
        return Program(self, theta, batch, grad, rng or np.random.default_rng(0), probing)


class Program:
    """A bound plan. Write `x`, call `forward`, read `y`; write `dy`, call `backward`, read the gradient."""

    def __init__(self, plan: Plan, theta: Array, batch: int, grad: Array | None,
                 rng: np.random.Generator, probing: bool = False) -> None:
        self.x = x = inner_empty(plan.input_shape, batch, theta.dtype)
        self.ops: list[Op] = []
        self.dx: Array | None = np.empty_like(x) if probing else None
        dx, training = self.dx, grad is not None and not probing
        for i, layer in enumerate(plan.layers):
            grads = {} if grad is None else plan.views(grad, i, trainable_only=True)
            overwrite = training and not np.may_share_memory(x, self.x)
            op = layer.bind(Site(x, dx, plan.views(theta, i), grads, training, rng, overwrite))
            self.ops.append(op)
            x, dx = op.y, op.dy
        self.y, self.dy = x, dx
        # The same buffers as callers see them, (N, *shape): made once, a view costs as much as a small layer.
        self.outer_x = to_outer(self.x)
        self.outer_ys = [to_outer(op.y) for op in self.ops]
        self._forwards = [op.forward for op in self.ops if _does(op, "forward")]
        self._backwards = [(op.backward, op.dy) for op in reversed(self.ops)
                           if _does(op, "backward") and op.dy is not None]

    def renew(self) -> None:
        """Theta has been written to since the program was bound to infer: take it as it is now.

        A program in training does so with every step.
        """
        for op in self.ops:
            op.renew()

    def forward(self) -> None:
        """Fill every op's y from x."""
        for call in self._forwards:
            call()

    def backward(self) -> None:
        """Fill the gradient from dy, after `forward`."""
        for call, dy in self._backwards:
            call(dy)


def _does(op: Op, what: str) -> bool:
    return getattr(type(op), what) is not getattr(Op, what)
