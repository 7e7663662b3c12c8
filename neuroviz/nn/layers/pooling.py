"""What the pooling layers share: the shape of their output."""

from __future__ import annotations

from neuroviz.nn.arrays import Array, Shape
from neuroviz.nn.checks import whole
from neuroviz.nn.layer import Layer, want_rank


def check_size(size: object) -> None:
    """Raise ValueError unless `size` is a whole number of at least 2."""
    whole("size", size, 2)


def pooled_shape(layer: Layer, shape: Shape, size: int) -> Shape:
    """(C, H // size, W // size). ValueError if not even one block fits."""
    want_rank(layer, shape, 3)
    c, rows, columns = shape[0], shape[1] // size, shape[2] // size
    if rows < 1 or columns < 1:
        raise ValueError(f"a {size}×{size} block does not fit into {shape}")
    return (c, rows, columns)


def rims(dx: Array, size: int, pooled: Shape) -> list[Array]:
    """The rows and columns of dx that belong to no block: their gradient is zero."""
    views = [dx[:, pooled[1] * size :], dx[:, :, pooled[2] * size :]]
    return [rim for rim in views if rim.size]
