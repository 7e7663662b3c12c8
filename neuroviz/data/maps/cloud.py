"""Cloud: points in many dimensions, centred and scaled so that float32 sums of their squares keep sense."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

_AT_ONCE = 1_000_000  # numbers in one unit of work: a few milliseconds
_ALIKE = 1e-6  # of the largest number: what differs by less differs by rounding


@dataclass(frozen=True, eq=False)
class Cloud:
    """Points (n, d) as `values` = (x − mean) / scale: about 0, none further out than 1 along an axis.

    sizes (n,) are the squared lengths of the values, which are zeros where all points are the same.
    Distances between values, times scale, are those of the x.
    """

    values: Floats
    mean: Floats
    scale: float
    sizes: Floats

    def __len__(self) -> int:
        return len(self.values)

    @property
    def flat(self) -> bool:
        """Whether all points are one."""
        return not self.values.any()

    def squares_to(self, value: Floats) -> Floats:
        """Squared distances (n,) of all points to one value (d,), up to rounding; none below 0."""
        found: Floats = self.values @ value
        found *= -2
        found += self.sizes
        found += value @ value
        np.maximum(found, 0, out=found)
        return found

    def taken(self, x: Floats) -> Floats:
        """Other points (m, d) as values."""
        wide = (x.astype(np.float64) - self.mean) / self.scale
        return np.clip(wide, -1e6, 1e6).astype(np.float32)  # however far out: its square is a number


def gathered_up(x: Floats) -> Iterator[float | Cloud]:
    """A cloud of points (n, d), finite float32, in pieces of a few milliseconds; the array is used up.

    Gives parts done in 0..1, then the value. ValueError for no point, or another shape.
    """
    if x.ndim != 2 or not x.size:
        raise ValueError(f"points are rows of numbers, not {x.shape}")
    rows = max(1, _AT_ONCE // x.shape[1])
    pieces = [x[at : at + rows] for at in range(0, len(x), rows)]
    far = 0.0
    for i, piece in enumerate(pieces):
        far = max(far, float(piece.max()), -float(piece.min()))
        yield 0.25 * i / len(pieces)
    far = far or 1.0  # first to order 1: the square of a large number must be a number
    sums = np.zeros(x.shape[1])
    for i, piece in enumerate(pieces):
        np.divide(piece, np.float32(far), out=piece)
        sums += piece.sum(axis=0, dtype=np.float64)
        yield 0.25 + 0.25 * i / len(pieces)
    mean, spread = (sums / len(x)).astype(np.float32), 0.0
    for i, piece in enumerate(pieces):
        np.subtract(piece, mean, out=piece)
        spread = max(spread, float(piece.max()), -float(piece.min()))
        yield 0.5 + 0.25 * i / len(pieces)
    flat, sizes = spread <= _ALIKE, np.empty(len(x), np.float32)
    for i, piece in enumerate(pieces):
        np.multiply(piece, np.float32(0.0 if flat else 1 / spread), out=piece)
        np.einsum("ij,ij->i", piece, piece, out=sizes[i * rows : i * rows + len(piece)])
        yield 0.75 + 0.25 * i / len(pieces)
    x.flags.writeable = False
    sizes.flags.writeable = False
    yield Cloud(x, mean * np.float32(far), far if flat else spread * far, sizes)
