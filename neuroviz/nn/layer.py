"""What a layer is: a frozen specification that knows its shapes and binds itself to buffers as an Op."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, ClassVar, Literal

import numpy as np

from neuroviz.nn.arrays import Array, Shape

LAYERS: dict[str, type[Layer]] = {}


@dataclass(frozen=True)
class Parameter:
    """One parameter array of a layer: its place in theta is `size` values long.

    Weights are drawn by the initialiser from fan_in and fan_out, the rest starts as a constant.
    What is not trainable (running statistics) has no gradient and no decay.
    """

    name: str
    shape: Shape
    start: Literal["weight", "zeros", "ones"] = "zeros"
    fan_in: int = 1
    fan_out: int = 1
    trainable: bool = True

    @property
    def size(self) -> int:
        size = 1
        for n in self.shape:
            size *= int(n)  # Python's integers: a shape from a hostile file must not overflow
        return size


@dataclass(frozen=True, eq=False)
class Site:
    """The place a layer is bound to: input, parameters, and the gradients to fill (none when nobody asks).

    `dx` is where the gradient of `x` goes, None when nobody below wants to know it.
    `overwrite`: x is not needed by anybody else, the layer may work in place.
    `out`: where an elementwise layer is to write its y; without, it makes room itself.
    """

    x: Array
    dx: Array | None
    params: Mapping[str, Array]
    grads: Mapping[str, Array]
    training: bool
    rng: np.random.Generator
    overwrite: bool = False
    out: Array | None = None

    def y(self) -> Array:
        """Room for an output of the shape of x."""
        return np.empty_like(self.x) if self.out is None else self.out

    def dy(self, y: Array) -> Array | None:
        """A buffer for the gradient of `y`, if this layer or one below has to learn from it."""
        return np.empty_like(y) if self.grads or self.dx is not None else None


class Op:
    """A layer bound to its buffers: reads x, writes y; reads dy, writes dx and its parameters' gradients.

    The defaults do nothing: right for layers whose y and dy are views of x and dx.
    """

    y: Array
    dy: Array | None = None

    def forward(self) -> None:
        """Fill y from x."""

    def backward(self, dy: Array) -> None:
        """Fill dx and the parameters' gradients from `dy`, which may be used up; x and y are unchanged."""

    def renew(self) -> None:
        """The parameters have changed since it was bound to infer: what was worked out of them is so anew."""


class Layer(ABC):
    """Base of all specifications; subclasses are frozen dataclasses with a unique `kind`."""

    kind: ClassVar[str]
    couples_batch: ClassVar[bool] = False  # True: examples see each other, a batch must not be cut up
    elementwise: ClassVar[bool] = False  # True: each value alone, without parameters or chance: any layout

    def __init_subclass__(cls) -> None:
        if cls.kind in LAYERS:
            raise ValueError(f"two layers of kind {cls.kind!r}")
        LAYERS[cls.kind] = cls

    def output_shape(self, shape: Shape) -> Shape:
        """Shape of one output for one input of `shape`. ValueError if the layer cannot take it."""
        return shape

    def parameters(self, shape: Shape) -> tuple[Parameter, ...]:  # noqa: ARG002  (for layers that have some)
        """The parameter arrays for inputs of `shape`, in the order they lie in theta."""
        return ()

    @abstractmethod
    def bind(self, site: Site) -> Op:
        """The layer at work on the buffers of `site`."""

    def to_dict(self) -> dict[str, Any]:
        """The specification as plain JSON values."""
        return {"kind": self.kind} | {f.name: getattr(self, f.name) for f in fields(self)}  # type: ignore[arg-type]


def layer_from_dict(plain: Mapping[str, Any]) -> Layer:
    """The layer that `to_dict` wrote. ValueError for an unknown kind, a wrong field or a wrong value."""
    if not isinstance(plain, Mapping):
        raise ValueError(f"a layer is described by a mapping, not {type(plain).__name__}")
    values = dict(plain)
    kind = values.pop("kind", None)
    if not isinstance(kind, str) or kind not in LAYERS:
        raise ValueError(f"there is no layer of kind {kind!r}")
    try:
        return LAYERS[kind](**values)
    except TypeError as error:
        raise ValueError(f"layer {kind!r}: {error}") from None


def want_rank(layer: Layer, shape: Shape, rank: int) -> None:
    """Raise ValueError unless `shape` has `rank` axes."""
    if len(shape) != rank:
        wanted = "flat inputs (put Flatten before it)" if rank == 1 else "inputs of shape (C, H, W)"
        raise ValueError(f"{layer.kind} takes {wanted}, not {shape}")
